"""Served: whether the office that gives an offer serves a case; its age range is all that an offer has."""

from __future__ import annotations

from laget.assessment.areas import area_plans
from laget.assessment.conditions import ALWAYS
from laget.criteria import Known
from laget.model.answers import OfferAnswer
from laget.model.handbook import Handbook
from laget.model.timelines import BarState

DELIVERY = "delivery"
"""The step of the way at which an offer is given."""


def served_state(offer: OfferAnswer, handbook: Handbook, known: Known) -> BarState | None:
    """Tell whether the office that gives an offer serves a case; `None` where it serves everybody."""
    office = next((step.office for step in offer.route if step.step == DELIVERY), None)
    plan = area_plans(handbook, [office], "nb").get(office) if office is not None else None
    if plan is None or plan.is_fixed:
        return None
    conditions = [area.condition for area in plan.areas]
    readings = [ALWAYS if found is None else found.read(known) for found in conditions]
    if any(reading.holds for reading in readings):
        return BarState.MET
    if any(reading.holds is None and reading.unclear is not True for reading in readings):
        return BarState.WAITS
    return BarState.UNCLEAR if any(reading.holds is None for reading in readings) else BarState.NOT_MET
