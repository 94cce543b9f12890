"""Pictures: the palette can be read, and a picture says what it is."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from laget.pictures.colours import DARK, HUES, LIGHT, TINT
from laget.pictures.measure import broken, shortened, width_of
from laget.pictures.svg import Picture, text

SVG = "{http://www.w3.org/2000/svg}"


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("paper", "side"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_all_text_stands_out(paper: dict[str, str], side: int) -> None:
    """Every colour of text has a contrast of 4.5 to the paper, and every line one of 3."""
    texts = [paper["ink"], paper["soft"], *(pair[side] for pair in HUES.values())]
    assert [colour for colour in texts if _contrast(colour, paper["paper"]) < 4.5] == []
    assert _contrast(paper["rule"], paper["paper"]) >= 3


@pytest.mark.parametrize(("paper", "side"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
@pytest.mark.parametrize("hue", HUES)
def test_text_stands_out_on_pale_areas(paper: dict[str, str], side: int, hue: str) -> None:
    """Plain text, text that stands back and text of the same colour can be read on a pale area."""
    pale = _blended(HUES[hue][side], paper["paper"], TINT)
    texts = [paper["ink"], paper["soft"], HUES[hue][side]]
    assert [colour for colour in texts if _contrast(colour, pale) < 4.5] == []


def _blended(colour: str, paper: str, opacity: float) -> str:
    pairs = [[int(found[index : index + 2], 16) for found in (colour, paper)] for index in (1, 3, 5)]
    return "#" + "".join(f"{round(opacity * over + (1 - opacity) * under):02x}" for over, under in pairs)


def test_a_picture_has_a_title_and_a_description_first() -> None:
    """What a screen reader reads comes before everything else."""
    drawn = Picture(100, 50, "Årshjul", "Ett <år> & mer.", [text((0, 10), "januar", "ink")]).svg()
    root = ET.fromstring(drawn)  # noqa: S314 - our own picture
    assert ["title", "desc"] == [child.tag.removeprefix(SVG) for child in root][:2]
    assert "Ett <år> & mer." == root[1].text


def test_broken_lines_fit() -> None:
    """No line of several words is wider than asked for, and no word is lost."""
    words = "Koordinerende enhet går gjennom søknadene en gang i måneden"
    lines = broken(words, 120, 12)
    assert words.split() == " ".join(lines).split()
    assert all(width_of(line, 12) <= 120 for line in lines)


def test_shortened_text_says_that_it_is() -> None:
    """What does not fit ends with a sign."""
    assert "kort" == shortened("kort", 100, 12)
    assert shortened("en ganske lang setning", 60, 12).endswith("…")
