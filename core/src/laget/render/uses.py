"""Uses: which facts a rule reads, and which rules use a fact, also by way of other facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import attrs
from attrs import frozen

from laget.assessment.planning import Plan
from laget.criteria import facts_of
from laget.model.expressions import Formula
from laget.model.facts import Fact, derivations
from laget.model.handbook import Handbook

_READING = ("ladders", "routes", "offices", "roles", "consents", "groups", "meeting_kinds")
"""The sections, apart from entitlements, whose entries read facts."""


@frozen
class Uses:
    """What reads the facts of a handbook."""

    derived: dict[str, tuple[str, ...]]
    """Derived fact → the facts that it follows from at once."""
    readers: dict[str, frozenset[str]]
    """The id of what reads facts → all facts that it reads, derived ones and those behind them."""

    def of(self, fact: str) -> tuple[str, ...]:
        """Give the ids of everything that uses a fact."""
        return tuple(name for name, facts in self.readers.items() if fact in facts)


def uses_of(handbook: Handbook) -> Uses:
    """Find everything that reads facts in a handbook."""
    derived = {name: _behind(fact) for name, fact in handbook.facts.items() if fact.derived is not None}
    reads = {name: set(formula_facts(found)) for name, found in handbook.entitlements.items()}
    for plan in Plan(handbook).entitlements:
        found = (c for parts in plan.grounds.parts for c in parts.plan.criteria)
        reads[plan.entitlement.id] |= {name for criterion in found for name in criterion.condition.facts}
    for section in _READING:
        for name, entry in getattr(handbook, section).items():
            reads.setdefault(name, set()).update(formula_facts(entry))
    return Uses(derived, {name: _with_bases(facts, derived) for name, facts in reads.items()})


def _behind(fact: Fact) -> tuple[str, ...]:
    formulas = derivations(fact)
    return tuple(dict.fromkeys(name for formula in formulas for name in facts_of(formula.tree)))


def _with_bases(facts: set[str], derived: dict[str, tuple[str, ...]]) -> frozenset[str]:
    found, waiting = set[str](), [*facts]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += derived.get(name, ())
    return frozenset(found)


def formula_facts(value: object) -> Iterator[str]:
    """Give the facts that the formulas inside an object of the model read."""
    if isinstance(value, Formula):
        yield from facts_of(value.tree)
    elif isinstance(value, tuple):
        for item in value:
            yield from formula_facts(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(value))):
            yield from formula_facts(getattr(value, field.name))
