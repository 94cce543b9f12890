"""A change as a page: every part in words, as text and as Markdown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from laget.comparison.past import changed_entries, is_identical
from laget.model.past import Past, PastLayer
from laget.municipality import Municipality
from laget.render.blocks import Block, Kind, as_markdown, as_text
from laget.render.change import change_blocks

from ..assessment.rules import criterion, ground, service, town
from ..comparison.towns import DAY, compared

NEED = ground(criterion("a"))


def page(first: Municipality, second: Municipality, language: str = "nb") -> list[Block]:
    """Give the page of what has changed from one town to another."""
    found, books = compared(first, second), (first.handbook(DAY), second.handbook(DAY))
    past = Past(
        ref="v1",
        commit="0123456789abcdef",
        committed=date(2026, 1, 15),
        layers=(PastLayer(id="byen", name="Byen", then=True),),
        identical=is_identical(*books),
        entries=tuple(changed_entries(found, *books)),
    )
    return change_blocks(evolve(found, past=past), *books, language)


def said(first: Municipality, second: Municipality) -> str:
    """Give the page as text on one line."""
    return " ".join(as_text(page(first, second)).split())


def test_the_heading_tells_what_when_and_against_what() -> None:
    """Municipality, ref, commit, its date and the date asked about stand at the top."""
    text = said(town(), town())
    assert text.startswith(
        "Byen: hva som er endret siden v1 Reglene slik de er nå, sammenliknet etter mening med v1"
    )
    assert "(commit 0123456789, 15. januar 2026). Spørsmålet gjelder 1. mars 2026." in text


def test_a_comparison_without_a_past_has_no_such_page() -> None:
    """Two municipalities are no change."""
    book = town().handbook(DAY)
    with pytest.raises(ValueError, match="no past"):
        change_blocks(compared(town(), town()), book, book)


def test_roles_that_are_new_gone_or_held_by_others() -> None:
    """A new role, one that is gone, and one that another may hold are each told."""
    candidate = {"id": "los", "name": "Los", "holding": [ground(criterion("a"))]}
    stricter = {**candidate, "holding": [ground(criterion("a"), criterion("b"))]}
    text = said(
        town(roles=[candidate, {"id": "gammel", "name": "Gammel"}]),
        town(roles=[stricter, {"id": "fersk", "name": "Fersk"}]),
    )
    assert "Roller: Fersk, Gammel, Los" in text
    assert "Fersk ───── Ny. Gammel ────── Står ikke lenger i dokumentene." in text
    assert "Hvem kan ha rollen, for eksempel en med dette: • første: ja • andre: nei" in text


def test_ladders_are_told_then_and_now() -> None:
    """A ladder that has changed is shown with its levels before and now."""

    def laddered(text: str) -> Municipality:
        levels = [{"id": "1", "name": "Nivå 1", "text": text, "when": "a" if text == "Lite." else "b"}]
        return town(ladders=[{"id": "stige", "name": "Stige", "description": "En.", "levels": levels}])

    assert "• Stige – Før: Nivå 1: Lite – Nå: Nivå 1: Mye" in said(laddered("Lite."), laddered("Mye."))


def test_rules_that_differ_without_a_child_to_show_it_are_told() -> None:
    """Where the search could not try everything and found nothing, the text says that the rules differ."""
    counted = [
        town(entitlements=[service(ground(criterion(when)))]) for when in ("a", "a and count(tjeneste) > 9")
    ]
    text = said(*counted)
    assert "Reglene er ikke de samme." in text


def test_what_stands_on_another_footing_is_neither_harder_nor_easier() -> None:
    """From criteria to an offer without them is told, and not weighed; announced is not there yet."""
    offer, announced = town(entitlements=[service()]), town(entitlements=[service(available=False)])
    assessed = town(entitlements=[service(NEED)])
    assert "Andre vilkår: Hjelp" in said(assessed, offer)
    assert "Vanskeligere å få: Hjelp" in said(offer, announced)
    assert "Lettere å få: Hjelp" in said(announced, assessed)


def test_consent_is_told_with_a_child() -> None:
    """Who consents from another age on is shown by a child."""

    def by_age(age: int) -> Municipality:
        line = {"id": "barnet", "who": "barnet", "text": "Barnet samtykker.", "when": f"alder >= {age}"}
        rule = {"id": "samtykke", "name": "Samtykke", "about": ["hjelp"], "lines": [line]}
        return town(consents=[rule], roles=[{"id": "barnet", "name": "Barnet"}], entitlements=[service(NEED)])

    text = said(by_age(16), by_age(12))
    assert "Samtykke, for eksempel ved dette: alder: 12 – Før: kilden sier ikke hvem – Nå: Barnet" in text


def test_entries_that_are_new_gone_or_rewritten_are_listed() -> None:
    """What no other part names is listed with what became of it."""

    def known(**texts: str) -> Municipality:
        facts: list[dict[str, Any]] = [
            {"id": id_, "label": label, "question": "Hva?", "type": "boolean"} for id_, label in texts.items()
        ]
        return town(facts=facts)

    text = said(known(x="en", y="to"), known(y="tre", z="fire"))
    rows = ["Opplysning: en (borte)", "Opplysning: tre (skrevet om)", "Opplysning: fire (nytt)"]
    assert f"• {' • '.join(rows)}" in text


def test_nynorsk_is_nynorsk() -> None:
    """What laget says is in the language asked for."""
    blocks = page(town(entitlements=[service(NEED)]), town(), "nn")
    assert "Vanskelegare å få" in [block.text for block in blocks if block.kind is Kind.PART]


def test_markdown_nests_lists_and_parts_them_from_the_rest() -> None:
    """Items stand together, below each other where they belong so; all else has an empty line around it."""
    blocks = [
        Block(Kind.PART, "Del"),
        Block(Kind.TEXT, "Tekst."),
        Block(Kind.ITEM, "a"),
        Block(Kind.BELOW, "b"),
    ]
    assert "## Del\n\nTekst.\n\n- a\n  - b" == as_markdown(blocks)
