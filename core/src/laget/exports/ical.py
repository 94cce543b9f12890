"""iCalendar: a calendar as a file that calendar programs read (RFC 5545).

Every last day is an all-day entry. An entry keeps its UID when its day moves, and its stamps are the
date asked about and no clock, so that a program that reads the file again updates what it has. What has
no day in the source gets none: it stands in the calendar's description.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import frozen

from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.model.handbook import Handbook
from laget.render.calendar import facts_about
from laget.texts import say

if TYPE_CHECKING:
    import icalendar

EPOCH: Final = date(2020, 1, 1)
"""The day whose entries have the sequence number 0; those of earlier days have it too."""


def ical_of(
    calendar: Calendar, handbooks: Mapping[str, Handbook], language: str = "nb", key: str = ""
) -> bytes:
    """Write a calendar. `handbooks` names what it speaks of, by municipality.

    `key` tells cases apart: two calendars with different keys never have an entry in common.
    """
    return _Writer(calendar, handbooks, language, key).written()


def uid_of(calendar: Calendar, entry: CalendarEntry, key: str = "") -> str:
    """Give the name of an entry, the same whenever it is made; the key cannot be read from it."""
    named = f"{calendar.municipality.id}\n{key}\n{entry.key}"
    return f"{sha256(named.encode()).hexdigest()[:32]}@laget"


@frozen
class _Writer:
    """Writes one calendar."""

    calendar: Calendar
    handbooks: Mapping[str, Handbook]
    language: str
    key: str

    def written(self) -> bytes:
        import icalendar

        made = icalendar.Calendar()
        made.add("prodid", "-//laget//laget//NO")
        made.add("version", "2.0")
        made.add("method", "PUBLISH")
        made.add("x-wr-calname", self._say("calendar_title", name=self._name(), year=str(self.calendar.year)))
        made.add("x-wr-caldesc", icalendar.vText(self._about()))
        duties = {duty.key: duty for duty in self.calendar.duties}
        for entry in self.calendar.entries:
            if entry.is_day:
                made.add_component(self._event(entry, duties[entry.duty]))
        return bytes(made.to_ical())

    def _event(self, entry: CalendarEntry, duty: CalendarDuty) -> icalendar.Event:
        import icalendar

        event = icalendar.Event()
        stamp = datetime.combine(self.calendar.on, time(), UTC)
        event.add("uid", uid_of(self.calendar, entry, self.key))
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", max((self.calendar.on - EPOCH).days, 0))
        event.add("dtstart", entry.first)
        event.add("dtend", entry.first + timedelta(days=1))
        event.add("summary", self._say("ical_done", text=duty.text) if entry.done_on else duty.text)
        event.add("description", "\n".join(facts_about(duty, entry, self.handbooks, self.language)))
        event.add("transp", "TRANSPARENT")
        if duty.owner_name:
            event.add("categories", [duty.owner_name])
        return event

    def _about(self) -> str:
        """Give the calendar's description: what it is, and every duty that has no day in it."""
        dated = {entry.duty for entry in self.calendar.entries if entry.is_day}
        rest = [f"– {duty.text} ({duty.when})" for duty in self.calendar.duties if duty.key not in dated]
        heading = [self._say("calendar_without_day")] if rest else []
        return "\n".join([self._say("never_a_decision"), *heading, *rest])

    def _name(self) -> str:
        return self.calendar.municipality.name

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values)
