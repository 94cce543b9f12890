"""Ways: steps that go another way, roles that are appointed or held in another way, and ladders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from laget.assessment.roles import APPOINT_PERSON, APPOINT_UNIT
from laget.checks.choices import lines_for
from laget.comparison.meaning import Meaning, formula_meaning, unclear_meaning
from laget.comparison.sides import Prepared
from laget.comparison.witnesses import difference
from laget.model.answers import RouteAnswer
from laget.model.choices import Ladder, Level, RouteLine, Target
from laget.model.differences import (
    LaddersDifference,
    LadderSide,
    LevelSide,
    RoleDifference,
    RoleSide,
    RouteDifference,
    WaySide,
)

APPOINTING = (APPOINT_UNIT, APPOINT_PERSON)
"""Steps that are shown with the role that they are about."""


@frozen
class Look:
    """How the way is looked at: as the rules have it for all cases, or as it goes in the sides' cases."""

    ways: Callable[[Prepared], Mapping[str, tuple[RouteAnswer, ...]]]
    """The way of each entitlement, by id."""
    meaning: Callable[[Prepared, RouteAnswer, str], Meaning]
    """What a step for an entitlement comes to."""

    def steps(self, side: Prepared, entitlement: str) -> dict[str, RouteAnswer]:
        """Give the steps of the way for an entitlement, by id."""
        return {step.step: step for step in self.ways(side).get(entitlement, ())}


def route_differences(
    first: Prepared, second: Prepared, shared: Iterable[str], look: Look | None = None
) -> Iterator[RouteDifference]:
    """Find steps that go another way, those that are alike for many entitlements together."""
    look = look or IN_GENERAL
    found: dict[tuple[str, WaySide, WaySide], list[str]] = defaultdict(list)
    for name in shared:
        one, other = (look.steps(side, name) for side in (first, second))
        skipped = APPOINTING if name in first.handbook.roles and name in second.handbook.roles else ()
        for step in sorted({*one} & {*other}):
            if step in skipped:
                continue
            if look.meaning(first, one[step], name) != look.meaning(second, other[step], name):
                key = (step, first.way_side(one[step]), second.way_side(other[step]))
                found[key].append(name)
    places = {step: (route.position, step) for step, route in first.handbook.routes.items()}
    names = {step: route.name for step, route in first.handbook.routes.items()}
    for (step, before, after), about in sorted(found.items(), key=lambda item: (places[item[0][0]], item[1])):
        yield RouteDifference(
            step=step, step_name=names[step], about=tuple(about), first=before, second=after
        )


def _goes(side: Prepared, step: str, entitlement: str, above: tuple[str, ...] = ()) -> Meaning:
    """Give every way that a step can go, with when; a step like another goes that one's way."""
    route = side.handbook.routes.get(step)
    if route is None or step in above:
        return ()
    lines = lines_for(route, entitlement)
    return tuple(sorted((_line(side, line, entitlement, (*above, step)) for line in lines), key=repr))


def _line(side: Prepared, line: RouteLine, entitlement: str, above: tuple[str, ...]) -> Meaning:
    when = (formula_meaning(line.when), unclear_meaning(line.unclear))
    if line.to.same_as is not None:
        return (_goes(side, line.to.same_as, entitlement, above), *when)
    return (_target(side, line.to), *when)


def _target(side: Prepared, target: Target) -> Meaning:
    """Give who a line points to by what can be seen from outside: what it is, whose, and its name."""
    assigned = target.assigned_by and side.name_of(target.assigned_by)
    role = target.role and side.name_of(target.role)
    return (_office(side, target.office), _office(side, target.at), role, assigned, target.holder_of)


def _office(side: Prepared, name: str | None) -> Meaning | None:
    if name is None:
        return None
    office = side.handbook.offices[name]
    return (office.kind.value, office.owner.value, office.name)


