"""Cells: a box for who does something, whose outline says how sure that is.

Settled is a pale box with a whole line, open a broken line, unclear a hatched frame, silent a thin broken
line around a dash. The name always stands in the box: colour only helps to find the same one again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.assessment.roles import APPOINT_PERSON, APPOINT_UNIT
from laget.model.answers import ChoiceState, RouteAnswer
from laget.model.organisation import OfficeOwner
from laget.pictures.colours import HUES
from laget.pictures.passages import Passage, Words, height_of, longest_of, written
from laget.pictures.svg import path, rect
from laget.render.words import Names

PADDING = 5.0
FRAME = 5.0
"""How broad the hatched frame is."""
WIDE = 130.0
"""From this width on there is room to say that the source is silent; a narrower box has a dash."""
DASH = "–"
FEW = 2
"""How many facts are named that a box depends on, before they are counted."""
RARE = "grey"
"""The colour of those who have none of their own."""

Hues = Mapping[str, str]
"""The id of an office or a role → its colour."""


@frozen
class Cell:
    """A box: who does it and how sure that is, and what is written there."""

    state: ChoiceState
    passage: Passage
    hue: str = RARE


def hues_of(ways: Iterable[Iterable[RouteAnswer]], first: str, least: int = 2) -> Hues:
    """Give colours to those who are named in at least so many ways, the most often named first.

    `first` is the id of the one who has the same colour in all pictures: the coordinating unit.
    """
    counted = Counter(name for way in ways for name in dict.fromkeys(_doers(way)))
    several = [name for name, count in counted.most_common() if count >= least and name != first]
    return dict(zip([first, *several], (name for name in HUES if name != RARE), strict=False))


def _doers(way: Iterable[RouteAnswer]) -> Iterable[str]:
    for answer in way:
        if answer.name is not None:
            yield answer.office or answer.role or answer.name
        yield from (found.office or found.role or found.name for found in answer.candidates)


def cell_of(answer: RouteAnswer, names: Names, hues: Hues) -> Cell:
    """Give the box for one step of a way."""
    doers = [*dict.fromkeys(_doers([answer]))]
    hue = hues.get(doers[0], RARE) if len(doers) == 1 else RARE
    return Cell(answer.state, _passage(answer, names), hue)


def _passage(answer: RouteAnswer, names: Names) -> Passage:
    match answer.state:
        case ChoiceState.SETTLED:
            assigned = (
                names.say("assigned_by", name=names.who(answer.assigned_by)) if answer.assigned_by else ""
            )
            return _said(answer.name or "", owner_of(answer.office, names), assigned.strip())
        case ChoiceState.OPEN:
            return (*_candidates(answer, names), _aside(_depends(answer, names)))
        case ChoiceState.UNCLEAR:
            return (*_candidates(answer, names), _aside(names.say("picture_unclear")))
        case ChoiceState.SILENT:
            return _said(names.say("step_silent"))
        case _:
            assert_never(answer.state)


def _candidates(answer: RouteAnswer, names: Names) -> Iterator[Words]:
    """Give who it may be, below each other, and whose office each is."""
    for position, found in enumerate(answer.candidates):
        if position:
            yield _aside(names.say("or"))
        yield from _said(found.name, owner_of(found.office, names))


def _said(first: str, *more: str) -> Passage:
    return (Words(first, "medium"), *(_aside(said) for said in more if said))


def _aside(said: str) -> Words:
    return Words(said, "small soft", 1)


def _depends(answer: RouteAnswer, names: Names) -> str:
    if not answer.missing:
        return names.say("picture_open")
    if len(answer.missing) > FEW:
        return names.say("picture_depends_many", count=str(len(answer.missing)))
    return names.say("picture_depends", facts=names.listed(map(names.fact, answer.missing)))


def step_title(step: RouteAnswer, names: Names) -> str:
    """Name a step; one that is about a choice is said to be who makes it."""
    choice = step.step in (APPOINT_UNIT, APPOINT_PERSON)
    return names.say("picture_decides", step=step.step_name) if choice else step.step_name


def owner_of(office: str | None, names: Names) -> str:
    """Say who runs an office, when it is not the municipality."""
    found = names.handbook.offices.get(office) if office else None
    if found is None or found.owner is OfficeOwner.MUNICIPALITY:
        return ""
    return f"({names.known('owner', found.owner.value)})"


def cell_width(cell: Cell) -> float:
    """Give how wide a box must be at least; one that has only a dash fits everywhere."""
    return 0 if cell.state is ChoiceState.SILENT else longest_of(cell.passage) + 2 * _edge(cell)


def cell_height(cell: Cell, width: float) -> float:
    """Give how high a box must be."""
    return height_of(_shown(cell, width), width - 2 * _edge(cell)) + 2 * _edge(cell) + 4


def _edge(cell: Cell) -> float:
    return PADDING + (FRAME if cell.state is ChoiceState.UNCLEAR else 0)


def _shown(cell: Cell, width: float) -> Passage:
    if cell.state is ChoiceState.SILENT:
        return (Words(cell.passage[0].words if width >= WIDE else DASH, "medium soft"),)
    return cell.passage


def drawn(cell: Cell, left: float, top: float, width: float, height: float) -> list[Element]:
    """Draw a box, with its text in the middle."""
    room = width - 2 * _edge(cell)
    passage = _shown(cell, width)
    above = top + (height - height_of(passage, room)) / 2
    return [
        *box(left, top, width, height, cell.state, cell.hue),
        *written((left + width / 2, above), passage, room, "middle"),
    ]


def box(  # noqa: PLR0913, PLR0917 - a box has as many sides
    left: float, top: float, width: float, height: float, state: ChoiceState, hue: str
) -> list[Element]:
    """Draw the outline that says how sure something is."""
    match state:
        case ChoiceState.SETTLED:
            return [rect(left, top, width, height, f"tint {hue}", 4)]
        case ChoiceState.OPEN:
            return [rect(left, top, width, height, f"edge dashed {hue}", 4)]
        case ChoiceState.UNCLEAR:
            inner = rect(left + FRAME, top + FRAME, width - 2 * FRAME, height - 2 * FRAME, "paper", 2)
            return [rect(left, top, width, height, f"hatched {hue}", 4), inner]
        case ChoiceState.SILENT:
            return [rect(left, top, width, height, "wait", 4)]
        case _:
            assert_never(state)


def arrow(left: float, right: float, middle: float, *, sure: bool = True) -> list[Element]:
    """Draw an arrow from left to right; a broken line without a point where a side is not known."""
    if not sure:
        return [path(["M", left + 1, middle, "H", right - 1], "wait")]
    tip = right - 1
    point: list[str | float] = ["M", tip, middle, "L", tip - 6, middle - 3.5, "V", middle + 3.5, "Z"]
    return [path(["M", left + 1, middle, "H", tip - 5], "rule"), path(point, "fill grey")]
