"""SVG: elements, and a whole picture with title, description and style.

Built with the standard library's ElementTree, which escapes; a picture is text that ends with a
newline. Lengths are in user units (1 unit is 1 CSS pixel); angles do not occur.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attrs import field, frozen

from laget.pictures.colours import HUES, stylesheet
from laget.pictures.measure import broken

Anchor = str
"""`start`, `middle` or `end`: which part of a text stands at its point."""

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a length with at most two decimals, the same way everywhere.

    >>> number(3.0), number(2.456), number(-0.001)
    ('3', '2.46', '0')
    """
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def element(name: str, attributes: dict[str, str | float], children: Iterable[Element] = ()) -> Element:
    """Make an element; numbers are written with `number`."""
    written = {
        key: number(value) if isinstance(value, int | float) else value for key, value in attributes.items()
    }
    made = Element(name, written)
    made.extend(children)
    return made


def rect(x: float, y: float, width: float, height: float, style: str, radius: float = 0) -> Element:  # noqa: PLR0913, PLR0917 - a box has as many sides
    """Draw a box; `style` names classes of the stylesheet."""
    return element("rect", {"x": x, "y": y, "width": width, "height": height, "rx": radius, "class": style})


def line(start: Point, end: Point, style: str) -> Element:
    """Draw a straight line."""
    return element("line", {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1], "class": style})


def path(steps: Sequence[str | float], style: str) -> Element:
    """Draw a path from commands and numbers, such as `["M", 0, 0, "L", 10, 5]`."""
    written = " ".join(step if isinstance(step, str) else number(step) for step in steps)
    return element("path", {"d": written, "class": style})


def circle(centre: Point, radius: float, style: str) -> Element:
    """Draw a circle."""
    return element("circle", {"cx": centre[0], "cy": centre[1], "r": radius, "class": style})


def text(at: Point, words: str, style: str, anchor: Anchor = "start") -> Element:
    """Write one line; `at` is the left end, the middle or the right end of its baseline."""
    made = element("text", {"x": at[0], "y": at[1], "class": style, "text-anchor": anchor})
    made.text = words
    return made


def paragraph(at: Point, words: str, style: str, width: float, size: float) -> tuple[list[Element], float]:
    """Write text in lines no wider than `width`; gives the lines, and how high they are together."""
    lines = broken(words, width, size)
    step = size * 1.3
    made = [text((at[0], at[1] + step * index), row, style) for index, row in enumerate(lines)]
    return made, step * len(lines)


def group(children: Iterable[Element], label: str | None = None, style: str | None = None) -> Element:
    """Put elements together; `label` is shown when a reader points at them."""
    made = Element("g", {"class": style} if style else {})
    if label:
        SubElement(made, "title").text = label
    made.extend(children)
    return made


@frozen
class Picture:
    """A whole picture: its size, what it is called, what it shows in words, and its elements."""

    width: float
    height: float
    title: str
    description: str
    """What the picture shows, in words: the text alternative, whole sentences."""
    elements: Sequence[Element]
    language: str = field(default="nb", kw_only=True)

    def svg(self) -> str:
        """Give the picture as an SVG document, light or dark as the reader's screen is."""
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
                "width": number(self.width),
                "height": number(self.height),
                "role": "img",
                "aria-labelledby": "title desc",
                "lang": self.language,
            },
        )
        SubElement(root, "title", {"id": "title"}).text = self.title
        SubElement(root, "desc", {"id": "desc"}).text = self.description
        SubElement(root, "style").text = stylesheet()
        root.append(element("defs", {}, [_hatch(name) for name in HUES]))
        root.append(rect(0, 0, self.width, self.height, "paper"))
        root.extend(self.elements)
        indent(root)
        return tostring(root, encoding="unicode") + "\n"


def _hatch(hue: str) -> Element:
    """Give the pattern for what holds only by exception, or is unclear."""
    stripe = line((0, 0), (0, 6), f"stripe {hue}")
    return element(
        "pattern",
        {
            "id": f"hatch-{hue}",
            "width": 6,
            "height": 6,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
        [stripe],
    )
