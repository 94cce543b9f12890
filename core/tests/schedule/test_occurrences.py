"""Occurrences: which days a duty has, and which of them something that was done belongs to."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.criteria import parse
from laget.model.duties import Duty
from laget.model.expressions import Formula
from laget.schedule.occurrences import Anchor, Occurrence, timing_of, whole_year
from laget.schedule.words import timing_words

DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))
FAR = date(2060, 1, 1)


def _duty(**keys: object) -> Duty:
    return Duty(id="plikt", text="Plikt.", **keys)  # type: ignore[arg-type] # keys of one duty each


def _days(found: list[Occurrence]) -> list[date | None]:
    return [one.due for one in found]


def test_leap_day_each_year() -> None:
    """What falls on 29 February falls on the 28th in common years."""
    timing = timing_of(_duty(yearly="02-29"))
    found = list(timing.yearly(date(2027, 1, 1), date(2029, 12, 31)))
    assert [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)] == _days(found)


def test_every_year_from_a_leap_day_does_not_drift() -> None:
    """Years are counted from the event, so a leap day comes back in leap years."""
    timing = timing_of(_duty(after="vedtak", every="P1Y"))
    found = list(timing.repeated(Anchor(date(2024, 2, 29)), date(2027, 1, 1), date(2028, 12, 31)))
    assert [date(2027, 2, 28), date(2028, 2, 29)] == _days(found)
    assert [3, 4] == [one.number for one in found]


@pytest.mark.parametrize(
    ("every", "first", "windows"),
    [
        ("P1W", date(2026, 3, 4), [(date(2026, 3, 2), date(2026, 3, 8))]),
        ("P1M", date(2026, 2, 10), [(date(2026, 2, 1), date(2026, 2, 28))]),
        ("P3M", date(2026, 5, 10), [(date(2026, 4, 1), date(2026, 6, 30))]),
        ("P6M", date(2026, 7, 1), [(date(2026, 7, 1), date(2026, 12, 31))]),
        ("P1Y", date(2026, 7, 1), [(date(2026, 1, 1), date(2026, 12, 31))]),
        ("P5M", date(2026, 7, 1), []),
        ("P10D", date(2026, 7, 1), []),
        ("P2Y", date(2026, 7, 1), []),
    ],
)
def test_windows(every: str, first: date, windows: list[tuple[date, date]]) -> None:
    """Without an event an interval is a stretch of the calendar; one that the calendar lacks has none."""
    timing = timing_of(_duty(every=every))
    assert windows == [one.window for one in timing.windows(first, first)]


def test_windows_cover_a_year_without_gaps() -> None:
    """The weeks of a year follow each other, from the one that 1 January is in."""
    found = [one.window for one in timing_of(_duty(every="P7D")).windows(*whole_year(2026))]
    pairs = [window for window in found if window]
    assert (date(2025, 12, 29), date(2026, 12, 28)) == (pairs[0][0], pairs[-1][0])
    assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(pairs))


@given(DAYS, st.integers(1, 8))
def test_doing_it_counts_for_one_time_only(day: date, times: int) -> None:
    """What is done up to halfway counts for the time before, from then on for the next; none is left out."""
    timing = timing_of(_duty(after="vedtak", every="P1Y"))
    found = list(timing.repeated(Anchor(day), date.min, FAR))[: times + 1]
    for one, other in pairwise(found):
        assert one.due is not None
        assert other.due is not None
        assert one.opens < one.due < other.opens < other.due


@given(DAYS)
def test_backwards_counts_close_with_the_event(day: date) -> None:
    """What must be done before an event cannot be done after it."""
    found = timing_of(_duty(before="avreise", within="P2M")).once(Anchor(day))
    assert day == found.closes
    assert found.due is not None
    assert found.due < day


def test_without_a_length_there_is_no_last_day() -> None:
    """A duty that the source gives no deadline gets none."""
    assert timing_of(_duty(after="vedtak")).once(Anchor(date(2026, 3, 1))).due is None


@pytest.mark.parametrize("year", [0, 10_000])
def test_no_year(year: int) -> None:
    """A year that no date can have is refused."""
    with pytest.raises(ValueError, match="is no year"):
        whole_year(year)


WORDS: dict[str, dict[str, object]] = {
    "hvert år 1. juni | kvart år 1. juni": {"yearly": "06-01"},
    "hver måned | kvar månad": {"every": "P1M"},
    "2 ganger hvert år | 2 gonger kvart år": {"every": "P1Y", "times": 2},
    "én gang per 14 dager | éin gong per 14 dagar": {"every": "P2W"},
    "3 ganger per 14 dager | 3 gonger per 14 dagar": {"every": "P2W", "times": 3},
    "hvert år, regnet fra det | kvart år, rekna frå det": {"after": "v", "every": "P1Y"},
    "ved det | ved det": {"after": "v"},
    "før det | før det": {"before": "v"},
    "senest 1 virkedag etter det | seinast 1 virkedag etter det": {"after": "v", "working_days": 1},
    "senest 1 år og 3 dager før det | seinast 1 år og 3 dagar før det": {"before": "v", "within": "P1Y3D"},
    "kilden sier ikke når | kjelda seier ikkje når": {},
}


@pytest.mark.parametrize("said", WORDS)
def test_words(said: str) -> None:
    """What a duty's days are counted from is said in both languages."""
    timing = timing_of(_duty(**WORDS[said]))
    event = "det" if timing.has_anchor else None
    assert said == f"{timing_words(timing, event)} | {timing_words(timing, event, 'nn')}"


def test_a_day_from_facts_is_an_anchor() -> None:
    """A duty before or after a day that follows from facts is counted from something that happens."""
    formula = Formula("fodselsdato", parse("fodselsdato"))
    assert timing_of(_duty(before_day=formula)).is_backwards
    assert timing_of(_duty(after_day=formula)).has_anchor
