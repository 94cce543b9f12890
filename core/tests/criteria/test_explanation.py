"""The words for an expression, in bokmål."""

from __future__ import annotations

import pytest
from hypothesis import given

from laget.criteria import Expression, FactWords, Words, explain, parse

from .strategies import booleans, dates, numbers

WORDS = Words(
    {
        "alder": FactWords("alder", "år"),
        "timer": FactWords("timer per uke", "timer", "time"),
        "antall": FactWords("antall helger"),
        "tyngende": FactWords("særlig tyngende omsorgsarbeid"),
        "langvarig": FactWords("langvarig behov"),
        "fodt": FactWords("fødselsdato", is_date=True),
        "avreise": FactWords("avreise", is_date=True),
        "sted": FactWords(
            "oppholdssted", choices={"hjemme": "hjemme", "bolig": "i egen bolig", "annet": "et annet sted"}
        ),
    },
    things={"bpa": "brukerstyrt personlig assistanse"},
    kinds={"tjeneste": "tjenester"},
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("alder >= 5", "alder er minst 5 år"),
        ("alder < 4", "alder er under 4 år"),
        ("alder > 10", "alder er over 10 år"),
        ("antall <= 2", "antall helger er høyst 2"),
        ("alder == 10", "alder er 10 år"),
        ("alder != 10", "alder er ikke 10 år"),
        ("not alder == 10", "alder er ikke 10 år"),
        ("not alder < 10", "alder er minst 10 år"),
        ("10 <= alder", "alder er minst 10 år"),
        ("timer >= 1", "timer per uke er minst 1 time"),
        ("timer >= 2.50", "timer per uke er minst 2,50 timer"),
        ("25 <= timer < 32", "timer per uke er minst 25 og under 32 timer"),
        ("32 > timer >= 25", "timer per uke er under 32 og minst 25 timer"),
        ("antall <= alder < 32", "alder er minst antall helger og under 32 år"),
        ("1 < 2 < alder", "1 er under 2 og alder er over 2 år"),
        ("1 < antall < 3 < alder", "antall helger er over 1, antall helger er under 3 og alder er over 3 år"),
        ("alder == antall", "alder er lik antall helger"),
        ("alder != antall", "alder er ulik antall helger"),
        ("alder >= antall + 2 - timer", "alder er minst antall helger pluss 2 minus timer per uke"),
        ("alder - (antall - 2) > 3", "alder minus (antall helger minus 2) er over 3 år"),
        ("-alder > -3", "minus alder er over -3 år"),
        ("2 + antall > 3", "2 pluss antall helger er over 3"),
        ("fodt >= 2026-03-01", "fødselsdato er tidligst 1. mars 2026"),
        ("fodt < 2026-12-24", "fødselsdato er før 24. desember 2026"),
        ("avreise > fodt + years(1)", "avreise er etter 1 år etter fødselsdato"),
        ("fodt + months(1) <= on_date()", "1 måned etter fødselsdato er senest vurderingsdatoen"),
        ("on_date() < avreise - months(2)", "vurderingsdatoen er før 2 måneder før avreise"),
        ("avreise <= fodt", "avreise er senest fødselsdato"),
        ("sted == 'bolig'", "oppholdssted er i egen bolig"),
        ("sted != 'ukjent'", "oppholdssted er ikke ukjent"),
        ("sted in ('hjemme', 'bolig', 'annet')", "oppholdssted er hjemme, i egen bolig eller et annet sted"),
        ("sted not in ('hjemme', 'bolig')", "oppholdssted er verken hjemme eller i egen bolig"),
        ("sted not in ('hjemme',)", "oppholdssted er ikke hjemme"),
        ("alder in (3, 4, 5)", "alder er 3, 4 eller 5 år"),
        ("tyngende", "særlig tyngende omsorgsarbeid foreligger"),
        ("not tyngende", "særlig tyngende omsorgsarbeid foreligger ikke"),
        ("not not tyngende", "særlig tyngende omsorgsarbeid foreligger"),
        ("tyngende == true", "særlig tyngende omsorgsarbeid foreligger"),
        ("tyngende != true", "særlig tyngende omsorgsarbeid foreligger ikke"),
        ("false == tyngende", "særlig tyngende omsorgsarbeid foreligger ikke"),
        ("tyngende in (true,)", "særlig tyngende omsorgsarbeid er ja"),
        ("tyngende in (false, true)", "særlig tyngende omsorgsarbeid er nei eller ja"),
        (
            "has(bpa) == langvarig",
            "barnet har brukerstyrt personlig assistanse hvis og bare hvis langvarig behov foreligger",
        ),
        (
            "has(bpa) != langvarig",
            (
                "enten barnet har brukerstyrt personlig assistanse eller "
                "langvarig behov foreligger, men ikke begge deler"
            ),
        ),
        (
            "tyngende and langvarig and alder > 2",
            "særlig tyngende omsorgsarbeid foreligger, langvarig behov foreligger og alder er over 2 år",
        ),
        ("tyngende or alder > 2", "enten særlig tyngende omsorgsarbeid foreligger eller alder er over 2 år"),
        (
            "alder > 2 and (tyngende or langvarig)",
            (
                "alder er over 2 år og (enten særlig tyngende omsorgsarbeid foreligger "
                "eller langvarig behov foreligger)"
            ),
        ),
        (
            "langvarig or 2 < alder < 4 or antall in (1, 2)",
            "langvarig behov foreligger, (alder er over 2 og under 4 år) eller (antall helger er 1 eller 2)",
        ),
        (
            "not (tyngende and langvarig)",
            "det er ikke slik at (særlig tyngende omsorgsarbeid foreligger og langvarig behov foreligger)",
        ),
        (
            "langvarig and not antall in (1, 2)",
            "langvarig behov foreligger og (antall helger er verken 1 eller 2)",
        ),
        (
            "langvarig and not tyngende",
            "langvarig behov foreligger og særlig tyngende omsorgsarbeid foreligger ikke",
        ),
        ("not 2 < alder < 4", "det er ikke slik at (alder er over 2 og under 4 år)"),
        (
            "at_least(2, tyngende, langvarig, alder > 2)",
            (
                "minst 2 av: særlig tyngende omsorgsarbeid foreligger; "
                "langvarig behov foreligger; alder er over 2 år"
            ),
        ),
        ("has(bpa)", "barnet har brukerstyrt personlig assistanse"),
        ("not has(bpa)", "barnet har ikke brukerstyrt personlig assistanse"),
        ("count(tjeneste) >= 2", "antall tjenester er minst 2"),
        ("count(ukjent) >= 2", "antall ukjent er minst 2"),
        ("birthday(fodt)", "vurderingsdatoen er en årsdag for fødselsdato"),
        ("not birthday(fodt)", "vurderingsdatoen er ikke en årsdag for fødselsdato"),
        ("age(fodt, tyngende) >= 1", "antall fylte år fra fødselsdato (-1 før fødselen) er minst 1 år"),
        (
            "age_months(fodt, tyngende) < 1",
            "antall fylte måneder fra fødselsdato (-1 før fødselen) er under 1 måned",
        ),
        ("true", "dette gjelder alltid"),
        ("not true", "dette gjelder aldri"),
        ("false", "dette gjelder aldri"),
        ("not false", "dette gjelder alltid"),
        ("ukjent", "ukjent foreligger"),
        ("alder + 1", "alder pluss 1"),
        ("months(2)", "2 måneder"),
        (
            "(tyngende or has(bpa)) in (true,)",
            (
                "(enten særlig tyngende omsorgsarbeid foreligger "
                "eller barnet har brukerstyrt personlig assistanse) er ja"
            ),
        ),
    ],
)
def test_each_form_has_its_words(text: str, words: str) -> None:
    """Each form of the language has one sentence."""
    assert words == explain(parse(text), WORDS)


@given(booleans() | numbers(2) | dates(1))
def test_everything_has_words(tree: Expression) -> None:
    """Every tree can be said in words, also when no fact has a label."""
    assert explain(tree, Words())


def test_an_unknown_language_is_refused() -> None:
    """A language without a table of phrases is a mistake in the program."""
    with pytest.raises(KeyError):
        explain(parse("a"), WORDS, "xx")
