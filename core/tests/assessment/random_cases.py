"""Random cases for any handbook: whole ones, and what is left of them when some facts are not known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from laget.assessment.knowledge import reasoner_of
from laget.cases import fitted, read_case
from laget.errors import InvalidCaseError
from laget.model.answers import Assessment, EntitlementAnswer
from laget.model.facts import Fact, FactKind
from laget.model.handbook import Handbook
from laget.municipality import Municipality

OLDEST = 25
"""Years of age up to which children are made."""


@frozen
class Whole:
    """A case in which every fact that is not derived is known."""

    facts: Mapping[str, Any]
    more: Mapping[str, Any]
    """What the child has, and what is applied for."""

    def on(self, on: date, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Give the case on a day, with other facts."""
        return {"on": on, "facts": dict(facts), **self.more}


def values(fact: Fact, on: date) -> st.SearchStrategy[Any]:
    """Make values of a fact."""
    lowest = 0 if fact.minimum is None else fact.minimum
    highest = 70 if fact.maximum is None else fact.maximum
    match fact.type:
        case FactKind.BOOLEAN:
            return st.booleans()
        case FactKind.CHOICE:
            return st.sampled_from(sorted(fact.choices or ()))
        case FactKind.DATE:
            birthdays = st.integers(0, OLDEST).map(lambda years: date(on.year - years, on.month, on.day))
            return birthdays | st.dates(on - timedelta(days=365 * OLDEST), on)
        case FactKind.INTEGER:
            return st.integers(lowest, highest)
        case FactKind.NUMBER:
            return st.integers(lowest, highest) | st.integers(2 * lowest, 2 * highest).map(_half)


def _half(number: int) -> Decimal:
    return Decimal(number) / 2


def asked_facts(handbook: Handbook) -> list[str]:
    """Give the facts that a case states: those that nothing gives and that follow from nothing."""
    facts = handbook.facts.values()
    asked = [fact for fact in facts if fact.derived is None and fact.observed is None]
    return [fact.id for fact in asked if fact.id not in handbook.given]


@st.composite
def wholes(draw: st.DrawFn, handbook: Handbook) -> Whole:
    """Make whole cases, now and then about an unborn child."""
    facts = {name: draw(values(handbook.facts[name], handbook.on)) for name in asked_facts(handbook)}
    if draw(st.integers(0, 9)) == 0:
        facts = {**facts, "fodselsdato": None, "ufodt": True}
    things = sorted({*handbook.things, *handbook.entitlements})
    has = draw(st.lists(st.sampled_from(things), unique=True, max_size=5))
    applications = st.fixed_dictionaries(
        {
            "id": st.sampled_from(sorted(handbook.entitlements)),
            "purposes": st.lists(st.sampled_from(sorted(handbook.purposes)), unique=True, max_size=2),
        }
    )
    more = {
        "has": [{"id": name} for name in has],
        "has_complete": draw(st.booleans()),
        "applies_for": draw(st.lists(applications, max_size=2)),
    }
    return Whole(facts, more)


@st.composite
def parts(draw: st.DrawFn, whole: Whole) -> dict[str, Any]:
    """Forget some facts of a whole case; of some it is said that they are not known."""
    fates = {name: draw(st.sampled_from(("known", "known", "missing", "null"))) for name in whole.facts}
    kept = {name: value for name, value in whole.facts.items() if fates[name] == "known"}
    return {**kept, **{name: None for name, fate in fates.items() if fate == "null"}}


def possible(place: Municipality, case: Mapping[str, Any]) -> Assessment | None:
    """Assess a case; `None` for one that cannot be."""
    try:
        return place.assess(case)
    except InvalidCaseError as error:
        if any(finding.code != "impossible-case" for finding in error.findings):
            raise
        return None


def presumptions(handbook: Handbook, case: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values that are presumed in a case."""
    knowledge = reasoner_of(handbook).knowledge(fitted(read_case(case), handbook), handbook.on)
    facts = handbook.facts
    return {name: presumed.value for name in knowledge.assumed if (presumed := facts[name].presumed)}


def by_id(found: Assessment) -> dict[str, EntitlementAnswer]:
    """Give the answers by entitlement."""
    return {entitlement.id: entitlement for entitlement in found.entitlements}
