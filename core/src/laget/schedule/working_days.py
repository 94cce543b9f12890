"""Working days: Monday to Friday, unless the day is a Norwegian public holiday.

The holidays come from the library `holidays`, imported when they are first asked for. Christmas
Eve and New Year's Eve are no public holidays in Norway, whatever an office may close.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from laget.model.duties import Moves
from laget.texts import TEXTS, say

FRIDAY: Final = 4
YEARS: Final = range(1947, 2101)
"""The years whose public holidays are known: 1 and 17 May became holidays in 1947."""


def holiday_names(day: date) -> tuple[str, ...]:
    """Give the names of a public holiday in bokmål; none for other days, and outside `YEARS`.

    >>> holiday_names(date(2027, 5, 17))
    ('Andre pinsedag', 'Grunnlovsdag')
    """
    names = _holidays(day.year).get(day) if day.year in YEARS else None
    return tuple(names.split("; ")) if names else ()


def is_working_day(day: date) -> bool:
    """Tell whether a day is a working day."""
    return day.weekday() <= FRIDAY and not holiday_names(day)


def day_off(day: date, language: str = "nb") -> str | None:
    """Say why a day is no working day; `None` when it is one.

    >>> day_off(date(2026, 5, 1), "nn"), day_off(date(2026, 5, 2)), day_off(date(2026, 5, 4))
    ('Arbeidaranes dag', 'lørdag', None)
    """
    names = [_said(name, language) for name in holiday_names(day)]
    if names:
        return f" {say('and', language)} ".join(names)
    return say(f"weekday_{day.weekday()}", language) if day.weekday() > FRIDAY else None


def _said(name: str, language: str) -> str:
    """Say the name of a holiday; most are the same in both written languages."""
    key = f"holiday_{name}"
    return say(key, language) if key in TEXTS[language] else name


def working_days_after(day: date, count: int) -> date | None:
    """Give the working day so many working days after a day, which is not counted; before it, if negative.

    >>> working_days_after(date(2027, 5, 14), 1)
    datetime.date(2027, 5, 18)
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    try:
        while left:
            day += step
            left -= is_working_day(day)
    except OverflowError:
        return None
    return day


def moved(day: date, moves: Moves | None) -> date:
    """Give the day that a last day is moved to, where a rule says so; else the day itself."""
    if moves is None or is_working_day(day):
        return day
    return working_days_after(day, 1 if moves is Moves.NEXT_WORKING_DAY else -1) or day


@lru_cache(maxsize=len(YEARS))
def _holidays(year: int) -> Mapping[date, str]:
    import holidays

    return dict(holidays.country_holidays("NO", years=year, language="no"))
