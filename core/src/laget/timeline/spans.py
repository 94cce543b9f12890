"""Spans: how much of a life a timeline shows."""

from __future__ import annotations

from datetime import date

from laget.criteria import shifted

MONTHS_BEFORE_BIRTH = 9
"""A life line begins before birth: some help is for those who expect a child."""

LAST_YEAR = 20
"""A life line ends on this birthday: a little after the child has grown up."""


def first_day(born: date, on: date) -> date:
    """Give the first day shown: some months before birth, or the day asked about if that is earlier."""
    return min(shifted(born, -MONTHS_BEFORE_BIRTH) or born, on)


def last_day(born: date, on: date) -> date:
    """Give the last day shown; for one who is older, two years from the day asked about."""
    return max(shifted(born, 12 * LAST_YEAR) or born, shifted(on, 24) or on)
