"""Forms: held against their schemas, read as facts, and checked with the plugin that ships them."""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from datetime import date
from subprocess import run
from typing import Any

import pytest

from laget.documents.identity import is_identity_number
from laget.documents.json_reader import read_json
from laget.documents.yaml_reader import read_yaml
from laget.errors import InvalidDocumentsError
from laget.forms import FormProblem, at, check_forms, facts_in, form_data, problems, schema_of, title_of
from laget.registry import Registry

from .melding import BLANK, FILES, FILLED, REPORTING, SCHEMA, lia

DAY = date(2026, 3, 1)
SYNTHETIC = "15901299932"
"""A made number: its month is 80 too high."""


def wrong(data: object, language: str = "nb") -> list[tuple[str, str, str]]:
    """Give what is wrong with a filled form."""
    found = problems(SCHEMA, read_json(json.dumps(data), "svar.json"), language)
    return [(problem.pointer, problem.title, problem.message) for problem in found]


def changed(pointer: str, value: object) -> dict[str, Any]:
    """Give the filled form with another value somewhere."""
    data = deepcopy(FILLED)
    *steps, last = pointer.split("/")[1:]
    part = data
    for step in steps:
        part = part[step]
    part[last] = value
    return data


def found_in(registry: Registry) -> list[tuple[str, str]]:
    """Give code and message of what the check of forms finds in Lia."""
    place = registry["lia"]
    return [(str(found.code), found.message) for found in check_forms(place.handbook(DAY), place.form_file)]


def form_with(**changes: object) -> dict[str, str]:
    """Give the files with other keys in the schema."""
    return {**FILES, "melding.schema.json": json.dumps({**SCHEMA, **changes})}


@pytest.mark.parametrize("data", [BLANK, FILLED])
def test_nothing_is_wrong(data: object) -> None:
    """A form that fits its schema has no problems."""
    assert [] == wrong(data)


WRONG = {
    "type": ("/barn/behov", "ja", "Barnet › Behov",
             "Her skal det stå ja eller nei (true eller false) eller tomt (null).",
             "Her skal det stå ja eller nei (true eller false) eller tomt (null)."),
    "one type": ("/turer", "to", "Turer", "Her skal det stå en liste.", "Her skal det stå ei liste."),
    "minimum": ("/barn/alder", -1, "Barnet › Alder", "Tallet er for lite; det må være minst 0.",
                "Talet er for lite; det må vere minst 0."),
    "maximum": ("/barn/alder", 19, "Barnet › Alder", "Tallet er for stort; det kan være høyst 18.",
                "Talet er for stort; det kan vere høgst 18."),
    "format": ("/dato", "i dag", "Dagen", "Dette er ikke skrevet slik det skal (date).",
               "Dette er ikkje skrive slik det skal (date)."),
    "enum": ("/hvor", "ute", "Sted", "Velg en av disse: hjemme, skole, null.",
             "Vel ein av desse: hjemme, skole, null."),
    "const": ("/slag", "brev", "Slag", "Her skal det stå melding.", "Her skal det stå melding."),
    "minItems": ("/turer", [], "Turer", "Listen er for kort; den må ha minst 1.",
                 "Lista er for kort; ho må ha minst 1."),
    "maxItems": ("/turer", [{}, {"navn": "Ei"}, {"navn": "To"}], "Turer",
                 "Listen er for lang; den kan ha høyst 2.", "Lista er for lang; ho kan ha høgst 2."),
    "uniqueItems": ("/turer", [{}, {}], "Turer", "Det samme står flere ganger i listen.",
                    "Det same står fleire gonger i lista."),
    "other": ("/antall", 3, "Antall", "Dette svaret passer ikke i skjemaet.",
              "Dette svaret passar ikkje i skjemaet."),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_each_kind_of_problem(name: str) -> None:
    """What is wrong with a field is told with its pointer, the titles on the way to it, and a sentence."""
    pointer, value, title, bokmal, nynorsk = WRONG[name]
    data = changed(pointer, value)
    assert [[(pointer, title, bokmal)], [(pointer, title, nynorsk)]] == [wrong(data), wrong(data, "nn")]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("A", "Teksten er for kort; den må ha minst 2 tegn."),
        ("Abcdef", "Teksten er for lang; den kan ha høyst 5 tegn."),
        ("abc", "Dette er ikke skrevet slik det skal."),
    ],
)
def test_a_field_in_a_list(name: str, message: str) -> None:
    """A field inside a list is told of with the number of its item; an item without a title adds none."""
    data = changed("/turer", [{"navn": name}])
    assert [("/turer/0/navn", "Turer › Navn", message)] == wrong(data)


