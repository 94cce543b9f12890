"""Outcomes: what the values of criteria come to. The meaning in DESIGN section 5, and nothing else.

Values are three: `True`, `False` and `None` for unknown. A *fulfilled* value is that of a
condition, or the opposite of an exclusion's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from laget.model.answers import Outcome
from laget.model.entitlements import Strength

Fulfilled = bool | None

BEST_FIRST = (Outcome.MET, Outcome.UNKNOWN, Outcome.EXCEPTION, Outcome.NOT_MET)
"""The order in which the best of several grounds is chosen."""

STRONGEST_FIRST = tuple(Strength)
"""The order of strengths."""


def all_of(values: Iterable[Fulfilled]) -> Fulfilled:
    """Give the conjunction in three values."""
    known = True
    for value in values:
        if value is False:
            return False
        known = known and value is not None
    return True if known else None


def any_of(values: Iterable[Fulfilled]) -> Fulfilled:
    """Give the disjunction in three values."""
    result = all_of(None if value is None else not value for value in values)
    return None if result is None else not result


def opposite(value: Fulfilled) -> Fulfilled:
    """Give the negation in three values."""
    return None if value is None else not value


def ground_outcome(musts: Fulfilled, normallys: Fulfilled, barriers: Fulfilled, *, opening: bool) -> Outcome:
    """Give the outcome of a ground from the conjunctions of its criteria.

    `musts` are its conditions that must hold, `barriers` its exclusions that must not, and
    `normallys` what holds as a main rule. An opening lets a failed condition become an
    exception; it does not open what the source expressly excludes.
    """
    if opening:
        if barriers is not True:
            return Outcome.NOT_MET if barriers is False else Outcome.UNKNOWN
        failed = Outcome.EXCEPTION
    else:
        musts = all_of((musts, barriers))
        failed = Outcome.NOT_MET
    if musts is not True:
        return failed if musts is False else Outcome.UNKNOWN
    if normallys is not True:
        return Outcome.EXCEPTION if normallys is False else Outcome.UNKNOWN
    return Outcome.MET


def best(outcomes: Iterable[Outcome]) -> Outcome:
    """Give the best of the outcomes of an entitlement's grounds."""
    return min(outcomes, key=BEST_FIRST.index)


def strongest(strengths: Iterable[Strength]) -> Strength | None:
    """Give the strongest of some strengths; `None` when there are none."""
    return min(strengths, key=STRONGEST_FIRST.index, default=None)


def strength_of(outcome: Outcome, grounds: Sequence[tuple[Outcome, Strength]]) -> Strength | None:
    """Give the strength of the strongest ground with the entitlement's outcome; none while unknown."""
    if outcome is Outcome.UNKNOWN:
        return None
    return strongest(strength for found, strength in grounds if found is outcome)


def could_be(strength: Strength | None, grounds: Sequence[tuple[Outcome, Strength]]) -> Strength | None:
    """Give a greater strength that a ground still unknown may give; none while the outcome is unknown."""
    if strength is None:
        return None
    hoped = strongest(found for outcome, found in grounds if outcome is Outcome.UNKNOWN)
    if hoped is None or STRONGEST_FIRST.index(hoped) >= STRONGEST_FIRST.index(strength):
        return None
    return hoped
