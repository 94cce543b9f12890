"""How months, ages and birthdays are counted, at their borders."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.criteria import completed_months, completed_years, is_birthday, shifted

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(9999, 12, 31), 1, None),
        (date(1, 1, 1), -1, None),
    ],
)
def test_a_missing_day_becomes_the_last_of_the_month(day: date, months: int, expected: date | None) -> None:
    """A moved date keeps its day, or takes the month's last; beyond the calendar there is none."""
    assert expected == shifted(day, months)


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        (date(2016, 3, 1), date(2026, 2, 28), 9),
        (date(2016, 3, 1), date(2026, 3, 1), 10),
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 3, 1), date(2026, 3, 1), 0),
        (date(2026, 3, 2), date(2026, 3, 1), -1),
    ],
)
def test_a_year_is_completed_on_the_birthday(birth: date, on: date, years: int) -> None:
    """Age rises on the birthday, which is 28 February in common years for who is born on the 29th."""
    assert years == completed_years(birth, on)


@given(days, days)
def test_age_counts_the_months_that_fit(birth: date, on: date) -> None:
    """The completed months are the most that can be added to the birth without passing the date."""
    months = completed_months(birth, on)
    if on < birth:
        assert -1 == months
    else:
        reached, following = shifted(birth, months), shifted(birth, months + 1)
        assert reached is not None
        assert following is not None
        assert reached <= on < following


@given(days, days | st.just(None))
def test_a_birthday_is_when_age_rises(birth: date, on: date | None) -> None:
    """A date is a birthday exactly when the age is higher than the day before."""
    asked = on or shifted(birth, 120) or birth
    before = completed_years(birth, asked - timedelta(days=1))
    assert is_birthday(birth, asked) is (completed_years(birth, asked) > before)
