"""National identity numbers: found, and never repeated. Only synthetic ones (month + 80) stand here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.documents.codes import Code
from laget.documents.identity import (
    HIDDEN,
    find_identity_number,
    is_identity_number,
    number_is_identity_number,
    quoted,
    redact,
)
from laget.documents.identity_findings import identity_numbers
from laget.documents.json_reader import read_json
from laget.documents.python_reader import from_python
from laget.documents.tree import Node, SourceFile
from laget.documents.yaml_reader import read_yaml


def _control(digits: str, weights: tuple[int, ...]) -> str:
    return str(-sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11)


def _made(day: int, month: int, year: int, serial: int) -> str:
    """Give a number with right control digits, or an empty text when there is none."""
    nine = f"{day:02}{month:02}{year:02}{serial:03}"
    ten = nine + _control(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2))
    eleven = ten + _control(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) if len(ten) == 10 else ""
    return eleven if len(eleven) == 11 else ""


def _every(day: int, month: int, year: int) -> Iterator[str]:
    return filter(None, (_made(day, month, year, serial) for serial in range(1000)))


NUMBER = next(_every(1, 81, 15))
"""A synthetic number with a leading zero."""
OTHER = next(_every(17, 85, 15))
synthetic = st.builds(_made, st.integers(1, 28), st.integers(81, 92), st.integers(0, 99), st.integers(0, 999))
valid = synthetic.filter(bool)


@settings(max_examples=50)
@given(valid)
def test_valid_numbers_are_known(number: str) -> None:
    """Every number with a real date and right control digits is an identity number."""
    assert is_identity_number(number)


@settings(max_examples=50)
@given(valid, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit(number: str, at: int, added: int) -> None:
    """A number with one digit changed is none."""
    changed = number[:at] + str((int(number[at]) + added) % 10) + number[at + 1 :]
    assert not is_identity_number(changed)


@pytest.mark.parametrize(("day", "month"), list(product([17, 57], [45, 70, 85])))
def test_series(day: int, month: int) -> None:
    """D-numbers and each synthetic series count as identity numbers."""
    assert is_identity_number(next(_every(day, month, 15)))


@pytest.mark.parametrize(("day", "month", "year"), [(32, 81, 15), (0, 81, 15), (30, 82, 15), (29, 82, 15)])
def test_impossible_dates(day: int, month: int, year: int) -> None:
    """A number whose date is in no calendar is none."""
    assert not is_identity_number(next(_every(day, month, year)))


@pytest.mark.parametrize("month", [80, 40, 65, 0, 93, 99, 13])
def test_impossible_months(month: int) -> None:
    """A number whose month is in no series is none."""
    assert not is_identity_number(next(_every(17, month, 15)))


def test_leap_day() -> None:
    """The 29th of February is a date in a leap year."""
    assert is_identity_number(next(_every(29, 82, 16)))


@pytest.mark.parametrize("separator", ["", " ", "-", ".", "\u00a0", "\u2013", " - ", "\n", "/"])
def test_separators(separator: str) -> None:
    """A number is known with blanks, dots, dashes or a line end between its two parts."""
    assert is_identity_number(f" {OTHER[:6]}{separator}{OTHER[6:]} ")


def test_date_with_dots() -> None:
    """A number is known with its date written with dots, and its last part in two."""
    text = f"{OTHER[:2]}.{OTHER[2:4]}.{OTHER[4:6]} {OTHER[6:9]} {OTHER[9:]}"
    assert is_identity_number(text)


@pytest.mark.parametrize(("before", "after"), [("fnr", "x"), ("nr. 12 ", ", og"), ("", " 12"), ("1.", ".")])
def test_inside_a_text(before: str, after: str) -> None:
    """A number is found inside a longer text, with its exact place."""
    text = f"{before}{OTHER}{after}"
    assert (len(before), len(before) + 11) == find_identity_number(text)
    assert f"{before}{HIDDEN}{after}" == redact(text)


@pytest.mark.parametrize(
    "text", ["", "x", "1" + OTHER, OTHER + "1", OTHER[:10], "2026-03-01 12:30", "9" * 30]
)
def test_none_inside(text: str) -> None:
    """A longer or shorter row of digits, or an ordinary text, is left as it is."""
    assert (None, text) == (find_identity_number(text), redact(text))


def test_several() -> None:
    """Every number in a text is hidden."""
    assert f"a {HIDDEN}, {HIDDEN} b" == redact(f"a {OTHER}, {NUMBER} b")


def test_overlapping() -> None:
    """Two numbers that share digits are hidden together."""
    first = next(number for day in range(1, 29) for number in _every(day, 81, 15) if number.endswith("17"))
    digits = (*_groups(first), *_groups(OTHER)[1:])
    assert f"a {HIDDEN} b" == redact(f"a {' '.join(digits)} b")


def _groups(number: str) -> tuple[str, ...]:
    return number[:2], number[2:4], number[4:6], number[6:9], number[9:]


@pytest.mark.parametrize(
    "number", [int(OTHER), int(NUMBER), -int(NUMBER), Decimal(OTHER), Decimal(NUMBER + ".0")]
)
def test_numbers(number: int | Decimal) -> None:
    """A whole number is known also when it has lost its leading zero."""
    assert number_is_identity_number(number)


@pytest.mark.parametrize("number", [0, 10**11, 10**39, int(OTHER) + 1, Decimal(OTHER) + Decimal("0.5")])
def test_other_numbers(number: int | Decimal) -> None:
    """Another number is none."""
    assert not number_is_identity_number(number)


def _tree(text: str) -> Node:
    node = read_yaml(text, "a.yaml").node
    assert node is not None
    return node


WALKED = [
    (f"a: {OTHER}", 1, 4),
    (f"a:\n- 'nr {NUMBER}'", 2, 3),
    (f"a: {int(NUMBER)}", 1, 4),
    (f"a: {NUMBER}", 1, 4),
    (f"a: {OTHER}.0", 1, 4),
    (f"a: {OTHER[:6]}.{OTHER[6:]}", 1, 4),
    (f"a: {{'{OTHER}': 1}}", 1, 5),
    (f"a: {OTHER[:6]} {OTHER[6:]}", 1, 4),
    (f"a: >-\n  x {OTHER[:6]}\n  {OTHER[6:]}", 1, 4),
]


@pytest.mark.parametrize(("text", "line", "column"), WALKED)
def test_walk(text: str, line: int, column: int) -> None:
    """A number in a value or a key is one finding at its place."""
    (finding,) = identity_numbers(_tree(text))
    found = (finding.code, finding.place.line, finding.place.column)
    assert (Code.IDENTITY_NUMBER, line, column) == found


def test_walk_finds_nothing_else() -> None:
    """A document without identity numbers has no such findings."""
    assert list(identity_numbers(_tree("a: [1, 1.5, true, null, 2026-01-01, x, {b: +4712345678}]"))) == []


def _shown(text: str) -> str:
    """Give everything that reading and looking through a text says about it."""
    said = []
    for reading in (read_yaml(text, f"case {OTHER}.yaml"), read_json(text, f"{NUMBER}.json")):
        said += [str(finding) for finding in reading.findings]
        if reading.node is not None:
            said += [str(finding) for finding in identity_numbers(reading.node)]
            said.append(repr(reading.node.source))
    return "\n".join(said)


@pytest.mark.parametrize(
    "text",
    [
        *(text for text, _, _ in WALKED),
        *(f"{n}: 1" for n in (OTHER, NUMBER, f"'{OTHER}'", int(NUMBER))),
        *(f"'{n}': 1\n'{n}': 2" for n in (OTHER, NUMBER)),
        *(f"'x {n}': {{a: 01}}" for n in (OTHER, NUMBER)),
        *(f"a: {mark}{OTHER}" for mark in ("!", "&", "*", "!x ", "@", '"', "[", "{", "0", "\x07")),
        *(f'{{"{OTHER}": 1, "{OTHER}": NaN}}', f"&{NUMBER} a", f"{OTHER}\n{OTHER}: ]"),
    ],
)
def test_never_repeated(text: str) -> None:
    """No finding of any kind repeats an identity number, nor does a file name or a tree."""
    shown = _shown(text)
    for number in (OTHER, NUMBER, str(int(NUMBER)), f"{OTHER[:6]} {OTHER[6:]}", f"{OTHER[:6]}.{OTHER[6:]}"):
        assert number not in shown


def test_tree_does_not_show_it() -> None:
    """A tree that is printed hides identity numbers."""
    node = from_python({"a": [OTHER]}, SourceFile(OTHER)).node
    assert OTHER not in repr(node)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "«abc»"),
        ("a\n  b", "«a b»"),
        ("x" * 60, f"«{'x' * 39}…»"),
        ("nr 12345 67890", "«[10 digits, not shown]»"),
        ("12345678901", "«[11 digits, not shown]»"),
    ],
)
def test_quotes(text: str, shown: str) -> None:
    """A quoted piece of a document is short, on one line, and never has ten digits."""
    assert shown == quoted(text)
