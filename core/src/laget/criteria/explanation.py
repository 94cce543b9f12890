"""Tree → a sentence that says the same, from the labels of its facts.

Reads a tree and the words of facts, things and kinds. Gives text without a capital letter or a full
stop, to be put where the reader needs it. What holds an «og» or an «eller» of its own stands in
parentheses inside a larger part, so that the grouping can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

from attrs import Factory, frozen

from laget.criteria.phrases import phrases
from laget.criteria.printer import constant_text
from laget.criteria.tree import (
    MIRRORED,
    NEGATED,
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
    Sum,
)


@frozen
class FactWords:
    """The words of one fact."""

    label: str
    """A noun phrase: «særlig tyngende omsorgsarbeid», «alder»."""
    unit: str | None = None
    """The unit as it follows most numbers: «timer»."""
    unit_of_one: str | None = None
    """The unit as it follows 1, where that differs: «time»."""
    choices: Mapping[str, str] = Factory(dict)
    """The text of each choice."""
    is_date: bool = False
    """Whether it is a date, which is «før» another and not «under» it."""


@frozen
class Words:
    """The words of everything that an expression can name. What has none is called by its id."""

    facts: Mapping[str, FactWords] = Factory(dict)
    things: Mapping[str, str] = Factory(dict)
    kinds: Mapping[str, str] = Factory(dict)

    def fact(self, name: str) -> FactWords:
        """Give the words of a fact."""
        return self.facts.get(name) or FactWords(name)


def explain(tree: Expression, words: Words, language: str = "nb") -> str:
    """Say in words what a tree says.

    >>> from laget.criteria.parser import parse
    >>> words = Words({"alder": FactWords("alder", "år"), "tyngende": FactWords("tyngende omsorg")})
    >>> explain(parse("alder >= 5 and not tyngende"), words)
    'alder er minst 5 år og tyngende omsorg foreligger ikke'
    """
    return _Explainer(words, phrases(language)).clause(tree)


class _Explainer:
    """Has a method for each role a node can play: a clause, the denial of one, or a noun phrase."""

    def __init__(self, words: Words, table: Mapping[str, str]) -> None:
        self.words = words
        self.table = table

    def say(self, key: str, **parts: object) -> str:
        return self.table[key].format(**parts)

    def clause(self, tree: Expression) -> str:
        """Say that a boolean expression holds."""
        match tree:
            case Constant():
                return self.say("always" if tree.value is True else "never")
            case Fact():
                return self.say("holds", label=self.words.fact(tree.name).label)
            case And():
                return self.listed(self.parts(tree.operands), "and")
            case Or():
                return self.disjunction(self.parts(tree.operands))
            case Not():
                return self.denial(tree.operand)
            case Quorum():
                operands = "; ".join(map(self.clause, tree.operands))
                return self.say("quorum", needed=tree.needed, list=operands)
            case Comparison():
                return self.comparison(tree)
            case Membership():
                return self.predicated(tree.operand, self.choices(tree, "or"))
            case Birthday():
                return self.say("birthday", birth=self.noun(tree.birth))
            case Has():
                return self.say("has", thing=self.thing(tree))
            case Sum() | Negative() | Duration() | Age() | OnDate() | Count():
                return self.noun(tree)
            case _ as never:
                assert_never(never)

    def denial(self, tree: Expression) -> str:
        """Say that a boolean expression does not hold."""
        match tree:
            case Constant():
                return self.say("never" if tree.value is True else "always")
            case Fact():
                return self.say("fails", label=self.words.fact(tree.name).label)
            case Not():
                return self.clause(tree.operand)
            case Comparison(operators=(operator,)):
                return self.clause(Comparison(tree.operands, (NEGATED[operator],)))
            case Membership():
                key = "no choices" if len(tree.choices) > 1 else "no choice"
                return self.predicated(tree.operand, self.say(key, list=self.choices(tree, "or")))
            case Birthday():
                return self.say("no birthday", birth=self.noun(tree.birth))
            case Has():
                return self.say("lacks", thing=self.thing(tree))
            case _:
                return self.say("not", clause=self.part(tree))

    def parts(self, trees: Iterable[Expression]) -> list[str]:
        return [self.part(tree) for tree in trees]

    def part(self, tree: Expression) -> str:
        """Say a clause inside a larger one."""
        return f"({self.clause(tree)})" if _has_joints(tree) else self.clause(tree)

    def disjunction(self, parts: list[str]) -> str:
        listed = self.listed(parts, "or")
        return self.say("either", list=listed) if len(parts) == 2 else listed  # noqa: PLR2004

    def listed(self, parts: list[str], word: str) -> str:
        """List parts as «a, b og c»."""
        head, last = ", ".join(parts[:-1]), parts[-1]
        return f"{head} {self.table[word]} {last}" if head else last

    def comparison(self, tree: Comparison) -> str:
        match tree.operands:
            case (first, second):
                return self.single(first, tree.operators[0], second)
            case (low, middle, high) if not isinstance(middle, Constant):
                return self.between(tree, low, middle, high)
            case _:
                return self.listed([self.single(*pair) for pair in tree.pairs()], "and")

    def single(self, left: Expression, operator: Operator, right: Expression) -> str:
        if isinstance(left, Constant) and not isinstance(right, Constant):
            return self.single(right, MIRRORED[operator], left)
        if _is_clause(left) or _is_clause(right):
            return self.agreement(left, operator, right)
        return self.predicated(left, self.predicate(left, operator, right))

    def agreement(self, left: Expression, operator: Operator, right: Expression) -> str:
        """Compare two booleans, one of which may be just true or false."""
        if isinstance(right, Constant):
            holds = (operator == "==") == right.value
            return self.clause(left) if holds else self.denial(left)
        key = "same" if operator == "==" else "differ"
        return self.say(key, first=self.part(left), second=self.part(right))

    def between(self, tree: Comparison, low: Expression, middle: Expression, high: Expression) -> str:
        """Say a chain from its middle: «minst 25 og under 32 timer», the unit once."""
        bare = isinstance(low, Constant) and isinstance(high, Constant)
        first, second = tree.operators
        above = self.predicate(middle, MIRRORED[first], low, bare=bare)
        return self.predicated(middle, self.listed([above, self.predicate(middle, second, high)], "and"))

    def predicated(self, subject: Expression, predicate: str) -> str:
        return self.say("subject", subject=self.noun(subject), predicate=predicate)

    def predicate(
        self, subject: Expression, operator: Operator, other: Expression, *, bare: bool = False
    ) -> str:
        if isinstance(other, Constant):
            value = self.number_or_date(other) if bare else self.value(subject, other)
        else:
            value = self.noun(other)
        if operator in {"==", "!="}:
            kind = "fixed" if isinstance(other, Constant) else "moving"
        else:
            kind = "date" if self.is_date(subject) or self.is_date(other) else "number"
        return self.say(f"{kind} {operator}", value=value)

    def choices(self, tree: Membership, word: str) -> str:
        """List choices, a unit after the last one only."""
        *init, last = tree.choices
        texts = [
            self.value(tree.operand, choice) if isinstance(choice.value, str) else self.number_or_date(choice)
            for choice in init
        ]
        return self.listed([*texts, self.value(tree.operand, last)], word)

    def value(self, subject: Expression, constant: Constant) -> str:
        """Say a value as the subject's own words have it: the text of a choice, the unit of a number."""
        words = self.words_of(subject)
        if isinstance(constant.value, str):
            return words.choices.get(constant.value, constant.value)
        unit = (words.unit_of_one or words.unit) if constant.value == 1 else words.unit
        text = self.number_or_date(constant)
        return f"{text} {unit}" if unit else text

    def number_or_date(self, constant: Constant) -> str:
        match constant.value:
            case bool() as value:
                return self.say("true" if value else "false")
            case date() as day:
                month = self.table["month names"].split()[day.month - 1]
                return self.say("date", day=day.day, month=month, year=day.year)
            case Decimal() as number:
                return constant_text(number).replace(".", self.table["decimal mark"])
            case value:
                return str(value)

    def words_of(self, subject: Expression) -> FactWords:
        """Give the words of the fact that a subject is or, in a sum of numbers, begins with."""
        match subject:
            case Fact():
                return self.words.fact(subject.name)
            case Sum() | Negative():
                found = map(self.words_of, _operands(subject))
                return next((words for words in found if words.label), FactWords(""))
            case Age():
                key = "year" if subject.unit == "years" else "month"
                one, many = (self.say(k, number="").strip() for k in (key, f"{key}s"))
                return FactWords("", many, one)
            case _:
                return FactWords("")

    def noun(self, tree: Expression) -> str:
        """Name what has a value."""
        match tree:
            case Constant():
                return self.number_or_date(tree)
            case Fact():
                return self.words.fact(tree.name).label
            case Sum():
                return self.sum(tree)
            case Negative():
                return self.say("negative", value=self.noun(tree.operand))
            case Duration():
                key = tree.unit if tree.number != 1 else tree.unit[:-1]
                return self.say(key, number=tree.number)
            case Age():
                return self.say(f"{tree.unit} of age", birth=self.noun(tree.birth))
            case OnDate():
                return self.say("on date")
            case Count():
                return self.say("count", kind=self.words.kinds.get(tree.kind, tree.kind))
            case And() | Or() | Not() | Quorum() | Comparison() | Membership() | Birthday() | Has():
                return f"({self.clause(tree)})"
            case _ as never:
                assert_never(never)

    def sum(self, tree: Sum) -> str:
        text = self.noun(tree.operands[0])
        for sign, operand in tree.terms():
            if isinstance(operand, Duration):
                key = "after" if sign == "+" else "before"
                text = self.say(key, duration=self.noun(operand), date=text)
            else:
                key = "plus" if sign == "+" else "minus"
                text = self.say(key, first=text, second=self.term(operand))
        return text

    def term(self, operand: Expression) -> str:
        """Name a later term; a sum of its own in parentheses, since a minus before it reaches all of it."""
        return f"({self.noun(operand)})" if isinstance(operand, Sum | Negative) else self.noun(operand)

    def thing(self, tree: Has) -> str:
        return self.words.things.get(tree.thing, tree.thing)

    def is_date(self, tree: Expression) -> bool:
        match tree:
            case Constant():
                return isinstance(tree.value, date)
            case Fact():
                return self.words.fact(tree.name).is_date
            case Sum():
                return isinstance(tree.operands[-1], Duration)
            case _:
                return isinstance(tree, OnDate)


def _operands(tree: Sum | Negative) -> tuple[Expression, ...]:
    return tree.operands if isinstance(tree, Sum) else (tree.operand,)


def _is_clause(tree: Expression) -> bool:
    """Tell whether a node can only be true or false."""
    match tree:
        case Constant():
            return isinstance(tree.value, bool)
        case And() | Or() | Not() | Quorum() | Comparison() | Membership() | Birthday() | Has():
            return True
        case _:
            return False


def _has_joints(tree: Expression) -> bool:
    """Tell whether the words for a node hold an «and» or an «or» of their own."""
    match tree:
        case And() | Or() | Quorum():
            return True
        case Comparison():
            return len(tree.operators) > 1 or all(map(_is_clause, tree.operands))
        case Membership():
            return len(tree.choices) > 1
        case Not():
            return _has_joints(tree.operand)
        case _:
            return False