def test_fields_that_are_missing() -> None:
    """Fields that are missing are told of once, together, at the form or the part that they belong to."""
    assert [("/", "Melding", "Disse feltene mangler: «barn», «dato».")] == wrong({})
    assert [("/barn", "Barnet", "Disse feltene mangler: «alder».")] == wrong(changed("/barn", {}))


def test_fields_that_are_not_there() -> None:
    """Fields that the form does not have are told of by name."""
    expected = [("/", "Melding", "Disse feltene finnes ikke i skjemaet: «dto».")]
    assert expected == wrong({**FILLED, "dto": 1})


def test_problems_are_sorted_by_place() -> None:
    """Problems come in the order of their places: keys by letter, and items by number."""
    names = [{"navn": "x"}] * 12
    pointers = [pointer for pointer, _, _ in wrong({**FILLED, "turer": names, "antall": 3})]
    items = [f"/turer/{number}/navn" for number in range(12)]
    assert ["/antall", "/turer", *items] == list(dict.fromkeys(pointers))


def test_what_stands_in_a_field_is_not_repeated() -> None:
    """No problem repeats what stands in a field."""
    assert "hemmelig" not in str(
        wrong({"barn": {"alder": "hemmelig"}, "dato": "hemmelig", "hvor": "hemmelig"})
    )


def test_a_yaml_form() -> None:
    """Days and decimal numbers of a YAML file are read as JSON has them."""
    text = "barn: {alder: 9}\ndato: 2026-02-02\nantall: 2.5\n"
    expected = (FormProblem("/antall", "Antall", "Dette svaret passer ikke i skjemaet."),)
    assert expected == problems(SCHEMA, read_yaml(text, "svar.yaml"))


@pytest.mark.parametrize("where", ["value", "key"])
def test_an_identity_number_is_refused(where: str) -> None:
    """A form with an identity number is refused, and the number is not repeated."""
    data = {**FILLED, "hvor": SYNTHETIC} if where == "value" else {**FILLED, SYNTHETIC: 1}
    with pytest.raises(InvalidDocumentsError) as caught:
        wrong(data)
    assert is_identity_number(SYNTHETIC)
    assert ([True], False) == (
        [found.code == "identity-number" for found in caught.value.findings],
        SYNTHETIC in str(caught.value),
    )


def test_malformed_json() -> None:
    """A form that is no JSON is refused with the line."""
    with pytest.raises(InvalidDocumentsError) as caught:
        problems(SCHEMA, read_json('{\n"barn": ', "svar.json"))
    assert [("json-syntax", 2)] == [(found.code, found.place.line) for found in caught.value.findings]


def test_facts_in() -> None:
    """The fields of a filled form answer facts; a field that is empty or left out answers none."""
    form = lia()["lia"].handbook(DAY).forms["melding"]
    answered = [
        facts_in(form, read_json(json.dumps(data), "svar.json"))
        for data in (FILLED, changed("/barn/alder", None), {})
    ]
    assert [{"alder": 9, "behov": True}, {"behov": True}, {}] == answered


def test_a_form_without_facts_answers_none() -> None:
    """A form whose fields answer nothing gives no facts."""
    form = lia()["lia"].handbook(DAY).forms["notat"]
    assert {} == facts_in(form, read_json(json.dumps(FILLED), "svar.json"))


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [("", {"a": [1]}), ("/a/0", 1), ("/a/1", None), ("/a/b", None), ("/b", None), ("/a/0/c", None)],
)
def test_at(pointer: str, expected: object) -> None:
    """A pointer gives what stands there, and nothing where nothing does."""
    assert expected == at({"a": [1]}, pointer)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([], "Melding"),
        (["barn", "alder"], "Barnet › Alder"),
        (["dato"], "Dagen"),
        (["turer", 0, "navn"], "Turer › Navn"),
        (["ukjent", "felt"], "Melding"),
    ],
)
def test_title_of(path: list[str | int], expected: str) -> None:
    """A field is called by the titles on the way to it, and by the form's where there are none."""
    assert expected == title_of(SCHEMA, path)


def test_good_forms() -> None:
    """Forms whose files are there and fit have no findings, and the check of the layer runs that check."""
    assert [] == found_in(lia())
    assert "form-field" in {
        found.code for found in lia(REPORTING.replace("/barn/alder", "/barn/ar"))["lia"].check()
    }


