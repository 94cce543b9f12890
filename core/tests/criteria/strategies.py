"""Hypothesis strategies: well-typed trees over a small vocabulary, and what is known of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from laget.criteria import BOOLEAN, DATE, NUMBER, AtLeast, FactType, Known, Value, Vocabulary, choice_of
from laget.criteria.tree import (
    Age,
    And,
    Birthday,
    Comparison,
    Constant,
    Count,
    Duration,
    Expression,
    Fact,
    Has,
    Membership,
    Negative,
    Not,
    OnDate,
    Operator,
    Or,
    Quorum,
    Sign,
    Sum,
    Unit,
)

T = TypeVar("T")

FACTS: dict[str, FactType] = {
    "b0": BOOLEAN,
    "b1": BOOLEAN,
    "b2": BOOLEAN,
    "n0": NUMBER,
    "n1": NUMBER,
    "d0": DATE,
    "d1": DATE,
    "t0": choice_of("x", "y", "z"),
    "t1": choice_of("y", "z", "w"),
}
THINGS = ("bpa", "stottekontakt")
KINDS = ("service", "role")
VOCABULARY = Vocabulary(FACTS, THINGS, KINDS)

whole_numbers = st.integers(-3, 6)
numbers_known = whole_numbers | whole_numbers.map(lambda whole: Decimal(whole * 5).scaleb(-1))
dates_known = st.dates(date(2020, 2, 25), date(2024, 3, 2)) | st.sampled_from([date.min, date.max])
equalities = st.sampled_from(list[Operator](("==", "!=")))
chains = st.sampled_from([list[Operator](("<", "<=")), list[Operator]((">", ">="))])
units = st.sampled_from(list[Unit](("months", "years")))

VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "boolean": st.booleans(),
    "number": numbers_known | numbers_known.map(AtLeast),
    "date": dates_known,
}


def facts(kind: FactType) -> st.SearchStrategy[Expression]:
    """Give facts of a type."""
    return st.sampled_from([Fact(name) for name, type_ in FACTS.items() if type_ == kind])


def some(operand: st.SearchStrategy[T], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    """Give tuples of operands."""
    return st.lists(operand, min_size=least, max_size=most).map(tuple)


durations: st.SearchStrategy[Expression] = st.builds(Duration, st.integers(0, 30), units)
texts: st.SearchStrategy[Expression] = st.sampled_from([Fact("t0"), Fact("t1")])
text_constants = st.sampled_from([Constant("y"), Constant("z")])


def numbers(depth: int) -> st.SearchStrategy[Expression]:
    """Give trees that are numbers."""
    leaves = facts(NUMBER) | numbers_known.map(Constant) | st.sampled_from(KINDS).map(Count)
    if not depth:
        return leaves
    inner = numbers(depth - 1)
    age = st.builds(Age, units, dates(depth - 1), booleans(depth - 1))
    return leaves | inner.map(Negative) | age | inner.flatmap(lambda first: _sums(first, inner))


def dates(depth: int) -> st.SearchStrategy[Expression]:
    """Give trees that are dates."""
    leaves = facts(DATE) | dates_known.map(Constant) | st.just(OnDate())
    return leaves.flatmap(lambda first: _sums(first, durations)) | leaves if depth else leaves


def _sums(first: Expression, following: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    signs = st.sampled_from(list[Sign](("+", "-")))
    return st.lists(st.tuples(signs, following), min_size=1, max_size=2).map(
        lambda terms: Sum((first, *(tree for _, tree in terms)), tuple(sign for sign, _ in terms))
    )


def booleans(depth: int = 2) -> st.SearchStrategy[Expression]:
    """Give trees that are booleans, as criteria are."""
    leaves = facts(BOOLEAN) | st.booleans().map(Constant) | st.sampled_from(THINGS).map(Has)
    if not depth:
        return leaves
    inner, number, day = booleans(depth - 1), numbers(depth - 1), dates(depth - 1)
    return st.one_of(
        leaves,
        some(inner, 2, 3).map(And),
        some(inner, 2, 3).map(Or),
        inner.map(Not),
        some(inner, 1, 4).flatmap(lambda parts: st.integers(1, len(parts)).map(lambda n: Quorum(n, parts))),
        _chained(number),
        _chained(day),
        st.one_of(
            *(st.builds(_compared, of_type, equalities, of_type) for of_type in (inner, number, day, texts)),
            st.builds(_compared, texts, equalities, text_constants),
            st.builds(_compared, text_constants, equalities, texts),
        ),
        st.builds(Membership, number, some(numbers_known.map(Constant), 1, 3)),
        st.builds(Membership, day, some(dates_known.map(Constant), 1, 3)),
        st.builds(Membership, texts, some(text_constants, 1, 3)),
        day.map(Birthday),
    )


def _compared(left: Expression, operator: Operator, right: Expression) -> Expression:
    return Comparison((left, right), (operator,))


def _chained(operand: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.tuples(some(operand, 2, 3), chains).flatmap(
        lambda drawn: some(st.sampled_from(drawn[1]), len(drawn[0]) - 1, len(drawn[0]) - 1).map(
            lambda operators: Comparison(drawn[0], operators)
        )
    )


def values_of(name: str) -> st.SearchStrategy[Value]:
    """Give values that a fact can have."""
    kind = FACTS[name]
    return st.sampled_from(kind.choices) if kind.choices else VALUES[kind.name]


def _mapping(of: Callable[[str], st.SearchStrategy[Value]]) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({}, optional={name: of(name) for name in FACTS})


known: st.SearchStrategy[Known] = st.builds(
    Known,
    _mapping(lambda name: st.none() | values_of(name)),
    dates_known,
    st.frozensets(st.sampled_from(THINGS)),
    st.booleans(),
    st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3)),
)


@st.composite
def more_known(draw: st.DrawFn, before: Known, facts_open: frozenset[str] = frozenset(FACTS)) -> Known:
    """Give what may be known later: nothing known is changed, and of facts only the open ones."""
    values = dict(before.values)
    for name in sorted(facts_open):
        values[name] = draw(_sharper(name, values.get(name)))
    after = evolve(before, values=values)
    return after if before.has_complete else draw(more_listed(after))


@st.composite
def more_listed(draw: st.DrawFn, before: Known) -> Known:
    """Give what may be known after more of what the child has is listed."""
    has = before.has | draw(st.frozensets(st.sampled_from(THINGS)))
    counts = {kind: before.counts.get(kind, 0) + draw(st.integers(0, 2)) for kind in KINDS}
    return evolve(before, has=has, counts=counts, has_complete=draw(st.booleans()))


def _sharper(name: str, value: Value) -> st.SearchStrategy[Value]:
    if value is None:
        return st.none() | values_of(name)
    if isinstance(value, AtLeast):
        grown = st.integers(0, 3).map(lambda more: value.number + more)
        return grown | grown.map(AtLeast)
    return st.just(value)
