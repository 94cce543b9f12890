"""Holding: conditions that can never hold, that always hold, or that turn on a value no fact can have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from laget.checks.folded import Folded, Spot
from laget.criteria import Expression, thresholds, to_text
from laget.criteria.tree import And, Comparison, Constant, Membership, Not, Or, Quorum, children, nodes
from laget.findings import Finding, Place, Severity
from laget.inspection.regions import Space
from laget.inspection.spots import own_conditions
from laget.model.expressions import Formula
from laget.model.facts import Fact

_LOGIC = (And, Or, Not, Quorum)


def check_holding(folded: Folded, space: Space) -> Iterator[Finding]:
    """Find conditions, and parts of conditions, that say nothing."""
    for spot, formula in own_conditions(folded):
        outside = list(_outside(folded, spot, formula))
        yield from outside or _settled(folded, spot, formula, formula.tree, space)


def _outside(folded: Folded, spot: Spot, formula: Formula) -> Iterator[Finding]:
    """Find thresholds that a fact can never reach."""
    comparisons = [node for node in nodes(formula.tree) if isinstance(node, Comparison | Membership)]
    turns = [
        (node, name, value)
        for node in comparisons
        for name, found in thresholds(node).items()
        for value in found
    ]
    for node, name, value in turns:
        fact = folded.book.facts.get(name)
        if fact is not None and isinstance(value, int | Decimal) and _misses(fact, value):
            message = f"«{to_text(node)}» turns on {value}, and «{name}» is {_range(fact)}"
            hint = f"write a value in that range, or mend «minimum» and «maximum» of «{name}»"
            yield Finding(
                "threshold-outside", message, _place(folded, spot, formula, node), Severity.WARNING, hint
            )


def _misses(fact: Fact, value: int | Decimal) -> bool:
    too_low = fact.minimum is not None and value < fact.minimum
    return too_low or (fact.maximum is not None and value > fact.maximum)


def _range(fact: Fact) -> str:
    if fact.maximum is None:
        return f"at least {fact.minimum}"
    return f"at most {fact.maximum}" if fact.minimum is None else f"from {fact.minimum} to {fact.maximum}"


def _settled(
    folded: Folded, spot: Spot, formula: Formula, tree: Expression, space: Space
) -> Iterator[Finding]:
    """Find the largest parts of a condition whose value never changes."""
    if isinstance(tree, Constant):
        return
    place, text = _place(folded, spot, formula, tree), to_text(tree)
    what = "this" if tree is formula.tree else f"the part «{text}»"
    true, false = space.can_be(tree, value=True), space.can_be(tree, value=False)
    if true.is_impossible:
        hint = f"no case fulfils «{text}»: check its values, and «and» where «or» is meant"
        yield Finding("never-holds", f"{what} can never hold", place, Severity.WARNING, hint)
    elif false.is_impossible:
        hint = f"every case fulfils «{text}»: check its values, and «or» where «and» is meant; or remove it"
        yield Finding("always-holds", f"{what} always holds", place, Severity.WARNING, hint)
    elif not (true.is_whole and false.is_whole):
        message = f"whether {what} can hold was not settled by {space.bound} trials"
        hint = "make a derived fact of a part of it"
        yield Finding("not-enumerated", message, place, Severity.NOTE, hint)
    elif isinstance(tree, _LOGIC):
        for part in children(tree):
            yield from _settled(folded, spot, formula, part, space)


def _place(folded: Folded, spot: Spot, formula: Formula, node: Expression) -> Place:
    """Give the place of a part of an expression."""
    whole = folded.place(spot)
    if node is formula.tree or formula.locate is None:
        return whole
    found = formula.locate(node.span.start)
    return Place(found.file, found.line, found.column, whole.path)
