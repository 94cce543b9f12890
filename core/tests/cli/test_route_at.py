"""`laget route --at`: who answers at an hour."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

from ..hours.lia import lia

Laget = Callable[..., Result]

HOLIDAY = """\
Hjelpen: hvem svarer mandag 17. mai 2027 kl. 12.00 (Lia)
────────────────────────────────────────────────────────
  Vakta svarer til tirsdag 18. mai 2027 kl. 08.00.
  Før: Kontoret fra fredag 14. mai 2027 kl. 08.00 til fredag 14. mai 2027 kl.
    16.00.
  Etter: Kontoret fra tirsdag 18. mai 2027 kl. 08.00 til tirsdag 18. mai 2027
    kl. 16.00.
  • Ellers.
"""


@pytest.fixture
def route(laget: Laget) -> Laget:
    """Give a function that runs `laget route lia` where Lia has hours."""
    return lambda *arguments: laget("route", "lia", *arguments, registry=lia())


def test_who_answers_on_a_holiday(route: Laget) -> None:
    """On 17 May the text says who answers, until when, and who before and after."""
    assert HOLIDAY == route("hjelpen", "--at", "2027-05-17T12:00").stdout


@pytest.mark.parametrize(
    ("service", "at", "said"),
    [
        ("doktor", "2027-05-17T12:00", "Uklart i kilden hvem som svarer. Det kan være Legen."),
        (
            "bading",
            "2026-03-04T17:00",
            "Uklart i kilden hvem som svarer til onsdag 4. mars 2026 kl. 18.00. Det kan",
        ),
        (
            "bading",
            "2026-03-04T21:00",
            "Kilden sier ikke hvem som svarer til torsdag 5. mars 2026 kl. 10.00.",
        ),
        ("bading", "2026-03-05T11:00", "Før: kilden sier ikke hvem fra onsdag 4. mars 2026"),
        ("bading", "2026-03-04T19:00", "Før: uklart, kan være Badet eller Kontoret fra onsdag"),
        ("stille", "2026-03-04T21:00", "Kildene oppgir ingen tider for Stille"),
        ("vakta", "2026-03-04T21:00", "Kontoret er med på vakten for Hjelpen (hjelpen)."),
        ("legen", "2026-03-04T21:00", "Legen svarer."),
    ],
)
def test_what_is_said(service: str, at: str, said: str, route: Laget) -> None:
    """What is settled, unclear, silent or has no hours is said as such; an office may be asked about too."""
    result = route(service, "--at", at)
    assert 0 == result.exit_code
    assert said in " ".join(result.stdout.split())


@pytest.mark.parametrize("service", ["hjelpen", "doktor", "bading", "stille", "legen"])
def test_the_answer_is_valid(service: str, route: Laget) -> None:
    """The answer as JSON is valid by its schema, and has no key that the schema does not know."""
    import json

    schema = json.loads((files("laget") / "schemas" / "rota.schema.json").read_text("utf-8"))
    answer: dict[str, Any] = json.loads(route(service, "--at", "2026-03-04T17:00", "--format", "json").stdout)
    assert [] == list(Draft202012Validator(schema).iter_errors(answer))
    assert [*schema["properties"]] == [*answer]
    assert "2026-03-04T17:00" == answer["at"]


@pytest.mark.parametrize(
    "time",
    ["i dag", "2027-05-17", "12:00", "2027-05-17 12:00", "2027-05-17T12:00Z", "2027-05-17T12:00+02:00",
     "2027-05-17T24:00", "2027-05-17T12", "2027-02-29T12:00", "2027-05-17T12:00:30"],
)  # fmt: skip
def test_bad_times(time: str, route: Laget) -> None:
    """What is not a day and an hour is wrong use, and the message shows how to write one."""
    result = route("hjelpen", "--at", time)
    expected = f"«{time}» is no time; write Norwegian time like 2027-05-17T12:00"
    assert (2, True) == (result.exit_code, expected in result.stderr)


def test_a_year_without_holidays(route: Laget) -> None:
    """A year whose public holidays nobody knows is refused."""
    result = route("hjelpen", "--at", "2080-05-17T12:00")
    assert (2, True) == (result.exit_code, "public holidays are known from 2000 to 2075" in result.stderr)


def test_unknown_service(route: Laget) -> None:
    """An id that is neither a service nor an office is met with near ones."""
    result = route("hjelpn", "--at", "2027-05-17T12:00")
    expected = "error: Lia has no service or office «hjelpn»: did you mean «hjelpen»?\n"
    assert (2, expected) == (result.exit_code, result.stderr)


def test_one_question_at_a_time(route: Laget) -> None:
    """A step and an hour are two questions."""
    result = route("hjelpen", "--at", "2027-05-17T12:00", "--step", "contact")
    assert (2, True) == (result.exit_code, "ask one of them" in result.stderr)


def test_an_office_has_no_way(route: Laget) -> None:
    """An office without an hour is met with what can be asked of it."""
    result = route("vakta")
    assert (2, True) == (result.exit_code, "`--at TIME` says who answers" in result.stderr)


def test_the_rules_of_the_day_asked_about(route: Laget) -> None:
    """The rules are those of the day of the hour; `--on` asks those of another day."""
    assert 2 == route("hjelpen", "--at", "2019-05-17T12:00").exit_code
    assert 0 == route("hjelpen", "--at", "2019-05-17T12:00", "--on", "2026-03-01").exit_code


def test_a_case_says_who_is_served(route: Laget, tmp_path: Path) -> None:
    """A case settles what the source leaves open for some."""
    path = tmp_path / "case.yaml"
    path.write_text("facts: {alder: 7}", encoding="utf-8")
    assert "Uklart" in route("bading", "--at", "2026-03-07T11:00").stdout
    assert "Vakta svarer" in route("bading", "--at", "2026-03-07T11:00", "--case", str(path)).stdout


def test_show_has_seat_and_hours(laget: Laget) -> None:
    """`laget show` gives an office's place and branches, and the hours of a rota in words and as written."""
    office = " ".join(laget("show", "lia", "vakta", registry=lia()).stdout.split())
    rota = " ".join(laget("show", "lia", "hjelpen", registry=lia()).stdout.split())
    for text in ("Sted: Lia torg", "Er også i: lia", "Holder til hos: kontoret"):
        assert text in office
    assert "mandag–fredag 08.00–16.00; helligdager stengt [Mo-Fr 08:00-16:00; PH off]" in rota
