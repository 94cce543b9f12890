"""Forms: the JSON Schemas that plugins ship, and what a filled form means for an assessment.

Reads files of a plugin's folder `forms`; gives problems with a form's data, and the facts that
its fields answer. jsonschema is imported when a form is held against its schema, not before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from laget.documents.identity_findings import identity_numbers
from laget.documents.json_reader import read_json
from laget.documents.tree import Node, Reading, plain
from laget.errors import InvalidDocumentsError
from laget.findings import Finding, Place, Severity, did_you_mean
from laget.model.forms import Form
from laget.model.handbook import Handbook
from laget.texts import TEXTS, say

if TYPE_CHECKING:
    from jsonschema import ValidationError

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
    return _as_json(_file(form, name, read))


def schema_of(form: Form, read: ReadFile) -> Mapping[str, Any]:
    """Give a form's schema; raises `InvalidDocumentsError` when it is missing, or is none."""
    from jsonschema import Draft202012Validator, SchemaError

    schema = form_data(form, form.schema, read)
    try:
        Draft202012Validator.check_schema(schema)
        wrong = [f"it has no «{name}»" for name in _references(schema) if not _leads(schema, name)]
    except SchemaError as error:
        wrong = [error.message]
    if wrong or not isinstance(schema, dict):
        message = f"«{form.schema}» is no JSON Schema of a form: {', '.join(wrong) or 'it has no fields'}"
        raise InvalidDocumentsError([_finding(form, "form-schema", message, "correct the schema")])
    return schema


def _references(part: object) -> Iterator[str]:
    """Give what a schema refers to."""
    if isinstance(part, dict):
        yield from (str(part[key]) for key in ("$ref", "$dynamicRef") if key in part)
        part = list(part.values())
    for item in part if isinstance(part, list) else ():
        yield from _references(item)


def _leads(schema: object, reference: str) -> bool:
    """Tell whether a reference leads to a place of the same schema: nothing is fetched from elsewhere."""
    start, _, pointer = reference.partition("#")
    return not start and pointer[:1] in ("", "/") and isinstance(at(schema, pointer), Mapping)


def _file(form: Form, name: str, read: ReadFile) -> Reading:
    found = read(name)
    if found is None:
        hint = "put it into the folder «forms» of the plugin's package, or correct the name"
        message = f"the form «{form.id}» names «{name}», which is not there"
        key = next((key for key in ("schema", "blank", "filled") if getattr(form, key) == name), "schema")
        raise InvalidDocumentsError([_finding(form, "missing-file", message, hint, key)])
    return read_json(found, name)


def _node(reading: Reading) -> Node:
    """Give what was read; raises `InvalidDocumentsError` when it can't be, or holds an identity number."""
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if errors or reading.node is None:
        raise InvalidDocumentsError(errors)
    numbers = list(identity_numbers(reading.node))
    if numbers:
        raise InvalidDocumentsError(numbers)
    return reading.node


def problems(schema: Mapping[str, Any], reading: Reading, language: str = "nb") -> tuple[FormProblem, ...]:
    """Hold a filled form against its schema, and give everything that is wrong with it.

    Raises `InvalidDocumentsError` for a form that can't be read, or that holds an identity number.
    """
    from jsonschema import Draft202012Validator, FormatChecker

    validator = Draft202012Validator(dict(schema), format_checker=FormatChecker())
    errors = sorted(validator.iter_errors(_as_json(reading)), key=_place)
    return tuple(dict.fromkeys(_problem(schema, error, language) for error in errors))


def _place(error: ValidationError) -> list[tuple[bool, str | int]]:
    """Give a key that sorts problems by their place: keys by letter, items by number."""
    return [(isinstance(step, int), step) for step in error.absolute_path]


def _as_json(reading: Reading) -> Any:
    """Give what was read as JSON has it: numbers without exact decimals, and days as text."""
    return json.loads(json.dumps(plain(_node(reading)), default=_written))


