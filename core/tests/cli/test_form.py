"""`laget form`: the forms there are, a blank one, and what is wrong with a filled one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from ..forms.melding import BLANK, FILES, FILLED, lia
from ..texts import country

Laget = Callable[..., Result]

LIST = """\
Skjemaer i Lia
──────────────

melding: Melding
  Sendes til: Kontoret.
  Gjelder: Turen.
  Svarer på: alder og behov.
  • Hvem som skriver står ikke.

notat: Notat
"""

SYNTHETIC = "15901299932"
"""A made number: its month is 80 too high."""


@pytest.fixture
def form(laget: Laget) -> Laget:
    """Give a function that runs `laget form lia` where Lia has forms."""
    return lambda *arguments: laget("form", "lia", *arguments, "--on", "2026-03-01", registry=lia())


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes a filled form, and gives its path."""

    def write(data: object = FILLED, name: str = "svar.json") -> str:
        path = tmp_path / name
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return str(path)

    return write


def test_the_list(form: Laget) -> None:
    """Without an id the forms are listed, with what each is about, who gets it, and what it answers."""
    assert (0, LIST) == (form().exit_code, form().stdout)


def test_the_list_as_data(form: Laget) -> None:
    """The list is given as data too."""
    melding, notat = json.loads(form("--format", "json").stdout)
    expected = {
        "id": "melding",
        "title": "Melding",
        "about": ["turen"],
        "recipient": "kontoret",
        "facts": ["alder", "behov"],
    }
    assert expected == melding
    assert ("notat", [], None, []) == (notat["id"], notat["about"], notat["recipient"], notat["facts"])


def test_no_forms(laget: Laget) -> None:
    """A municipality without forms says so."""
    result = laget("form", "lia", "--on", "2026-03-01", "--lang", "nn", registry=country({}))
    assert (0, True) == (result.exit_code, "Kjelda har ingen skjema." in result.stdout)


def test_today_is_the_day(laget: Laget) -> None:
    """Without a day the forms of today are listed."""
    assert LIST == laget("form", "lia", registry=lia()).stdout


def test_a_blank_form(form: Laget) -> None:
    """With an id a blank form is given as JSON."""
    assert BLANK == json.loads(form("melding").stdout)


def test_a_form_that_fits(form: Laget, filled: Callable[..., str]) -> None:
    """A form without facts that is right is said to be right, and nothing more."""
    result = form("notat", filled())
    assert (0, "Skjemaet «Notat» er riktig fylt ut.\n") == (result.exit_code, result.stdout)


def test_a_form_that_does_not_fit(form: Laget, filled: Callable[..., str]) -> None:
    """What is wrong with each field is told in the language asked for, and the command exits with 1."""
    path = filled({**FILLED, "barn": {"alder": 19}})
    found = [
        (result.exit_code, result.stdout)
        for result in (form("melding", path, "--lang", lang) for lang in ("nb", "nn"))
    ]
    bokmal = (
        "Skjemaet «Melding» har 1 feil:\n"
        "  • Barnet › Alder (/barn/alder): Tallet er for stort; det kan være høyst 18.\n"
    )
    nynorsk = (
        "Skjemaet «Melding» har 1 feil:\n"
        "  • Barnet › Alder (/barn/alder): Talet er for stort; det kan vere høgst 18.\n"
    )
    assert [(1, bokmal), (1, nynorsk)] == found


def test_the_check_as_data(form: Laget, filled: Callable[..., str]) -> None:
    """What is wrong is given as data too."""
    result = form("melding", filled({**FILLED, "hvor": "ute"}), "--format", "json")
    problem = {
        "pointer": "/hvor",
        "title": "Sted",
        "message": "Velg en av disse: hjemme, skole, null.",
    }
    expected = {"form": "melding", "valid": False, "problems": [problem]}
    assert expected == json.loads(result.stdout)


def test_a_form_with_facts_is_assessed(form: Laget, filled: Callable[..., str]) -> None:
    """A form that is right and answers facts gives the assessment that follows, as text and as data."""
    text = form("melding", filled())
    found: dict[str, Any] = json.loads(form("melding", filled(), "--format", "json").stdout)
    assert (0, True) == (
        text.exit_code,
        text.stdout.startswith("Skjemaet «Melding» er riktig fylt ut.\n\nLia"),
    )
    assert [("turen", "met")] == [(answer["id"], answer["outcome"]) for answer in found["entitlements"]]


def test_a_yaml_form_is_assessed(form: Laget, filled: Callable[..., str]) -> None:
    """A filled form may be YAML."""
    path = filled("barn: {alder: 9, behov: false}\ndato: 2026-02-02\n", "svar.yaml")
    found: dict[str, Any] = json.loads(form("melding", path, "--format", "json").stdout)
    assert ["not_met"] == [answer["outcome"] for answer in found["entitlements"]]


def test_an_identity_number_is_refused(form: Laget, filled: Callable[..., str]) -> None:
    """A form with an identity number is refused, and the number stands in no output."""
    result = form("melding", filled({**FILLED, "hvor": SYNTHETIC}))
    told = "national identity number" in result.stderr
    assert (2, True, False) == (result.exit_code, told, SYNTHETIC in result.output + result.stderr)


def test_an_unknown_form(form: Laget) -> None:
    """An id that no form has is met with near ones."""
    result = form("meldng")
    assert (2, "error: Lia has no form «meldng»: did you mean «melding»?\n") == (
        result.exit_code,
        result.stderr,
    )


def test_a_missing_file(form: Laget, tmp_path: Path) -> None:
    """A file that is not there is told of."""
    result = form("melding", str(tmp_path / "svar.json"))
    assert (2, True) == (result.exit_code, "there is no such file" in result.stderr)


def test_malformed_json(form: Laget, filled: Callable[..., str]) -> None:
    """A file that is no JSON is told of with its line."""
    result = form("melding", filled("{\n,"))
    assert (2, True) == (result.exit_code, "svar.json:2" in result.stderr)


def test_a_form_whose_schema_is_missing(laget: Laget, filled: Callable[..., str]) -> None:
    """A form whose schema the plugin does not ship cannot be checked, and that is told."""
    registry = lia(files={name: text for name, text in FILES.items() if "schema" not in name})
    result = laget("form", "lia", "melding", filled(), "--on", "2026-03-01", registry=registry)
    assert (2, True) == (result.exit_code, "names «melding.schema.json», which is not there" in result.stderr)
