"""Polar: a year around a circle. Days are angles, stretches are arcs, and text may follow the circle.

Angles are degrees clockwise from the top, where the year begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import cos, degrees, pi, radians, sin
from xml.etree.ElementTree import Element

from laget.pictures.measure import shortened, width_of
from laget.pictures.passages import BOLD
from laget.pictures.svg import Point, element, number, path

ROUND = 360.0
LETTERS = 0.72
"""How high letters are, in parts of the font's size."""

Extent = tuple[float, float]
"""From and to: two radii, the inner first, or two angles."""


def angle_of(day: date, year: int) -> float:
    """Give where a day begins; a day outside the year stands at its nearer end.

    >>> angle_of(date(2026, 1, 1), 2026), round(angle_of(date(2026, 7, 1), 2026))
    (0.0, 179)
    """
    days = _days(year)
    return ROUND * min(max((day - date(year, 1, 1)).days, 0), days - 1) / days


def arc_of(first: date, last: date, year: int) -> Extent:
    """Give where a stretch begins and ends, both days included, as far as it lies in the year."""
    return angle_of(first, year), angle_of(last, year) + ROUND / _days(year)


def point(centre: Point, radius: float, angle: float) -> Point:
    """Give a point on a circle."""
    return centre[0] + radius * sin(radians(angle)), centre[1] - radius * cos(radians(angle))


def sector(centre: Point, radii: Extent, angles: Extent, style: str) -> Element:
    """Draw a piece of a ring; the whole ring when it goes all the way round."""
    (inner, outer), (start, end) = radii, angles
    if end - start >= ROUND - 0.01:
        steps = [*_circle(centre, outer, "1"), *_circle(centre, inner, "0"), "Z"]
        return path(steps, style)
    large = "1" if end - start > ROUND / 2 else "0"
    return path(
        [
            *("M", *point(centre, outer, start)),
            *("A", outer, outer, "0", large, "1", *point(centre, outer, end)),
            *("L", *point(centre, inner, end)),
            *("A", inner, inner, "0", large, "0", *point(centre, inner, start), "Z"),
        ],
        style,
    )


def curved(  # noqa: PLR0913 - where, what and how
    centre: Point, radius: float, angle: float, words: str, style: str, *, crossed: bool = False
) -> Element:
    """Write text along a circle, its middle at `angle`; in the lower half it is turned, to be read.

    `radius` is where the feet of the letters stand in the upper half. Text longer than half the circle
    is shortened. Lines behind letters that are `crossed` stop short of them.
    """
    size = 12.0
    words = shortened(words, pi * radius / BOLD, size)
    below = ROUND / 4 < angle < ROUND * 3 / 4
    at = radius + LETTERS * size if below else radius
    half = degrees(width_of(words, size) * BOLD / 2 / radius) + 3
    start, end = (angle + half, angle - half) if below else (angle - half, angle + half)
    steps = [
        *("M", *point(centre, at, start)),
        *("A", at, at, "0", "1" if half > ROUND / 4 else "0", "0" if below else "1", *point(centre, at, end)),
    ]
    name = f"arc-{number(at)}-{number(angle)}".replace(".", "_")
    along = path(steps, "along")
    along.set("id", name)
    run = element("textPath", {"href": f"#{name}", "startOffset": "50%"})
    run.text = words
    written = element("text", {"class": style, "text-anchor": "middle"}, [run])
    if crossed:
        written.set("style", _HALO)
    return element("g", {}, [element("defs", {}, [along]), written])


_HALO = "paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round"


def _days(year: int) -> int:
    return (date(year, 12, 31) - date(year, 1, 1)).days + 1


def _circle(centre: Point, radius: float, sweep: str) -> list[str | float]:
    top, bottom = point(centre, radius, 0), point(centre, radius, ROUND / 2)
    arc: Sequence[str | float] = ["A", radius, radius, "0", "1", sweep]
    return ["M", *top, *arc, *bottom, *arc, *top]
