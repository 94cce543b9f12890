"""Hours: what an expression of the OpenStreetMap notation of opening hours says of a moment.

Reads expressions such as `Mo-Fr 08:00-16:00; PH off`; gives open, closed or unknown, and the exact
moments at which that changes. All times are Norwegian wall time without a zone: the hour that
the clock skips in March, and the one it repeats in October, are hours like any other. `PH` is
Norwegian public holidays. The library that reads the notation is imported when hours are first asked for.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from laget.errors import UnknownHolidaysError

if TYPE_CHECKING:
    from opening_hours import OpeningHours

FIRST: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - wall time
"""The first moment for which public holidays are known."""
END: Final = datetime(2076, 1, 1)  # noqa: DTZ001 - wall time
"""The moment from which they are no longer known: after it, the library finds none."""

SCHEMES: Final = 256
"""How many expressions are kept parsed."""

_COLUMN: Final = re.compile(r"--> (\d+):(\d+)")
_EXPECTED: Final = re.compile(r"= expected (.*)")
_QUOTED: Final = re.compile(r'"[^"]*"')
_UNKNOWN_HERE: Final = (
    (re.compile(r"\bSH\b"), "school holidays («SH»)", "nothing here knows when they are"),
    (re.compile(r"\b(?:sunrise|sunset|dawn|dusk)\b"), "the sun", "an office's place is not known here"),
)


@frozen
class Misnoted:
    """Why an expression does not say when something is open."""

    offset: int
    """The character at which it goes wrong, from 0."""
    message: str
    hint: str


@frozen
class Stretch:
    """A stretch of time in which something is open, closed, or one of them."""

    start: datetime
    end: datetime
    """The first moment after it."""
    open: bool | None
    """Whether it is open; `None` where the expression itself says that it is not known."""


def misnoted(expression: str) -> Misnoted | None:
    """Say why an expression cannot be used; `None` when it can.

    >>> misnoted("Mo-Fr 08:00-16:00; PH off")
    >>> misnoted("Mo-Fr 08.00-16.00").offset
    6
    """
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), expression)
    for pattern, what, why in _UNKNOWN_HERE:
        if match := pattern.search(unquoted):
            message = f"the hours depend on {what}, and {why}"
            return Misnoted(match.start(), message, "write days and times, or leave «hours» out and say why")
    from opening_hours import ParserError  # type: ignore[attr-defined] # its stubs leave it out

    try:
        _parsed(expression)
    except ParserError as error:
        return _misread(expression, str(error))
    return None


def _misread(expression: str, said: str) -> Misnoted:
    line, column = map(int, match.groups()) if (match := _COLUMN.search(said)) else (1, 1)
    before = expression.split("\n")[: line - 1]
    offset = sum(len(text) + 1 for text in before) + column - 1
    expected = match[1].replace("_", " ") if (match := _EXPECTED.search(said)) else "days and times"
    message = f"«{expression}» cannot be read as opening hours: expected {expected.replace('EOI', 'the end')}"
    hint = "write them like «Mo-Fr 08:00-16:00; PH off»: days in two letters, hours with two digits"
    return Misnoted(offset, message, hint)


def open_at(expression: str, moment: datetime) -> bool | None:
    """Tell whether something is open; `None` where the expression says that it is not known.

    Raises `UnknownHolidaysError` for a moment whose public holidays are not known.

    >>> open_at("Mo-Fr 08:00-16:00; PH off", datetime(2027, 5, 18, 12))
    True
    >>> open_at("Mo-Fr 08:00-16:00; PH off", datetime(2027, 5, 17, 12))  # the national day
    False
    """
    state, _ = _parsed(expression).state(require_known(moment))
    return _opened(str(state))


def stretches(expression: str, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """Give what holds from one moment to another; each stretch begins where the one before ends."""
    found: list[Stretch] = []
    for first, last, state, _ in _parsed(expression).intervals(require_known(start), end):
        opened = _opened(str(state))
        if found and found[-1].open is opened:
            found[-1] = Stretch(found[-1].start, last, opened)
        else:
            found.append(Stretch(first, last, opened))
    return tuple(found)


def changes(expression: str, start: datetime, end: datetime) -> tuple[datetime, ...]:
    """Give the exact moments between two others at which something opens or closes."""
    return tuple(stretch.start for stretch in stretches(expression, start, end)[1:])


def require_known(moment: datetime) -> datetime:
    """Give a moment back; raises `UnknownHolidaysError` when its public holidays are not known."""
    if not FIRST <= moment < END:
        raise UnknownHolidaysError(moment, FIRST.year, END.year - 1)
    return moment


@lru_cache(SCHEMES)
def _parsed(expression: str) -> OpeningHours:
    from opening_hours import OpeningHours

    return OpeningHours(expression, country="NO", auto_country=False, auto_timezone=False)


def _opened(state: str) -> bool | None:
    return {"open": True, "closed": False}.get(state)
