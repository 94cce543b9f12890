"""Blocks: a page as headings, paragraphs and lists, written as text of 80 columns or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import Final

from attrs import frozen

from laget.render.layout import heading, marked, subheading, text_of, wrapped

_SIGNS: Final = re.compile(r"([\\`*_<>\[\]#|])")
"""Signs that Markdown would read as its own."""


class Kind(Enum):
    """What a block is."""

    TITLE = "title"
    PART = "part"
    TOPIC = "topic"
    TEXT = "text"
    ITEM = "item"
    BELOW = "below"
    """An item of a list inside an item."""


@frozen
class Block:
    """A piece of a page."""

    kind: Kind
    text: str


def as_text(blocks: Iterable[Block]) -> str:
    """Write blocks as text."""
    lines: list[str] = []
    for block in blocks:
        more = _lines(block)
        lines += more[1:] if lines and not lines[-1] and not more[0] else more  # one empty line is enough
    return text_of(lines)


def _lines(block: Block) -> list[str]:
    match block.kind:
        case Kind.TITLE | Kind.TEXT:
            return wrapped(block.text)
        case Kind.PART:
            return heading(block.text)
        case Kind.TOPIC:
            return subheading(block.text)
        case Kind.ITEM:
            return marked("•", block.text, 2)
        case Kind.BELOW:
            return marked("–", block.text, 4)


_MARKS: Final = {
    Kind.TITLE: "# ",
    Kind.PART: "## ",
    Kind.TOPIC: "### ",
    Kind.TEXT: "",
    Kind.ITEM: "- ",
    Kind.BELOW: "  - ",
}
_LISTS: Final = (Kind.ITEM, Kind.BELOW)


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write blocks as Markdown, a line each, with an empty line around everything but items.

    >>> print(as_markdown([Block(Kind.TITLE, "Lia"), Block(Kind.ITEM, "a"), Block(Kind.ITEM, "b")]))
    # Lia
    <BLANKLINE>
    - a
    - b
    """
    return "\n".join(_markdown([*blocks]))


def _markdown(blocks: list[Block]) -> Iterator[str]:
    for before, block in pairwise([None, *blocks]):
        if block is None:
            continue
        if before is not None and not (before.kind in _LISTS and block.kind in _LISTS):
            yield ""
        yield _MARKS[block.kind] + _SIGNS.sub(r"\\\1", block.text)
