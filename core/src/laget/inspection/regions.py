"""Regions: whether an expression can become true or false, by trying each stretch between thresholds.

What no threshold bounds (a sum of facts, a day beside another day, what the child has) is taken to be
free. So "never" and "always" are certain; an example is certain only where nothing was taken to be free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, cast

from attrs import evolve, field, frozen

from laget.comparison.values import numbers
from laget.criteria import Expression, Known, evaluate, facts_of, needed, thresholds, to_text
from laget.criteria.tree import And, Comparison, Constant, Membership, Not, Or, Quorum
from laget.criteria.tree import Fact as FactNode
from laget.model.expressions import Formula
from laget.model.facts import Fact, FactKind, FactValue, derivations
from laget.model.handbook import Handbook

BOUND: Final = 5_000
"""How many cases are tried for one question."""

_ANY_DAY: Final = date(2000, 1, 1)
"""The date asked about: no expression that is tried reads it."""


@frozen
class Found:
    """What a search came to."""

    example: Mapping[str, FactValue] | None
    """A case in which it is so; `None` when there is none."""
    is_whole: bool
    """Whether nothing was left out: then having found nothing means that there is nothing."""
    is_real: bool = True
    """Whether the example is a case that can be told with facts alone."""

    @property
    def is_impossible(self) -> bool:
        """Whether it is certain that it is never so."""
        return self.example is None and self.is_whole


@frozen
class Space:
    """The facts of a handbook, as values to try."""

    book: Handbook
    bound: int = BOUND
    _opened: dict[Expression, Expression] = field(factory=dict, init=False, repr=False)

    def can_be(
        self, tree: Expression, *, value: bool, without: Iterable[str] = (), given: bool = False
    ) -> Found:
        """Look for a case in which an expression has a value.

        Nothing is known of the facts `without`; with `given`, what layers give for all cases is known.
        """
        opened = self.opened(tree)
        held = frozenset(without)
        kept = {name for name in facts_of(opened) if name in held or held.intersection(_inside(name))}
        borders = thresholds(opened)
        fixed = {name: found.value for name, found in self.book.given.items()} if given else {}
        stack: list[dict[str, FactValue]] = [{}]
        tried = 0
        while stack:
            if tried >= self.bound:
                return Found(None, is_whole=False)
            values = stack.pop()
            tried += 1
            known = Known({**fixed, **values}, on=_ANY_DAY)
            outcome = evaluate(opened, known)
            if outcome is value:
                return Found(values, is_whole=True, is_real=not any(map(_is_free, values)))
            name = next((name for name in needed(opened, known) if name not in kept), None)
            if outcome is None and name is not None:
                options = self._options(name, borders.get(name, ()))
                stack += [{**values, name: option} for option in reversed(options)]
        return Found(None, is_whole=True)

    def names(self, tree: Expression) -> tuple[str, ...]:
        """Give what an expression turns on, once it is written out."""
        return facts_of(self.opened(tree))

    def opened(self, tree: Expression) -> Expression:
        """Write out facts that follow from others, and give what no threshold bounds a name of its own."""
        if tree not in self._opened:
            self._opened[tree] = self._open(tree, ())
        return self._opened[tree]

    def _open(self, tree: Expression, below: tuple[str, ...]) -> Expression:
        match tree:
            case And() | Or() | Quorum():
                return evolve(tree, operands=tuple(self._open(found, below) for found in tree.operands))
            case Not():
                return Not(self._open(tree.operand, below))
            case FactNode(name) if (formula := self._follows(name)) and name not in below:
                return self._open(formula.tree, (*below, name))
            case FactNode() | Constant():
                return tree
            case Membership() | Comparison() if _is_bounded(tree):
                return tree
            case _:
                return _free(tree)

    def _follows(self, name: str) -> Formula | None:
        """Give the expression that a true-or-false fact follows from; `None` when there is not just one."""
        fact = self.book.facts.get(name)
        is_truth = fact is not None and fact.type is FactKind.BOOLEAN
        return fact.derived if fact and is_truth and isinstance(fact.derived, Formula) else None

    def _options(self, name: str, borders: Iterable[object]) -> list[FactValue]:
        fact = self.book.facts.get(name)
        match fact.type if fact else FactKind.BOOLEAN:
            case FactKind.BOOLEAN:
                return [True, False]
            case FactKind.CHOICE:
                return [*((fact and fact.choices) or ())]
            case FactKind.DATE:
                days = [found for found in borders if isinstance(found, date)]
                return [day + timedelta(days=step) for day in days for step in (-1, 0, 1)] or [_ANY_DAY]
            case FactKind.INTEGER | FactKind.NUMBER:
                return _numbers(cast("Fact", fact), borders)


def _numbers(fact: Fact, borders: Iterable[object]) -> list[FactValue]:
    ends = [end for end in (fact.minimum, fact.maximum) if end is not None]
    points = [found for found in borders if isinstance(found, int | Decimal)]
    found = numbers(fact, [*points, *ends])
    return [value for value in found if fact.type is FactKind.NUMBER or value == int(value)]


def _is_bounded(tree: Membership | Comparison) -> bool:
    """Tell whether one fact alone, beside something fixed, settles each comparison."""
    if isinstance(tree, Membership):
        return isinstance(tree.operand, FactNode)
    return all(
        {type(left), type(right)} == {FactNode, Constant}
        or len(thresholds(Comparison((left, right), (operator,)))) == 1 == len(facts_of(And((left, right))))
        for left, operator, right in tree.pairs()
    )


_FREE: Final = "≈"
"""Begins the name of what is taken to be free; no fact's name can."""


def _free(tree: Expression) -> FactNode:
    names = " ".join(facts_of(tree))
    return FactNode(f"{_FREE}{names}{_FREE}{to_text(tree)}")


def _is_free(name: str) -> bool:
    return name.startswith(_FREE)


def _inside(name: str) -> frozenset[str]:
    return frozenset(name.split(_FREE)[1].split()) if _is_free(name) else frozenset({name})


def both(first: Expression, second: Expression) -> Expression:
    """Give the expression that holds when both do."""
    return And((first, second))


def differs(first: Expression, second: Expression) -> Expression:
    """Give the expression that holds when exactly one of two does."""
    return Or((And((first, Not(second))), And((Not(first), second))))


def told(example: Mapping[str, FactValue]) -> str:
    """Say a case in the words of a case file: `alder: 4, behov: true`."""
    return ", ".join(f"{name}: {written(value)}" for name, value in sorted(example.items()))


def written(value: FactValue) -> str:
    """Write a value as a case file does."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def connected(book: Handbook, name: str) -> frozenset[str]:
    """Give a fact, what it follows from, and what follows from it."""
    reads = {
        fact: {read for formula in derivations(found) for read in facts_of(formula.tree)}
        for fact, found in book.facts.items()
    }
    return frozenset(
        {name, *_reached(name, reads), *(other for other in reads if name in _reached(other, reads))}
    )


def _reached(name: str, reads: Mapping[str, set[str]]) -> Iterator[str]:
    seen, waiting = set[str](), [name]
    while waiting:
        for read in reads.get(waiting.pop(), ()):
            if read not in seen:
                seen.add(read)
                waiting.append(read)
                yield read
