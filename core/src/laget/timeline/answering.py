"""The whole answer: changes, transitions, bars and notes of one case in one municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from laget.model.answers import CONTRACT
from laget.model.case import Case
from laget.model.timelines import Timeline
from laget.texts import say
from laget.timeline.bars import bars_of
from laget.timeline.changes import change_of
from laget.timeline.lives import Life, Stretch, life_of
from laget.timeline.transitions import transitions_of


def timeline_of(case: Case, on: date, stretches: Sequence[Stretch], language: str = "nb") -> Timeline:
    """Give what changes for a case when nothing but time passes.

    `stretches` follow each other without holes; `case` must fit the handbook of the one that holds
    `on`, which must have one, and have a date of birth (see `birth_of`).
    """
    life = life_of(case, on, stretches)
    stage = next(stage for stage in life.stages if stage.first == on or stage.first < on <= stage.last)
    if stage.answer is None or stage.handbook is None:
        raise ValueError("no rules hold on the date asked about")
    last = stretches[-1].last
    changes = [
        change
        for before, after in pairwise(life.stages)
        if after.first > on and (change := change_of(life, before, after)) is not None
    ]
    bars = bars_of(life)
    drawn = {bar.id for bar in bars}
    return Timeline(
        contract=CONTRACT,
        receipt=stage.answer.receipt,
        municipality=stage.answer.municipality,
        on=on,
        born=life.born,
        expected=life.expected,
        first=stretches[0].first,
        last=last,
        changes=tuple(changes),
        transitions=transitions_of(stage.handbook, life.born, on, last, language),
        bars=bars,
        offers=tuple(offer.name for offer in stage.answer.offers if offer.id not in drawn),
        notes=(*_notes(life, on, stretches, language), *stage.answer.notes),
    )


def _notes(life: Life, on: date, stretches: Sequence[Stretch], language: str) -> Iterator[str]:
    yield say("timeline_as_now", language)
    if life.expected:
        yield say("timeline_expected", language, day=life.born.isoformat())
    silent = [stretch for stretch in stretches if stretch.assessor is None]
    before = [stretch.last for stretch in silent if stretch.last < on]
    after = [stretch.first for stretch in silent if stretch.first > on]
    if before:
        yield say("timeline_no_rules_until", language, day=max(before).isoformat())
    if after:
        yield say("timeline_no_rules_from", language, day=min(after).isoformat())
