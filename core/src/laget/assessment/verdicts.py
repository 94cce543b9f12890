"""Verdicts: what several grounds, of which one is enough, come to in a case."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from laget.assessment.conditions import Reading
from laget.assessment.grounds import CriterionPlan, GroundReading
from laget.assessment.outcomes import STRONGEST_FIRST, best, could_be, strength_of
from laget.assessment.reasons import GroundParts
from laget.assessment.views import View
from laget.model.answers import GroundAnswer, Outcome
from laget.model.entitlements import Strength


@frozen
class Verdict:
    """What some grounds come to with some knowledge."""

    outcome: Outcome
    strength: Strength | None
    could_be: Strength | None
    readings: tuple[GroundReading, ...]


def verdict_of(grounds: Sequence[GroundParts], view: View, purposes: frozenset[str]) -> Verdict:
    """Read all grounds and choose the best."""
    readings = tuple([parts.plan.read(view, purposes) for parts in grounds])
    rows = [
        (reading.outcome, parts.plan.strength_of(reading))
        for parts, reading in zip(grounds, readings, strict=True)
    ]
    outcome = best([found for found, _ in rows])
    strength = strength_of(outcome, rows)
    return Verdict(outcome, strength, could_be(strength, rows), readings)


def waiting_in(grounds: Sequence[GroundParts], verdict: Verdict) -> list[tuple[CriterionPlan, Reading]]:
    """Give the unknown criteria that can change the outcome, or make the claim stronger."""
    if verdict.outcome is not Outcome.UNKNOWN and verdict.could_be is None:
        return []
    return [
        pair
        for parts, reading in zip(grounds, verdict.readings, strict=True)
        if reading.outcome is Outcome.UNKNOWN and _is_stronger(parts.plan.strength, verdict.strength)
        for pair in reading.waiting
    ]


def ground_answers(grounds: Sequence[GroundParts], verdict: Verdict, view: View) -> tuple[GroundAnswer, ...]:
    """Give the grounds with their outcomes and reasons."""
    pairs = zip(grounds, verdict.readings, strict=True)
    return tuple([parts.answer(reading, view) for parts, reading in pairs])


def _is_stronger(strength: Strength, than: Strength | None) -> bool:
    return than is None or STRONGEST_FIRST.index(strength) < STRONGEST_FIRST.index(than)
