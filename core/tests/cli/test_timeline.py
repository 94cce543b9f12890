"""`laget timeline`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from laget.municipality import Municipality
from laget.pictures.lifeline import lifeline_picture
from laget.plain import to_json

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")


def test_json_is_the_timeline(laget: Laget, case: str, lia: Municipality) -> None:
    """The JSON is that of the timeline itself."""
    shown = laget("timeline", "lia", case, "--format", "json").stdout
    assert f"{to_json(lia.timeline(Path(case)))}\n" == shown


def test_svg_is_the_life_line(laget: Laget, case: str, lia: Municipality) -> None:
    """The picture is the life line."""
    assert (
        lifeline_picture(lia.timeline(Path(case))).svg()
        == laget("timeline", "lia", case, "--format", "svg").stdout
    )


def test_text_leads_with_the_next_change(laget: Laget, case: str) -> None:
    """The first thing after the reservation is the next date."""
    lines = laget("timeline", "lia", case).stdout.splitlines()
    assert "Neste endring: 1. januar 2027, andre regler gjelder." in lines[:6]


def test_text_has_changes_and_transitions_in_order(laget: Laget, case: str) -> None:
    """Dates come in order, transitions among them."""
    lines = laget("timeline", "lia", case).stdout.splitlines()
    headings = [line for line, below in pairwise(lines) if below.startswith("───")]
    assert "20. februar 2033: overgang fra barn til voksen" == headings[-1]
    assert ["1. januar 2027: andre regler gjelder", "20. februar 2031: barnet fyller 16 år"] == headings[:2]


def test_a_small_child_meets_every_date(laget: Laget) -> None:
    """A transition by the calendar year is told with its months and what is open about it."""
    shown = laget("timeline", "lia", "-", *ON, given="facts: {fodselsdato: 2025-11-20}").stdout
    assert "august–september 2032: overgang fra barnehage til skole" in shown
    assert "Dokumentene sier ikke hva som skal planlegges." in shown
    assert "20. november 2033: barnet fyller 8 år" in shown
    assert "21. november 2033: dagen etter 8-årsdagen" in shown


def test_lines_are_never_wide(laget: Laget, case: str) -> None:
    """No line of the text is wider than 80 columns."""
    assert [] == [line for line in laget("timeline", "lia", case).stdout.splitlines() if len(line) > 80]


@pytest.mark.parametrize("form", ["text", "json", "svg"])
def test_output_goes_to_a_file(laget: Laget, case: str, tmp_path: Path, form: str) -> None:
    """With `--output` the same bytes go to a file, and nothing is printed."""
    target = tmp_path / "linje"
    printed = laget("timeline", "lia", case, "--format", form).stdout
    result = laget("timeline", "lia", case, "--format", form, "--output", str(target))
    assert ("", printed) == (result.stdout, target.read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_written_is_told(laget: Laget, case: str, tmp_path: Path) -> None:
    """A folder that is not there is wrong use."""
    result = laget("timeline", "lia", case, "--output", str(tmp_path / "borte" / "linje"))
    assert (2, "the output cannot be written") == (result.exit_code, result.stderr[:28])


def test_a_case_without_a_birth_is_unusable(laget: Laget) -> None:
    """A case without a date of birth says which fact is missing and what to do."""
    result = laget("timeline", "lia", "-", *ON, given="facts: {alder: 9}")
    assert 2 == result.exit_code
    assert "fodselsdato" in result.stderr


def test_a_birth_to_come_is_followed(answer: Callable[..., Any]) -> None:
    """An expected child has a timeline from the date it is expected."""
    given = "facts: {ufodt: true, fodselsdato: 2026-08-01}"
    found = answer("timeline", "lia", "-", *ON, given=given)
    assert (True, "2026-08-01") == (found["expected"], found["born"])
