"""Areas: whether an office serves a municipality and a case is said with the route, and changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from laget.model.answers import RouteAnswer
from laget.registry import Registry

from ..texts import country
from .lia import SERVICES

ON = date(2026, 3, 1)
TEXT = "Kilden sier: Unge fra 16 til 30 år."


def registry(*areas: str) -> Registry:
    """Make Lia with one office that serves some areas."""
    serves = ", ".join(f"{{id: a{number}, {area}}}" for number, area in enumerate(areas))
    routing = f"""\
kind: routing
offices: [{{id: kontoret, name: Kontoret, serves: [{serves}]}}]
routes:
  - {{id: contact, name: Kontakt, position: 1, lines: [{{id: a, to: {{office: kontoret}}}}]}}
  - {{id: handling, name: Behandling, position: 2, lines: [{{id: a, to: {{same_as: contact}}}}]}}
rotas:
  - id: hjelpen
    name: Hjelpen
    shifts: [{{id: a, office: kontoret, hours: 24/7, text: Alltid.}}]
"""
    return country({"routing.yaml": routing, "services.yaml": SERVICES})


def route(areas: tuple[str, ...], facts: dict[str, Any], layer: str = "lia") -> tuple[RouteAnswer, ...]:
    """Give the way for an offer."""
    answer = registry(*areas)[layer].assess({"facts": facts}, ON)
    return next(offer for offer in answer.offers if offer.id == "hjelpen").route


UNG = "text: Unge fra 16 til 30 år., when: 16 <= alder <= 30"
ELSEWHERE = "text: Folk i Vik., municipalities: [vik]"

NOTES: dict[str, tuple[tuple[str, ...], dict[str, Any], tuple[str, ...]]] = {
    "inside": ((UNG,), {"alder": 16}, ()),
    "too young": ((UNG,), {"alder": 15}, (f"Saken er utenfor det Kontoret er oppgitt for. {TEXT}",)),
    "unknown": ((UNG,), {}, (f"Om Kontoret er for denne saken, er ikke kjent. {TEXT}",)),
    "elsewhere": ((ELSEWHERE,), {}, ("Kontoret er ikke oppgitt for Lia. Kilden sier: Folk i Vik.",)),
    "here": (("text: Folk., municipalities: [vik, lia]",), {}, ()),
    "one of two": ((ELSEWHERE, UNG), {"alder": 20}, ()),
    "here or unknown": ((UNG, "text: Alle i Lia., municipalities: [lia]"), {}, ()),
    "unclear": (
        ("text: Noen., unclear: {note: Hvem står ikke.}",),
        {},
        (
            "Om Kontoret er for denne saken, er ikke kjent. Kilden sier: Noen.",
            "Kilden lar dette stå åpent: Hvem står ikke.",
        ),
    ),
    "silent": ((), {}, ()),
}


@pytest.mark.parametrize(("areas", "facts", "notes"), NOTES.values(), ids=NOTES.keys())
def test_routes_say_whom_an_office_serves(
    areas: tuple[str, ...], facts: dict[str, Any], notes: tuple[str, ...]
) -> None:
    """A settled step stays settled, says when its office is for others, and so does a step like it."""
    assert [("settled", "kontoret", notes)] * 2 == [
        (step.state.value, step.office, step.texts) for step in route(areas, facts)
    ]


@pytest.mark.parametrize(("areas", "facts", "notes"), NOTES.values(), ids=NOTES.keys())
def test_rotas_say_whom_an_office_serves(
    areas: tuple[str, ...], facts: dict[str, Any], notes: tuple[str, ...]
) -> None:
    """The one who answers answers all the same, and what is said of its areas comes with the hours."""
    from .lia import asked

    found = asked(registry(*areas)["lia"], "hjelpen", "2026-03-01T12:00", **facts)
    assert ("settled", ("Alltid.", *notes)) == (found.state.value, found.texts)


def test_unknown_municipalities() -> None:
    """An id names an installed layer or a municipality of Norway; any other is found."""
    areas = [
        f"text: A., municipalities: [{name}]" for name in ("lia", "riket", "trondheim", "asnes", "utmark")
    ]
    findings = registry(*areas)["lia"].check()
    assert ["«utmark» is neither an installed layer nor a municipality of Norway"] == [
        finding.message for finding in findings if finding.code == "unknown-municipality"
    ]
