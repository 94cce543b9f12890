"""`laget show`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")


def test_overview_begins_with_name_number_and_date(laget: Laget) -> None:
    """The overview says whose rules it shows, and on which date."""
    assert "LIA (9901), 1. MARS 2026" == laget("show", "lia", *ON).stdout.splitlines()[0]


def test_overview_as_data_has_every_section(answer: Callable[..., Any]) -> None:
    """The overview as data has ids and titles by section."""
    assert "Teamet i Lia" == answer("show", "9901", *ON)["sections"]["offices"]["samordning"]


def test_overview_names_silent_questions(answer: Callable[..., Any]) -> None:
    """The overview has the questions that nobody answers."""
    assert ["hvem_kjorer"] == answer("show", "lia", *ON)["silent"]


def test_without_on_the_date_is_today(laget: Laget) -> None:
    """Without a date the handbook of today is shown."""
    assert 0 == laget("show", "lia").exit_code


def test_all_sections_with_an_id_are_shown(answer: Callable[..., Any]) -> None:
    """An id that several sections have gives an entry from each."""
    found = answer("show", "lia", "lagleder", *ON)["entries"]
    assert ["terms", "entitlements", "roles"] == [entry["section"] for entry in found]


def test_question_comes_with_its_answer(answer: Callable[..., Any]) -> None:
    """A question and the municipality's answer to it share an id."""
    found = answer("show", "lia", "hvem_samordner", *ON)["entries"]
    assert ["questions", "answers"] == [entry["section"] for entry in found]


def test_layers_are_entries_too(answer: Callable[..., Any]) -> None:
    """The id of a layer gives the layer."""
    assert "Dalen" == answer("show", "lia", "dalen", *ON)["entries"][0]["entry"]["name"]


def test_what_is_gone_says_why(laget: Laget) -> None:
    """An entry that the municipality withdrew is shown with the reason."""
    text = laget("show", "lia", "nattevakt", *ON).stdout
    assert "• nattevakt tilbys ikke her: Lia tilbyr ikke nattevakt.\n" == text


def test_origin_has_layer_file_and_line(laget: Laget) -> None:
    """With `--origin` the entry is shown with where it was written."""
    lines = laget("show", "lia", "turvenn", "--origin", *ON).stdout.splitlines()
    assert "  ↳ lia, fiction/layers/lia/services.yaml:3" == lines[2]


def test_origin_is_in_the_data_too(answer: Callable[..., Any]) -> None:
    """With `--origin` the data has the place of each value."""
    entry = answer("show", "lia", "turvenn", "--origin", *ON)["entries"][0]["entry"]
    assert {"layer": "lia", "file": "fiction/layers/lia/services.yaml", "line": 4} == entry["origins"]["name"]


def test_without_origin_the_data_has_no_places(answer: Callable[..., Any]) -> None:
    """Without `--origin` the data has only what the documents say."""
    entry = answer("show", "lia", "turvenn", *ON)["entries"][0]["entry"]
    assert {"origin", "origins"}.isdisjoint(entry)


def test_expressions_are_text_in_the_data(answer: Callable[..., Any]) -> None:
    """An expression is shown as it is written."""
    entry = answer("show", "lia", "turvenn", *ON)["entries"][0]["entry"]
    assert "alder >= 8" == entry["grounds"][0]["criteria"][0]["when"]


def test_unknown_id_gets_near_ids(laget: Laget) -> None:
    """An id that no entry has is met with near ones."""
    result = laget("show", "lia", "turven", *ON)
    expected = "error: Lia has no entry «turven»: did you mean «turvenn»"
    assert (2, expected) == (result.exit_code, result.stderr[: len(expected)])


def test_id_without_near_ids_gets_the_way_to_all(laget: Laget) -> None:
    """An id that is like no other gets the command that lists all."""
    result = laget("show", "lia", "xyzzy", *ON)
    assert (2, True) == (result.exit_code, result.stderr.endswith("lists what there is\n"))


def test_an_office_is_shown_with_what_it_answers_for(laget: Laget) -> None:
    """The goals that name an office, and the duties it owns, are shown with it."""
    lines = laget("show", "lia", "samordning", *ON).stdout.splitlines()
    goals, duties = lines.index("  Har ansvar for disse målene:"), lines.index("  Har disse pliktene:")
    assert "    fritid_for_alle  Alle barn har noe å gjøre på fritiden." == lines[goals + 1]
    assert "    arsrapport  Teamet rapporterer en gang i året." == lines[duties + 1]


def test_what_an_office_answers_for_is_data_too(answer: Callable[..., Any]) -> None:
    """The goals and duties of an office are in the data by id."""
    found = answer("show", "lia", "samordning", *ON)["answers_for"]
    assert {"goals": ["fritid_for_alle"], "duties": ["arsrapport", "statistikk"]} == found
