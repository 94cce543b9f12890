"""Calendars: the duties of a year, with every day of it and nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from laget.errors import NoLongerValidError, NotYetValidError
from laget.model.answers import DutyState
from laget.municipality import Municipality
from laget.registry import Registry

from ..texts import TextPlugin, country, layer_text

LAW = "kind: sources\nlaws:\n  - {id: loven, name: Loven, short: loven, number: '1'}\n"
EVENTS = "kind: vocabulary\nevents: [{id: vedtak, label: vedtak}, {id: svar, label: svar}]\n"
CITED = 'text: Plikt., law: [{law: loven, section: "§ 1"}]'


def _duties(**duties: str) -> str:
    lines = "".join(f"  - {{id: {name}, {CITED}, {keys}}}\n" for name, keys in duties.items())
    return f"kind: reporting\nduties:\n{lines}"


def _lia(valid: str = "first: 2020-01-01", **duties: str) -> Municipality:
    above = {"riket/law.yaml": LAW, "riket/events.yaml": EVENTS}
    return country({"lia/duties.yaml": _duties(**duties)}, above, lia=valid)["lia"]


def _case(**more: Any) -> dict[str, Any]:
    return {"events": [{"event": "vedtak", "on": date(2025, 3, 31)}], **more}


def test_days_of_a_year() -> None:
    """What falls on a day each year falls once in each year, and has a key of its own in each."""
    asked = _lia(rapport='yearly: "06-01"')
    found = [entry for year in (2026, 2027) for entry in asked.calendar(year).entries]
    assert [date(2026, 6, 1), date(2027, 6, 1)] == [entry.first for entry in found]
    assert ["rapport/2026", "rapport/2027"] == [entry.key for entry in found]


def test_stretches_of_a_year() -> None:
    """What is done every month has twelve stretches, that follow each other through the year."""
    entries = _lia(mote="every: P1M").calendar(2028).entries
    assert 12 == len(entries)
    assert not any(entry.is_day for entry in entries)
    assert (date(2028, 1, 1), date(2028, 12, 31)) == (entries[0].first, entries[-1].last)


def test_nothing_is_lost() -> None:
    """A duty without a day in the year is named as such."""
    asked = _lia(rapport='yearly: "06-01"', svar="after: vedtak, within: P1M", alltid="force: should")
    calendar = asked.calendar(2026)
    assert ("svar", "alltid") == calendar.without_day
    assert {"rapport", "svar", "alltid"} == {duty.key for duty in calendar.duties}


def test_days_of_a_case() -> None:
    """A case's calendar has the days that follow from its events, and what is done and overdue."""
    asked = _lia(svar="after: vedtak, within: P1Y, done_by: [svar]", annet="every: P1M")
    calendar = asked.calendar(2026, _case(), date(2026, 4, 1))
    (entry,) = calendar.entries
    assert (date(2026, 3, 31), True, DutyState.OPEN) == (entry.first, entry.overdue, entry.state)
    assert ("svar", "svar/vedtak/-/1/1") == (entry.duty, entry.key)
    assert ["svar"] == [duty.key for duty in calendar.duties]


def test_a_key_stays_when_the_day_moves() -> None:
    """An event that is corrected by a day keeps the keys of what follows from it."""
    asked = _lia(svar="after: vedtak, every: P1Y")
    moved = {"events": [{"event": "vedtak", "on": date(2025, 4, 1)}]}
    one, other = asked.calendar(2026, _case()), asked.calendar(2026, moved)
    assert [entry.key for entry in one.entries] == [entry.key for entry in other.entries]
    assert [entry.first for entry in one.entries] != [entry.first for entry in other.entries]


def test_rules_that_change_in_the_year() -> None:
    """A rule that begins or ends in the year has its days only while it holds."""
    asked = _lia(gammel='yearly: "06-01", to: 2026-05-31', ny='yearly: "06-01", from: 2026-05-01')
    assert [("ny", date(2026, 6, 1))] == [(found.duty, found.first) for found in asked.calendar(2026).entries]
    assert [("gammel", date(2025, 6, 1))] == [
        (found.duty, found.first) for found in asked.calendar(2025).entries
    ]


