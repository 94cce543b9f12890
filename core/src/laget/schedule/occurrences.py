"""Occurrences: the days of a duty, one by one, from what it is counted from.

Reads a duty and the days that a case gives; gives each time that it falls: by when, and from when
doing it counts. What has no last day in the source gets none.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from attrs import frozen

from laget.model.duties import Duty
from laget.schedule.periods import DAYS_A_WEEK, MONTHS_A_YEAR, Period
from laget.schedule.working_days import moved, working_days_after

A_DAY: Final = timedelta(days=1)


@frozen
class Anchor:
    """A day that a duty is counted from."""

    day: date
    name: str | None = None
    """The id of the event or of the kind of meeting; `None` for a day that follows from facts."""
    about: str | None = None
    """The entitlement that the event is about; `None` for all."""
    number: int = 1
    """Which of the events of this kind about this it is, in the order of the case."""
    done: date | None = None
    """The day on which it was done for this very event, such as a meeting's notice."""
    ends: date | None = None
    """The last day of what recurs from it; `None` when nothing has ended it."""


@frozen
class Occurrence:
    """One time that a duty falls."""

    anchor: Anchor | None
    number: int
    """Which repetition it is, from 1; the year, for what is counted by the calendar."""
    opens: date
    """The first day on which doing it counts for this time."""
    closes: date
    """The last day on which doing it counts for this time."""
    unmoved: date | None = None
    """The last day, before it is moved; `None` where the source gives none."""
    due: date | None = None
    """The last day."""
    window: tuple[date, date] | None = None
    """The stretch of the calendar in which it is done on a day that the source does not give."""


@frozen
class Timing:
    """The days of one duty; its texts are read once."""

    duty: Duty
    within: Period | None
    every: Period | None
    month_day: tuple[int, int] | None

    @property
    def is_backwards(self) -> bool:
        """Whether the period is counted back from the event."""
        duty = self.duty
        return bool(duty.before or duty.before_meeting or duty.before_day)

    @property
    def has_anchor(self) -> bool:
        """Whether it is counted from something that happens, and not by the calendar alone."""
        duty = self.duty
        return self.is_backwards or bool(duty.after or duty.after_meeting or duty.after_day)

    def once(self, anchor: Anchor, earlier: date | None = None) -> Occurrence:
        """Give the one time that follows from an event; `earlier` is the day of the one before it."""
        day = self._last_day(anchor.day)
        due = None if day is None else moved(day, self.duty.moves)
        if self.is_backwards:
            return Occurrence(anchor, 1, earlier or date.min, anchor.day, day, due)
        return Occurrence(anchor, 1, self._opens(anchor.day, earlier), date.max, day, due)

    def _opens(self, day: date, earlier: date | None) -> date:
        if not self.duty.early:
            return day
        return _middle(earlier, day) if earlier else date.min

    def _last_day(self, day: date) -> date | None:
        if self.duty.working_days is not None:
            count = -self.duty.working_days if self.is_backwards else self.duty.working_days
            return working_days_after(day, count)
        if self.within is None:
            return None
        return self.within.before(day) if self.is_backwards else self.within.after(day)

    def repeated(self, anchor: Anchor, first: date, last: date) -> Iterator[Occurrence]:
        """Give the times in a stretch of what recurs from an event on, both ends included.

        What is done nearer to this time than to the one before counts for this one; so does all that is
        done later, because then it has been done.
        """
        if self.every is None:
            return
        number, before = 1, anchor.day
        last = min(last, anchor.ends or last)
        while (day := self.every.after(anchor.day, number)) is not None and day <= last:
            if day >= first:
                opens = before if number == 1 else _middle(before, day)
                yield Occurrence(anchor, number, opens, date.max, day, moved(day, self.duty.moves))
            number, before = number + 1, day

    def yearly(self, first: date, last: date) -> Iterator[Occurrence]:
        """Give the times in a stretch of what falls on the same day each year."""
        if self.month_day is None:
            return
        for year in range(first.year, last.year + 1):
            day = self._day_in(year)
            if first <= day <= last:
                opens = date.min if year == MINYEAR else _middle(self._day_in(year - 1), day)
                yield Occurrence(None, year, opens, date.max, day, moved(day, self.duty.moves))

    def _day_in(self, year: int) -> date:
        month, day = self.month_day or (1, 1)
        return date(year, month, min(day, monthrange(year, month)[1]))

    def windows(self, first: date, last: date) -> Iterator[Occurrence]:
        """Give the weeks, months or years that a stretch touches, of what is done once in each."""
        if self.every is None or self.has_anchor:
            return
        start = _window_start(self.every, first)
        while start is not None and start <= last:
            following = self.every.after(start)
            if following is None:
                return
            end = following - A_DAY
            yield Occurrence(None, start.toordinal(), start, end, window=(start, end))
            start = following


def _middle(one: date, other: date) -> date:
    """Give the first day that is nearer to the later of two days."""
    return one + (other - one) // 2 + A_DAY


def _window_start(every: Period, day: date) -> date | None:
    """Give the first day of the calendar's week, month, quarter, half or year; `None` for other periods."""
    if every.months == 0:
        return day - timedelta(days=day.weekday()) if every.days == DAYS_A_WEEK else None
    if every.days or MONTHS_A_YEAR % every.months:
        return None
    month = day.month - 1
    return date(day.year, month - month % every.months + 1, 1)


def timing_of(duty: Duty) -> Timing:
    """Read the texts of a duty; raises `PeriodError` for one that is no period, `ValueError` for no day."""
    return Timing(
        duty,
        within=Period.read(duty.within) if duty.within else None,
        every=Period.read(duty.every) if duty.every else None,
        month_day=read_month_day(duty.yearly) if duty.yearly else None,
    )


def read_month_day(text: str) -> tuple[int, int]:
    """Read a day of the year; raises `ValueError`. 29 February is the 28th in common years.

    >>> read_month_day("06-01")
    (6, 1)
    """
    day = date.fromisoformat(f"2000-{text}")
    return day.month, day.day


def whole_year(year: int) -> tuple[date, date]:
    """Give the first and the last day of a year; raises `ValueError` for one that no date can have."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"{year} is no year")
    return date(year, 1, 1), date(year, 12, 31)
