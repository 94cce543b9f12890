"""The words of a handbook, for saying its expressions in Norwegian."""

from __future__ import annotations

from laget.criteria import FactWords, Words
from laget.model.facts import FactKind
from laget.model.handbook import Handbook


def words_of(handbook: Handbook) -> Words:
    """Give the labels and units of everything that expressions can name."""
    facts = {
        name: FactWords(
            label=fact.label,
            unit=fact.unit,
            choices=fact.choices or {},
            is_date=fact.type is FactKind.DATE,
        )
        for name, fact in handbook.facts.items()
    }
    things = {name: thing.label for name, thing in handbook.things.items()}
    services = {name: entitlement.name for name, entitlement in handbook.entitlements.items()}
    kinds = {name: kind.label for name, kind in handbook.service_kinds.items()}
    return Words(facts, {**things, **services}, kinds)
