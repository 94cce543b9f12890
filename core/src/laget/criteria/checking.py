"""Tree + vocabulary → its type, and everything that is wrong with its names and types.

Reads a tree and a `Vocabulary`. Gives errors, all of them at once: a part with an error has no type,
and nothing further is said about what that part stands in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, assert_never

from attrs import Factory, frozen

from laget.criteria.errors import ExpressionError, Span, error_at
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
    children,
)
from laget.criteria.values import Scalar
from laget.findings import did_you_mean


@frozen
class FactType:
    """What kind of value a fact or an expression has."""

    name: Literal["boolean", "number", "date", "duration", "text"]
    choices: tuple[str, ...] | None = None
    """What a text can be; `None` is any text, and what is no text has none."""


BOOLEAN = FactType("boolean")
NUMBER = FactType("number")
DATE = FactType("date")
DURATION = FactType("duration")
"""Months or years: only ever added to or subtracted from a date."""
TEXT = FactType("text")


def choice_of(*choices: str) -> FactType:
    """Give the type of a text that is one of the choices."""
    return FactType("text", choices)


@frozen
class Vocabulary:
    """The names that expressions may use."""

    facts: Mapping[str, FactType] = Factory(dict)
    things: Collection[str] | None = None
    """The ids that `has` may name; `None` is any."""
    kinds: Collection[str] | None = None
    """The ids that `count` may name; `None` is any."""


def check(
    tree: Expression, vocabulary: Vocabulary, expect: FactType | None = None
) -> tuple[ExpressionError, ...]:
    """Give everything that is wrong with a tree's names and types, in the order of the text.

    `expect` is the type that the whole must have, `BOOLEAN` for a criterion; `None` is any type.

    >>> from laget.criteria.parser import parse
    >>> print(*check(parse("aldr >= 10"), Vocabulary({"alder": NUMBER})))
    there is no fact «aldr»
      aldr >= 10
      ^^^^
      hint: did you mean «alder»?
    """
    checker = _Checker(vocabulary)
    found = checker.type_of(tree)
    if expect and found and not _fits(found, expect):
        message = f"the whole expression must be {_described(expect)}, and this is {_described(found)}"
        checker.report(tree.span, message)
    return tuple(sorted(checker.errors, key=lambda error: (error.start, error.end)))


def type_of(tree: Expression, vocabulary: Vocabulary) -> FactType:
    """Give the type of a tree. Raises the first `ExpressionError` if the tree is not well-typed."""
    checker = _Checker(vocabulary)
    found = checker.type_of(tree)
    if found is None or checker.errors:
        raise checker.errors[0]
    return found


def type_of_value(value: Scalar) -> FactType:
    """Give the type of a literal; a text's only choice is itself."""
    match value:
        case bool():
            return BOOLEAN
        case str():
            return choice_of(value)
        case date():
            return DATE
        case int() | Decimal():
            return NUMBER
        case _ as never:
            assert_never(never)


