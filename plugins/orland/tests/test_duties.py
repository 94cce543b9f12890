"""Ørland's year: the report of 1 June, and what is done each year on a day that is not said."""

from __future__ import annotations

from datetime import date

import pytest

import laget

ORLAND = laget.discover()["orland"]


@pytest.mark.parametrize(
    ("year", "day_off"),
    [
        (2023, None),
        (2024, "lørdag"),
        (2025, "søndag"),
        (2026, None),
        (2028, None),
        (2031, "Første pinsedag"),
    ],
)
@pytest.mark.parametrize("duty", ["arsrapport", "arsrapport_gruppen"])
def test_the_report_is_of_1_june(duty: str, year: int, day_off: str | None) -> None:
    """The report falls on 1 June every year and is not moved when that is no working day."""
    found = [entry for entry in ORLAND.calendar(year).entries if entry.duty == duty]
    assert [(date(year, 6, 1), day_off, None)] == [
        (entry.last, entry.day_off, entry.moved_from) for entry in found
    ]


@pytest.mark.parametrize(
    ("duty", "times"), [("evaluere_prosessen", 1), ("evaluere_arbeidet", 1), ("holde_moter", 2)]
)
def test_what_is_done_each_year(duty: str, times: int) -> None:
    """What is done each year has the whole year, because the procedure gives no day."""
    found = [entry for entry in ORLAND.calendar(2026).entries if entry.duty == duty]
    assert [(date(2026, 1, 1), date(2026, 12, 31), times)] == [
        (entry.first, entry.last, entry.times) for entry in found
    ]


@pytest.mark.parametrize(
    "duty",
    [
        "melde_ny_ansvarsgruppe",
        "melde_opplost_ansvarsgruppe",
        "melde_ny_koordinator",
        "melde_endrede_deltakere",
        "melde_behov_for_plan",
        "melde_etter_samtykke",
        "melde_overgang",
        "melde_store_ressurser",
        "orientere_familien",
        "referat_i_planen",
        "sende_referat",
    ],
)
def test_no_day_is_made_up(duty: str) -> None:
    """What the procedure gives no time for stands in the calendar without a day."""
    assert duty in ORLAND.calendar(2026).without_day
