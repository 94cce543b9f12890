"""YAML text to a tree, where nothing is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import yaml

from laget.documents.source_text import FORBIDDEN
from laget.documents.tree import Style, plain
from laget.documents.yaml_reader import read_yaml

EXAMPLE = """\
# A comment
id: stottekontakt
name: 'Støtte''kontakt'
note: "a\\tb"
rules:
- text: >-
    one
    two
  amount: 1.10
  from: 2026-01-01
- [no, 12:30, {a: , b: ~}]
"""
MEANING = {
    "id": "stottekontakt",
    "name": "Støtte'kontakt",
    "note": "a\tb",
    "rules": [
        {"text": "one two", "amount": Decimal("1.10"), "from": date(2026, 1, 1)},
        ["no", "12:30", {"a": None, "b": None}],
    ],
}


@pytest.mark.parametrize(
    "data",
    [
        EXAMPLE,
        EXAMPLE.encode(),
        EXAMPLE.replace("\n", "\r\n").encode(),
        f"---\n{EXAMPLE}...\n",
        EXAMPLE.rstrip(),
    ],
    ids=["text", "bytes", "crlf", "marks", "no-last-line-end"],
)
def test_example(data: str | bytes) -> None:
    """A document means the same as text, as bytes, with either line end and with document marks."""
    reading = read_yaml(data, "a.yaml")
    assert reading.node is not None
    assert (MEANING, ()) == (plain(reading.node), reading.findings)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("x", Style.PLAIN),
        ("'x'", Style.SINGLE),
        ('"x"', Style.DOUBLE),
        ("|-\n  x", Style.LITERAL),
        (">-\n  x", Style.FOLDED),
        ("[x]", None),
    ],
)
def test_styles(text: str, style: Style | None) -> None:
    """A scalar knows how it is written, and a list has no style."""
    node = read_yaml(text, "a.yaml").node
    assert node is not None
    assert style == node.style


def test_layer_and_name() -> None:
    """A node knows the file and the layer that it belongs to."""
    node = read_yaml("a: 1", "x/a.yaml", "lia").node
    assert node is not None
    assert ("x/a.yaml", "lia") == (node.source.name, node.source.layer)


def test_raw_number() -> None:
    """A number keeps the text that it was written as."""
    node = read_yaml("a:\r\n  b: 1.10 # section", "a.yaml").node
    assert node is not None
    assert isinstance(node.value, dict)
    assert isinstance(node.value["a"].value, dict)
    assert node.value["a"].value["b"].raw == "1.10"


def test_quoted_merge_key() -> None:
    """A merge key in quotes is an ordinary text."""
    assert read_yaml('"<<": 1', "a.yaml").findings == ()


def test_same_characters_as_libyaml() -> None:
    """Every character that passes our check can stand in a quoted text of libyaml."""
    every = "".join(map(chr, range(0x20, 0x110000)))
    allowed = FORBIDDEN.sub("", every).translate({ord('"'): None, ord("\\"): None})
    assert allowed == yaml.load(f'"{allowed}"', yaml.CSafeLoader)


def test_depth_that_is_allowed() -> None:
    """Sixty-four levels are read."""
    assert read_yaml("[" * 64 + "]" * 64, "a.yaml").findings == ()
