"""Python data to a tree."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType

import pytest

from laget.documents.codes import Code
from laget.documents.python_reader import from_python
from laget.documents.tree import SourceFile, plain
from laget.documents.yaml_reader import read_yaml
from laget.findings import Place

SOURCE = SourceFile("plugin laget_x", layer="x")


class Colour(str, Enum):  # noqa: UP042 - the kind whose str() is not its text
    """A text with a name."""

    RED = "red"


class Level(IntEnum):
    """A number with a name."""

    ONE = 1


def cyclic() -> list[object]:
    """Give a list that holds itself."""
    data: list[object] = [1]
    data.append(data)
    return data


def nested(levels: int) -> object:
    """Give lists inside lists."""
    data: object = 1
    for _ in range(levels):
        data = [data]
    return data


def test_same_as_yaml() -> None:
    """Python data and YAML that say the same give equal trees."""
    data = {"a": (1, 1.10, True, None), "b": MappingProxyType({"c": date(2026, 1, 1), "d": Decimal("2.5")})}
    written = read_yaml("a: [1, 1.1, true, null]\nb: {c: 2026-01-01, d: 2.5}", "a.yaml").node
    assert written == from_python(data, SOURCE).node


def test_enums_are_their_values() -> None:
    """An enum that is also a text or a number is read as that."""
    node = from_python([Colour.RED, Level.ONE], SOURCE).node
    assert node is not None
    assert isinstance(node.value, tuple)
    assert [(str, "red"), (int, 1)] == [(type(item.value), item.value) for item in node.value]


def test_no_lines() -> None:
    """Data from Python has a file name and a path, and no line."""
    node = from_python({"a": Decimal("1.10")}, SOURCE).node
    assert node is not None
    assert isinstance(node.value, dict)
    inner = node.value["a"]
    assert (Place("plugin laget_x", 0, 0, ("a",)), "1.10") == (inner.place(("a",)), inner.raw)


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ({"a": [{1, 2}]}, Code.NOT_DATA, ("a", "0")),
        ({"a": object()}, Code.NOT_DATA, ("a",)),
        (b"x", Code.NOT_DATA, ()),
        ([datetime(2026, 1, 1, tzinfo=UTC)], Code.NOT_DATA, ("0",)),
        ({"a": float("nan")}, Code.NOT_FINITE, ("a",)),
        ({"a": float("-inf")}, Code.NOT_FINITE, ("a",)),
        ([Decimal("sNaN")], Code.NOT_FINITE, ("0",)),
        ([10**40], Code.NUMBER_TOO_LONG, ("0",)),
        ([-(10**5000)], Code.NUMBER_TOO_LONG, ("0",)),
        ([1e300], Code.NUMBER_TOO_LONG, ("0",)),
        ([Decimal("1E+999999")], Code.NUMBER_TOO_LONG, ("0",)),
        ({1: "x"}, Code.KEY_NOT_TEXT, ()),
        ({"a": {None: "x"}}, Code.KEY_NOT_TEXT, ("a",)),
        ({(1, 2): "x"}, Code.KEY_NOT_TEXT, ()),
        ({Colour.RED: 1, "a": "\x1b[31m"}, Code.CONTROL_CHARACTER, ("a",)),
        (nested(65), Code.TOO_DEEP, ("0",) * 64),
        (cyclic(), Code.CYCLE, ("1",)),
        ([0] * 50_001, Code.TOO_MANY_VALUES, ()),
    ],
)
def test_fault(data: object, code: Code, path: tuple[str, ...]) -> None:
    """What is no plain data is one finding with its code, the path to it and something to do."""
    (finding,) = from_python(data, SOURCE).findings
    expected_path = () if code in (Code.TOO_DEEP, Code.TOO_MANY_VALUES) else path
    assert (code, Place("plugin laget_x", path=expected_path)) == (finding.code, finding.place)
    assert finding.hint


def test_faulty_values_are_nothing() -> None:
    """A value that is no data stands in the tree as nothing."""
    node = from_python({"a": object(), "b": 1}, SOURCE).node
    assert node is not None
    assert {"a": None, "b": 1} == plain(node)


def test_two_keys_that_become_one() -> None:
    """Two keys that a forbidden character told apart are a repetition, told without a line."""
    findings = from_python({"\x00": 1, "\x01": 2}, SOURCE).findings
    repeated = [finding.message for finding in findings if finding.code == Code.DUPLICATE_KEY]
    assert repeated == ["the key «\N{REPLACEMENT CHARACTER}» stands twice in one mapping"]
