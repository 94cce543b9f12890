"""What a tree reads, what is still needed to know its value, and where its value can change.

Reads a tree, for `needed` also what is known. Gives names in the order they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

from laget.criteria.evaluation import evaluate
from laget.criteria.tree import (
    Comparison,
    Constant,
    Count,
    Expression,
    Fact,
    Has,
    Membership,
    Negative,
    Sum,
    children,
    nodes,
)
from laget.criteria.values import AtLeast, Known, Number, Scalar


def facts_of(tree: Expression) -> tuple[str, ...]:
    """Give the facts that a tree reads.

    >>> from laget.criteria.parser import parse
    >>> facts_of(parse("b or a and not b"))
    ('b', 'a')
    """
    return _once(node.name for node in nodes(tree) if isinstance(node, Fact))


def things_of(tree: Expression) -> tuple[str, ...]:
    """Give the ids that a tree asks for with `has`."""
    return _once(node.thing for node in nodes(tree) if isinstance(node, Has))


def kinds_of(tree: Expression) -> tuple[str, ...]:
    """Give the kinds that a tree asks for with `count`."""
    return _once(node.kind for node in nodes(tree) if isinstance(node, Count))


def needed(tree: Expression, known: Known) -> tuple[str, ...]:
    """Give the facts, not fully known, that can still change the value of a tree.

    Nothing is needed once the value is known, and nothing from a part whose own value is known.

    >>> from laget.criteria.parser import parse
    >>> needed(parse("a and b or c"), Known({"a": False}, on=date(2026, 3, 1)))
    ('c',)
    """
    return _once(leaf.name for leaf in open_leaves(tree, known) if isinstance(leaf, Fact))


def needs_list(tree: Expression, known: Known) -> bool:
    """Tell whether a complete list of what the child has can still change the value of a tree."""
    return any(not isinstance(leaf, Fact) for leaf in open_leaves(tree, known))


def open_leaves(tree: Expression, known: Known) -> Iterator[Fact | Has | Count]:
    """Go through the places, not fully known, that can still change the value of a tree."""
    value = evaluate(tree, known)
    if value is not None and not isinstance(value, AtLeast):
        return
    match tree:
        case Fact() | Has() | Count():
            yield tree
        case Comparison():
            yield from _open_pairs(tree, known)
        case _:
            for child in children(tree):
                yield from open_leaves(child, known)


def _open_pairs(tree: Comparison, known: Known) -> Iterator[Fact | Has | Count]:
    """Look only at the links of a chain that are open: one that holds asks for nothing more."""
    pairs = tree.pairs()
    for left, symbol, right in pairs:
        if len(pairs) == 1 or evaluate(Comparison((left, right), (symbol,)), known) is None:
            yield from open_leaves(left, known)
            yield from open_leaves(right, known)


def thresholds(tree: Expression) -> Mapping[str, tuple[Scalar, ...]]:
    """Give, for each fact, the sorted values at which comparisons with fixed values can change.

    While a fact moves between two neighbours of these values, reaching neither, no such comparison
    changes. A fact that is compared with what is not fixed (another fact, the date asked about) has
    no fixed boundary there; nor has one whose boundary is not a sum of the numbers in the text.

    >>> from laget.criteria.parser import parse
    >>> thresholds(parse("alder + 1 >= 10 or 25 <= timer < 32"))
    {'alder': (9,), 'timer': (25, 32)}
    """
    found: dict[str, dict[Scalar, None]] = {}
    for fact, value in chain.from_iterable(_boundaries(node) for node in nodes(tree)):
        found.setdefault(fact, {})[value] = None
    # A fact has one type, so its boundaries have an order.
    return {fact: tuple(sorted(values, key=_rank)) for fact, values in found.items()}


def _rank(value: Scalar) -> tuple[Number, str]:
    match value:
        case date():
            return value.toordinal(), ""
        case str():
            return 0, value
        case _:
            return value, ""


def _boundaries(tree: Expression) -> Iterator[tuple[str, Scalar]]:
    match tree:
        case Membership():
            for choice in tree.choices:
                yield from _boundary(tree.operand, choice)
        case Comparison():
            for left, _, right in tree.pairs():
                yield from _boundary(left, right)
        case _:
            return


def _boundary(left: Expression, right: Expression) -> Iterator[tuple[str, Scalar]]:
    match left, right:
        case (Fact(name), Constant(value)) | (Constant(value), Fact(name)):
            if not isinstance(value, bool):
                yield name, value
        case _:
            yield from _solved(Sum((left, right), ("-",)))


def _solved(difference: Sum) -> Iterator[tuple[str, Scalar]]:
    """Give the value at which a difference is zero, if one fact alone settles it."""
    factors: dict[str, int] = {}
    constant: Number = 0
    for factor, term in _terms(difference, 1):
        match term:
            case Fact():
                factors[term.name] = factors.get(term.name, 0) + factor
            case Constant(value=int() | Decimal() as number):
                constant += factor * number
            case _:
                return
    moving = [(name, factor) for name, factor in factors.items() if factor]
    if len(moving) == 1 and abs(moving[0][1]) == 1:
        name, factor = moving[0]
        yield name, -factor * constant


def _terms(tree: Expression, factor: int) -> Iterator[tuple[int, Expression]]:
    """Take sums and minuses apart into terms, each with 1 or -1 before it."""
    match tree:
        case Sum():
            yield from _terms(tree.operands[0], factor)
            for sign, operand in tree.terms():
                yield from _terms(operand, factor if sign == "+" else -factor)
        case Negative():
            yield from _terms(tree.operand, -factor)
        case _:
            yield factor, tree


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
