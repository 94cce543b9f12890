"""A handbook at a glance, and its vocabulary."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from laget.model.facts import FactKind
from laget.model.handbook import Handbook
from laget.model.layers import Validity
from laget.registry import Registry
from laget.render.facts import fact_lines, vocabulary, vocabulary_text
from laget.render.layout import WIDTH
from laget.render.overview import overview, overview_text
from laget.render.words import Names


def test_overview_fits_the_page(handbook: Handbook) -> None:
    """No line of an overview has more than 80 columns."""
    assert [] == [line for line in overview_text(handbook).splitlines() if len(line) > WIDTH]


def test_overview_tells_assumed_dates(handbook: Handbook) -> None:
    """A layer whose first day is assumed says so and why."""
    assert "Startdagen er antatt: Dokumentet er ikke datert." in overview_text(handbook)


def test_overview_tells_the_end_of_rules(fiction: Registry) -> None:
    """A layer with a last day says it."""
    book = fiction["vik"].handbook(date(2026, 3, 1))
    assert ("2027-12-31", True) == (
        overview(book).layers[-1].valid_to,
        "Gjelder til og med" in overview_text(book),
    )


def test_overview_of_certain_dates_has_no_reason(handbook: Handbook) -> None:
    """A layer whose first day is in its source says nothing more about it."""
    used = handbook.layers[0]
    known = evolve(used, layer=evolve(used.layer, valid=Validity(first=date(2020, 1, 1))))
    text = overview_text(evolve(handbook, layers=(known,)))
    assert "Riket (versjon 0), regler fra 1. januar 2020." in text.splitlines()


def test_overview_has_values_that_the_municipality_gives(handbook: Handbook) -> None:
    """A fact that the municipality gives is shown with its value."""
    assert "  eget_tilbud  nei" in overview_text(handbook).splitlines()


def test_overview_of_a_nation_has_no_number(fiction: Registry) -> None:
    """A layer without a number is named without one."""
    text = overview_text(fiction["riket"].handbook(date(2026, 3, 1)))
    assert "RIKET, 1. MARS 2026" == text.splitlines()[0]


def test_vocabulary_fits_the_page(handbook: Handbook) -> None:
    """No line of a vocabulary has more than 80 columns."""
    lines = vocabulary_text(vocabulary(handbook), handbook).splitlines()
    assert [] == [line for line in lines if len(line) > WIDTH]


def told(handbook: Handbook, fact: str) -> list[str]:
    """Give the lines about one fact."""
    return fact_lines(vocabulary(handbook, [fact]).facts[0], Names(handbook))


def test_bounds_are_told(handbook: Handbook) -> None:
    """A number is told with its unit and its bounds."""
    assert "  Verdier: tall, timer per uke, fra 0 til 168" in told(handbook, "timer_per_uke")


def test_least_and_greatest_values_are_told_alone(handbook: Handbook) -> None:
    """A number with one bound is told with that one."""
    row = evolve(vocabulary(handbook, ["sosken"]).facts[0], type=FactKind.INTEGER, unit=None, minimum=None)
    lines = [
        fact_lines(evolve(row, minimum=low, maximum=high), Names(handbook))
        for low, high in ((1, None), (None, 9))
    ]
    assert ["  Verdier: helt tall, minst 1", "  Verdier: helt tall, høyst 9"] == [found[4] for found in lines]


def test_choices_are_told_with_their_labels(handbook: Handbook) -> None:
    """A choice is told with each value and its label."""
    assert "    hjemme       hjemme" in told(handbook, "boform")


def test_presumed_value_is_told_with_its_reason(handbook: Handbook) -> None:
    """A fact that people presume is told with the value and why."""
    assert [True] == [
        line.startswith("  Antas når ingen har sagt noe: ja. ")
        for line in told(handbook, "bor_i_kommunen")
        if "Antas" in line
    ]


def test_given_value_is_told(handbook: Handbook) -> None:
    """A fact that the municipality gives is told with the value."""
    assert "  Gitt av kommunens egne regler: nei." in told(handbook, "eget_tilbud")


def test_judgement_is_told(handbook: Handbook) -> None:
    """A fact that only a professional can answer says so."""
    assert "  Krever faglig skjønn." in told(handbook, "tung_omsorg")


def test_unused_fact_says_so(handbook: Handbook) -> None:
    """A fact that no rule reads says so."""
    assert "  Ingen regel bruker dette." in told(handbook, "inntekt")


def test_use_stands_last(handbook: Handbook) -> None:
    """What uses a fact is told by ids, also for what stands before a ground."""
    assert "  Brukes av: turvenn." == told(handbook, "trenger_folge")[-1]
