"""JSON text to a tree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from laget.documents.codes import Code
from laget.documents.json_reader import read_json
from laget.documents.limits import MAX_BYTES, MAX_VALUES
from laget.documents.tree import plain

FAULTS = [
    ('{"a": 1,\n "b": 2,\n "a": 3}', Code.DUPLICATE_KEY, 3, 2),
    ('{"a": [1, NaN]}', Code.NOT_FINITE, 1, 11),
    ('{"a": -Infinity}', Code.NOT_FINITE, 1, 7),
    ("[\n" * 65 + "]" * 65, Code.TOO_DEEP, 65, 1),
    ("[" * 500_000, Code.TOO_DEEP, 1, 65),
    ('{"a":' * 100_000, Code.TOO_DEEP, 1, 321),
    ('{"a": 1,\n}', Code.JSON_SYNTAX, 1, 8),
    ('{"a": [1, 2, ]}', Code.JSON_SYNTAX, 1, 12),
    ('{"a": 1,\n "b": x}', Code.JSON_SYNTAX, 2, 7),
    ('{"a": 1}\n{}', Code.JSON_SYNTAX, 2, 1),
    ('{"a": "x\n"}', Code.JSON_SYNTAX, 1, 9),
    ('["' + '\\"' * 200_000, Code.JSON_SYNTAX, 1, 2),
    ("{'a': 1}", Code.JSON_SYNTAX, 1, 2),
    ("", Code.EMPTY_DOCUMENT, 1, 1),
    ("9" * 500_000, Code.NUMBER_TOO_LONG, 1, 1),
    ('{"a": 1e999}', Code.NUMBER_TOO_LONG, 1, 7),
    ('{"a": "\\ud800"}', Code.CONTROL_CHARACTER, 1, 7),
    ('{"a\\u0000": 1}', Code.CONTROL_CHARACTER, 1, 2),
    ('{"a": "\u2028"}', Code.CONTROL_CHARACTER, 1, 8),
    ("[" + "1," * MAX_VALUES + "1]", Code.TOO_MANY_VALUES, 1, 2 * MAX_VALUES),
    (" " * (MAX_BYTES + 1), Code.TOO_LARGE, 1, 1),
    (b'{"a":\n "\xff"}', Code.NOT_UTF_8, 2, 3),
    (b"\xef\xbb\xbf{}", Code.BYTE_ORDER_MARK, 1, 1),
]


@pytest.mark.parametrize(("data", "code", "line", "column"), FAULTS, ids=range(len(FAULTS)))
def test_fault(data: str | bytes, code: Code, line: int, column: int) -> None:
    """A fault is one finding with its code, at its exact line and column, with something to do."""
    findings = read_json(data, "a.json").findings
    assert [(code, line, column)] == [(f.code, f.place.line, f.place.column) for f in findings]
    assert all(finding.hint for finding in findings)


def test_values() -> None:
    """Every kind of JSON value is read, with decimals exact and dates left as text."""
    text = '{"a": [1, -2.50, 1e3, true, false, null], "b": {"c": "2026-01-01", "d": "\\ud83d\\ude00\\n/"}}'
    reading = read_json(text, "a.json")
    assert reading.node is not None
    numbers = [1, Decimal("-2.50"), Decimal(1000), True, False, None]
    expected = {"a": numbers, "b": {"c": "2026-01-01", "d": "\N{GRINNING FACE}\n/"}}
    assert (expected, ()) == (plain(reading.node), reading.findings)


def test_places() -> None:
    """Each value and each key of JSON has its line and column."""
    node = read_json('{\r\n  "a": {"b":\r\n [7]}}', "a.json").node
    assert node is not None
    assert isinstance(node.value, dict)
    inner = node.value["a"]
    assert isinstance(inner.value, dict)
    listed = inner.value["b"]
    assert isinstance(listed.value, tuple)
    assert (2, 8, 2, 3) == (inner.line, inner.column, inner.key_line, inner.key_column)
    assert (3, 2, 2, 9) == (listed.line, listed.column, listed.key_line, listed.key_column)
    assert (3, 3, 0, 0) == (listed.value[0].line, listed.value[0].column, *listed.source.position(-1))
