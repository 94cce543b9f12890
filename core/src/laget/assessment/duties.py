"""Duties: what somebody must do for a case, by when, and whether the case shows that it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import MINYEAR, date
from itertools import chain
from typing import Any

from attrs import evolve, frozen

from laget.assessment.bearing import Bearing
from laget.assessment.entitlements import Seen
from laget.assessment.references import References
from laget.criteria import Evaluator, Expression, Words, evaluator, explain, needed
from laget.model.answers import DutyAnswer, DutyState
from laget.model.case import Case, Event, MeetingHeld
from laget.model.duties import Duty
from laget.model.handbook import Handbook
from laget.model.words import words_of
from laget.schedule.occurrences import Anchor, Occurrence, Timing, timing_of
from laget.schedule.words import timing_words
from laget.schedule.working_days import day_off

NOTICE = "mote_innkalt"
"""The national event of a meeting's notice: a meeting that says when its notice was sent has had it."""
ENDED = "tjeneste_avsluttet"
"""The national event that ends what recurs about a service."""


@frozen
class DutyPlan:
    """A duty, prepared for being answered many times."""

    duty: Duty
    timing: Timing
    bearing: Bearing
    day: Expression | None
    """The expression of the day that it is counted from, where that follows from facts."""
    day_of: Evaluator | None
    plain: DutyAnswer
    """The answer before any day is known."""
    language: str

    def for_case(self, seen: Seen) -> Iterator[DutyAnswer]:
        """Give what a case brings: each event's, and of what recurs the last time and the next one."""
        for occurrence in self._near(seen):
            yield self.answer(occurrence, seen)
        if self.day is not None and self._day(seen) is None and self.bearing.on_day(seen.case, seen.on):
            missing = tuple(needed(self.day, seen.strict.known))
            yield evolve(self.plain, missing=seen.strict.questions.asked_for(missing, seen.strict.known))

    def in_stretch(self, seen: Seen, first: date, last: date) -> Iterator[Occurrence]:
        """Give every time whose last day or window touches a stretch, both ends included."""
        anchors = tuple(self._anchors(seen))
        once = [self._once(anchor, anchors) for anchor in anchors] if self.timing.every is None else []
        yield from (found for found in once if found.due is not None and first <= found.due <= last)
        yield from chain.from_iterable(self.timing.repeated(anchor, first, last) for anchor in anchors)
        yield from self.timing.yearly(first, last)
        yield from self.timing.windows(first, last)

    def bears_on(self, seen: Seen) -> bool:
        """Tell whether the duty is one of the case: by what has happened, or by what the child has."""
        return (
            any(True for _ in self._anchors(seen))
            or (self.day is not None and self.bearing.on_day(seen.case, seen.on))
            or self.bearing.on_child(seen.case, seen.on)
        )

    def _near(self, seen: Seen) -> Iterator[Occurrence]:
        anchors = tuple(self._anchors(seen))
        for anchor in anchors:
            if self.timing.every is not None:
                yield from _around(self.timing.repeated(anchor, date.min, date.max), seen.on)
                continue
            found = self._once(anchor, anchors)
            if not self._is_over(found, seen.on):
                yield found
        if self.timing.has_anchor or not self.bearing.on_child(seen.case, seen.on):
            return
        yield from self._yearly(seen)
        yield from self.timing.windows(seen.on, seen.on)

    def _is_over(self, found: Occurrence, on: date) -> bool:
        """Tell whether a time is over: its event has been, or nothing could show that it is done.

        What follows from an event that a case tells of stays: who tells of it asks what follows.
        """
        if self.timing.is_backwards:
            return found.closes < on
        return self.day is not None and not self.duty.done_by and found.due is not None and found.due < on

    def _yearly(self, seen: Seen) -> Iterator[Occurrence]:
        """Give the next time, and the last one when the child had then what it is about."""
        first = date(max(seen.on.year - 1, MINYEAR), 1, 1)
        for found in _around(self.timing.yearly(first, date.max), seen.on):
            day = found.unmoved
            if day is not None and (day >= seen.on or self.bearing.since(seen.case, day)):
                yield found

    def _once(self, anchor: Anchor, anchors: Sequence[Anchor]) -> Occurrence:
        """Give the one time of an event; what was done before an earlier such event was done for that."""
        earlier = [found.day for found in anchors if found.day < anchor.day and found.about == anchor.about]
        return self.timing.once(anchor, max(earlier, default=None))

    def _anchors(self, seen: Seen) -> Iterator[Anchor]:
        duty, case = self.duty, seen.case
        event = duty.after or duty.before
        counts: dict[str | None, int] = {}
        for found in case.events if event else ():
            if found.event == event and self.bearing.on_event(found, case):
                about = None if duty.event_about else found.about
                counts[about] = counts.get(about, 0) + 1
                yield Anchor(found.on, found.event, about, counts[about], ends=self._ends(found, case))
        kind = duty.after_meeting or duty.before_meeting
        meetings = [found for found in case.meetings if kind and found.kind == kind]
        for number, meeting in enumerate(meetings, 1):
            yield Anchor(meeting.on, meeting.kind, None, number, self._notice(meeting))
        day = self._day(seen)
        if day is not None and self.bearing.on_day(case, seen.on):
            yield Anchor(day)

    def _ends(self, event: Event, case: Case) -> date | None:
        """Give the day when what recurs from an event ends: with a new one about the same, or the service."""
        if self.timing.every is None:
            return None
        days = [
            found.on
            for found in case.events
            if found.event in (event.event, ENDED) and found.about == event.about and found.on > event.on
        ]
        return min(days, default=None)

    def _notice(self, meeting: MeetingHeld) -> date | None:
        return meeting.invited if NOTICE in self.duty.done_by else None

    def _day(self, seen: Seen) -> date | None:
        day = self.day_of(seen.strict.known) if self.day_of else None
        return day if isinstance(day, date) else None

    def answer(self, occurrence: Occurrence, seen: Seen) -> DutyAnswer:
        """Give one time of the duty, as it stands on the date asked about."""
        anchor, due = occurrence.anchor, occurrence.due
        done_on = self._done_on(occurrence, seen)
        about = anchor.about if anchor else None
        return evolve(
            self.plain,
            about=(about,) if about else self.duty.about,
            counted_from=anchor.day if anchor else None,
            event=anchor.name if anchor else None,
            window=occurrence.window or (),
            due=due,
            days_left=(due - seen.on).days if due else None,
            overdue=self._overdue(due, done_on, seen.on),
            state=self._state(done_on),
            done_on=done_on,
            late=done_on > due if done_on and due else None,
            day_off=day_off(due, self.language) if due else None,
            moved_from=occurrence.unmoved if occurrence.unmoved != due else None,
        )

    def _state(self, done_on: date | None) -> DutyState:
        if done_on is not None:
            return DutyState.DONE
        return DutyState.OPEN if self.duty.done_by else DutyState.UNKNOWN

    def _overdue(self, due: date | None, done_on: date | None, on: date) -> bool | None:
        if due is None or done_on is not None or due >= on:
            return False if due is not None or done_on is not None else None
        return True if self.duty.done_by else None

    def _done_on(self, occurrence: Occurrence, seen: Seen) -> date | None:
        """Give the day on which it was done so often as it must be; what lies ahead is not done yet."""
        anchor = occurrence.anchor
        if anchor and anchor.done is not None and anchor.done <= seen.on:
            return anchor.done
        days = sorted(
            event.on
            for event in seen.case.events
            if event.event in self.duty.done_by
            and self._covers(event, anchor)
            and occurrence.opens <= event.on <= min(occurrence.closes, seen.on)
        )
        return days[self.duty.times - 1] if len(days) >= self.duty.times else None

    def _covers(self, event: Event, anchor: Anchor | None) -> bool:
        """Tell whether what was done was done for this: an event about one service is not about all."""
        if event.about is None or (anchor and event.about == anchor.about):
            return True
        return (anchor is None or anchor.about is None) and event.about in self.duty.about


