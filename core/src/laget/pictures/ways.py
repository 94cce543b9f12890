"""Ways: which services go the same way, and which neighbouring steps one does. Nothing is drawn here.

Reads an assessment of a case in which nothing is known: its routes are the only meaning of a way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import frozen

from laget.assessment import Assessor
from laget.model.answers import Assessment, ChoiceState, EntitlementAnswer, OfferAnswer, RouteAnswer
from laget.model.case import Case
from laget.model.handbook import Handbook

Key = tuple[object, ...]


@frozen
class Way:
    """The way that some services go, each step with its answer."""

    services: tuple[str, ...]
    """What they are called."""
    steps: tuple[RouteAnswer, ...]

    def only(self, kept: Sequence[str]) -> Way:
        """Give the way with some of its steps."""
        return Way(self.services, tuple(step for step in self.steps if step.step in kept))

    def stretches(self) -> list[tuple[int, int, RouteAnswer]]:
        """Put neighbouring steps that go alike together: first and last position, and the answer."""
        found = []
        for _, members in groupby(enumerate(self.steps), key=lambda member: _key(member[1])):
            positions = [position for position, _ in members]
            found.append((positions[0], positions[-1], self.steps[positions[0]]))
        return found

    @property
    def told(self) -> int:
        """How many steps the source says something of."""
        return sum(step.state is not ChoiceState.SILENT for step in self.steps)


def without_a_case(handbook: Handbook, language: str) -> Assessment:
    """Assess a case in which nothing is known: what is settled then is settled for everybody."""
    return Assessor(handbook, language).assess(Case(on=handbook.on), handbook.on)


def answers_of(assessment: Assessment) -> list[EntitlementAnswer | OfferAnswer]:
    """Give everything that has a way."""
    return [*assessment.entitlements, *assessment.offers]


def ways_of(assessment: Assessment) -> tuple[Way, ...]:
    """Put everything that goes the same way together; what the source says most of comes first."""
    grouped: dict[Key, list[tuple[str, tuple[RouteAnswer, ...]]]] = {}
    for found in answers_of(assessment):
        grouped.setdefault(tuple(map(_key, found.route)), []).append((found.name, found.route))
    ways = [
        Way(tuple(name for name, _ in members), route)
        for members in grouped.values()
        for _, route in members[:1]
    ]
    return tuple(sorted(ways, key=lambda way: -way.told))


def silent_steps(ways: Sequence[Way]) -> tuple[RouteAnswer, ...]:
    """Give the steps that the source says nothing of, for anything."""
    steps = zip(*(way.steps for way in ways), strict=True) if ways else ()
    return tuple(column[0] for column in steps if all(step.state is ChoiceState.SILENT for step in column))


def _key(answer: RouteAnswer) -> Key:
    return (
        answer.state,
        answer.office,
        answer.role,
        answer.name,
        answer.assigned_by,
        answer.candidates,
        answer.missing,
    )
