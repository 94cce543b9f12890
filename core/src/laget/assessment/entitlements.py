"""Entitlements: their grounds read in a case, with reasons, steps, limits and routes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

from attrs import frozen

from laget.assessment.conditions import Reading
from laget.assessment.grounds import CriterionPlan, GroundPlan, GroundReading
from laget.assessment.knowledge import Knowledge
from laget.assessment.limits import LimitPlan
from laget.assessment.missing import Questions
from laget.assessment.outcomes import all_of, best, could_be, strength_of
from laget.assessment.routes import WayPlan
from laget.assessment.steps import StepPlan
from laget.criteria import AtLeast, Evaluator, Known, Value
from laget.model.answers import (
    CriterionAnswer,
    EntitlementAnswer,
    ExampleAnswer,
    FeeAnswer,
    GroundAnswer,
    LawAnswer,
    LimitAnswer,
    LinkAnswer,
    NotCovered,
    Outcome,
    Provisional,
    StatementAnswer,
    WaitsFor,
)
from laget.model.case import Application, Case, StepState
from laget.model.entitlements import Entitlement, Force, Strength
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping


@frozen
class Reason:
    """The unchanging parts of a criterion's answer."""

    explanation: str
    law: tuple[LawAnswer, ...]
    examples: tuple[tuple[str, Evaluator], ...]
    hours: Evaluator | None

    def answer(self, plan: CriterionPlan, reading: Reading, known: Known) -> CriterionAnswer:
        """Give the criterion with its value in a case."""
        criterion = plan.criterion
        return CriterionAnswer(
            id=criterion.id,
            text=criterion.text,
            explanation=self.explanation,
            force=criterion.force,
            exclusion=criterion.exclusion,
            scope=criterion.scope,
            holds=reading.holds,
            unclear=plan.condition.note if reading.unclear is not False else None,
            facts=FrozenMapping({name: shown(known.values.get(name)) for name in plan.condition.facts}),
            informs=criterion.informs,
            examples=tuple(
                ExampleAnswer(text=text, holds=cast("bool | None", value_of(known)))
                for text, value_of in self.examples
            ),
            sources=criterion.sources,
            law=self.law,
            origin=criterion.origin,
        )

    def not_covered(self, plan: CriterionPlan, reading: Reading, known: Known) -> NotCovered:
        """Give a partial exclusion as something that is not covered."""
        hours = self.hours(known) if self.hours else None
        return NotCovered(
            id=plan.criterion.id,
            text=plan.criterion.text,
            holds=reading.holds,
            hours=Decimal(hours) if isinstance(hours, int | Decimal) and reading.holds else None,
            sources=plan.criterion.sources,
        )


def shown(value: Value) -> FactValue | None:
    """Give a value as an answer shows it; a number that is only bounded is not known."""
    return None if isinstance(value, AtLeast) else value


@frozen
class GroundParts:
    """A ground with the unchanging parts of its answer."""

    plan: GroundPlan
    reasons: tuple[Reason, ...]
    law: tuple[LawAnswer, ...]

    def answer(self, reading: GroundReading, known: Known) -> GroundAnswer:
        """Give the ground with its outcome and reasons in a case."""
        ground = self.plan.ground
        rows = zip(self.plan.criteria, self.reasons, reading.readings, strict=True)
        return GroundAnswer(
            id=ground.id,
            name=ground.name,
            origin_layer=ground.origin.layer,
            statutory=ground.statutory,
            narrows=ground.narrows,
            strength=ground.strength,
            outcome=reading.outcome,
            opening=ground.opening.text if reading.opened and ground.opening else None,
            criteria=tuple(reason.answer(plan, found, known) for plan, reason, found in rows),
            sources=ground.sources,
            law=self.law,
        )

    def parts(self, reading: GroundReading, known: Known) -> list[NotCovered]:
        """Give what the ground's partial exclusions take away, or may take away."""
        return [
            self.reasons[index].not_covered(self.plan.criteria[index], reading.readings[index], known)
            for index in self.plan.parts
            if reading.readings[index].holds is not False
        ]


@frozen
class Verdict:
    """What the grounds of an entitlement come to with some knowledge."""

    outcome: Outcome
    strength: Strength | None
    could_be: Strength | None
    readings: tuple[GroundReading, ...]


