"""Frames: the head of a picture, its legend and its foot, alike in all pictures of this family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.model.answers import ChoiceState
from laget.pictures.cells import DASH, RARE, box
from laget.pictures.measure import width_of
from laget.pictures.passages import PLAIN, Words, height_of, written
from laget.pictures.svg import text
from laget.render.words import Names

WIDTH = 1120.0
"""How wide pictures are: that of a sheet of A4 on its side."""
MARGIN = 24.0
INNER = WIDTH - 2 * MARGIN
SAMPLE = 34.0
"""How wide a sample in a legend is."""


@frozen
class Part:
    """A part of a picture: its elements, where it ends, and what it says in words."""

    elements: list[Element]
    bottom: float
    words: tuple[str, ...]


def head(title: str, lines: Iterable[str], width: float = INNER) -> tuple[list[Element], float]:
    """Write the title, and below it what a reader must know; gives the elements and where they end."""
    passage = (Words(title, "heading"), *(Words(line, "soft", 4) for line in lines))
    return [*written((MARGIN, MARGIN), passage, width)], MARGIN + height_of(passage, width) + 14


def legend(states: Sequence[ChoiceState], names: Names, top: float) -> tuple[list[Element], float]:
    """Show how boxes of each state look, in one row; gives the elements and where they end."""
    left = MARGIN
    made: list[Element] = []
    for state in states:
        said = names.say(f"picture_{state.value}")
        made += [*box(left, top, SAMPLE, 20, state, RARE), text((left + SAMPLE + 6, top + 14), said, "ink")]
        if state is ChoiceState.SILENT:
            made.append(text((left + SAMPLE / 2, top + 14), DASH, "medium soft", "middle"))
        left += SAMPLE + 6 + width_of(said, PLAIN) * 1.05 + 26
    return made, top + 34


def foot(lines: Iterable[str], top: float, width: float = INNER) -> tuple[list[Element], float]:
    """Write what holds for the whole picture below it; gives the elements and where the picture ends."""
    passage = tuple(Words(line, "soft", 4) for line in lines)
    return [*written((MARGIN, top), passage, width)], top + height_of(passage, width) + MARGIN


def dated(names: Names) -> str:
    """Say what a picture is a picture of: the municipality's rules on a date."""
    return names.say("picture_dated", name=names.handbook.layer.name, day=names.day(names.handbook.on))


def notes_of(names: Names) -> tuple[str, ...]:
    """Give what every answer from the handbook must say, and which texts are in another language."""
    return (*names.handbook.said(names.language), *names.other_language())


def ended(said: str) -> str:
    """End a sentence."""
    return said if said.endswith((".", ":", "?")) else f"{said}."
