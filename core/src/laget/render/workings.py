"""How two municipalities work, side by side: acts before a decision, the way, roles, ladders, relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.model.answers import ChoiceState
from laget.model.differences import (
    Comparison,
    LadderSide,
    LinkSide,
    RoleSide,
    RouteDifference,
    StepDifference,
    StepSide,
    WaySide,
)
from laget.render.layout import bullets, marked, wrapped
from laget.render.rows import Row, row_lines
from laget.render.witnesses import Pair, grounds_lines
from laget.render.words import Names


def step_lines(rows: Iterable[StepDifference], pair: Pair) -> Iterator[str]:
    """Give acts before a decision that differ, as text."""
    yield from row_lines(step_rows(rows, pair), pair)


def step_rows(rows: Iterable[StepDifference], pair: Pair) -> Iterator[Row]:
    """Give acts before a decision that differ."""
    for row in rows:
        what = _about(row.step_name, row.about, pair)
        yield Row(what, _step(row.first, pair), _step(row.second, pair))


def _about(what: str, about: Iterable[str], pair: Pair) -> str:
    books = (pair.first_names.handbook, pair.second_names.handbook)
    known = {name: entry.name for book in reversed(books) for name, entry in book.entitlements.items()}
    return f"{what[:1].upper()}{what[1:]} ({', '.join(known[name] for name in about)})"


def _step(step: StepSide | None, pair: Pair) -> str:
    if step is None:
        return pair.say("diff_no_step")
    who = f" ({pair.say('step_who', name=step.who)})" if step.who else ""
    return f"{step.text}{who}"


def route_lines(rows: Iterable[RouteDifference], pair: Pair) -> Iterator[str]:
    """Give steps of the way that go another way, as text."""
    yield from row_lines(route_rows(rows, pair), pair)


def route_rows(rows: Iterable[RouteDifference], pair: Pair) -> Iterator[Row]:
    """Give steps of the way that go another way."""
    for row in rows:
        sides = _way(row.first, pair.first_names), _way(row.second, pair.second_names)
        yield Row(_about(row.step_name, row.about, pair), *sides)


def _way(side: WaySide | None, names: Names) -> str:
    if side is None or side.state is ChoiceState.SILENT:
        return names.say("step_silent")
    who = names.listed(dict.fromkeys(doer.name for doer in side.who), "or")
    match side.state:
        case ChoiceState.SETTLED:
            return who
        case ChoiceState.OPEN:
            waits = names.listed(map(names.fact, side.missing)) or names.say("value_unknown")
            return names.say("step_open", candidates=who, facts=waits)
        case _:
            return names.say("step_unclear", candidates=who) if who else names.say("step_silent")


def role_lines(found: Comparison, pair: Pair) -> Iterator[str]:
    """Give roles that only one side has, or that are appointed or held in another way."""
    for place, names in ((pair.first, _only(found, first=True)), (pair.second, _only(found, first=False))):
        if names:
            said = pair.say("diff_only_roles", place=place)
            yield from marked("•", pair.say("stated", what=said, value=", ".join(sorted(names))))
    for row in found.roles:
        if row.first is not None and row.second is not None:
            yield from wrapped(row.first.name, 2)
            yield from appointing_lines(row.first, row.second, pair)
            if row.holding is not None:
                yield from grounds_lines(row.holding, pair, "candidate")


def _only(found: Comparison, *, first: bool) -> list[str]:
    pairs = ((row.first, row.second) if first else (row.second, row.first) for row in found.roles)
    return [one.name for one, other in pairs if one is not None and other is None]


def appointing_lines(first: RoleSide, second: RoleSide, pair: Pair) -> Iterator[str]:
    """Give who appoints for a role, and who may hold it where only one side says, as text."""
    yield from row_lines(appointing_rows(first, second, pair), pair, 4)


def appointing_rows(first: RoleSide, second: RoleSide, pair: Pair) -> Iterator[Row]:
    """Give who appoints for a role, and who may hold it where only one side says."""
    for key, one, other in (
        ("diff_appoint_unit", first.appoint_unit, second.appoint_unit),
        ("diff_appoint_person", first.appoint_person, second.appoint_person),
    ):
        said = _way(one, pair.first_names), _way(other, pair.second_names)
        if said[0] != said[1]:
            yield Row(pair.say(key), *said)
    if bool(first.holders) != bool(second.holders):
        silent = pair.say("diff_silent_holders")
        said = " ".join(first.holders) or silent, " ".join(second.holders) or silent
        yield Row(pair.say("holders"), *said)


def ladder_lines(found: Comparison, pair: Pair) -> Iterator[str]:
    """Give the ladders of both sides beside each other; no level is said to be another's."""
    if found.levels is None:
        return
    yield from wrapped(pair.say("diff_levels_differ"), 2)
    for place, ladders in ((pair.first, found.levels.first), (pair.second, found.levels.second)):
        yield from wrapped(
            pair.say("stated", what=place, value="" if ladders else pair.say("diff_no_levels")), 2
        )
        for ladder in ladders:
            yield from _ladder(ladder)


def ladder_rows(found: Comparison, pair: Pair) -> Iterator[Row]:
    """Give each ladder that differs as it is on both sides, for one municipality then and now."""
    if found.levels is None:
        return
    one, other = (
        {ladder.id: ladder for ladder in side} for side in (found.levels.first, found.levels.second)
    )
    for name in sorted({*one, *other}):
        said = [_levels(side.get(name)) or pair.say("diff_no_levels") for side in (one, other)]
        yield Row((other.get(name) or one[name]).name, said[0], said[1])


def _levels(ladder: LadderSide | None) -> str:
    return "; ".join(f"{level.name}: {level.text.rstrip('.')}" for level in ladder.levels) if ladder else ""


def _ladder(ladder: LadderSide) -> Iterator[str]:
    yield from wrapped(ladder.name, 4)
    yield from bullets((f"{level.name}: {level.text}" for level in ladder.levels), 6)


def link_lines(found: Comparison, pair: Pair) -> Iterator[str]:
    """Give relations between entitlements that differ, as text."""
    yield from row_lines(link_rows(found, pair), pair)


def link_rows(found: Comparison, pair: Pair) -> Iterator[Row]:
    """Give relations between entitlements that differ."""
    for row in found.links:
        what = _about_link(row.about, pair.first_names.known("kind", row.kind.value), row.to, pair)
        yield Row(what, _link(row.first, pair), _link(row.second, pair))


def _about_link(about: str, kind: str, to: str, pair: Pair) -> str:
    books = (pair.first_names.handbook, pair.second_names.handbook)
    known = {name: entry.name for book in reversed(books) for name, entry in book.entitlements.items()}
    return f"{known.get(about, about)} {kind} {known.get(to, to)}"


def _link(link: LinkSide | None, pair: Pair) -> str:
    return link.text if link else pair.say("diff_no_link")
