"""Entitlements: their grounds read in a case, with reasons, steps, limits and routes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from laget.assessment.knowledge import Knowledge
from laget.assessment.limits import LimitPlan
from laget.assessment.outcomes import all_of
from laget.assessment.routes import WayPlan
from laget.assessment.steps import StepPlan
from laget.assessment.verdicts import Grounds, Verdict
from laget.assessment.views import View
from laget.model.answers import (
    EntitlementAnswer,
    MissingFact,
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
    grounds: Grounds
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
        return self.grounds.verdict(view, purposes)

    def outcome(self, view: View, case: Case) -> Outcome:
        """Give the outcome alone."""
        return self.grounds.outcome(view, self.purposes(case))

    def answer(self, seen: Seen) -> EntitlementAnswer:
        """Assess the entitlement in a case."""
        case, view = seen.case, seen.strict
        applications = tuple([found for found in case.applies_for if found.id == self.entitlement.id])
        purposes = self.purposes(case)
        strict = self.verdict(view, purposes)
        asked = view.questions.missing(view.waits_for(strict.asking))
        waits_for_list = view.waits_for_lists(strict.listing)
        steps = tuple([step.answer(case, view.known, seen.on) for step in self.steps])
        return EntitlementAnswer(
            **self.fixed,
            outcome=strict.outcome,
            strength=strict.strength,
            could_be=strict.could_be,
            waits_for=_waits_for(strict, asked, for_list=waits_for_list),
            at_best=strict.at_best,
            provisional=self._provisional(strict, seen, purposes),
            grounds=self.grounds.answers(strict, view),
            missing=tuple([found for found in asked if found.fact not in view.asked]),
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
        if not purposes or not all(purposes):
            return frozenset()
        return frozenset(name for names in purposes for name in names)

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
        assumed, presumed = seen.knowledge.assumed, seen.presumed
        found: dict[str, None] = {}
        for reading in strict.readings:
            for plan, _ in reading.waiting:
                if presumed.read(plan.condition).holds is not None:
                    for name in seen.strict.behind(plan.condition):
                        if name in assumed:
                            found[name] = None
        return tuple(found)

    def _parts(self, verdict: Verdict, view: View) -> tuple[NotCovered, ...]:
        found = [
            part
            for parts, reading in zip(self.grounds.parts, verdict.readings, strict=True)
            if parts.plan.parts
            for part in parts.not_covered(reading, view)
        ]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _waits_for(verdict: Verdict, asked: tuple[MissingFact, ...], *, for_list: bool) -> tuple[WaitsFor, ...]:
    """Say what an unknown outcome waits for: facts, a judgement, or the source itself."""
    if verdict.outcome is not Outcome.UNKNOWN:
        return ()
    judgements = {fact.judgement for fact in asked}
    waits = (
        (WaitsFor.FACTS, False in judgements or for_list),
        (WaitsFor.JUDGEMENT, True in judgements),
        (WaitsFor.SOURCE, len(verdict.asking) < len(verdict.waiting)),
    )
    return tuple([kind for kind, is_waited_for in waits if is_waited_for])


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
