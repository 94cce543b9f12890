"""Schemas of documents: what is right passes, typical mistakes do not."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from laget.documents.tree import plain
from laget.documents.yaml_reader import read_yaml
from laget.plain import to_plain

NATIONAL = files("laget.national") / "layers"

GROUND: dict[str, Any] = {
    "id": "tilbud",
    "name": "Tilbud",
    "strength": "may",
    "criteria": [{"id": "alder", "text": "Barnet er over ti år.", "when": "alder >= 10"}],
}
SERVICES: dict[str, Any] = {
    "kind": "services",
    "entitlements": [
        {
            "id": "turvenn",
            "name": "Turvenn",
            "description": "En venn på tur.",
            "grounds": [GROUND],
            "from": "2024-01-01",
        },
        {"amends": "turvenn", "limits": [{"withdraws": "timer", "reason": "Gjelder ikke her."}]},
        {"withdraws": "nattevakt", "reason": "Tilbys ikke.", "to": "2025-12-31"},
    ],
}


def _documents(folder: Path | Traversable) -> list[tuple[str, Any]]:
    """Give the JSON form of every document in a folder, with its name."""
    found: list[tuple[str, Any]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _documents(entry)
        elif entry.name.endswith(".yaml"):
            node = read_yaml(entry.read_bytes(), entry.name).node
            assert node is not None
            found.append((entry.name, to_plain(plain(node))))
    return found


def _complaints(validators: Mapping[str, Draft202012Validator], document: Any) -> list[str]:
    return [error.message for error in validators[document["kind"]].iter_errors(document)]


def _errors(documents: list[tuple[str, Any]], validators: Mapping[str, Draft202012Validator]) -> list[Any]:
    return [
        (name, complaints)
        for name, document in documents
        if (complaints := _complaints(validators, document))
    ]


def test_fiction_validates(validators: Mapping[str, Draft202012Validator], fiction_folder: Path) -> None:
    """Every document of the fiction is valid."""
    documents = _documents(fiction_folder)
    assert documents
    assert [] == _errors(documents, validators)


def test_national_layer_validates(validators: Mapping[str, Draft202012Validator]) -> None:
    """Every document of the national layer is valid."""
    assert [] == _errors(_documents(NATIONAL), validators)


def test_the_three_verbs_validate(validators: Mapping[str, Draft202012Validator]) -> None:
    """Entries that add, amend and withdraw are valid, also inside each other."""
    assert [] == _complaints(validators, SERVICES)


def _changed(path: tuple[str | int, ...], value: Any) -> Any:
    """Give the document with one value set, or taken out where the value is `...`."""
    document = deepcopy(SERVICES)
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return document


CRITERION = ("entitlements", 0, "grounds", 0, "criteria", 0)
MISTAKES: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "an unknown section": (("entitlement",), []),
    "another kind": (("kind",), "service"),
    "a section that is no list": (("entitlements",), {"turvenn": {}}),
    "an empty section": (("entitlements",), None),
    "an unknown key": (("entitlements", 0, "navn"), "Turvenn"),
    "an unknown key deep inside": ((*CRITERION, "tekst"), "Over ti."),
    "a missing key": (("entitlements", 0, "description"), ...),
    "a missing key deep inside": ((*CRITERION, "when"), ...),
    "no verb": (("entitlements", 0, "id"), ...),
    "two verbs": (("entitlements", 0, "amends"), "turvenn"),
    "withdrawing and amending": (("entitlements", 2, "amends"), "nattevakt"),
    "an id with Norwegian letters": (("entitlements", 0, "id"), "bærhjelp"),
    "an id that is a number": (("entitlements", 0, "id"), 5),
    "a word outside the choices": (("entitlements", 0, "grounds", 0, "strength"), "maybe"),
    "text for a truth value": ((*CRITERION, "exclusion"), "no"),
    "a number for text": (("entitlements", 0, "name"), 5),
    "text for a number": (("entitlements", 1, "limits"), [{"id": "x", "text": "x", "unit": "x", "max": "5"}]),
    "a number for an expression": ((*CRITERION, "when"), 10),
    "a day that is none": (("entitlements", 0, "from"), "2024-02-30"),
    "a date inside an entry": (("entitlements", 0, "grounds", 0, "from"), "2024-01-01"),
    "a withdrawal without reason": (("entitlements", 2, "reason"), ...),
    "a withdrawal with more": (("entitlements", 2, "name"), "Nattevakt"),
    "a reason without withdrawal": (("entitlements", 0, "reason"), "Fordi."),
    "a reason with an amendment": (("entitlements", 1, "reason"), "Fordi."),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_rejected(validators: Mapping[str, Draft202012Validator], mistake: str) -> None:
    """Each typical mistake makes a valid document invalid."""
    assert not validators["services"].is_valid(_changed(*MISTAKES[mistake]))
