"""The schema of the assessment: what laget answers is valid, and nothing it answers is left undescribed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from laget.municipality import Municipality
from laget.plain import to_json

CASES: dict[str, dict[str, Any]] = {
    "nothing known": {"on": "2026-03-01"},
    "much known": {
        "on": "2026-03-01",
        "facts": {
            "fodselsdato": "2015-02-20",
            "timer_per_uke": 20.5,
            "timer_skole": None,
            "boform": "hjemme",
            "natt": False,
            "trenger_folge": True,
            "tung_omsorg": True,
        },
        "has": [{"id": "skole"}],
        "has_complete": True,
        "applies_for": [
            {"id": "turvenn", "amount": 12, "unit": "hours", "per": "month", "purposes": ["lege"]}
        ],
        "events": [{"event": "soknad_mottatt", "on": "2026-01-31"}],
        "steps": [{"id": "samtykke", "state": "declined"}],
    },
    "an old date": {"on": "2021-06-01", "facts": {"fodselsdato": "2015-02-20"}},
}


@pytest.fixture(params=CASES)
def answer(request: pytest.FixtureRequest, lia: Municipality) -> Any:
    """Give the JSON of an assessment, read back."""
    return json.loads(to_json(lia.assess(CASES[request.param])))


def _closed(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema without room for more keys."""
    closed = {**deepcopy(dict(schema)), "additionalProperties": False}
    for definition in closed["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    return closed


def test_answers_validate(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """The JSON of an assessment is valid."""
    assert [] == list(validators["assessment"].iter_errors(answer))


def test_answers_have_no_other_keys(committed: Mapping[str, Any], answer: Any) -> None:
    """The JSON of an assessment has no key that the schema does not describe."""
    validator = Draft202012Validator(_closed(committed["assessment"]))
    assert [] == list(validator.iter_errors(answer))


def test_newer_answers_stay_valid(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """An answer with keys of a later version is valid, since more keys may come."""
    more = {**answer, "novelty": 1, "receipt": {**answer["receipt"], "novelty": 1}}
    assert validators["assessment"].is_valid(more)


def test_every_key_of_an_answer_is_required(
    validators: Mapping[str, Draft202012Validator], answer: Any
) -> None:
    """An answer that lacks any one of its keys is invalid."""
    lacking = [{name: value for name, value in answer.items() if name != key} for key in answer]
    assert [] == [part for part in lacking if validators["assessment"].is_valid(part)]


def test_another_contract_is_invalid(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """An answer of another version of the contract is invalid."""
    assert not validators["assessment"].is_valid({**answer, "contract": 2})


def test_a_date_is_a_day_of_the_calendar(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """An answer about a day that does not exist is invalid."""
    assert not validators["assessment"].is_valid({**answer, "on": "2026-02-30"})


def test_a_whole_answer_may_be_expected(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """A case may expect any part of an answer, and so also the whole of it."""
    example = {"id": "alt", "shows": "Hele svaret.", "case": {}, "expect": answer}
    document = {"kind": "cases", "municipality": "lia", "cases": [example]}
    assert [] == list(validators["cases"].iter_errors(document))


def test_expected_lists_may_be_addressed_by_id(validators: Mapping[str, Draft202012Validator]) -> None:
    """A case may expect something of one item of a list by its id, and of known keys only."""
    validator = validators["cases"]
    validity = [
        validator.is_valid({"kind": "cases", "municipality": "lia", "cases": [_example(expected)]})
        for expected in ({"outcome": "met", "missing": ["alder"]}, {"utfall": "met"}, {"outcome": "yes"})
    ]
    assert [True, False, False] == validity


def _example(expected: object) -> dict[str, object]:
    return {"id": "en", "shows": "Ett svar.", "case": {}, "expect": {"entitlements": {"turvenn": expected}}}
