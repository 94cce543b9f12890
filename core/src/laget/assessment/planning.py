"""A handbook made ready for assessing: everything that no case changes is worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from attrs import define

from laget.assessment.conditions import Condition, condition_of
from laget.assessment.consents import ConsentPlan, consent_plan
from laget.assessment.duties import DutiesPlan, duties_plan
from laget.assessment.entitlements import EntitlementPlan, OfferPlan, Seen
from laget.assessment.grounds import criterion_plan, ground_plan
from laget.assessment.groups import GroupsPlan, groups_plan
from laget.assessment.knowledge import Reasoner, reasoner_of
from laget.assessment.limits import LimitPlan
from laget.assessment.notes import notes_for
from laget.assessment.questions import Questions, questions_of
from laget.assessment.reasons import GroundParts, Reason
from laget.assessment.references import References
from laget.assessment.roles import RolePlan, says_something
from laget.assessment.routes import LadderPlan, Ways, ladder_plan
from laget.assessment.steps import StepPlan
from laget.assessment.verdicts import Grounds
from laget.assessment.views import View
from laget.criteria import Expression, Known, Words, evaluator, explain, thresholds
from laget.model.answers import (
    ConflictAnswer,
    LinkAnswer,
    NotCovered,
    OfferAnswer,
    StepAnswer,
)
from laget.model.case import Case, StepState
from laget.model.entitlements import Criterion, Entitlement, Ground, Limit, Prerequisite, Step
from laget.model.handbook import Handbook
from laget.model.organisation import Role
from laget.model.words import words_of
from laget.texts import say


@define(eq=False)
class Plan:
    """Everything about a handbook that assessing needs, and that no case changes."""

    handbook: Handbook
    language: str = "nb"
    """The language of what the assessment itself says."""

    def prepared(self) -> Plan:
        """Work out everything now, so that threads that share the plan only read it."""
        _ = (self.entitlements, self.offers, self.ladders, self.conflicts, self.silent, self.reasoner)
        _ = (
            self.thresholds,
            self.readers,
            self.following,
            self.roles,
            self.consents,
            self.groups,
            self.duties,
        )
        return self

    @cached_property
    def references(self) -> References:
        """Turns what stands in the handbook into the form that answers have."""
        return References(self.handbook, self.language)

    @cached_property
    def questions(self) -> Questions:
        """Finds the facts to ask for."""
        return questions_of(self.handbook)

    @cached_property
    def reasoner(self) -> Reasoner:
        """Turns cases into knowledge."""
        return reasoner_of(self.handbook, self.language)

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
    def offers(self) -> tuple[OfferPlan, ...]:
        """Everything without conditions."""
        return tuple(self._offer(found) for found in self.handbook.entitlements.values() if not found.grounds)

    @cached_property
    def roles(self) -> tuple[RolePlan, ...]:
        """Every role that the documents say something of, or that a case may be assessed for."""
        return tuple(
            self._role(role)
            for role in self.handbook.roles.values()
            if says_something(role) or role.id in self.handbook.entitlements
        )

    @cached_property
    def consents(self) -> tuple[ConsentPlan, ...]:
        """Every rule of consent."""
        return tuple(consent_plan(consent, self.references) for consent in self.handbook.consents.values())

    @cached_property
    def groups(self) -> GroupsPlan:
        """The rules for groups and meetings."""
        return groups_plan(self.handbook, self.references, self.questions, self.reasoner)

    @cached_property
    def duties(self) -> DutiesPlan:
        """What must be done by when."""
        return duties_plan(self.handbook, self.references)

    def see(self, case: Case, on: date) -> Seen:
        """Give a case as it is seen while it is assessed."""
        knowledge = self.reasoner.knowledge(case, on)
        strict = View(knowledge.strict, self.questions, knowledge.asked)
        touched = frozenset().union(*(self.following[name] for name in knowledge.assumed))
        presumed = strict.when(knowledge.presumed, touched)
        return Seen(case, on, knowledge, strict, presumed)

    @cached_property
    def nothing(self) -> View:
        """A view in which nothing is known, for what no case changes."""
        return View(Known({}, on=self.handbook.on), self.questions, frozenset())

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.handbook, self.references, self.nothing, self.language)

    @cached_property
    def _reasons(self) -> dict[int, Reason]:
        """The reasons made so far: a criterion before many grounds is prepared once."""
        return {}

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
    def thresholds(self) -> Mapping[str, tuple[int | Decimal, ...]]:
        """The numbers at which criteria can change, by fact, and by what the fact follows from."""
        return self.bounds(tree for condition in self._conditions for tree in condition.trees)

    def bounds(self, trees: Iterable[Expression]) -> Mapping[str, tuple[int | Decimal, ...]]:
        """Give the numbers at which expressions can change, by fact, and by what the fact follows from."""
        found: dict[str, set[int | Decimal]] = defaultdict(set)
        for tree in trees:
            self._add_thresholds(tree, found)
        return {name: tuple(sorted(numbers)) for name, numbers in found.items()}

    @cached_property
    def following(self) -> Mapping[str, frozenset[str]]:
        """Fact → the fact itself, and all that follow from it."""
        found = {name: {name} for name in self.handbook.facts}
        for name in self.questions.derived:
            for base in self.questions.bases(name):
                found[base].add(name)
        return {name: frozenset(names) for name, names in found.items()}

    @cached_property
    def readers(self) -> Mapping[str, tuple[Condition, ...]]:
        """Fact → the conditions of criteria whose value it can change, also by what follows from it."""
        found: dict[str, dict[Condition, None]] = defaultdict(dict)
        for condition in self._conditions:
            for name in condition.facts:
                for base in (name, *self.questions.bases(name)):
                    found[base][condition] = None
        return {name: tuple(conditions) for name, conditions in found.items()}

    @property
    def _conditions(self) -> tuple[Condition, ...]:
        return tuple(reason.plan.condition for reason in self._reasons.values())

    def _add_thresholds(self, tree: Expression, found: dict[str, set[int | Decimal]]) -> None:
        for name, values in thresholds(tree).items():
            numbers = {value for value in values if isinstance(value, int | Decimal)}
            for base in (name, *self.questions.bases(name)):
                found[base] |= numbers

    def _entitlement(self, entitlement: Entitlement) -> EntitlementPlan:
        return EntitlementPlan(
            entitlement=entitlement,
            grounds=Grounds(tuple(self._ground(entitlement, ground) for ground in entitlement.grounds)),
            steps=tuple(self._step(entitlement, step) for step in self._steps_of(entitlement)),
            limits=tuple(self._limit(limit) for limit in entitlement.limits),
            way=self._ways.plan(entitlement.id),
            not_covered=tuple(
                NotCovered(id=said.id, text=said.text, holds=True, hours=None, sources=said.sources)
                for said in entitlement.not_covered
            ),
            notes=notes_for(self.handbook, entitlement, self.language),
            list_note=say("list_not_complete", self.language),
            fixed={
                "id": entitlement.id,
                "kind": entitlement.kind,
                "name": entitlement.name,
                "fee": self.references.fee(entitlement.fee),
                "recipient_duties": self.references.statements(entitlement.recipient_duties),
                "delivery": self.references.statements(entitlement.delivery),
                "statements": self.references.statements(entitlement.statements),
                "links": tuple(self._links(entitlement)),
            },
        )

    def _ground(self, entitlement: Entitlement, ground: Ground) -> GroundParts:
        prerequisites = self._prerequisites(entitlement, ground)
        common = () if ground.statutory else _of_layer(entitlement.common, ground.origin.layer)
        reasons = tuple(self._reason(found) for found in (*prerequisites, *common, *ground.criteria))
        plan = ground_plan(ground, tuple(reason.plan for reason in reasons), len(prerequisites))
        return GroundParts(plan, reasons, self.references.law(ground.law))

    def _role(self, role: Role) -> RolePlan:
        return RolePlan(
            role=role,
            holding=Grounds(tuple(map(self._way_to_hold, role.holding))) if role.holding else None,
            fixed={
                "role": role.id,
                "name": role.name,
                "holders": self.references.statements(role.holders),
                "tasks": self.references.statements(role.tasks),
                "replacement": self.references.statements(role.replacement),
                "handover": self.references.statements(role.handover),
                "statements": self.references.statements(role.statements),
            },
        )

    def _way_to_hold(self, ground: Ground) -> GroundParts:
        """Prepare a ground about a candidate: what is asked about a child stands before none of them."""
        reasons = tuple(map(self._new_reason, ground.criteria))
        plan = ground_plan(ground, tuple(reason.plan for reason in reasons), 0)
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
        if id(criterion) not in self._reasons:
            self._reasons[id(criterion)] = self._new_reason(criterion)
        return self._reasons[id(criterion)]

    def _new_reason(self, criterion: Criterion) -> Reason:
        return Reason(
            plan=criterion_plan(criterion),
            explanation=explain(criterion.when.tree, self._words, self.language),
            law=self.references.law(criterion.law),
            examples=tuple((example.text, evaluator(example.when.tree)) for example in criterion.examples),
            hours=evaluator(criterion.hours.tree) if criterion.hours else None,
        )

    @cached_property
    def _words(self) -> Words:
        return words_of(self.handbook)

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
        untouched = StepAnswer(
            id=step.id,
            text=step.text,
            state=StepState.UNKNOWN,
            who=step.who,
            by=None,
            force=step.force,
            sources=step.sources,
            law=self.references.law(step.law),
        )
        done_by = self.handbook.step_kinds[step.id].done_by
        return StepPlan(
            entitlement.id, step, evaluator(step.by.tree) if step.by else None, done_by, untouched
        )

    def _limit(self, limit: Limit) -> LimitPlan:
        return LimitPlan(
            limit=limit,
            measure=evaluator(limit.measure.tree) if limit.measure else None,
            unclear=condition_of(None, limit.unclear) if limit.unclear else None,
            law=self.references.law(limit.law),
            language=self.language,
        )

    def _links(self, entitlement: Entitlement) -> Iterator[LinkAnswer]:
        for link in entitlement.links:
            if link.to not in self.handbook.entitlements:
                continue  # it has been withdrawn, or has ended
            yield LinkAnswer(
                kind=link.kind,
                to=link.to,
                name=self.handbook.entitlements[link.to].name,
                text=link.text,
                force=link.force,
                unclear=link.unclear.note if link.unclear else None,
                sources=link.sources,
            )

    def _offer(self, entitlement: Entitlement) -> OfferPlan:
        way = self._ways.plan(entitlement.id)
        offer = OfferAnswer(
            id=entitlement.id,
            kind=entitlement.kind,
            name=entitlement.name,
            description=entitlement.description,
            available=entitlement.available,
            fee=self.references.fee(entitlement.fee),
            delivery=self.references.statements(entitlement.delivery),
            statements=self.references.statements(entitlement.statements),
            links=tuple(self._links(entitlement)),
            notes=notes_for(self.handbook, entitlement, self.language),
            route=way.answer(self.nothing),
            sources=entitlement.sources,
            law=self.references.law(entitlement.law),
        )
        return OfferPlan(offer, way)


def _of_layer(criteria: tuple[Criterion, ...], layer: str) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in criteria if criterion.origin.layer == layer)


def _reaches(prerequisite: Prerequisite, entitlement: Entitlement) -> bool:
    applies_to = prerequisite.applies_to
    return entitlement.id not in prerequisite.excepts and (not applies_to or entitlement.id in applies_to)
