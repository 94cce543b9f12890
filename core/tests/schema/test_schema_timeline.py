"""The schema of the timeline: what laget answers is valid, and every key of it is described and required."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from laget.municipality import Municipality
from laget.plain import to_json

CASES: dict[str, dict[str, Any]] = {
    "a birth alone": {"on": "2026-03-01", "facts": {"fodselsdato": "2022-02-20"}},
    "much known": {
        "on": "2024-03-01",
        "facts": {"fodselsdato": "2015-02-20", "boform": "hjemme", "trenger_folge": True},
        "has_complete": True,
    },
    "expected": {"on": "2026-03-01", "facts": {"ufodt": True, "fodselsdato": "2026-08-01"}},
}


@pytest.fixture(params=CASES)
def answer(request: pytest.FixtureRequest, lia: Municipality) -> Any:
    """Give the JSON of a timeline, read back."""
    return json.loads(to_json(lia.timeline(CASES[request.param])))


def test_timelines_validate(validators: Mapping[str, Draft202012Validator], answer: Any) -> None:
    """The JSON of a timeline is valid."""
    assert [] == list(validators["timeline"].iter_errors(answer))


def test_every_key_of_a_timeline_is_required(
    validators: Mapping[str, Draft202012Validator], answer: Any
) -> None:
    """A timeline that lacks any one of its keys is invalid."""
    lacking = [{name: value for name, value in answer.items() if name != key} for key in answer]
    assert [] == [part for part in lacking if validators["timeline"].is_valid(part)]


def test_a_timeline_has_no_other_keys(committed: Mapping[str, Any], answer: Any) -> None:
    """The JSON of a timeline has no key that the schema does not describe."""
    assert {*answer} == {*committed["timeline"]["properties"]}
