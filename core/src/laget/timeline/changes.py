"""Changes: what is answered in another way on one stage of a life than on the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from attrs import evolve

from laget.criteria import completed_months, completed_years, is_birthday
from laget.model.answers import (
    Assessment,
    ConsentAnswer,
    LevelAnswer,
    RouteAnswer,
)
from laget.model.timelines import (
    Change,
    ChangedConsent,
    ChangedLevel,
    ChangedVoice,
    ChangedWay,
    ConsentState,
    WayState,
)
from laget.timeline.lives import Life, Stage
from laget.timeline.turned import both, by_id, changed_answers

T = TypeVar("T", ChangedWay, ChangedConsent, ChangedVoice)


def change_of(life: Life, before: Stage, after: Stage) -> Change | None:
    """Give what changes on the first day of a stage; `None` when no answer does.

    Nothing can be compared where no rules hold, before a layer begins or after it has ended.
    """
    if before.answer is None or after.answer is None:
        return None
    old, new = before.answer, after.answer
    change = Change(
        on=after.first,
        years=completed_years(life.born, after.first),
        months=completed_months(life.born, after.first),
        is_birthday=is_birthday(life.born, after.first),
        other_rules=old.receipt.handbook != new.receipt.handbook,
        answers=tuple(changed_answers(old, new)),
        ways=_joined(_ways(old, new), lambda way: (way.step, way.old, way.new)),
        consents=_joined(_consents(old, new), lambda found: (found.consent, found.old, found.new)),
        voices=_joined(_voices(old, new), lambda found: (found.text, found.old, found.new)),
        levels=tuple(_levels(old, new)),
        notes=tuple(note for note in new.notes if note not in old.notes),
    )
    found = (change.answers, change.ways, change.consents, change.voices, change.levels, change.notes)
    return change if any(found) else None


def _ways(old: Assessment, new: Assessment) -> Iterator[ChangedWay]:
    for name, one, other in both(by_id(old), by_id(new)):
        steps = {step.step: step for step in one.route} if one else {}
        for step in other.route if one and other else ():
            before = steps.get(step.step)
            if other and before and _way(before) != _way(step):
                yield ChangedWay(
                    about=(name,),
                    names=(other.name,),
                    step=step.step,
                    step_name=step.step_name,
                    old=_way(before),
                    new=_way(step),
                    sources=step.sources,
                    law=step.law,
                )


def _way(step: RouteAnswer) -> WayState:
    return WayState(state=step.state, name=step.name, candidates=step.candidates, texts=step.texts)


def _consents(old: Assessment, new: Assessment) -> Iterator[ChangedConsent]:
    before = {(found.about, found.consent): found for found in old.consent}
    for found in new.consent:
        other = before.get((found.about, found.consent))
        if other is not None and _consent(other) != _consent(found):
            yield ChangedConsent(
                about=(found.about,),
                names=(found.name,),
                consent=found.consent,
                old=_consent(other),
                new=_consent(found),
                texts=found.texts,
                sources=found.sources,
                law=found.law,
            )


def _consent(answer: ConsentAnswer) -> ConsentState:
    return ConsentState(state=answer.state, who=answer.who, form=answer.form, candidates=answer.candidates)


def _voices(old: Assessment, new: Assessment) -> Iterator[ChangedVoice]:
    before = {
        (found.about, found.consent, voice.id): voice.holds for found in old.consent for voice in found.voice
    }
    for found in new.consent:
        for voice in found.voice:
            held = before.get((found.about, found.consent, voice.id), voice.holds)
            if held is not voice.holds:
                yield ChangedVoice(
                    about=(found.about,),
                    names=(found.name,),
                    text=voice.text,
                    old=held,
                    new=voice.holds,
                    sources=voice.sources,
                    law=voice.law,
                )


def _joined(found: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """Put together what changes the same way for several services."""
    alike: dict[object, list[T]] = {}
    for change in found:
        alike.setdefault(key(change), []).append(change)
    return tuple(_together(changes) for changes in alike.values())


def _together(changes: list[T]) -> T:
    about = tuple(name for change in changes for name in change.about)
    names = tuple(dict.fromkeys(name for change in changes for name in change.names))
    return evolve(changes[0], about=about, names=names)


def _levels(old: Assessment, new: Assessment) -> Iterator[ChangedLevel]:
    before = {level.ladder: level for level in old.levels}
    for level in new.levels:
        other = before.get(level.ladder)
        if other is not None and (other.state, _stands(other)) != (level.state, _stands(level)):
            yield ChangedLevel(
                ladder=level.ladder,
                name=level.name,
                old=other.state,
                old_levels=_stands(other),
                new=level.state,
                new_levels=_stands(level),
                sources=level.sources,
            )


def _stands(level: LevelAnswer) -> tuple[str, ...]:
    return (level.level,) if level.level is not None else level.candidates
