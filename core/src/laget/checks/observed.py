"""Observed facts: laget sees them in a case's group and meetings, so only rules about those may read them."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.criteria import facts_of
from laget.findings import Finding
from laget.model.expressions import Formula
from laget.model.facts import Fact, FactKind, Observed, derivations

_TRUTHS = (Observed.GROUP_HAS_CHILD_SIDE, Observed.GROUP_HAS_DOCTOR)
"""What is seen as true or false; the rest are numbers."""
_OF_MEETINGS = (Observed.MEETING_NOTICE_DAYS, Observed.MEETING_MINUTES, Observed.MEETINGS_LAST_YEAR)
"""What is seen in meetings; the rest is seen in the group."""
_READERS = ("groups", "meeting_kinds", "facts")
"""The sections whose expressions may read them."""


def check_observed(folded: Folded) -> Iterator[Finding]:
    """Find observed facts of another type than what is seen, and expressions that can never see them."""
    seen = _seen(folded)
    for spot in folded.spots:
        if isinstance(spot.value, Fact) and spot.value.observed is not None:
            yield from _check_fact(folded, spot, spot.value, spot.value.observed)
        if isinstance(spot.value, Formula):
            yield from _check_reader(folded, spot, spot.value, seen)


def _seen(folded: Folded) -> dict[str, frozenset[Observed]]:
    """Fact → what has to be seen for it, also by way of the facts that it follows from."""
    facts = folded.book.facts
    reads = {
        name: {read for formula in derivations(fact) for read in facts_of(formula.tree)}
        for name, fact in facts.items()
    }
    found: dict[str, frozenset[Observed]] = {}
    for name in facts:
        reached, waiting = set[str](), [name]
        while waiting:
            read = waiting.pop()
            if read not in reached:
                reached.add(read)
                waiting += reads.get(read, ())
        kinds = (facts[read].observed for read in reached if read in facts)
        found[name] = frozenset(kind for kind in kinds if kind is not None)
    return found


def _check_fact(folded: Folded, spot: Spot, fact: Fact, observed: Observed) -> Iterator[Finding]:
    kind = FactKind.BOOLEAN if observed in _TRUTHS else FactKind.INTEGER
    if fact.type is not kind:
        message = f"«{observed.value}» is seen as {kind.value}, and «{fact.id}» is {fact.type.value}"
        yield Finding(
            "observed-fact", message, folded.place(spot, "type"), hint=f"write «type: {kind.value}»"
        )
    for key in ("derived", "presumed"):
        if getattr(fact, key) is not None:
            message = f"«{fact.id}» is seen in the case, so it is neither derived nor presumed"
            yield Finding("observed-fact", message, folded.place(spot, key), hint=f"remove «{key}»")


def _check_reader(
    folded: Folded, spot: Spot, formula: Formula, seen: dict[str, frozenset[Observed]]
) -> Iterator[Finding]:
    for name in dict.fromkeys(facts_of(formula.tree)):
        kinds = seen.get(name, frozenset())
        if kinds and spot.section not in _READERS:
            message = f"«{name}» is seen in the group or its meetings, and only rules about those can read it"
            hint = "write a rule of the group or of the kind of meeting; its findings never touch outcomes"
            yield Finding("observed-fact", message, folded.place(spot), hint=hint)
        elif spot.section == "groups" and not kinds.isdisjoint(_OF_MEETINGS):
            message = f"«{name}» is seen in meetings, and a rule of the group reads none"
            hint = "move the rule to the kind of meeting under «meeting_kinds»"
            yield Finding("observed-fact", message, folded.place(spot), hint=hint)
