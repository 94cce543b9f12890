"""Bars by age: one bar for each service from before birth, which the two pictures of a childhood share.

Solid where the criteria hold, hatched only by exception or where the source is unclear, a broken
outline where facts are waited for, a thin line where the criteria do not hold, nothing where there
is no rule. Ages are months since birth; below 0 is before birth.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.model.entitlements import EntitlementKind
from laget.model.timelines import BarState
from laget.pictures.measure import broken, shortened, width_of
from laget.pictures.svg import circle, element, group, line, rect, text
from laget.texts import say

WIDTH = 1123
"""As wide as A4 on its side, 96 units an inch."""
MARGIN = 28
LEFT = 300
"""Where the bars begin; the names stand to the left of it."""
RIGHT = WIDTH - MARGIN
ROW = 23
BAR = 13
HEAD = 22
"""The height of a heading over the bars of one kind."""
SMALL, NORMAL = 10, 12
YEAR = 12

HUES = {
    EntitlementKind.SERVICE: "blue",
    EntitlementKind.ROLE: "purple",
    EntitlementKind.PLAN: "green",
    EntitlementKind.GROUP: "teal",
}
"""The colour of each kind; the heading over the bars says the same in words."""


@frozen
class Stripe:
    """A part of a bar, between two ages."""

    first: float
    last: float
    state: BarState
    label: str
    """The part in words, shown when a reader points at it."""


@frozen
class Row:
    """One bar with its name."""

    name: str
    kind: EntitlementKind
    stripes: tuple[Stripe, ...]


@frozen
class Mark:
    """A numbered transition, at an age or between two."""

    number: int
    first: float
    last: float
    label: str


@frozen
class Chart:
    """Where ages stand, and what the picture is made of."""

    first: float
    last: float
    language: str
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    states: tuple[tuple[BarState, str], ...]
    """The states of the legend, with their words."""

    def at(self, months: float) -> float:
        """Give where an age stands."""
        return LEFT + (months - self.first) / (self.last - self.first) * (RIGHT - LEFT)

    def years(self) -> range:
        """Give the ages that are written on the axis."""
        return range(int(self.last // YEAR) + 1)

    def kinds(self) -> list[EntitlementKind]:
        """Give the kinds that have bars, in one order."""
        return [kind for kind in EntitlementKind if any(row.kind is kind for row in self.rows)]

    def height(self) -> float:
        """Give how high all bars are together, with their headings."""
        return len(self.rows) * ROW + len(self.kinds()) * HEAD


def bars(chart: Chart, top: float) -> Iterator[Element]:
    """Draw the grid, the transitions behind the bars, and all bars with their names."""
    bottom = top + chart.height()
    for year in chart.years():
        x = chart.at(year * YEAR)
        faint: dict[str, str | float] = {"x1": x, "y1": top, "x2": x, "y2": bottom}
        faint |= {"class": "rule", "stroke-opacity": "0.3"}
        yield element("line", faint)
    for mark in chart.marks:
        yield _mark(chart, mark, top, bottom)
    y = top
    for kind in chart.kinds():
        yield text((MARGIN, y + 15), say(f"kinds_{kind.value}", chart.language), f"strong word {HUES[kind]}")
        y += HEAD
        for row in chart.rows:
            if row.kind is kind:
                yield from _row(chart, row, y)
                y += ROW


def _row(chart: Chart, row: Row, y: float) -> Iterator[Element]:
    yield _name(row.name, y)
    for stripe in row.stripes:
        start, end = chart.at(stripe.first), chart.at(stripe.last)
        shape = swatch(stripe.state, HUES[row.kind], start, y + (ROW - BAR) / 2, end - start)
        if shape is not None:
            yield group([shape], stripe.label)


def _name(name: str, y: float) -> Element:
    """Write the name of a bar: on one line, or a long one on two smaller ones."""
    room = LEFT - MARGIN - 18
    if width_of(name, NORMAL) <= room:
        return text((MARGIN + 8, y + 15), name, "")
    first, *rest = broken(name, room, SMALL)
    second = shortened(" ".join(rest), room, SMALL)
    lines = [text((MARGIN + 8, y + 10), first, "small"), text((MARGIN + 8, y + 21), second, "small")]
    return group(lines, name)


def swatch(state: BarState, hue: str, x: float, y: float, width: float) -> Element | None:
    """Draw a state as a part of a bar; nothing where there is no rule."""
    match state:
        case BarState.MET:
            return rect(x, y, width, BAR, f"fill {hue}")
        case BarState.EXCEPTION | BarState.UNCLEAR:
            return rect(x, y, width, BAR, f"hatched {hue}")
        case BarState.WAITS:
            return rect(x + 1, y + 1, max(width - 2, 1), BAR - 2, "wait")
        case BarState.NOT_MET:
            return line((x, y + BAR / 2), (x + width, y + BAR / 2), "rule")
        case BarState.ABSENT:
            return None


def _mark(chart: Chart, mark: Mark, top: float, bottom: float) -> Element:
    """Draw a transition: a line or a pale band behind the bars, with its number above."""
    start, end = chart.at(mark.first), chart.at(mark.last)
    middle = (start + end) / 2
    band = (
        rect(start, top, end - start, bottom - top, "tint orange")
        if end - start > 1
        else line((start, top), (start, bottom), "edge orange")
    )
    badge = [
        circle((middle, top - 10), 8, "fill orange"),
        text((middle, top - 6.5), str(mark.number), "on small strong", "middle"),
    ]
    return group([band, *badge], mark.label)


def ages(chart: Chart, y: float) -> Iterator[Element]:
    """Write the ages along the axis, and where the time before birth is."""
    unborn = say("bars_unborn", chart.language)
    if chart.first < 0 and chart.at(0) - LEFT > width_of(unborn, SMALL) / 2:
        yield text((chart.at(0) - 8, y), unborn, "small soft", "end")
    for year in chart.years():
        anchor = "end" if chart.at(year * YEAR) > RIGHT - 4 else "middle"
        yield text((chart.at(year * YEAR), y), str(year), "strong" if year in (0, 18) else "", anchor)


def axis_name(chart: Chart, y: float) -> Element:
    """Write what the numbers along the axis are."""
    return text((MARGIN + 8, y), say("bars_age", chart.language), "soft")
