"""Days of a year wheel: the markers on the rings, and the day of each written outside the rim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import sqrt
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.pictures.polar import ROUND, angle_of, point
from laget.pictures.svg import Point, group, path, text
from laget.pictures.wheel_marks import marker
from laget.pictures.wheel_rings import Ring
from laget.pictures.wheel_words import day_words

OUTSIDE = 16.0
"""How far from the rim the days are written."""
APART = 14.0
"""From one day's line to the next."""


@frozen
class Days:
    """The markers, and their days outside the rim."""

    rings: Sequence[Ring]
    year: int
    rim: float
    """The outer edge of the months."""

    @property
    def days(self) -> list[date]:
        """The days with a marker, in order."""
        return sorted({mark.day for ring in self.rings for mark in ring.marks})

    @property
    def lowest(self) -> float:
        """How far below the middle the lowest day is written."""
        return max((at[1] for at in self._places().values()), default=0)

    def lines(self, centre: Point) -> Iterator[Element]:
        """Give a line from each day's innermost marker to where the day is written."""
        for day, (x, y) in self._places().items():
            angle = angle_of(day, self.year)
            start, end = point(centre, self._innermost(day), angle), point(centre, self.rim + 3, angle)
            turn = (centre[0] + x + (-3 if angle < ROUND / 2 else 3), centre[1] + y - 4)
            yield path(["M", *start, "L", *end, "L", *turn], "rule")

    def marks(self, centre: Point, language: str) -> Iterator[Element]:
        """Give the markers, and the days."""
        for ring in self.rings:
            for mark in ring.marks:
                at = point(centre, mark.radius, angle_of(mark.day, self.year))
                yield group(marker(at, mark.number, ring.hue, mark.look), day_words(mark.day, language))
        for day, (x, y) in self._places().items():
            side = "start" if angle_of(day, self.year) < ROUND / 2 else "end"
            yield text((centre[0] + x, centre[1] + y), day_words(day, language), "strong", side)

    def _innermost(self, day: date) -> float:
        return min(mark.radius for ring in self.rings for mark in ring.marks if mark.day == day)

    def _places(self) -> dict[date, Point]:
        """Give where each day is written, from the middle of the wheel: right of it, or left."""
        right = [day for day in self.days if angle_of(day, self.year) < ROUND / 2]
        left = [day for day in reversed(self.days) if day not in right]
        return {**self._side(right, 1), **self._side(left, -1)}

    def _side(self, days: Sequence[date], side: int) -> dict[date, Point]:
        """Place the days of one side, from the top, so that each has a line of its own."""
        radius = self.rim + OUTSIDE
        wanted = [point((0, 4), radius, angle_of(day, self.year))[1] for day in days]
        return {
            day: (side * (sqrt(max(radius**2 - (y - 4) ** 2, 0)) + 2), y)
            for day, y in zip(days, spread(wanted, APART, radius + 4), strict=True)
        }


def spread(wanted: Sequence[float], apart: float, lowest: float) -> list[float]:
    """Move heights, given from the top, so far apart that lines of text fit, above `lowest` if they can.

    >>> spread([0, 1, 40], 10, 100)
    [0, 10, 40]
    >>> spread([0, 96, 98], 10, 100)
    [0, 90, 100]
    """
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + apart) if placed else height)
    bound = max(lowest, wanted[0] + apart * (len(wanted) - 1)) if wanted else lowest
    for position in reversed(range(len(placed))):
        placed[position] = min(placed[position], bound - apart * (len(placed) - 1 - position))
    return placed
