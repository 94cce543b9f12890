"""Grounds and criteria in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from laget.model.answers import CriterionAnswer, EntitlementAnswer
from laget.model.entitlements import Force
from laget.render.reasons import criterion_lines, ground_lines
from laget.render.words import Names

Answered = Callable[..., EntitlementAnswer]


@pytest.fixture
def criterion(answered: Answered) -> CriterionAnswer:
    """Give a criterion that holds."""
    ground = answered("turvenn", {"trenger_folge": True}).grounds[0]
    return next(found for found in ground.criteria if found.id == "behov")


@pytest.mark.parametrize(
    ("exclusion", "holds", "expected"),
    [
        (False, True, "✓ Oppfylt"),
        (False, False, "✗ Ikke oppfylt"),
        (False, None, "? Ikke kjent"),
        (True, True, "✗ Gjelder, og taler mot"),
        (True, False, "✓ Gjelder ikke her"),
        (True, None, "? Ikke kjent"),
    ],
)
def test_sign_and_words_say_the_same(
    criterion: CriterionAnswer, names: Names, *, exclusion: bool, holds: bool | None, expected: str
) -> None:
    """A sign never stands without words, and an exclusion that applies speaks against."""
    lines = criterion_lines(evolve(criterion, exclusion=exclusion, holds=holds), names)
    assert f"  {expected}: Barnet trenger noen med seg." == lines[0]


@pytest.mark.parametrize(("holds", "expected"), [(True, "+ Til stede"), (False, "− Ikke til stede")])
def test_factors_weigh_and_do_not_decide(
    criterion: CriterionAnswer, names: Names, *, holds: bool, expected: str
) -> None:
    """A factor is there or not, and says that it does not decide."""
    lines = criterion_lines(evolve(criterion, force=Force.FACTOR, holds=holds), names)
    assert (f"  {expected}", "    moment, avgjør ikke alene") == (
        lines[0][: len(expected) + 2],
        lines[1][:29],
    )


def test_details_have_force_facts_and_source(criterion: CriterionAnswer, names: Names) -> None:
    """Under a criterion stand its force, its facts with their values, and where it is written."""
    expected = "    må være oppfylt · behov for følge på fritiden: ja · Kilde: heftet 1.1"
    assert expected == criterion_lines(criterion, names)[1]


def test_criterion_without_a_source_names_none(criterion: CriterionAnswer, names: Names) -> None:
    """A criterion that no document has shows no place."""
    lines = criterion_lines(evolve(criterion, sources=()), names)
    assert "    må være oppfylt · behov for følge på fritiden: ja" == lines[1]


def test_a_single_unknown_fact_is_not_repeated(answered: Answered, names: Names) -> None:
    """A criterion over one unknown fact says once that it is unknown."""
    ground = answered("turvenn").grounds[0]
    found = next(found for found in ground.criteria if found.id == "behov")
    assert "    må være oppfylt · Kilde: heftet 1.1" == criterion_lines(found, names)[1]


def test_several_unknown_facts_are_named(answered: Answered, names: Names) -> None:
    """A criterion over several facts says which of them are unknown."""
    ground = answered("turvenn", {"alder": 8}).grounds[0]
    found = next(found for found in ground.criteria if found.id == "alder")
    assert "alder: 8 år · ikke kjent: bursdag på dagen" in criterion_lines(found, names)[2]


def test_unclear_source_is_the_reason(answered: Answered, names: Names) -> None:
    """What the source leaves open is told as such, with the note."""
    ground = answered("turvenn", {"fodselsdato": "2018-03-01"}).grounds[0]
    found = next(found for found in ground.criteria if found.id == "alder")
    lines = criterion_lines(found, names)
    assert [
        "  ? Uklart i kilden: Barnet er over 8 år.",
        "    Kilden lar dette stå åpent: Heftet sier ikke om åtteårsdagen er med.",
    ] == lines[:2]


def test_examples_of_exceptions_have_their_value(answered: Answered, names: Names) -> None:
    """An exception that the source names is shown with whether it is so here."""
    ground = answered("turvenn", {"medlem_av_turlag": True}).grounds[0]
    found = next(found for found in ground.criteria if found.id == "fast_folge")
    expected = "    Eksempel på unntak: Barnet er med i et turlag. (ja)"
    assert expected == criterion_lines(found, names)[2]


def test_what_speaks_against_stands_first(answered: Answered, names: Names) -> None:
    """Criteria stand in the order: not fulfilled, unknown, fulfilled, factors."""
    facts = {"alder": 7, "trenger_folge": True, "bor_i_kommunen": True}
    lines = ground_lines(answered("turvenn", facts).grounds[0], names)
    signs = [line[2] for line in lines if line[:2] == "  " and line[2] in "✓✗?"]
    assert sorted(signs, key="✗?✓".index) == signs


def test_what_is_left_out_is_not_shown(answered: Answered, names: Names) -> None:
    """A criterion that is shown elsewhere is not repeated."""
    lines = ground_lines(answered("turvenn").grounds[0], names, frozenset({"lege"}))
    assert [] == [line for line in lines if "Følge til lege." in line]


def test_statutory_ground_says_so(answered: Answered, names: Names) -> None:
    """A ground in national law is marked."""
    assert "  Står i nasjonal lov." in ground_lines(answered("lagleder").grounds[0], names)


def test_narrowing_ground_says_that_the_law_holds(answered: Answered, names: Names) -> None:
    """Local text that narrows the law is marked, and the law holds anyway."""
    expected = "  Kommunens egen tekst, snevrere enn loven. Loven gjelder uansett."
    assert expected in ground_lines(answered("assistanse").grounds[1], names)


def test_opening_is_told(answered: Answered, names: Names) -> None:
    """Where the source opens for people outside its criteria, that is told."""
    facts = {
        "alder": 11,
        "trenger_folge": False,
        "boform": "hjemme",
        "bor_i_kommunen": True,
        "fast_folge": False,
    }
    ground = answered("turvenn", facts).grounds[0]
    expected = "  Kilden åpner for andre også: Andre kan få turvenn når særlige grunner taler"
    assert expected in ground_lines(ground, names)


def test_ground_without_a_source_names_none(answered: Answered, names: Names) -> None:
    """A ground that no document has shows no place."""
    ground = evolve(answered("turvenn").grounds[0], sources=(), law=(), criteria=())
    assert ["", "? Følge på fritiden (kan gis): ikke avklart"] == ground_lines(ground, names)
