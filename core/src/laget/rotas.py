"""Turns: who answers for a service from one moment to the next, by the hours of its rota's shifts.

Reads a rota; gives the stretches of time in which the same offices answer, or may.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise

from attrs import frozen

from laget.hours import Stretch, require_known, stretches
from laget.model.answers import ChoiceState
from laget.model.rotas import Rota, Shift


@frozen
class Turn:
    """A stretch of time in which the same shifts are open."""

    start: datetime
    end: datetime
    """The first moment after it."""
    sure: tuple[Shift, ...]
    """The shifts that are open."""
    perhaps: tuple[Shift, ...]
    """The shifts that may be: their hours are not given, or the source leaves something open."""

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The shifts that are open, and those that may be."""
        return (*self.sure, *self.perhaps)

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that answer or may, each once."""
        return tuple(dict.fromkeys(shift.office for shift in self.shifts if shift.office is not None))

    @property
    def state(self) -> ChoiceState:
        """What is known of who answers: one, several or perhaps one, or nobody."""
        if not self.shifts:
            return ChoiceState.SILENT
        named = all(shift.office is not None for shift in self.shifts)
        only_one = named and len(self.offices) == 1 and bool(self.sure)
        return ChoiceState.SETTLED if only_one else ChoiceState.UNCLEAR

    @property
    def overlaps(self) -> bool:
        """Whether more than one office surely answers."""
        return len({shift.office for shift in self.sure}) > 1

    @property
    def who(self) -> tuple[ChoiceState, tuple[str, ...]]:
        """What two turns have in common when the same ones answer in both."""
        return self.state, self.offices


def is_unclear(shift: Shift) -> bool:
    """Tell whether the source may leave something open about a shift, whatever the case."""
    return shift.unclear is not None


def turns(
    rota: Rota, start: datetime, end: datetime, unclear: Callable[[Shift], bool] = is_unclear
) -> tuple[Turn, ...]:
    """Give the turns from one moment to another, without a gap between them.

    `unclear` tells which shifts have something that the source leaves open. Raises
    `UnknownHolidaysError` when the time is one whose public holidays are not known.
    """
    require_known(start)
    open_when = [(shift, unclear(shift), _stretches(shift, start, end)) for shift in rota.shifts]
    edges = sorted({start, end, *(part.start for _, _, parts in open_when for part in parts)})
    rows = [(shift, doubt, _along(parts, edges)) for shift, doubt, parts in open_when]
    return tuple(
        Turn(
            first,
            last,
            tuple(shift for shift, doubt, opened in rows if opened[index] is True and not doubt),
            tuple(
                shift for shift, doubt, opened in rows if opened[index] is None or (opened[index] and doubt)
            ),
        )
        for index, (first, last) in enumerate(pairwise(edges))
    )


def merged(found: Sequence[Turn]) -> tuple[tuple[Turn, ...], ...]:
    """Join neighbouring turns in which the same ones answer."""
    groups: list[list[Turn]] = []
    for turn in found:
        if groups and groups[-1][-1].who == turn.who:
            groups[-1].append(turn)
        else:
            groups.append([turn])
    return tuple(map(tuple, groups))


def _stretches(shift: Shift, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """Give when a shift is open; without hours, nobody knows."""
    if shift.hours is None:
        return (Stretch(start, end, None),)
    return stretches(shift.hours, start, end)


def _along(parts: Sequence[Stretch], edges: Sequence[datetime]) -> list[bool | None]:
    """Give whether a shift is open after each edge."""
    opened: list[bool | None] = []
    position = 0
    for edge in edges[:-1]:
        while parts[position].end <= edge:
            position += 1
        opened.append(parts[position].open)
    return opened