def _written(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def _problem(schema: Mapping[str, Any], error: ValidationError, language: str) -> FormProblem:
    pointer = "".join(f"/{step}" for step in error.absolute_path)
    key = f"form_{error.validator}"
    message = say(
        key if key in TEXTS[language] else "form_other", language, expected=_expected(error, language)
    )
    return FormProblem(pointer or "/", title_of(schema, error.absolute_path), message)


def _expected(error: ValidationError, language: str) -> str:
    """Say what a field should have; never what stands in it."""
    expected: Any = error.validator_value
    match error.validator:
        case "type":
            kinds = expected if isinstance(expected, list) else [expected]
            return say("form_or", language).join(say(f"form_kind_{kind}", language) for kind in kinds)
        case "required":
            return _quoted(name for name in expected if name not in cast("Any", error.instance))
        case "additionalProperties":
            known = cast("Any", error.schema).get("properties", {})
            return _quoted(name for name in cast("Any", error.instance) if name not in known)
        case _:
            return ", ".join(map(_value, expected if isinstance(expected, list) else [expected]))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def title_of(schema: Mapping[str, Any], path: Iterable[str | int]) -> str:
    """Give the titles on the way to a field, outermost first; the form's own for the form itself."""
    titles: list[str] = []
    part: Mapping[str, Any] | None = schema
    for step in path:
        part = _field(schema, part or {}, step)
        titles += [str(part["title"])] if part and "title" in part else []
    return " › ".join(titles) or str(schema.get("title", ""))


def _field(schema: Mapping[str, Any], part: Mapping[str, Any], step: str | int) -> Mapping[str, Any] | None:
    """Give what a schema says of a field, or of the items of a list; `None` where it says nothing."""
    found = part.get("properties", {}).get(step)
    if found is None and str(step).isdigit():
        found = part.get("items")
    if isinstance(found, Mapping) and "$ref" in found:
        found = {**cast("Any", at(schema, found["$ref"].removeprefix("#"))), **found}
    return found if isinstance(found, Mapping) else None


def facts_in(form: Form, reading: Reading) -> dict[str, object]:
    """Give the facts that a filled form answers; fields left empty answer nothing."""
    data = plain(_node(reading))
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
            schema = schema_of(form, read)
        except InvalidDocumentsError as error:
            yield from error.findings
        else:
            for name in (form.blank, form.filled):
                yield from _check_example(form, schema, name, read)
            yield from _check_facts(form, book, schema)


def _check_example(form: Form, schema: Mapping[str, Any], name: str, read: ReadFile) -> Iterator[Finding]:
    try:
        found = problems(schema, _file(form, name, read))
    except InvalidDocumentsError as error:
        yield from error.findings
        return
    for problem in found:
        message = f"«{name}» does not fit the schema: {problem.pointer} ({problem.title}): {problem.message}"
        yield _finding(form, "form-example", message, "correct the example, or the schema")


def _check_facts(form: Form, book: Handbook, schema: Mapping[str, Any]) -> Iterator[Finding]:
    for pointer, fact in (form.facts or {}).items():
        if fact not in book.facts:
            hint = did_you_mean(fact, book.facts) or "write the id of a fact: `laget facts` lists them"
            yield _finding(form, "unknown-reference", f"«{fact}» is not among the facts", hint)
        if not _has_field(schema, pointer):
            hint = "write the JSON pointer of a field of the schema"
            yield _finding(form, "form-field", f"the schema has no field «{pointer}»", hint)


def _has_field(schema: Mapping[str, Any], pointer: str) -> bool:
    part: Mapping[str, Any] | None = schema
    for step in pointer.split("/")[1:]:
        part = _field(schema, part or {}, step)
    return part is not None and part is not schema


def _finding(form: Form, code: str, message: str, hint: str, *keys: str) -> Finding:
    """Make a finding about a form, or about one of its keys."""
    origin = next((form.origins[key] for key in keys if key in form.origins), form.origin)
    place = Place(origin.file, origin.line, 1 if origin.line else 0, ("forms", form.id, *keys))
    return Finding(code, message, place, hint=hint)