def test_a_layer_that_begins_in_the_year() -> None:
    """Before its first day a municipality has no rules: only the rest of the year has days."""
    asked = _lia("first: 2026-03-15", mote="every: P1M", rapport='yearly: "01-10"')
    calendar = asked.calendar(2026)
    assert date(2026, 3, 1) == calendar.entries[0].first
    assert ("rapport",) == calendar.without_day


@pytest.mark.parametrize(("year", "error"), [(2019, NotYetValidError), (2031, NoLongerValidError)])
def test_a_year_without_rules(year: int, error: type[Exception]) -> None:
    """A year in which no rules hold is refused."""
    with pytest.raises(error):
        _lia("first: 2020-02-01, last: 2030-06-30", mote="every: P1M").calendar(year)


def test_no_such_year() -> None:
    """A year that no date can have is refused."""
    with pytest.raises(ValueError, match="is no year"):
        _lia(mote="every: P1M").calendar(0)


def test_no_case_says_nothing_of_what_is_done() -> None:
    """Without a case nothing is done, open or overdue: nobody has told."""
    (entry,) = _lia(rapport='yearly: "06-01", done_by: [svar]').calendar(2020, on=date(2026, 1, 1)).entries
    assert (DutyState.UNKNOWN, None, None) == (entry.state, entry.overdue, entry.done_on)


@pytest.fixture(scope="module")
def region() -> Registry:
    """Give a region of two municipalities, of which one says a regional duty in another way."""
    layers = {
        "riket": {"r/layer.yaml": layer_text("riket", "nation"), "r/law.yaml": LAW, "r/events.yaml": EVENTS},
        "dalen": {
            "d/layer.yaml": layer_text("dalen", "region", "riket"),
            "d/duties.yaml": _duties(felles='yearly: "06-01"', ulik='yearly: "09-01"'),
        },
        "li": {
            "l/layer.yaml": layer_text("li", extends="dalen"),
            "l/duties.yaml": _duties(egen="every: P1Y"),
        },
        "vik": {
            "v/layer.yaml": layer_text("vik", extends="dalen"),
            "v/duties.yaml": 'kind: reporting\nduties: [{amends: ulik, yearly: "10-01"}]\n',
        },
    }
    return Registry.of([TextPlugin(layers)])


def test_a_region_together(region: Registry) -> None:
    """A region's calendar has each duty once, with the municipalities that it holds in."""
    calendar = region["dalen"].calendar(2026)
    assert [
        ("felles", ("li", "vik"), [date(2026, 6, 1)]),
        ("ulik@li", ("li",), [date(2026, 9, 1)]),
        ("egen", ("li",), [date(2026, 1, 1)]),
        ("ulik@vik", ("vik",), [date(2026, 10, 1)]),
    ] == [
        (duty.key, duty.municipalities, [entry.first for entry in calendar.entries if entry.duty == duty.key])
        for duty in calendar.duties
    ]
    assert ["li", "vik"] == [member.id for member in calendar.members]


def test_a_region_has_the_days_of_its_members(region: Registry) -> None:
    """No day of a member is missing in its region's calendar, and none is added."""
    own = {entry.first for name in ("li", "vik") for entry in region[name].calendar(2026).entries}
    assert own == {entry.first for entry in region["dalen"].calendar(2026).entries}


def test_every_day_of_a_case_is_one_that_assessing_gives() -> None:
    """The calendar of a year and an assessment agree on the day of what recurs."""
    asked = _lia(svar="after: vedtak, every: P5M, moves: next_working_day")
    days = [entry.first for year in (2025, 2026) for entry in asked.calendar(year, _case()).entries]
    for day in days:
        dues = [answer.due for answer in asked.assess(_case(), day - timedelta(days=4)).duties]
        assert day in dues
