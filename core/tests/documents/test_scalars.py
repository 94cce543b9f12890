"""What an unquoted word means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from laget.documents.codes import Code
from laget.documents.scalars import Fault, number, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        *((text, int(text, 0)) for text in ("0", "-19", "+12", "0o7", "0x3A")),
        *((text, Decimal(text)) for text in ("0.", "-0.0", ".5", "+12e03", "-2E+05", "1.10", "0.5", "1e40")),
        ("2026-02-28", date(2026, 2, 28)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_core_schema(text: str, value: object) -> None:
    """The words of the YAML 1.2 core schema, and ISO dates, have the value and the type that they name."""
    found = resolve(text)
    assert (type(value), value) == (type(found), found)


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "y", "nUll", "tRUE", "12:30", "1_000", "0b1", "0x", "0o8", "-0x1", "."),
        *("-", "+", "1.2.3", "1e", "2026-1-1", "2026-01-01T10:00", "1 000", "+.nan", "٣", "1 1 1980"),
    ],
)
def test_all_else_is_text(text: str) -> None:
    """A word outside the core schema is text, also where YAML 1.1 saw a value in it."""
    assert text == resolve(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-02-30", Code.IMPOSSIBLE_DATE),
        ("0000-01-01", Code.IMPOSSIBLE_DATE),
        ("0301", Code.LEADING_ZERO),
        ("-007", Code.LEADING_ZERO),
        ("01.10", Code.LEADING_ZERO),
        (".inf", Code.NOT_FINITE),
        ("-.INF", Code.NOT_FINITE),
        (".NaN", Code.NOT_FINITE),
        ("9" * 41, Code.NUMBER_TOO_LONG),
        ("9" * 500_000, Code.NUMBER_TOO_LONG),
        ("0x" + "f" * 500_000, Code.NUMBER_TOO_LONG),
        ("1e41", Code.NUMBER_TOO_LONG),
        ("1e-999999999", Code.NUMBER_TOO_LONG),
    ],
)
def test_faults(text: str, code: Code) -> None:
    """A number or a date that cannot be meant so is a fault, and keeps its text."""
    found = resolve(text)
    assert isinstance(found, Fault)
    assert (code, text) == (found.code, found.text)


def test_longest_number() -> None:
    """A number of forty digits is read exactly."""
    assert 10**39 == number("1" + "0" * 39)
