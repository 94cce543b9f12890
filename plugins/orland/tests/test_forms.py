"""The four forms: their schemas, their blank and filled examples, and the facts that fields answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import laget
from laget.model.forms import Form

ORLAND = laget.discover()["orland"]
TODAY = date(2026, 3, 1)
HANDBOOK = ORLAND.handbook(TODAY)
FORMS = tuple(HANDBOOK.forms.values())

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)


def content(name: str) -> dict[str, Any]:
    """Read a file of the plugin's folder of forms."""
    text = files("laget_orland").joinpath("forms", name).read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def validator(form: Form) -> Draft202012Validator:
    """Give what holds data against a form's schema, dates too."""
    return Draft202012Validator(content(form.schema), format_checker=FormatChecker())


def at(data: Any, pointer: str) -> Any:
    """Give what a JSON pointer points at."""
    for part in pointer.split("/")[1:]:
        data = data[part]
    return data


def titled(schema: dict[str, Any], root: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each field of a schema with its title, through references and lists."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    for name, field in schema.get("properties", {}).items():
        yield name, field.get("title", "") or root["$defs"][field["$ref"].rsplit("/", 1)[1]]["title"]
        yield from titled(field, root)
    if "items" in schema:
        yield from titled(schema["items"], root)


def test_four_forms() -> None:
    """The plugin has the notice of need, the report, the checklist and the actor map."""
    assert {"melding", "rapport", "sjekkliste", "aktorkart"} == {*HANDBOOK.forms}


@each_form
def test_schema_is_valid(form: Form) -> None:
    """Each schema is itself valid, names its draft, and has the form's own urn."""
    schema = content(form.schema)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:laget:orland:{form.id}"


@each_form
def test_every_field_has_a_title(form: Form) -> None:
    """A person can be told which field is wrong."""
    schema = content(form.schema)
    fields = [*titled(schema, schema)]
    assert fields
    assert [] == [name for name, title in fields if not title]


@each_form
def test_blank_and_filled_fit(form: Form) -> None:
    """The blank form and the filled example validate, and so does a form without any field."""
    check = validator(form)
    for data in (content(form.blank), content(form.filled), {}):
        assert [] == [error.json_path for error in check.iter_errors(data)]


@each_form
def test_blank_says_nothing(form: Form) -> None:
    """A blank form has every field of the example, and no answer."""
    blank, filled = content(form.blank), content(form.filled)
    assert blank.keys() == filled.keys()
    assert not any(leaves(blank))
    assert any(leaves(filled))


def leaves(data: Any) -> Iterator[Any]:
    """Give the answers in a form."""
    if isinstance(data, dict):
        data = list(data.values())
    if not isinstance(data, list):
        yield data
        return
    for item in data:
        yield from leaves(item)


@each_form
def test_filled_has_no_personal_data(form: Form) -> None:
    """The fields that hold personal data on paper are empty in the example, and none is required."""
    schema = content(form.schema)
    assert "required" not in json.dumps(schema)
    assert [] == [value for value in personal(schema, content(form.filled), schema) if value is not None]


def personal(schema: dict[str, Any], data: Any, root: dict[str, Any]) -> Iterator[Any]:
    """Give the values of the fields that are marked as personal data."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("x-personopplysning"):
        yield data
    if isinstance(data, dict):
        for name, value in data.items():
            yield from personal(schema["properties"][name], value, root)
    if isinstance(data, list):
        for value in data:
            yield from personal(schema["items"], value, root)


@pytest.mark.parametrize(
    ("form", "pointer", "wrong"),
    [
        ("melding", "/dato", "2. mars"),
        ("melding", "/dato", "2026-02-30"),
        ("melding", "/behov/koordinator", "ja"),
        ("melding", "/hjelpetiltak_og_tjenester", [{"tiltak": str(n)} for n in range(5)]),
        ("rapport", "/gjelder/arsrapport", 1),
        ("rapport", "/deltakere/faste_deltakere", "barnehagen"),
        ("rapport", "/individuell_plan/har_plan/svar", "kanskje"),
        ("sjekkliste", "/koordinator_og_barnekoordinator/under_18/svar", 17),
        ("sjekkliste", "/samordning/ppt/gjelder", ["plan"]),
        ("sjekkliste", "/individuell_plan/onsker", True),
        ("aktorkart", "/familie_og_nettverk", [""]),
        ("aktorkart", "/helse_og_omsorgstjenester/fastlege", "x"),
    ],
)
def test_wrong_values_fail(form: str, pointer: str, wrong: object) -> None:
    """A wrong value gives errors at its own field, and nowhere else."""
    data = deepcopy(content(HANDBOOK.forms[form].filled))
    parent, _, name = pointer.rpartition("/")
    at(data, parent)[name] = wrong
    paths = [[*error.absolute_path] for error in validator(HANDBOOK.forms[form]).iter_errors(data)]
    assert paths
    assert all(path[: pointer.count("/")] == pointer.split("/")[1:] for path in paths)


@each_form
def test_unknown_fields_fail(form: Form) -> None:
    """A field that the form does not have is an error."""
    assert [*validator(form).iter_errors({**content(form.filled), "ukjent": True})]


@each_form
def test_every_mapped_fact_exists(form: Form) -> None:
    """A pointer leads to a field of the form, and to a fact of the handbook that takes its answer."""
    check = validator(form)
    for pointer, fact in (form.facts or {}).items():
        assert fact in HANDBOOK.facts
        assert at(content(form.blank), pointer) is None
        data = content(form.blank)
        parent, _, name = pointer.rpartition("/")
        for value in (True, False):
            at(data, parent)[name] = value
            assert [] == [*check.iter_errors(data)]


def test_the_checklist_leads_to_an_assessment() -> None:
    """The filled checklist alone says that the child may have a child coordinator and a coordinator."""
    form = HANDBOOK.forms["sjekkliste"]
    filled = content(form.filled)
    facts = {fact: at(filled, pointer) for pointer, fact in (form.facts or {}).items()}
    assert {"met"} == outcomes(facts)


def test_a_blank_checklist_refuses_nothing() -> None:
    """Questions that nobody has answered leave everything open."""
    facts = dict.fromkeys((HANDBOOK.forms["sjekkliste"].facts or {}).values())
    assert {"unknown"} == outcomes(facts)


def outcomes(facts: dict[str, Any]) -> set[str]:
    """Give the outcomes of what the checklist is about, for a case of which only this is known."""
    about = HANDBOOK.forms["sjekkliste"].about
    answer = ORLAND.assess({"facts": facts}, TODAY)
    return {found.outcome.value for found in answer.entitlements if found.id in about}
