"""A drawn picture as tests see it: where each line of text stands, and what lies on top of what."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from attrs import frozen

from laget.pictures.measure import width_of
from laget.pictures.passages import BOLD, PLAIN, SIZES

SVG = "{http://www.w3.org/2000/svg}"
ABOVE = 0.72
"""How far letters reach above the baseline, in parts of the font's size."""
BELOW = 0.2
"""How far they reach below it."""
SLACK = 0.5
"""Lengths are written with two decimals, so edges may be this much off."""


@frozen
class Line:
    """A line of text, with the box around its letters."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def is_over(self, other: Line) -> bool:
        """Tell whether the letters of two lines stand on top of each other."""
        beside = self.right <= other.left + SLACK or other.right <= self.left + SLACK
        below = self.bottom <= other.top + SLACK or other.bottom <= self.top + SLACK
        return not beside and not below


@frozen
class Drawn:
    """A picture that has been drawn: its root, and every line of text."""

    root: Element
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """The title, which comes first."""
        return self.root[0].text or ""

    @property
    def description(self) -> str:
        """The text alternative."""
        return self.root[1].text or ""

    @property
    def shown(self) -> str:
        """All text that is written in the picture, broken lines joined."""
        return " ".join(line.words for line in self.lines)

    @property
    def outside(self) -> list[str]:
        """The lines that run out of the picture."""
        width, height = float(self.root.get("width", "0")), float(self.root.get("height", "0"))
        return [
            line.words
            for line in self.lines
            if line.left < -SLACK or line.top < -SLACK or line.right > width + SLACK or line.bottom > height
        ]

    @property
    def overlaps(self) -> list[tuple[str, str]]:
        """The pairs of lines that stand on top of each other."""
        return [
            (one.words, other.words)
            for position, one in enumerate(self.lines)
            for other in self.lines[position + 1 :]
            if one.is_over(other)
        ]


def drawn(picture: str) -> Drawn:
    """Read a picture; raises `ParseError` when it is not well-formed."""
    root = fromstring(picture)  # noqa: S314 - our own picture
    return Drawn(root, tuple(_lines(root)))


def _lines(root: Element) -> Iterator[Line]:
    """Measure every text; a picture does not turn or move them."""
    moved = [found for found in root.iter() if found.get("transform")]
    assert [] == moved, "texts are measured where they are written"
    for found in root.iter(f"{SVG}text"):
        words, style = found.text or "", (found.get("class") or "").split()
        size = next((SIZES[name] for name in style if name in SIZES), PLAIN)
        width = width_of(words, size) * (BOLD if {"strong", "heading"} & {*style} else 1)
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[found.get("text-anchor", "start")]
        left, baseline = float(found.get("x", "0")) - shift * width, float(found.get("y", "0"))
        yield Line(words, left, baseline - ABOVE * size, left + width, baseline + BELOW * size)
