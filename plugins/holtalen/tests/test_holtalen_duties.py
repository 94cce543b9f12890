"""What is done again and again in Holtålen, whatever case there is."""

from __future__ import annotations

from datetime import date

import pytest

import laget

HOLTALEN = laget.discover()["holtalen"]


@pytest.mark.parametrize(("year", "february"), [(2026, 28), (2028, 29)])
def test_applications_are_gone_through_once_a_month(year: int, february: int) -> None:
    """The coordinating unit has each month of the year, because the documents give no day in it."""
    entries = [entry for entry in HOLTALEN.calendar(year).entries if entry.duty == "manedlig_gjennomgang"]
    assert [date(year, month, 1) for month in range(1, 13)] == [entry.first for entry in entries]
    assert date(year, 2, february) == entries[1].last
    assert {1} == {entry.times for entry in entries}


def test_the_monthly_review_is_no_duty_of_a_case() -> None:
    """A case with an application gets the reply, and not the unit's own meetings."""
    case = {"events": [{"event": "soknad_mottatt", "on": date(2026, 1, 31), "about": "stottekontakt"}]}
    assert ["forelopig_svar"] == [duty.id for duty in HOLTALEN.assess(case, date(2026, 2, 1)).duties]


@pytest.mark.parametrize(
    "duty",
    [
        "informere_nav",
        "melde_endring_omsorg",
        "melde_endring_stonad",
        "melde_sykehusinnleggelse",
    ],
)
def test_no_day_is_made_up(duty: str) -> None:
    """What the guidelines give no time for stands in the calendar without a day."""
    assert duty in HOLTALEN.calendar(2026).without_day
