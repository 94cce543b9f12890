"""Whom the shared offices serve: ages at their bounds, and PPT by municipality and place."""

from __future__ import annotations

from datetime import date

import pytest

import laget
from laget.model.answers import RouteAnswer

REGISTRY = laget.discover()
ON = date(2026, 3, 1)
NEDRE, FAMILIENS_HUS = "ppt_ot_nedre_hallingdal", "ppt_familiens_hus"


def delivery(municipality: str, offer: str, **facts: object) -> RouteAnswer:
    """Give who delivers an offer in a case."""
    answer = REGISTRY[municipality].assess({"on": ON, "facts": facts})
    (found,) = (found for found in answer.offers if found.id == offer)
    (step,) = (step for step in found.route if step.step == "delivery")
    return step


@pytest.mark.parametrize(
    ("offer", "youngest", "oldest"),
    [("ips_ung", 16, 30), ("ungdomslos", 15, 20), ("ung_invest", 16, 24)],
)
@pytest.mark.parametrize("municipality", ["fla", "nesbyen", "gol", "hemsedal", "al", "hol"])
def test_ages_include_both_bounds(municipality: str, offer: str, youngest: int, oldest: int) -> None:
    """The first and the last age are within; a year less or more is outside, and the answer says so."""
    outside = {
        age: any("utenfor" in text for text in delivery(municipality, offer, fodselsdato=born).texts)
        for age in (youngest - 1, youngest, oldest, oldest + 1)
        for born in [ON.replace(year=ON.year - age)]
    }
    assert {youngest - 1: True, youngest: False, oldest: False, oldest + 1: True} == outside


@pytest.mark.parametrize("place", ["barnehage", "grunnskole", "videregaende"])
@pytest.mark.parametrize("municipality", ["fla", "nesbyen", "gol", "hemsedal", "al", "hol"])
def test_ppt_by_municipality_and_place(municipality: str, place: str) -> None:
    """Familiens hus has Ål's kindergartens and compulsory schools; Nedre Hallingdal has all else."""
    own = municipality == "al" and place != "videregaende"
    answer = delivery(municipality, "ppt", opplaeringssted=place)
    assert (FAMILIENS_HUS if own else NEDRE) == answer.office
    assert not any("utenfor" in text for text in answer.texts)
