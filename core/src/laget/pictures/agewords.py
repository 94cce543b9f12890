"""Words around bars by age: the title, the legend, what stands below, and each bar in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from laget.model.timelines import BarState
from laget.pictures.agebars import MARGIN, NORMAL, RIGHT, Chart, Row, swatch
from laget.pictures.measure import broken, width_of
from laget.pictures.svg import circle, paragraph, text
from laget.texts import say


def legend(chart: Chart, y: float) -> tuple[list[Element], float]:
    """Draw what each look means, and name the transitions; gives the elements and how high they are."""
    elements, height = _looks(chart, y)
    for mark in chart.marks:
        centre = y + height + 7
        elements += [circle((MARGIN + 15, centre), 8, "fill orange")]
        elements += [text((MARGIN + 15, centre + 3.5), str(mark.number), "on small strong", "middle")]
        elements += [text((MARGIN + 32, centre + 4), mark.label, "")]
        height += 20
    return elements, height


def _looks(chart: Chart, y: float) -> tuple[list[Element], float]:
    elements: list[Element] = []
    x = float(MARGIN)
    for state, words in chart.states:
        shape = swatch(state, "blue", x, y, 30)
        elements += [shape] if shape is not None else []
        elements += [text((x + 36, y + 11), words, "")]
        x += 36 + width_of(words, NORMAL) * 1.05 + 24
    return elements, 26


def footer(words: Iterable[str], y: float) -> tuple[list[Element], float]:
    """Write what stands below the bars; gives the elements and how high they are."""
    elements: list[Element] = []
    height = 0.0
    for said in words:
        lines, used = paragraph((MARGIN, y + height + NORMAL), said, "soft", RIGHT - MARGIN - 20, NORMAL)
        elements += lines
        height += used + 4
    return elements, height


def heading(title: str, words: Sequence[str]) -> tuple[list[Element], float]:
    """Write the title and what is said below it; gives the elements and how high they are."""
    elements = [text((MARGIN, 40), title, "heading")]
    y = 62.0
    for said in words:
        for row in broken(said, RIGHT - MARGIN - 20, NORMAL):
            elements.append(text((MARGIN, y), row, "soft"))
            y += 17
    return elements, y


def described(row: Row, language: str) -> str:
    """Say what a bar shows; where there is no rule, nothing."""
    spans = "; ".join(stripe.label for stripe in row.stripes if stripe.state is not BarState.ABSENT)
    return say("bars_bar", language, name=row.name, spans=spans)
