"""Words of a year wheel: what it calls owners, days and states, and the whole wheel in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.pictures.wheel_rings import Band, Owner, numbers_of
from laget.render.calendar import state_words
from laget.render.words import day as written
from laget.render.words import listed
from laget.texts import say


def day_words(day: date, language: str) -> str:
    """Write a day without its year.

    >>> day_words(date(2026, 6, 1), "nb")
    '1. juni'
    """
    return f"{day.day}. {say(f'month_{day.month}', language)}"


def owner_words(owner: Owner, language: str) -> str:
    """Name an owner, or say that the source does not, as a heading."""
    words = owner[1] or owner[0] or say("calendar_not_said", language)
    return words[:1].upper() + words[1:]


def band_words(band: Band, year: int, language: str) -> str:
    """Say how often something is done, short enough to stand on a ring."""
    only = band.entries[0] if len(band.entries) == 1 else None
    if only and only.times == 1 and (only.first, only.last) == (date(year, 1, 1), date(year, 12, 31)):
        return say("wheel_once_a_year", language)
    return band.duty.when


def title_words(calendar: Calendar, language: str) -> str:
    """Say what the picture is."""
    return say("wheel_title", language, name=calendar.municipality.name, year=str(calendar.year))


def under_title(calendar: Calendar, language: str) -> str:
    """Say what the wheel is of: a case on a day, several municipalities, or all that is to be done."""
    if calendar.has_case:
        return say("wheel_of_case", language, day=written(calendar.on, language))
    if calendar.members:
        names = listed((found.name for found in calendar.members), language=language)
        return say("wheel_of_region", language, names=names)
    return say("wheel_of_all", language)


def entry_words(entry: CalendarEntry, language: str, *, has_case: bool) -> str:
    """Say when an entry is, whether it is a day off, and in a case whether it is done."""
    until = "" if entry.is_day else f"–{day_words(entry.last, language)}"
    parts = [f"{day_words(entry.first, language)}{until}"]
    if entry.day_off:
        parts[0] += f" ({entry.day_off})"
    if entry.moved_from:
        moved = say("calendar_moved", language, text=day_words(entry.moved_from, language))
        parts.append(moved)
    if has_case:
        parts.append(state_words(entry, language))
    return ": ".join([parts[0], " ".join(parts[1:])]) if parts[1:] else parts[0]


def state_groups(entries: Iterable[CalendarEntry], language: str) -> list[str]:
    """Say where stretches stand in a case: once when they stand alike, else which stand how."""
    groups: dict[str, list[str]] = {}
    for entry in entries:
        words = entry_words(entry, language, has_case=False)
        groups.setdefault(state_words(entry, language), []).append(words)
    if len(groups) == 1:
        return list(groups)
    return [f"{', '.join(when)}: {state}" for state, when in groups.items()]


def where_words(calendar: Calendar, duty: CalendarDuty, language: str) -> str | None:
    """Say which municipalities of a region a duty holds in; `None` when it holds in all."""
    names = {found.id: found.name for found in calendar.members}
    if not names or set(duty.municipalities) == set(names):
        return None
    held = listed((names.get(name, name) for name in duty.municipalities), language=language)
    return say("calendar_where", language, text=held)


def when_words(duty: CalendarDuty, language: str) -> str | None:
    """Say when a duty falls; `None` when the source does not."""
    silent = duty.when == say("timing_none", language)
    return None if silent else say("calendar_when", language, text=duty.when)


def description_of(calendar: Calendar, language: str) -> str:
    """Give the wheel in words: every duty with its number, owner and days."""
    return " ".join(_sentences(calendar, language))


def _sentences(calendar: Calendar, language: str) -> Iterator[str]:
    yield f"{title_words(calendar, language)}."
    yield under_title(calendar, language)
    duties = {duty.key: duty for duty in calendar.duties}
    dated = partial(entry_words, language=language, has_case=calendar.has_case)
    for key, number in numbers_of(calendar).items():
        duty = duties[key]
        entries = [entry for entry in calendar.entries if entry.duty == key]
        yield f"{number}: {_said(calendar, duty, language)}"
        days = [entry for entry in entries if entry.is_day]
        yield from (f"{words.rstrip('.')}." for words in map(dated, days))
        if calendar.has_case and len(days) < len(entries):
            yield from state_groups((entry for entry in entries if not entry.is_day), language)
    if not any(entry.is_day for entry in calendar.entries):
        yield say("calendar_no_days", language)
    if calendar.without_day:
        yield f"{say('calendar_without_day', language)}:"
        for key in calendar.without_day:
            yield _said(calendar, duties[key], language)
    yield from calendar.notes
    yield say("never_a_decision", language)


def _said(calendar: Calendar, duty: CalendarDuty, language: str) -> str:
    owner = say("calendar_owner", language, text=duty.owner_name or say("calendar_not_said", language))
    parts = [duty.text, when_words(duty, language), owner, where_words(calendar, duty, language)]
    return " ".join(part for part in parts if part)
