"""The picture `routes`: who takes which step of the way, from first contact to appeal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from attrs import define, frozen

from laget.model.answers import ChoiceState
from laget.model.handbook import Handbook
from laget.pictures.cells import (
    Cell,
    Hues,
    arrow,
    cell_height,
    cell_of,
    cell_width,
    drawn,
    hues_of,
    step_title,
)
from laget.pictures.frames import INNER, MARGIN, WIDTH, dated, foot, head, legend, notes_of
from laget.pictures.passages import Passage, Words, height_of, longest_of, written
from laget.pictures.svg import Picture, line
from laget.pictures.unit import unit_of
from laget.pictures.ways import Way, silent_steps, ways_of, without_a_case
from laget.render.ways import doer
from laget.render.words import Names

LABEL = 150.0
"""How wide the names of services are set at least."""
GAP = 11.0
"""The room between boxes, with an arrow in it."""


@frozen
class Stretch:
    """A box over one or more steps."""

    first: int
    last: int
    cell: Cell


@frozen
class Row:
    """Services that go the same way, and the boxes of that way."""

    label: Passage
    stretches: tuple[Stretch, ...]


@define
class Grid:
    """Where the columns are."""

    label: float
    """How wide the names of services are set."""
    widths: list[float]

    def left(self, column: int) -> float:
        """Give where a column begins."""
        return MARGIN + self.label + GAP + sum(self.widths[:column]) + GAP * column

    def width(self, first: int, last: int) -> float:
        """Give how wide a box over some columns is."""
        return sum(self.widths[first : last + 1]) + GAP * (last - first)

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left(len(self.widths) - 1) + self.widths[-1] if self.widths else WIDTH - MARGIN


def routes_picture(handbook: Handbook, language: str = "nb") -> Picture:
    """Draw who takes which step: a row for all that go the same way, a column for each step.

    What depends on a case is open, with who it may be; steps that the source says nothing of, for
    anything, have no column, and are named instead.
    """
    names = Names(handbook, language)
    ways = ways_of(without_a_case(handbook, language))
    silent = {step.step for step in silent_steps(ways)}
    kept = [step for step in (ways[0].steps if ways else ()) if step.step not in silent]
    shown = [way.only([step.step for step in kept]) for way in ways]
    unit = unit_of(handbook)
    hues = hues_of((way.steps for way in ways), unit.id if unit else "")
    rows = [_row(way, names, hues) for way in shown]
    titles = [Words(step_title(step, names), "medium strong") for step in kept]
    grid = _grid(titles, rows)
    width = max(WIDTH, grid.right + MARGIN)
    title = names.say("picture_routes_title", name=handbook.layer.name)
    said = _said(names, ways)
    elements, top = head(title, [dated(names), names.say("picture_routes_how"), *said])
    samples, top = legend(_states(rows), names, top)
    table, top = _table(titles, rows, grid, top)
    last, bottom = foot(notes_of(names), top + 6)
    description = " ".join(
        [names.say("picture_routes_desc"), *said, *(_sentence(way, names) for way in shown)]
    )
    return Picture(width, bottom, title, description, [*elements, *samples, *table, *last], language=language)


def _states(rows: Sequence[Row]) -> list[ChoiceState]:
    found = {stretch.cell.state for row in rows for stretch in row.stretches}
    return [state for state in ChoiceState if state in found]


def _row(way: Way, names: Names, hues: Hues) -> Row:
    return Row(
        tuple(Words(name, "", 3 if position else 0) for position, name in enumerate(way.services)),
        tuple(Stretch(first, last, cell_of(answer, names, hues)) for first, last, answer in way.stretches()),
    )


def _grid(titles: Sequence[Words], rows: Sequence[Row]) -> Grid:
    """Give each column what its widest word needs, and share what is left."""
    needs = [title.longest + 4 for title in titles]
    for row in rows:
        for stretch in row.stretches:
            if stretch.first == stretch.last:
                needs[stretch.first] = max(needs[stretch.first], cell_width(stretch.cell))
    label = max(LABEL, longest_of(words for row in rows for words in row.label))
    room = INNER - label - GAP * len(needs)
    spare = max(0.0, room - sum(needs)) / max(1, len(needs))
    return Grid(label, [need + spare for need in needs])


def _table(
    titles: Sequence[Words], rows: Sequence[Row], grid: Grid, top: float
) -> tuple[list[Element], float]:
    """Draw the names of the steps, and the rows below each other; gives where they end."""
    made, top = _headings(titles, grid, top)
    for row in rows:
        height = _height(row, grid)
        made += [line((MARGIN, top), (grid.right, top), "rule"), *_drawn(row, grid, top + 8, height)]
        top += height + 16
    return [*made, line((MARGIN, top), (grid.right, top), "rule")], top + 8


def _headings(titles: Sequence[Words], grid: Grid, top: float) -> tuple[list[Element], float]:
    """Write the names of the steps above their columns, so that they end on one line."""
    high = [height_of([title], width) for title, width in zip(titles, grid.widths, strict=True)]
    bottom = top + max(high, default=0)
    made: list[Element] = []
    for column, (title, width) in enumerate(zip(titles, grid.widths, strict=True)):
        made += written((grid.left(column) + width / 2, bottom - high[column]), [title], width, "middle")
    return made, bottom + 8


def _height(row: Row, grid: Grid) -> float:
    cells = [cell_height(found.cell, grid.width(found.first, found.last)) for found in row.stretches]
    return max([height_of(row.label, grid.label), *cells])


def _drawn(row: Row, grid: Grid, top: float, height: float) -> Iterator[Element]:
    yield from written((MARGIN, top + (height - height_of(row.label, grid.label)) / 2), row.label, grid.label)
    for found in row.stretches:
        width = grid.width(found.first, found.last)
        yield from drawn(found.cell, grid.left(found.first), top, width, height)
    for one, other in pairwise(row.stretches):
        sure = ChoiceState.SILENT not in (one.cell.state, other.cell.state)
        right = grid.left(other.first)
        yield from arrow(right - GAP, right, top + height / 2, sure=sure)


def _said(names: Names, ways: Sequence[Way]) -> list[str]:
    """Say which steps have no column, or that nothing goes any way."""
    if not ways:
        return [names.say("picture_routes_none", name=names.handbook.layer.name)]
    silent = [step.step_name.lower() for step in silent_steps(ways)]
    return [names.say("picture_steps_silent", steps=names.listed(silent))] if silent else []


def _sentence(way: Way, names: Names) -> str:
    """Give a row in words."""
    steps = [
        names.say(
            "stated",
            what=names.listed(step_title(step, names) for step in way.steps[first : last + 1]),
            value=doer(answer, names),
        )
        for first, last, answer in way.stretches()
    ]
    return f"{names.say('stated', what=names.listed(way.services), value='. '.join(steps))}."
