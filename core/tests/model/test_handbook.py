"""The handbook: immutable, comparable, and able to travel between processes."""

from __future__ import annotations

import pickle

import attrs
import pytest

from laget.criteria import FactWords
from laget.model.facts import derivations
from laget.model.handbook import Handbook
from laget.model.sections import SECTIONS
from laget.model.words import words_of
from laget.municipality import Municipality
from laget.registry import Registry


def test_immutable(handbook: Handbook) -> None:
    """Neither the handbook nor an entry in it can be changed."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        handbook.digest = ""  # type: ignore[misc]  # what is tested
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        handbook.entitlements["turvenn"].name = ""  # type: ignore[misc]  # what is tested
    with pytest.raises(TypeError):
        handbook.entitlements["turvenn"] = handbook.entitlements["lagleder"]  # type: ignore[index]  # what is tested


def test_travels(handbook: Handbook) -> None:
    """A handbook that was pickled is equal to the one it came from."""
    assert handbook == pickle.loads(pickle.dumps(handbook))  # noqa: S301 - our own bytes


def test_has_every_section(handbook: Handbook) -> None:
    """A handbook has a mapping for every section, and each entry stands under its own id."""
    for section, cls in SECTIONS.items():
        if section != "layer":
            found = getattr(handbook, section)
            assert all(isinstance(entry, cls) and entry.id == name for name, entry in found.items())


def test_fiction_has_everything(handbook: Handbook) -> None:
    """The fiction has an entry in every section, so that tests on it reach every kind."""
    assert [] == [name for name in SECTIONS if name != "layer" and not getattr(handbook, name)]


def test_derivations(handbook: Handbook) -> None:
    """A fact is derived by no expression, by one, or by two for each case."""
    counts = {name: len(derivations(handbook.facts[name])) for name in ("natt", "alder", "timer_netto")}
    assert {"natt": 0, "alder": 1, "timer_netto": 4} == counts


def test_words(handbook: Handbook) -> None:
    """The words of a handbook are the labels and units of all that expressions can name."""
    words = words_of(handbook)
    assert FactWords(label="antall søsken i hjemmet", unit=None) == words.facts["sosken"]
    assert FactWords(label="fødselsdato", unit=None, is_date=True) == words.facts["fodselsdato"]
    assert "på institusjon" == words.facts["boform"].choices["institusjon"]
    assert ("Turvenn", "skoleplass", "lokale tjenester") == (
        words.things["turvenn"],
        words.things["skole"],
        words.kinds["lokal"],
    )


def test_short_reprs(handbook: Handbook, fiction: Registry, lia: Municipality) -> None:
    """A handbook is shown by municipality, date and the start of its digest, a registry by no content."""
    expected = (
        f"<Handbook of lia on 2026-03-01, {handbook.digest[:15]}>",
        "Registry()",
        "Municipality(id='lia')",
    )
    assert expected == (repr(handbook), repr(fiction), repr(lia))
