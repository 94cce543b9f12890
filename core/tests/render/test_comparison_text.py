"""A comparison as text: children, candidates, ladders and ways in words."""

from __future__ import annotations

from typing import Any

from laget.comparison import Side, compare
from laget.model.case import Case
from laget.model.mapping import FrozenMapping
from laget.municipality import Municipality
from laget.render.comparison import comparison_text

from ..assessment.rules import criterion, exclusion, ground, service, town
from ..comparison.towns import DAY

NEED = ground(criterion("a"))


def text_of(first: Municipality, second: Municipality, case: dict[str, Any] | None = None) -> str:
    """Compare two towns and give the text, on one line."""
    known = None if case is None else Case(facts=FrozenMapping(case))
    sides = [Side(handbook=place.handbook(DAY), case=known) for place in (first, second)]
    return " ".join(comparison_text(compare(*sides), sides[0].handbook, sides[1].handbook).split())


def test_what_a_child_has_is_told_by_its_name() -> None:
    """A witness that turns on what the child has says so by name; one that has nothing says that too."""
    first = town(entitlements=[service(ground(criterion("a"), exclusion("has(plass)")))])
    second = town(entitlements=[service(ground(criterion("a"), criterion("has(hjelp)")))])
    text = text_of(first, second)
    assert "har fra før: Hjelp" in text
    assert "har ikke noe annet av det reglene spør om" in text
    assert "har fra før: plass" in text_of(first, town(entitlements=[service(NEED)]))


def test_a_candidate_is_described() -> None:
    """Rules for holding a role are shown by a candidate, and not by a child."""
    places = [
        town(roles=[{"id": "los", "name": "Los", "holding": [ground(*map(criterion, rules))], **more}])
        for rules, more in ((["a"], {"holders": [{"id": "h", "text": "Hvem som helst."}]}), (["a", "b"], {}))
    ]
    text = text_of(places[0], places[1])
    assert "Kan ha rollen i Byen 1. mars 2026, for eksempel en med dette: • første: ja • andre: nei" in text
    assert "Hvem kan ha rollen – Byen 1. mars 2026: Hvem som helst." in text


def test_a_role_that_only_one_has_is_named() -> None:
    """Roles that only one side has stand in one line."""
    places = town(roles=[{"id": "los", "name": "Los"}]), town()
    assert "Bare i Byen 1. mars 2026: Los" in text_of(*places)


def test_ladders_are_said_to_be_different_scales() -> None:
    """Levels stand side by side, with the word that the same number is not the same level."""
    levels = [{"id": "1", "name": "Nivå 1", "text": "Lite.", "when": "a"}]
    ladder = {"id": "stige", "name": "Stige", "description": "En stige.", "levels": levels}
    text = text_of(town(ladders=[ladder]), town())
    assert "Samme nummer betyr ikke samme nivå." in text
    assert "Stige • Nivå 1: Lite." in text
    assert "ingen nivåer" in text


def test_announced_and_offered_are_told_apart() -> None:
    """What both have in two ways is told with both."""
    text = text_of(town(entitlements=[service()]), town(entitlements=[service(available=False)]))
    assert "Byen 1. mars 2026: tilbud uten vilkår; Byen 1. mars 2026: varslet, men tilbys ikke ennå." in text


def test_answers_about_a_case_stand_side_by_side() -> None:
    """Answers that differ are told for both; those that are alike share a line."""
    same, own = service(NEED, id="lik", name="Lik"), service(NEED, id="egen", name="Egen")
    first = town(entitlements=[service(ground(criterion("a"))), same, own])
    second = town(entitlements=[service(ground(criterion("a"), criterion("b"))), same])
    text = text_of(first, second, {"a": True, "b": False})
    assert "Hjelp – Byen 1. mars 2026: oppfylt (kan gis) – Byen 1. mars 2026: ikke oppfylt" in text
    assert "vurderes ikke her" in text
    assert "Samme svar: Lik." in text
