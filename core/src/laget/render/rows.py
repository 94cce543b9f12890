"""Rows: one thing as it is on two sides, in words; laid out as text here, and otherwise elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from laget.render.layout import marked, wrapped
from laget.render.witnesses import Pair


@frozen
class Row:
    """One thing as it is on two sides."""

    what: str
    """What it is about."""
    first: str
    """What the first side says."""
    second: str
    """What the second says."""


def row_lines(rows: Iterable[Row], pair: Pair, indent: int = 2) -> Iterator[str]:
    """Give rows as text, the two sides below what they are about."""
    for row in rows:
        yield from wrapped(row.what, indent, 2)
        for place, said in ((pair.first, row.first), (pair.second, row.second)):
            yield from marked("–", pair.say("stated", what=place, value=said), indent + 2)
