"""`laget sweep`."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

Laget = Callable[..., Result]

ON = ("--on", "2026-03-01")


def test_steps_are_shown(laget: Laget) -> None:
    """The text has each step with what changes at it, and what never does."""
    said = laget("sweep", "lia", "turvenn", "alder", *ON).stdout
    assert "? -1 til 7 år: ikke avklart" in said
    assert "Barnet er over 8 år. (ikke oppfylt → ukjent) [tilbud.alder]" in said
    assert "✗ Fra 18 år: ikke oppfylt slik saken er beskrevet" in said
    assert "Har ingenting med opplysningen å gjøre" in said


@pytest.mark.parametrize("fact", ["alder", "fodselsdato", "boform", "natt", "timer_per_uke", "hentefrist"])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_line_is_too_wide(laget: Laget, fact: str, language: str) -> None:
    """Every kind of fact fits a terminal of 80 columns, in both languages."""
    result = laget("sweep", "lia", "turvenn", fact, *ON, "--lang", language)
    assert 0 == result.exit_code, result.output
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_days_before_and_after_are_in_the_outer_steps(laget: Laget) -> None:
    """The first step of a date is everything up to it, the last everything from it."""
    said = laget("sweep", "lia", "turvenn", "fodselsdato", *ON).stdout
    assert "✗ Til og med 1. mars 2008:" in said
    assert "? Fra 2. mars 2018:" in said


def test_what_never_matters_and_cannot_be_is_said(laget: Laget) -> None:
    """One step for all values is said to be so, and values that cannot be are told."""
    said = laget("sweep", "lia", "lagleder", "fodselsdato", *ON).stdout
    assert "Svaret blir det samme for alle verdier." in said
    assert "Kan ikke være med det andre som er sagt, og er ikke prøvd: 2. mars 2026." in " ".join(
        said.split()
    )


def test_case_holds_the_rest_still(laget: Laget, case: str) -> None:
    """With a case, the rest of it counts; what the fact is bound to is told to be left out."""
    said = " ".join(laget("sweep", "lia", "turvenn", "alder", case).stdout.split())
    assert "Holdt utenfor, fordi det henger sammen med opplysningen: fødselsdato." in said
    assert "? 9 til 17 år: ikke avklart Trolig: oppfylt (kan gis)" in said


def test_data_fits_its_schema(answer: Callable[..., Any], case: str) -> None:
    """The JSON is as the schema says."""
    schema = json.loads((files("laget") / "schemas" / "sweep.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for fact in ("alder", "fodselsdato", "boform", "timer_per_uke"):
        assert [] == list(validator.iter_errors(answer("sweep", "lia", "turvenn", fact, case)))


@pytest.mark.parametrize(
    ("entitlement", "fact", "said"),
    [
        ("turven", "alder", "Lia has no criteria for «turven»: did you mean «turvenn»?"),
        ("friluftsdag", "alder", "Lia has no criteria for «friluftsdag»"),
        ("turvenn", "aldr", "Lia has no fact «aldr»: did you mean «alder»?"),
        ("turvenn", "eget_tilbud", "«eget_tilbud» cannot be varied: Lia gives it for all cases"),
        ("turvenn", "antall_i_laget", "«antall_i_laget» cannot be varied: it is seen in the group"),
    ],
)
def test_what_cannot_be_swept_is_told(laget: Laget, entitlement: str, fact: str, said: str) -> None:
    """A wrong id or fact exits with 2, and says what is wrong."""
    result = laget("sweep", "lia", entitlement, fact, *ON)
    assert 2 == result.exit_code
    assert said in result.stderr
