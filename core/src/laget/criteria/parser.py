"""Tokens → tree, by recursive descent. The docstring of each method of the parser is its grammar line.

Reads the text of an expression. Gives its tree, or raises `ExpressionError` at the first thing that
cannot be read. Nothing is looked up here: names and types are the business of `checking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from laget.criteria.errors import ExpressionError, Span
from laget.criteria.lexer import FUNCTIONS, Token, tokens_of
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
from laget.criteria.values import Scalar
from laget.findings import did_you_mean

MAX_NESTING = 32

_RISING = frozenset({"<", "<="})
_FALLING = frozenset({">", ">="})
_COMPARING = frozenset({"==", "!="}) | _RISING | _FALLING
_LITERALS = frozenset({"number", "date", "text", "true", "false"})


def parse(text: str) -> Expression:
    """Read an expression.

    >>> parse("alder >= 10")
    Comparison(operands=(Fact(name='alder'), Constant(value=10)), operators=('>=',))
    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.position = 0
        self.nesting = 0

    def whole(self) -> Expression:
        """`whole = expression end`."""
        tree = self.expression()
        if self.now.kind != "end":
            raise self.unexpected("and, or, or the end")
        return tree

    def expression(self) -> Expression:
        """`expression = conjunction ("or" conjunction)*`."""
        start = self.now.start
        operands = [self.conjunction()]
        while self.accept("or"):
            operands.append(self.conjunction())
        return operands[0] if len(operands) == 1 else Or(tuple(operands), span=self.since(start))

    def conjunction(self) -> Expression:
        """`conjunction = negation ("and" negation)*`."""
        start = self.now.start
        operands = [self.negation()]
        while self.accept("and"):
            operands.append(self.negation())
        return operands[0] if len(operands) == 1 else And(tuple(operands), span=self.since(start))

    def negation(self) -> Expression:
        """`negation = "not" negation | comparison`."""
        start = self.now.start
        if self.now.kind != "not":
            return self.comparison()
        with self.nested():
            self.advance()
            operand = self.negation()
        return Not(operand, span=self.since(start))

    def comparison(self) -> Expression:
        """`comparison = sum (operator sum)* | sum ["not"] "in" choices`."""
        start = self.now.start
        first = self.sum()
        if self.now.kind in {"in", "not"}:
            return self.membership(first, start)
        operands, operators = [first], list[Operator]()
        while self.now.kind in _COMPARING:
            operators.append(self.chained(operators))
            operands.append(self.sum())
        if not operators:
            return first
        return Comparison(tuple(operands), tuple(operators), span=self.since(start))

    def chained(self, before: list[Operator]) -> Operator:
        """`operator = "==" | "!=" | "<" | "<=" | ">" | ">="`; a chain only rises or only falls."""
        token = self.now
        chain = {*before, token.kind}
        if before and not (chain <= _RISING or chain <= _FALLING):
            hint = "join two comparisons with and, or put parentheses around one"
            raise self.error(token, "a chain has only < and <=, or only > and >=", hint)
        self.advance()
        return cast("Operator", token.kind)

    def membership(self, operand: Expression, start: int) -> Expression:
        """`membership = sum ["not"] "in" choices`, from after the sum."""
        negated = self.accept("not")
        self.expect("in")
        choices = self.choices()
        member = Membership(operand, choices, span=self.since(start))
        return Not(member, span=member.span) if negated else member

    def choices(self) -> tuple[Constant, ...]:
        """`choices = "(" literal ("," literal)* [","] ")"`."""
        self.expect("(")
        choices = [self.literal()]
        while self.accept(",") and self.now.kind != ")":
            choices.append(self.literal())
        self.expect(")")
        return tuple(choices)

    def sum(self) -> Expression:
        """`sum = signed (("+" | "-") signed)*`."""
        start = self.now.start
        operands, signs = [self.signed()], list[Sign]()
        while self.now.kind in {"+", "-"}:
            signs.append(cast("Sign", self.advance().kind))
            operands.append(self.signed())
        return operands[0] if not signs else Sum(tuple(operands), tuple(signs), span=self.since(start))

    def signed(self) -> Expression:
        """`signed = literal | "-" signed | primary`."""
        start = self.now.start
        if self.now.kind in _LITERALS or self.at_negative_number():
            return self.literal()
        if self.now.kind != "-":
            return self.primary()
        with self.nested():
            self.advance()
            operand = self.signed()
        return Negative(operand, span=self.since(start))

    def literal(self) -> Constant:
        """`literal = ["-"] number | date | text | "true" | "false"`."""
        start = self.now.start
        negative = self.at_negative_number() and self.accept("-")
        if self.now.kind not in _LITERALS:
            raise self.unexpected("a number, a date, a text, true or false")
        token = self.advance()
        value: Scalar = token.kind == "true" if token.kind in {"true", "false"} else token.value
        if negative:
            value = -cast("int", value)
        return Constant(value, span=self.since(start))

    def at_negative_number(self) -> bool:
        """Tell whether `-` and a number follow, which is a literal."""
        return self.now.kind == "-" and self.tokens[self.position + 1].kind == "number"

    def primary(self) -> Expression:
        """`primary = "(" expression ")" | function | fact`."""
        if self.now.kind == "(":
            with self.nested():
                self.advance()
                tree = self.expression()
                self.expect(")")
            return tree
        if self.now.kind != "name":
            raise self.unexpected("a fact, a value or an expression in parentheses")
        if self.tokens[self.position + 1].kind == "(" or self.now.text in FUNCTIONS:
            return self.function()
        token = self.advance()
        return Fact(token.text, span=self.since(token.start))

    def function(self) -> Expression:
        """`function = name "(" arguments ")"`, with the arguments of that function."""
        token = self.now
        if token.text not in _ARGUMENTS:
            hint = did_you_mean(token.text, sorted(_ARGUMENTS))
            raise self.error(token, f"there is no function «{token.text}»", hint)
        with self.nested():
            self.advance()
            self.expect("(")
            tree = _ARGUMENTS[token.text](self, token)
            self.expect(")")
        return tree

    def duration(self, name: Token) -> Expression:
        """`arguments of months, years = whole`."""
        return Duration(self.whole_number(), cast("Unit", name.text), span=self.closed(name))

    def quorum(self, name: Token) -> Expression:
        """`arguments of at_least = whole ("," expression)+`."""
        needed = self.whole_number()
        self.expect(",")
        operands = [self.expression()]
        while self.accept(","):
            operands.append(self.expression())
        return Quorum(needed, tuple(operands), span=self.closed(name))

    def age(self, name: Token) -> Expression:
        """`arguments of age, age_months = expression "," expression`."""
        birth = self.expression()
        self.expect(",")
        unborn = self.expression()
        unit: Unit = "years" if name.text == "age" else "months"
        return Age(unit, birth, unborn, span=self.closed(name))

    def birthday(self, name: Token) -> Expression:
        """`arguments of birthday = expression`."""
        return Birthday(self.expression(), span=self.closed(name))

    def on_date(self, name: Token) -> Expression:
        """`arguments of on_date = nothing`."""
        return OnDate(span=self.closed(name))

    def has(self, name: Token) -> Expression:
        """`arguments of has = name`."""
        return Has(self.expect("name").text, span=self.closed(name))

    def count(self, name: Token) -> Expression:
        """`arguments of count = name`."""
        return Count(self.expect("name").text, span=self.closed(name))

    def whole_number(self) -> int:
        """`whole = a number without decimals`."""
        token = self.now
        if not isinstance(token.value, int):
            raise self.unexpected("a whole number")
        self.advance()
        return token.value

    @property
    def now(self) -> Token:
        """The token that is to be read next."""
        return self.tokens[self.position]

    def advance(self) -> Token:
        """Take the next token. Nobody takes `end`, so there is always a next one."""
        token = self.now
        self.position += 1
        return token

    def accept(self, kind: str) -> bool:
        """Take the next token if it is of the kind."""
        accepted = self.now.kind == kind
        self.position += accepted
        return accepted

    def expect(self, kind: str) -> Token:
        """Take the next token, which must be of the kind."""
        if self.now.kind != kind:
            raise self.unexpected("a name" if kind == "name" else f"«{kind}»")
        return self.advance()

    @contextmanager
    def nested(self) -> Iterator[None]:
        """Go one level deeper, within the limit that keeps every reader's recursion bounded."""
        if self.nesting == MAX_NESTING:
            message = f"parentheses, not and - are nested at most {MAX_NESTING} deep"
            raise self.error(self.now, message, "split it into derived facts")
        self.nesting += 1
        yield
        self.nesting -= 1

    def since(self, start: int) -> Span:
        """Span from a start to the end of what was last read."""
        return Span(self.text, start, self.tokens[self.position - 1].end)

    def closed(self, name: Token) -> Span:
        """Span from a function's name to the parenthesis that closes its arguments and comes next."""
        return Span(self.text, name.start, self.now.end)

    def unexpected(self, expected: str) -> ExpressionError:
        """Make the error that the next token is not what was expected."""
        found = f"«{self.now.text}»" if self.now.text else "the end"
        return self.error(self.now, f"expected {expected}, found {found}", f"write {expected} here")

    def error(self, token: Token, message: str, hint: str | None = None) -> ExpressionError:
        """Make the error that points at a token."""
        return ExpressionError(self.text, token.start, token.end, message, hint)


_ARGUMENTS: dict[str, Callable[[_Parser, Token], Expression]] = {
    "age": _Parser.age,
    "age_months": _Parser.age,
    "at_least": _Parser.quorum,
    "birthday": _Parser.birthday,
    "count": _Parser.count,
    "has": _Parser.has,
    "months": _Parser.duration,
    "on_date": _Parser.on_date,
    "years": _Parser.duration,
}
