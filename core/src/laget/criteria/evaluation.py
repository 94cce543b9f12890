"""Tree → function from what is known to a value: the one meaning of an expression.

Reads a tree once and builds closures from it; a closure reads `Known`. Unknown is `None`, and
`and`, `or`, `not` and the rest follow Kleene: an answer is given when every way of filling in the
unknown gives that answer by the operands alone. A date that would fall outside the years 1-9999 is
unknown too: an error is never «no».

The closures are lean because one assessment evaluates some hundreds of expressions. A tree has a
cached hash, so looking up its closure again costs next to nothing.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, assert_never

from laget.criteria.dates import completed_months, completed_years, is_birthday, shifted
from laget.criteria.tree import (
    MIRRORED,
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
)
from laget.criteria.values import AtLeast, Known, Number, Scalar, Value

Evaluator = Callable[[Known], Value]

_EXACT: dict[Operator, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# What a lower bound settles: when it passes the test against the other side, the answer is this.
_SETTLED: dict[Operator, tuple[Callable[[Any, Any], bool], bool]] = {
    "==": (operator.gt, False),
    "!=": (operator.gt, True),
    "<": (operator.ge, False),
    "<=": (operator.gt, False),
    ">": (operator.gt, True),
    ">=": (operator.ge, True),
}


def evaluate(tree: Expression, known: Known) -> Value:
    """Give the value of a well-typed tree, `None` if it is unknown.

    >>> from laget.criteria.parser import parse
    >>> known = Known({"alder": 9}, on=date(2026, 3, 1))
    >>> print(*(evaluate(parse(text), known) for text in ("alder >= 10", "bor_hjemme", "alder + 1")))
    False None 10
    """
    return evaluator(tree)(known)


@lru_cache(maxsize=16_384)
def evaluator(tree: Expression) -> Evaluator:
    """Build the function that gives the value of a well-typed tree."""
    match tree:
        case Constant():
            return _constant(tree.value)
        case Fact():
            return _fact(tree.name)
        case And():
            return _all([evaluator(operand) for operand in tree.operands])
        case Or():
            return _any([evaluator(operand) for operand in tree.operands])
        case Not():
            return _not(tree.operand)
        case Quorum():
            return _quorum(tree.needed, [evaluator(operand) for operand in tree.operands])
        case Comparison():
            return _all([_pair(*pair) for pair in tree.pairs()])
        case Membership():
            return _membership(tree)
        case Sum():
            return _sum(tree)
        case Negative():
            return _negative(evaluator(tree.operand))
        case Duration():
            return _constant(tree.months)
        case Age():
            return _age(tree)
        case Birthday():
            return _birthday(evaluator(tree.birth))
        case OnDate():
            return operator.attrgetter("on")
        case Has():
            return _has(tree.thing)
        case Count():
            return _count(tree.kind)
        case _ as never:
            assert_never(never)


def _constant(value: Scalar) -> Evaluator:
    return lambda _: value


def _fact(name: str) -> Evaluator:
    return lambda known: known.values.get(name)


def _all(parts: Sequence[Evaluator]) -> Evaluator:
    if len(parts) == 1:
        return parts[0]

    def every(known: Known) -> Value:
        answer: bool | None = True
        for part in parts:
            value = part(known)
            if value is False:
                return False
            if value is None:
                answer = None
        return answer

    return every


def _any(parts: Sequence[Evaluator]) -> Evaluator:
    def some(known: Known) -> Value:
        answer: bool | None = False
        for part in parts:
            value = part(known)
            if value is True:
                return True
            if value is None:
                answer = None
        return answer

    return some


def _not(operand: Expression) -> Evaluator:
    if isinstance(operand, Fact):
        name = operand.name

        def fact_fails(known: Known) -> Value:
            value = known.values.get(name)
            return None if value is None else value is False

        return fact_fails
    inner = evaluator(operand)

    def fails(known: Known) -> Value:
        value = inner(known)
        return None if value is None else value is False

    return fails


def _quorum(needed: int, parts: Sequence[Evaluator]) -> Evaluator:
    def enough(known: Known) -> Value:
        values = [part(known) for part in parts]
        holding = values.count(True)
        if holding >= needed:
            return True
        return False if holding + values.count(None) < needed else None

    return enough


def _pair(left: Expression, symbol: Operator, right: Expression) -> Evaluator:
    match left, right:
        case Fact(), Constant():
            return _fact_against(left.name, symbol, right.value)
        case Constant(), Fact():
            return _fact_against(right.name, MIRRORED[symbol], left.value)
        case _:
            first, second = evaluator(left), evaluator(right)
            return lambda known: _compared(first(known), symbol, second(known))


def _fact_against(name: str, symbol: Operator, bound: Scalar) -> Evaluator:
    exact = _EXACT[symbol]

    def compared(known: Known) -> Value:
        value = known.values.get(name)
        if value is None:
            return None
        if isinstance(value, AtLeast):
            return _settled(value, symbol, bound)
        return exact(value, bound)

    return compared


def _compared(left: Value, symbol: Operator, right: Value) -> bool | None:
    if left is None or right is None:
        return None
    if isinstance(left, AtLeast):
        return None if isinstance(right, AtLeast) else _settled(left, symbol, right)
    if isinstance(right, AtLeast):
        return _settled(right, MIRRORED[symbol], left)
    return _EXACT[symbol](left, right)


def _settled(value: AtLeast, symbol: Operator, bound: Scalar) -> bool | None:
    test, answer = _SETTLED[symbol]
    return answer if test(value.number, bound) else None


def _membership(tree: Membership) -> Evaluator:
    inner = evaluator(tree.operand)
    choices = frozenset(choice.value for choice in tree.choices)

    def member(known: Known) -> Value:
        value = inner(known)
        if value is None:
            return None
        if isinstance(value, AtLeast):
            passed = all(_settled(value, "==", choice) is False for choice in choices)
            return False if passed else None
        return value in choices

    return member


def _sum(tree: Sum) -> Evaluator:
    first = evaluator(tree.operands[0])
    terms = [(sign, evaluator(operand)) for sign, operand in tree.terms()]

    def total(known: Known) -> Value:
        value = first(known)
        for sign, term in terms:
            value = _added(value, sign, term(known))
        return value

    return total


def _added(left: Value, sign: Sign, right: Value) -> Value:
    """Add or subtract; an `AtLeast` stays one as long as only its bound moves."""
    match left, right:
        case date(), int():
            return shifted(left, right if sign == "+" else -right)
        case ((int() | Decimal()), (int() | Decimal())):
            return _moved(left, sign, right)
        case AtLeast(), (int() | Decimal()):
            return AtLeast(_moved(left.number, sign, right))
        case ((int() | Decimal()), AtLeast()) if sign == "+":
            return AtLeast(left + right.number)
        case _:
            return None


def _moved(left: Number, sign: Sign, right: Number) -> Number:
    return left + right if sign == "+" else left - right


def _negative(inner: Evaluator) -> Evaluator:
    def turned(known: Known) -> Value:
        value = inner(known)
        return -value if isinstance(value, int | Decimal) else None

    return turned


def _age(tree: Age) -> Evaluator:
    """Give -1 when the child is unborn or the date of birth is yet to come, whichever is known.

    While it is unknown whether the child is unborn, a date of birth that has passed does not settle
    the age: the answer would have to change when the case says «unborn» after all. Whoever reads
    the case may conclude from such a date that the child is born, and say so.
    """
    birth_of, unborn_of = evaluator(tree.birth), evaluator(tree.unborn)
    completed = completed_years if tree.unit == "years" else completed_months

    def age(known: Known) -> Value:
        birth, unborn = birth_of(known), unborn_of(known)
        reached = completed(birth, known.on) if isinstance(birth, date) else None
        if unborn is True or reached == -1:
            return -1
        return None if unborn is None else reached

    return age


def _birthday(birth_of: Evaluator) -> Evaluator:
    def celebrated(known: Known) -> Value:
        birth = birth_of(known)
        return is_birthday(birth, known.on) if isinstance(birth, date) else None

    return celebrated


def _has(thing: str) -> Evaluator:
    def had(known: Known) -> Value:
        if thing in known.has:
            return True
        return False if known.has_complete else None

    return had


def _count(kind: str) -> Evaluator:
    def counted(known: Known) -> Value:
        listed = known.counts.get(kind, 0)
        return listed if known.has_complete else AtLeast(listed)

    return counted
