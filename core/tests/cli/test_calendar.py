"""`laget calendar`: the year's duties in every form, and clear words for wrong use."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from ical.calendar_stream import IcsCalendarStream
from jsonschema import Draft202012Validator

from laget.render.layout import WIDTH

Laget = Callable[..., Result]
Answer = Callable[..., Any]

CASE = """\
on: 2026-03-01
facts: {fodselsdato: 2010-08-31}
has: [{id: turvenn, since: 2025-01-01}, {id: hjelpeplan}]
events:
  - {event: soknad_mottatt, on: 2026-01-31, about: turvenn}
  - {event: vedtak, on: 2026-02-10, about: turvenn}
meetings: [{kind: lagmote, on: 2026-04-09}]
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    """Give the path of a case with events, a meeting and a birthday."""
    path = tmp_path / "sak.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def test_a_year_of_a_municipality(laget: Laget) -> None:
    """The text has days by month, what recurs, and what follows from something; it fits a terminal."""
    text = laget("calendar", "lia", "--year", "2026").stdout
    assert "JUNI\n  • 1. juni 2026: Teamet teller turene.\n    Når: hvert år 1. juni.\n" in text
    assert "  • Laget går på tur tre ganger i halvåret.\n    Når: 3 ganger per 6 måneder.\n" in text
    assert "    Når: senest 5 virkedager før Lagmøte.\n" in text
    assert [] == [line for line in text.splitlines() if len(line) > WIDTH]


def test_a_year_of_a_case(laget: Laget, case: str) -> None:
    """A case's year has the days that follow from it, and says what is overdue."""
    text = laget("calendar", "lia", case).stdout
    assert "28. februar 2026 (lørdag): Søkeren får et foreløpig svar innen en måned." in text
    assert "30. mars 2026: Drahjelperen varsler om lagmøtet fem virkedager før." in text
    assert "28. februar 2026: Planen ser framover" not in text
    assert "Planen ser framover" in text


def test_nynorsk(laget: Laget) -> None:
    """What laget itself says is nynorsk when it is asked for."""
    text = laget("calendar", "lia", "--year", "2026", "--lang", "nn").stdout
    assert text.startswith("Lia: fristar og oppgåver i 2026\n")
    assert "Når: kvart år 1. juni." in text


def test_data_is_valid(answer: Answer, case: str) -> None:
    """The data follows its schema, with a case and without."""
    schema = files("laget").joinpath("schemas", "calendar.schema.json")
    validator = Draft202012Validator(json.loads(schema.read_text("utf-8")))
    for arguments in (["lia"], ["lia", case], ["dalen"]):
        data = answer("calendar", *arguments, "--year", "2026")
        assert [] == [error.message for error in validator.iter_errors(data)]


def test_a_file_for_calendar_programs(laget: Laget, case: str, tmp_path: Path) -> None:
    """The file is written where it is asked for, and another library reads it."""
    path = tmp_path / "ut.ics"
    assert "" == laget("calendar", "lia", case, "--format", "ics", "--output", str(path)).stdout
    read = IcsCalendarStream.calendar_from_ics(path.read_text("utf-8"))
    assert date(2026, 3, 30) in {event.dtstart for event in read.events}


def test_the_same_file_gives_the_same_bytes(laget: Laget, case: str) -> None:
    """Asked twice, the calendar of a case is the same; another key makes other entries of it."""
    one, two, other = (
        laget("calendar", "lia", case, "--format", "ics", *more).stdout for more in ([], [], ["--key", "17"])
    )
    assert one == two
    assert one != other
    assert "sak.yaml" not in one


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "0"], "0 is not in the range"),
        (["--year", "soon"], "is not a valid integer"),
        (["-", "--format", "ics"], "name it with --key"),
        (["--year", "2019"], "ask about a later date"),
        (["--output", "/nowhere/at/all.ics"], "cannot be written"),
    ],
)
def test_wrong_use(laget: Laget, arguments: list[str], said: str) -> None:
    """Wrong use ends with 2, and a message that says what is wrong."""
    municipality = "vik" if "2019" in arguments else "lia"
    result = laget("calendar", municipality, *arguments, given="{}")
    assert 2 == result.exit_code
    assert said in result.stderr


def test_a_day_that_has_passed(laget: Laget, case: str) -> None:
    """An assessment leads with what is overdue, and says that nothing shows it is done."""
    text = laget("assess", "lia", case, "--on", "2026-06-05").stdout
    assert "! 1. juni 2025 (søndag)" not in text
    assert "  • 28. februar 2026 (lørdag): Søkeren får" in text
    assert "Saken kan ikke vise om det er gjort." in text


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "kilden sier ikke hvem"), ("nn", "kjelda seier ikkje kven")]
)
def test_a_year_as_a_picture(laget: Laget, case: str, tmp_path: Path, language: str, words: str) -> None:
    """The format `svg` is the year wheel of a municipality, a region or a case, in both languages."""
    for asked in (["lia", "--year", "2026"], ["dalen", "--year", "2026"], ["lia", case]):
        file = tmp_path / "hjul.svg"
        shown = laget("calendar", *asked, "--format", "svg", "--lang", language).stdout
        laget("calendar", *asked, "--format", "svg", "--lang", language, "--output", str(file))
        assert shown == file.read_text(encoding="utf-8")
        assert f'<title id="title">Årshjul for {asked[0].capitalize()} 2026</title>' in shown
        assert words in shown
