"""Forms: the JSON Schemas that plugins ship, and what a filled form means for an assessment.

Reads files of a plugin's folder `forms`; gives problems with a form's data, and the facts that
its fields answer. jsonschema is imported when a form is held against its schema, not before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from attrs import frozen

from laget.documents.identity_findings import identity_numbers
from laget.documents.json_reader import read_json
from laget.documents.tree import Reading, plain
from laget.errors import InvalidDocumentsError
from laget.findings import Finding, Place, Severity
from laget.model.forms import Form
from laget.model.handbook import Handbook
from laget.texts import TEXTS, say

ReadFile = Callable[[str], bytes | None]
"""Gives a file of the plugins' folders of forms; `None` when none of them has it."""


@frozen
class FormProblem:
    """One thing wrong with a filled form."""

    pointer: str
    """The JSON pointer of the field."""
    title: str
    """The field's title."""
    message: str
    """What is wrong with it, in a sentence."""


def form_data(form: Form, name: str, read: ReadFile) -> Any:
    """Give the content of one of a form's files; raises `InvalidDocumentsError`."""
    found = read(name)
    if found is None:
        hint = "put it into the folder «forms» of the plugin's package, or correct the name"
        message = f"the form «{form.id}» names «{name}», which is not there"
        raise InvalidDocumentsError([_finding(form, "missing-file", message, hint)])
    reading = read_json(found, name)
    require_readable(reading)
    return json.loads(found)


def require_readable(reading: Reading) -> None:
    """Refuse a form that cannot be read, or that holds an identity number; raises `InvalidDocumentsError`."""
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    numbers = list(identity_numbers(reading.node)) if reading.node is not None else []
    if numbers or errors or reading.node is None:
        raise InvalidDocumentsError(numbers or errors)


def problems(schema: Mapping[str, Any], reading: Reading, language: str = "nb") -> tuple[FormProblem, ...]:
    """Hold a filled form against its schema, and give everything that is wrong with it."""
    from jsonschema import Draft202012Validator, FormatChecker

    require_readable(reading)
    validator = Draft202012Validator(dict(schema), format_checker=FormatChecker())
    node = reading.node
    errors = sorted(
        validator.iter_errors(_as_json(plain(node)) if node else None), key=lambda e: list(map(str, e.path))
    )
    return tuple(_problem(schema, error, language) for error in errors)


def _as_json(data: object) -> object:
    """Give data as JSON has it: numbers without exact decimals, and days as text."""
    return json.loads(json.dumps(data, default=_written))


def _written(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else float(cast("float", value))


def _problem(schema: Mapping[str, Any], error: Any, language: str) -> FormProblem:
    pointer = "".join(f"/{part}" for part in error.absolute_path)
    title = title_of(schema, [*error.absolute_path])
    return FormProblem(pointer or "/", title, _message(error, language))


def _message(error: Any, language: str) -> str:
    """Say what is wrong, without repeating what stands in the field."""
    key = f"form_{error.validator}"
    if key not in TEXTS[language]:
        key = "form_other"
    expected = error.validator_value
    if error.validator == "type":
        kinds = expected if isinstance(expected, list) else [expected]
        expected = say("form_or", language).join(say(f"form_kind_{kind}", language) for kind in kinds)
    elif error.validator == "required":
        expected = ", ".join(f"«{name}»" for name in expected if name not in error.instance)
    elif error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        expected = ", ".join(f"«{name}»" for name in error.instance if name not in known)
    elif isinstance(expected, list):
        expected = ", ".join(map(str, expected))
    return say(key, language, expected=str(expected))


def title_of(schema: Mapping[str, Any], path: list[str | int]) -> str:
    """Give the titles on the way to a field, outermost first; the form's own for the form itself."""
    titles: list[str] = []
    part = schema
    for step in path:
        part = _resolved(schema, part)
        part = part.get("items", {}) if isinstance(step, int) else part.get("properties", {}).get(step, {})
        title = _resolved(schema, part).get("title")
        titles += [str(title)] if title else []
    return " › ".join(titles) or str(schema.get("title", ""))


def _resolved(schema: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference inside the same schema."""
    reference = part.get("$ref")
    if not isinstance(reference, str):
        return part
    found: Any = schema
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return {**found, **{key: value for key, value in part.items() if key != "$ref"}}


def facts_in(form: Form, data: object) -> dict[str, object]:
    """Give the facts that a filled form answers; fields left empty answer nothing."""
    answers = {fact: at(data, pointer) for pointer, fact in (form.facts or {}).items()}
    return {fact: value for fact, value in answers.items() if value is not None}


def at(data: object, pointer: str) -> object:
    """Give what a JSON pointer points at; `None` where nothing stands.

    >>> at({"a": [{"b": 1}]}, "/a/0/b")
    1
    """
    for step in pointer.split("/")[1:]:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


def check_forms(book: Handbook, read: ReadFile) -> Iterator[Finding]:
    """Find forms whose files are missing or do not fit, and fields that answer facts that are not there."""
    for form in book.forms.values():
        try:
            yield from _check_form(form, book, read)
        except InvalidDocumentsError as error:
            yield from error.findings


def _check_form(form: Form, book: Handbook, read: ReadFile) -> Iterator[Finding]:
    from jsonschema import Draft202012Validator, SchemaError

    schema = form_data(form, form.schema, read)
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        message = f"«{form.schema}» is no valid JSON Schema: {error.message}"
        yield _finding(form, "form-schema", message, "correct the schema")
        return
    for name in (form.blank, form.filled):
        form_data(form, name, read)
        for problem in problems(schema, read_json(cast("bytes", read(name)), name)):
            message = (
                f"«{name}» does not fit the schema: {problem.pointer} ({problem.title}): {problem.message}"
            )
            yield _finding(form, "form-example", message, "correct the example, or the schema")
    yield from _check_facts(form, book, schema)


def _check_facts(form: Form, book: Handbook, schema: Mapping[str, Any]) -> Iterator[Finding]:
    for pointer, fact in (form.facts or {}).items():
        if fact not in book.facts:
            hint = "write the id of a fact: `laget facts` lists them"
            yield _finding(form, "unknown-reference", f"«{fact}» is not among the facts", hint)
        if not _has_field(schema, pointer):
            hint = "write the JSON pointer of a field of the schema"
            yield _finding(form, "form-field", f"the schema has no field «{pointer}»", hint)


def _has_field(schema: Mapping[str, Any], pointer: str) -> bool:
    part: Mapping[str, Any] = schema
    for step in pointer.split("/")[1:]:
        fields = _resolved(schema, part).get("properties", {})
        if step not in fields:
            return False
        part = fields[step]
    return True


def _finding(form: Form, code: str, message: str, hint: str) -> Finding:
    place = Place(form.origin.file, form.origin.line, 1 if form.origin.line else 0, ("forms", form.id))
    return Finding(code, message, place, hint=hint)
