"""How a tree moves when nothing but time passes: what stands still, and what can be searched for its turns.

Reads trees, and how the facts in them move. Knows no dates: `laget.timeline` finds the days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import assert_never

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
    Or,
    Quorum,
    Sum,
    children,
    nodes,
)


class Pace(Enum):
    """How a value moves with time."""

    STILL = "still"
    """It does not."""
    STEADY = "steady"
    """It only grows, or only shrinks: a comparison with what stands still turns at most once."""
    SWITCHING = "switching"
    """It turns only where a comparison inside it turns, on a birthday, or when the child gets something."""
    FREE = "free"
    """It may go both ways, but between two completed months and two turns of its parts only one of them."""


Paces = Mapping[str, Pace]
"""How facts move; one that is left out stands still."""


def pace(tree: Expression, facts: Paces) -> Pace:
    """Tell how the value of a tree moves.

    >>> from laget.criteria.parser import parse
    >>> facts = {"alder": Pace.STEADY}
    >>> pace(parse("alder + 1"), facts).value, pace(parse("alder < 3"), facts).value
    ('steady', 'switching')
    """
    match tree:
        case Age():
            return Pace.FREE if _moves(tree.birth, facts) else Pace.STEADY
        case OnDate() | Count():
            return Pace.STEADY
        case Birthday() | Has():
            return Pace.SWITCHING
        case Fact():
            return facts.get(tree.name, Pace.STILL)
        case Sum():
            return together(pace(operand, facts) for operand in tree.operands)
        case Negative():
            return pace(tree.operand, facts)
        case And() | Or() | Not() | Quorum() | Comparison() | Membership():
            return Pace.SWITCHING if any(_moves(child, facts) for child in children(tree)) else Pace.STILL
        case Constant() | Duration():
            return Pace.STILL
        case _ as never:
            assert_never(never)


def _moves(tree: Expression, facts: Paces) -> bool:
    return pace(tree, facts) is not Pace.STILL


def together(paces: Iterable[Pace]) -> Pace:
    """Tell how a sum or a difference moves, by how its parts do."""
    moving = [found for found in paces if found is not Pace.STILL]
    if not moving:
        return Pace.STILL
    if all(found is Pace.SWITCHING for found in moving):
        return Pace.SWITCHING
    return moving[0] if len(moving) == 1 else Pace.FREE


def compared(tree: Expression) -> Iterator[tuple[Expression, Expression]]:
    """Give the two sides of every comparison in a tree, also of a value with each of its choices."""
    for node in nodes(tree):
        match node:
            case Comparison():
                yield from ((left, right) for left, _, right in node.pairs())
            case Membership():
                yield from ((node.operand, choice) for choice in node.choices)
            case _:
                continue
