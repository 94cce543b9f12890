"""Who does what, and levels, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from laget.model.answers import (
    Assessment,
    Candidate,
    ChoiceState,
    EntitlementAnswer,
    LevelAnswer,
    RouteAnswer,
)
from laget.render.ways import level_lines, way_lines
from laget.render.words import Names

Answered = Callable[..., EntitlementAnswer]


def step(answer: EntitlementAnswer, wanted: str) -> RouteAnswer:
    """Give one step of an answer's way."""
    return next(found for found in answer.route if found.step == wanted)


def test_steps_in_a_row_with_the_same_doer_share_a_line(answered: Answered, names: Names) -> None:
    """Steps that follow each other and that one does are told together."""
    lines = way_lines(answered("turvenn", {"alder": 9}).route, names)
    assert "  Første kontakt og søknad: Teamet i Lia" == lines[0]


def test_silent_steps_share_the_last_line(answered: Answered, names: Names) -> None:
    """Steps of which the source does not say who does them are told once."""
    lines = way_lines(answered("turvenn", {"alder": 9}).route, names)
    assert "  Kilden sier ikke hvem som har disse stegene: hvem som blir lagleder og" == lines[-2]


def test_open_steps_name_facts(answered: Answered, names: Names) -> None:
    """A step that facts settle says who it may be and what it depends on."""
    lines = way_lines([step(answered("turvenn"), "mapping")], names)
    expected = [
        "  Kartlegging: ikke avklart; kan være foresatt eller saksbehandler (Teamet i",
        "    Lia). Avhenger av: boform",
    ]
    assert expected == lines


def test_steps_open_after_everything_was_asked_say_so(answered: Answered, names: Names) -> None:
    """A step whose facts were asked for and are not known waits for what is not known."""
    lines = way_lines([evolve(step(answered("turvenn"), "mapping"), missing=())], names)
    assert "Avhenger av: ikke kjent" in lines[1]


def test_unclear_steps_have_all_candidates_and_the_note(answered: Answered, names: Names) -> None:
    """A step that the source leaves open is told with who it may be and why."""
    lines = way_lines([step(answered("hvilehelg"), "decision")], names)
    assert [
        "  Vedtak: uklart i kilden; kan være Kontoret som kommunen samarbeider med eller",
        "    Teamet i Lia",
        "    • Heftet sier ikke hvem som gjør vedtaket.",
    ] == lines


def test_unclear_steps_may_have_no_candidate(answered: Answered, names: Names) -> None:
    """An unclear step without candidates says that they are not known."""
    found = evolve(step(answered("hvilehelg"), "decision"), candidates=(), texts=())
    assert ["  Vedtak: uklart i kilden; kan være ikke kjent"] == way_lines([found], names)


def test_who_picks_the_doer_is_told(answered: Answered, names: Names) -> None:
    """A doer whom an office picks is told with that office."""
    found = step(answered("turvenn", {"boform": "institusjon"}), "mapping")
    expected = "  Kartlegging: saksbehandler (Teamet i Lia) (velges av: Teamet i Lia)"
    assert [expected] == way_lines([found], names)


def test_whole_way_has_each_step_with_its_source(answered: Answered, names: Names) -> None:
    """When everything is asked for, each step has its own line and its place."""
    lines = way_lines(answered("turvenn", {"alder": 9}).route, names, whole=True)
    expected = ["  Første kontakt: Teamet i Lia", "    Kilde: heftet 2.0", "  Søknad: Teamet i Lia"]
    assert expected == lines[:3]


def test_whole_way_has_silent_steps(answered: Answered, names: Names) -> None:
    """When everything is asked for, a silent step is told by itself."""
    lines = way_lines([step(answered("turvenn"), "delivery")], names, whole=True)
    assert ["  Gjennomføring: kilden sier ikke hvem"] == lines


@pytest.fixture
def level(assess: Callable[..., Assessment]) -> LevelAnswer:
    """Give a ladder on which everything is possible."""
    return next(found for found in assess().levels if found.ladder == "alderstrinn")


def test_settled_level_is_named(assess: Callable[..., Assessment], names: Names) -> None:
    """A settled level is told by its name."""
    found = next(found for found in assess({"alder": 5}).levels if found.ladder == "alderstrinn")
    assert (["  Alderstrinn: Liten"], 2) == (
        level_lines(found, names),
        len(level_lines(found, names, whole=True)),
    )


def test_open_level_names_its_facts(level: LevelAnswer, names: Names) -> None:
    """An open level says what it depends on."""
    lines = level_lines(level, names)
    assert [
        "  Alderstrinn: ikke avklart; kan være hvilket som helst av nivåene",
        "    Avhenger av: fødselsdato",
    ] == lines


def test_many_facts_are_counted(level: LevelAnswer, names: Names) -> None:
    """A level that depends on many facts counts them, unless everything is asked for."""
    many = evolve(level, missing=("natt", "sosken", "alder", "boform", "bursdag", "ufodt"))
    expected = "    Avhenger av 6 opplysninger; vis dem med --all."
    assert (expected, True) == (
        level_lines(many, names)[1],
        "bursdag" in " ".join(level_lines(many, names, whole=True)),
    )


def test_unclear_level_has_candidates_and_texts(level: LevelAnswer, names: Names) -> None:
    """A level that the source leaves open is told with which it may be and why."""
    unclear = evolve(level, state=ChoiceState.UNCLEAR, candidates=("stor",), missing=(), texts=("Uklart.",))
    assert ["  Alderstrinn: uklart i kilden; kan være Stor", "    • Uklart."] == level_lines(unclear, names)


def test_silent_level_is_told_as_silence(level: LevelAnswer, names: Names) -> None:
    """A case that no level of the source fits is told as silence."""
    silent = evolve(level, state=ChoiceState.SILENT, candidates=(), missing=())
    assert ["  Alderstrinn: kilden sier ikke noe om en slik sak"] == level_lines(silent, names)


def test_candidates_are_told_by_name(answered: Answered, names: Names) -> None:
    """A candidate is told by its name, never by its id."""
    found = evolve(
        step(answered("turvenn"), "mapping"), candidates=(Candidate(office="x", role=None, name="Navnet"),)
    )
    assert "kan være Navnet. Avhenger" in way_lines([found], names)[0]
