"""Pictures of rule books that say almost nothing, or much in one place."""

from __future__ import annotations

import pytest

from laget.pictures import PICTURES, draw

from ..texts import book, country
from .drawn import Drawn, drawn

LEVELS = 9


def _drawn(name: str, *documents: str) -> Drawn:
    """Draw a Lia that has these documents."""
    return drawn(draw(book(country({f"{at}.yaml": text for at, text in enumerate(documents)})), name))


@pytest.mark.parametrize("name", PICTURES)
def test_a_rule_book_without_anything_is_drawn(name: str) -> None:
    """A municipality that says nothing at all has every picture."""
    found = _drawn(name)
    assert ([], []) == (found.outside, found.overlaps)
    assert len(found.lines) > 2


def test_nothing_goes_any_way() -> None:
    """Without a service there is no way to draw, and that is said."""
    assert "Kilden har ingen tjenester for Lia på denne dagen." in _drawn("routes").shown


@pytest.mark.parametrize(
    "silent", ["Kilden sier ikke hvem som er koordinerende enhet i Lia.", "Kilden har ingen slike roller."]
)
def test_no_layer_knows_a_coordinating_unit(silent: str) -> None:
    """Where not even the nation names a unit or a role, that is said too."""
    assert silent in _drawn("coordination").shown


def test_a_long_ladder_grows_to_the_right() -> None:
    """A ladder of many levels is wider than the sheet rather than narrow and unreadable."""
    levels = "\n".join(
        f"      - {{id: trinn_{at}, name: Trinn {at}, text: Alderen er {at}., when: alder == {at}}}"
        for at in range(LEVELS)
    )
    ladder = f"""\
kind: coordination
ladders:
  - id: stige
    name: Stigen
    description: Alderen.
    hole: {{note: Resten er ikke omtalt.}}
    levels:
{levels}
"""
    found = _drawn("levels", ladder)
    assert ([], []) == (found.outside, found.overlaps)
    assert float(found.root.get("width", "0")) > 1120


def test_offices_with_long_words_have_wide_columns() -> None:
    """A column is as wide as the longest word in it, so that no name runs into the next box."""
    word = "Spesialpedagogikkoordineringstjenestekontoret"
    routing = f"""\
kind: routing
offices: [{{id: kontoret, name: {word}}}, {{id: andre, name: Andre}}]
routes:
  - {{id: contact, name: Kontakt, position: 1, lines: [{{id: a, to: {{office: andre}}}}]}}
  - {{id: handling, name: Behandling, position: 2, lines: [{{id: a, to: {{office: kontoret}}}}]}}
  - {{id: decision, name: Vedtak, position: 3, lines: [{{id: a, to: {{office: andre}}}}]}}
"""
    services = f"kind: services\nentitlements: [{{id: hjelpen, name: {word}, description: Hjelp.}}]\n"
    found = _drawn("routes", routing, services)
    assert ([], []) == (found.outside, found.overlaps)


def test_an_unclear_link_says_what_is_unclear() -> None:
    """A role that may bring something is not said to bring it."""
    coordination = """\
kind: coordination
entitlements:
  - {id: planen, name: Planen, kind: plan, description: En plan.}
  - id: lagleder
    name: Lagleder
    kind: role
    description: En som leder.
    links:
      - {id: plan, kind: brings, to: planen, text: Det kan komme en plan., unclear: {note: Når står ikke.}}
"""
    shown = _drawn("coordination", coordination).shown
    assert "Det kan komme en plan. Uklart i kilden: Når står ikke." in shown
    assert "Fører med seg" not in shown
