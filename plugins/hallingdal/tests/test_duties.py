"""What is done again and again in the region, and the reply that national law asks of each municipality."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import laget

REGISTRY = laget.discover()
MUNICIPALITIES = ("fla", "nesbyen", "gol", "hemsedal", "al", "hol")


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_the_reply_is_due_a_month_after_the_application(municipality: str) -> None:
    """In each of the six a reply is in time on the last day of February, and late on 1 March."""
    case = {"events": [{"event": "soknad_mottatt", "on": date(2026, 1, 31), "about": "koordinator"}]}
    last = date(2026, 2, 28)
    found = [REGISTRY[municipality].assess(case, last + timedelta(days=days)).duties for days in (-1, 0, 1)]
    assert [("forelopig_svar", last, 1, False), ("forelopig_svar", last, 0, False)] == [
        (duty.id, duty.due, duty.days_left, duty.overdue) for (duty,) in found[:2]
    ]
    assert [True] == [duty.overdue for duty in found[2]]


def stretches(year: int, duty: str) -> list[tuple[date, date]]:
    """Give the stretches of a duty in a year of the region's calendar."""
    entries = REGISTRY["hallingdal"].calendar(year).entries
    return [(entry.first, entry.last) for entry in entries if entry.duty == duty]


def test_the_topic_is_taken_up_once_a_year() -> None:
    """The yearly topic has the whole year, because the plan gives no day."""
    assert [(date(2026, 1, 1), date(2026, 12, 31))] == stretches(2026, "arlig_tema")


def test_the_discussion_is_held_every_week() -> None:
    """The anonymous discussion has each week from Monday to Sunday, also the one that the year begins in."""
    found = stretches(2026, "ukentlig_drofting")
    assert (date(2025, 12, 29), date(2026, 1, 4)) == found[0]
    assert (date(2026, 12, 28), date(2027, 1, 3)) == found[-1]
    assert 53 == len(found)


@pytest.mark.parametrize(
    "duty",
    ["vedta_forebyggende_plan", "lokal_handlingsplan", "mal_for_lokale_planer", "melde_bekymring_tannhelse"],
)
def test_no_day_is_made_up(duty: str) -> None:
    """What the plan gives no time for stands in the calendar without a day."""
    assert duty in REGISTRY["hallingdal"].calendar(2026).without_day
