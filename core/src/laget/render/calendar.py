"""A calendar as text: the year by month, then what has no day, each with who, how and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import frozen

from laget.model.answers import DutyState
from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.model.handbook import Handbook
from laget.render.layout import bullets, heading, marked, section, text_of, wrapped
from laget.render.words import Names, day
from laget.texts import say


def calendar_text(calendar: Calendar, handbooks: Mapping[str, Handbook], language: str = "nb") -> str:
    """Give a calendar as text; `handbooks` names what it speaks of, by municipality."""
    return text_of(_Page(calendar, handbooks, language).lines())


def facts_about(
    duty: CalendarDuty, entry: CalendarEntry | None, handbooks: Mapping[str, Handbook], language: str
) -> list[str]:
    """Give what is known of a duty, a line each; with an entry, of that very time."""
    names = Names(handbooks[duty.municipalities[0]], language)
    about = entry.about if entry else duty.about
    services = names.handbook.entitlements
    several = [handbooks[name].layer.name for name in duty.municipalities if len(handbooks) > 1]
    rows = [
        ("calendar_when", duty.when),
        ("calendar_where", names.listed(several) if several else None),
        ("calendar_owner", duty.owner_name or names.say("calendar_not_said")),
        ("calendar_to", duty.to_name),
        ("calendar_about", ", ".join(services[name].name for name in about if name in services)),
        ("calendar_forms", ", ".join(names.handbook.forms[name].title for name in duty.forms)),
        ("calendar_day_off", entry.day_off if entry else None),
        ("calendar_moved", day(entry.moved_from, language) if entry and entry.moved_from else None),
        ("calendar_force", names.say(f"rule_{duty.force.value}")),
        ("calendar_unclear", duty.unclear),
        ("calendar_basis", "; ".join(names.basis(duty.sources, duty.law))),
    ]
    return [names.say(key, text=value) for key, value in rows if value]


@frozen
class _Page:
    """The parts of the text, over one calendar."""

    calendar: Calendar
    handbooks: Mapping[str, Handbook]
    language: str

    def lines(self) -> list[str]:
        """Give all lines."""
        days = [entry for entry in self.calendar.entries if entry.is_day]
        return [*self._head(), *self._days(days), *self._windows(), *self._rest()]

    def _head(self) -> list[str]:
        asked = self.calendar.municipality
        title = self._say("calendar_title", name=asked.name, year=str(self.calendar.year))
        note = section(self._say("notes"), bullets(self.calendar.notes)) if self.calendar.notes else []
        return [*wrapped(title), "═" * len(title), *wrapped(self._say("never_a_decision")), *note]

    def _days(self, entries: Iterable[CalendarEntry]) -> Iterator[str]:
        yield from heading(self._say("calendar_days"))
        none = True
        for month, found in groupby(entries, lambda entry: entry.first.month):
            none = False
            yield from ["", self._say(f"month_{month}").upper()]
            for entry in found:
                yield from self._entry(entry)
        if none:
            yield from wrapped(self._say("calendar_no_days"), 2)

    def _entry(self, entry: CalendarEntry) -> list[str]:
        duty = self._duty(entry.duty)
        when = day(entry.first, self.language)
        off = f" ({entry.day_off})" if entry.day_off else ""
        lines = marked("•", f"{when}{off}: {duty.text}")
        lines += wrapped(state_words(entry, self.language), 4) if self.calendar.has_case else []
        return [*lines, *self._facts(duty, entry)]

    def _windows(self) -> list[str]:
        """Give what is done at some time in each stretch: once, with how often."""
        found = dict.fromkeys(entry.duty for entry in self.calendar.entries if not entry.is_day)
        lines = [line for key in found for line in self._listed(self._duty(key))]
        return [*heading(self._say("calendar_windows")), *lines] if lines else []

    def _rest(self) -> list[str]:
        lines = [line for key in self.calendar.without_day for line in self._listed(self._duty(key))]
        return [*heading(self._say("calendar_without_day")), *lines] if lines else []

    def _listed(self, duty: CalendarDuty) -> list[str]:
        return [*marked("•", duty.text), *self._facts(duty, None)]

    def _facts(self, duty: CalendarDuty, entry: CalendarEntry | None) -> list[str]:
        facts = facts_about(duty, entry, self.handbooks, self.language)
        return [line for fact in facts for line in wrapped(fact, 4, 2)]

    def _duty(self, key: str) -> CalendarDuty:
        return next(duty for duty in self.calendar.duties if duty.key == key)

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values)


def state_words(entry: CalendarEntry, language: str) -> str:
    """Say whether it is done, and whether the day has passed."""
    if entry.state is DutyState.DONE and entry.done_on is not None:
        late = entry.is_day and entry.done_on > entry.last
        return say("duty_done_late" if late else "duty_done", language, day=day(entry.done_on, language))
    if entry.overdue:
        return say("duty_overdue", language)
    return say("duty_open" if entry.state is DutyState.OPEN else "duty_unknown", language)


def days_words(days: int, language: str) -> str:
    """Say how long it is to a day, or since it."""
    if days == 0:
        return say("days_today", language)
    key = ("days_left" if days > 0 else "days_past") + ("_one" if abs(days) == 1 else "")
    return say(key, language, days=str(abs(days)))
