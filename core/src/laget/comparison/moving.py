"""Moving: what changes for one child between two municipalities, by the same comparison as between rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from laget.comparison.changes import Stand, change, deciding
from laget.comparison.meaning import grounds_meaning
from laget.comparison.sides import Prepared, Side
from laget.comparison.standings import name_differences, standing
from laget.comparison.terms import fee_differences, limit_differences, step_differences
from laget.comparison.ways import IN_THE_CASE, role_sides, route_differences
from laget.model.answers import CONTRACT, LimitAnswer
from laget.model.case import Case
from laget.model.differences import LimitSide, Standing, StandingState
from laget.model.moves import (
    Anew,
    LeftOut,
    Move,
    Moved,
    MovedLimits,
    MovedRole,
    MovedSide,
    MovedThing,
    MoveSide,
)
from laget.texts import say

ASKING = ("contact", "application")
"""The steps of the way that tell whom to turn to."""


def moved(first: Side, second: Side, case: Case, left_out: Sequence[tuple[LeftOut, ...]] = ((), ())) -> Move:
    """Tell what changes for a child between the first side and the second.

    `case` is the child's case before it was held against a side, and `left_out` what each side could not
    take of it. Both sides have their own form of the case, the same day and the same language.
    """
    one, other = Prepared(first), Prepared(second)
    shared = sorted({*first.handbook.entitlements} & {*second.handbook.entitlements})
    rows = tuple(_rows(one, other, case))
    return Move(
        contract=CONTRACT,
        on=one.assessment.on,
        first=_side(one, left_out[0]),
        second=_side(other, left_out[1]),
        entitlements=rows,
        has=tuple(_things(one, other, case)),
        anew=tuple(_anew(other, rows)),
        routes=tuple(route_differences(one, other, shared, IN_THE_CASE)),
        roles=tuple(_roles(one, other)),
        steps=tuple(step_differences(one, other, shared)),
        limits=tuple(_limits(one, other, shared)),
        fees=tuple(fee_differences(one, other, shared)),
        names=tuple(name_differences(one, other)),
        notes=tuple(_notes(one, other, case, left_out)),
    )


def _side(side: Prepared, left_out: tuple[LeftOut, ...]) -> MoveSide:
    answer = side.assessment
    return MoveSide(
        municipality=answer.municipality,
        receipt=answer.receipt,
        missing=answer.missing,
        left_out=left_out,
        notes=answer.notes,
    )


def _rows(first: Prepared, second: Prepared, case: Case) -> Iterator[Moved]:
    """Give what at least one side has; what is only announced is not there yet."""
    has, applied = {held.id for held in case.has}, {found.id for found in case.applies_for}
    for name in sorted({*first.handbook.entitlements, *second.handbook.entitlements}):
        one, other = _moved_side(first, name), _moved_side(second, name)
        strict = [Stand(standing(side, name).state, side.answers.get(name)) for side in (first, second)]
        likely = [Stand(found.standing.state, found.provisional) for found in (one, other)]
        if not any(stand.is_there for stand in strict):
            continue
        entry = first.handbook.entitlements.get(name) or second.handbook.entitlements[name]
        yield Moved(
            id=name,
            kind=entry.kind,
            has=name in has,
            applied_for=name in applied,
            change=change(*strict),
            likely=change(*likely),
            same_criteria=_same_criteria(first, second, name),
            first=one,
            second=other,
        )


def _moved_side(side: Prepared, name: str) -> MovedSide:
    answer = side.answers.get(name)
    return MovedSide(
        standing=standing(side, name),
        own=answer is not None and side.has_own_criteria(side.handbook.entitlements[name]),
        outcome=answer.outcome if answer else None,
        strength=answer.strength if answer else None,
        waits_for=answer.waits_for if answer else (),
        provisional=answer.provisional if answer else None,
        grounds=tuple(deciding(answer)) if answer else (),
        missing=answer.missing if answer else (),
    )


def _same_criteria(first: Prepared, second: Prepared, name: str) -> bool | None:
    one, other = first.assessed.get(name), second.assessed.get(name)
    if one is None or other is None:
        return None
    return grounds_meaning(one.grounds.parts, first.plan) == grounds_meaning(other.grounds.parts, second.plan)


def _things(first: Prepared, second: Prepared, case: Case) -> Iterator[MovedThing]:
    """Give what the child has, and how it stands on both sides."""
    for held in case.has:
        is_help = any(_is_help(side, held.id) for side in (first, second))
        yield MovedThing(
            id=held.id,
            name=_name(first, held.id) or _name(second, held.id) or held.id,
            since=held.since,
            amount=held.amount,
            unit=held.unit,
            per=held.per,
            first=standing(first, held.id) if is_help else None,
            second=standing(second, held.id) if is_help else None,
        )


def _is_help(side: Prepared, name: str) -> bool:
    """Tell whether something is or was help from a municipality, and not a thing such as school."""
    gone = any(found.id == name for found in side.handbook.gone if found.section == "entitlements")
    return gone or name in side.handbook.entitlements


def _name(side: Prepared, name: str) -> str | None:
    handbook = side.handbook
    if name in handbook.entitlements:
        return handbook.entitlements[name].name
    return handbook.things[name].label if name in handbook.things else None


def _anew(side: Prepared, rows: Sequence[Moved]) -> Iterator[Anew]:
    """Give what to apply for on the second side: what matters in the case, and is there."""
    for row in rows:
        if not _is_there(row.second.standing) or not row.matters:
            continue
        answer = side.answers.get(row.id)
        yield Anew(
            id=row.id,
            name=side.handbook.entitlements[row.id].name,
            has=row.has,
            applied_for=row.applied_for,
            standing=row.second.standing.state,
            steps=answer.steps if answer else (),
            way=tuple(step for step in side.settled_ways[row.id] if step.step in ASKING),
        )


def _is_there(found: Standing) -> bool:
    return found.state in (StandingState.ASSESSED, StandingState.OFFER)


def _roles(first: Prepared, second: Prepared) -> Iterator[MovedRole]:
    for name, one, other, otherwise in role_sides(first, second, IN_THE_CASE):
        if otherwise or (one and one.name) != (other and other.name):
            yield MovedRole(role=name, first=one, second=other)


def _limits(first: Prepared, second: Prepared, shared: Sequence[str]) -> Iterator[MovedLimits]:
    """Give bounds that differ, with what the case comes to."""
    for row in limit_differences(first, second, shared):
        one, other = _compared(first, row.about, row.first), _compared(second, row.about, row.second)
        yield MovedLimits(
            about=row.about, first_name=row.first_name, second_name=row.second_name, first=one, second=other
        )


def _compared(side: Prepared, name: str, limits: Sequence[LimitSide]) -> tuple[LimitAnswer, ...]:
    answer = side.answers.get(name)
    chosen = {limit.id for limit in limits}
    return tuple(limit for limit in answer.limits if limit.id in chosen) if answer else ()


def _notes(
    first: Prepared, second: Prepared, case: Case, left_out: Sequence[tuple[LeftOut, ...]]
) -> Iterator[str]:
    """Say what the answer rests on, and what the documents do not say."""
    language = first.side.language
    one, other = (side.handbook.layer.name for side in (first, second))
    if any(fact.residence for fact in second.handbook.facts.values()):
        yield say("move_residence", language, second=other)
    if case.has or case.steps or case.events:
        yield say("move_follows", language, first=one, second=other)
    for name, said in ((one, left_out[0]), (other, left_out[1])):
        if case.has_complete and any(found.section == "has" for found in said):
            yield say("move_list_not_whole", language, place=name)
