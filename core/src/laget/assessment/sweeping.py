"""Sweeping: one fact goes through the values worth trying, and what is said of one entitlement is kept.

Reads a plan, a case that fits its handbook, and the names of the two. Gives the steps: neighbouring
values for which outcome, provisional outcome, what is best and every criterion stay the same. Tried are
the values of `laget.assessment.tried`; between two that differ, the border is found by halving. A change
and a change back that lie between two neighbours of these values are not found: only sums have such.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from laget.assessment.conditions import Condition
from laget.assessment.entitlements import EntitlementPlan
from laget.assessment.planning import Plan
from laget.assessment.tried import FAR, values_to_try
from laget.model.answers import CriterionAnswer, EntitlementAnswer, GroundAnswer
from laget.model.case import Case
from laget.model.facts import Fact, FactKind, FactValue
from laget.model.mapping import FrozenMapping
from laget.model.sweeps import Flip, SweepStep, SweptCriterion, Untouched

UNORDERED: Final = (FactKind.BOOLEAN, FactKind.CHOICE)
"""The kinds of facts whose values have no order."""
HALF: Final = Decimal("0.5")
"""How near a border between two decimal numbers is found."""


@frozen
class Swept:
    """What a sweep found, before it is put together with who was asked."""

    set_aside: tuple[str, ...]
    impossible: tuple[FactValue, ...]
    steps: tuple[SweepStep, ...]
    untouched: tuple[Untouched, ...]


@frozen
class _Point:
    """One value with what is said for it."""

    value: FactValue
    answer: EntitlementAnswer

    @property
    def values(self) -> tuple[bool | None, ...]:
        """The values of all criteria, in order."""
        return tuple(criterion.holds for _, criterion in _criteria(self.answer))

    @property
    def says(self) -> tuple[object, ...]:
        """Everything that makes a step another one."""
        found = self.answer
        provisional = found.provisional.outcome, found.provisional.strength
        return found.outcome, found.strength, provisional, found.at_best, self.values


def swept(plan: Plan, entitlement: EntitlementPlan, name: str, case: Case, on: date) -> Swept:
    """Vary one fact of a case. What it follows from, or what follows from it, is set aside."""
    bound = {*plan.questions.bases(name), *plan.following[name]}
    facts = {other: value for other, value in case.facts.items() if other not in bound}
    trial = _Trial(plan, entitlement, name, evolve(case, facts=FrozenMapping(facts)), on)
    tried = [(value, trial.point(value)) for value in _values(plan, entitlement, name, on)]
    points = [point for _, point in tried if point is not None]
    if plan.handbook.facts[name].type not in UNORDERED:
        points = list(_bordered(points, trial))
    return Swept(
        set_aside=tuple(other for other in case.facts if other in bound and other != name),
        impossible=tuple(value for value, point in tried if point is None),
        steps=tuple(_steps(points)),
        untouched=tuple(_untouched(points, plan, entitlement, name)),
    )


@frozen
class _Trial:
    """Everything of a sweep but the value."""

    plan: Plan
    entitlement: EntitlementPlan
    name: str
    rest: Case
    on: date

    def point(self, value: FactValue) -> _Point | None:
        """Give what is said for a value; none where it cannot be with the rest of the case."""
        case = evolve(self.rest, facts=FrozenMapping({**self.rest.facts, self.name: value}))
        if self.plan.reasoner.impossible(case, self.on):
            return None
        return _Point(value, self.entitlement.answer(self.plan.see(case, self.on)))

    def between(self, low: FactValue, high: FactValue) -> FactValue | None:
        """Give the value in the middle of two; none where they are neighbours, or half a unit apart."""
        match low, high:
            case date(), date():
                days = (high - low).days // 2
                return low + timedelta(days=days) if days else None
            case ((int() | Decimal()), (int() | Decimal())) if self._is_whole:
                middle = int((low + high) // 2)
                return middle if low < middle else None
            case ((int() | Decimal()), (int() | Decimal())):
                halves = Decimal(int(low + high)) / 2
                return halves if low < halves < high and high - low > HALF else None
            case _:
                return None

    @property
    def _is_whole(self) -> bool:
        return self.plan.handbook.facts[self.name].type is FactKind.INTEGER


def _bordered(points: list[_Point], trial: _Trial) -> Iterator[_Point]:
    """Find the border between neighbours that differ: where facts are added, it is at no fixed threshold."""
    yield from points[:1]
    for low, high in pairwise(points):
        yield from _inside(low, high, trial)
        yield high


def _inside(low: _Point, high: _Point, trial: _Trial) -> Iterator[_Point]:
    value = None if low.says == high.says else trial.between(low.value, high.value)
    middle = None if value is None else trial.point(value)
    if middle is not None:
        yield from _inside(low, middle, trial)
        yield middle
        yield from _inside(middle, high, trial)


def _values(plan: Plan, entitlement: EntitlementPlan, name: str, on: date) -> list[FactValue]:
    """Give the values worth trying for one entitlement; numbers and days in their order, each once."""
    fact = plan.handbook.facts[name]
    derived = [tree for trees in plan.questions.derived.values() for tree in trees]
    trees = [tree for condition in _conditions(entitlement) for tree in condition.trees]
    bounds = plan.bounds([*trees, *derived]).get(name, ())
    found = dict.fromkeys(values_to_try(fact, bounds, on))
    match fact.type:
        case FactKind.BOOLEAN | FactKind.CHOICE:
            return [*found]
        case FactKind.DATE:
            return [*sorted(value for value in found if isinstance(value, date))]
        case FactKind.INTEGER | FactKind.NUMBER:
            numbers = {value for value in found if isinstance(value, int | Decimal)}
            if fact.type is FactKind.NUMBER:
                numbers |= {(Decimal(low) + high) / 2 for low, high in pairwise(bounds)}
            return [number for number in sorted(numbers) if _is_within(fact, number)]


def _is_within(fact: Fact, value: int | Decimal) -> bool:
    low, high = fact.minimum, fact.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def _conditions(entitlement: EntitlementPlan) -> list[Condition]:
    """Give the conditions of all criteria, in the order of the answer."""
    return [found.condition for parts in entitlement.grounds.parts for found in parts.plan.criteria]


def _steps(points: list[_Point]) -> Iterator[SweepStep]:
    """Join neighbours for which everything is the same."""
    groups: list[list[_Point]] = []
    for point in points:
        if groups and groups[-1][-1].says == point.says:
            groups[-1].append(point)
        else:
            groups.append([point])
    for before, group in zip([None, *groups], groups, strict=False):
        answer = group[0].answer
        values = tuple(point.value for point in group)
        yield SweepStep(
            values=tuple(value for value in values if value != FAR),
            open_ended=FAR in values,
            outcome=answer.outcome,
            strength=answer.strength,
            provisional=answer.provisional,
            at_best=answer.at_best,
            flips=tuple(_flips(before[-1].answer, answer)) if before else (),
        )


def _flips(before: EntitlementAnswer, after: EntitlementAnswer) -> Iterator[Flip]:
    pairs = zip(_criteria(before), _criteria(after), strict=True)
    for (ground, old), (_, new) in pairs:
        if old.holds is not new.holds:
            yield Flip(criterion=_named(ground, new), before=old.holds, after=new.holds)


def _untouched(
    points: list[_Point], plan: Plan, entitlement: EntitlementPlan, name: str
) -> Iterator[Untouched]:
    if not points:
        return
    conditions = _conditions(entitlement)
    first, *others = points
    for position, (ground, criterion) in enumerate(_criteria(first.answer)):
        if all(other.values[position] is criterion.holds for other in others):
            reads = not plan.following[name].isdisjoint(conditions[position].facts)
            yield Untouched(criterion=_named(ground, criterion), reads=reads, holds=criterion.holds)


def _criteria(answer: EntitlementAnswer) -> Iterator[tuple[GroundAnswer, CriterionAnswer]]:
    return ((ground, criterion) for ground in answer.grounds for criterion in ground.criteria)


def _named(ground: GroundAnswer, criterion: CriterionAnswer) -> SweptCriterion:
    return SweptCriterion(
        ground=ground.id, id=criterion.id, text=criterion.text, exclusion=criterion.exclusion
    )
