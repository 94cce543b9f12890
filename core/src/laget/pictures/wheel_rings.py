"""Rings of a year wheel: the duties of a calendar by owner, numbered, and where on the wheel they stand.

Reads a `Calendar`; gives rings from the outermost inwards, with the radius of everything in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from math import degrees
from types import MappingProxyType

from attrs import evolve, frozen

from laget.model.answers import DutyState
from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.pictures.colours import HUES
from laget.pictures.polar import ROUND, Extent, angle_of

NOBODY = "grey"
"""The colour of what the source gives no owner for."""
_OWNED = tuple(name for name in HUES if name != NOBODY)

PADDING = 4.0
NAME = 17.0
"""How high the row with the owner's name is."""
LANE = 24.0
"""How high a row of markers is."""
STRIP = 9.0
LABEL = 19.0
"""How high a row of arcs is, and the row that says what they are."""
GAP = 5.0
"""How far rings stand apart."""
LEAST = 72.0
"""How much room the year in the middle needs."""
WIDEST = 236.0
"""How far out rings reach, unless they are so many that the wheel must grow."""
APART = 23.0
"""How far two markers on a row stand apart, from middle to middle."""


Owner = tuple[str | None, str | None]
"""An owner's id and name: in a region one id may have several names, and each has a ring."""


class Look(StrEnum):
    """How a marker is drawn: its shape says where the duty stands in a case."""

    PLAIN = "plain"
    DONE = "done"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@frozen
class Mark:
    """A day on the wheel."""

    number: int
    day: date
    look: Look
    radius: float = 0


@frozen
class Band:
    """The stretches of one duty, and what is written below them."""

    number: int
    duty: CalendarDuty
    entries: tuple[CalendarEntry, ...]
    outer: float = 0
    """Where the arcs begin, from outside."""


@frozen
class Ring:
    """What one owner does: days, each on one of several rows, and stretches."""

    owner: Owner
    hue: str
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    radii: Extent = (0, 0)


def look_of(entry: CalendarEntry, *, has_case: bool) -> Look:
    """Give how an entry is drawn; without a case nothing is known, and all look the same."""
    if not has_case:
        return Look.PLAIN
    if entry.state is DutyState.DONE:
        return Look.DONE
    if entry.overdue:
        return Look.OVERDUE
    return Look.PLAIN if entry.state is DutyState.OPEN else Look.UNKNOWN


def numbers_of(calendar: Calendar) -> Mapping[str, int]:
    """Number the duties that fall in the year, by key: first those with a day, as they come."""
    entries = sorted(calendar.entries, key=lambda entry: not entry.is_day)
    keys = dict.fromkeys(entry.duty for entry in entries)
    return MappingProxyType({key: position for position, key in enumerate(keys, 1)})


def owner_of(duty: CalendarDuty) -> Owner:
    """Give whose ring a duty stands on."""
    return duty.owner, duty.owner_name


def hues_of(calendar: Calendar) -> Mapping[Owner, str]:
    """Give a colour to each owner that the wheel has a ring for."""
    duties = {duty.key: duty for duty in calendar.duties}
    owners = dict.fromkeys(owner_of(duties[key]) for key in numbers_of(calendar))
    named = [owner for owner in owners if owner[0] is not None]
    hues = {owner: _OWNED[position % len(_OWNED)] for position, owner in enumerate(named)}
    return MappingProxyType({owner: hues.get(owner, NOBODY) for owner in owners})


def rings_of(calendar: Calendar) -> tuple[Ring, ...]:
    """Give the rings of a calendar, placed; those whose owner is not known innermost."""
    rings = sorted(_rings(calendar), key=lambda ring: ring.owner[0] is None)
    widest = WIDEST
    placed = _placed(rings, calendar.year, widest)
    while placed and placed[-1].radii[0] < LEAST:
        widest += min(LEAST - placed[-1].radii[0], LANE)
        placed = _placed(rings, calendar.year, widest)
    return placed


def _rings(calendar: Calendar) -> list[Ring]:
    numbers = numbers_of(calendar)
    made = []
    for owner, hue in hues_of(calendar).items():
        own = [duty for duty in calendar.duties if owner_of(duty) == owner and duty.key in numbers]
        own.sort(key=lambda duty: numbers[duty.key])
        days = [(numbers[duty.key], entry) for duty in own for entry in _entries(calendar, duty, days=True)]
        marks = {
            Mark(number, entry.last, look_of(entry, has_case=calendar.has_case)) for number, entry in days
        }
        stretches = [(duty, _entries(calendar, duty, days=False)) for duty in own]
        bands = [Band(numbers[duty.key], duty, found) for duty, found in stretches if found]
        ordered = sorted(marks, key=lambda mark: (mark.day, mark.number, mark.look))
        made.append(Ring(owner, hue, tuple(ordered), tuple(bands)))
    return made


def _entries(calendar: Calendar, duty: CalendarDuty, *, days: bool) -> tuple[CalendarEntry, ...]:
    return tuple(found for found in calendar.entries if found.duty == duty.key and found.is_day is days)


def _placed(rings: Iterable[Ring], year: int, widest: float) -> tuple[Ring, ...]:
    """Place rings from outside in."""
    placed = []
    outer = widest
    for ring in rings:
        at = outer - PADDING - NAME
        marks, at = _in_rows(ring.marks, year, at)
        bands = [
            evolve(band, outer=at - position * (STRIP + LABEL)) for position, band in enumerate(ring.bands)
        ]
        inner = at - len(bands) * (STRIP + LABEL) - PADDING
        placed.append(evolve(ring, marks=marks, bands=tuple(bands), radii=(inner, outer)))
        outer = inner - GAP
    return tuple(placed)


def _in_rows(marks: Sequence[Mark], year: int, outer: float) -> tuple[tuple[Mark, ...], float]:
    """Place markers on rows so that none hides another; gives where the next thing begins."""
    placed: list[Mark] = []
    left = list(marks)
    while left:
        radius = max(outer - LANE / 2, APART)
        row: list[Mark] = []
        for mark in left:
            if not row or _is_free(mark, row, year, degrees(APART / radius)):
                row.append(mark)
        left = [mark for mark in left if mark not in row]
        placed += [evolve(mark, radius=radius) for mark in row]
        outer -= LANE
    return tuple(placed), outer


def _is_free(mark: Mark, row: Sequence[Mark], year: int, apart: float) -> bool:
    """Tell whether a marker stands clear of the last on its row, and of the first, round the year's end."""
    at, first, last = (angle_of(one.day, year) for one in (mark, row[0], row[-1]))
    return at - last >= apart and first + ROUND - at >= apart
