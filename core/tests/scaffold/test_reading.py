"""What the user says: numbers, names and documents, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from laget.model.layers import Language
from laget.register import register
from laget.scaffold import CannotFoundError, document_of, municipality_of, region_of
from laget.scaffold.reading import is_fictional

NB = Language.BOKMAL


def test_a_real_one_follows_from_its_number() -> None:
    """Name, id and county of a real municipality follow from its number."""
    layer = municipality_of("0301", None, None, "norge", NB)
    assert ("Oslo", "oslo", "Oslo") == (layer.name, layer.id, layer.county)


def test_every_municipality_can_be_founded() -> None:
    """Each municipality of the register has an id of its own."""
    made = {municipality_of(real.number, None, None, "norge", NB).id for real in register()}
    assert len(register()) == len(made)


def test_no_real_number_is_fictional() -> None:
    """No municipality of the register has a number that is for fictional ones."""
    assert [] == [real.number for real in register() if is_fictional(real.number)]


@pytest.mark.parametrize(
    ("number", "fictional"), [("9899", False), ("9900", True), ("9999", True), ("99", False)]
)
def test_which_numbers_are_fictional(number: str, *, fictional: bool) -> None:
    """Numbers from 9900 to 9999 are for fictional municipalities."""
    assert fictional == is_fictional(number)


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        ("1234", None, "«1234» is no municipality number: give one that is in use, or 9900 to 9999"),
        ("50", None, "have four digits"),
        ("", None, "the number is empty"),
        ("Oslo", None, "Oslo has 0301"),
        ("9901", None, "9901 is fictional and has no name: give it one with --name"),
        ("9901", "Oslo", "Oslo has the number 0301, not 9901"),
        ("9901", "OSLO", "has the number 0301"),
        ("9901", " ", "the name is empty"),
        ("9901", "L\ni\na", "line break"),
        ("9901", 'Lia"', "is no name"),
        ("9901", "17054026641", "national identity number"),
        ("9901", "Öy", "give an id"),
        ("0301", "Lia", "0301 is Oslo, not «Lia»: leave --name out"),
        ("0301", "Bergen", "give 4601"),
    ],
)
def test_what_is_no_municipality(number: str, name: str | None, said: str) -> None:
    """A number that none has, and a name that another has, are refused with what to do."""
    with pytest.raises(CannotFoundError) as caught:
        municipality_of(number, name, None, "norge", NB)
    assert said in str(caught.value)


def test_an_id_may_be_given() -> None:
    """A name that can't be written as an id gets one that is given."""
    assert "oy" == municipality_of("9901", "Öy", "oy", "norge", NB).id


@pytest.mark.parametrize("id_", ["Oy", "ø", "1a", "a-b", "a b"])
def test_a_bad_id_is_refused(id_: str) -> None:
    """An id is lower-case letters, digits and `_`, and begins with a letter."""
    with pytest.raises(CannotFoundError, match="--id"):
        region_of("Dalen", id_, "norge", NB)


def test_a_document() -> None:
    """A document has a title, a date and headings with numbers; one without a number is counted."""
    found = document_of("Plan for hjelp; 2024-05-01; 1.2 Turvenn; Uten nummer; Vedlegg 1: Skjema")
    assert ("plan_for_hjelp", "Plan for hjelp", date(2024, 5, 1)) == (found.id, found.title, found.dated)
    assert (("1.2", "Turvenn"), ("2", "Uten nummer"), ("Vedlegg 1", "Skjema")) == found.sections


def test_a_document_may_be_a_title() -> None:
    """A document needs only a title; what nobody says is not known."""
    found = document_of("2024: Planen")
    assert ("dokument_2024_planen", None, ()) == (found.id, found.dated, found.sections)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "the title of a document is empty"),
        (" ; 2024-05-01", "the title of a document is empty"),
        ("Plan; mars", "the date of «Plan», «mars», is no date: write it like 2026-03-01"),
        ("Plan; 2026-02-30", "is no date"),
        ("Plan;; 1 A; 1 B", "two sections are numbered 1"),
        ("Plan 17054026641", "national identity number"),
    ],
)
def test_what_is_no_document(written: str, said: str) -> None:
    """A document without title, with a date that is none, or with two sections of one number is refused."""
    with pytest.raises(CannotFoundError) as caught:
        document_of(written)
    assert said in str(caught.value)


@pytest.mark.parametrize("document", ["Plan 17054026641", "Plan; 17054026641", "Plan;; 1 17054026641"])
def test_identity_numbers_are_never_repeated(document: str) -> None:
    """An error about a text with a national identity number does not repeat it."""
    with pytest.raises(CannotFoundError) as caught:
        document_of(document)
    assert "17054026641" not in str(caught.value)
