"""`laget move`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

Laget = Callable[..., Result]
THERE = ("--from", "lia", "--to", "vik")
BACK = ("--from", "vik", "--to", "lia")

CASE = """\
on: 2026-03-01
facts:
  {fodselsdato: 2020-02-20, trenger_folge: true, boform: hjemme, fast_folge: false,
   bor_i_kommunen: true, varig_behov: true, medlem_av_turlag: true}
has: [{id: nattevakt}, {id: skole}, {id: turvenn, amount: 9, unit: hours, per: month}]
applies_for: [{id: turvenn, amount: 12, unit: hours, per: month, purposes: [fritid]}]
steps: [{id: soknad, state: done}]
"""


@pytest.fixture
def child(tmp_path: Path) -> str:
    """Give the path of a case of a child of six who has something that only one of the two offers."""
    path = tmp_path / "child.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def headings(text: str) -> list[str]:
    """Give the headings of a text."""
    lines = text.splitlines()
    return [before for before, line in pairwise(lines) if line.startswith("═")]


def test_what_falls_away_and_what_to_do_come_first(laget: Laget, child: str) -> None:
    """The text begins with what falls away, what the child has, and what to do; what is new comes later."""
    result = laget("move", child, *BACK)
    expected = [
        "DETTE FALLER BORT ELLER BLIR SVAKERE",
        "DETTE HAR BARNET",
        "DETTE STÅR BARE I REGLENE FOR VIK I SØR",
        "DETTE MÅ GJØRES I LIA",
    ]
    assert (0, expected) == (result.exit_code, headings(result.stdout)[:4])


def test_reasons_stand_on_both_sides(laget: Laget, child: str) -> None:
    """What is weaker is shown with what decides it on each side, and where that stands."""
    text = laget("move", child, *BACK).stdout
    assert "✓ Oppfylt: Barnet treng følgje. [plakaten 1]" in text
    assert "✗ Ikke oppfylt: Barnet er over 8 år. [heftet 1.1]" in text


def test_what_is_stronger_there_is_weaker_back(laget: Laget, child: str) -> None:
    """The other way, the same row stands under what is new or stronger."""
    text = laget("move", child, *THERE).stdout
    assert text.index("DETTE BLIR NYTT ELLER STERKERE") < text.index("↑ Turvenn → Turven")


def test_silence_is_not_called_a_loss(laget: Laget, child: str) -> None:
    """What the other municipality has not written about is no loss: the text says to ask."""
    text = " ".join(laget("move", child, *THERE).stdout.split())
    assert "Ikke noe barnet trolig kan få i Lia, faller bort" in text
    assert "Det betyr ikke at hjelpen ikke finnes der" in text


def test_what_is_not_offered_says_why(laget: Laget, child: str) -> None:
    """What the child has and the next municipality says it does not offer is told with the reason."""
    assert "Nattevakt: finnes ikke i Lia. Lia tilbyr ikke nattevakt." in laget("move", child, *BACK).stdout


def test_what_is_done_is_not_said_to_count(laget: Laget, child: str) -> None:
    """A step that the case calls done is still shown, and that the rules do not say whether it counts."""
    text = " ".join(laget("move", child, *BACK).stdout.split())
    assert "saken sier at dette er gjort; om det gjelder i Lia også, sier ikke reglene" in text


def test_what_one_side_does_not_ask_is_reported(laget: Laget, child: str) -> None:
    """A fact of the first municipality that the second has no question for is listed."""
    text = laget("move", child, *THERE).stdout
    part = text[text.index("IKKE REGNET MED I SVARET FOR VIK I SØR") :]
    assert "medlemskap i turlag" in part


def test_both_shows_what_each_gives(laget: Laget, child: str) -> None:
    """For a child who lives in both, a last part has the two side by side."""
    texts = [laget("move", child, *THERE, *more).stdout for more in ((), ("--both",), ("--all",))]
    assert [False, True, True] == ["SIDE OM SIDE" in text for text in texts]


def test_all_shows_more(laget: Laget, child: str) -> None:
    """With `--all`, what is counted in the short text is shown."""
    short, whole = (laget("move", child, *THERE, *more).stdout for more in ((), ("--all",)))
    assert "Foreldrestipend" not in short
    assert "Foreldrestipend" in whole


def _texts(laget: Laget, child: str, *more: str) -> Iterator[str]:
    for way in (THERE, BACK):
        yield laget("move", child, *way, *more).stdout


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("more", [(), ("--all",), ("--both",)], ids=str)
def test_text_is_at_most_eighty_columns_wide(
    laget: Laget, child: str, more: tuple[str, ...], language: str
) -> None:
    """No line is wider than a terminal."""
    texts = _texts(laget, child, *more, "--lang", language)
    assert [] == [line for text in texts for line in text.splitlines() if len(line) > 80]


def test_the_language_is_that_of_what_laget_says(laget: Laget, child: str) -> None:
    """With `--lang nn`, what laget says is nynorsk."""
    text = laget("move", child, *THERE, "--lang", "nn").stdout
    assert "Frå Lia til Vik i Sør: kva som endrar seg for barnet" in text


def test_the_date_may_be_another_than_the_case_says(answer: Callable[..., Any], child: str) -> None:
    """Both sides are asked on one day: the case's own, or the one that is given."""
    days = [answer("move", child, *THERE, *more)["on"] for more in ((), ("--on", "2025-01-01"))]
    assert ["2026-03-01", "2025-01-01"] == days


def test_json_is_as_its_schema_says(answer: Callable[..., Any], child: str) -> None:
    """The JSON of a move is valid, both ways."""
    schema = json.loads((files("laget") / "schemas" / "move.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    found = [answer("move", child, *way) for way in (THERE, BACK)]
    assert [] == [error for data in found for error in validator.iter_errors(data)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--from", "lia", "--to", "9901"), "name two different municipalities"),
        (("--from", "lia", "--to", "riket"), "«riket» is no municipality"),
        (("--from", "dalen", "--to", "lia"), "«dalen» is no municipality"),
        (("--from", "lia", "--to", "vikk"), "no municipality is called «vikk»"),
        ((*THERE, "--on", "2022-06-01"), "the rules of «vik» hold from 2023-01-01"),
        ((*THERE, "--on", "2028-01-01"), "the rules of «vik» "),
        (("--from", "lia"), "Missing option '--to'"),
    ],
)
def test_what_is_no_move_is_wrong_use(
    laget: Laget, child: str, arguments: tuple[str, ...], expected: str
) -> None:
    """The same place, what is no municipality, unknown names and days without rules are refused."""
    result = laget("move", child, *arguments)
    assert (2, True) == (result.exit_code, expected in result.stderr)


def test_a_fact_that_fits_neither_is_wrong_use(laget: Laget) -> None:
    """A fact that nobody knows is refused with its place, while a local one is not."""
    given = "{on: 2026-03-01, facts: {alderr: 3, medlem_av_turlag: true}}"
    result = laget("move", "-", *THERE, given=given)
    assert (2, True, False) == (
        result.exit_code,
        "alderr" in result.stderr,
        "medlem_av_turlag" in result.stderr,
    )
