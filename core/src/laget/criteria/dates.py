"""Months, ages and birthdays: the one place that knows how a month is counted.

The house rule is that a day which the month lacks becomes the month's last day: one month after
31 January is the last day of February. Ages and birthdays follow the same rule, so a person born on
29 February completes a year on 28 February in common years. We know of no Norwegian statute that
says 28 February or 1 March; 28 February is the day commonly kept. What matters more is that
`birth + years(18)`, `age(…) >= 18` and `birthday(…)` agree on one day, however a rule is written,
and that a right which begins at an age never begins late.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def shifted(day: date, months: int) -> date | None:
    """Move a date by whole months; `None` outside the years that a date can have.

    >>> shifted(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def completed_months(birth: date, on: date) -> int:
    """Count the months completed since birth; -1 before birth.

    >>> completed_months(date(2026, 1, 31), date(2026, 2, 28))
    1
    """
    if on < birth:
        return -1
    months = (on.year - birth.year) * 12 + on.month - birth.month
    day_of_completion = min(birth.day, monthrange(on.year, on.month)[1])
    return months if on.day >= day_of_completion else months - 1


def completed_years(birth: date, on: date) -> int:
    """Count the years completed since birth; -1 before birth.

    >>> completed_years(date(2008, 2, 29), date(2026, 2, 28))
    18
    """
    return completed_months(birth, on) // 12


def is_birthday(birth: date, on: date) -> bool:
    """Tell whether a year is completed on that very date; the day of birth itself counts."""
    return birth <= on and on == shifted(birth, 12 * (on.year - birth.year))
