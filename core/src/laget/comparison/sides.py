"""Sides: one of the two (handbook, case) pairs of a comparison, made ready for being compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import define, frozen

from laget.assessment import Assessor
from laget.assessment.entitlements import EntitlementPlan
from laget.assessment.planning import Plan
from laget.model.answers import Assessment, EntitlementAnswer, RouteAnswer
from laget.model.case import Case
from laget.model.differences import Doer, WaySide
from laget.model.entitlements import Entitlement
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind
from laget.model.organisation import Office, Role


@frozen(kw_only=True)
class Side:
    """A handbook, and perhaps a case to assess by it. The case must fit the handbook."""

    handbook: Handbook
    case: Case | None = None
    language: str = "nb"
    """The language of what laget itself says; the handbook's texts stay as they are."""
    assessor: Assessor | None = None
    """What answers cases by the handbook in that language, where the caller keeps one."""


@define(eq=False, slots=False)
class Prepared:
    """A side with what comparing needs."""

    side: Side

    @property
    def handbook(self) -> Handbook:
        """The handbook."""
        return self.side.handbook

    @cached_property
    def assessor(self) -> Assessor:
        """What answers cases by the handbook."""
        return self.side.assessor or Assessor(self.handbook, self.side.language)

    @cached_property
    def assessment(self) -> Assessment:
        """What the handbook says about the side's case; without one, about a case that says nothing."""
        return self.assessor.assess(self.side.case or Case(), self.handbook.on)

    @property
    def plan(self) -> Plan:
        """What assessing needs."""
        return self.assessor.plan

    @cached_property
    def assessed(self) -> Mapping[str, EntitlementPlan]:
        """Everything that has conditions, by id."""
        return {found.entitlement.id: found for found in self.plan.entitlements}

    @cached_property
    def ways(self) -> Mapping[str, tuple[RouteAnswer, ...]]:
        """The way of each entitlement before anything is known of a case, by id."""
        ways = {name: found.way.answer(self.plan.nothing) for name, found in self.assessed.items()}
        return ways | {found.offer.id: found.answer(self.plan.nothing).route for found in self.plan.offers}

    @cached_property
    def answers(self) -> Mapping[str, EntitlementAnswer]:
        """What is said of everything that has conditions in the side's case, by id."""
        return {found.id: found for found in self.assessment.entitlements}

    @cached_property
    def settled_ways(self) -> Mapping[str, tuple[RouteAnswer, ...]]:
        """The way of each entitlement in the side's case, by id."""
        ways = {answer.id: answer.route for answer in self.assessment.entitlements}
        return ways | {offer.id: offer.route for offer in self.assessment.offers}

    def has_own_criteria(self, entitlement: Entitlement) -> bool:
        """Tell whether a layer below the nation has criteria for something."""
        nations = {used.layer.id for used in self.handbook.layers if used.layer.kind is LayerKind.NATION}
        return any(ground.origin.layer not in nations for ground in entitlement.grounds)

    def name_of(self, id_: str) -> str:
        """Give what an office or a role is called; the id, when it is neither."""
        found: Office | Role | None = self.handbook.offices.get(id_) or self.handbook.roles.get(id_)
        return found.name if found else id_

    def way_side(self, answer: RouteAnswer) -> WaySide:
        """Give who does a step, with what kind of office it is."""
        own = [(answer.office, answer.role, answer.name)] if answer.name is not None else []
        others = [(found.office, found.role, found.name) for found in answer.candidates]
        doers = (self._doer(office, role, name) for office, role, name in (own or others))
        return WaySide(
            state=answer.state,
            who=tuple(sorted(doers, key=lambda doer: (doer.name, doer.office or "", doer.role or ""))),
            missing=tuple(sorted(answer.missing)),
        )

    def _doer(self, office: str | None, role: str | None, name: str) -> Doer:
        found = self.handbook.offices[office] if office is not None else None
        return Doer(
            office=office,
            role=role,
            name=name,
            kind=found.kind if found else None,
            owner=found.owner if found else None,
        )
