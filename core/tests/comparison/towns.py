"""Small towns beside each other, for tests that are about one kind of difference each."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from laget.comparison import BOUND, Side, compare
from laget.model.differences import Comparison, LaddersDifference
from laget.model.witnesses import GroundsDifference, Witness, WitnessSide
from laget.municipality import Municipality
from laget.plain import to_plain

from ..assessment.rules import ON, criterion, ground, service, town

DAY = date.fromisoformat(ON)


def side(place: Municipality, on: date = DAY) -> Side:
    """Give a town as a side."""
    return Side(handbook=place.handbook(on))


def compared(first: Municipality, second: Municipality, *, bound: int = BOUND) -> Comparison:
    """Compare two towns on one day."""
    return compare(side(first), side(second), bound=bound)


def town_of(*conditions: str, **more: Any) -> Municipality:
    """Give a town with one entitlement that has one ground of conditions."""
    return town(entitlements=[service(ground(*map(criterion, conditions)), **more)])


def separated(first: Municipality, second: Municipality, *, bound: int = BOUND) -> GroundsDifference:
    """Give what differs in the criteria of the one entitlement of two towns."""
    (found,) = compared(first, second, bound=bound).criteria
    return found.grounds


def witness_of(found: Witness | None) -> Witness:
    """Give a witness that must be there."""
    assert found is not None
    return found


def answered_again(place: Municipality, said: WitnessSide, about: str) -> tuple[object, object]:
    """Assess the case of a witness anew, as a host would that read it from JSON."""
    assessment = place.assess(to_plain(said.case))  # type: ignore[arg-type]  # a mapping, as its class says
    answer = next(found for found in assessment.entitlements if found.id == about)
    return answer.outcome, answer.strength


def mirrored(found: Comparison) -> Comparison:
    """Give a comparison with its two sides changed."""
    levels = found.levels and LaddersDifference(first=found.levels.second, second=found.levels.first)
    turned: Comparison = _turned(found)
    return evolve(
        turned,
        levels=levels,
        criteria=tuple(
            evolve(
                row,
                first_name=row.second_name,
                second_name=row.first_name,
                first_own=row.second_own,
                second_own=row.first_own,
                grounds=_grounds(row.grounds),
            )
            for row in found.criteria
        ),
        limits=tuple(_named(row) for row in found.limits),
        fees=tuple(_named(row) for row in found.fees),
        roles=tuple(
            evolve(_turned(row), holding=row.holding and _grounds(row.holding)) for row in found.roles
        ),
        standing=tuple(map(_turned, found.standing)),
        steps=tuple(map(_turned, found.steps)),
        routes=tuple(map(_turned, found.routes)),
        links=tuple(map(_turned, found.links)),
        names=tuple(map(_turned, found.names)),
        duties=tuple(map(_turned, found.duties)),
        consents=tuple(
            evolve(_turned(row), witness=row.witness and _turned(row.witness)) for row in found.consents
        ),
        case=found.case and tuple(_turned(row) for row in found.case),
    )


def _turned(found: Any) -> Any:
    return evolve(found, first=found.second, second=found.first)


def _named(found: Any) -> Any:
    return evolve(_turned(found), first_name=found.second_name, second_name=found.first_name)


def _grounds(found: GroundsDifference) -> GroundsDifference:
    return evolve(
        found,
        better_in_first=found.better_in_second and _turned(found.better_in_second),
        better_in_second=found.better_in_first and _turned(found.better_in_first),
    )
