"""Words for values, dates, amounts and references."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from laget.model.answers import LawAnswer
from laget.model.citations import LawRef, SourceRef
from laget.model.facts import FactValue
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.render.words import Names, listed, number


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("natt", True, "ja"),
        ("natt", False, "nei"),
        ("natt", None, "ikke kjent"),
        ("alder", 9, "9 år"),
        ("sosken", 2, "2"),
        ("fodselsdato", date(2015, 2, 20), "20. februar 2015"),
        ("boform", "hjemme", "hjemme"),
        ("timer_per_uke", Decimal("2.50"), "2,5 timer per uke"),
    ],
)
def test_values_are_written_by_their_fact(
    names: Names, fact: str, value: FactValue | None, expected: str
) -> None:
    """A value is written with the unit or the label that its fact has."""
    assert expected == names.value(fact, value)


def test_text_without_choices_stays(names: Names) -> None:
    """A text value of a fact without choices is written as it is."""
    assert "x" == names.value("natt", "x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Decimal(100), "100"), (Decimal("1E+2"), "100"), (Decimal("0.10"), "0,1"), (-1, "-1")],
)
def test_numbers_have_a_decimal_comma(value: Decimal, expected: str) -> None:
    """A number has no exponent, no closing zeros, and a comma."""
    assert expected == number(value)


def test_amounts_have_unit_and_period(names: Names) -> None:
    """An amount is written with what is counted, and per what."""
    assert ["10 timer per måned", "3 turer"] == [
        names.amount(Decimal(10), "hours", "month"),
        names.amount(Decimal(3), "turer", None),
    ]


@pytest.mark.parametrize(("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a og b")])
def test_words_are_joined_to_a_phrase(words: list[str], expected: str) -> None:
    """The last of several words has an «og» before it."""
    assert expected == listed(words)


def test_sources_have_document_section_and_page(names: Names) -> None:
    """A place in a document is written in the shortest way that finds it."""
    places = names.basis([SourceRef(document="heftet", section="1.1", page=3)])
    assert ["heftet 1.1 s. 3"] == [place.replace("\N{NO-BREAK SPACE}", " ") for place in places]


def test_law_is_written_as_printed(names: Names) -> None:
    """A printed reference without the name of its law gets it."""
    law = LawAnswer(printed="§3", law="omsorgsloven", section="§ 3", corrected=None, reason=None)
    assert "omsorgsloven §3" == names.law(law)


def test_corrected_law_stands_beside_the_printed(names: Names) -> None:
    """A corrected reference is shown with the printed one and the reason."""
    right = LawRef(law="omsorgsloven", section="§ 3")
    law = LawAnswer(
        printed="Hjelpeloven § 1", law="hjelpeloven", section="§ 1", corrected=right, reason="Opphevet."
    )
    assert "Hjelpeloven § 1 [rettet: omsorgsloven § 3: Opphevet]" == names.law(law)


def test_doubtful_law_says_why(names: Names) -> None:
    """A reference that is doubtful but not corrected has its reason."""
    law = LawAnswer(printed="saken § 1", law="saksloven", section="§ 1", corrected=None, reason="Uvisst.")
    assert "saken § 1: Uvisst" == names.law(law)


def test_unknown_ids_stay_ids(names: Names) -> None:
    """What the handbook does not know is called by its id."""
    assert ("x", "x") == (names.fact("x"), names.who("x"))


def test_offices_and_roles_have_names(names: Names) -> None:
    """Who does something is called by name, office or role."""
    assert ("Teamet i Lia", "foresatt") == (names.who("samordning"), names.who("foresatt"))


def test_fact_that_is_no_longer_presumed_has_no_value(names: Names) -> None:
    """A fact without a presumed value is called by its label."""
    assert names.fact("natt") == names.presumed("natt")


def test_documents_without_a_date_have_none(handbook: Handbook) -> None:
    """A list of sources has title and publisher, and the date where there is one."""
    dated = evolve(handbook.documents["heftet"], dated=date(2024, 5, 17))
    book = evolve(handbook, documents=FrozenMapping({**handbook.documents, "datert": dated}))
    expected = "Heftet om hjelp i Lia. Lia kommune"
    assert (f"heftet: {expected}", f"datert: {expected}, 17. mai 2024") == (
        Names(book).document("heftet"),
        Names(book).document("datert"),
    )
