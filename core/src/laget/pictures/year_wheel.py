"""The year wheel: twelve months around, duties by owner, the way Norwegian municipalities plan a year.

Reads a `Calendar`; gives a picture for A4. What has a day is a numbered marker on the ring of its owner,
with the day outside the rim; what comes again and again is arcs. The legend below says it all in whole
sentences, with what follows when something happens. Where there is much, the picture is higher.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from math import degrees
from types import MappingProxyType
from xml.etree.ElementTree import Element

from attrs import frozen

from laget.model.calendars import Calendar, CalendarEntry
from laget.pictures.measure import width_of
from laget.pictures.passages import BOLD
from laget.pictures.polar import ROUND, arc_of, curved, point, sector
from laget.pictures.svg import Picture, Point, circle, group, line, paragraph, text
from laget.pictures.wheel_days import OUTSIDE, Days
from laget.pictures.wheel_legend import legend
from laget.pictures.wheel_marks import RADIUS, marker
from laget.pictures.wheel_rings import (
    LABEL,
    NAME,
    PADDING,
    STRIP,
    WIDEST,
    Band,
    Look,
    Ring,
    look_of,
    rings_of,
)
from laget.pictures.wheel_words import (
    band_words,
    description_of,
    owner_words,
    title_words,
    under_title,
)
from laget.texts import say

WIDTH = 800.0
"""How wide the picture is; 1131 high it fills a sheet of A4."""
MARGIN = 32.0
SIZE = 12.0
RIM = 24.0
"""How high the months stand on the rim."""
STRIPS = MappingProxyType(
    {
        Look.PLAIN: "fill {hue}",
        Look.DONE: "edge {hue}",
        Look.OVERDUE: "hatched {hue}",
        Look.UNKNOWN: "wait",
    }
)
"""How the arc of a stretch is drawn, by where it stands: filled where it is still to be done."""
DAY_WIDTH = 90.0
"""How much room a written day needs beside the wheel."""


def year_wheel(calendar: Calendar, language: str) -> Picture:
    """Draw the year wheel of a calendar, which is asked for in the same language."""
    rings = rings_of(calendar)
    rim = (rings[0].radii[1] if rings else WIDEST) + 4
    width = max(WIDTH, 2 * (rim + RIM + OUTSIDE + DAY_WIDTH))
    head, top = _head(calendar, language, width - 2 * MARGIN)
    days = Days(rings, calendar.year, rim + RIM)
    centre = (width / 2, top + rim + RIM + OUTSIDE)
    wheel = _Wheel(rings, centre, rim, calendar, language)
    below = centre[1] + max(rim + RIM, days.lowest) + 26
    listed, end = legend(calendar, language, (MARGIN, below), width - 2 * MARGIN)
    foot, high = paragraph(
        (MARGIN, end + 12), say("never_a_decision", language), "soft", width - 2 * MARGIN, SIZE
    )
    drawn = [*wheel.surfaces(), *days.lines(centre), *wheel.words(), *days.marks(centre, language)]
    return Picture(
        width,
        end + 12 + high + 12,
        title_words(calendar, language),
        description_of(calendar, language),
        [*head, *drawn, *listed, *foot],
        language=language,
    )


def _head(calendar: Calendar, language: str, width: float) -> tuple[list[Element], float]:
    """Write the title, what the picture shows and what a reader must know; gives where it ends."""
    made, high = paragraph((MARGIN, 46), title_words(calendar, language), "heading", width, 20 * BOLD)
    y = 46 + high - 4
    for words in (under_title(calendar, language), *calendar.notes):
        lines, high = paragraph((MARGIN, y), words, "soft", width, SIZE)
        made += lines
        y += high + 3
    return made, y - 6


@frozen
class _Wheel:
    """The rings, the rim with the months, and the year in the middle."""

    rings: Sequence[Ring]
    centre: Point
    rim: float
    calendar: Calendar
    language: str

    def surfaces(self) -> Iterator[Element]:
        """Give the rim and the rings, without words: the days' lines run over them."""
        yield from self._rim()
        for ring in self.rings:
            yield group(self._ring(ring), owner_words(ring.owner, self.language))

    def words(self) -> Iterator[Element]:
        """Give what is written on the wheel: lines that cross it stop short of it."""
        for month in range(1, 13):
            name = say(f"month_{month}", self.language)
            crossed = any(day.month == month for day in self._days)
            yield curved(
                self.centre, self.rim + 7.5, sum(self._month(month)) / 2, name, "ink", crossed=crossed
            )
        for ring in self.rings:
            name, at = owner_words(ring.owner, self.language), ring.radii[1] - PADDING - NAME + 4
            style = f"strong word {ring.hue}"
            yield curved(self.centre, at, 0, name, style, crossed=self._crosses_top)
            for band in ring.bands:
                yield from self._label(band, ring.hue)
        yield from self._middle()

    @property
    def _days(self) -> list[date]:
        return [mark.day for ring in self.rings for mark in ring.marks]

    def _middle(self) -> Iterator[Element]:
        """Write the year, whose it is, and when no duty has a day that too."""
        x, y = self.centre
        room = 1.7 * (self.rings[-1].radii[0] if self.rings else self.rim)
        yield text((x, y - 6), str(self.calendar.year), "heading", "middle")
        lines, high = paragraph((x, y + 14), self.calendar.municipality.name, "strong", room, SIZE * BOLD)
        if not self._days:
            nothing = say("calendar_no_days", self.language)
            lines += paragraph((x, y + 22 + high), nothing, "soft", 0.8 * room, SIZE)[0]
        for found in lines:
            found.set("text-anchor", "middle")
        yield from lines

    def _rim(self) -> Iterator[Element]:
        """Draw the rim, every other month shaded."""
        yield circle(self.centre, self.rim, "rule")
        yield circle(self.centre, self.rim + RIM, "rule")
        for month in range(1, 13):
            if month % 2:
                pale = sector(self.centre, (self.rim, self.rim + RIM), self._month(month), "tint grey")
                pale.set("style", "stroke:none")
                yield pale
            yield self._across(self.rim, self.rim + RIM, self._month(month)[0])

    def _month(self, month: int) -> tuple[float, float]:
        year = self.calendar.year
        return arc_of(date(year, month, 1), date(year, month, monthrange(year, month)[1]), year)

    def _ring(self, ring: Ring) -> Iterator[Element]:
        """Draw a ring, the rows that its markers stand on, and an arc for each stretch."""
        yield sector(self.centre, ring.radii, (0, ROUND), f"tint {ring.hue}")
        for radius in sorted({mark.radius for mark in ring.marks}):
            yield circle(self.centre, radius, "rule")
            yield from (self._across(radius - 5, radius + 5, self._month(month)[0]) for month in range(1, 13))
        for band in ring.bands:
            for entry in band.entries:
                look = look_of(entry, has_case=self.calendar.has_case)
                yield self._stretch(band, STRIPS[look].format(hue=ring.hue), entry)

    @property
    def _crosses_top(self) -> bool:
        """Tell whether a day's line may run behind what is written at the top of the rings."""
        return any(day.month in {11, 12, 1, 2} for day in self._days)

    def _across(self, inner: float, outer: float, angle: float) -> Element:
        return line(point(self.centre, inner, angle), point(self.centre, outer, angle), "rule")

    def _label(self, band: Band, hue: str) -> Iterator[Element]:
        """Write below arcs how often they come, after the duty's number."""
        words = band_words(band, self.calendar.year, self.language)
        radius = band.outer - STRIP - LABEL / 2
        long = width_of(words, SIZE) + 2 * RADIUS + 6
        yield from marker(
            point(self.centre, radius, -degrees((long / 2 - RADIUS) / radius)), band.number, hue
        )
        middle = degrees((RADIUS + 3) / radius)
        yield curved(self.centre, radius - 4.3, middle, words, "ink", crossed=self._crosses_top)

    def _stretch(self, band: Band, style: str, entry: CalendarEntry) -> Element:
        """Draw an arc, with a little room to the next."""
        start, end = arc_of(entry.first, entry.last, self.calendar.year)
        room = degrees(1.0 / band.outer) if end - start < ROUND - 0.01 else 0
        return sector(self.centre, (band.outer - STRIP, band.outer), (start + room, end - room), style)
