"""Roles: who appoints, whether a candidate may hold the role, and what happens when the holder is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from laget.assessment.reasons import GroundParts
from laget.assessment.verdicts import ground_answers, verdict_of, waiting_in
from laget.assessment.views import View
from laget.model.answers import HolderAnswer, RoleAnswer, RouteAnswer
from laget.model.organisation import Role

APPOINT_UNIT = "appoint_unit"
"""The step of the way in which the unit that takes the role is appointed."""
APPOINT_PERSON = "appoint_person"
"""The step of the way in which the person is appointed."""


@frozen
class RolePlan:
    """A role, prepared for being answered many times."""

    role: Role
    holding: tuple[GroundParts, ...]
    """The ways to come to hold it; one is enough."""
    fixed: Mapping[str, Any]
    """The parts of the answer that no case changes, by name."""

    def answer(self, view: View, route: Iterable[RouteAnswer]) -> RoleAnswer:
        """Give what is known of the role, `route` being the way of the entitlement with the same id."""
        steps = {step.step: step for step in route}
        return RoleAnswer(
            **self.fixed,
            appoint_unit=steps.get(APPOINT_UNIT),
            appoint_person=steps.get(APPOINT_PERSON),
            holder=self._holder(view) if self.holding else None,
        )

    def _holder(self, view: View) -> HolderAnswer:
        verdict = verdict_of(self.holding, view, frozenset())
        waiting = waiting_in(self.holding, verdict)
        names = view.to_ask(plan.condition for plan, found in waiting if found.unclear is not True)
        grounds = ground_answers(self.holding, verdict, view)
        return HolderAnswer(
            outcome=verdict.outcome,
            grounds=grounds,
            criteria=tuple([criterion for ground in grounds for criterion in ground.criteria]),
            missing=view.questions.missing(names),
        )


def says_something(role: Role) -> bool:
    """Tell whether the documents say more of a role than what it is called and is for."""
    return bool(
        role.holding or role.holders or role.tasks or role.replacement or role.handover or role.statements
    )
