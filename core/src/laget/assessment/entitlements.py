"""Entitlements: their grounds read in a case, with reasons, steps, limits and routes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from laget.assessment.conditions import Reading
from laget.assessment.grounds import CriterionPlan
from laget.assessment.knowledge import Knowledge
from laget.assessment.limits import LimitPlan
from laget.assessment.outcomes import all_of, best
from laget.assessment.reasons import GroundParts
from laget.assessment.routes import WayPlan
from laget.assessment.steps import StepPlan
from laget.assessment.verdicts import Verdict, ground_answers, verdict_of, waiting_in
from laget.assessment.views import View
from laget.model.answers import (
    EntitlementAnswer,
    NotCovered,
    OfferAnswer,
    Outcome,
    Provisional,
    WaitsFor,
)
from laget.model.case import Case, StepState
from laget.model.entitlements import Entitlement, Force


@frozen
class Seen:
    """A case as it is seen while it is assessed: strictly, and with what people presume."""

    case: Case
    on: date
    knowledge: Knowledge
    strict: View
    presumed: View


@frozen
class EntitlementPlan:
    """An entitlement, prepared for being assessed many times."""

    entitlement: Entitlement
    grounds: tuple[GroundParts, ...]
    steps: tuple[StepPlan, ...]
    limits: tuple[LimitPlan, ...]
    way: WayPlan
    not_covered: tuple[NotCovered, ...]
    notes: tuple[str, ...]
    list_note: str
    """What to say when the outcome waits for a complete list of what the child has."""
    fixed: Mapping[str, Any]
    """The parts of the answer that no case changes, by name."""

    def verdict(self, view: View, purposes: frozenset[str]) -> Verdict:
        """Read all grounds and choose the best."""
        return verdict_of(self.grounds, view, purposes)

    def answer(self, seen: Seen) -> EntitlementAnswer:
        """Assess the entitlement in a case."""
        case, view = seen.case, seen.strict
        applications = tuple([found for found in case.applies_for if found.id == self.entitlement.id])
        purposes = self.purposes(case)
        strict = self.verdict(view, purposes)
        waiting = waiting_in(self.grounds, strict)
        names = view.waits_for([plan.condition for plan, found in waiting if found.unclear is not True])
        waits_for_list = view.waits_for_lists(plan.condition for plan, _ in waiting)
        steps = tuple([step.answer(case, view.known, seen.on) for step in self.steps])
        return EntitlementAnswer(
            **self.fixed,
            outcome=strict.outcome,
            strength=strict.strength,
            could_be=strict.could_be,
            waits_for=_waits_for(strict, waiting, names, view, for_list=waits_for_list),
            at_best=self._at_best(strict),
            provisional=self._provisional(strict, seen, purposes),
            grounds=ground_answers(self.grounds, strict, view),
            missing=view.questions.missing([name for name in names if name not in view.asked]),
            steps=steps,
            ready=all_of([_done(step.state) for step in steps if step.force is Force.MUST]),
            limits=tuple([limit.answer(applications, view) for limit in self.limits]),
            not_covered=(*self._parts(strict, view), *self.not_covered),
            notes=(
                *self.notes,
                *((self.list_note,) if waits_for_list and strict.outcome is Outcome.UNKNOWN else ()),
                *(note for limit in self.limits for note in limit.notes(applications)),
            ),
            route=self.way.answer(view),
        )

    def purposes(self, case: Case) -> frozenset[str]:
        """Give the purposes of what is applied for; none, where an application does not say its own."""
        purposes = [found.purposes for found in case.applies_for if found.id == self.entitlement.id]
        return frozenset(name for names in purposes for name in names) if all(purposes) else frozenset()

    def _at_best(self, verdict: Verdict) -> Outcome:
        return best([reading.at_best for reading in verdict.readings])

    def _provisional(self, strict: Verdict, seen: Seen, purposes: frozenset[str]) -> Provisional:
        if strict.outcome is not Outcome.UNKNOWN and strict.could_be is None:
            return Provisional(outcome=strict.outcome, strength=strict.strength, assumes=())
        presumed = self.verdict(seen.presumed, purposes)
        return Provisional(
            outcome=presumed.outcome,
            strength=presumed.strength,
            assumes=self._assumed(strict, seen),
        )

    def _assumed(self, strict: Verdict, seen: Seen) -> tuple[str, ...]:
        """Give the presumed facts behind criteria that only presumption makes known."""
        conditions = dict.fromkeys(
            plan.condition
            for reading in strict.readings
            for plan, _ in reading.waiting
            if seen.presumed.read(plan.condition).holds is not None
        )
        names = [name for condition in conditions for name in seen.strict.behind(condition)]
        return tuple(dict.fromkeys(name for name in names if name in seen.knowledge.assumed))

    def _parts(self, verdict: Verdict, view: View) -> tuple[NotCovered, ...]:
        found = [
            part
            for parts, reading in zip(self.grounds, verdict.readings, strict=True)
            if parts.plan.parts
            for part in parts.not_covered(reading, view)
        ]
        return tuple(dict.fromkeys(found))


def _waits_for(
    verdict: Verdict,
    waiting: list[tuple[CriterionPlan, Reading]],
    names: tuple[str, ...],
    view: View,
    *,
    for_list: bool,
) -> tuple[WaitsFor, ...]:
    """Say what an unknown outcome waits for: facts, a judgement, or the source itself."""
    if verdict.outcome is not Outcome.UNKNOWN:
        return ()
    judgements = {fact.judgement for fact in view.questions.missing(names)}
    waits = {
        WaitsFor.FACTS: False in judgements or for_list,
        WaitsFor.JUDGEMENT: True in judgements,
        WaitsFor.SOURCE: any(reading.unclear is True for _, reading in waiting),
    }
    return tuple(kind for kind, is_waited_for in waits.items() if is_waited_for)


def _done(state: StepState) -> bool | None:
    return None if state is StepState.UNKNOWN else state is StepState.DONE


@frozen
class OfferPlan:
    """Something without conditions, prepared for being shown many times."""

    offer: OfferAnswer
    way: WayPlan

    def answer(self, view: View) -> OfferAnswer:
        """Give the offer with its routes in a case."""
        return evolve(self.offer, route=self.way.answer(view))
