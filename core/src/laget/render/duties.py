"""Duties of a case as text: the day first, then what must be done, by whom, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable

from laget.model.answers import DutyAnswer, DutyState
from laget.render.calendar import days_words
from laget.render.layout import marked, wrapped
from laget.render.words import Names


def duty_lines(duties: Iterable[DutyAnswer], names: Names, *, whole: bool = False) -> list[str]:
    """Give the duties; with `whole`, also those that are done, and where each stands."""
    shown = [duty for duty in duties if whole or duty.state is not DutyState.DONE]
    return [line for duty in shown for line in _duty(duty, names, whole=whole)]


def _duty(duty: DutyAnswer, names: Names, *, whole: bool) -> list[str]:
    lines = marked("!" if duty.overdue else "•", f"{_day(duty, names)}: {duty.text}")
    rows = [_state(duty, names), _who(duty, names), names.say("calendar_when", text=_counted(duty, names))]
    if duty.missing:
        rows.append(names.say("duty_missing", facts=names.listed(map(names.fact, duty.missing))))
    if duty.moved_from:
        rows.append(names.say("calendar_moved", text=names.day(duty.moved_from)))
    if duty.forms:
        titles = [names.handbook.forms[name].title for name in duty.forms]
        rows.append(names.say("calendar_forms", text=", ".join(titles)))
    if duty.unclear:
        rows.append(names.say("calendar_unclear", text=duty.unclear))
    basis = names.basis(duty.sources, duty.law)
    if basis and (whole or duty.overdue):
        rows.append(names.say("calendar_basis", text="; ".join(basis)))
    return [*lines, *(line for row in rows for line in wrapped(row, 4, 2))]


def _day(duty: DutyAnswer, names: Names) -> str:
    if duty.due is not None:
        off = f" ({duty.day_off})" if duty.day_off else ""
        return f"{names.day(duty.due)}{off}"
    if duty.window:
        first, last = duty.window
        return names.say("duty_window", first=names.day(first), last=names.day(last))
    return names.say("duty_no_day")


def _state(duty: DutyAnswer, names: Names) -> str:
    """Say whether it is done, and how long it is to the last day. What nothing shows is not called undone."""
    if duty.done_on is not None:
        return names.say("duty_done_late" if duty.late else "duty_done", day=names.day(duty.done_on))
    left = days_words(duty.days_left, names.language) if duty.days_left is not None else None
    if duty.overdue:
        said = names.say("duty_overdue")
    else:
        said = names.say("duty_open" if duty.state is DutyState.OPEN else "duty_unknown")
    return f"{left[0].upper()}{left[1:]}. {said}" if left else said


def _who(duty: DutyAnswer, names: Names) -> str:
    owner = names.say("calendar_owner", text=duty.owner_name or names.say("calendar_not_said"))
    return f"{owner} {names.say('calendar_to', text=duty.to_name)}" if duty.to_name else owner


def _counted(duty: DutyAnswer, names: Names) -> str:
    """Say what the day is counted from, with that day."""
    if duty.counted_from is None:
        return duty.when
    services = names.handbook.entitlements
    about = [services[name].name for name in duty.about if name in services]
    what = f", {names.listed(about)}" if about and duty.event else ""
    return f"{duty.when} ({names.day(duty.counted_from)}{what})"
