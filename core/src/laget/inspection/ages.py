"""Ages: services of one purpose that leave an age between them, or share the age where they meet.

Two services are of one purpose when a deciding criterion of each reads the same need (a fact other than
age), or when a prerequisite that names both reads one. `counts_as` is too wide for it: all that the health
law covers counts as one kind. The source may well mean it: these are notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations

from attrs import frozen

from laget.checks.folded import Folded, Spot
from laget.checks.rules import age_facts
from laget.criteria import Expression, Known, evaluate, facts_of
from laget.findings import Finding, Place, Severity
from laget.inspection.gathering import listed
from laget.inspection.spots import is_own
from laget.model.entitlements import Criterion, Entitlement, Force, Ground
from laget.model.facts import FactKind

OLDEST = 240
"""No age, in years or months, is looked at beyond this."""

_ANY_DAY = date(2000, 1, 1)


@frozen
class _Service:
    """A service with the ages that one of its grounds is for."""

    entitlement: Entitlement
    need: frozenset[str]
    age: str
    ages: frozenset[int]
    place: Place

    def has_purpose_of(self, other: _Service) -> bool:
        """Tell whether both answer the same need, by the same measure of age."""
        return self.age == other.age and not self.need.isdisjoint(other.need)

    @property
    def first(self) -> int:
        """The first age."""
        return min(self.ages)

    @property
    def last(self) -> int:
        """The last age."""
        return max(self.ages)


def check_ages(folded: Folded) -> Iterator[Finding]:
    """Note ages that services of one purpose leave out between them, or share where they meet."""
    services = list(_services(folded))
    for younger, older in permutations(services, 2):
        if younger.has_purpose_of(older) and younger.entitlement is not older.entitlement:
            yield from _between(folded, younger, older, services)


def _services(folded: Folded) -> Iterator[_Service]:
    known = age_facts(folded.book)
    for entitlement in folded.book.entitlements.values():
        for at, ground in enumerate(entitlement.grounds):
            spot = Spot("entitlements", entitlement, ("grounds", at), ground)
            by_age = [index for index, found in enumerate(ground.criteria) if _is_age(found, known)]
            names = {name for index in by_age for name in facts_of(ground.criteria[index].when.tree)}
            if ground.statutory or len(names) != 1 or not is_own(folded, spot):
                continue
            (age,) = names
            ages = _ages([ground.criteria[index].when.tree for index in by_age], age)
            place = folded.place(spot, "criteria", by_age[0], "when")
            if ages:
                yield _Service(entitlement, _need(folded, entitlement, ground) - known, age, ages, place)


def _need(folded: Folded, entitlement: Entitlement, ground: Ground) -> frozenset[str]:
    """Give the facts that decide on a ground, those of prerequisites that name the service with them."""
    asked = [*ground.criteria, *_asked_before(folded, entitlement)]
    return frozenset(name for found in asked if _decides(found) for name in facts_of(found.when.tree))


def _asked_before(folded: Folded, entitlement: Entitlement) -> list[Criterion]:
    """Give what prerequisites ask that name the service: those for all say nothing of its purpose."""
    return [
        criterion
        for prerequisite in folded.book.prerequisites.values()
        if entitlement.id in prerequisite.applies_to
        for criterion in prerequisite.criteria
    ]


def _decides(criterion: Criterion) -> bool:
    return criterion.force in (Force.MUST, Force.NORMALLY) and not criterion.exclusion


def _is_age(criterion: Criterion, ages: frozenset[str]) -> bool:
    read = facts_of(criterion.when.tree)
    return _decides(criterion) and bool(read) and len(set(read)) == 1 and ages.issuperset(read)


def _ages(trees: list[Expression], name: str) -> frozenset[int]:
    def holds(age: int) -> bool:
        return all(evaluate(tree, Known({name: age}, on=_ANY_DAY)) is True for tree in trees)

    return frozenset(age for age in range(OLDEST + 1) if holds(age))


def _between(
    folded: Folded, younger: _Service, older: _Service, services: list[_Service]
) -> Iterator[Finding]:
    alike = [found for found in services if found.has_purpose_of(younger) and found.has_purpose_of(older)]
    message = (
        f"«{older.entitlement.id}» begins at {younger.age} {older.first}, and «{younger.entitlement.id}» "
        f"({younger.place}) ends at {younger.last}"
    )
    if younger.last + 1 < older.first:
        left = range(younger.last + 1, older.first)
        if any(found.first in left for found in alike):
            return
        covering = sorted({found.entitlement.id for found in alike if found.ages.issuperset(left)})
        others = f"; between them is only {listed(covering)}" if covering else ""
        hint = _hint(folded, younger, older, left[0])
        yield Finding("age-gap", f"{message}{others}", older.place, Severity.NOTE, hint)
    elif younger.first < older.first <= younger.last < older.last:
        hint = _hint(folded, younger, older, older.first)
        yield Finding("age-overlap", message, older.place, Severity.NOTE, hint)


def _hint(folded: Folded, younger: _Service, older: _Service, age: int) -> str:
    """Give a case file that shows it, and what to do."""
    need = sorted(younger.need & older.need)
    truths = [name for name in need if folded.book.facts[name].type is FactKind.BOOLEAN]
    facts = ", ".join([f"{older.age}: {age}", *(f"{name}: true" for name in truths)])
    case = f"{{on: {folded.book.on}, facts: {{{facts}}}}}"
    pair = {younger.entitlement.id, older.entitlement.id}
    declared = next((found.id for found in folded.book.conflicts.values() if {*found.touches} == pair), None)
    known = f"; «{declared}» declares it" if declared else ", or declare a conflict that touches both"
    return f"assess the case file «{case}»; mend an age{known}"
