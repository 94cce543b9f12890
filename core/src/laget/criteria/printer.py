"""Tree → text that reads back as the same tree.

Reads a tree. Gives its text, with the fewest parentheses that keep its shape.
"""

from __future__ import annotations

from decimal import Decimal
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
)
from laget.criteria.values import Scalar

# How tightly a node holds together; a looser one inside a tighter one needs parentheses.
_OR, _AND, _NOT, _COMPARISON, _SUM, _SIGNED, _PRIMARY = range(7)


def to_text(tree: Expression) -> str:
    """Print a tree so that `parse` gives it back.

    >>> from laget.criteria.parser import parse
    >>> to_text(parse("a and(b or not 2<=c<3)"))
    'a and (b or not 2 <= c < 3)'
    """
    match tree:
        case Constant():
            return constant_text(tree.value)
        case Fact():
            return tree.name
        case And():
            return " and ".join(_within(_NOT, operand) for operand in tree.operands)
        case Or():
            return " or ".join(_within(_AND, operand) for operand in tree.operands)
        case Not(operand=Membership() as member):
            return _membership(member, "not in")
        case Not():
            return f"not {_within(_NOT, tree.operand)}"
        case Quorum():
            return f"at_least({', '.join((str(tree.needed), *map(to_text, tree.operands)))})"
        case Comparison():
            return _alternating(tree.operands, tree.operators, _SUM)
        case Membership():
            return _membership(tree, "in")
        case Sum():
            return _alternating(tree.operands, tree.signs, _SIGNED)
        case Negative():
            return f"-{_negated(tree.operand)}"
        case Duration():
            return f"{tree.unit}({tree.number})"
        case Age():
            name = "age" if tree.unit == "years" else "age_months"
            return f"{name}({to_text(tree.birth)}, {to_text(tree.unborn)})"
        case Birthday():
            return f"birthday({to_text(tree.birth)})"
        case OnDate():
            return "on_date()"
        case Has():
            return f"has({tree.thing})"
        case Count():
            return f"count({tree.kind})"
        case _ as never:
            assert_never(never)


def constant_text(value: Scalar) -> str:
    """Print a value as a literal.

    >>> print(constant_text(True), constant_text(Decimal("1e-6")), constant_text('a "b"'))
    true 0.000001 'a "b"'
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{value}'" if '"' in value else f'"{value}"'
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def _tightness(tree: Expression) -> int:
    match tree:
        case Or():
            return _OR
        case And():
            return _AND
        case Comparison() | Membership() | Not(operand=Membership()):
            return _COMPARISON
        case Not():
            return _NOT
        case Sum():
            return _SUM
        case Negative():
            return _SIGNED
        case _:
            return _PRIMARY


def _within(tightness: int, tree: Expression) -> str:
    text = to_text(tree)
    return f"({text})" if _tightness(tree) < tightness else text


def _negated(operand: Expression) -> str:
    """Print what a minus stands before; a bare number there would be read as a negative literal."""
    text = _within(_SIGNED, operand)
    return f"({text})" if text[0].isdigit() else text


def _alternating(operands: tuple[Expression, ...], signs: tuple[str, ...], tightness: int) -> str:
    texts = [_within(tightness, operand) for operand in operands]
    following = (f" {sign} {text}" for sign, text in zip(signs, texts[1:], strict=True))
    return texts[0] + "".join(following)


def _membership(member: Membership, word: str) -> str:
    choices = ", ".join(constant_text(choice.value) for choice in member.choices)
    comma = "," if len(member.choices) == 1 else ""
    return f"{_within(_SUM, member.operand)} {word} ({choices}{comma})"
