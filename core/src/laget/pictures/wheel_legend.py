"""The legend of a year wheel: every duty in whole sentences, in two columns below the wheel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from laget.model.calendars import Calendar, CalendarDuty, CalendarEntry
from laget.pictures.measure import broken
from laget.pictures.passages import BOLD
from laget.pictures.svg import Point, group, rect, text
from laget.pictures.wheel_marks import marker, sign
from laget.pictures.wheel_rings import Look, hues_of, look_of, numbers_of, owner_of
from laget.pictures.wheel_words import (
    entry_words,
    owner_words,
    state_groups,
    when_words,
    where_words,
)
from laget.texts import say

SIZE = 12.0
STEP = 15.0
"""From one line to the next."""
INDENT = 28.0
"""How far text stands in from a duty's number."""
DEEPER = 20.0
"""How much further the days of a case stand in."""
SPACE = 8.0
"""Between one duty and the next."""
BEFORE_HEADING = 7.0
AFTER_HEADING = 4.0
ABOVE = 11.0
"""From the top of a line to its baseline."""


@frozen
class Row:
    """One line of the legend, and the sign before it."""

    words: str
    style: str
    indent: float = 0
    hue: str | None = None
    number: int | None = None
    """A marker with this number stands before the line."""
    look: Look | None = None
    """A small sign of this shape stands before the line."""
    square: bool = False
    """A square of the colour stands before the line."""


@frozen
class Block:
    """Lines that stay together."""

    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    """Who the block goes on about: said again where a column begins with it."""
    is_heading: bool = False
    """A heading is never the last in a column."""

    @property
    def height(self) -> float:
        """How high the block is, with the space below it."""
        return len(self.rows) * STEP + (AFTER_HEADING if self.is_heading else SPACE)


def legend(calendar: Calendar, language: str, at: Point, width: float) -> tuple[list[Element], float]:
    """Draw the legend; gives the elements, and where it ends."""
    gap = 26.0
    column = (width - gap) / 2
    blocks = tuple(_Legend(calendar, language, column).blocks())
    turn = _turn(blocks)
    left, ends = _column(blocks[:turn], at)
    right, other = _column(blocks[turn:], (at[0] + column + gap, at[1]))
    return [*left, *right], max(ends, other)


def _turn(blocks: Sequence[Block]) -> int:
    """Give where the second column begins, so that the higher one is as low as can be."""
    total = sum(block.height for block in blocks)
    best, height = len(blocks), total
    above = 0.0
    for position, block in enumerate(blocks):
        if position and not blocks[position - 1].is_heading and max(above, total - above) < height:
            best, height = position, max(above, total - above)
        above += block.height
    return best


def _column(blocks: Sequence[Block], at: Point) -> tuple[list[Element], float]:
    made = []
    x, y = at
    for block in _begun(blocks):
        y += BEFORE_HEADING if block.is_heading and y > at[1] else 0
        rows = [
            part for place, row in enumerate(block.rows) for part in _row(row, (x, y + ABOVE + STEP * place))
        ]
        made.append(group(rows))
        y += block.height
    return made, y


def _begun(blocks: Sequence[Block]) -> list[Block]:
    """Say again who the first block goes on about."""
    return [evolve(one, rows=one.above + one.rows) for one in blocks[:1]] + list(blocks[1:])


def _row(row: Row, at: Point) -> Iterator[Element]:
    x, y = at[0] + row.indent, at[1]
    if row.number is not None and row.hue:
        yield from marker((x - INDENT + 12, y - 4), row.number, row.hue)
    if row.look and row.hue:
        yield from sign((x - DEEPER + 7, y - 4), row.hue, row.look)
    if row.square and row.hue:
        yield rect(x - 20, y - 10, 11, 11, f"fill {row.hue}", 2)
    yield text((x, y), row.words, row.style)


@frozen
class _Legend:
    """The blocks of the legend, over one calendar."""

    calendar: Calendar
    language: str
    width: float

    def blocks(self) -> Iterator[Block]:
        """Give the blocks: days, stretches, then what has no day, by owner."""
        dated = {entry.duty for entry in self.calendar.entries if entry.is_day}
        numbers = numbers_of(self.calendar)
        duties = {duty.key: duty for duty in self.calendar.duties}
        for title, days in (("calendar_days", True), ("calendar_windows", False)):
            keys = [key for key in numbers if (key in dated) is days]
            if keys:
                yield self._heading(title)
            for key in keys:
                yield self._numbered(duties[key], numbers[key])
        yield from self._rest([duties[key] for key in self.calendar.without_day])

    def _rest(self, duties: Sequence[CalendarDuty]) -> Iterator[Block]:
        """Give what has no day by owner; the first of an owner stands with the owner's name."""
        if duties:
            yield self._heading("calendar_without_day")
        hues = hues_of(self.calendar)
        order = list(dict.fromkeys(map(owner_of, duties)))
        ordered = sorted(duties, key=lambda duty: (duty.owner is None, order.index(owner_of(duty))))
        for owner, found in groupby(ordered, owner_of):
            name = self._rows(owner_words(owner, self.language), "strong ink", INDENT)
            signed = (evolve(name[0], hue=hues.get(owner), square=True), *name[1:])
            for place, duty in enumerate(found):
                rows = (*self._rows(duty.text, "ink", INDENT), *self._soft(duty))
                yield Block(rows, signed) if place else Block(signed + rows)

    def _numbered(self, duty: CalendarDuty, number: int) -> Block:
        hue = hues_of(self.calendar)[owner_of(duty)]
        name = self._rows(owner_words(owner_of(duty), self.language), f"strong word {hue}", INDENT)
        first = evolve(name[0], hue=hue, number=number)
        text_rows = self._rows(duty.text, "ink", INDENT)
        return Block((first, *name[1:], *text_rows, *self._soft(duty), *self._times(duty, hue)))

    def _times(self, duty: CalendarDuty, hue: str) -> Iterator[Row]:
        """Give the days of a duty: those of a case with where they stand, others when they are days off."""
        has_case = self.calendar.has_case
        entries = [entry for entry in self.calendar.entries if entry.duty == duty.key]
        for entry in (found for found in entries if found.is_day):
            if has_case or entry.day_off or entry.moved_from:
                yield from self._time(entry, hue)
        stretches = [entry for entry in entries if not entry.is_day]
        if has_case and stretches:
            for words in state_groups(stretches, self.language):
                yield from self._rows(words, "ink", INDENT)

    def _time(self, entry: CalendarEntry, hue: str) -> list[Row]:
        has_case = self.calendar.has_case
        indent = INDENT + DEEPER if has_case else INDENT
        words = entry_words(entry, self.language, has_case=has_case)
        first, *more = self._rows(words, "ink", indent)
        if not has_case:
            return [first, *more]
        return [evolve(first, hue=hue, look=look_of(entry, has_case=True)), *more]

    def _heading(self, key: str) -> Block:
        return Block(tuple(self._rows(say(key, self.language), "large strong", 0)), is_heading=True)

    def _soft(self, duty: CalendarDuty) -> list[Row]:
        """Give when a duty falls, and in a region where."""
        said = [when_words(duty, self.language), where_words(self.calendar, duty, self.language)]
        return [row for words in said if words for row in self._rows(words, "soft", INDENT)]

    def _rows(self, words: str, style: str, indent: float) -> list[Row]:
        size = (14.0 if "large" in style else SIZE) * (BOLD if "strong" in style else 1)
        return [Row(found, style, indent) for found in broken(words, self.width - indent, size)]
