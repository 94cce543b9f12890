"""Assessment: what the rules of a handbook say about a case. Pure: no clock, no file, no network."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version

from laget.assessment.knowledge import Impossible
from laget.assessment.notes import general_notes
from laget.assessment.planning import Plan
from laget.assessment.ranking import Ranking
from laget.model.answers import CONTRACT, Assessment, LayerVersion, MunicipalityRef, Receipt
from laget.model.case import Case
from laget.model.handbook import Handbook


class Assessor:
    """A handbook that answers cases; it works out once what no case changes, and may be shared by threads."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._plan = Plan(handbook).prepared()
        self._receipt = _receipt(handbook)
        self._notes = general_notes(handbook)

    def impossible(self, case: Case, on: date) -> tuple[Impossible, ...]:
        """Find what cannot be in a case; such a case must not be assessed."""
        return self._plan.reasoner.impossible(case, on)

    def assess(self, case: Case, on: date) -> Assessment:
        """Assess everything that has conditions, with reasons.

        `case` must fit the handbook, and `on` must be a day on which it holds.
        """
        plan = self._plan
        seen = plan.see(case, on)
        entitlements = tuple(found.answer(seen) for found in plan.entitlements)
        return Assessment(
            contract=CONTRACT,
            receipt=self._receipt,
            municipality=_municipality(plan.handbook),
            on=on,
            entitlements=entitlements,
            offers=tuple(offer.answer(seen.strict) for offer in plan.offers),
            levels=tuple(ladder.answer(seen.strict) for ladder in plan.ladders),
            missing=Ranking(plan, seen).ranked(entitlements),
            silent=plan.silent,
            conflicts=plan.conflicts,
            notes=self._notes,
        )


def _receipt(handbook: Handbook) -> Receipt:
    layers = tuple(LayerVersion(id=used.layer.id, version=used.version) for used in handbook.layers)
    return Receipt(engine=version("laget"), handbook=handbook.digest, layers=layers)


def _municipality(handbook: Handbook) -> MunicipalityRef:
    layer = handbook.layer
    return MunicipalityRef(id=layer.id, number=layer.number, name=layer.name)


__all__ = ["Assessor"]
