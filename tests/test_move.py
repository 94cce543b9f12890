"""Moves between real municipalities: their own cases, held against the next one's rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import laget
from laget.model.moves import Change, Kept, Move
from laget.municipality import Municipality
from laget.plain import to_json
from laget.render.move import move_text
from laget.testing import Example, examples

pytestmark = pytest.mark.once

PAIRS = [("holtalen", "orland"), ("vestre_toten", "holtalen"), ("gol", "al")]
EVERY = 5
"""Which of the cases are moved: one in so many, the first one too."""

BACK = {
    Change.LOST: Change.GAINED,
    Change.GAINED: Change.LOST,
    Change.WEAKER: Change.STRONGER,
    Change.STRONGER: Change.WEAKER,
    Change.ONLY_HERE: Change.ONLY_THERE,
    Change.ONLY_THERE: Change.ONLY_HERE,
}


@cache
def place(name: str) -> Municipality:
    """Give a municipality as it is installed."""
    return registry()[name]


@cache
def registry() -> laget.Registry:
    """Give what is installed."""
    return laget.discover()


def moves(first: str, second: str) -> Iterator[tuple[Example, Move]]:
    """Move the children of the first municipality's own cases."""
    found = [example for example in examples(place(first)) if example.draft.case.on is not None]
    for example in found[::EVERY]:
        yield example, laget.move(example.draft, place(first), place(second))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_answers_are_as_their_schema_says(first: str, second: str, root: Path) -> None:
    """The JSON of each move is valid."""
    schema = json.loads((root / "schemas" / "move.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    answers = [json.loads(to_json(found)) for _, found in moves(first, second)]
    assert answers
    assert [] == [error.message for answer in answers for error in validator.iter_errors(answer)]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_both_sides_answer_as_they_do_alone(first: str, second: str) -> None:
    """The side that the case was written for says in a move what it says in an assessment."""
    for example, found in moves(first, second):
        alone = {one.id: one for one in place(first).assess(example.draft).entitlements}
        moved = {row.id: row.first for row in found.entitlements if row.first.outcome is not None}
        assert {name: (one.outcome, one.strength, one.provisional) for name, one in alone.items()} == {
            name: (one.outcome, one.strength, one.provisional) for name, one in moved.items()
        }


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_way_back_mirrors_the_way_there(first: str, second: str) -> None:
    """Gained is lost on the way back, for each child who is not said to live elsewhere."""
    for example, there in moves(first, second):
        if any(found.reason is Kept.RESIDENCE for found in there.second.left_out):
            continue
        back = laget.move(example.draft, place(second), place(first))
        if any(found.reason is Kept.RESIDENCE for found in back.second.left_out):
            continue
        expected = {row.id: BACK.get(row.change, row.change) for row in there.entitlements}
        assert expected == {row.id: row.change for row in back.entitlements}


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_text_is_at_most_eighty_columns_wide(first: str, second: str, language: str) -> None:
    """No line is wider than a terminal, in full either."""
    for _, found in moves(first, second):
        books = place(first).handbook(found.on), place(second).handbook(found.on)
        text = move_text(found, *books, language, whole=True)
        assert [] == [line for line in text.splitlines() if len(line) > 80]


def moved(facts: dict[str, Any], first: str, second: str, **case: Any) -> Move:
    """Move one child."""
    return laget.move({"on": "2026-03-01", "facts": facts, **case}, place(first), place(second))


PLAN = {
    "fodselsdato": "2015-02-20",
    "bor_i_kommunen": True,
    "behov_helse_omsorg": True,
    "langvarig_behov": True,
    "koordinert_behov": True,
    "onsker_individuell_plan": True,
}
"""A child with a right to an individual plan, by national law, wherever it lives."""


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_what_stands_in_law_is_kept(first: str, second: str) -> None:
    """An individual plan is a right on both sides, and is to be applied for where the child comes to."""
    found = moved(PLAN, first, second, has=[{"id": "individuell_plan"}])
    (plan,) = [row for row in found.entitlements if row.id == "individuell_plan"]
    assert Change.SAME is plan.change
    assert "individuell_plan" in [one.id for one in found.anew]


def test_what_orland_is_silent_about_is_no_loss() -> None:
    """A child with support contact in Holtålen: Ørland has not written about it, and the case says so."""
    found = moved(PLAN, "holtalen", "orland", has=[{"id": "stottekontakt"}])
    (row,) = [row for row in found.entitlements if row.id == "stottekontakt"]
    assert (Change.ONLY_HERE, True) == (row.change, row.has)
    assert ["stottekontakt"] == [one.id for one in found.second.left_out]


def test_what_vestre_toten_calls_otherwise_is_told() -> None:
    """The children's coordinator has another name in Holtålen."""
    names = {(found.section, found.id): found.second for found in moved({}, "vestre_toten", "holtalen").names}
    assert "Barne- og familiekoordinator" == names["entitlements", "barnekoordinator"]


def test_ppt_depends_on_the_place_of_school_in_al() -> None:
    """From Gol to Ål another office may take the first contact about PPT."""
    found = moved({}, "gol", "al")
    assert {("contact", ("ppt",)), ("delivery", ("ppt",))} == {(row.step, row.about) for row in found.routes}