def _around(found: Iterable[Occurrence], on: date) -> list[Occurrence]:
    """Keep the last time before a day and the first one from it on; those after it are not even made."""
    last: list[Occurrence] = []
    for one in found:
        if one.unmoved is not None and one.unmoved >= on:
            return [*last, one]
        last = [one]
    return last


@frozen
class DutiesPlan:
    """All duties of a handbook."""

    plans: tuple[DutyPlan, ...]

    def answers(self, seen: Seen) -> tuple[DutyAnswer, ...]:
        """Give what must be done for a case, the first last day first; what has none comes last."""
        found = [answer for plan in self.plans for answer in plan.for_case(seen)]
        return tuple(sorted(found, key=lambda one: (one.due is None, one.due or date.max, one.id)))


def duties_plan(handbook: Handbook, references: References) -> DutiesPlan:
    """Prepare the duties of a handbook."""
    preparing = _Preparing(handbook, references, words_of(handbook))
    return DutiesPlan(tuple(map(preparing.plan, handbook.duties.values())))


@frozen
class _Preparing:
    """Prepares the duties of one handbook."""

    handbook: Handbook
    references: References
    words: Words

    def plan(self, duty: Duty) -> DutyPlan:
        timing = timing_of(duty)
        formula = duty.after_day or duty.before_day
        return DutyPlan(
            duty=duty,
            timing=timing,
            bearing=Bearing(frozenset(duty.about), timing.is_backwards, frozenset(duty.event_about)),
            day=formula.tree if formula else None,
            day_of=evaluator(formula.tree) if formula else None,
            plain=DutyAnswer(**self._fixed(duty, timing), **_NO_DAY),
            language=self.references.language,
        )

    def _fixed(self, duty: Duty, timing: Timing) -> dict[str, Any]:
        return {
            "id": duty.id,
            "text": duty.text,
            "owner": duty.owner,
            "owner_name": self._who(duty.owner),
            "to": duty.recipient,
            "to_name": self._who(duty.recipient),
            "force": duty.force,
            "about": duty.about,
            "when": timing_words(timing, self._counted_from(duty), self.references.language),
            "times": duty.times,
            "state": DutyState.OPEN if duty.done_by else DutyState.UNKNOWN,
            "done_by": duty.done_by,
            "forms": tuple(form.id for form in self.handbook.forms.values() if duty.id in form.about),
            "unclear": duty.unclear.note if duty.unclear else None,
            "sources": duty.sources,
            "law": self.references.law(duty.law),
        }

    def _counted_from(self, duty: Duty) -> str | None:
        """Give what the days are counted from, in words."""
        event, kind = duty.after or duty.before, duty.after_meeting or duty.before_meeting
        formula = duty.after_day or duty.before_day
        if event:
            return self.handbook.events[event].label
        if kind:
            return self.handbook.meeting_kinds[kind].name
        return explain(formula.tree, self.words, self.references.language) if formula else None

    def _who(self, name: str | None) -> str | None:
        if name is None:
            return None
        book = self.handbook
        return next(found[name].name for found in (book.offices, book.roles, book.groups) if name in found)


_NO_DAY: dict[str, Any] = {
    "counted_from": None,
    "event": None,
    "window": (),
    "due": None,
    "days_left": None,
    "overdue": None,
    "done_on": None,
    "late": None,
    "day_off": None,
    "moved_from": None,
    "missing": (),
}
"""What is not known of a duty before its day is."""
