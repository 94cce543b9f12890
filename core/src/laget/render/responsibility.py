"""Responsibility: the goals and duties that name an office or a role."""

from __future__ import annotations

from attrs import frozen

from laget.render.layout import columns, wrapped
from laget.render.words import Names


@frozen(kw_only=True)
class Responsibility:
    """What an office or a role answers for."""

    goals: tuple[str, ...]
    """The ids of goals that name it as responsible."""
    duties: tuple[str, ...]
    """The ids of duties that it owns."""


def responsibility_of(name: str, names: Names) -> Responsibility:
    """Find what an office or a role answers for."""
    book = names.handbook
    return Responsibility(
        goals=tuple(goal.id for goal in book.goals.values() if name in goal.responsible),
        duties=tuple(duty.id for duty in book.duties.values() if duty.owner == name),
    )


def responsibility_lines(found: Responsibility, names: Names) -> list[str]:
    """List goals by what is wanted, and duties by what is to be done."""
    book = names.handbook
    goals = [(name, book.goals[name].wish) for name in found.goals]
    duties = [(name, book.duties[name].text) for name in found.duties]
    lines = [*wrapped(names.say("answers_for_goals"), 2), *columns(goals, 4)] if goals else []
    return [*lines, *wrapped(names.say("answers_for_duties"), 2), *columns(duties, 4)] if duties else lines
