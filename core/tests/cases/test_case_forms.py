"""The three forms of a case mean the same, and no form lets an identity number through."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from laget.cases import read_case
from laget.errors import InvalidCaseError
from laget.model.case import StepState
from laget.municipality import Municipality
from laget.plain import to_json

from .bad import FORMS, only, refused, written

NUMBER = "01811500018"
"""A synthetic identity number: its month is 81."""

CASE: dict[str, Any] = {
    "on": "2026-03-01",
    "facts": {
        "fodselsdato": "2015-02-20",
        "timer_per_uke": 20.5,
        "sosken": 2,
        "boform": "hjemme",
        "natt": False,
        "tung_omsorg": None,
    },
    "has": [{"id": "skole", "since": "2021-08-01", "amount": 5, "unit": "days", "per": "week"}],
    "has_complete": True,
    "applies_for": [
        {"id": "turvenn", "amount": 12.25, "unit": "hours", "per": "month", "purposes": ["fritid"]}
    ],
    "events": [{"event": "soknad_mottatt", "on": "2026-01-31", "about": "turvenn", "channel": "post"}],
    "steps": [{"id": "samtykke", "state": "declined", "about": "turvenn", "on": "2026-02-01"}],
}


def test_all_forms_give_the_same_answer(lia: Municipality, tmp_path: Path) -> None:
    """The same case as YAML, as JSON and as plain data has the same JSON as its answer."""
    answers = {to_json(lia.assess(written(CASE, form, tmp_path))) for form in FORMS}
    assert 1 == len(answers)


def test_yaml_without_quotes_gives_the_same_answer(lia: Municipality, tmp_path: Path) -> None:
    """Dates that YAML knows as dates, and those in quotes, mean the same."""
    path = tmp_path / "sak.yaml"
    path.write_text("on: 2026-03-01\nfacts: {fodselsdato: 2015-02-20}\n", encoding="utf-8")
    quoted = {"on": "2026-03-01", "facts": {"fodselsdato": "2015-02-20"}}
    assert to_json(lia.assess(quoted)) == to_json(lia.assess(path))


def test_python_dates_and_decimals_give_the_same_answer(lia: Municipality) -> None:
    """Plain data may hold dates and decimals of Python."""
    facts = {"fodselsdato": date(2015, 2, 20), "timer_per_uke": Decimal("20.5")}
    texts = {"fodselsdato": "2015-02-20", "timer_per_uke": 20.5}
    answers = [
        lia.assess({"on": day, "facts": given})
        for day, given in ((date(2026, 3, 1), facts), ("2026-03-01", texts))
    ]
    assert to_json(answers[0]) == to_json(answers[1])


def test_a_draft_is_what_the_case_says() -> None:
    """A case is read as written: what it holds, and nothing more."""
    case = read_case(CASE).case
    assert (date(2026, 3, 1), StepState.DECLINED, Decimal("12.25"), "post") == (
        case.on,
        case.steps[0].state,
        case.applies_for[0].amount,
        case.events[0].channel,
    )


def test_an_empty_case_is_a_case(lia: Municipality) -> None:
    """A case that says nothing is assessed on the day that the call gives."""
    assert date(2026, 3, 1) == lia.assess({}, on=date(2026, 3, 1)).on


def _hidden_in() -> Iterator[tuple[str, dict[str, Any]]]:
    day = {"on": "2026-03-01"}
    yield "a value", {**day, "facts": {"boform": NUMBER}}
    yield "a text", {**day, "facts": {"boform": f"barn {NUMBER[:6]} {NUMBER[6:]} hjemme"}}
    yield "a number without its zero", {**day, "facts": {"timer_per_uke": int(NUMBER)}}
    yield "a fact's name", {**day, "facts": {NUMBER: True}}
    yield "a key", {**day, NUMBER: 1}
    yield "a key of a bad value", {**day, NUMBER: [NUMBER]}
    yield "an id", {**day, "has": [{"id": NUMBER}]}
    yield "a channel", {**day, "events": [{"event": "vedtak", "on": "2026-01-01", "channel": NUMBER}]}
    yield "a purpose", {**day, "applies_for": [{"id": "turvenn", "purposes": [NUMBER]}]}
    yield "a date", {"on": NUMBER}
    yield "a state", {**day, "steps": [{"id": NUMBER, "state": NUMBER}]}
    yield "what is no case", {**day, "facts": [[NUMBER]]}
    yield "a unit among other mistakes", {"on": "x", "has": [{"unit": NUMBER}], "xyz": 1}


HIDDEN = dict(_hidden_in())


def _everything(error: InvalidCaseError) -> str:
    """Give all that anybody could print of an error."""
    shown = [str(error), repr(error), repr(error.args), repr(error.findings), repr(vars(error))]
    shown += [
        repr(part) for finding in error.findings for part in (finding.place, finding.excerpt, finding.hint)
    ]
    shown += traceback.format_exception(error)
    return "\n".join(shown)


def _is_told(text: str) -> bool:
    """Tell whether a text holds the number, or its last digits, with or without spaces between."""
    digits = "".join(character for character in text if not character.isspace())
    return NUMBER in digits or NUMBER[1:] in digits


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", HIDDEN)
def test_an_identity_number_is_refused_and_never_repeated(
    lia: Municipality, tmp_path: Path, caplog: pytest.LogCaptureFixture, place: str, form: str
) -> None:
    """Wherever an identity number stands, the case is refused, and nothing repeats the number."""
    caplog.set_level(logging.DEBUG)
    error = refused(lia, written(HIDDEN[place], form, tmp_path))
    assert {"identity-number"} == {finding.code for finding in error.findings}
    assert (False, False) == (_is_told(_everything(error)), _is_told(caplog.text))


@pytest.mark.parametrize("form", FORMS)
def test_the_place_of_an_identity_number_is_told(lia: Municipality, tmp_path: Path, form: str) -> None:
    """The finding about an identity number has its place, and says to remove it."""
    finding = only(refused(lia, written(HIDDEN["an id"], form, tmp_path)))
    assert (("has", "0", "id"), True) == (finding.place.path, "remove it" in (finding.hint or ""))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "facts: {{boform: {n}\n"),
        ("a.yaml", "facts: {{boform: '{n}', boform: '{n}'}}\n"),
        ("a.yaml", "facts: !x '{n}'\n"),
        ("a.yaml", "{n}: &{n} x\n"),
        ("a.json", '{{"facts": {{"boform": "{n}"'),
        ("a.json", '{{"facts": {{"timer_per_uke": {n}}}'),
        ("a.json", "{n}"),
        ("{n}.yaml", "facts: {{natt: 1}}\n"),
    ],
)
def test_a_malformed_file_repeats_no_identity_number(
    lia: Municipality, tmp_path: Path, name: str, text: str
) -> None:
    """A file that cannot be read, or whose name is an identity number, is refused without repeating it."""
    path = tmp_path / name.format(n=NUMBER)
    path.write_text(text.format(n=NUMBER), encoding="utf-8")
    assert not _is_told(_everything(refused(lia, path)))


def test_a_missing_file_repeats_no_identity_number(lia: Municipality, tmp_path: Path) -> None:
    """A missing file whose name is an identity number is not named in full, nor is one like it."""
    (tmp_path / f"{NUMBER}.yaml").write_text("on: 2026-03-01", encoding="utf-8")
    assert not _is_told(_everything(refused(lia, tmp_path / f"{NUMBER}.yml")))


def test_nothing_but_a_mapping_or_a_path_is_a_case(lia: Municipality) -> None:
    """A text where a case should be is refused as data, and not repeated."""
    error = refused(lia, NUMBER)  # type: ignore[arg-type]
    assert not _is_told(_everything(error))


def test_an_error_about_a_case_survives_pickling(lia: Municipality) -> None:
    """An error about a case can be sent to another process."""
    error = refused(lia, {"on": "2026-03-01", "facts": {"natt": 1}})
    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 (our own bytes)
