"""Comparison: what differs in meaning between two handbooks, and in what they say about a case.

Pure, like assessment: no clock, no file, no network. Two municipalities, or one on two dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from laget.comparison.consents import consent_differences
from laget.comparison.duties import duty_differences
from laget.comparison.sides import Prepared, Side
from laget.comparison.standings import name_differences, standing_differences
from laget.comparison.terms import fee_differences, limit_differences, link_differences, step_differences
from laget.comparison.ways import ladders_difference, role_differences, route_differences
from laget.comparison.witnesses import BOUND, difference
from laget.model.answers import CONTRACT, EntitlementAnswer
from laget.model.differences import CaseRow, CaseSide, ComparedSide, Comparison, CriteriaDifference
from laget.model.witnesses import GroundsDifference


def compare(first: Side, second: Side, *, bound: int = BOUND) -> Comparison:
    """Compare two handbooks by meaning, and what they say about a case where both sides have one.

    `bound` is the greatest number of cases that are tried for each entitlement and each role.
    """
    one, other = Prepared(first), Prepared(second)
    shared = sorted({*first.handbook.entitlements} & {*second.handbook.entitlements})
    standing = tuple(standing_differences(one, other))
    criteria = tuple(_criteria_differences(one, other, shared, bound))
    limits = tuple(limit_differences(one, other, shared))
    fees = tuple(fee_differences(one, other, shared))
    steps = tuple(step_differences(one, other, shared))
    routes = tuple(route_differences(one, other, shared))
    roles = tuple(role_differences(one, other, bound))
    levels = ladders_difference(one, other)
    links = tuple(link_differences(one, other, shared))
    names = tuple(name_differences(one, other))
    duties = tuple(duty_differences(one, other))
    consents = tuple(consent_differences(one, other))
    searched = [found.grounds for found in criteria] + [found.holding for found in roles if found.holding]
    others = any(found.otherwise for found in roles)
    terms = (standing, limits, fees, steps, routes, levels, links, names, duties, consents, others)
    return Comparison(
        contract=CONTRACT,
        first=_compared(one),
        second=_compared(other),
        same=_is_same(searched, differs=any(terms)),
        standing=standing,
        criteria=criteria,
        limits=limits,
        fees=fees,
        steps=steps,
        routes=routes,
        roles=roles,
        levels=levels,
        links=links,
        names=names,
        duties=duties,
        consents=consents,
        case=_case_rows(one, other) if first.case and second.case else None,
        past=None,
    )


def _is_same(searched: list[GroundsDifference], *, differs: bool) -> bool | None:
    """Tell whether nothing differs; unknown when nothing was found, and not everything tried."""
    if differs or any(found.better_in_first or found.better_in_second for found in searched):
        return False
    return None if searched else True


def _criteria_differences(
    first: Prepared, second: Prepared, shared: list[str], bound: int
) -> Iterator[CriteriaDifference]:
    for name in shared:
        if name not in first.assessed or name not in second.assessed:
            continue
        one, other = first.assessed[name], second.assessed[name]
        found = difference((first.plan, one.grounds), (second.plan, other.grounds), bound)
        if found is not None:
            yield CriteriaDifference(
                id=name,
                kind=one.entitlement.kind,
                first_name=one.entitlement.name,
                second_name=other.entitlement.name,
                first_own=first.has_own_criteria(one.entitlement),
                second_own=second.has_own_criteria(other.entitlement),
                grounds=found,
            )


def _compared(side: Prepared) -> ComparedSide:
    answer = side.assessment
    return ComparedSide(municipality=answer.municipality, on=answer.on, receipt=answer.receipt)


def _case_rows(first: Prepared, second: Prepared) -> tuple[CaseRow, ...]:
    one, other = ({found.id: found for found in side.assessment.entitlements} for side in (first, second))
    return tuple(_case_row(name, one.get(name), other.get(name)) for name in sorted({*one, *other}))


def _case_row(id_: str, first: EntitlementAnswer | None, second: EntitlementAnswer | None) -> CaseRow:
    sides = _case_side(first), _case_side(second)
    return CaseRow(id=id_, differs=_says(sides[0]) != _says(sides[1]), first=sides[0], second=sides[1])


def _case_side(answer: EntitlementAnswer | None) -> CaseSide | None:
    if answer is None:
        return None
    return CaseSide(
        name=answer.name,
        outcome=answer.outcome,
        strength=answer.strength,
        provisional=answer.provisional,
    )


def _says(side: CaseSide | None) -> tuple[object, ...] | None:
    if side is None:
        return None
    return (side.outcome, side.strength, side.provisional.outcome, side.provisional.strength)


__all__ = ["BOUND", "Side", "compare"]
