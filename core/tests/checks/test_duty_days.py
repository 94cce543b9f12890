"""Duties whose days cannot be worked out are found where they are written, with what to change."""

from __future__ import annotations

import pytest

from laget.findings import Finding

from ..texts import country

LAW = "kind: sources\nlaws:\n  - {id: loven, name: Loven, short: loven, number: '1'}\n"
EVENTS = """\
kind: vocabulary
facts: [{id: fodselsdato, label: fødselsdato, question: Når er barnet født?, type: date}]
events: [{id: vedtak, label: vedtak}]
"""


def _check(keys: str) -> tuple[Finding, ...]:
    lines = "".join(f"    {line}\n" for line in keys.split("; "))
    duty = f"kind: reporting\nduties:\n  - id: plikt\n    text: Plikt.\n{lines}"
    law = '    owner: kontor\n    law: [{law: loven, section: "§ 1"}]\n'
    office = "kind: routing\noffices: [{id: kontor, name: Kontoret}]\n"
    below = {
        "lia/office.yaml": office,
        "lia/law.yaml": LAW,
        "lia/events.yaml": EVENTS,
        "lia/duties.yaml": duty + law,
    }
    return country(below)["lia"].check()


@pytest.mark.parametrize(
    "keys",
    [
        "after: vedtak; within: P1M",
        "after: vedtak",
        "after: vedtak; early: true",
        "after: vedtak; every: P1Y; moves: next_working_day",
        "before: vedtak; working_days: 3; moves: previous_working_day",
        "before_day: fodselsdato + years(16); within: P6M",
        'yearly: "06-01"; moves: next_working_day',
        'yearly: "02-29"',
        "every: P1Y; times: 2",
        "force: should",
    ],
)
def test_good_days(keys: str) -> None:
    """What a source can say of time has no finding."""
    assert () == _check(keys)


@pytest.mark.parametrize(
    ("keys", "line", "message", "hint"),
    [
        ("after: vedtak; within: 1 month", 6, "«1 month» is no period", "P14D"),
        ("after: vedtak; within: P0D", 6, "is no period", "P14D"),
        ("after: vedtak; within: PT5H", 6, "is no period", "P14D"),
        ("every: yearly", 5, "is no period", "P14D"),
        ('yearly: "06-31"', 5, "is no day of the year", "06-01"),
        ('yearly: "1. juni"', 5, "is no day of the year", "06-01"),
        ("after: vedtak; before: vedtak", 6, "counted from several things: after and before", "another duty"),
        ("after: vedtak; within: P1M; working_days: 3", 7, "two lengths", "keep «within»"),
        ("within: P1M", 5, "nothing that it is counted from", "add one of after"),
        ('yearly: "06-01"; within: P1M', 6, "nothing that it is counted from", "remove «within»"),
        ("before: vedtak; every: P1Y", 6, "«before» does not go with that", "remove «every»"),
        ("every: P1Y; times: 0", 6, "0 times in no interval", "use it with «every»"),
        ("after: vedtak; times: 2", 6, "2 times in no interval", "use it with «every»"),
        ("after: vedtak; working_days: 0", 6, "at least 1", "the day after"),
        ("before: vedtak; early: true", 6, "no single event", "remove «early»"),
        ("after: vedtak; every: P1Y; early: true", 7, "no single event", "without «every»"),
        ("every: P1Y; event_about: [tur]", 6, "no event that could be about", "remove «event_about»"),
        ("after: vedtak; moves: next_working_day", 6, "no last day that could move", "remove «moves»"),
    ],
)
def test_bad_days(keys: str, line: int, message: str, hint: str) -> None:
    """Each mistake is found on its line, with a message that says what and a hint that says what to do."""
    found = [finding for finding in _check(keys) if message in finding.message]
    assert [line] == [finding.place.line for finding in found]
    assert hint in (found[0].hint or "")


def test_a_day_must_be_a_date() -> None:
    """The expression of a day gives a date, and nothing else."""
    assert ["expression"] == [finding.code for finding in _check("before_day: fodselsdato > fodselsdato")]


def test_how_often_an_office_meets_is_a_period() -> None:
    """The interval of an office's meetings is read like that of a duty."""
    office = (
        "kind: coordination\noffices:\n  - id: kontoret\n    name: Kontoret\n"
        "    meets: [{id: mote, every: monthly, text: Møte.}]\n"
    )
    findings = country({"lia/office.yaml": office})["lia"].check()
    assert ["duration"] == [finding.code for finding in findings]
