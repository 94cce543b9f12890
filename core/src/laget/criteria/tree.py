"""The tree of an expression: a closed set of nodes, which every reader matches in full.

Reads nothing but values and spans. Gives the node classes and their union `Expression`. Each node
keeps its span outside equality, so that two ways to write a thing are equal trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from attrs import field, frozen

from laget.criteria.errors import Span
from laget.criteria.values import Scalar

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
Sign = Literal["+", "-"]
Unit = Literal["months", "years"]

MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""The operator that means the same when its two sides change places."""

NEGATED: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""The operator that holds exactly when the other does not."""


def _exact(value: Scalar) -> tuple[str, str]:
    """Tell `true`, `1` and `1.0` apart, which Python calls equal."""
    return type(value).__name__, str(value)


@frozen
class _Node:
    span: Span = field(factory=Span, eq=False, repr=False, kw_only=True)
    """Where the node was read; outside equality, and nowhere for a node that was built in code."""


@frozen(cache_hash=True)
class Constant(_Node):
    """A literal: `3`, `-1`, `2.5`, `"a"`, `true`, `2026-10-11`.

    A node built in code must hold what the language can write: a `Decimal` has a digit after the
    point, and a text has no backslash, nor both kinds of quotes.
    """

    value: Scalar = field(eq=_exact)


@frozen(cache_hash=True)
class Fact(_Node):
    """A fact by its name."""

    name: str


@frozen(cache_hash=True)
class And(_Node):
    """All of the operands, two or more, hold."""

    operands: tuple[Expression, ...]


@frozen(cache_hash=True)
class Or(_Node):
    """One or more of the operands, two or more, hold."""

    operands: tuple[Expression, ...]


@frozen(cache_hash=True)
class Not(_Node):
    """The operand does not hold. `a not in (…)` is `Not` of a `Membership`."""

    operand: Expression


@frozen(cache_hash=True)
class Quorum(_Node):
    """`at_least(needed, …)`: as many of the operands as needed, or more, hold."""

    needed: int
    operands: tuple[Expression, ...]


@frozen(cache_hash=True)
class Comparison(_Node):
    """Two operands and an operator, or a chain with an operator between each pair."""

    operands: tuple[Expression, ...]
    operators: tuple[Operator, ...]

    def pairs(self) -> tuple[tuple[Expression, Operator, Expression], ...]:
        """Give the comparisons of neighbours, all of which must hold."""
        return tuple(zip(self.operands, self.operators, self.operands[1:], strict=False))


@frozen(cache_hash=True)
class Membership(_Node):
    """The operand equals one of the choices."""

    operand: Expression
    choices: tuple[Constant, ...]


@frozen(cache_hash=True)
class Sum(_Node):
    """Operands added and subtracted from left to right: `signs[i]` stands before `operands[i + 1]`."""

    operands: tuple[Expression, ...]
    signs: tuple[Sign, ...]

    def terms(self) -> tuple[tuple[Sign, Expression], ...]:
        """Give what follows the first operand, each with its sign."""
        return tuple(zip(self.signs, self.operands[1:], strict=True))


@frozen(cache_hash=True)
class Negative(_Node):
    """A number with its sign turned. `-1` itself is a `Constant`."""

    operand: Expression


@frozen(cache_hash=True)
class Duration(_Node):
    """`months(number)` or `years(number)`."""

    number: int
    unit: Unit

    @property
    def months(self) -> int:
        """The whole duration in months."""
        return self.number * 12 if self.unit == "years" else self.number


@frozen(cache_hash=True)
class Age(_Node):
    """`age(birth, unborn)` or `age_months(birth, unborn)`: completed years or months, -1 before birth."""

    unit: Unit
    birth: Expression
    unborn: Expression


@frozen(cache_hash=True)
class Birthday(_Node):
    """`birthday(birth)`: the date asked about is a birthday."""

    birth: Expression


@frozen(cache_hash=True)
class OnDate(_Node):
    """`on_date()`: the date asked about."""


@frozen(cache_hash=True)
class Has(_Node):
    """`has(thing)`: the child already has it."""

    thing: str


@frozen(cache_hash=True)
class Count(_Node):
    """`count(kind)`: how many things of a kind the child already has."""

    kind: str


Expression = (
    Constant
    | Fact
    | And
    | Or
    | Not
    | Quorum
    | Comparison
    | Membership
    | Sum
    | Negative
    | Duration
    | Age
    | Birthday
    | OnDate
    | Has
    | Count
)


def children(tree: Expression) -> tuple[Expression, ...]:
    """Give the nodes directly under a node, in the order they are written."""
    match tree:
        case And() | Or() | Quorum() | Comparison() | Sum():
            return tree.operands
        case Not() | Negative():
            return (tree.operand,)
        case Membership():
            return (tree.operand, *tree.choices)
        case Age():
            return (tree.birth, tree.unborn)
        case Birthday():
            return (tree.birth,)
        case Constant() | Fact() | Duration() | OnDate() | Has() | Count():
            return ()
        case _ as never:
            assert_never(never)


def nodes(tree: Expression) -> Iterator[Expression]:
    """Go through a node and all nodes under it, in the order they are written."""
    yield tree
    for child in children(tree):
        yield from nodes(child)
