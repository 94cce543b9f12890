"""Expressions: whether every reader of an expression means the same by it."""

from __future__ import annotations

from collections.abc import Iterator

from laget.assessment.planning import Plan
from laget.assessment.tried import values_to_try
from laget.checks.folded import Folded
from laget.criteria import (
    AtLeast,
    Known,
    evaluate,
    explain,
    facts_of,
    kinds_of,
    needed,
    needs_list,
    parse,
    things_of,
    to_text,
)
from laget.model.expressions import Formula
from laget.model.words import words_of

LANGUAGES = ("nb", "nn")


def disagreements(folded: Folded) -> Iterator[str]:
    """Give the expressions of a handbook on which readers disagree, or fail."""
    plan = Plan(folded.book)
    for spot in folded.spots:
        if isinstance(spot.value, Formula):
            try:
                wrong = list(_wrong(spot.value, plan))
            except Exception as error:  # noqa: BLE001 - a reader that fails is what is looked for
                wrong = [f"{type(error).__name__}: {error}"]
            yield from (f"{folded.place(spot)}: «{spot.value.text}»: {found}" for found in wrong)


def _wrong(formula: Formula, plan: Plan) -> Iterator[str]:
    tree, book = formula.tree, plan.handbook
    again = parse(to_text(tree))
    if again != tree:
        yield f"printed, it reads as something else: {to_text(tree)}"
    reads = set(facts_of(tree))
    unknown = sorted(reads - {*book.facts})
    if unknown:
        yield f"it reads what is no fact: {', '.join(unknown)}"
        return
    words = words_of(book)
    yield from (
        f"it has no words in {language}" for language in LANGUAGES if not explain(tree, words, language)
    )
    for known in _knowledge(formula, plan):
        value = evaluate(tree, known)
        if value != evaluate(again, known):
            yield f"printed and read, it has another value where {dict(known.values)}"
        asked = set(needed(tree, known))
        is_open = value is None or isinstance(value, AtLeast)
        if not asked <= reads:
            yield f"it asks for what it does not read: {', '.join(sorted(asked - reads))}"
        if is_open != bool(asked or needs_list(tree, known)):
            yield f"what it needs and what it is disagree where {dict(known.values)}"


def _knowledge(formula: Formula, plan: Plan) -> Iterator[Known]:
    """Give cases in which nothing, or one fact alone, or all are known."""
    day, facts = plan.handbook.on, plan.handbook.facts
    bounds = plan.bounds([formula.tree])
    tried = {
        name: tuple(values_to_try(facts[name], bounds.get(name, ()), day))
        for name in facts_of(formula.tree)
        if name in facts
    }
    things, kinds = frozenset(things_of(formula.tree)), kinds_of(formula.tree)
    yield Known({}, on=day)
    yield from (Known({name: value}, on=day) for name, values in tried.items() for value in values)
    for position in range(max(map(len, tried.values()), default=1)):
        values = {name: found[position % len(found)] for name, found in tried.items() if found}
        yield Known(values, on=day, has_complete=True)
        yield Known(values, on=day, has=things, has_complete=True, counts=dict.fromkeys(kinds, position))
