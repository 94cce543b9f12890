"""Schemas and what is installed: every document, every case and real answers are valid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import laget
from laget.documents.tree import plain
from laget.documents.yaml_reader import read_yaml
from laget.municipality import Municipality
from laget.plain import to_json, to_plain
from laget.schema import generated
from laget.testing import Example, examples

Validators = dict[str, Draft202012Validator]


@pytest.fixture(scope="module")
def validators(root: Path) -> Validators:
    """Give a validator for each schema at the top of the repository."""
    checker = Draft202012Validator.FORMAT_CHECKER
    return {
        path.name.removesuffix(".schema.json"): Draft202012Validator(
            json.loads(path.read_text(encoding="utf-8")), format_checker=checker
        )
        for path in (root / "schemas").glob("*.schema.json")
    }


def _read(path: Path) -> Any:
    """Give the JSON form of a document."""
    node = read_yaml(path.read_bytes(), path.name).node
    assert node is not None
    return to_plain(plain(node))


@pytest.fixture(scope="module")
def holtalen() -> Municipality:
    """Give Holtålen as it is installed."""
    return laget.discover()["holtalen"]


@pytest.fixture(scope="module")
def chosen(holtalen: Municipality) -> list[Example]:
    """Give ten cases of Holtålen: the first of each file of cases, and then others."""
    found = sorted(examples(holtalen), key=lambda example: (example.file, example.line))
    firsts = list({example.file: example for example in reversed(found)}.values())
    return [*firsts, *(example for example in found if example not in firsts)][:10]


def test_generated_files_are_up_to_date(root: Path) -> None:
    """The schemas and the reference of documents are what `python -m laget.schema` writes."""
    stale = [
        str(path)
        for path, text in generated().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]
    assert [] == stale


def test_every_document_validates(distributions: dict[str, Path], validators: Validators) -> None:
    """Each document and each file of cases in any distribution is valid by the schema of its kind."""
    paths = [path for folder in distributions.values() for path in sorted((folder / "src").rglob("*.yaml"))]
    documents = {path: _read(path) for path in paths}
    errors = [
        f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message}"
        for path, document in documents.items()
        for error in validators[document["kind"]].iter_errors(document)
    ]
    assert documents
    assert [] == errors


@pytest.mark.parametrize("number", range(10))
def test_answers_of_holtalen_validate(
    number: int, chosen: list[Example], holtalen: Municipality, validators: Validators
) -> None:
    """The JSON of an assessment of Holtålen is valid, and so is the case file that it answers."""
    draft = chosen[number].draft
    case, answer = to_plain(plain(draft.node)), json.loads(to_json(holtalen.assess(draft)))
    errors = [*validators["case"].iter_errors(case), *validators["assessment"].iter_errors(answer)]
    assert [] == [error.message for error in errors]
