"""Passages: text set in lines of a given width, one below the other, each in its own style.

Everything is measured before it is drawn, so a box can be as high as what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.pictures.measure import broken, width_of
from laget.pictures.svg import Anchor, Point, text

SIZES = {"small": 10.0, "medium": 11.0, "large": 14.0, "heading": 20.0}
"""The classes of the stylesheet that set a size; text without one of them is `PLAIN`."""
PLAIN = 12.0
LEADING = 1.3
"""From one baseline to the next, in parts of the font's size."""
BOLD = 1.1
"""Bold text is about so much wider."""


@frozen
class Words:
    """Some words of a passage, in one style of the stylesheet."""

    words: str
    style: str = ""
    above: float = 0
    """Room above them."""

    @property
    def size(self) -> float:
        """How large the font is."""
        return next((SIZES[name] for name in self.style.split() if name in SIZES), PLAIN)

    @property
    def spread(self) -> float:
        """How much wider they are than plain text."""
        return BOLD if {"strong", "heading"} & {*self.style.split()} else 1.0

    @property
    def longest(self) -> float:
        """How wide the widest single word is: no line can be narrower."""
        return max((width_of(word, self.size) * self.spread for word in self.words.split()), default=0)

    def lines(self, width: float) -> list[str]:
        """Break them into lines no wider than `width`."""
        return broken(self.words, width / self.spread, self.size)


Passage = tuple[Words, ...]
"""Words below each other."""


def height_of(passage: Iterable[Words], width: float) -> float:
    """Give how high a passage is."""
    return sum(
        words.above + len(words.lines(width)) * words.size * LEADING
        for words in passage
        if words.lines(width)
    )


def longest_of(passage: Iterable[Words]) -> float:
    """Give how wide a passage must be at least."""
    return max((words.longest for words in passage), default=0)


def written(at: Point, passage: Iterable[Words], width: float, anchor: Anchor = "start") -> Iterator[Element]:
    """Write a passage; `at` is its upper left corner, or the middle of its upper edge."""
    left, top = at
    for words in passage:
        lines = words.lines(width)
        top += words.above if lines else 0
        for line in lines:
            yield text((left, top + words.size), line, words.style or "ink", anchor)
            top += words.size * LEADING


def bulleted(texts: Iterable[str], style: str = "", above: float = 3) -> Passage:
    """Give texts as a list."""
    return tuple(Words(f"• {found}", style, above) for found in texts)
