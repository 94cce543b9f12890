"""Grounds: the criteria of one set of conditions, read in a case and come to an outcome."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from laget.assessment.conditions import Condition, Reading, condition_of
from laget.assessment.outcomes import Fulfilled, all_of, any_of, ground_outcome, opposite
from laget.assessment.views import View
from laget.model.answers import Outcome
from laget.model.entitlements import Criterion, Force, Ground, Scope, Strength


@frozen
class CriterionPlan:
    """A criterion, prepared for being read many times."""

    criterion: Criterion
    condition: Condition

    is_part: bool
    """Whether it is an exclusion that takes away only a part."""
    decides: bool
    """Whether its value alone can change the outcome of its ground."""

    def fulfilled(self, reading: Reading) -> Fulfilled:
        """Give the value as a condition: an exclusion is fulfilled when it does not apply."""
        return opposite(reading.holds) if self.criterion.exclusion else reading.holds

    def fulfilled_at_best(self, reading: Reading) -> Fulfilled:
        """Give the best value that further facts can lead to; what the source leaves open stays unknown."""
        if reading.unclear is True:
            return None
        if reading.plain is None:
            return True
        return (not reading.plain) if self.criterion.exclusion else reading.plain


@frozen
class GroundReading:
    """A ground in one case: its outcome, and the values that led to it."""

    outcome: Outcome
    opened: bool
    """Whether an opening is why the outcome is `exception`."""
    readings: tuple[Reading, ...]
    total: Fulfilled
    """Whether everything applied for falls under partial exclusions."""


@frozen
class GroundPlan:
    """A ground with all criteria that reach it, prepared for being read many times."""

    ground: Ground
    criteria: tuple[CriterionPlan, ...]
    musts: tuple[int, ...]
    barriers: tuple[int, ...]
    normallys: tuple[int, ...]
    parts: tuple[int, ...]
    """Positions of partial exclusions."""

    @property
    def strength(self) -> Strength:
        """What the ground gives when it is met."""
        return self.ground.strength

    def strength_of(self, reading: GroundReading) -> Strength:
        """Give what the ground gives in a case: what its opening gives, where that is why."""
        return (
            self.ground.opening.strength if reading.opened and self.ground.opening else self.ground.strength
        )

    def read(self, view: View, purposes: frozenset[str]) -> GroundReading:
        """Read the ground in a case where help is applied for with some purposes."""
        readings = tuple(view.read(plan.condition) for plan in self.criteria)
        values = [plan.fulfilled(reading) for plan, reading in zip(self.criteria, readings, strict=True)]
        total = self._total(readings, purposes)
        return self._reading(values, readings, total)

    def at_best(self, reading: GroundReading) -> Outcome:
        """Give the best outcome that further facts can lead to."""
        values = [
            plan.fulfilled_at_best(found) for plan, found in zip(self.criteria, reading.readings, strict=True)
        ]
        return self._reading(values, reading.readings, reading.total or False).outcome

    def waiting(self, reading: GroundReading) -> tuple[tuple[CriterionPlan, Reading], ...]:
        """Give the deciding criteria whose value is unknown."""
        pairs = zip(self.criteria, reading.readings, strict=True)
        return tuple(
            (plan, found)
            for plan, found in pairs
            if found.holds is None and (plan.decides or (plan.is_part and reading.total is None))
        )

    def _reading(
        self, values: Sequence[Fulfilled], readings: tuple[Reading, ...], total: Fulfilled
    ) -> GroundReading:
        has_opening = self.ground.opening is not None
        musts = all_of([values[index] for index in self.musts])
        barriers = all_of([*(values[index] for index in self.barriers), opposite(total)])
        normallys = all_of([values[index] for index in self.normallys])
        outcome = ground_outcome(musts, normallys, barriers, opening=has_opening)
        opened = has_opening and outcome is Outcome.EXCEPTION and musts is False
        return GroundReading(outcome, opened, readings, total)

    def _total(self, readings: Sequence[Reading], purposes: frozenset[str]) -> Fulfilled:
        """Tell whether everything that is applied for falls under partial exclusions."""
        if not purposes or not self.parts:
            return False
        return all_of(self._excluded(purpose, readings) for purpose in purposes)

    def _excluded(self, purpose: str, readings: Sequence[Reading]) -> Fulfilled:
        return any_of(
            readings[index].holds
            for index in self.parts
            if purpose in self.criteria[index].criterion.purposes
        )


def criterion_plan(criterion: Criterion) -> CriterionPlan:
    """Prepare a criterion."""
    is_part = criterion.exclusion and criterion.scope is Scope.PART
    decides = criterion.force in (Force.MUST, Force.NORMALLY) and not is_part
    return CriterionPlan(criterion, condition_of(criterion.when, criterion.unclear), is_part, decides)


def ground_plan(ground: Ground, plans: tuple[CriterionPlan, ...], first: int) -> GroundPlan:
    """Prepare a ground with all criteria that reach it; before `first` stand the prerequisites.

    An opening is for people outside the criteria. It does not open what is asked before any
    criterion, so prerequisites count as barriers.
    """
    deciding = [(index, plan.criterion) for index, plan in enumerate(plans) if plan.decides]
    return GroundPlan(
        ground,
        plans,
        musts=tuple(i for i, c in deciding if c.force is Force.MUST and not c.exclusion and i >= first),
        barriers=tuple(i for i, c in deciding if c.force is Force.MUST and (c.exclusion or i < first)),
        normallys=tuple(i for i, c in deciding if c.force is Force.NORMALLY),
        parts=tuple(index for index, plan in enumerate(plans) if plan.is_part),
    )
