"""Periods: calendar months end where the month ends, and moving a day never moves an end backwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.model.duties import Moves
from laget.schedule.periods import Period, PeriodError
from laget.schedule.working_days import holiday_names, is_working_day, moved, working_days_after

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
PERIODS = st.builds(Period, st.integers(0, 30), st.integers(0, 400)).filter(lambda one: one != Period(0, 0))
A_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2026, 1, 30), "P1M", date(2026, 2, 28)),
        (date(2026, 2, 28), "P1M", date(2026, 3, 28)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 2, 29), "P4Y", date(2028, 2, 29)),
        (date(2026, 12, 31), "P2M", date(2027, 2, 28)),
        (date(2026, 12, 31), "P1M1D", date(2027, 2, 1)),
        (date(2026, 12, 25), "P2W", date(2027, 1, 8)),
    ],
)
def test_ends(start: date, period: str, end: date) -> None:
    """A period ends on the same day of the month, or on the month's last day."""
    assert end == Period.read(period).after(start)


@pytest.mark.parametrize(
    ("end", "period", "start"),
    [
        (date(2026, 5, 15), "P14D", date(2026, 5, 1)),
        (date(2026, 4, 30), "P2M", date(2026, 2, 28)),
        (date(2026, 3, 1), "P1D", date(2026, 2, 28)),
        (date(2028, 3, 1), "P1D", date(2028, 2, 29)),
        (date(2026, 7, 31), "P2M", date(2026, 5, 31)),
    ],
)
def test_starts(end: date, period: str, start: date) -> None:
    """A period that is counted back starts on the same day of the month, or on the month's last day."""
    assert start == Period.read(period).before(end)


@pytest.mark.parametrize(
    "text", ["", "P", "P0D", "P0M", "1M", "PT1H", "P1.5M", "P1M ", "p1m", "P1D1M", "-P1M", "P9999Y"]
)
def test_no_periods(text: str) -> None:
    """What is no duration of whole days is refused."""
    with pytest.raises(PeriodError, match="is no period"):
        Period.read(text)


@given(DAYS, PERIODS, st.integers(1, 5))
def test_later_starts_never_end_earlier(day: date, period: Period, times: int) -> None:
    """Shifting an event by a day never moves a deadline backwards, in either direction of counting."""
    ends = [period.after(start, times) for start in (day, day + A_DAY)]
    starts = [period.before(end) for end in (day, day + A_DAY)]
    assert sorted(found for found in ends if found) == [found for found in ends if found]
    assert sorted(found for found in starts if found) == [found for found in starts if found]


@given(DAYS, PERIODS, st.integers(1, 5))
def test_repetitions_never_fall_together(day: date, period: Period, times: int) -> None:
    """Each repetition is later than the one before."""
    first, second = period.after(day, times), period.after(day, times + 1)
    assert first is None or second is None or day < first < second


@given(DAYS, st.integers(-60, 60), st.sampled_from([None, *Moves]))
def test_working_days_keep_their_order(day: date, count: int, moves: Moves | None) -> None:
    """Shifting an event by a day never moves a last day in working days, or one that moves, backwards."""
    ends = [working_days_after(start, count) for start in (day, day + A_DAY)]
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0] <= ends[1]
    assert moved(day, moves) <= moved(day + A_DAY, moves)


@given(DAYS, st.integers(1, 60))
def test_a_working_day_is_one(day: date, count: int) -> None:
    """So many working days after a day is a working day, with so many of them on the way."""
    end = working_days_after(day, count)
    assert end is not None
    assert is_working_day(end)
    between = [day + A_DAY * step for step in range(1, (end - day).days + 1)]
    assert count == sum(map(is_working_day, between))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 2), "Skjærtorsdag"),
        (date(2026, 4, 3), "Langfredag"),
        (date(2026, 4, 4), None),
        (date(2026, 4, 6), "Andre påskedag"),
        (date(2026, 5, 1), "Arbeidernes dag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 5, 17), "Grunnlovsdag"),
        (date(2026, 12, 24), None),
        (date(2026, 12, 31), None),
    ],
)
def test_holidays(day: date, name: str | None) -> None:
    """Easter, 1 and 17 May are holidays; Easter Saturday, Christmas Eve and New Year's Eve are none."""
    assert name == (" og ".join(holiday_names(day)) or None)


def test_two_working_days_over_easter() -> None:
    """Wednesday before Easter and two working days is Wednesday after it."""
    assert date(2026, 4, 8) == working_days_after(date(2026, 4, 1), 2)


@pytest.mark.parametrize(
    ("moves", "day"),
    [
        (None, date(2027, 5, 17)),
        (Moves.NEXT_WORKING_DAY, date(2027, 5, 18)),
        (Moves.PREVIOUS_WORKING_DAY, date(2027, 5, 14)),
    ],
)
def test_17_may_moves_only_where_a_rule_says_so(moves: Moves | None, day: date) -> None:
    """A last day on 17 May, a Monday, stays, or moves to Tuesday or over Whitsun to Friday."""
    assert day == moved(date(2027, 5, 17), moves)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_time(day: date) -> None:
    """Periods that leave the years that a date can have end nowhere."""
    period = Period.read("P1M5D")
    assert None in (period.after(day), period.before(day))
    assert None in (working_days_after(day, 3), working_days_after(day, -3))
