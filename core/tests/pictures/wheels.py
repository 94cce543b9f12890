"""A drawn year wheel as tests see it: where its texts and markers stand, also those on a circle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import atan2, degrees, radians
from xml.etree.ElementTree import Element, fromstring

from laget.model.calendars import Calendar
from laget.pictures.measure import width_of
from laget.pictures.passages import BOLD
from laget.pictures.polar import LETTERS, point
from laget.pictures.year_wheel import year_wheel

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"small": 10.0, "large": 14.0, "heading": 20.0}

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def drawn(asked: Calendar, language: str = "nb") -> Element:
    """Draw a wheel, and read it."""
    return fromstring(year_wheel(asked, language).svg())  # noqa: S314 - our own picture


def size_of(text: Element) -> float:
    """Give how large a text is written; bold letters are wider."""
    style = (text.get("class") or "").split()
    return next((SIZES[name] for name in style if name in SIZES), 12.0)


def wide(text: Element, words: str) -> float:
    """Give how wide a text is."""
    bold = {"strong", "heading"} & set((text.get("class") or "").split())
    return width_of(words, size_of(text)) * (BOLD if bold else 1)


def texts_of(root: Element) -> list[tuple[str, list[Box]]]:
    """Give every text with the boxes that its letters stand in: one, or many where it follows a circle."""
    paths = {found.get("id"): found for found in root.iter(f"{SVG}path") if found.get("id")}
    centre = centre_of(root)
    made = []
    for text in root.iter(f"{SVG}text"):
        run = text.find(f"{SVG}textPath")
        if run is None:
            made.append((text.text or "", [_box(text)]))
        else:
            along = paths[(run.get("href") or "").removeprefix("#")].get("d") or ""
            made.append((run.text or "", list(_curved(text, run.text or "", along, centre))))
    return made


def _box(text: Element) -> Box:
    long, size = wide(text, text.text or ""), size_of(text)
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    left, base = float(text.get("x", 0)) - shift * long, float(text.get("y", 0))
    return left, base - LETTERS * size, left + long, base + 0.2 * size


def _curved(text: Element, words: str, along: str, centre: tuple[float, float]) -> Iterator[Box]:
    """Give a small box for each bit of a text on a circle."""
    steps = along.split()
    numbers = [float(step) for step in steps if step not in {"M", "A"}]
    start, radius, sweep, end = numbers[:2], numbers[2], numbers[6], numbers[7:9]
    angles = [degrees(atan2(at[0] - centre[0], centre[1] - at[1])) % 360 for at in (start, end)]
    turned = sweep == 0
    first, last = reversed(angles) if turned else angles
    middle = first + ((last - first) % 360) / 2
    half = degrees(wide(text, words) / 2 / radius)
    assert (last - first) % 360 >= 2 * half, "the letters have room on their arc"
    size = size_of(text)
    at = radius + (-1 if turned else 1) * LETTERS * size / 2
    bits = max(int(2 * radians(half) * radius / 5), 1)
    for bit in range(bits + 1):
        x, y = point(centre, at, middle - half + 2 * half * bit / bits)
        yield x - 3, y - 3, x + 3, y + 3


def centre_of(root: Element) -> tuple[float, float]:
    """Give the middle of the wheel: that of its rim."""
    rim = max(root.iter(f"{SVG}circle"), key=lambda found: float(found.get("r", 0)))
    return float(rim.get("cx", 0)), float(rim.get("cy", 0))


def overlaps(root: Element) -> list[tuple[str, str]]:
    """Give the pairs of texts that stand on top of each other."""
    return [
        (words, others)
        for (words, boxes), (others, more) in combinations(texts_of(root), 2)
        if any(_meet(one, other) for one in boxes for other in more)
    ]


def _meet(one: Box, other: Box) -> bool:
    beside = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5
    return not beside and not (one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5)


def outside(root: Element) -> list[str]:
    """Give the texts that run out of the picture."""
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    return [
        words
        for words, boxes in texts_of(root)
        if any(left < 0 or top < 0 or right > width or bottom > height for left, top, right, bottom in boxes)
    ]


def marker_angles(root: Element) -> dict[str, float]:
    """Give where the markers stand, by the day that they are of."""
    x, y = centre_of(root)
    found = {}
    for group in root.iter(f"{SVG}g"):
        title, disc = group.find(f"{SVG}title"), group.find(f"{SVG}circle")
        if title is not None and title.text and disc is not None and ". " in title.text:
            across, up = float(disc.get("cx", 0)) - x, y - float(disc.get("cy", 0))
            found[title.text] = degrees(atan2(across, up)) % 360
    return found


def said(root: Element) -> str:
    """Give all that the picture says, in sight and to be read aloud, as one line."""
    return " ".join([*(words for words, _ in texts_of(root)), root[1].text or ""])
