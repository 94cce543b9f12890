"""What each municipality answers of what national rules leave open: the map drawn by hand from the documents.

The map is section J of the national ledger. What a document answers in part counts as answered. The
preliminary reply has no question here: the law settles it, and a municipality can only repeat it.
"""

from __future__ import annotations

from datetime import date

import pytest

import laget
from laget.render.questions import silence_map

DAY = date(2026, 3, 1)
HALLINGDAL = ("fla", "nesbyen", "gol", "hemsedal", "al", "hol")
COLUMNS = ("holtalen", "vestre_toten", "orland", *HALLINGDAL)

# fmt: off
MAP: dict[str, str] = {
    # question                      Holtålen, Vestre Toten, Ørland, Hallingdal (each)
    "tjenestekatalog":              "yes –   –   –",
    "egenbetaling omfangsrammer":   "yes –   –   –",
    "omsorgstrapp":                 "yes –   –   –",
    "bti_nivaer":                   "yes yes –   –",
    "koordinerende_enhet_medlemmer": "yes –   –   –",
    "koordinerende_enhet_moter":    "yes –   –   –",
    "hvem_oppnevner_person":        "–   yes yes –",
    "vikar_for_koordinator":        "–   –   yes –",
    "bytte_av_koordinator":         "–   yes yes –",
    "samtykkealder":                "–   yes –   –",
    "samtykkeform":                 "–   yes yes –",
    "ansvarsgruppe_storrelse":      "–   –   yes –",
    "innkallingsfrist":             "–   –   yes –",
    "motelengde":                   "–   –   yes –",
    "moter_per_ar":                 "–   yes yes –",
    "arsrapport":                   "–   –   yes –",
    "vedtak_evalueres":             "yes –   –   –",
    "klagemottaker":                "yes –   –   –",
    "livsomrader":                  "–   yes –   –",
    "apningstider":                 "–   –   –   yes",
    "samordning_ved_uenighet":      "yes yes –   yes",
}
# fmt: on
"""Question → whether each answers it; of several questions in one row, one is enough."""


@pytest.mark.parametrize("municipality", COLUMNS)
def test_silence_map_is_that_of_the_ledger(municipality: str) -> None:
    """A municipality answers the questions that its documents answer, and is silent on the others."""
    registry = laget.discover()
    if municipality not in registry:
        pytest.skip(f"{municipality} is not installed")
    column = min(COLUMNS.index(municipality), 3)
    states = {row.id: row.state for row in silence_map(registry[municipality].handbook(DAY)).questions}
    expected = {row: marks.split()[column] == "yes" for row, marks in MAP.items()}
    actual = {row: any(states[name] == "answered" for name in row.split()) for row in MAP}
    assert expected == actual


def test_map_is_about_national_questions() -> None:
    """Each row of the map is about questions that the national rules leave open."""
    questions = laget.discover()["norge"].handbook(DAY).questions
    assert [] == [name for row in MAP for name in row.split() if name not in questions]
