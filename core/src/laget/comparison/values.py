"""Values: which values of a fact can make a difference, by the thresholds of the rules that read it.

Between two neighbouring thresholds no rule changes, so one value from each stretch is enough,
and the thresholds themselves. A birthday stands for an age; it is kept as a distance from the date
asked about, so that the child is as old on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from laget.assessment.planning import Plan
from laget.criteria import Expression, facts_of, shifted, thresholds
from laget.criteria.tree import Age, Birthday, Comparison, Constant, Membership, OnDate, Sum, nodes
from laget.criteria.tree import Fact as FactNode
from laget.model.facts import Fact, FactKind, FactValue, derivations

YEAR = 12
HALF_A_YEAR = 6


@frozen
class Before:
    """A day counted back from the date asked about: by months, and then by days."""

    months: int
    days: int = 0

    def day(self, on: date) -> date | None:
        """Give the day."""
        moved = shifted(on, -self.months)
        return None if moved is None else moved - timedelta(days=self.days)


Setting = tuple[str, FactValue | Before]
"""A fact with a value."""


@frozen
class Variable:
    """A fact with all the values that can make a difference."""

    name: str
    options: tuple[Setting, ...]


@frozen
class Reach:
    """What some rules read, on one side: their expressions, and those that the facts follow from."""

    plan: Plan
    trees: tuple[Expression, ...]
    follows: tuple[tuple[str, Expression], ...]
    """Derived facts with the expressions that they follow from."""

    def all_trees(self) -> Iterator[Expression]:
        """Go through all expressions."""
        yield from self.trees
        for _, tree in self.follows:
            yield tree


def reach_of(trees: Iterable[Expression], plan: Plan) -> Reach:
    """Find everything that some expressions read."""
    own = tuple(trees)
    names = {name for tree in own for name in facts_of(tree)}
    names |= {base for name in names for base in plan.questions.bases(name)}
    facts = plan.handbook.facts
    follows = tuple(
        (name, formula.tree) for name in sorted(names & {*facts}) for formula in derivations(facts[name])
    )
    return Reach(plan, own, follows)


def is_covered(reach: Reach) -> bool:
    """Tell whether the values of each fact alone cover every way in which the rules can turn out.

    That is so where every fact is compared with fixed values, or is an age. Sums of facts, and days
    compared with other days, have borders that no list of values covers.
    """
    births = {
        _name(node.birth) for tree in reach.all_trees() for node in nodes(tree) if isinstance(node, Age)
    }
    return all(_is_covered(node, births) for tree in reach.all_trees() for node in nodes(tree))


def _is_covered(node: Expression, births: set[str | None]) -> bool:
    match node:
        case Comparison():
            return all(_is_fixed(left, right, births) for left, _, right in node.pairs())
        case Membership():
            return isinstance(node.operand, FactNode)
        case Sum():
            return False
        case _:
            return True


def _is_fixed(left: Expression, right: Expression, births: set[str | None]) -> bool:
    match left, right:
        case (FactNode(), Constant()) | (Constant(), FactNode()):
            return True
        case (FactNode(name), OnDate()) | (OnDate(), FactNode(name)):
            return name in births
        case _:
            return False


def _name(tree: Expression) -> str | None:
    return tree.name if isinstance(tree, FactNode) else None


@frozen
class Values:
    """Gives the values worth trying, by everything that the rules of both sides read."""

    sides: tuple[Reach, Reach]

    def variable(self, name: str) -> Variable:
        """Give a fact with the values worth trying; none for one that cannot be varied."""
        fact = next(
            (side.plan.handbook.facts[name] for side in self.sides if name in side.plan.handbook.facts), None
        )
        return Variable(name, () if fact is None else tuple(self._options(fact)))

    def _options(self, fact: Fact) -> Iterator[Setting]:
        match fact.type:
            case FactKind.BOOLEAN:
                yield from ((fact.id, True), (fact.id, False))
            case FactKind.CHOICE:
                yield from ((fact.id, choice) for choice in self._choices(fact.id))
            case FactKind.DATE:
                yield from self._days(fact.id)
            case FactKind.INTEGER | FactKind.NUMBER:
                yield from ((fact.id, number) for number in numbers(fact, self._bounds(fact.id)))

    def _choices(self, name: str) -> list[str]:
        """Give the choices that both sides know, in the order of the first; else those of either."""
        lists = [
            [*(side.plan.handbook.facts[name].choices or ())]
            for side in self.sides
            if name in side.plan.handbook.facts
        ]
        return sorted(set(lists[0]).intersection(*lists[1:]))

    def _bounds(self, name: str) -> set[int | Decimal]:
        """Give the numbers at which rules can change, also those of what follows from the fact."""
        found: set[int | Decimal] = set()
        for side in self.sides:
            follow = {name} | {read for read, _ in side.follows if name in side.plan.questions.bases(read)}
            for tree in side.all_trees():
                for read, values in thresholds(tree).items():
                    if read in follow:
                        found.update(value for value in values if isinstance(value, int | Decimal))
        return found

    def _days(self, name: str) -> Iterator[Setting]:
        ages = [(node, derived) for node, derived in self._ages() if _name(node.birth) == name]
        if not ages:
            yield from ((name, day) for day in self._other_days(name))
            return
        months = {border for node, derived in ages for border in self._borders(node, derived)}
        birthdays = any(
            isinstance(node, Birthday) and _name(node.birth) == name
            for side in self.sides
            for tree in side.all_trees()
            for node in nodes(tree)
        )
        yield from ((name, day) for day in births(months, birthdays=birthdays))
        unborn = next((found for node, _ in ages if (found := _name(node.unborn))), None)
        if unborn is not None:
            yield unborn, True

    def _ages(self) -> Iterator[tuple[Age, str | None]]:
        """Go through the ages that rules read, each with the fact that it is, if it is one."""
        for side in self.sides:
            for derived, tree in side.follows:
                yield from ((node, derived) for node in nodes(tree) if isinstance(node, Age))
            for tree in side.trees:
                yield from ((node, None) for node in nodes(tree) if isinstance(node, Age))

    def _borders(self, age: Age, derived: str | None) -> Iterator[int]:
        """Give the ages, in months, at which rules can change."""
        unit = YEAR if age.unit == "years" else 1
        bounds = self._bounds(derived) if derived else _direct(age, self.sides)
        for bound in bounds:
            yield int(bound) * unit
            yield (int(bound) + 1) * unit

    def _other_days(self, name: str) -> Iterator[date | Before]:
        """Give days around the date asked about and around fixed days."""
        yield from (Before(0, 1), Before(0), Before(0, -1), Before(YEAR), Before(-YEAR))
        for side in self.sides:
            for tree in side.all_trees():
                for value in thresholds(tree).get(name, ()):
                    if isinstance(value, date):
                        yield from (value - timedelta(days=1), value, value + timedelta(days=1))


def _direct(age: Age, sides: tuple[Reach, Reach]) -> set[int | Decimal]:
    """Give the fixed numbers that an age is compared with where it is written out."""
    return {
        operand.value
        for side in sides
        for tree in side.all_trees()
        for node in nodes(tree)
        if isinstance(node, Comparison) and age in node.operands
        for operand in node.operands
        if isinstance(operand, Constant) and isinstance(operand.value, int | Decimal)
    }


def births(borders: Iterable[int], *, birthdays: bool) -> Iterator[Before]:
    """Give a birth from each stretch between ages in months; with `birthdays`, also one on a birthday.

    >>> [born.months for born in births([120, 132], birthdays=False)]
    [60, 126, 138]
    """
    points = sorted({0, *(border for border in borders if border > 0)})
    for low, high in pairwise([*points, points[-1] + YEAR]):
        yield Before((low + high) // 2, 1)
        anniversary = -(-low // YEAR) * YEAR
        if birthdays and anniversary < high:
            yield Before(anniversary)


def numbers(fact: Fact, bounds: Iterable[int | Decimal]) -> list[int | Decimal]:
    """Give the borders, and one number from each stretch between them that the fact can have.

    >>> timer = Fact(id="timer", label="timer", question="Timer?", type=FactKind.NUMBER, minimum=0)
    >>> numbers(timer, [24, 25])
    [23, 24, Decimal('24.5'), 25, 26]
    """
    points = sorted({*bounds}) or [fact.minimum or 0]
    found: list[int | Decimal] = [points[0] - 1]
    for low, high in pairwise(points):
        found.append(low)
        found += _between(low, high, whole=fact.type is FactKind.INTEGER)
    found += [points[-1], points[-1] + 1]
    return [value for value in found if _is_within(fact, value)]


def _is_within(fact: Fact, value: int | Decimal) -> bool:
    low, high = fact.minimum, fact.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def _between(low: int | Decimal, high: int | Decimal, *, whole: bool) -> list[int | Decimal]:
    """Give a number between two others, a whole one if there is one; none where there is none."""
    after = int(low // 1) + 1
    if after < high:
        return [after]
    return [] if whole else [(Decimal(low) + Decimal(high)) / 2]
