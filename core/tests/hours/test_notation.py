"""The notation of opening hours: what is read, what is refused and where, and which days are holidays."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from itertools import pairwise

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.errors import UnknownHolidaysError
from laget.hours import END, FIRST, Misnoted, changes, misnoted, open_at, stretches
from laget.render.hours import hours_in_words, moment

from .lia import OFFICE_HOURS, OTHER_HOURS

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2075, 12, 31, 23))  # noqa: DTZ001 - wall time


def at(text: str) -> datetime:
    """Give a moment."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("year", range(2024, 2032))
def test_public_holidays(year: int) -> None:
    """`PH` is exactly the days that the library `holidays` has for Norway."""
    days = [date(year, 1, 1) + timedelta(days=count) for count in range(366)]
    found = {day for day in days if day.year == year and open_at("PH", at(f"{day}T12:00"))}
    assert {*holidays.country_holidays("NO", years=year)} == found


@pytest.mark.parametrize(
    ("expression", "offset"),
    [
        ("Mo-Fr 08.00-16.00", 6),
        ("Mo-Xx 08:00-16:00", 3),
        ("Mon-Fri 08:00-16:00", 2),
        ("hele dagen", 0),
        ("Mo-Fr 08:00-", 12),
        ("", 0),
        ("Mo 08:00-16:00;\nTx 08:00-16:00", 15),
        ("Mo-Fr 08:00-16:00; SH off", 19),
        ("Mo-Fr sunrise-16:00", 6),
    ],
)
def test_what_is_refused(expression: str, offset: int) -> None:
    """An expression that cannot be used is refused at the character where it goes wrong, with a hint."""
    found = misnoted(expression)
    assert (Misnoted, offset, True) == (
        type(found),
        found.offset if found else -1,
        bool(found and found.hint),
    )


@pytest.mark.parametrize(
    "expression",
    [OFFICE_HOURS, OTHER_HOURS, "24/7", "off", 'Mo-Fr 08:00-16:00 "SH, etter sunset"', "easter -2 days off"],
)
def test_what_is_read(expression: str) -> None:
    """An expression that can be used is not refused; a comment in it may say anything."""
    assert misnoted(expression) is None


def test_unknown_hours() -> None:
    """Hours that the expression itself marks as unknown are neither open nor closed."""
    found = [open_at("Mo-Fr 08:00-16:00 unknown", at(f"2026-03-02T{hour}:00")) for hour in ("07", "08", "16")]
    assert [False, None, False] == found


def test_a_comment_changes_nothing() -> None:
    """Hours that only a comment tells apart are one stretch."""
    found = changes('Mo 08:00-12:00 "ring", Mo 12:00-16:00', at("2026-03-02T00:00"), at("2026-03-03T00:00"))
    assert (at("2026-03-02T08:00"), at("2026-03-02T16:00")) == found


@given(MOMENTS)
def test_stretches_agree_with_moments(start: datetime) -> None:
    """Stretches cover the time that is asked about, alternate, and say what each moment in them says."""
    end = start + timedelta(days=9)
    for expression in (OFFICE_HOURS, OTHER_HOURS):
        found = stretches(expression, start, end)
        assert (start, end) == (found[0].start, found[-1].end)
        assert all(one.end == two.start and one.open is not two.open for one, two in pairwise(found))
        inside = [part.start + (part.end - part.start) / 2 for part in found if part.start < END]
        expected = [open_at(expression, moment) for moment in inside if moment < END]
        assert expected == [part.open for part in found][: len(expected)]


@pytest.mark.parametrize("moment", [FIRST - timedelta(minutes=1), END])
def test_years_without_holidays(moment: datetime) -> None:
    """A moment whose public holidays nobody knows is an error, never an ordinary day."""
    with pytest.raises(UnknownHolidaysError, match="known from 2000 to 2075"):
        open_at("24/7", moment)


def test_threads_share_hours() -> None:
    """Hours may be asked from many threads at once."""
    moments = [at("2027-05-17T00:00") + timedelta(hours=count) for count in range(400)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda moment: open_at(OFFICE_HOURS, moment), moments))
    assert [open_at(OFFICE_HOURS, moment) for moment in moments] == found


def test_the_library_waits() -> None:
    """Importing the registry and asking for a handbook does not import the library that reads hours."""
    code = (
        "import sys, datetime, laget; laget.discover()['norge'].assess({'on': '2026-03-01'}); "
        "print('opening_hours' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "False\n" == done.stdout


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (OFFICE_HOURS, "mandag–fredag 08.00–16.00; helligdager stengt"),
        ("24/7", "hele døgnet, alle dager"),
        ('Jul Mo 08:00-16:00 "ring"', "juli mandag 08.00–16.00 «ring»"),
        ("week 10 We off", "uke 10 onsdag stengt"),
        ("easter -2 days off", "første påskedag –2 dager stengt"),
    ],
)
def test_hours_in_words(expression: str, words: str) -> None:
    """Hours are shown with Norwegian words."""
    assert words == hours_in_words(expression)


def test_moments_in_words() -> None:
    """A moment is shown with its weekday."""
    assert "søndag 29. mars 2026 kl. 02.30" == moment(at("2026-03-29T02:30"))
