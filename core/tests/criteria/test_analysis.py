"""What a tree reads, what it still needs, and where it can change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from laget.criteria import (
    AtLeast,
    Known,
    Value,
    evaluate,
    facts_of,
    kinds_of,
    needed,
    needs_list,
    parse,
    things_of,
    thresholds,
)
from laget.criteria.tree import And, Comparison, Constant, Expression, Fact, Membership, Not, Or, Sum

from .strategies import FACTS, booleans, chains, dates_known, known, more_known, numbers, numbers_known, some

CASE = Known(
    {"yes": True, "no": False, "n": 5, "some": AtLeast(2)}, on=date(2026, 3, 1), has=frozenset({"bpa"})
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("b and a or not b", ("b", "a")),
        ("at_least(1, c, a) and n + m in (1, 2)", ("c", "a", "n", "m")),
        ("age(d, u) >= 3 and birthday(e) and -k < 2", ("d", "u", "e", "k")),
        ("has(bpa) and count(service) > 2 and on_date() > 2026-01-01 + years(1)", ()),
    ],
)
def test_facts_come_in_the_order_written(text: str, facts: tuple[str, ...]) -> None:
    """The facts of a tree are named once each, in the order they are written."""
    assert facts == facts_of(parse(text))


def test_things_and_kinds_are_not_facts() -> None:
    """Ids in `has` and `count` are told apart from facts."""
    tree = parse("has(b) and has(a) or count(k) > n")
    assert (("b", "a"), ("k",), ("n",)) == (things_of(tree), kinds_of(tree), facts_of(tree))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("no and x", ()),
        ("no or x", ("x",)),
        ("yes and x and y", ("x", "y")),
        ("yes and (no or x)", ("x",)),
        ("x or (no and y)", ("x",)),
        ("n > 3 or x", ()),
        ("3 <= n < x", ("x",)),
        ("n <= x < y", ("x", "y")),
        ("some >= 2", ()),
        ("some >= 3", ("some",)),
        ("some + x", ("some", "x")),
        ("age(x, no) > 3", ("x",)),
        ("age(x, yes) > 3", ()),
        ("age(2020-01-01, x) > 3", ("x",)),
        ("age(2020-01-01 + years(9999), x) > 3", ("x",)),
        ("on_date() + years(9999) > 2026-01-01", ()),
        ("at_least(2, yes, no, x)", ("x",)),
        ("has(other) and x", ("x",)),
    ],
)
def test_only_what_can_change_the_value_is_needed(text: str, facts: tuple[str, ...]) -> None:
    """A part whose value is known asks for nothing, and neither does what a known part settles."""
    assert facts == needed(parse(text), CASE)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("has(bpa)", False),
        ("has(other)", True),
        ("count(k) >= 0", False),
        ("count(k) > 0", True),
        ("x", False),
    ],
)
def test_a_complete_list_is_needed_where_it_decides(text: str, needs: bool) -> None:  # noqa: FBT001
    """A list that may lack something is waited for only where it can change the value."""
    assert needs is needs_list(parse(text), CASE)


@given(booleans() | numbers(2), known, st.data())
def test_what_is_not_needed_changes_nothing(tree: Expression, case: Known, data: st.DataObject) -> None:
    """Whatever becomes known of facts that are not needed, the value stays as it is."""
    outside = frozenset(FACTS) - frozenset(needed(tree, case))
    after = data.draw(more_known(case, outside))
    unlisted = evolve(after, has=case.has, counts=case.counts, has_complete=case.has_complete)
    assert evaluate(tree, case) == evaluate(tree, unlisted)
    if not needs_list(tree, case):
        assert evaluate(tree, case) == evaluate(tree, after)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alder >= 10 and (alder < 18 or alder == 10)", {"alder": (10, 18)}),
        ("25 <= timer < 32.5", {"timer": (25, Decimal("32.5"))}),
        ("d > 2026-03-01 or d < 2020-01-01", {"d": (date(2020, 1, 1), date(2026, 3, 1))}),
        ("t == 'x' or t in ('z', 'y')", {"t": ("x", "y", "z")}),
        ("n + 1 >= 10", {"n": (9,)}),
        ("10 - n >= 2.5", {"n": (Decimal("7.5"),)}),
        ("-(n - 1) > 3", {"n": (-2,)}),
        ("n + 2 in (3, 4)", {"n": (1, 2)}),
        ("n - n > 1", {}),
        ("n + n > 1", {}),
        ("n > m", {}),
        ("b == true", {}),
        ("d + years(1) > 2026-03-01", {}),
        ("count(k) > 2 and b", {}),
    ],
)
def test_thresholds_are_fixed_boundaries(text: str, expected: dict[str, tuple[object, ...]]) -> None:
    """The boundaries of a fact are the sorted values at which a comparison with it can turn."""
    assert expected == thresholds(parse(text))


@st.composite
def fixed(draw: st.DrawFn, fact: str, values: st.SearchStrategy[Constant]) -> Expression:
    """Give a comparison of a fact with fixed values."""
    chain = draw(chains)
    kinds: tuple[Expression, ...] = (
        Comparison((Fact(fact), draw(values)), (draw(st.sampled_from([*chain, "==", "!="])),)),
        Comparison((draw(values), Fact(fact), draw(values)), (chain[0], chain[1])),
        Membership(Fact(fact), draw(some(values, 1, 3))),
    )
    return draw(st.sampled_from(kinds))


halves = numbers_known.map(Constant)
shifted_sums = st.builds(
    lambda sign, added, symbol, bound: Comparison((Sum((added, Fact("n0")), (sign,)), bound), (symbol,)),
    st.sampled_from(["+", "-"]),
    halves,
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    halves,
)
fixed_parts = st.one_of(fixed("n0", halves), shifted_sums, fixed("d0", dates_known.map(Constant)))
fixed_trees = st.one_of(
    fixed_parts,
    fixed_parts.map(Not),
    some(fixed_parts, 2, 3).map(And),
    some(fixed_parts, 2, 3).map(Or),
)


@given(fixed_trees, numbers_known, numbers_known, dates_known, dates_known)
def test_between_thresholds_nothing_changes(
    tree: Expression, n: Value, other_n: Value, day: date, other_day: date
) -> None:
    """A fact that moves without reaching a threshold doesn't change the answer."""
    bounds = thresholds(tree)
    before: dict[str, Value] = {"n0": n, "d0": day}
    after: dict[str, Value] = {"n0": other_n, "d0": other_day}
    moved: dict[str, Value] = {
        name: value if _crosses(bounds.get(name, ()), value, after[name]) else after[name]
        for name, value in before.items()
    }
    asked = date(2026, 3, 1)
    assert evaluate(tree, Known(before, asked)) is evaluate(tree, Known(moved, asked))


def _crosses(bounds: tuple[object, ...], one: object, other: object) -> bool:
    def side(bound: object, value: object) -> int:
        difference = _number(value) - _number(bound)
        return (difference > 0) - (difference < 0)

    return any(side(bound, one) != side(bound, other) for bound in bounds)


def _number(value: object) -> Decimal:
    return Decimal(value.toordinal()) if isinstance(value, date) else Decimal(str(value))
