"""The two pictures of a childhood: what they say, and that they can be read and are always the same."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.pictures.lifeline import lifeline_picture
from laget.pictures.measure import width_of
from laget.pictures.services import services_picture

from ..timeline.growing import rule, town

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 3, 1)
CASE: dict[str, Any] = {"facts": {"fodselsdato": date(2017, 5, 12), "tung_omsorg": True}}


@pytest.fixture(params=["lifeline", "services"])
def drawn(request: pytest.FixtureRequest, lia: Municipality, handbook: Handbook) -> str:
    """Give each of the two pictures."""
    return _drawn(request.param, lia, handbook, "nb")


def _drawn(which: str, lia: Municipality, handbook: Handbook, language: str) -> str:
    if which == "services":
        return services_picture(handbook, language).svg()
    return lifeline_picture(lia.timeline(CASE, DAY, language), language).svg()


def _root(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own picture


def _texts(drawn: str) -> list[str]:
    return [found.text or "" for found in _root(drawn).iter(f"{SVG}text")]


def test_it_has_a_title_and_a_description(drawn: str) -> None:
    """What is read aloud comes first, and the description names every bar in words."""
    title, description = [*_root(drawn)][:2]
    assert ["title", "desc"] == [found.tag.removeprefix(SVG) for found in (title, description)]
    assert "Lia" in (title.text or "")
    assert "Turvenn: " in (description.text or "")


def test_it_is_small(drawn: str) -> None:
    """A picture is no more than 200 kB."""
    assert len(drawn.encode()) <= 200_000


@pytest.mark.parametrize("which", ["lifeline", "services"])
def test_same_input_same_bytes(which: str, lia: Municipality, handbook: Handbook) -> None:
    """The same input gives the same bytes, and nynorsk gives other words."""
    one, again = (_drawn(which, lia, handbook, "nb") for _ in range(2))
    assert one == again
    assert one != _drawn(which, lia, handbook, "nn")


def test_text_stays_inside(drawn: str) -> None:
    """No text reaches outside the picture."""
    width = float(_root(drawn).attrib["width"])
    outside = []
    for found in _root(drawn).iter(f"{SVG}text"):
        size = 20 if "heading" in found.attrib["class"] else 12
        wide, x = width_of(found.text or "", size), float(found.attrib["x"])
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[found.attrib["text-anchor"]]
        start = x - wide * share
        outside += [found.text] if start < 0 or start + wide > width else []
    assert [] == outside


def test_it_has_text_for_names_and_ages(drawn: str) -> None:
    """Names and ages are text, which can be selected."""
    texts = _texts(drawn)
    assert {"Turvenn", "0", "18", "20"} <= {*texts}


@pytest.mark.parametrize(
    ("when", "facts", "style"),
    [
        ("ar >= 0", {"behov": True}, "fill blue"),
        ("ar >= 0", {}, "wait"),
        ("ar >= 90", {"behov": True}, "rule"),
    ],
)
def test_each_state_looks_otherwise(when: str, facts: dict[str, Any], style: str) -> None:
    """A bar is filled where the criteria hold, broken where facts are waited for, a thin line where not."""
    found = town(rule(when)).timeline({"facts": {"fodselsdato": date(2017, 5, 12), **facts}}, DAY)
    bars = [
        child.attrib["class"]
        for group in _root(lifeline_picture(found).svg()).iter(f"{SVG}g")
        for child in group
        if child.tag != f"{SVG}title"
    ]
    assert style in bars


def test_ages_are_said_in_words(handbook: Handbook) -> None:
    """Without a case, a bar is described by ages and never by dates."""
    description = [*_root(services_picture(handbook).svg())][1].text or ""
    assert "8 år til 18 år" in description
    assert "2034" not in description


def test_a_handbook_without_conditions_says_so() -> None:
    """Where nothing has conditions, the picture says that instead of being empty."""
    place = town("kind: services\nentitlements: [{id: tur, name: Tur, description: En tur.}]\n")
    assert "Her er ingen tjenester med vilkår." in _texts(services_picture(place.handbook(DAY)).svg())


def test_an_expected_child_is_said_to_be_expected(lia: Municipality) -> None:
    """The life line of a child that is not born says so below its title."""
    case = {"facts": {"ufodt": True, "fodselsdato": date(2026, 8, 1)}}
    texts = _texts(lifeline_picture(lia.timeline(case, DAY)).svg())
    assert "For et barn ventet 1. august 2026, slik saken er beskrevet 1. mars 2026" in texts
