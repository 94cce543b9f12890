"""Verdicts: what several grounds, of which one is enough, come to in a case."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from laget.assessment.conditions import Condition, Reading
from laget.assessment.grounds import CriterionPlan, GroundReading
from laget.assessment.outcomes import STRONGEST_FIRST, best, could_be, strength_of
from laget.assessment.reasons import GroundParts
from laget.assessment.views import View
from laget.model.answers import GroundAnswer, Outcome
from laget.model.entitlements import Strength

KEPT_VERDICTS = 1024
"""How many verdicts on the same grounds are kept: there are few ways in which they can stand."""


@frozen(eq=False)
class Verdict:
    """What some grounds come to with some knowledge."""

    outcome: Outcome
    strength: Strength | None
    could_be: Strength | None
    at_best: Outcome
    """The best outcome that further facts can lead to."""
    readings: tuple[GroundReading, ...]
    waiting: tuple[tuple[CriterionPlan, Reading], ...]
    """The unknown criteria that can change the outcome, or make the claim stronger."""
    asking: tuple[Condition, ...]
    """Those of their conditions that facts can settle: the others wait for the source."""
    listing: tuple[Condition, ...]
    """Those of their conditions that read what the child already has."""


@frozen(eq=False)
class Grounds:
    """Grounds of which one is enough, prepared for being read many times."""

    parts: tuple[GroundParts, ...]
    _made: dict[tuple[GroundReading, ...], Verdict] = field(factory=dict, init=False, repr=False)

    def outcome(self, view: View, purposes: frozenset[str]) -> Outcome:
        """Give the outcome of the best ground, and no more."""
        return best([parts.plan.read(view, purposes).outcome for parts in self.parts])

    def verdict(self, view: View, purposes: frozenset[str]) -> Verdict:
        """Read all grounds and choose the best. Equal readings give the same object, which is kept."""
        readings = tuple([parts.plan.read(view, purposes) for parts in self.parts])
        made = self._made.get(readings)
        if made is None:
            if len(self._made) >= KEPT_VERDICTS:
                self._made.clear()
            made = self._made[readings] = self._verdict(readings)
        return made

    def answers(self, verdict: Verdict, view: View) -> tuple[GroundAnswer, ...]:
        """Give the grounds with their outcomes and reasons."""
        pairs = zip(self.parts, verdict.readings, strict=True)
        return tuple([parts.answer(reading, view) for parts, reading in pairs])

    def _verdict(self, readings: tuple[GroundReading, ...]) -> Verdict:
        rows = [
            (reading.outcome, parts.plan.strength_of(reading))
            for parts, reading in zip(self.parts, readings, strict=True)
        ]
        outcome = best([found for found, _ in rows])
        strength = strength_of(outcome, rows)
        hoped = could_be(strength, rows)
        is_open = outcome is Outcome.UNKNOWN or hoped is not None
        waiting = tuple(self._waiting(readings, strength)) if is_open else ()
        return Verdict(
            outcome=outcome,
            strength=strength,
            could_be=hoped,
            at_best=best([reading.at_best for reading in readings]),
            readings=readings,
            waiting=waiting,
            asking=tuple(plan.condition for plan, found in waiting if found.unclear is not True),
            listing=tuple(plan.condition for plan, _ in waiting if plan.condition.reads_lists),
        )

    def _waiting(
        self, readings: tuple[GroundReading, ...], strength: Strength | None
    ) -> Iterator[tuple[CriterionPlan, Reading]]:
        for parts, reading in zip(self.parts, readings, strict=True):
            if reading.outcome is Outcome.UNKNOWN and _is_stronger(parts.plan.strength, strength):
                yield from reading.waiting


def _is_stronger(strength: Strength, than: Strength | None) -> bool:
    return than is None or STRONGEST_FIRST.index(strength) < STRONGEST_FIRST.index(than)