def _settled(side: Prepared, answer: RouteAnswer) -> Meaning:
    """Give who does a step in the side's case, by what can be seen from outside."""
    found = side.way_side(answer)
    who = sorted({(_office(side, doer.office), doer.name) for doer in found.who}, key=repr)
    assigned = answer.assigned_by and side.name_of(answer.assigned_by)
    return (answer.state.value, tuple(who), assigned, found.missing)


IN_GENERAL = Look(lambda side: side.ways, lambda side, step, about: _goes(side, step.step, about))
"""Before anything is known of a case: every way that a step can go, with when."""

IN_THE_CASE = Look(lambda side: side.settled_ways, lambda side, step, _: _settled(side, step))
"""In the sides' own cases."""


def role_differences(first: Prepared, second: Prepared, bound: int) -> Iterator[RoleDifference]:
    """Find roles that only one side has, or that are appointed or held in another way."""
    ways_to_hold = [{found.role.id: found.holding for found in side.plan.roles} for side in (first, second)]
    for name, one, other, otherwise in role_sides(first, second, IN_GENERAL):
        mine, theirs = (ways.get(name) for ways in ways_to_hold)
        holding = None
        if mine and theirs:
            holding = difference((first.plan, mine), (second.plan, theirs), bound)
        if holding or otherwise:
            yield RoleDifference(role=name, first=one, second=other, otherwise=otherwise, holding=holding)


def role_sides(
    first: Prepared, second: Prepared, look: Look
) -> Iterator[tuple[str, RoleSide | None, RoleSide | None, bool]]:
    """Give each role as it is on both sides, and whether more than the tests of a candidate differs."""
    for name in sorted({*first.handbook.roles, *second.handbook.roles}):
        one, other = _role(first, name, look), _role(second, name, look)
        otherwise = _role_meaning(first, name, one, look) != _role_meaning(second, name, other, look)
        yield name, one, other, otherwise


def _role(side: Prepared, name: str, look: Look) -> RoleSide | None:
    role = side.handbook.roles.get(name)
    if role is None:
        return None
    steps = look.steps(side, name)
    return RoleSide(
        name=role.name,
        appoint_unit=side.way_side(steps[APPOINT_UNIT]) if APPOINT_UNIT in steps else None,
        appoint_person=side.way_side(steps[APPOINT_PERSON]) if APPOINT_PERSON in steps else None,
        holders=tuple(found.text for found in role.holders),
        tested=bool(role.holding),
    )


def _role_meaning(side: Prepared, name: str, role: RoleSide | None, look: Look) -> Meaning | None:
    """Give what can be compared: who may hold a role stands in words, so only silence differs from speech."""
    if role is None:
        return None
    steps = look.steps(side, name)
    found = [steps.get(step) for step in APPOINTING if name in side.handbook.entitlements]
    ways = [look.meaning(side, step, name) if step else () for step in found]
    return (tuple(ways), bool(role.holders), role.tested)


def ladders_difference(first: Prepared, second: Prepared) -> LaddersDifference | None:
    """Put the ladders of both sides beside each other; never map a level of one to a level of another."""
    one, other = _ladder_meanings(first), _ladder_meanings(second)
    if one == other:
        return None
    return LaddersDifference(first=_ladders(first, other), second=_ladders(second, one))


def _ladder_meanings(side: Prepared) -> set[Meaning]:
    return {_ladder_meaning(ladder) for ladder in side.handbook.ladders.values()}


def _ladder_meaning(ladder: Ladder) -> Meaning:
    levels = tuple(
        (level.id, formula_meaning(level.when), unclear_meaning(level.unclear), tuple(sorted(level.brings)))
        for level in ladder.levels
    )
    return (ladder.id, levels)


def _ladders(side: Prepared, others: set[Meaning]) -> tuple[LadderSide, ...]:
    return tuple(
        LadderSide(
            id=ladder.id,
            name=ladder.name,
            levels=tuple(_level(level) for level in ladder.levels),
        )
        for ladder in sorted(side.handbook.ladders.values(), key=lambda found: found.id)
        if _ladder_meaning(ladder) not in others
    )


def _level(level: Level) -> LevelSide:
    return LevelSide(id=level.id, name=level.name, text=level.text, when=level.when.text)
