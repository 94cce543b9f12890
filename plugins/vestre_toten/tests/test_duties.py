"""What is done again and again in Vestre Toten, and what the handbook gives no day for."""

from __future__ import annotations

from datetime import date

import pytest

import laget

VESTRE_TOTEN = laget.discover()["vestre_toten"]
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("duty", "times"),
    [("opplaering_flyt_samspill", 2), ("arlig_samling", 1), ("holde_ansvarsgruppemoter", 2)],
)
def test_what_is_done_each_year(duty: str, times: int) -> None:
    """What is done once or twice a year has the whole year, because the handbook gives no day."""
    found = [entry for entry in VESTRE_TOTEN.calendar(2026).entries if entry.duty == duty]
    assert [(*YEAR, times, False)] == [
        (entry.first, entry.last, entry.times, entry.is_day) for entry in found
    ]


@pytest.mark.parametrize(
    "duty",
    [
        "avslutte_stafettlogg",
        "beskjed_om_ny_koordinator",
        "involvere_ungdom",
        "medarbeidersamtale",
        "opphorsbrev",
        "planlegge_arbeid_og_aktivitet",
        "planlegge_egen_bolig",
        "planlegge_overganger",
        "planlegge_utskriving",
    ],
)
def test_no_day_is_made_up(duty: str) -> None:
    """What the handbook gives no time for stands in the calendar without a day."""
    assert duty in VESTRE_TOTEN.calendar(2026).without_day
