"""Expressions: every name is a declared fact, every comparison fits, and nothing is derived from itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from laget.checks.circles import circular
from laget.checks.folded import Folded, Spot
from laget.criteria import (
    BOOLEAN,
    DATE,
    NUMBER,
    FactType,
    Vocabulary,
    check,
    choice_of,
    facts_of,
)
from laget.documents.places import place_of_character
from laget.findings import Finding
from laget.model.expressions import Formula
from laget.model.facts import Fact, FactKind, FactValue, Given, derivations
from laget.model.handbook import Handbook
from laget.structuring.converter import expression_finding

_EXPECTED: Mapping[str, FactType | None] = {
    "by": DATE,
    "after_day": DATE,
    "before_day": DATE,
    "measure": NUMBER,
    "hours": NUMBER,
    "actual": None,
}
"""What the expression of a key must give, where that is not true or false; `None` is anything."""


def vocabulary_of(book: Handbook) -> Vocabulary:
    """Give the names that expressions of a handbook may use."""
    facts = {name: type_of_fact(fact) for name, fact in book.facts.items()}
    return Vocabulary(facts, things={*book.things, *book.entitlements}, kinds={*book.service_kinds})


def type_of_fact(fact: Fact) -> FactType:
    """Give a fact's type in the criteria language."""
    match fact.type:
        case FactKind.BOOLEAN:
            return BOOLEAN
        case FactKind.DATE:
            return DATE
        case FactKind.CHOICE:
            return choice_of(*(fact.choices or ()))
        case FactKind.INTEGER | FactKind.NUMBER:
            return NUMBER


def check_expressions(folded: Folded) -> Iterator[Finding]:
    """Find expressions that do not fit the facts, and values that do not fit theirs."""
    vocabulary = vocabulary_of(folded.book)
    for spot in folded.spots:
        if isinstance(spot.value, Formula):
            yield from _check_formula(folded, spot, spot.value, vocabulary)
        if isinstance(spot.value, Fact):
            yield from _check_fact(folded, spot, spot.value)
        if isinstance(spot.value, Given) and (fact := folded.book.facts.get(spot.value.id)):
            yield from _check_value(folded, spot, "value", spot.value.value, fact)
    yield from _check_circles(folded)


def _check_formula(folded: Folded, spot: Spot, formula: Formula, vocabulary: Vocabulary) -> Iterator[Finding]:
    unread = folded.ids("facts") - {*folded.book.facts}
    if unread.intersection(facts_of(formula.tree)):
        return
    node = folded.node(spot)
    for error in check(formula.tree, vocabulary, _expected(spot)):
        place = folded.place(spot)
        if node is None:
            yield Finding("expression", error.message, place, hint=error.hint)
        else:
            yield expression_finding(error, lambda offset: place_of_character(node, offset), place.path)


def _expected(spot: Spot) -> FactType | None:
    """Give the type that an expression must have, by where it stands."""
    key = spot.path[-1]
    if isinstance(spot.entry, Fact):
        return BOOLEAN if key == "when" else type_of_fact(spot.entry)
    return _EXPECTED.get(str(key), BOOLEAN)


def _check_fact(folded: Folded, spot: Spot, fact: Fact) -> Iterator[Finding]:
    if (fact.type is FactKind.CHOICE) != bool(fact.choices):
        message = "a fact of the type «choice», and no other, has choices"
        hint = "add «choices:» with each value and its label, or change the type"
        yield Finding("choices", message, folded.place(spot, "type"), hint=hint)
    if fact.presumed is not None:
        inside = Spot(spot.section, spot.entry, (*spot.path, "presumed"), fact.presumed)
        yield from _check_value(folded, inside, "value", fact.presumed.value, fact)


def _check_value(folded: Folded, spot: Spot, key: str, value: FactValue, fact: Fact) -> Iterator[Finding]:
    problem = value_problem(value, fact)
    if problem is not None:
        yield Finding("fact-value", problem, folded.place(spot, key), hint=value_hint(fact))


def value_problem(value: FactValue, fact: Fact) -> str | None:
    """Say why a value cannot be a value of a fact; `None` when it can."""
    if not _has_type(value, fact):
        return f"«{fact.id}» is {_described(fact)}; this value is not"
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        return None
    if fact.minimum is not None and value < fact.minimum:
        return f"«{fact.id}» is at least {fact.minimum}; this value is less"
    if fact.maximum is not None and value > fact.maximum:
        return f"«{fact.id}» is at most {fact.maximum}; this value is more"
    return None


def value_hint(fact: Fact) -> str:
    """Say how a value of a fact is written."""
    match fact.type:
        case FactKind.BOOLEAN:
            return "write true or false, or null for asked and not known"
        case FactKind.DATE:
            return "write a date like 2026-03-01, without quotes in YAML"
        case FactKind.CHOICE:
            return f"write one of {', '.join(fact.choices or ())}"
        case FactKind.INTEGER | FactKind.NUMBER:
            return f"write a number{f' of {fact.unit}' if fact.unit else ''}, or null for asked and not known"


def _has_type(value: FactValue, fact: Fact) -> bool:
    match fact.type:
        case FactKind.BOOLEAN:
            return isinstance(value, bool)
        case FactKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case FactKind.NUMBER:
            return isinstance(value, int | Decimal) and not isinstance(value, bool)
        case FactKind.CHOICE:
            return isinstance(value, str) and value in (fact.choices or ())
        case FactKind.DATE:
            return not isinstance(value, bool | int | Decimal | str)


def _described(fact: Fact) -> str:
    words = {
        FactKind.BOOLEAN: "true or false",
        FactKind.INTEGER: "a whole number",
        FactKind.NUMBER: "a number",
        FactKind.DATE: "a date",
        FactKind.CHOICE: f"one of {', '.join(fact.choices or ())}",
    }
    return words[fact.type]


def _check_circles(folded: Folded) -> Iterator[Finding]:
    reads = {
        name: {read for formula in derivations(fact) for read in facts_of(formula.tree)}
        for name, fact in folded.book.facts.items()
    }
    for name in circular(reads):
        fact = folded.book.facts[name]
        message = f"«{name}» is derived from itself"
        place = folded.place(Spot("facts", fact, (), fact), "derived")
        yield Finding("circle", message, place, hint="derive it from facts that are asked for")
