"""Ways: who does each step, from first contact to appeal, and where a case stands on each ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import assert_never

from laget.model.answers import ChoiceState, LevelAnswer, RouteAnswer
from laget.render.layout import bullets, wrapped
from laget.render.words import Names

FEW = 5
"""How many facts a level can depend on before they are only counted."""


def way_lines(route: Iterable[RouteAnswer], names: Names, *, whole: bool = False) -> list[str]:
    """Give who does each step; steps that are silent share a line, unless everything is asked for."""
    steps = list(route)
    silent = [step for step in steps if step.state is ChoiceState.SILENT]
    lines: list[str] = []
    for _, group in groupby((step for step in steps if whole or step not in silent), _samedoer(whole=whole)):
        lines += step_lines(list(group), names, whole=whole)
    if silent and not whole:
        lines += wrapped(
            names.say("steps_silent", steps=names.listed(step.step_name.lower() for step in silent)), 2, 2
        )
    return lines


def _samedoer(*, whole: bool) -> Callable[[RouteAnswer], object]:
    def key(step: RouteAnswer) -> object:
        settled = step.state is ChoiceState.SETTLED and not whole
        return (step.office, step.role, step.name, step.assigned_by) if settled else step.step

    return key


def step_lines(steps: list[RouteAnswer], names: Names, *, whole: bool) -> list[str]:
    """Give steps that one does, or a single step that is not settled, with what the source says."""
    first = steps[0]
    title = names.listed(step.step_name if step is first else step.step_name.lower() for step in steps)
    lines = wrapped(names.say("stated", what=title, value=doer(first, names)), 2, 2)
    if whole or first.state in (ChoiceState.OPEN, ChoiceState.UNCLEAR):
        lines += bullets(first.texts, 4)
    basis = names.basis(first.sources, first.law) if whole else []
    return [*lines, *(wrapped(names.say("basis", places="; ".join(basis)), 4, 2) if basis else [])]


def doer(step: RouteAnswer, names: Names) -> str:
    """Say who does a step; what that depends on, when it is open; that the source is silent, when it is."""
    candidates = names.listed((candidate.name for candidate in step.candidates), "or")
    match step.state:
        case ChoiceState.SETTLED:
            chosen = names.say("assigned_by", name=names.who(step.assigned_by)) if step.assigned_by else ""
            return f"{step.name}{chosen}"
        case ChoiceState.OPEN:
            waits = names.listed(map(names.fact, step.missing)) or names.say("value_unknown")
            return names.say("step_open", candidates=candidates, facts=waits)
        case ChoiceState.UNCLEAR:
            return names.say("step_unclear", candidates=candidates or names.say("value_unknown"))
        case ChoiceState.SILENT:
            return names.say("step_silent")
        case _:
            assert_never(step.state)


def level_lines(level: LevelAnswer, names: Names, *, whole: bool = False) -> list[str]:
    """Give where a case stands on a ladder, and what that depends on."""
    named = {found.id: found.name for found in names.handbook.ladders[level.ladder].levels}
    if level.state is ChoiceState.SETTLED:
        lines = wrapped(names.say("stated", what=level.name, value=named[level.level or ""]), 2, 2)
        return [*lines, *(bullets(level.texts, 4) if whole else [])]
    every = len(level.candidates) == len(named)
    candidates = (
        names.say("level_every") if every else names.listed((named[name] for name in level.candidates), "or")
    )
    value = names.say(f"level_{level.state.value}", candidates=candidates)
    lines = wrapped(names.say("stated", what=level.name, value=value), 2, 2)
    lines += _depends_on(level, names, whole=whole)
    if whole or level.state is ChoiceState.UNCLEAR:
        lines += bullets(level.texts, 4)
    return lines


def _depends_on(level: LevelAnswer, names: Names, *, whole: bool) -> list[str]:
    """Give the facts that settle a level; many of them only when everything is asked for."""
    if not level.missing:
        return []
    if len(level.missing) > FEW and not whole:
        return wrapped(names.say("depends_on_many", count=str(len(level.missing))), 4)
    return wrapped(names.say("depends_on", facts=names.listed(map(names.fact, level.missing))), 4)
