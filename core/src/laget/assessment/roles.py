"""Roles: who appoints, whether a candidate may hold the role, and what happens when the holder is away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from laget.assessment.verdicts import Grounds
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
    holding: Grounds | None
    """The ways to come to hold it; one is enough. None where the documents do not say."""
    fixed: Mapping[str, Any]
    """The parts of the answer that no case changes, by name."""

    def answer(self, view: View, route: Iterable[RouteAnswer]) -> RoleAnswer:
        """Give what is known of the role, `route` being the way of the entitlement with the same id."""
        steps = {step.step: step for step in route}
        return RoleAnswer(
            **self.fixed,
            appoint_unit=steps.get(APPOINT_UNIT),
            appoint_person=steps.get(APPOINT_PERSON),
            holder=self._holder(self.holding, view) if self.holding else None,
        )

    @staticmethod
    def _holder(holding: Grounds, view: View) -> HolderAnswer:
        verdict = holding.verdict(view, frozenset())
        grounds = holding.answers(verdict, view)
        return HolderAnswer(
            outcome=verdict.outcome,
            grounds=grounds,
            criteria=tuple([criterion for ground in grounds for criterion in ground.criteria]),
            missing=view.questions.missing(view.to_ask(verdict.asking)),
        )


def says_something(role: Role) -> bool:
    """Tell whether the documents say more of a role than what it is called and is for."""
    return bool(
        role.holding or role.holders or role.tasks or role.replacement or role.handover or role.statements
    )
