"""Everything that can be wrong with the form of a YAML document, and where it is said to be."""

from __future__ import annotations

from time import perf_counter

import pytest

from laget.documents.codes import Code
from laget.documents.limits import MAX_BYTES, MAX_FINDINGS, MAX_VALUES
from laget.documents.tree import plain
from laget.documents.yaml_reader import read_yaml
from laget.findings import Severity

FAULTS = [
    ("a: 1\nb: 2\na: 3\n", Code.DUPLICATE_KEY, 3, 1),
    ("- x\n- {k: 1, 'k': 2}\n", Code.DUPLICATE_KEY, 2, 10),
    ("a: !x 1", Code.FOREIGN_TAG, 1, 4),
    ("a: !!python/object:os.system {}", Code.FOREIGN_TAG, 1, 4),
    ("- !!str\n  - 1", Code.FOREIGN_TAG, 1, 3),
    ("a: !e!x 1", Code.FOREIGN_TAG, 1, 4),
    ("a: &x 1", Code.ANCHOR, 1, 4),
    ("a: &x [1]", Code.ANCHOR, 1, 4),
    ("a: *x", Code.ANCHOR, 1, 4),
    ("*x : 1", Code.ANCHOR, 1, 1),
    ("a: 1\n<<: {b: 2}", Code.MERGE_KEY, 2, 1),
    ("a:\n\tb: 1", Code.TAB_INDENTATION, 2, 1),
    ("a:\n  b: 1\n\tc: 2", Code.TAB_INDENTATION, 3, 1),
    ("\ufeffa: 1", Code.BYTE_ORDER_MARK, 1, 1),
    (b"\xef\xbb\xbfa: 1", Code.BYTE_ORDER_MARK, 1, 1),
    ("a: 1\nb: æø".encode("latin-1"), Code.NOT_UTF_8, 2, 4),
    ("a: 1".encode("utf-16"), Code.NOT_UTF_8, 1, 1),
    ("a: 1\nb: x\x07", Code.CONTROL_CHARACTER, 2, 5),
    ("a: 1\n# \x7f", Code.CONTROL_CHARACTER, 2, 3),
    ("a: \x85", Code.CONTROL_CHARACTER, 1, 4),
    ("a: \u2028", Code.CONTROL_CHARACTER, 1, 4),
    ("a: \u2029", Code.CONTROL_CHARACTER, 1, 4),
    ("a: 1\nb: \ufeff", Code.CONTROL_CHARACTER, 2, 4),
    ("a: 1\rb: 2", Code.CONTROL_CHARACTER, 1, 5),
    ("a: \ud800", Code.CONTROL_CHARACTER, 1, 4),
    ('a: "x\\u0007"', Code.CONTROL_CHARACTER, 1, 4),
    ("a: 1\n%TAG ! x", Code.DIRECTIVE, 2, 1),
    ("a:\n " + "[" * 64, Code.TOO_DEEP, 2, 65),
    ("[" * 500_000, Code.TOO_DEEP, 1, 65),
    ("{a: " * 100_000, Code.TOO_DEEP, 1, 257),
    ("- " * 200_000, Code.TOO_DEEP, 1, 129),
    ("#" * (MAX_BYTES + 1), Code.TOO_LARGE, 1, 1),
    ("#" + "å" * (MAX_BYTES // 2), Code.TOO_LARGE, 1, 1),
    ("- 1\n" * MAX_VALUES, Code.TOO_MANY_VALUES, MAX_VALUES, 3),
    ("a: 1\n---\nb: 2", Code.SECOND_DOCUMENT, 2, 1),
    ("", Code.EMPTY_DOCUMENT, 1, 1),
    (" \n\n", Code.EMPTY_DOCUMENT, 1, 1),
    ("# only\n", Code.EMPTY_DOCUMENT, 1, 1),
    ("---\n", Code.EMPTY_DOCUMENT, 1, 1),
    ("1: x", Code.KEY_NOT_TEXT, 1, 1),
    ("a: 1\ntrue: x", Code.KEY_NOT_TEXT, 2, 1),
    ("~: x", Code.KEY_NOT_TEXT, 1, 1),
    ("? [a]\n: b", Code.KEY_NOT_TEXT, 1, 3),
    ("{a: {b: 1}: 2}", Code.YAML_SYNTAX, 1, 1),
    ("? {b: 1}\n: 2", Code.KEY_NOT_TEXT, 1, 3),
    ("2026-01-01: x", Code.KEY_NOT_TEXT, 1, 1),
    ('a: "x\nb: 1\n', Code.YAML_SYNTAX, 1, 4),
    ("a: 1\nb: 'x\nc: 1\n", Code.YAML_SYNTAX, 2, 4),
    ("a: [1,\n 2\nb: 3", Code.YAML_SYNTAX, 1, 4),
    ("a: {b c: d\n", Code.YAML_SYNTAX, 1, 4),
    ("a: 1\nfoo\nb: 2", Code.YAML_SYNTAX, 2, 1),
    ("a: b: c", Code.YAML_SYNTAX, 1, 5),
    ("a: - b", Code.YAML_SYNTAX, 1, 4),
    ("a: @x", Code.YAML_SYNTAX, 1, 4),
    ("a:\n  b: 1\n c: 2", Code.YAML_SYNTAX, 3, 2),
    ("- 1\nb: 2", Code.YAML_SYNTAX, 2, 1),
    ('a: "\\q"', Code.YAML_SYNTAX, 1, 5),
    ("a: 1\n...\nfoo: [", Code.YAML_SYNTAX, 3, 1),
    ("a: ]", Code.YAML_SYNTAX, 1, 4),
    ("a: 1\r\nb:\r\n  c: 9\r\n  c: 8\r\n", Code.DUPLICATE_KEY, 4, 3),
    ("a: " + "9" * 400_000, Code.NUMBER_TOO_LONG, 1, 4),
    ("a: 1\nb: [.inf]", Code.NOT_FINITE, 2, 5),
    ("a: .nan", Code.NOT_FINITE, 1, 4),
    ("a: 2026-02-30", Code.IMPOSSIBLE_DATE, 1, 4),
    ("number: 0301", Code.LEADING_ZERO, 1, 9),
]


@pytest.mark.parametrize(("data", "code", "line", "column"), FAULTS, ids=range(len(FAULTS)))
def test_fault(data: str | bytes, code: Code, line: int, column: int) -> None:
    """A fault is one finding with its code, at its exact line and column, with something to do."""
    findings = read_yaml(data, "a.yaml").findings
    assert [(code, line, column)] == [(f.code, f.place.line, f.place.column) for f in findings]
    assert all(finding.hint and len(finding.message) < 160 for finding in findings)


def test_both_places_of_a_repeated_key() -> None:
    """A repeated key tells both places, and the first value stands."""
    reading = read_yaml("x:\n  a: 1\n  a: 2", "a.yaml")
    assert reading.node is not None
    assert {"x": {"a": 1}} == plain(reading.node)
    (finding,) = reading.findings
    assert "first on line 2, column 3" in finding.message
    assert (3, ("x", "a")) == (finding.place.line, finding.place.path)


def test_path_of_a_finding() -> None:
    """A finding tells the keys and numbers that lead to the value, also below an unusable key."""
    (first, second) = read_yaml("a:\n- 1: {b: 0301}", "a.yaml").findings
    assert (("a", "0"), ("a", "0", "?", "b")) == (first.place.path, second.place.path)


def test_faulty_values_stay_as_text() -> None:
    """A value that is refused stays in the tree as its text, so that the rest is checked too."""
    node = read_yaml("a: *x\nb: 2026-02-30\nc: 0301\n1: y\nd: &z 1", "a.yaml").node
    assert node is not None
    assert {"a": "*x", "b": "2026-02-30", "c": "0301", "d": 1} == plain(node)


def test_smuggled_characters_are_replaced() -> None:
    """A control character written as an escape never reaches the tree."""
    node = read_yaml('a: "x\\e[31m"', "a.yaml").node
    assert node is not None
    assert {"a": "x\N{REPLACEMENT CHARACTER}[31m"} == plain(node)


def test_byte_order_mark_is_a_warning() -> None:
    """A byte order mark is a warning, and the document is read without it."""
    reading = read_yaml("\ufeffa: 1", "a.yaml")
    assert reading.node is not None
    assert ([Severity.WARNING], {"a": 1}) == ([f.severity for f in reading.findings], plain(reading.node))


def test_first_document_is_kept() -> None:
    """The first of two documents is read, and the second is not looked at."""
    node = read_yaml("a: 1\n---\n]", "a.yaml").node
    assert node is not None
    assert {"a": 1} == plain(node)


def test_all_findings_at_once() -> None:
    """Faults before a syntax error are told together with it."""
    findings = read_yaml("a: 0301\nb: *x\nc: ]", "a.yaml").findings
    assert [Code.LEADING_ZERO, Code.ANCHOR, Code.YAML_SYNTAX] == [f.code for f in findings]


@pytest.mark.parametrize("line", ["- 007\n", "\x07\n", "%\n"])
def test_findings_are_capped(line: str) -> None:
    """A file with very many findings shows the first hundred and says that there are more."""
    findings = read_yaml(line * 5_000, "a.yaml").findings
    assert MAX_FINDINGS + 1 == len(findings)
    assert (Code.TOO_MANY_FINDINGS, MAX_FINDINGS + 1) == (findings[-1].code, findings[-1].place.line)


def test_offset_of_a_wrong_byte() -> None:
    """A byte that is not UTF-8 is told with its offset."""
    (finding,) = read_yaml(b"a: \xe5", "a.yaml").findings
    assert finding.message == "the byte 0xE5 at offset 3 is not UTF-8"


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "{", "- ", "? ", "a: ", "'\n", '"', '"\\', "#", "\n", ",", "[,", "!", "!a ", "&a ", "*a "),
        *("> \n", "|\n \n", ": ", "a\n", "-\n", "\t", "%\n", "---\n", "[]", "\\", "1", "\x07", "a: |\n", "é"),
    ],
)
def test_hostile_repetition_is_quick(piece: str) -> None:
    """Half a megabyte of any small piece is read or refused within seconds."""
    begun = perf_counter()
    read_yaml(piece * (MAX_BYTES // len(piece.encode())), "a.yaml")
    assert perf_counter() - begun < 5
