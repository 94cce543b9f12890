"""Turned: the entitlements and offers that stand in another way, and the criteria that turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from laget.model.answers import Assessment, CriterionAnswer, EntitlementAnswer, OfferAnswer
from laget.model.timelines import AnswerState, ChangedAnswer, Flip

Answer = EntitlementAnswer | OfferAnswer
V = TypeVar("V")


def both(old: Mapping[str, V], new: Mapping[str, V]) -> Iterator[tuple[str, V | None, V | None]]:
    """Give what stands on either side, in the new order, then what is gone."""
    for name in dict.fromkeys([*new, *old]):
        yield name, old.get(name), new.get(name)


def by_id(assessment: Assessment) -> dict[str, Answer]:
    """Give everything that an assessment answers, offers included, by id."""
    found: tuple[Answer, ...] = (*assessment.entitlements, *assessment.offers)
    return {answer.id: answer for answer in found}


def changed_answers(old: Assessment, new: Assessment) -> Iterator[ChangedAnswer]:
    """Give what stands in another way, begins or ends."""
    for name, one, other in both(by_id(old), by_id(new)):
        before, after = state_of(one), state_of(other)
        shown = other or one
        if shown is not None and ((one is None) is not (other is None) or before != after):
            yield ChangedAnswer(
                id=name,
                kind=shown.kind,
                name=shown.name,
                assessed=isinstance(shown, EntitlementAnswer),
                begins=one is None,
                ends=other is None,
                old=before,
                new=after,
                flips=tuple(_flips(one, other)) if one and other else (),
            )


def state_of(answer: Answer | None) -> AnswerState | None:
    """Give how an answer stands; `None` for an offer, and for what is not there."""
    if not isinstance(answer, EntitlementAnswer):
        return None
    return AnswerState(
        outcome=answer.outcome,
        strength=answer.strength,
        could_be=answer.could_be,
        at_best=answer.at_best,
        provisional=answer.provisional.outcome,
        provisional_strength=answer.provisional.strength,
    )


def _criteria(answer: Answer) -> dict[str, tuple[str, CriterionAnswer]]:
    if not isinstance(answer, EntitlementAnswer):
        return {}
    return {
        f"{ground.id}.{criterion.id}": (ground.id, criterion)
        for ground in answer.grounds
        for criterion in ground.criteria
    }


def _flips(old: Answer, new: Answer) -> Iterator[Flip]:
    """Give the criteria whose value is another; the same one before several grounds is told once."""
    told = set[tuple[object, ...]]()
    for _, one, other in both(_criteria(old), _criteria(new)):
        before = one[1].holds if one else None
        ground, criterion = other or one or ("", None)
        after = other[1].holds if other else None
        if criterion is None or before == after:
            continue
        key = (criterion.text, criterion.explanation, before, after)
        if key not in told:
            told.add(key)
            yield _flip(ground, criterion, before, after)


def _flip(ground: str, criterion: CriterionAnswer, before: bool | None, after: bool | None) -> Flip:  # noqa: FBT001 - values in order
    return Flip(
        ground=ground,
        criterion=criterion.id,
        text=criterion.text,
        explanation=criterion.explanation,
        force=criterion.force,
        exclusion=criterion.exclusion,
        old=before,
        new=after,
        unclear=criterion.unclear if after is None else None,
        sources=criterion.sources,
        law=criterion.law,
    )
