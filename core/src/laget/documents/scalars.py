"""What an unquoted word of a document means: the core schema of YAML 1.2, and ISO dates.

Plain PyYAML follows YAML 1.1, where `no` is false and `12:30` is 750; here both are text.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import frozen

from laget.documents.codes import Code
from laget.documents.identity import quoted
from laget.documents.limits import MAX_NUMBER_LENGTH
from laget.documents.tree import Scalar

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST_OF_NUMBER: Final = frozenset("+-.0123456789")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?(?P<exponent>[0-9]+))?")
_LEADING_ZERO: Final = re.compile(r"[-+]?0[0-9]")


@frozen
class Fault:
    """What is wrong with one scalar, and the text that stands in the tree instead."""

    code: Code
    message: str
    hint: str
    text: str | None = None


def resolve(text: str) -> Scalar | Fault:
    """Give what an unquoted word of YAML means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST_OF_NUMBER:
        return text
    if _DATE.fullmatch(text):
        return _date(text)
    if _NOT_FINITE.fullmatch(text):
        return not_finite(text)
    return number(text)


def number(text: str) -> int | Decimal | str | Fault:
    """Give the number that a text is, or the text where it is none."""
    if _OTHER_BASE.fullmatch(text):
        return too_long(text) if len(text) > MAX_NUMBER_LENGTH else int(text, 0)
    match = _DECIMAL.fullmatch(text)
    if not match:
        return text
    if len(text) > MAX_NUMBER_LENGTH or int(match["exponent"] or 0) > MAX_NUMBER_LENGTH:
        return too_long(text)
    if _LEADING_ZERO.match(text):
        return _leading_zero(text)
    return int(text) if _INTEGER.fullmatch(text) else Decimal(text)


def not_finite(text: str | None = None) -> Fault:
    """Say that infinities and not-a-number are no numbers here."""
    return Fault(
        Code.NOT_FINITE,
        "infinity and not-a-number are no values; expected a finite number",
        "write a number, leave the entry out, or quote it if it is text",
        text,
    )


def too_long(text: str | None = None) -> Fault:
    """Say that a number has more digits, or a larger exponent, than any real one."""
    return Fault(
        Code.NUMBER_TOO_LONG,
        f"the number is longer than {MAX_NUMBER_LENGTH} characters, or its exponent is larger than that",
        "write a shorter number, or quote it if it is text",
        text,
    )


def _date(text: str) -> date | Fault:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Fault(
            Code.IMPOSSIBLE_DATE,
            f"{quoted(text)} is no day in the calendar; expected a date as year-month-day",
            "correct the date, or quote it if it is text",
            text,
        )


def _leading_zero(text: str) -> Fault:
    return Fault(
        Code.LEADING_ZERO,
        f"{quoted(text)} is a number to YAML and would lose its leading zero",
        "put it in quotes if it is a code or an identifier; else leave out the zero",
        text,
    )
