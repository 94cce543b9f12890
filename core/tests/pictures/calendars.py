"""Calendars made for tests of the year wheel: duties and days as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from laget.model.answers import DutyState, MunicipalityRef
from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.model.entitlements import Force

ON = date(2026, 6, 15)


def duty(key: str, owner: str | None = "lege", text: str = "Legen skriver.", **other: Any) -> CalendarDuty:
    """Make a duty; `other` are more of its fields."""
    known: dict[str, Any] = {
        "key": key,
        "id": key,
        "municipalities": ("lia",),
        "text": text,
        "when": "hver uke",
        "owner": owner,
        "owner_name": owner and owner.capitalize(),
        "to": None,
        "to_name": None,
        "force": Force.MUST,
        "about": (),
        "forms": (),
        "unclear": None,
        "sources": (),
        "law": (),
    }
    return CalendarDuty(**{**known, **other})


def entry(duty: str, first: date, last: date | None = None, **other: Any) -> CalendarEntry:
    """Make an entry: a day, or with `last` a stretch; `other` are more of its fields."""
    known: dict[str, Any] = {
        "key": f"{duty}/{first}",
        "duty": duty,
        "first": first,
        "last": last or first,
        "is_day": last is None,
        "times": 1,
        "about": (),
        "counted_from": None,
        "day_off": None,
        "moved_from": None,
        "state": DutyState.UNKNOWN,
        "overdue": None,
        "done_on": None,
    }
    return CalendarEntry(**{**known, **other})


def calendar(
    duties: Sequence[CalendarDuty],
    entries: Sequence[CalendarEntry],
    year: int = 2026,
    *,
    has_case: bool = False,
    members: tuple[str, ...] = (),
) -> Calendar:
    """Make a calendar of a year."""
    with_day = {found.duty for found in entries}
    return Calendar(
        contract=1,
        receipts=(),
        municipality=_reference("lia"),
        members=tuple(map(_reference, members)),
        year=year,
        on=ON,
        has_case=has_case,
        duties=tuple(duties),
        entries=tuple(sorted(entries, key=lambda found: (found.first, found.last, found.key))),
        without_day=tuple(found.key for found in duties if found.key not in with_day),
        notes=(),
    )


def _reference(name: str) -> MunicipalityRef:
    return MunicipalityRef(id=name, name=name.capitalize(), number=None)


def weeks(key: str, year: int = 2026) -> list[CalendarEntry]:
    """Give an entry for each week of a year."""
    monday = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    starts = [monday + timedelta(weeks=week) for week in range(53)]
    return [entry(key, start, start + timedelta(days=6)) for start in starts if start.year <= year]
