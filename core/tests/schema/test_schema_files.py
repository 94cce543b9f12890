"""The committed schemas: made from the model, valid, and explained key by key."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from laget.explanations import codes
from laget.model.sections import KINDS
from laget.schema.case_files import CaseExample, CaseFile
from laget.schema.descriptions import UndescribedError, key_description, title_of
from laget.schema.files import schemas
from laget.schema.writing import CHECKS, REFERENCE, SCHEMAS, as_text, generated, write
from laget.structuring.converter import writable_fields
from laget.testing.examples import COVERAGE, EXAMPLE_KEYS, FILE_KEYS


def _subschemas(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, Mapping):
        yield schema
        for value in schema.values():
            yield from _subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _subschemas(value)


def test_committed_schemas_are_the_generated_ones() -> None:
    """The files in the package are what the generator writes, letter by letter, no more and no fewer."""
    folder = files("laget") / "schemas"
    found = {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.name.endswith(".json")
    }
    assert {name: as_text(schema) for name, schema in schemas().items()} == found


def test_every_kind_has_a_schema(committed: Mapping[str, Any]) -> None:
    """There is a schema for each kind of document, for cases, ignores, the case file and each answer."""
    answers = {"assessment", "rota", "comparison", "calendar", "move", "timeline", "sweep"}
    assert {*KINDS, "cases", "ignores", "case", *answers} == set(committed)


def test_schemas_are_valid(committed: Mapping[str, Any]) -> None:
    """Each schema is a valid schema of draft 2020-12."""
    for schema in committed.values():
        Draft202012Validator.check_schema(schema)


def test_every_key_is_explained(committed: Mapping[str, Any]) -> None:
    """Each key that a document, a case or an answer can have carries a description, and each file a title."""
    silent = [
        (kind, key)
        for kind, schema in committed.items()
        for part in [schema, *schema["$defs"].values()]
        for key, shape in part.get("properties", {}).items()
        if not shape.get("description")
    ]
    untitled = [kind for kind, schema in committed.items() if not (schema["title"] and schema["description"])]
    assert ([], []) == (silent, untitled)


def test_references_stay_inside_the_file(committed: Mapping[str, Any]) -> None:
    """Each reference points to a definition of its own file, and each definition is used."""
    for schema in committed.values():
        used = {part["$ref"].removeprefix("#/$defs/") for part in _subschemas(schema) if "$ref" in part}
        assert set(schema["$defs"]) == used


def test_ids_need_no_network(committed: Mapping[str, Any]) -> None:
    """The id of a schema is a name, not an address."""
    assert {kind: f"urn:laget:schema:1:{kind}" for kind in committed} == {
        kind: schema["$id"] for kind, schema in committed.items()
    }


def test_case_files_have_the_keys_that_are_read() -> None:
    """The schema of `cases` knows the same keys as the reader of cases."""
    assert ({*FILE_KEYS, COVERAGE}, {*EXAMPLE_KEYS}) == (
        {"kind", *writable_fields(CaseFile)},
        {*writable_fields(CaseExample)},
    )


def test_generator_writes_into_a_repository(tmp_path: Path) -> None:
    """The generator writes every schema, the reference and each page of a code below a root."""
    (tmp_path / SCHEMAS).mkdir(parents=True)
    assert 0 == write(tmp_path, date(2026, 3, 1))
    pages = [CHECKS / name for name in ("README.md", *(f"{code}.md" for code in codes()))]
    assert generated() == {
        path: (tmp_path / path).read_text(encoding="utf-8")
        for path in [*(SCHEMAS / name for name in schemas()), REFERENCE, *pages]
    }


def test_generator_removes_pages_of_codes_that_are_gone(tmp_path: Path) -> None:
    """A page that no code has any more is removed."""
    (tmp_path / SCHEMAS).mkdir(parents=True)
    (tmp_path / CHECKS).mkdir(parents=True)
    (tmp_path / CHECKS / "gone.md").write_text("# `gone`", encoding="utf-8")
    write(tmp_path, date(2026, 3, 1))
    assert not (tmp_path / CHECKS / "gone.md").exists()


def test_generator_is_run_as_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m laget.schema` writes into the folder it is run in."""
    (tmp_path / SCHEMAS).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("laget.schema", run_name="__main__")
    assert (0, True) == (ended.value.code, (tmp_path / REFERENCE).is_file())


def test_generator_refuses_another_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a repository of laget the generator writes nothing and says where to run it."""
    assert 1 == write(tmp_path, date(2026, 3, 1))
    assert "run this from the top of the repository" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_key_without_a_docstring_is_refused() -> None:
    """A key that nobody has described stops the generator, with class and key."""

    class Undescribed:
        """A class with a silent key."""

        silent: str

    with pytest.raises(UndescribedError, match=r"«silent» of .*Undescribed has no docstring"):
        key_description(Undescribed, "silent")


def test_inherited_keys_are_described_where_they_stand() -> None:
    """A key that a class inherits has the description of the class it comes from."""

    class Wider:
        """A class with a described key."""

        key: str
        """What the key
        holds."""

    class Narrower(Wider):
        """A class that inherits it."""

    assert ("narrower", "What the key holds.") == (title_of(Narrower), key_description(Narrower, "key"))


def test_answering_imports_no_validator() -> None:
    """Importing everything that answers imports neither jsonschema nor the generator."""
    program = (
        "import sys, laget, laget.registry, laget.assessment, laget.testing\n"
        "print([name for name in sys.modules if name.startswith(('jsonschema', 'laget.schema'))])"
    )
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert "[]" == run.stdout.strip()
