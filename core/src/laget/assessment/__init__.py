"""Assessment: what the rules of a handbook say about a case. Pure: no clock, no file, no network."""

from __future__ import annotations

from datetime import date, datetime
from importlib.metadata import version

from laget.assessment.duties import DutyPlan
from laget.assessment.entitlements import Seen
from laget.assessment.knowledge import Impossible
from laget.assessment.notes import general_notes
from laget.assessment.planning import Plan
from laget.assessment.ranking import Ranking
from laget.assessment.rotas import RotaAsker
from laget.assessment.sweeping import swept
from laget.model.answers import CONTRACT, Assessment, LayerVersion, MunicipalityRef, Receipt, RotaAnswer
from laget.model.case import Case
from laget.model.handbook import Handbook
from laget.model.sweeps import Sweep


class Assessor:
    """A handbook that answers cases; it works out once what no case changes, and may be shared by threads."""

    def __init__(self, handbook: Handbook, language: str = "nb") -> None:
        self.handbook = handbook
        self.plan = Plan(handbook, language).prepared()
        self.receipt = _receipt(handbook)
        self.notes = general_notes(handbook, language)

    @property
    def duties(self) -> tuple[DutyPlan, ...]:
        """The duties of the handbook, prepared for being asked for their days."""
        return self.plan.duties.plans

    def see(self, case: Case, on: date) -> Seen:
        """Give a case as it is seen on a date: what it says, and what follows. It must fit the handbook."""
        return self.plan.see(case, on)

    def impossible(self, case: Case, on: date) -> tuple[Impossible, ...]:
        """Find what cannot be in a case; such a case must not be assessed."""
        return self.plan.reasoner.impossible(case, on)

    def assess(self, case: Case, on: date) -> Assessment:
        """Assess everything that has conditions, with reasons.

        `case` must fit the handbook, and `on` must be a day on which it holds.
        """
        plan = self.plan
        seen = plan.see(case, on)
        entitlements = tuple(found.answer(seen) for found in plan.entitlements)
        offers = tuple(offer.answer(seen.strict) for offer in plan.offers)
        ways = {found.id: found.route for found in entitlements}
        ways.update((offer.id, offer.route) for offer in offers)
        return Assessment(
            contract=CONTRACT,
            receipt=self.receipt,
            municipality=_municipality(plan.handbook),
            on=on,
            entitlements=entitlements,
            offers=offers,
            levels=tuple(ladder.answer(seen.strict) for ladder in plan.ladders),
            roles=tuple(role.answer(seen.strict, ways.get(role.role.id, ())) for role in plan.roles),
            consent=tuple(found for consent in plan.consents for found in consent.answer(seen.strict)),
            group=plan.groups.answer(seen),
            duties=plan.duties.answers(seen),
            missing=Ranking(plan, seen).ranked(entitlements),
            silent=plan.silent,
            conflicts=plan.conflicts,
            notes=self.notes,
        )

    def sweep(self, entitlement: str, fact: str, case: Case, on: date) -> Sweep:
        """Vary one fact of a case and give how the answer about an entitlement follows it.

        `case` must fit the handbook. Raises `KeyError` for an id of nothing that is assessed and for a
        fact that is not there, `ValueError` for a fact that no case can say.
        """
        plan = self.plan
        known = self.handbook.facts[fact]
        asked = next((found for found in plan.entitlements if found.entitlement.id == entitlement), None)
        if asked is None:
            raise KeyError(entitlement)
        if known.observed is not None or fact in self.handbook.given:
            raise ValueError(fact)
        found = swept(plan, asked, fact, case, on)
        return Sweep(
            contract=CONTRACT,
            receipt=self.receipt,
            municipality=_municipality(self.handbook),
            on=on,
            entitlement=entitlement,
            name=asked.entitlement.name,
            fact=fact,
            set_aside=found.set_aside,
            impossible=found.impossible,
            steps=found.steps,
            untouched=found.untouched,
        )

    def who_answers(self, service: str, at: datetime, case: Case, on: date) -> RotaAnswer:
        """Say who answers for a service, an entitlement or an office of the handbook, at a moment.

        `at` is Norwegian wall time without a zone. `case` must fit the handbook: what it says of the
        child only tells whether the office serves it.
        """
        plan = self.plan
        municipality = _municipality(self.handbook)
        asker = RotaAsker(self.handbook, plan.references, self.receipt, municipality, plan.language)
        return asker.answer(service, at, on, plan.see(case, on).strict)


def _receipt(handbook: Handbook) -> Receipt:
    layers = tuple(LayerVersion(id=used.layer.id, version=used.version) for used in handbook.layers)
    return Receipt(engine=version("laget"), handbook=handbook.digest, layers=layers)


def _municipality(handbook: Handbook) -> MunicipalityRef:
    layer = handbook.layer
    return MunicipalityRef(id=layer.id, number=layer.number, name=layer.name)


__all__ = ["Assessor"]
