"""Hours: each expression can be read, and the shifts of a rota leave no hour to nobody or to two.

Only `laget check` runs this: it imports the library that reads hours, and follows every rota
through twelve years from the municipality's first day, in which each date falls on each weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache

from attrs import frozen

from laget.checks.folded import Folded, Spot
from laget.documents.places import place_of_character
from laget.findings import Finding, Severity
from laget.hours import END, FIRST, SCHEMES, misnoted
from laget.model.answers import ChoiceState
from laget.model.choices import Declared
from laget.model.rotas import Rota, Shift
from laget.rotas import Turn, turns

YEARS = 12
"""How many years are followed: the least in which every date falls on every day of the week."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

ACROSS_MIDNIGHT = (
    "hours past midnight belong to the day they begin on, so that those before Monday are lost: write "
    "«Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su,PH 00:00-24:00»; or declare the source's own «hole»"
)

_PERIOD = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def check_hours(folded: Folded) -> Iterator[Finding]:
    """Find hours that cannot be read, and rotas that lose hours or give them away twice."""
    for rota in folded.book.rotas.values():
        wrong = list(check_notation(folded, rota))
        yield from wrong
        if not wrong:
            yield from _check_cover(folded, rota)


def check_notation(folded: Folded, rota: Rota) -> Iterator[Finding]:
    """Find the hours of a rota that cannot be read, at the character where they go wrong."""
    for index, shift in enumerate(rota.shifts):
        problem = None if shift.hours is None else misnoted(shift.hours)
        if problem is not None:
            spot = Spot("rotas", rota, ("shifts", index, "hours"), shift.hours)
            place, node = folded.place(spot), folded.node(spot)
            if node is not None:
                place = place_of_character(node, problem.offset, place.path)
            yield Finding("hours", problem.message, place, hint=problem.hint)


def _check_cover(folded: Folded, rota: Rota) -> Iterator[Finding]:
    hole, overlap = _first_faults(rota.shifts, folded.book.layer.valid.first.year)
    if hole is not None:
        message = f"nobody answers for «{rota.id}» {_when(hole.turn)}, {_between(hole)}"
        yield from _fault(folded, rota, "hole", message, _hole_hint(rota))
    elif rota.hole is not None:
        yield _declared(folded, rota, "hole", rota.hole.note)
    if overlap is not None:
        message = f"both {_offices(overlap.turn.sure)} answer for «{rota.id}» {_when(overlap.turn)}"
        hint = "change the hours of one of them, or declare the source's own «overlap»"
        yield from _fault(folded, rota, "overlap", message, hint)
    elif rota.overlap is not None:
        yield _declared(folded, rota, "overlap", rota.overlap.note)


def _fault(folded: Folded, rota: Rota, code: str, message: str, hint: str) -> Iterator[Finding]:
    """Give a hole or an overlap: a note when the source itself has it."""
    declared: Declared | None = getattr(rota, code)
    if declared is None:
        yield Finding(code, message, folded.place(Spot("rotas", rota, (), rota), "shifts"), hint=hint)
    else:
        yield _declared(folded, rota, code, f"{message}, to name the first time: {declared.note}")


def _declared(folded: Folded, rota: Rota, code: str, note: str) -> Finding:
    place = folded.place(Spot("rotas", rota, (), rota), code)
    return Finding(f"declared-{code}", note, place, Severity.NOTE)


@frozen
class _Fault:
    """A turn that is a hole or an overlap, with the turns around it."""

    turn: Turn
    before: Turn | None
    after: Turn | None


@lru_cache(SCHEMES)
def _first_faults(shifts: tuple[Shift, ...], year: int) -> tuple[_Fault | None, _Fault | None]:
    """Give the first hole and the first overlap; kept, since municipalities of one region share rotas."""
    start = datetime(min(max(year, FIRST.year), END.year - YEARS), 1, 1)  # noqa: DTZ001 - wall time
    found = turns(Rota(id="", name="", shifts=shifts), start, start.replace(year=start.year + YEARS))
    rows = list(zip(found, (None, *found[:-1]), (*found[1:], None), strict=True))
    hole = next((_Fault(*row) for row in rows if row[0].state is ChoiceState.SILENT), None)
    return hole, next((_Fault(*row) for row in rows if row[0].overlaps), None)


def _between(fault: _Fault) -> str:
    before, after = (_offices(turn.shifts) if turn else "nobody" for turn in (fault.before, fault.after))
    return f"after {before} and before {after}"


def _offices(shifts: Iterable[Shift]) -> str:
    names = dict.fromkeys(f"«{shift.office}»" if shift.office else "somebody unnamed" for shift in shifts)
    return " and ".join(names) or "nobody"


def _when(turn: Turn) -> str:
    first, last = (
        f"{DAYS[moment.weekday()]} {moment.isoformat(' ', 'minutes')}" for moment in (turn.start, turn.end)
    )
    return f"from {first} to {last}"


def _hole_hint(rota: Rota) -> str:
    periods = [found for shift in rota.shifts for found in _PERIOD.findall(shift.hours or "")]
    if any(last <= first for first, last in periods):
        return ACROSS_MIDNIGHT
    return "add a shift, change its hours, or declare with «hole» that the source leaves them open"
