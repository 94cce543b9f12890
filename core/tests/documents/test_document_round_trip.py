"""Data written as YAML in many ways is read back as it was, with the place of every value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from laget.documents.json_reader import read_json
from laget.documents.python_reader import from_python
from laget.documents.scalars import resolve
from laget.documents.tree import Node, SourceFile, Style, plain
from laget.documents.yaml_reader import read_yaml

characters = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
)
texts = st.one_of(
    st.text(st.one_of(characters, st.sampled_from("\n\t")), max_size=12),
    st.from_regex(r"[a-zæø]{1,6}( [a-zæø]{1,6}){0,5}", fullmatch=True),
    st.sampled_from(["no", "true", "null", "12:30", "0301", "1.10", "2026-01-01", "<<", "~", "- a", "a: b"]),
)
whole = st.integers(-(10**30), 10**30)
decimals = st.decimals(-(10**6), 10**6, allow_nan=False, places=3)
scalars = st.one_of(texts, whole, decimals, st.booleans(), st.none(), st.dates())
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
json_trees = st.recursive(
    st.one_of(
        texts, whole, st.floats(-1e6, 1e6).map(lambda number: round(number, 6)), st.booleans(), st.none()
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)


def _quoted_text(draw: st.DrawFn, text: str) -> str:
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=draw(st.booleans()) and max(text, default="") < "\ud800")
    return double if "\n" in text or draw(st.booleans()) else single


def _block_text(draw: st.DrawFn, text: str, indent: str) -> str:
    """Write a text in any style that can hold it."""
    ways = [_quoted_text(draw, text)]
    if re.fullmatch(r"[a-zæø]+( [a-zæø]+)*", text):
        ways.append(
            f">-\n{indent}" + re.sub(" ", lambda _: draw(st.sampled_from([" ", f"\n{indent}"])), text)
        )
        ways += [text] if resolve(text) == text else []
    if re.fullmatch(r"([^\s][^\n]*\n)*[^\s][^\n]*\n?", text):
        chomp = "" if text.endswith("\n") else "-"
        ways.append(f"|{chomp}\n{indent}" + text.rstrip("\n").replace("\n", f"\n{indent}"))
    return draw(st.sampled_from(ways))


def _scalar(data: object) -> str:
    match data:
        case None:
            return "null"
        case bool():
            return str(data).lower()
        case Decimal():
            return format(data, "f")
        case date():
            return data.isoformat()
        case _:
            return str(data)


def _flow(draw: st.DrawFn, data: object) -> str:
    match data:
        case dict():
            return (
                "{" + ", ".join(f"{_quoted_text(draw, k)}: {_flow(draw, v)}" for k, v in data.items()) + "}"
            )
        case list():
            return "[" + ", ".join(_flow(draw, item) for item in data) + "]"
        case str():
            return _quoted_text(draw, data)
        case _:
            return _scalar(data)


def _block(draw: st.DrawFn, data: object, indent: str) -> str:
    if isinstance(data, str):
        return _block_text(draw, data, indent + "  ")
    if not isinstance(data, dict | list) or not data or draw(st.booleans()):
        return _flow(draw, data)
    deeper = indent + "  "
    if isinstance(data, list):
        return "".join(f"\n{indent}- {_block(draw, item, deeper)}" for item in data)
    return "".join(f"\n{indent}{_quoted_text(draw, k)}: {_block(draw, v, deeper)}" for k, v in data.items())


@st.composite
def documents(draw: st.DrawFn) -> tuple[object, str]:
    """Give data and one of the many ways to write it."""
    data = draw(trees)
    text = "# å\n---" + _block(draw, data, "") if isinstance(data, dict | list) else _block(draw, data, "")
    text = text.replace("---{", "--- {").replace("---[", "--- [") + "\n"
    return data, text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    inside = node.value.values() if isinstance(node.value, dict) else node.value
    if isinstance(inside, str | int | Decimal | date | None):
        return
    for inner in inside:
        yield from _nodes(inner)


@settings(max_examples=150, deadline=None)
@given(documents())
def test_round_trip(document: tuple[object, str]) -> None:
    """Data written as YAML is read back as the same data, without findings."""
    data, text = document
    reading = read_yaml(text.encode(), "a.yaml")
    assert reading.findings == ()
    assert reading.node is not None
    assert data == plain(reading.node)
    assert reading.node == from_python(data, SourceFile("python")).node


FIRST = {Style.SINGLE: "'", Style.DOUBLE: '"', Style.LITERAL: "|", Style.FOLDED: ">"}


@settings(max_examples=150, deadline=None)
@given(documents())
def test_places(document: tuple[object, str]) -> None:
    """The text at a value's line and column begins that value, and so does its key's."""
    _, text = document
    lines = text.split("\n")
    root = read_yaml(text, "a.yaml").node
    assert root is not None
    for node in _nodes(root):
        at = lines[node.line - 1][node.column - 1 :]
        if node.style is Style.PLAIN:
            assert resolve(node.raw) == node.value
            assert at.startswith(node.raw)
        elif node.style:
            assert at.startswith(FIRST[node.style])
        else:
            assert at[0] in "{[-'\""
    for node in (
        inner for outer in _nodes(root) if isinstance(outer.value, dict) for inner in outer.value.values()
    ):
        assert lines[node.key_line - 1][node.key_column - 1] in "'\""


@settings(max_examples=100, deadline=None)
@given(json_trees, st.sampled_from([None, 1]))
def test_json_is_yaml(data: object, indent: int | None) -> None:
    """A JSON document gives equal trees read as JSON, read as YAML and taken from Python."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    read = read_json(text, "a.json")
    assert read.findings == ()
    assert read.node == read_yaml(text, "a.yaml").node
    assert read.node == from_python(data, SourceFile("python")).node
