"""iCalendar: a second library reads back every day, and entries are known again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from ical.calendar import Calendar as Read
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from laget.exports.ical import ical_of
from laget.model.calendars import Calendar
from laget.model.handbook import Handbook
from laget.municipality import Municipality

CASE: dict[str, Any] = {
    "events": [
        {"event": "soknad_mottatt", "on": date(2026, 1, 31), "about": "turvenn"},
        {"event": "vedtak", "on": date(2026, 5, 31)},
    ]
}


def _read(written: bytes) -> Read:
    return IcsCalendarStream.calendar_from_ics(written.decode())


def _handbooks(lia: Municipality, year: int) -> dict[str, Handbook]:
    return {"lia": lia.handbook(date(year, 12, 31))}


@pytest.fixture
def calendar(lia: Municipality) -> Calendar:
    """Give the calendar of a case in Lia."""
    return lia.calendar(2026, CASE, date(2026, 3, 1))


@pytest.fixture
def events(lia: Municipality, calendar: Calendar) -> list[Event]:
    """Give its entries as another library reads them."""
    return _read(ical_of(calendar, _handbooks(lia, 2026), key="a")).events


def test_every_day_is_read_back(calendar: Calendar, events: list[Event]) -> None:
    """Each last day is an entry of that whole day, and there are no others."""
    days = sorted(entry.first for entry in calendar.entries if entry.is_day)
    assert days
    assert [(day, day + timedelta(days=1)) for day in days] == sorted(
        (event.dtstart, event.dtend) for event in events
    )


@pytest.mark.parametrize("year", [2024, 2026])
def test_a_whole_year(lia: Municipality, year: int) -> None:
    """The calendar of a whole year, also a leap year, has every day in the file."""
    calendar = lia.calendar(year)
    read = _read(ical_of(calendar, _handbooks(lia, year)))
    days = [str(entry.first) for entry in calendar.entries if entry.is_day]
    assert days == sorted(str(event.dtstart) for event in read.events)


def test_an_entry_says_where_it_stands(events: list[Event]) -> None:
    """The description has who, when, source and law."""
    found = next(event for event in events if event.dtstart == date(2026, 2, 28))
    assert "senest 1 måned etter mottatt søknad" in (found.description or "")
    assert "saksloven § 11" in (found.description or "")
    assert "Dagen er lørdag" in (found.description or "")


def test_entries_are_known_again(lia: Municipality) -> None:
    """An event that moves by a day moves its entries, which keep their UIDs."""
    moved = {"events": [CASE["events"][0], {"event": "vedtak", "on": date(2026, 6, 1)}]}
    one, other = (
        {
            event.uid: event.dtstart
            for event in _read(
                ical_of(lia.calendar(2026, case, date(2026, 3, 1)), _handbooks(lia, 2026), key="a")
            ).events
        }
        for case in (CASE, moved)
    )
    assert one.keys() == other.keys()
    assert one != other


def test_cases_are_told_apart(lia: Municipality, calendar: Calendar) -> None:
    """Two cases have no entry in common, and the key cannot be read."""
    one, other = (ical_of(calendar, _handbooks(lia, 2026), key=key) for key in ("sak 17", "sak 18"))
    uids = [{event.uid for event in _read(written).events} for written in (one, other)]
    assert uids[0].isdisjoint(uids[1])
    assert b"17" not in one.replace(b"2017", b"").split(b"UID:")[1][:40]


def test_stamps_are_the_day_asked_about(lia: Municipality, calendar: Calendar, events: list[Event]) -> None:
    """The same question gives the same bytes; a later one has a higher number, so that programs update."""
    handbooks = _handbooks(lia, 2026)
    assert ical_of(calendar, handbooks) == ical_of(calendar, handbooks)
    assert {"2026-03-01 00:00:00+00:00"} == {str(event.dtstamp) for event in events}
    later = _read(ical_of(lia.calendar(2026, CASE, date(2026, 3, 2)), handbooks, key="a")).events
    assert (later[0].sequence or 0) > (events[0].sequence or 0)


def test_what_has_no_day_stands_in_the_description(lia: Municipality) -> None:
    """A duty without a day is not made into a day, and not lost either."""
    written = ical_of(lia.calendar(2026), _handbooks(lia, 2026)).decode().replace("\r\n ", "")
    assert "Teamet rapporterer en gang i året. (hvert år)\\n– Drahjelperen" in written