class _Checker:
    """Finds types from the leaves up. `None` is the type of a part that an error was reported for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.errors: list[ExpressionError] = []

    def report(self, span: Span, message: str, hint: str | None = None) -> None:
        self.errors.append(error_at(span, message, hint))

    def type_of(self, tree: Expression) -> FactType | None:
        match tree:
            case Constant():
                return type_of_value(tree.value)
            case Fact():
                return self.fact(tree)
            case And() | Or() | Not():
                return self.logic(tree)
            case Quorum():
                return self.quorum(tree)
            case Comparison():
                return self.comparison(tree)
            case Membership():
                return self.membership(tree)
            case Sum():
                return self.sum(tree)
            case Negative():
                return self.negative(tree)
            case Duration():
                return DURATION
            case Age():
                return self.age(tree)
            case Birthday():
                self.require(tree.birth, DATE, "birthday counts from")
                return BOOLEAN
            case OnDate():
                return DATE
            case Has():
                self.named(tree.thing, self.vocabulary.things, "service or role that a child can have", tree)
                return BOOLEAN
            case Count():
                self.named(tree.kind, self.vocabulary.kinds, "kind to count", tree)
                return NUMBER
            case _ as never:
                assert_never(never)

    def fact(self, tree: Fact) -> FactType | None:
        found = self.vocabulary.facts.get(tree.name)
        if found is None:
            near = did_you_mean(tree.name, self.vocabulary.facts)
            hint = near or "write the id of a fact, or add it to «facts» with a label and a question"
            self.report(tree.span, f"there is no fact «{tree.name}»", hint)
        return found

    def named(self, name: str, names: Collection[str] | None, what: str, tree: Expression) -> None:
        if names is not None and name not in names:
            hint = (
                did_you_mean(name, names)
                or f"write one of {', '.join(sorted(names)) or 'none: there are none'}"
            )
            self.report(tree.span, f"there is no {what} called «{name}»", hint)

    def require(self, tree: Expression, wanted: FactType, reason: str) -> None:
        found = self.type_of(tree)
        if found and found.name != wanted.name:
            message = f"{reason} {_described(wanted)}, and this is {_described(found)}"
            self.report(tree.span, message, _WANTED_HINTS.get(wanted))

    def logic(self, tree: And | Or | Not) -> FactType:
        reason = f"«{type(tree).__name__.lower()}» {'denies' if isinstance(tree, Not) else 'joins'} what is"
        for operand in children(tree):
            self.require(operand, BOOLEAN, reason)
        return BOOLEAN

    def quorum(self, tree: Quorum) -> FactType:
        for operand in tree.operands:
            self.require(operand, BOOLEAN, "at_least counts what is")
        if not 1 <= tree.needed <= len(tree.operands):
            message = f"at_least needs {tree.needed} of {len(tree.operands)}, which no case can change"
            self.report(tree.span, message, f"ask for 1 to {len(tree.operands)}")
        return BOOLEAN

    def comparison(self, tree: Comparison) -> FactType:
        types = [self.type_of(operand) for operand in tree.operands]
        for (left, symbol, right), one, other in zip(tree.pairs(), types, types[1:], strict=False):
            if one and other:
                self.compare((left, one), symbol, (right, other))
        return BOOLEAN

    def compare(
        self, left: tuple[Expression, FactType], symbol: Operator, right: tuple[Expression, FactType]
    ) -> None:
        (_, one), (tree, other) = left, right
        if one.name != other.name:
            message = f"{_described(one)} cannot be compared with {_described(other)}"
            self.report(tree.span, message, _compare_hint(one, other))
        elif one == DURATION:
            hint = "add them to a date, and compare the dates"
            self.report(tree.span, "durations cannot be compared", hint)
        elif symbol not in {"==", "!="} and one.name not in {"number", "date"}:
            self.report(tree.span, f"{_described(one)} has no order", "compare it with == or !=")
        else:
            self.same_choices(left, right)

    def same_choices(self, left: tuple[Expression, FactType], right: tuple[Expression, FactType]) -> None:
        """Report a literal that the other side can never be, or two sides that never meet."""
        (first, one), (second, other) = left, right
        if one.choices is None or other.choices is None or set(one.choices) & set(other.choices):
            return
        if isinstance(second, Constant):
            self.no_choice(second, one.choices)
        elif isinstance(first, Constant):
            self.no_choice(first, other.choices)
        else:
            hint = "compare each with one of its own choices"
            self.report(second.span, "these two texts have no choice in common", hint)

    def no_choice(self, tree: Constant, choices: tuple[str, ...]) -> None:
        hint = did_you_mean(str(tree.value), choices) or f"the choices are {', '.join(choices)}"
        self.report(tree.span, f"«{tree.value}» is not among the choices", hint)

    def membership(self, tree: Membership) -> FactType:
        found = self.type_of(tree.operand)
        if found:
            for choice in tree.choices:
                self.compare((tree.operand, found), "==", (choice, type_of_value(choice.value)))
        return BOOLEAN

    def sum(self, tree: Sum) -> FactType | None:
        total = self.type_of(tree.operands[0])
        for sign, operand in tree.terms():
            term = self.type_of(operand)
            total = self.add(total, sign, term, operand.span) if total and term else None
        return total

    def add(self, left: FactType, sign: Sign, right: FactType, span: Span) -> FactType | None:
        if (left, right) in {(NUMBER, NUMBER), (DATE, DURATION)}:
            return left
        verb = "added to" if sign == "+" else "subtracted from"
        message = f"{_described(right)} cannot be {verb} {_described(left)}"
        self.report(span, message, _SUM_HINTS.get((left, right), "add numbers, or durations to a date"))
        return None

    def negative(self, tree: Negative) -> FactType:
        self.require(tree.operand, NUMBER, "a minus stands before")
        return NUMBER

    def age(self, tree: Age) -> FactType:
        self.require(tree.birth, DATE, "an age counts from")
        self.require(tree.unborn, BOOLEAN, "whether the child is unborn is")
        return NUMBER


_WANTED_HINTS = {
    BOOLEAN: "compare it with a value, such as «alder >= 10»",
    NUMBER: "write a number, or a fact that is one",
    DATE: "write a date like 2026-03-01, a fact that is one, or one of them plus months(n) or years(n)",
}
"""What to do about something of another type than was wanted."""

_SUM_HINTS = {
    (DATE, DATE): "compare a date with another plus or minus months(n) or years(n)",
    (DATE, NUMBER): "say what is added: months(n) or years(n)",
    (DURATION, DATE): "write the date first",
    (DURATION, DURATION): "add one duration to the date, then the other",
}


def _fits(found: FactType, expected: FactType) -> bool:
    if found.name != expected.name:
        return False
    return expected.choices is None or (
        found.choices is not None and set(found.choices) <= set(expected.choices)
    )


def _compare_hint(one: FactType, other: FactType) -> str:
    if BOOLEAN in {one, other}:
        return "let what is true or false stand by itself, or with «not» before it"
    return f"compare it with {_described(one)}"


def _described(kind: FactType) -> str:
    """Name a type in a message.

    >>> _described(NUMBER), _described(choice_of("a", "b"))
    ('a number', 'a text (a, b)')
    """
    return f"a {kind.name} ({', '.join(kind.choices)})" if kind.choices else f"a {kind.name}"
