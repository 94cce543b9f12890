"""What an expression means: three values, partial numbers, dates, and the laws between them."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.criteria import AtLeast, Known, Value, check, evaluate, evaluator, parse
from laget.criteria.tree import And, Comparison, Constant, Expression, Negative, Not, Or, Quorum, Sum

from .strategies import VOCABULARY, booleans, dates, known, more_known, numbers

TRUE, FALSE = Constant(value=True), Constant(value=False)
TODAY = date(2026, 3, 1)
CASE = Known(
    {
        "yes": True,
        "no": False,
        "n": 5,
        "half": Decimal("0.5"),
        "d": date(2020, 2, 29),
        "t": "x",
        "some": AtLeast(2),
    },
    on=TODAY,
    has=frozenset({"bpa"}),
    counts={"service": 2},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes and no", False),
        ("yes and unknown", None),
        ("no and unknown", False),
        ("yes or unknown", True),
        ("no or unknown", None),
        ("not unknown", None),
        ("not no", True),
        ("not (yes and yes)", False),
        ("not (yes and unknown)", None),
        ("at_least(2, yes, yes, unknown)", True),
        ("at_least(2, yes, no, unknown)", None),
        ("at_least(2, no, no, unknown)", False),
        ("n >= 5", True),
        ("5 > n", False),
        ("n + half == 5.5", True),
        ("n - 6 + unknown", None),
        ("-n", -5),
        ("-unknown", None),
        ("1 <= n < 5", False),
        ("1 <= n < unknown", None),
        ("9 <= n < unknown", False),
        ("unknown == n", None),
        ("n == unknown", None),
        ("t in ('x', 'y')", True),
        ("t not in ('x', 'y')", False),
        ("unknown in (1, 2)", None),
        ("n in (5.0,)", True),
        ("d + months(12) == 2021-02-28", True),
        ("d - years(1) == 2019-02-28", True),
        ("d + years(9999) > d", None),
        ("d - years(9999) > d", None),
        ("unknown + years(1)", None),
        ("on_date() == 2026-03-01", True),
        ("years(2)", 24),
        ("true", True),
        ("birthday(d)", False),
        ("birthday(d + months(24) - months(24) + years(1) + months(0))", False),
        ("birthday(on_date())", True),
        ("birthday(unknown)", None),
        ("age(d, no)", 6),
        ("age_months(d, no)", 72),
        ("age(d, yes)", -1),
        ("age(d, unknown)", None),
        ("age(unknown, yes)", -1),
        ("age(unknown, no)", None),
        ("age(on_date() + months(1), unknown)", -1),
        ("has(bpa)", True),
        ("has(other)", None),
        ("count(service)", AtLeast(2)),
        ("count(role) >= 0", True),
    ],
)
def test_each_form_has_its_value(text: str, value: Value) -> None:
    """Each form of the language gives the value that its description says."""
    assert value == evaluate(parse(text), CASE)


@pytest.mark.parametrize(
    ("text", "value"),
    [("has(other)", False), ("has(bpa)", True), ("count(service)", 2), ("count(role)", 0)],
)
def test_a_complete_list_settles_what_it_lacks(text: str, value: Value) -> None:
    """In a complete list, what is unlisted is not there."""
    case = Known({}, TODAY, frozenset({"bpa"}), has_complete=True, counts={"service": 2})
    assert value == evaluate(parse(text), case)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("some >= 2", True),
        ("some >= 3", None),
        ("some > 1", True),
        ("some > 2", None),
        ("some < 2", False),
        ("some < 3", None),
        ("some <= 1", False),
        ("some <= 2", None),
        ("some == 1", False),
        ("some == 2", None),
        ("some != 1", True),
        ("some != 2", None),
        ("2 <= some", True),
        ("n < some + 4", True),
        ("some + 1 > n", None),
        ("some == some", None),
        ("some in (0, 1)", False),
        ("some in (1, 2)", None),
        ("some + 1", AtLeast(3)),
        ("1 + some", AtLeast(3)),
        ("some - 0.5", AtLeast(Decimal("1.5"))),
        ("1 - some", None),
        ("some + some", None),
        ("-some", None),
    ],
)
def test_a_lower_bound_settles_what_it_can(text: str, value: Value) -> None:
    """A number known to be at least 2 answers what every such number answers alike, and no more."""
    assert value == evaluate(parse(text), CASE)


@given(booleans() | numbers(2) | dates(1), known)
def test_well_typed_trees_never_fail(tree: Expression, case: Known) -> None:
    """A well-typed tree has a value for every case, without an exception."""
    assert () == check(tree, VOCABULARY)
    assert isinstance(evaluate(tree, case), bool | int | Decimal | date | AtLeast | None)


@given(booleans() | numbers(2) | dates(1), known, st.data())
def test_knowing_more_never_changes_a_known_answer(
    tree: Expression, case: Known, data: st.DataObject
) -> None:
    """An answer that is known stays as it is whatever else becomes known; a bound only rises."""
    before, after = evaluate(tree, case), evaluate(tree, data.draw(more_known(case)))
    if isinstance(before, AtLeast):
        reached = after.number if isinstance(after, AtLeast) else after
        assert isinstance(reached, int | Decimal)
        assert reached >= before.number
    elif before is not None:
        assert before == after


@given(booleans(1), booleans(1), known)
def test_and_and_or_commute(a: Expression, b: Expression, case: Known) -> None:
    """The order of operands is of no account."""
    assert evaluate(And((a, b)), case) is evaluate(And((b, a)), case)
    assert evaluate(Or((a, b)), case) is evaluate(Or((b, a)), case)


@given(booleans(1), booleans(1), booleans(1), known)
def test_and_and_or_associate(a: Expression, b: Expression, c: Expression, case: Known) -> None:
    """The grouping of equal operators is of no account."""
    assert evaluate(And((a, b, c)), case) is evaluate(And((a, And((b, c)))), case)
    assert evaluate(Or((a, b, c)), case) is evaluate(Or((Or((a, b)), c)), case)


@given(booleans(1), booleans(1), known)
def test_de_morgan(a: Expression, b: Expression, case: Known) -> None:
    """Not both is one not or the other not, also when something is unknown."""
    assert evaluate(Not(And((a, b))), case) is evaluate(Or((Not(a), Not(b))), case)
    assert evaluate(Not(Or((a, b))), case) is evaluate(And((Not(a), Not(b))), case)


@given(booleans(), known)
def test_double_negation_and_identities(a: Expression, case: Known) -> None:
    """Denying twice, `and true` and `or false` change nothing."""
    value = evaluate(a, case)
    assert value is evaluate(Not(Not(a)), case)
    assert value is evaluate(And((a, TRUE)), case)
    assert value is evaluate(Or((a, FALSE)), case)


@given(st.lists(booleans(1), min_size=2, max_size=4).map(tuple), known)
def test_at_least_lies_between_or_and_and(parts: tuple[Expression, ...], case: Known) -> None:
    """One of all is `or`; all of all is `and`."""
    assert evaluate(Or(parts), case) is evaluate(Quorum(1, parts), case)
    assert evaluate(And(parts), case) is evaluate(Quorum(len(parts), parts), case)


@given(numbers(1), numbers(1), known)
def test_a_comparison_reads_the_same_from_both_sides(a: Expression, b: Expression, case: Known) -> None:
    """`a < b` is `b > a`, and the opposite of `a >= b`."""
    value = evaluate(Comparison((a, b), ("<",)), case)
    assert value is evaluate(Comparison((b, a), (">",)), case)
    assert value is evaluate(Not(Comparison((a, b), (">=",))), case)


@given(numbers(1), known)
def test_a_minus_is_a_subtraction_from_zero(a: Expression, case: Known) -> None:
    """`-a` is `0 - a`."""
    assert evaluate(Sum((Constant(0), a), ("-",)), case) == evaluate(Negative(a), case)


def test_an_evaluator_is_built_once() -> None:
    """Equal trees share one evaluator."""
    assert evaluator(parse("a and b")) is evaluator(parse("a  and  (b)"))


def test_a_tree_survives_pickling() -> None:
    """A tree that is sent to another process is the same tree there, spans included."""
    tree = parse("a >= 1 and not has(x)")
    copy = pickle.loads(pickle.dumps(tree))  # noqa: S301
    assert (tree, tree.span, hash(tree)) == (copy, copy.span, hash(copy))
