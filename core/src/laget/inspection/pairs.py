"""Pairs: criteria of one ground that contradict each other, or say the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from laget.checks.folded import Folded, Spot
from laget.criteria import Expression
from laget.criteria.tree import Constant, Not
from laget.findings import Finding, Severity
from laget.inspection.regions import Space, both, differs
from laget.inspection.spots import is_own
from laget.model.entitlements import Criterion, Entitlement, Force, Ground, Scope


@frozen
class _Rule:
    """A criterion of a ground, with where it stands."""

    spot: Spot
    criterion: Criterion

    @property
    def asked(self) -> Expression:
        """What must be so: for an exclusion, that it does not apply."""
        tree = self.criterion.when.tree
        return Not(tree) if self.criterion.exclusion else tree

    @property
    def decides(self) -> bool:
        """Whether the ground fails when it does."""
        whole = not self.criterion.exclusion or self.criterion.scope is Scope.ALL
        return (
            self.criterion.force is Force.MUST
            and whole
            and not isinstance(self.criterion.when.tree, Constant)
        )


def check_pairs(folded: Folded, space: Space) -> Iterator[Finding]:
    """Find musts of one ground that no case can meet together, and criteria that say the same twice."""
    for entitlement in folded.book.entitlements.values():
        for at, ground in enumerate(entitlement.grounds):
            rules = [rule for rule in _rules(entitlement, at, ground) if folded.node(rule.spot) is not None]
            yield from _pairs(folded, ground, rules, space)


def _rules(entitlement: Entitlement, at: int, ground: Ground) -> Iterator[_Rule]:
    if not ground.statutory:
        for index, criterion in enumerate(entitlement.common):
            if criterion.origin.layer == ground.origin.layer:
                yield _Rule(Spot("entitlements", entitlement, ("common", index), criterion), criterion)
    for index, criterion in enumerate(ground.criteria):
        path = ("grounds", at, "criteria", index)
        yield _Rule(Spot("entitlements", entitlement, path, criterion), criterion)


def _pairs(folded: Folded, ground: Ground, rules: list[_Rule], space: Space) -> Iterator[Finding]:
    found = [
        finding
        for first, second in combinations(rules, 2)
        if is_own(folded, first.spot) or is_own(folded, second.spot)
        for finding in _pair(folded, first, second, space)
    ]
    yield from found
    musts = [rule for rule in rules if rule.decides]
    if found or len(musts) < 3 or not any(is_own(folded, rule.spot) for rule in musts):  # noqa: PLR2004
        return
    whole = musts[0].asked
    for rule in musts[1:]:
        whole = both(whole, rule.asked)
    if space.can_be(whole, value=True).is_impossible:
        ids = ", ".join(f"«{rule.criterion.id}»" for rule in musts)
        message = f"no case can fulfil all of {ids} of the ground «{ground.id}»"
        place = folded.place(musts[-1].spot, "when")
        hint = "make one ground for each way to fulfil them, or mend the values"
        yield Finding("contradicting-criteria", message, place, Severity.WARNING, hint)


def _pair(folded: Folded, first: _Rule, second: _Rule, space: Space) -> Iterator[Finding]:
    one, other = first.criterion, second.criterion
    if not set(space.names(first.asked)) & set(space.names(second.asked)):
        return
    place, where = folded.place(second.spot, "when"), folded.place(first.spot, "when")
    if first.decides and second.decides and _contradict(first, second, space):
        message = f"«{other.id}» and «{one.id}» ({where}) can never be fulfilled together"
        hint = f"mend one of «{one.id}» and «{other.id}», or make two grounds of them"
        yield Finding("contradicting-criteria", message, place, Severity.WARNING, hint)
    elif (
        _is_same_kind(one, other)
        and space.can_be(differs(first.asked, second.asked), value=True).is_impossible
    ):
        message = f"«{other.id}» says the same as «{one.id}» ({where}) in every case"
        hint = f"remove «{other.id}», or mend its expression"
        yield Finding("repeated-criterion", message, place, Severity.WARNING, hint)


def _contradict(first: _Rule, second: _Rule, space: Space) -> bool:
    possible = all(space.can_be(rule.asked, value=True).example is not None for rule in (first, second))
    return possible and space.can_be(both(first.asked, second.asked), value=True).is_impossible


def _is_same_kind(one: Criterion, other: Criterion) -> bool:
    """Tell whether two criteria do the same with the same value: an unclear one says more than its value."""
    kinds = [(found.force, found.scope, found.purposes, found.informs) for found in (one, other)]
    return kinds[0] == kinds[1] and one.unclear == other.unclear and one.hours == other.hours
