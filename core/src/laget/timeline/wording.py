"""Words about time that the text and the pictures of a timeline share."""

from __future__ import annotations

from datetime import date

from laget.model.timelines import TransitionAnswer
from laget.texts import say


def day_in_words(day: date, language: str) -> str:
    """Write a date.

    >>> day_in_words(date(2026, 3, 1), "nb")
    '1. mars 2026'
    """
    return f"{day.day}. {say(f'month_{day.month}', language)} {day.year}"


def when_in_words(transition: TransitionAnswer, language: str) -> str:
    """Write when a transition comes: its day, or the months it may come in."""
    first, last = transition.first, transition.last
    if first == last:
        return day_in_words(first, language)
    one, other = (say(f"month_{day.month}", language) for day in (first, last))
    if one == other:
        return say("timeline_month_of_year", language, month=one, year=str(first.year))
    return say("timeline_months_of_year", language, first=one, last=other, year=str(first.year))


def age_in_words(months: int, language: str) -> str:
    """Write the age that a bar begins or ends at; below 0 is before birth.

    >>> age_in_words(54, "nb"), age_in_words(48, "nb"), age_in_words(-9, "nb")
    ('4 år og 6 md.', '4 år', '9 md. før fødsel')
    """
    if months == 0:
        return say("bars_birth", language)
    if months < 0:
        return say("bars_before", language, months=str(-months))
    years, over = divmod(months, 12)
    if not over:
        return say("bars_years", language, years=str(years))
    return say("bars_years_months", language, years=str(years), months=str(over))
