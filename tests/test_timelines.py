"""Timelines of what is installed: every municipality has one, with the ages of its documents."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import laget
from laget.municipality import Municipality
from laget.pictures.lifeline import lifeline_picture
from laget.pictures.services import services_picture
from laget.plain import to_json
from laget.registry import Registry
from laget.render.timeline import timeline_text
from laget.timeline.bars import provisional_state

pytestmark = pytest.mark.once

DAY = date(2026, 3, 1)
CASE: dict[str, Any] = {"facts": {"fodselsdato": date(2023, 2, 20), "saerlig_tyngende_omsorg": True}}
REGISTRY: Registry = laget.discover()
PLACES = sorted(name for name in REGISTRY if REGISTRY[name].is_municipality)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> Municipality:
    """Give each municipality that is installed."""
    return REGISTRY[str(request.param)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("holtalen", {4, 5, 6, 10, 12, 16, 18}),
        ("vestre_toten", {12, 16, 18}),
        ("orland", {12, 16, 18}),
        ("gol", {12, 15, 16, 18}),
    ],
)
def test_birthdays_are_those_of_the_documents(name: str, expected: set[int]) -> None:
    """A small child meets the birthdays that the documents name."""
    found = REGISTRY[name].timeline(CASE, DAY)
    assert expected == {change.years for change in found.changes if change.is_birthday}


def test_every_child_meets_the_transitions(place: Municipality) -> None:
    """The national transitions are in every municipality's timeline, in order, each with where it is from."""
    found = place.timeline(CASE, DAY).transitions
    names = [
        "fra_barnehage_til_skole",
        "fra_barneskole_til_ungdomsskole",
        "til_videregaende",
        "til_voksne_tjenester",
    ]
    assert names == [entry.id for entry in found]
    assert all(entry.sources or entry.law for entry in found)


def test_timelines_validate(place: Municipality, root: Path) -> None:
    """The JSON of a timeline is valid by the schema at the top of the repository."""
    schema = json.loads((root / "schemas" / "timeline.schema.json").read_text(encoding="utf-8"))
    answer = json.loads(to_json(place.timeline(CASE, DAY)))
    assert [] == list(Draft202012Validator(schema).iter_errors(answer))


def test_bars_agree_with_assessments_on_any_day(place: Municipality) -> None:
    """On days drawn from the whole life, a bar shows what the assessment of that day says."""
    found = place.timeline(CASE, DAY)
    chance = random.Random(place.id)  # noqa: S311 - a sample, not a secret
    edges = [DAY, *(change.on for change in found.changes), found.last]
    for first, last in pairwise(edges):
        day = first + timedelta(days=chance.randrange((last - first).days))
        assessed = {answer.id: answer for answer in place.assess(CASE, day).entitlements}
        shown = {
            bar.id: span.state for bar in found.bars for span in bar.spans if span.first <= day <= span.last
        }
        expected = {name: provisional_state(answer) for name, answer in assessed.items()}
        assert expected == {name: shown[name] for name in expected}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_text_fits_the_terminal(place: Municipality, language: str) -> None:
    """No line of a timeline is wider than 80 columns."""
    text = timeline_text(place.timeline(CASE, DAY, language), place.handbook(DAY), language)
    assert [] == [line for line in text.splitlines() if len(line) > 80]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_pictures_are_small(place: Municipality, language: str) -> None:
    """Both pictures are no more than 200 kB."""
    pictures = [
        lifeline_picture(place.timeline(CASE, DAY, language), language).svg(),
        services_picture(place.handbook(DAY), language).svg(),
    ]
    assert [] == [picture[:80] for picture in pictures if len(picture.encode()) > 200_000]
