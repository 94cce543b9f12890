"""The picture `levels`: every ladder with its levels, and what is unclear; silence where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from laget.model.handbook import Handbook
from laget.pictures import draw
from laget.registry import Registry

from .drawn import Drawn, drawn


@pytest.fixture(scope="module")
def levels(handbook: Handbook) -> Drawn:
    """Give the ladders of Lia as they are drawn."""
    return drawn(draw(handbook, "levels"))


def test_every_level_is_there(levels: Drawn, handbook: Handbook) -> None:
    """Ladders have their name, and levels their id, name and text."""
    ladders = [*handbook.ladders.values()]
    wanted = [ladder.name for ladder in ladders] + [
        text for ladder in ladders for level in ladder.levels for text in (level.id, level.name, level.text)
    ]
    assert [] == [text for text in wanted if text not in levels.shown]


def test_a_level_tells_what_it_brings(levels: Drawn) -> None:
    """What goes with a level stands on it by name."""
    assert "Fører med seg: Friluftsdag" in levels.shown


def test_ladders_are_different_scales(levels: Drawn) -> None:
    """Two ladders are said to be two scales."""
    assert "Dette er ulike skalaer." in levels.shown


def test_what_is_unclear_is_marked(levels: Drawn) -> None:
    """An unclear level has its note in a hatched frame; holes and overlaps stand below the stairs."""
    assert 1 == sum("hatched" in (found.get("class") or "") for found in levels.root.iter())
    assert "Uklart i kilden: Heftet sier ikke når trinnet slutter." in levels.shown
    assert "Uklart i kilden: Tre tjenester passer på to trinn." in levels.shown
    assert "Uklart i kilden: Seks tjenester eller flere er ikke omtalt." in levels.shown


def test_a_ladder_without_services_says_so(levels: Drawn) -> None:
    """A ladder that the source links nothing to is not shown as if it brought nothing."""
    assert 1 == levels.shown.count("Kilden sier ikke hvilke tjenester som hører til hvilket trinn.")


def test_levels_rise(levels: Drawn) -> None:
    """Each level of a ladder stands higher than the one before it."""
    ids = {line.words: line.top for line in levels.lines if line.words in ("1", "2", "3")}
    assert sorted(ids.values(), reverse=True) == [ids["1"], ids["2"], ids["3"]]


def test_without_ladders_the_picture_says_that_the_source_is_silent(fiction: Registry, today: date) -> None:
    """A municipality without ladders gets a picture that says so, and names the others."""
    found = drawn(draw(fiction["vik"].handbook(today), "levels"))
    assert "Kilden sier ikke noe om nivåer eller trinn i Vik i Sør." in found.shown
    assert "hvem som gjør hva (routes)" in found.shown
