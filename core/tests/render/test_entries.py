"""Entries of a handbook in full."""

from __future__ import annotations

import typing
from typing import Any

import attrs
import pytest
from attrs import evolve

from laget.model.citations import Citation, LawRef, SourceRef
from laget.model.expressions import Formula, Unclear
from laget.model.facts import Fact
from laget.model.handbook import Handbook
from laget.model.sections import SECTIONS
from laget.render.entries import entry_lines
from laget.render.entry_data import plain_entry
from laget.render.layout import WIDTH
from laget.render.words import Names
from laget.texts import TEXTS


def shown_keys(cls: type, seen: set[type]) -> set[str]:
    """Give the keys of a class of the model and of all classes inside it that are shown by their keys."""
    if cls in seen or cls in (Formula, Unclear, SourceRef, Citation, LawRef):
        return set()
    seen.add(cls)
    found = set()
    hints = typing.get_type_hints(cls)
    for field in attrs.fields(cls):
        if field.name != "id" and not field.metadata.get("internal"):
            found.add(field.name)
            for inner in classes_in(hints[field.name]):
                found |= shown_keys(inner, seen)
    return found


def classes_in(hint: Any) -> set[type]:
    """Give the attrs classes that a type hint names."""
    if isinstance(hint, type) and attrs.has(hint):
        return {hint}
    return {found for part in typing.get_args(hint) for found in classes_in(part)}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_of_the_model_has_a_label(section: str) -> None:
    """Each key that an entry can have is called something in the catalogue."""
    keys = shown_keys(SECTIONS[section], set())
    assert [] == sorted(key for key in keys if f"field_{key}" not in TEXTS["nb"])


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_label(section: str) -> None:
    """Each section is called something in the catalogue."""
    assert f"section_{section}" in TEXTS["nb"]


@pytest.mark.parametrize("section", [name for name in SECTIONS if name != "layer"])
@pytest.mark.parametrize("origin", [True, False])
def test_every_entry_can_be_shown(handbook: Handbook, names: Names, section: str, *, origin: bool) -> None:
    """Each entry of each section is shown within 80 columns."""
    entries = getattr(handbook, section).values()
    lines = [line for entry in entries for line in entry_lines(section, entry, names, origin=origin)]
    assert [] == [line for line in lines if len(line) > WIDTH]


def test_expressions_are_shown_in_words_and_as_written(handbook: Handbook, names: Names) -> None:
    """An expression is said in Norwegian, with its text beside it."""
    lines = entry_lines("entitlements", handbook.entitlements["turvenn"], names)
    assert "          Når: alder er minst 8 år [alder >= 8]" in lines


def test_what_is_not_written_is_not_shown(handbook: Handbook, names: Names) -> None:
    """A value that nobody wrote down is left out."""
    lines = entry_lines("facts", handbook.facts["natt"], names)
    assert [] == [line for line in lines if line.strip().startswith(("Enhet", "Antas", "Følger av"))]


def test_notes_that_always_hold_have_no_condition(handbook: Handbook, names: Names) -> None:
    """What the source always leaves open is told without a condition."""
    lines = entry_lines("entitlements", handbook.entitlements["hvilehelg"], names)
    assert "      Uklart i kilden: Planen sier ikke hvor ofte." in lines


def test_things_without_ids_are_listed(handbook: Handbook, names: Names) -> None:
    """A thing without an id begins with its first value."""
    lines = entry_lines("conflicts", handbook.conflicts["navn_pa_turvenn"], names)
    assert "    • Tekst: Overskriften bruker turvenn." in lines


def test_values_from_other_documents_are_told_with_the_whole_name(handbook: Handbook, names: Names) -> None:
    """A value that another document gave is shown with that document's whole name."""
    lines = entry_lines("entitlements", handbook.entitlements["assistanse"], names, origin=True)
    expected = ["  ↳ riket, fiction/layers/riket/services.yaml", "    ↳ lia, fiction/layers/lia/"]
    assert [True, True] == [any(line.startswith(start) for line in lines) for start in expected]


def test_plain_entries_keep_their_values(handbook: Handbook) -> None:
    """An entry as data has the same values, expressions as their text."""
    fact = evolve(handbook.facts["bursdag"], derived=Formula.of("birthday(fodselsdato)"))
    plain = plain_entry(fact)
    assert isinstance(plain, dict)
    assert {field.name for field in attrs.fields(Fact) if not field.metadata.get("internal")} == {*plain}
    assert "birthday(fodselsdato)" == plain["derived"]