@pytest.mark.parametrize(
    ("reporting", "files", "code", "message"),
    [
        (
            REPORTING,
            {name: text for name, text in FILES.items() if "schema" not in name},
            "missing-file",
            "the form «melding» names «melding.schema.json», which is not there",
        ),
        (
            REPORTING,
            {name: text for name, text in FILES.items() if "filled" not in name},
            "missing-file",
            "the form «melding» names «melding.filled.json», which is not there",
        ),
        (REPORTING, {**FILES, "melding.schema.json": "{"}, "json-syntax", "not valid JSON"),
        (REPORTING, {**FILES, "melding.blank.json": "{"}, "json-syntax", "not valid JSON"),
        (REPORTING, form_with(type="tekst"), "form-schema", "'tekst' is not valid under any"),
        (REPORTING, {**FILES, "melding.schema.json": "true"}, "form-schema", "it has no fields"),
        (REPORTING, form_with(allOf=[{"$ref": "#/$defs/nei"}]), "form-schema", "it has no «#/$defs/nei»"),
        (
            REPORTING,
            form_with(allOf=[{"$ref": "https://example.org/schema"}]),
            "form-schema",
            "it has no «https://example.org/schema»",
        ),
        (REPORTING, form_with(allOf=[{"$ref": "#anker"}]), "form-schema", "it has no «#anker»"),
        (
            REPORTING,
            {**FILES, "melding.filled.json": json.dumps(changed("/hvor", "ute"))},
            "form-example",
            "«melding.filled.json» does not fit the schema: /hvor (Sted): Velg en av disse",
        ),
        (
            REPORTING.replace("/barn/alder: alder", "/barn/alder: aldr"),
            FILES,
            "unknown-reference",
            "«aldr» is not among the facts",
        ),
        (
            REPORTING.replace("/barn/alder", "/barn/ar/tall"),
            FILES,
            "form-field",
            "the schema has no field «/barn/ar/tall»",
        ),
        (REPORTING.replace("/barn/alder", "''"), FILES, "form-field", "the schema has no field «»"),
    ],
)
def test_what_is_wrong_with_forms(reporting: str, files: dict[str, str], code: str, message: str) -> None:
    """A file that is missing or does not fit, and a field or fact that does not exist, is a finding."""
    found, text = found_in(lia(reporting, files))[0]
    assert (code, True) == (found, message in text)


def test_the_near_fact_is_told() -> None:
    """A fact that does not exist is told of with the near name, at the line of its form."""
    place = lia(REPORTING.replace("/barn/alder: alder", "/barn/alder: aldr"))["lia"]
    (found,) = check_forms(place.handbook(DAY), place.form_file)
    assert ("did you mean «alder»?", "reporting.yaml", 3) == (found.hint, found.place.file, found.place.line)


def test_an_item_of_a_list_may_answer() -> None:
    """A field inside a list may answer a fact."""
    assert [] == found_in(lia(REPORTING.replace("/barn/alder", "/turer/0/navn")))


def test_a_file_is_found_in_the_plugin_that_has_it() -> None:
    """The files of a form are found in the plugin of the layer, or in that of one it extends."""
    schema = {"melding.schema.json": FILES["melding.schema.json"]}
    rest = {name: text for name, text in FILES.items() if name not in schema}
    assert [] == found_in(lia(files=rest, above=schema))


def test_a_layer_does_not_find_files_below_it() -> None:
    """A region does not find the files of its municipalities, and a plugin without forms has no files."""
    registry = lia()
    found = [registry[name].form_file("melding.blank.json") for name in ("riket", "dalen", "lia")]
    assert [None, None, FILES["melding.blank.json"].encode()] == found


def test_form_data_and_schema() -> None:
    """A form's files are given as data."""
    place = lia()["lia"]
    form = place.handbook(DAY).forms["melding"]
    assert BLANK == form_data(form, form.blank, place.form_file)
    assert SCHEMA == schema_of(form, place.form_file)


LIGHT = """
import sys
from datetime import date
import laget
place = laget.discover()["norge"]
place.assess({"on": "2026-03-01"})
print("jsonschema" in sys.modules)
"""


def test_jsonschema_is_not_imported_to_assess() -> None:
    """Importing laget, loading a handbook and assessing a case does not import jsonschema."""
    done = run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert "False\n" == done.stdout
