"""Norwegian national identity numbers: known when seen, and never repeated.

Reads text or a number, gives whether and where it holds a *fødselsnummer* or a *D-nummer*.
Synthetic numbers count as valid: they are built so, and tests need something to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from laget.documents.limits import MAX_QUOTE

HIDDEN: Final = "[identity number]"
_LENGTH: Final = 11
_SEPARATOR: Final = r"[\s.\-\u2010-\u2015/_]"
_LOOKS_LIKE_ONE: Final = re.compile(
    rf"(?<!\d)(?=(\d\d{_SEPARATOR}?\d\d{_SEPARATOR}?\d\d{_SEPARATOR}{{0,3}}\d{{3}}{_SEPARATOR}?\d\d)(?!\d))",
)
_FIRST_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAY_OF_D_NUMBER: Final = 40
_SYNTHETIC_MONTHS: Final = (80, 65, 40)
_LAST_MONTH: Final = 12


def is_identity_number(text: str) -> bool:
    """Tell whether the whole text is one valid identity number, with or without separators."""
    return find_identity_number(text.strip()) == (0, len(text.strip()))


def find_identity_number(text: str) -> tuple[int, int] | None:
    """Give start and end of the first valid identity number inside a text."""
    return next(_spans(text), None)


def number_is_identity_number(number: int | Decimal) -> bool:
    """Tell whether a whole number is an identity number, also one that lost its leading zero."""
    size = -number if number < 0 else number
    if not 10 ** (_LENGTH - 2) <= size < 10**_LENGTH or size != int(size):
        return False
    return _is_valid(str(int(size)).zfill(_LENGTH))


def redact(text: str) -> str:
    """Give the text with each valid identity number replaced by a fixed word."""
    if len(text) < _LENGTH:
        return text
    shown, end = [], 0
    for first, last in _spans(text):
        shown += [text[end:first], HIDDEN] if first >= end else []
        end = last
    return "".join([*shown, text[end:]])


def quoted(text: str) -> str:
    """Give a piece of a document as a message may show it: short, and never with ten digits or more.

    A mistyped identity number points at a person nearly as well as a right one.
    """
    digits = sum(character.isdigit() for character in text)
    if digits >= _LENGTH - 1:
        return f"«[{digits} digits, not shown]»"
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= MAX_QUOTE else f"«{line[: MAX_QUOTE - 1]}…»"


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _LOOKS_LIKE_ONE.finditer(text):
        if _is_valid("".join(filter(str.isdecimal, match[1]))):
            yield match.span(1)


def _is_valid(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    return (
        _divides(numbers, _FIRST_WEIGHTS)
        and _divides(numbers, _SECOND_WEIGHTS)
        and _has_real_date(int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    )


def _divides(numbers: list[int], weights: tuple[int, ...]) -> bool:
    """Check one control digit: the weighted sum, itself included, divides by eleven."""
    return sum(number * weight for number, weight in zip(numbers, weights, strict=False)) % 11 == 0


def _has_real_date(day: int, month: int, year: int) -> bool:
    """Tell whether the six digits are a day in some century; 29 February 1900 is let through as 2000."""
    month -= next((added for added in _SYNTHETIC_MONTHS if added < month <= added + _LAST_MONTH), 0)
    try:
        date(2000 + year, month, day - _DAY_OF_D_NUMBER if day > _DAY_OF_D_NUMBER else day)
    except ValueError:
        return False
    return True
