"""Calendars: the duties of a year, of one municipality or of several together. Pure.

Reads prepared rule books; gives a `Calendar`. `laget.calendars.ical` writes it as iCalendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from laget.assessment.duties import DutyPlan
from laget.assessment.entitlements import Seen
from laget.model.answers import (
    CONTRACT,
    DutyAnswer,
    DutyState,
    MunicipalityRef,
    Receipt,
)
from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.schedule.occurrences import Occurrence


@frozen
class Part:
    """One rule book in the stretch of the year in which it holds."""

    municipality: str
    receipt: Receipt
    plans: tuple[DutyPlan, ...]
    seen: Seen
    """The case, or an empty one."""
    first: date
    last: date
    notes: tuple[str, ...] = ()


@frozen
class Found:
    """A duty of one municipality with its entries, before municipalities are put together."""

    duty: CalendarDuty
    entries: tuple[CalendarEntry, ...]


def calendar_of(  # noqa: PLR0913 - what a calendar is of
    parts: Sequence[Part],
    municipality: MunicipalityRef,
    year: int,
    on: date,
    *,
    members: tuple[MunicipalityRef, ...] = (),
    has_case: bool = False,
) -> Calendar:
    """Put the calendar of a year together from the rule books that hold in it."""
    duties, entries = _together(found for part in parts for found in _found(part, has_case=has_case))
    with_day = {entry.duty for entry in entries}
    return Calendar(
        contract=CONTRACT,
        receipts=tuple(dict.fromkeys(part.receipt for part in parts)),
        municipality=municipality,
        members=members,
        year=year,
        on=on,
        has_case=has_case,
        duties=duties,
        entries=tuple(sorted(entries, key=lambda entry: (entry.first, entry.last, entry.key))),
        without_day=tuple(duty.key for duty in duties if duty.key not in with_day),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def _found(part: Part, *, has_case: bool) -> Iterator[Found]:
    for plan in part.plans:
        if has_case and not plan.bears_on(part.seen):
            continue
        entries = [
            _entry(plan.answer(occurrence, part.seen), occurrence, has_case=has_case)
            for occurrence in plan.in_stretch(part.seen, part.first, part.last)
        ]
        yield Found(_duty(plan.plain, part.municipality), tuple(entries))


def _duty(answer: DutyAnswer, municipality: str) -> CalendarDuty:
    return CalendarDuty(
        key=answer.id,
        id=answer.id,
        municipalities=(municipality,),
        text=answer.text,
        when=answer.when,
        owner=answer.owner,
        owner_name=answer.owner_name,
        to=answer.to,
        to_name=answer.to_name,
        force=answer.force,
        about=answer.about,
        forms=answer.forms,
        unclear=answer.unclear,
        sources=answer.sources,
        law=answer.law,
    )


def _entry(answer: DutyAnswer, occurrence: Occurrence, *, has_case: bool) -> CalendarEntry:
    first, last = answer.window or (answer.due or date.min, answer.due or date.max)
    anchor = occurrence.anchor
    names = [anchor.name, anchor.about, str(anchor.number)] if anchor else []
    return CalendarEntry(
        key="/".join([answer.id, *(name or "-" for name in names), str(occurrence.number)]),
        duty=answer.id,
        first=first,
        last=last,
        is_day=answer.due is not None,
        times=answer.times,
        about=answer.about,
        counted_from=answer.counted_from,
        day_off=answer.day_off,
        moved_from=answer.moved_from,
        state=answer.state if has_case else DutyState.UNKNOWN,
        overdue=answer.overdue if has_case else None,
        done_on=answer.done_on,
    )


def _together(found: Iterable[Found]) -> tuple[tuple[CalendarDuty, ...], list[CalendarEntry]]:
    """Join what says the same in several municipalities, or in several stretches of the year."""
    same: dict[CalendarDuty, list[Found]] = {}
    for one in found:
        same.setdefault(evolve(one.duty, municipalities=()), []).append(one)
    ids = [duty.id for duty in same]
    duties: list[CalendarDuty] = []
    entries: dict[str, CalendarEntry] = {}
    for duty, parts in same.items():
        places = tuple(dict.fromkeys(name for one in parts for name in one.duty.municipalities))
        key = duty.id if ids.count(duty.id) == 1 else f"{duty.id}@{'+'.join(places)}"
        duties.append(evolve(duty, key=key, municipalities=places))
        for entry in (entry for one in parts for entry in one.entries):
            own = entry.key.replace(duty.id, key, 1)
            entries[own] = evolve(entry, key=own, duty=key)
    return tuple(duties), list(entries.values())
