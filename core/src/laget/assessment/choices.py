"""Choices: which line of a route or ladder holds, in three values. Never a fall-through to the last line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from attrs import frozen

from laget.assessment.conditions import ALWAYS, Condition, Reading, condition_of
from laget.assessment.views import View
from laget.model.answers import ChoiceState
from laget.model.choices import Declared, Ladder, Route, RouteLine
from laget.model.plans import Consent, ConsentLine

T = TypeVar("T")
Line = TypeVar("Line", RouteLine, ConsentLine)


@frozen
class ConditionedLine(Generic[T]):
    """A line of a choice with its condition."""

    line: T
    condition: Condition | None
    """`None` for a line that always holds."""

    def read(self, view: View) -> Reading:
        """Give the value of the line."""
        return ALWAYS if self.condition is None else view.read(self.condition)


@frozen
class Settled(Generic[T]):
    """What is known of a choice: its state, and the lines that hold or may hold."""

    state: ChoiceState
    lines: tuple[T, ...]
    overlaps: bool
    """Whether more than one of them holds, by its own condition."""
    notes: tuple[str, ...]
    """What the source leaves open about them."""
    waiting: tuple[Condition, ...]
    """The conditions whose facts settle an open choice."""


def conditioned(line: Line) -> ConditionedLine[Line]:
    """Prepare a line; one without condition always holds."""
    always = line.when is None and line.unclear is None
    return ConditionedLine(line, None if always else condition_of(line.when, line.unclear))


def settle(lines: Sequence[ConditionedLine[T]], view: View) -> Settled[T]:
    """Settle a choice by what is known.

    Exactly one line holds and no other may: settled. Facts decide which: open. The source
    itself names several, or leaves it open: unclear. No line can hold: silent.
    """
    readings = [(tested, tested.read(view)) for tested in lines]
    possible = [(tested, reading) for tested, reading in readings if reading.holds is not False]
    candidates = tuple(tested.line for tested, _ in possible)
    notes = tuple(
        tested.condition.note
        for tested, reading in possible
        if tested.condition and tested.condition.note and reading.unclear is not False
    )
    waiting = tuple(
        tested.condition
        for tested, reading in possible
        if tested.condition and reading.holds is None and reading.unclear is not True
    )
    overlaps = sum(reading.plain is True for _, reading in possible) > 1
    return Settled(_state(possible, waiting), candidates, overlaps, tuple(dict.fromkeys(notes)), waiting)


def _state(
    possible: Sequence[tuple[ConditionedLine[T], Reading]], waiting: tuple[Condition, ...]
) -> ChoiceState:
    if not possible:
        return ChoiceState.SILENT
    if waiting:
        return ChoiceState.OPEN
    only_one = len(possible) == 1 and possible[0][1].holds is True
    return ChoiceState.SETTLED if only_one else ChoiceState.UNCLEAR


def declared_of(choice: Route | Ladder | Consent, settled: Settled[T]) -> Declared | None:
    """Give what the source itself leaves open about a choice: that no line holds, or that several do."""
    if settled.state is ChoiceState.SILENT:
        return choice.hole
    return choice.overlap if settled.overlaps else None
