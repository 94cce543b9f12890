"""A handbook made ready for assessing: everything that no case changes is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from attrs import define

from laget.assessment.conditions import condition_of
from laget.assessment.entitlements import EntitlementPlan, GroundParts, Reason
from laget.assessment.grounds import ground_plan
from laget.assessment.knowledge import Reasoner, reasoner_of
from laget.assessment.limits import LimitPlan
from laget.assessment.missing import Questions, questions_of
from laget.assessment.notes import notes_for
from laget.assessment.references import References
from laget.assessment.routes import LadderPlan, ladder_plan, way_plan
from laget.assessment.steps import StepPlan
from laget.criteria import evaluator, explain, thresholds
from laget.model.answers import ConflictAnswer, LinkAnswer, NotCovered, OfferAnswer
from laget.model.entitlements import Criterion, Entitlement, Ground, Limit, Prerequisite, Step
from laget.model.handbook import Handbook
from laget.model.words import words_of


@define(eq=False)
class Plan:
    """Everything about a handbook that assessing needs, and that no case changes."""

    handbook: Handbook

    @cached_property
    def references(self) -> References:
        """Turns what stands in the handbook into the form that answers have."""
        return References(self.handbook)

    @cached_property
    def questions(self) -> Questions:
        """Finds the facts to ask for."""
        return questions_of(self.handbook)

    @cached_property
    def reasoner(self) -> Reasoner:
        """Turns cases into knowledge."""
        return reasoner_of(self.handbook)

    @cached_property
    def entitlements(self) -> tuple[EntitlementPlan, ...]:
        """Everything that has conditions, in the order of the handbook."""
        return tuple(
            self._entitlement(found) for found in self.handbook.entitlements.values() if found.grounds
        )

    @cached_property
    def ladders(self) -> tuple[LadderPlan, ...]:
        """Every ladder."""
        return tuple(ladder_plan(ladder) for ladder in self.handbook.ladders.values())

    @cached_property
    def offers(self) -> tuple[OfferAnswer, ...]:
        """Everything without conditions."""
        return tuple(self._offer(found) for found in self.handbook.entitlements.values() if not found.grounds)

    @cached_property
    def conflicts(self) -> tuple[ConflictAnswer, ...]:
        """The disagreements that bear on answers."""
        return tuple(
            ConflictAnswer(
                id=conflict.id,
                text=conflict.text,
                sides=tuple(self.references.side(side) for side in conflict.sides),
                follows=conflict.follows,
                reason=conflict.reason,
                touches=conflict.touches,
            )
            for conflict in self.handbook.conflicts.values()
            if conflict.touches
        )

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The open questions that no layer answers."""
        return tuple(name for name in self.handbook.questions if name not in self.handbook.answers)

    @cached_property
    def thresholds(self) -> tuple[int | Decimal, ...]:
        """All numbers at which some criterion can change."""
        found = {
            value
            for plan in self.entitlements
            for parts in plan.grounds
            for criterion in parts.plan.criteria
            for tree in criterion.condition.trees
            for values in thresholds(tree).values()
            for value in values
            if isinstance(value, int | Decimal) and not isinstance(value, bool)
        }
        return tuple(sorted(found))

    def _entitlement(self, entitlement: Entitlement) -> EntitlementPlan:
        return EntitlementPlan(
            entitlement=entitlement,
            grounds=tuple(self._ground(entitlement, ground) for ground in entitlement.grounds),
            steps=tuple(self._step(entitlement, step) for step in self._steps_of(entitlement)),
            limits=tuple(self._limit(limit) for limit in entitlement.limits),
            way=way_plan(self.handbook, self.references, entitlement.id),
            links=tuple(self._links(entitlement)),
            fee=self.references.fee(entitlement.fee),
            not_covered=tuple(
                NotCovered(id=said.id, text=said.text, holds=True, hours=None, sources=said.sources)
                for said in entitlement.not_covered
            ),
            recipient_duties=self.references.statements(entitlement.recipient_duties),
            delivery=self.references.statements(entitlement.delivery),
            statements=self.references.statements(entitlement.statements),
            notes=notes_for(self.handbook, entitlement),
            questions=self.questions,
        )

    def _ground(self, entitlement: Entitlement, ground: Ground) -> GroundParts:
        common = () if ground.statutory else _of_layer(entitlement.common, ground.origin.layer)
        plan = ground_plan(ground, self._prerequisites(entitlement, ground), common)
        reasons = tuple(self._reason(criterion.criterion) for criterion in plan.criteria)
        return GroundParts(plan, reasons, self.references.law(ground.law))

    def _prerequisites(self, entitlement: Entitlement, ground: Ground) -> tuple[Criterion, ...]:
        """Give what a layer asks before its own grounds; it never reaches a statutory one."""
        if ground.statutory:
            return ()
        return tuple(
            criterion
            for prerequisite in self.handbook.prerequisites.values()
            if prerequisite.origin.layer == ground.origin.layer and _reaches(prerequisite, entitlement)
            for criterion in prerequisite.criteria
        )

    def _reason(self, criterion: Criterion) -> Reason:
        return Reason(
            explanation=explain(criterion.when.tree, words_of(self.handbook)),
            law=self.references.law(criterion.law),
            examples=tuple((example.text, evaluator(example.when.tree)) for example in criterion.examples),
            hours=evaluator(criterion.hours.tree) if criterion.hours else None,
        )

    def _steps_of(self, entitlement: Entitlement) -> tuple[Step, ...]:
        layers = {ground.origin.layer for ground in entitlement.grounds}
        before = [
            step
            for prerequisite in self.handbook.prerequisites.values()
            if prerequisite.origin.layer in layers and _reaches(prerequisite, entitlement)
            for step in prerequisite.steps
        ]
        own = {step.id for step in entitlement.steps}
        return (*entitlement.steps, *(step for step in before if step.id not in own))

    def _step(self, entitlement: Entitlement, step: Step) -> StepPlan:
        return StepPlan(
            entitlement=entitlement.id,
            step=step,
            by=evaluator(step.by.tree) if step.by else None,
            done_by=self.handbook.step_kinds[step.id].done_by,
            law=self.references.law(step.law),
        )

    def _limit(self, limit: Limit) -> LimitPlan:
        return LimitPlan(
            limit=limit,
            measure=evaluator(limit.measure.tree) if limit.measure else None,
            unclear=condition_of(None, limit.unclear) if limit.unclear else None,
            law=self.references.law(limit.law),
        )

    def _links(self, entitlement: Entitlement) -> Iterator[LinkAnswer]:
        for link in entitlement.links:
            yield LinkAnswer(
                kind=link.kind,
                to=link.to,
                name=self.handbook.entitlements[link.to].name,
                text=link.text,
                force=link.force,
                unclear=link.unclear.note if link.unclear else None,
                sources=link.sources,
            )

    def _offer(self, entitlement: Entitlement) -> OfferAnswer:
        way = way_plan(self.handbook, self.references, entitlement.id)
        return OfferAnswer(
            id=entitlement.id,
            kind=entitlement.kind,
            name=entitlement.name,
            description=entitlement.description,
            available=entitlement.available,
            fee=self.references.fee(entitlement.fee),
            delivery=self.references.statements(entitlement.delivery),
            statements=self.references.statements(entitlement.statements),
            links=tuple(self._links(entitlement)),
            notes=notes_for(self.handbook, entitlement),
            route=tuple(way.fixed.values()),
            sources=entitlement.sources,
            law=self.references.law(entitlement.law),
        )


def _of_layer(criteria: tuple[Criterion, ...], layer: str) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in criteria if criterion.origin.layer == layer)


def _reaches(prerequisite: Prerequisite, entitlement: Entitlement) -> bool:
    applies_to = prerequisite.applies_to
    return entitlement.id not in prerequisite.excepts and (not applies_to or entitlement.id in applies_to)
