"""A timeline as text: the next change first, then every date and every transition in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from laget.criteria import is_birthday
from laget.model.citations import SourceRef
from laget.model.handbook import Handbook
from laget.model.timelines import Change, Timeline, TransitionAnswer
from laget.render.changes import change_lines
from laget.render.layout import bullets, heading, section, subheading, text_of, wrapped
from laget.render.words import Names
from laget.timeline.wording import when_in_words

MONTHS_IN_WORDS = 24
"""Children younger than this have their age told in months."""


def timeline_text(timeline: Timeline, handbook: Handbook, language: str = "nb") -> str:
    """Give a timeline as text; `handbook` is that of the date asked about."""
    return text_of(_Report(timeline, Names(handbook, language)).lines())


@frozen
class _Report:
    """The parts of the text, over one timeline."""

    timeline: Timeline
    names: Names

    def lines(self) -> list[str]:
        """Give all lines."""
        found: list[Change | TransitionAnswer] = [*self.timeline.changes, *self.timeline.transitions]
        found.sort(key=lambda entry: entry.on if isinstance(entry, Change) else entry.first)
        dated = [
            line
            for entry in found
            for line in (self._change(entry) if isinstance(entry, Change) else self._transition(entry))
        ]
        return [
            *self._head(),
            *([*heading(self.names.say("timeline_dates")), *dated[1:]] if dated else []),
            *self._sources(),
        ]

    def _head(self) -> list[str]:
        asked = self.timeline.municipality
        name = f"{asked.name} ({asked.number})" if asked.number else asked.name
        title = self.names.say("timeline_title", name=name, day=self.names.day(self.timeline.on))
        return [
            *wrapped(title),
            "═" * len(title),
            *wrapped(self.names.say("never_a_decision")),
            "",
            *wrapped(self._next()),
            *wrapped(self._born()),
            *section(self.names.say("notes"), bullets(self.timeline.notes)),
        ]

    def _next(self) -> str:
        if not self.timeline.changes:
            return self.names.say("timeline_none", day=self.names.day(self.timeline.last))
        change = self.timeline.changes[0]
        return self.names.say(
            "timeline_next", day=self.names.day(change.on), why=why(change, self.timeline.born, self.names)
        )

    def _born(self) -> str:
        born, on = self.timeline.born, self.timeline.on
        if self.timeline.expected or born > on:
            return self.names.say("timeline_unborn", day=self.names.day(born))
        months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
        age = age_in_words(months // 12, months, self.names)
        return self.names.say("timeline_born", day=self.names.day(born), age=age)

    def _change(self, change: Change) -> list[str]:
        title = self.names.say(
            "timeline_change", day=self.names.day(change.on), why=why(change, self.timeline.born, self.names)
        )
        return [*subheading(title), *change_lines(change, self.names)]

    def _transition(self, transition: TransitionAnswer) -> list[str]:
        when = when_in_words(transition, self.names.language)
        title = self.names.say("timeline_transition", when=when, name=transition.name)
        basis = self.names.basis(transition.sources, transition.law)
        planned = [
            self._with_basis(
                self.names.say("timeline_owner", owner=duty.owner, text=duty.text)
                if duty.owner
                else duty.text,
                self.names.basis(duty.sources, duty.law),
                duty.unclear,
            )
            for duty in transition.planned
        ]
        plan = [*wrapped(self.names.say("timeline_plan"), 2), *bullets(planned, 4)]
        silent = wrapped(self.names.say("timeline_plan_silent"), 2)
        return [
            *subheading(title),
            *wrapped(self._with_basis(transition.text, basis, transition.unclear), 2),
            *(plan if planned else silent),
        ]

    def _with_basis(self, text: str, basis: list[str], unclear: str | None) -> str:
        note = f" {self.names.say('unclear', note=unclear)}" if unclear else ""
        where = f" [{'; '.join(basis)}]" if basis else ""
        return f"{text}{note}{where}"

    def _sources(self) -> list[str]:
        timeline = self.timeline
        refs = {ref for change in timeline.changes for ref in _refs(change)}
        for transition in timeline.transitions:
            refs |= {*transition.sources, *(ref for duty in transition.planned for ref in duty.sources)}
        used = [name for name in self.names.handbook.documents if name in {ref.document for ref in refs}]
        receipt = timeline.receipt
        layers = ", ".join(f"{layer.id} {layer.version}" for layer in receipt.layers)
        digest = receipt.handbook.partition(":")[2][:12]
        made_by = self.names.say("receipt", engine=receipt.engine, layers=layers, digest=digest)
        return [
            *heading(self.names.say("sources")),
            *bullets(map(self.names.document, used)),
            *wrapped(made_by, 2),
        ]


def _refs(change: Change) -> Iterator[SourceRef]:
    """Give every place that a change rests on."""
    for answer in change.answers:
        for flip in answer.flips:
            yield from flip.sources
    for way in change.ways:
        yield from way.sources
    for consent in change.consents:
        yield from consent.sources
    for voice in change.voices:
        yield from voice.sources
    for level in change.levels:
        yield from level.sources


def why(change: Change, born: date, names: Names) -> str:
    """Say what comes with a date: a birthday, another age, or other rules."""
    said = names.say("timeline_other_rules")
    if change.other_rules:
        return said if not change.is_birthday else f"{said}, {_age_said(change, born, names)}"
    return _age_said(change, born, names)


def _age_said(change: Change, born: date, names: Names) -> str:
    if change.months < 0:
        return names.say("timeline_before_birth")
    if change.is_birthday:
        key = "timeline_turns" if change.years else "timeline_birth"
        return names.say(key, years=str(change.years)) if change.years else names.say(key)
    if change.years > 0 and is_birthday(born, change.on - timedelta(days=1)):
        return names.say("timeline_day_after", years=str(change.years))
    return names.say("timeline_is", age=age_in_words(change.years, change.months, names))


def age_in_words(years: int, months: int, names: Names) -> str:
    """Write an age: in months for the smallest, then in years, with the months beside them."""
    over = months - 12 * years
    counted = over if months >= MONTHS_IN_WORDS else months
    said = names.say("timeline_month") if counted == 1 else names.say("timeline_months", months=str(counted))
    if months < MONTHS_IN_WORDS:
        return said
    whole = names.say("timeline_years", years=str(years))
    return names.listed([whole, said]) if over else whole
