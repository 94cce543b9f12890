"""Periods: ISO 8601 durations in calendar months and days, and where they end.

Months are counted by the calendar: a day that the month lacks becomes its last day. A period runs from
the day of the event, which is not counted itself: one month after 31 January is the last day of
February, and 14 days before 15 May is 1 May.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from laget.criteria import shifted

_WRITTEN: Final = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?")

MONTHS_A_YEAR: Final = 12
DAYS_A_WEEK: Final = 7


class PeriodError(ValueError):
    """A text that is no period."""


@frozen
class Period:
    """A length of time: whole months first, then whole days. At least one of them is more than 0."""

    months: int
    days: int

    @classmethod
    def read(cls, text: str) -> Period:
        """Read an ISO 8601 duration without hours; raises `PeriodError`.

        >>> Period.read("P1Y6M"), Period.read("P2W")
        (Period(months=18, days=0), Period(months=0, days=14))
        """
        found = _WRITTEN.fullmatch(text)
        years, months, weeks, days = (int(part or 0) for part in found.groups()) if found else (0, 0, 0, 0)
        period = cls(years * MONTHS_A_YEAR + months, weeks * DAYS_A_WEEK + days)
        if period == cls(0, 0):
            raise PeriodError(f"«{text}» is no period")
        return period

    def after(self, day: date, times: int = 1) -> date | None:
        """Give the day so many periods after a day; `None` outside the years that a date can have.

        Several periods are counted at once, so that a day never drifts: two months after 31 January
        is 31 March.

        >>> Period.read("P1M").after(date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        moved = shifted(day, self.months * times)
        return None if moved is None else _days_later(moved, self.days * times)

    def before(self, day: date) -> date | None:
        """Give the day a period before a day.

        >>> Period.read("P14D").before(date(2026, 5, 15))
        datetime.date(2026, 5, 1)
        """
        moved = _days_later(day, -self.days)
        return None if moved is None else shifted(moved, -self.months)


def _days_later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
