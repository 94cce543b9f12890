"""Duties that differ, in words: the deadline first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.model.duty_differences import DutyDifference, DutyPart, DutySide
from laget.render.rows import Row
from laget.render.witnesses import Pair
from laget.render.words import Names


def duty_rows(found: Iterable[DutyDifference], pair: Pair) -> Iterator[Row]:
    """Give duties that differ: the deadline and who it is for, and whatever else is another."""
    for row in found:
        named = row.second or row.first
        if named is not None:
            first = _duty(row.first, row, pair.first_names)
            yield Row(named.text, first, _duty(row.second, row, pair.second_names))


def _duty(side: DutySide | None, row: DutyDifference, names: Names) -> str:
    if side is None:
        return names.say("diff_no_step")
    return "; ".join([*_always(side, row, names), *_where_other(side, row, names)])


def _always(side: DutySide, row: DutyDifference, names: Names) -> Iterator[str]:
    """Say when and by whom, wherever the difference is."""
    silent = names.say("calendar_not_said")
    yield side.when
    yield names.say("change_owner", name=side.owner_name or silent)
    if side.recipient_name or DutyPart.RECIPIENT in row.parts:
        yield names.say("change_recipient", name=side.recipient_name or silent)


def _where_other(side: DutySide, row: DutyDifference, names: Names) -> Iterator[str]:
    """Say the rest of what differs."""
    if DutyPart.FORCE in row.parts:
        yield names.say(f"change_force_{side.force.value}")
    if DutyPart.DONE_BY in row.parts:
        events = [names.handbook.events[event].label for event in side.done_by]
        yield names.say("change_done_by", what=names.listed(events) or names.say("change_nothing"))
    if DutyPart.ABOUT in row.parts:
        services = [names.handbook.entitlements[name].name for name in side.about]
        yield names.say("change_about", what=names.listed(services) or names.say("change_everything"))
    if DutyPart.UNCLEAR in row.parts and side.unclear:
        yield names.say("change_unclear", text=side.unclear)