@frozen
class EntitlementPlan:
    """An entitlement, prepared for being assessed many times."""

    entitlement: Entitlement
    grounds: tuple[GroundParts, ...]
    steps: tuple[StepPlan, ...]
    limits: tuple[LimitPlan, ...]
    way: WayPlan
    links: tuple[LinkAnswer, ...]
    fee: FeeAnswer | None
    not_covered: tuple[NotCovered, ...]
    recipient_duties: tuple[StatementAnswer, ...]
    delivery: tuple[StatementAnswer, ...]
    statements: tuple[StatementAnswer, ...]
    notes: tuple[str, ...]
    questions: Questions

    def verdict(self, known: Known, purposes: frozenset[str]) -> Verdict:
        """Read all grounds and choose the best."""
        readings = tuple(parts.plan.read(known, purposes) for parts in self.grounds)
        rows = [
            (reading.outcome, parts.plan.strength_of(reading))
            for parts, reading in zip(self.grounds, readings, strict=True)
        ]
        outcome = best(found for found, _ in rows)
        strength = strength_of(outcome, rows)
        return Verdict(outcome, strength, could_be(strength, rows), readings)

    def answer(self, knowledge: Knowledge, case: Case, on: date) -> EntitlementAnswer:
        """Assess the entitlement in a case."""
        purposes = self.purposes(case)
        strict, known = self.verdict(knowledge.strict, purposes), knowledge.strict
        waiting = self._waiting(strict)
        conditions = tuple(plan.condition for plan, _ in waiting)
        missing = self.questions.missing(self.questions.of(conditions, known, knowledge.asked))
        steps = tuple(step.answer(case, known, on) for step in self.steps)
        limits, limit_notes = self._limits(case, known)
        return EntitlementAnswer(
            id=self.entitlement.id,
            kind=self.entitlement.kind,
            name=self.entitlement.name,
            outcome=strict.outcome,
            strength=strict.strength,
            could_be=strict.could_be,
            waits_for=self._waits_for(strict, waiting, known),
            at_best=self._at_best(strict),
            provisional=self._provisional(strict, knowledge, purposes),
            grounds=tuple(
                parts.answer(reading, known)
                for parts, reading in zip(self.grounds, strict.readings, strict=True)
            ),
            missing=missing,
            steps=steps,
            ready=all_of(_done(step.state) for step in steps if step.force is Force.MUST),
            limits=limits,
            fee=self.fee,
            not_covered=(*self._parts(strict, known), *self.not_covered),
            recipient_duties=self.recipient_duties,
            delivery=self.delivery,
            statements=self.statements,
            links=self.links,
            notes=(*self.notes, *limit_notes),
            route=self.way.answer(known, lambda waits: self.questions.of(waits, known, knowledge.asked)),
        )

    def purposes(self, case: Case) -> frozenset[str]:
        """Give the purposes that the entitlement is applied for with."""
        return frozenset(
            purpose
            for application in case.applies_for
            if application.id == self.entitlement.id
            for purpose in application.purposes
        )

    def _applications(self, case: Case) -> tuple[Application, ...]:
        return tuple(found for found in case.applies_for if found.id == self.entitlement.id)

    def _limits(self, case: Case, known: Known) -> tuple[tuple[LimitAnswer, ...], list[str]]:
        applications = self._applications(case)
        answers = tuple(limit.answer(applications, known) for limit in self.limits)
        return answers, [note for limit in self.limits for note in limit.notes(applications)]

    def _waiting(self, verdict: Verdict) -> list[tuple[CriterionPlan, Reading]]:
        """Give the unknown criteria that can change the outcome, or make the claim stronger."""
        if verdict.outcome is not Outcome.UNKNOWN and verdict.could_be is None:
            return []
        return [
            pair
            for parts, reading in zip(self.grounds, verdict.readings, strict=True)
            if reading.outcome is Outcome.UNKNOWN and self._matters(parts, verdict)
            for pair in parts.plan.waiting(reading)
        ]

    def _matters(self, parts: GroundParts, verdict: Verdict) -> bool:
        if verdict.strength is None:
            return True
        order = list(Strength)
        return order.index(parts.plan.strength) < order.index(verdict.strength)

    def _waits_for(
        self, verdict: Verdict, waiting: list[tuple[CriterionPlan, Reading]], known: Known
    ) -> tuple[WaitsFor, ...]:
        if verdict.outcome is not Outcome.UNKNOWN:
            return ()
        conditions = [plan.condition for plan, reading in waiting if reading.unclear is not True]
        facts = self.questions.missing(self.questions.of(conditions, known, frozenset()))
        found = {WaitsFor.JUDGEMENT if fact.judgement else WaitsFor.FACTS for fact in facts}
        if any(reading.unclear is True for _, reading in waiting):
            found.add(WaitsFor.SOURCE)
        return tuple(kind for kind in WaitsFor if kind in found)

    def _at_best(self, verdict: Verdict) -> Outcome:
        pairs = zip(self.grounds, verdict.readings, strict=True)
        return best(parts.plan.at_best(reading) for parts, reading in pairs)

    def _provisional(self, strict: Verdict, knowledge: Knowledge, purposes: frozenset[str]) -> Provisional:
        if strict.outcome is not Outcome.UNKNOWN and strict.could_be is None:
            return Provisional(outcome=strict.outcome, strength=strict.strength, assumes=())
        presumed = self.verdict(knowledge.presumed, purposes)
        return Provisional(
            outcome=presumed.outcome,
            strength=presumed.strength,
            assumes=self._assumed(strict, presumed, knowledge),
        )

    def _assumed(self, strict: Verdict, presumed: Verdict, knowledge: Knowledge) -> tuple[str, ...]:
        """Give the presumed facts behind criteria that only presumption makes known."""
        conditions = [
            plan.condition
            for parts, before, after in zip(self.grounds, strict.readings, presumed.readings, strict=True)
            for plan, old, new in zip(parts.plan.criteria, before.readings, after.readings, strict=True)
            if plan.decides and old.holds is None and new.holds is not None
        ]
        needed = self.questions.of(conditions, knowledge.strict, frozenset())
        return tuple(name for name in needed if name in knowledge.assumed)

    def _parts(self, verdict: Verdict, known: Known) -> list[NotCovered]:
        found = {
            part.id: part
            for parts, reading in zip(self.grounds, verdict.readings, strict=True)
            for part in parts.parts(reading, known)
        }
        return list(found.values())


def _done(state: StepState) -> bool | None:
    return None if state is StepState.UNKNOWN else state is StepState.DONE
