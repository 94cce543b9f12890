"""Hours in words: moments, and expressions of the notation of opening hours."""

from __future__ import annotations

import re
from datetime import datetime

from laget.render.words import day, known
from laget.texts import say

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WHOLE = {"24/7": "hours_always", "00:00-24:00": "hours_all_day"}
_PART = re.compile(r'"[^"]*"|24/7|00:00-24:00|\d\d:\d\d|[A-Za-z]+|,\s*|.', re.DOTALL)


def moment(value: datetime, language: str = "nb") -> str:
    """Write a day with its weekday and the hour.

    >>> moment(datetime(2027, 5, 17, 12, 0))
    'mandag 17. mai 2027 kl. 12.00'
    """
    weekday = say(f"weekday_{DAYS[value.weekday()]}", language)
    return say("moment", language, weekday=weekday, day=day(value, language), time=f"{value:%H.%M}")


def hours_in_words(expression: str, language: str = "nb") -> str:
    """Write an expression with Norwegian words; what has no word stays as it is.

    >>> hours_in_words("Mo-Fr 08:00-16:00; Sa-Su,PH 00:00-24:00")
    'mandag–fredag 08.00–16.00; lørdag–søndag, helligdager hele døgnet'
    """
    return "".join(_word(part, language) for part in _PART.findall(expression))


def _word(part: str, language: str) -> str:
    lower = part.casefold()
    if lower in DAYS:
        return say(f"weekday_{lower}", language)
    if lower in MONTHS:
        return say(f"month_{MONTHS.index(lower) + 1}", language)
    if part in WHOLE:
        return say(WHOLE[part], language)
    return known("hours", lower, language) if part.isalpha() else _sign(part)


def _sign(part: str) -> str:
    """Write what is no word: a comment, a time, or what stands between them."""
    if part.startswith('"'):
        return f"«{part[1:-1]}»"
    if part.startswith(","):
        return ", "
    return part.replace(":", ".").replace("-", "–")
