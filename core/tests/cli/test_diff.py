"""`laget diff`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")
BOTH_DATES = ("diff", "lia", "lia", "--on", "2023-06-01", "--on-b", "2026-03-01")


def test_two_municipalities_are_compared(laget: Laget) -> None:
    """The text begins with what only one of them has, and exits with 0: a difference is no error."""
    result = laget("diff", "lia", "vik", *ON)
    assert (0, True) == (result.exit_code, "DETTE HAR BARE LIA" in result.stdout)


def test_the_first_part_is_what_a_family_notices(laget: Laget) -> None:
    """What is offered comes before criteria, and criteria before how the municipalities work."""
    text = laget("diff", "lia", "vik", *ON).stdout
    places = [
        text.index(part) for part in ("DETTE HAR BARE LIA", "ANDRE VILKÅR", "HVEM GJØR HVA", "ANDRE NAVN")
    ]
    assert sorted(places) == places


def test_one_municipality_on_two_dates(laget: Laget) -> None:
    """The same municipality on two dates is told apart by the dates, and what was changed is shown."""
    text = laget(*BOTH_DATES).stdout
    assert "Lia 1. juni 2023: Inntil 8 timer i måneden." in text
    assert "Lia 1. mars 2026: Inntil 10 timer i måneden." in text


def test_nothing_differs_from_itself(laget: Laget) -> None:
    """The same municipality on the same date: one sentence says that nothing differs."""
    assert "Ingen forskjell." in laget("diff", "vik", "vik", *ON).stdout


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(
    "arguments", [("diff", "lia", "vik", *ON), ("diff", "riket", "lia", *ON), BOTH_DATES]
)
def test_text_is_at_most_eighty_columns_wide(laget: Laget, arguments: tuple[str, ...], language: str) -> None:
    """No line is wider than a terminal."""
    text = laget(*arguments, "--lang", language).stdout
    assert [] == [line for line in text.splitlines() if len(line) > 80]


def test_a_search_that_left_something_out_says_so(laget: Laget) -> None:
    """Where rules differ and no case was found, the text says how many were tried."""
    text = " ".join(laget("diff", "riket", "lia", *ON).stdout.split())
    assert "Reglene er ikke de samme. Ingen forskjell ble funnet i" in text


def test_the_language_is_that_of_what_laget_says(laget: Laget) -> None:
    """With `--lang nn`, what laget says is nynorsk."""
    assert "DETTE HAR BERRE LIA" in laget("diff", "lia", "vik", *ON, "--lang", "nn").stdout


def test_a_case_is_answered_by_both(laget: Laget, case: str) -> None:
    """With a case, both answers stand side by side before everything else."""
    text = laget("diff", "lia", "lia", "--case", case, "--on-b", "2023-06-01").stdout
    assert text.index("SVARENE I SAKEN") < text.index("HVOR MYE")


def test_the_date_is_that_of_the_case(answer: Callable[..., Any], case: str) -> None:
    """Without a date, the case says which; another date for the second side is its own."""
    found = answer("diff", "lia", "lia", "--case", case, "--on-b", "2023-06-01")
    assert ("2026-03-01", "2023-06-01") == (found["first"]["on"], found["second"]["on"])


def test_a_case_that_cannot_be_is_wrong_use(laget: Laget) -> None:
    """A case with an unknown fact is refused like anywhere else."""
    result = laget("diff", "lia", "vik", *ON, "--case", "-", given="facts: {alderr: 3}")
    assert (2, True) == (result.exit_code, "alderr" in result.stderr)


def test_an_unknown_municipality_is_wrong_use(laget: Laget) -> None:
    """A name that nothing has is met with near ones."""
    assert 2 == laget("diff", "lia", "vikk", *ON).exit_code


def test_json_is_as_its_schema_says(answer: Callable[..., Any], case: str) -> None:
    """The JSON of a comparison is valid, with a case and without."""
    schema = json.loads((files("laget") / "schemas" / "comparison.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    found = [
        answer("diff", "lia", "vik", *ON),
        answer("diff", "riket", "lia", *ON),
        answer("diff", "lia", "lia", "--case", case, "--on-b", "2023-06-01"),
    ]
    assert [] == [error for data in found for error in validator.iter_errors(data)]


def test_a_witness_is_a_case_file(answer: Callable[..., Any]) -> None:
    """The case of a witness can be given to `laget assess` as it is, and gets the answer it promises."""
    found: list[Mapping[str, Any]] = answer("diff", "lia", "vik", *ON)["criteria"]
    for row in (row for row in found if row["grounds"]["better_in_second"]):
        said = row["grounds"]["better_in_second"]["second"]
        again = answer("assess", "vik", "-", given=json.dumps(said["case"]))["entitlements"]
        assert [said["outcome"]] == [one["outcome"] for one in again if one["id"] == row["id"]]
