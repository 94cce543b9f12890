"""The picture `coordination`: the unit, the roles with who appoints, and who is outside; silence is said."""

from __future__ import annotations

from datetime import date

import pytest

from laget.model.handbook import Handbook
from laget.pictures import draw
from laget.pictures.unit import is_told, unit_of
from laget.registry import Registry

from .drawn import Drawn, drawn


@pytest.fixture(scope="module")
def lias(handbook: Handbook) -> Drawn:
    """Give Lia's coordination as it is drawn."""
    return drawn(draw(handbook, "coordination"))


@pytest.fixture(scope="module")
def viks(fiction: Registry, today: date) -> Drawn:
    """Give the coordination of Vik, which says nothing of it."""
    return drawn(draw(fiction["vik"].handbook(today), "coordination"))


@pytest.mark.parametrize(
    "told",
    ["Teamet i Lia", "Leder for helse leder", "Kommunelegen hentes inn ved behov", "Søknader gjennomgås."],
)
def test_the_unit_is_told(lias: Drawn, told: str) -> None:
    """The unit has its name, its leader, who may be called in, and when it meets."""
    assert told in lias.shown


def test_a_role_has_those_who_appoint(lias: Drawn) -> None:
    """A role stands with who chooses the person, what it brings, and the local name of what it is."""
    assert "Hvem som blir lagleder (bestemmes av)" in lias.shown
    assert "saksbehandler" in lias.shown
    assert "Fører med seg: Hjelpeplan" in lias.shown


def test_those_outside_have_what_they_do(lias: Drawn) -> None:
    """An office outside the municipality stands with its steps, and says which are unclear."""
    assert "Kontoret som kommunen samarbeider med" in lias.shown
    assert "(utenfor kommunen)" in lias.shown
    assert "Vedtak, uklart eller ikke avgjort:" in lias.shown


@pytest.mark.parametrize(
    "silent",
    [
        "Kilden sier ikke hvem som er koordinerende enhet i Vik i Sør.",
        "Kilden sier ikke hvem som er med i enheten.",
        "Kilden sier ikke hvor ofte enheten møtes.",
        "Kilden sier ikke hvor enheten holder til.",
        "kilden sier ikke hvem",
        "Kilden nevner ingen utenfor kommunen som behandler søknader eller gjør vedtak.",
    ],
)
def test_silence_is_said(viks: Drawn, silent: str) -> None:
    """What the source does not say is said to be unsaid, never left empty."""
    assert silent in viks.shown


def test_a_unit_that_only_the_nation_knows_is_untold(fiction: Registry, today: date) -> None:
    """National rules alone do not tell who the unit is in a municipality."""
    told = {}
    for name in ("lia", "vik"):
        book = fiction[name].handbook(today)
        unit = unit_of(book)
        assert unit is not None
        told[name] = is_told(unit, book)
    assert {"lia": True, "vik": False} == told
