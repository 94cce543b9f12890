"""Markers of a year wheel: a duty's number, in a shape that says where it stands in a case."""

from __future__ import annotations

from typing import assert_never
from xml.etree.ElementTree import Element

from laget.pictures.svg import Point, circle, path, text
from laget.pictures.wheel_rings import Look

RADIUS = 9.0
SMALL = 5.5
"""How large a sign in the legend is."""


def marker(at: Point, number: int, hue: str, look: Look = Look.PLAIN) -> list[Element]:
    """Draw a marker: a shape, and the duty's number in it."""
    style = "ink" if look in {Look.DONE, Look.UNKNOWN} else "on"
    written = text((at[0], at[1] + 3.6), str(number), f"small strong {style}", "middle")
    return [*sign(at, hue, look, RADIUS), written]


def sign(at: Point, hue: str, look: Look, radius: float = SMALL) -> list[Element]:
    """Draw a filled disc, a ring with a tick (done), a diamond (overdue) or a broken ring (unknown)."""
    match look:
        case Look.PLAIN:
            return [circle(at, radius, f"fill {hue}")]
        case Look.DONE:
            ring = [circle(at, radius, "paper"), circle(at, radius, f"edge {hue}")]
            return [*ring, *_tick((at[0] + radius * 0.85, at[1] - radius * 0.85), radius / 2, hue)]
        case Look.OVERDUE:
            return [_diamond(at, radius * 1.4, hue)]
        case Look.UNKNOWN:
            return [circle(at, radius, "paper"), circle(at, radius, "wait")]
        case _:
            assert_never(look)


def _tick(at: Point, radius: float, hue: str) -> list[Element]:
    """Draw a tick on a patch of paper, which keeps it clear of lines."""
    x, y = at
    low = (x - 0.1 * radius, y + 0.6 * radius)
    tick = path(
        ["M", x - 0.7 * radius, y, "L", *low, "L", x + radius, y - 0.8 * radius],
        f"edge {hue}",
    )
    return [circle(at, radius * 1.1, "paper"), tick]


def _diamond(at: Point, corner: float, hue: str) -> Element:
    x, y = at
    corners = [(x + corner, y), (x, y + corner), (x - corner, y)]
    sides: list[str | float] = [step for place in corners for step in ("L", *place)]
    return path(["M", x, y - corner, *sides, "Z"], f"fill {hue}")
