"""Who does what otherwise after a move, with steps that go the same other way together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from laget.model.answers import ChoiceState
from laget.model.differences import RouteDifference
from laget.render.layout import wrapped
from laget.render.witnesses import Pair
from laget.render.workings import route_lines


def way_lines(found: Sequence[RouteDifference], pair: Pair, *, whole: bool) -> Iterator[str]:
    """Give who does what; where one side is silent, only how many steps that are, unless `whole`."""
    told = [row for row in found if whole or not _is_silent(row)]
    yield from route_lines(_joined(told, pair), pair)
    left = len(found) - len(told)
    if left:
        said = pair.say("move_more_steps", count=str(left), first=pair.first, second=pair.second)
        yield from wrapped(said, 2)


def _is_silent(row: RouteDifference) -> bool:
    return ChoiceState.SILENT in (row.first.state, row.second.state)


def _joined(found: Iterable[RouteDifference], pair: Pair) -> Iterator[RouteDifference]:
    """Put the steps together that are about the same things and go the same two ways."""
    alike: dict[tuple[object, ...], list[RouteDifference]] = {}
    for row in found:
        alike.setdefault((row.about, row.first, row.second), []).append(row)
    for rows in alike.values():
        names = [rows[0].step_name, *(row.step_name.lower() for row in rows[1:])]
        yield evolve(rows[0], step_name=pair.first_names.listed(names))
