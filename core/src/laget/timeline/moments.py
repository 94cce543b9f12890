"""Moments: the days on which a rule can turn, found from the rules' own comparisons.

No list of ages: each comparison that moves with time is searched for the day on which it turns, by
halving the days between. A comparison of one thing that only grows (an age, the date asked about)
with what stands still turns at most once; what may go both ways is searched month by month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import attrs

from laget.criteria import Evaluator, Expression, Known, evaluator, shifted
from laget.criteria.movement import Pace, compared, pace, together
from laget.criteria.tree import Age, Birthday, Comparison, Operator, nodes
from laget.model.case import Case
from laget.model.expressions import Formula
from laget.model.facts import Fact, derivations
from laget.model.handbook import Handbook
from laget.model.sections import SECTIONS

KnownOn = Callable[[date], Known]
"""Gives what is known on a day."""

ONE_DAY = timedelta(days=1)


def trees_of(handbook: Handbook) -> tuple[Expression, ...]:
    """Give every expression of a handbook, each once."""
    found: dict[Expression, None] = {}
    for section in SECTIONS:
        for entry in getattr(handbook, section, {}).values() if section != "layer" else ():
            for formula in _formulas(entry):
                found[formula.tree] = None
    return tuple(found)


def _formulas(value: Any) -> Iterator[Formula]:
    if isinstance(value, Formula):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _formulas(item)
    elif attrs.has(type(value)):
        for key in attrs.fields(type(value)):
            yield from _formulas(getattr(value, key.name))


def paces_of(facts: Mapping[str, Fact]) -> Mapping[str, Pace]:
    """Tell how each fact moves that follows from others."""
    found: dict[str, Pace] = {}

    def settle(name: str) -> None:
        if name in found or name not in facts:
            return
        found[name] = Pace.STILL
        trees = [formula.tree for formula in derivations(facts[name])]
        for tree in trees:
            for needed in nodes(tree):
                settle(getattr(needed, "name", ""))
        found[name] = _pace_of(facts[name], found)

    for name in facts:
        settle(name)
    return found


def _pace_of(fact: Fact, paces: Mapping[str, Pace]) -> Pace:
    """Tell how a fact moves; one of several ways to compute it may take over from another."""
    if fact.derived is None:
        return Pace.STILL
    if not isinstance(fact.derived, tuple):
        return pace(fact.derived.tree, paces)
    values = {pace(case.value.tree, paces) for case in fact.derived}
    if values & {Pace.STEADY, Pace.FREE}:
        return Pace.FREE
    moves = any(pace(formula.tree, paces) is not Pace.STILL for formula in derivations(fact))
    return Pace.SWITCHING if moves else Pace.STILL


def moments(handbook: Handbook, case: Case, known: KnownOn, first: date, last: date) -> tuple[date, ...]:
    """Give the days after `first`, up to `last`, on which some expression can have another value.

    `first` and `last` must be days of one handbook. The answers are the same on all days between two
    of these; on the days themselves they may be, too.
    """
    trees = trees_of(handbook)
    paces = paces_of(handbook.facts)
    pairs = {pair: together(pace(side, paces) for side in pair) for tree in trees for pair in compared(tree)}
    days = {held.since for held in case.has if held.since is not None}
    days |= _birthdays(trees, known(first), first, last)
    for (left, right), moving in pairs.items():
        if moving is Pace.STEADY:
            days |= set(_turns(left, right, known, (first, last)))
    if Pace.FREE in pairs.values():
        edges = sorted({first, last, *_months(trees, known(first), first, last), *_within(days, first, last)})
        free = [pair for pair, moving in pairs.items() if moving is Pace.FREE]
        days |= {day for pair in free for day in _turns(*pair, known, edges)}
    return tuple(sorted(_within(days, first, last)))


def _within(days: Iterable[date], first: date, last: date) -> set[date]:
    return {day for day in days if first < day <= last}


def _turns(left: Expression, right: Expression, known: KnownOn, edges: Sequence[date]) -> Iterator[date]:
    """Give the days on which either side of a comparison reaches, or passes, the other."""
    symbols: tuple[Operator, ...] = (">=", ">")
    for symbol in symbols:
        test = evaluator(Comparison((left, right), (symbol,)))
        for first, last in pairwise(edges):
            day = _turn(test, known, first, last)
            if day is not None:
                yield day


def _turn(test: Evaluator, known: KnownOn, first: date, last: date) -> date | None:
    """Find the first day on which a test has another value than on the first; `None` when it keeps it."""
    before = test(known(first))
    if test(known(last)) == before:
        return None
    while last - first > ONE_DAY:
        middle = first + (last - first) // 2
        if test(known(middle)) == before:
            first = middle
        else:
            last = middle
    return last


def _birthdays(trees: Iterable[Expression], known: Known, first: date, last: date) -> set[date]:
    """Give every birthday and the day after it, where a rule asks whether it is one."""
    births = {node.birth for tree in trees for node in nodes(tree) if isinstance(node, Birthday)}
    found = set[date]()
    for day in _steps(births, known, first, last, months=12):
        found |= {day, day + ONE_DAY}
    return found


def _months(trees: Iterable[Expression], known: Known, first: date, last: date) -> Iterator[date]:
    """Give every day on which a month is completed, where a rule asks for an age."""
    births = {node.birth for tree in trees for node in nodes(tree) if isinstance(node, Age)}
    return _steps(births, known, first, last, months=1)


def _steps(
    births: Iterable[Expression], known: Known, first: date, last: date, *, months: int
) -> Iterator[date]:
    for birth in births:
        born = evaluator(birth)(known)
        count = 0
        while isinstance(born, date) and (day := shifted(born, count)) is not None and day <= last:
            if day >= first:
                yield day
            count += months
