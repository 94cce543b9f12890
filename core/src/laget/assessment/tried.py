"""Values worth trying: those of one fact between which the rules that read it cannot change.

They are both ends of its range, and those at and around the thresholds of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from laget.criteria import shifted
from laget.model.facts import Fact, FactKind, FactValue

FAR = 10**6
"""A number beyond every threshold."""


def values_to_try(fact: Fact, bounds: tuple[int | Decimal, ...], on: date) -> Iterator[FactValue]:
    """Give the values of a fact that are worth trying on a date; some can come more than once.

    `bounds` are the numbers at which rules can change; for a date, those of the ages that follow from it.
    """
    match fact.type:
        case FactKind.BOOLEAN:
            yield from (True, False)
        case FactKind.CHOICE:
            yield from fact.choices or ()
        case FactKind.DATE:
            yield from _days(bounds, on)
        case FactKind.INTEGER | FactKind.NUMBER:
            yield from _numbers(fact, bounds)


def _days(bounds: tuple[int | Decimal, ...], on: date) -> Iterator[date]:
    """Give birthdays around each age that matters; days around the one asked about, where none does."""
    if not bounds:
        yield from (on + timedelta(days=shift) for shift in (-1, 0, 1))
    for years in bounds:
        day = shifted(on, -12 * int(years))
        if day is not None:
            yield from (day - timedelta(days=1), day, day + timedelta(days=1))


def _numbers(fact: Fact, bounds: tuple[int | Decimal, ...]) -> Iterator[int | Decimal]:
    """Give both ends of a fact's range, and what lies at and around its thresholds."""
    yield from (fact.minimum or 0, FAR if fact.maximum is None else fact.maximum)
    for bound in bounds:
        yield from (bound - 1, bound, bound + 1)
