"""Duties: the same duty with another deadline, another owner or another force, or on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from laget.assessment.duties import DutyPlan
from laget.comparison.meaning import Meaning, formula_meaning, unclear_meaning
from laget.comparison.sides import Prepared
from laget.model.duties import Duty
from laget.model.duty_differences import DutyDifference, DutyPart, DutySide


def duty_differences(first: Prepared, second: Prepared) -> Iterator[DutyDifference]:
    """Find duties that differ in more than words, or that only one side has."""
    one, other = _plans(first), _plans(second)
    for name in sorted({*one, *other}):
        mine, theirs = one.get(name), other.get(name)
        parts = _parts(mine, theirs) if mine and theirs else ()
        if parts or mine is None or theirs is None:
            yield DutyDifference(duty=name, first=_side(mine), second=_side(theirs), parts=parts)


def _plans(side: Prepared) -> Mapping[str, DutyPlan]:
    return {plan.duty.id: plan for plan in side.plan.duties.plans}


def _parts(first: DutyPlan, second: DutyPlan) -> tuple[DutyPart, ...]:
    one, other = _meanings(first), _meanings(second)
    return tuple(part for part in DutyPart if one[part] != other[part])


def _meanings(plan: DutyPlan) -> dict[DutyPart, Meaning]:
    """Give what a duty comes to, part by part; who does it is compared by id, and names elsewhere."""
    duty, timing = plan.duty, plan.timing
    return {
        DutyPart.COUNTED_FROM: _counted_from(duty),
        DutyPart.LENGTH: (timing.within, duty.working_days),
        DutyPart.RECURRENCE: (timing.every, duty.times),
        DutyPart.MOVES: (duty.moves,),
        DutyPart.OWNER: (duty.owner,),
        DutyPart.RECIPIENT: (duty.recipient,),
        DutyPart.FORCE: (duty.force,),
        DutyPart.DONE_BY: (frozenset(duty.done_by), duty.early),
        DutyPart.ABOUT: (frozenset(duty.about),),
        DutyPart.TRANSITIONS: (frozenset(duty.transitions),),
        DutyPart.UNCLEAR: (unclear_meaning(duty.unclear),),
    }


def _counted_from(duty: Duty) -> Meaning:
    days = formula_meaning(duty.after_day), formula_meaning(duty.before_day)
    events = duty.after, duty.before, duty.after_meeting, duty.before_meeting
    return (*events, frozenset(duty.event_about), *days, duty.yearly)


def _side(plan: DutyPlan | None) -> DutySide | None:
    if plan is None:
        return None
    said = plan.plain
    return DutySide(
        text=said.text,
        when=said.when,
        owner=said.owner,
        owner_name=said.owner_name,
        recipient=said.to,
        recipient_name=said.to_name,
        force=said.force,
        done_by=said.done_by,
        about=said.about,
        unclear=said.unclear,
    )
