"""Duties and their events: what an event is about, what was done before it, and what ends what recurs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from laget.model.answers import DutyAnswer, DutyState
from laget.municipality import Municipality

from ..texts import country

LAW = "kind: sources\nlaws:\n  - {id: loven, name: Loven, short: loven, number: '1'}\n"
WORDS = """\
kind: vocabulary
events:
  - {id: ny_leder, label: bytte av leder}
  - {id: meldt, label: melding om ny leder}
  - {id: vedtak, label: vedtak}
  - {id: evaluert, label: evaluering}
  - {id: tjeneste_avsluttet, label: avslutning}
"""
SERVICES = """\
kind: services
entitlements:
  - {id: leder, kind: role, name: Leder, description: Leder.}
  - {id: tur, kind: service, name: Tur, description: Tur.}
  - {id: leir, kind: service, name: Leir, description: Leir.}
"""
GROUPS = """\
kind: coordination
offices: [{id: kontoret, name: Kontoret}]
groups: [{id: lag, name: Laget om turen, law: [{law: loven, section: "§ 1"}]}]
"""
DUTIES = {
    "melde": "after: ny_leder, done_by: [meldt], early: true, about: [tur], event_about: [leder]",
    "evaluere": "after: vedtak, every: P1Y, done_by: [evaluert], about: [tur]",
    "motes": "every: P1Y, owner: lag, recipient: kontoret, about: [tur]",
}
HAS = [{"id": "tur"}]


def lia(name: str) -> Municipality:
    """Give Lia with one of the duties."""
    written = f'  - {{id: {name}, text: Plikt., law: [{{law: loven, section: "§ 1"}}], {DUTIES[name]}}}\n'
    documents = {
        "lia/law.yaml": LAW,
        "lia/words.yaml": WORDS,
        "lia/services.yaml": SERVICES,
        "lia/groups.yaml": GROUPS,
        "lia/duties.yaml": f"kind: reporting\nduties:\n{written}",
    }
    return country(documents)["lia"]


def answers(name: str, case: Mapping[str, Any], on: date = date(2026, 3, 1)) -> tuple[DutyAnswer, ...]:
    """Give the answers of one duty about a case."""
    return lia(name).assess(case, on).duties


def event(name: str, on: date, about: str | None) -> dict[str, Any]:
    """Write an event of a case."""
    return {"event": name, "on": on, "about": about}


def test_a_group_has_a_duty() -> None:
    """A duty may be a whole group's; the answer names it."""
    (found,) = answers("motes", {"has": HAS})
    assert ("lag", "Laget om turen", "Kontoret") == (found.owner, found.owner_name, found.to_name)


@pytest.mark.parametrize("about", ["leder", "tur", None])
def test_an_event_about_something_else(about: str | None) -> None:
    """An event about what the duty names, about the duty's own, or about nothing, brings the duty."""
    (found,) = answers("melde", {"has": HAS, "events": [event("ny_leder", date(2026, 2, 1), about)]})
    assert (("tur",), DutyState.OPEN) == (found.about, found.state)


def test_an_event_about_something_unnamed() -> None:
    """An event about what neither the duty nor its event is about brings nothing."""
    assert () == answers("melde", {"has": HAS, "events": [event("ny_leder", date(2026, 2, 1), "leir")]})


def test_an_event_when_the_duty_is_about_nothing_that_the_child_has() -> None:
    """A complete list without what the duty is about rules the duty out."""
    case = {"has_complete": True, "events": [event("ny_leder", date(2026, 2, 1), "leder")]}
    assert () == answers("melde", case)


@pytest.mark.parametrize("about", ["tur", None])
@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 2)])
def test_done_before_on_and_after_the_event(day: date, about: str | None) -> None:
    """What counts early is done the day before, the same day and the day after."""
    events = [event("ny_leder", date(2026, 2, 1), "leder"), event("meldt", day, about)]
    (found,) = answers("melde", {"has": HAS, "events": events})
    assert (DutyState.DONE, day) == (found.state, found.done_on)


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2025, 6, 16), {date(2025, 1, 1): DutyState.DONE, date(2025, 12, 1): DutyState.OPEN}),
        (date(2025, 6, 18), {date(2025, 1, 1): DutyState.DONE, date(2025, 12, 1): DutyState.DONE}),
    ],
    ids=["nearer to the first", "nearer to the second"],
)
def test_what_is_done_between_two_events(day: date, states: dict[date, DutyState]) -> None:
    """What is done between two events counts early for the second only when it is nearer to that."""
    events = [
        event("ny_leder", date(2025, 1, 1), "leder"),
        event("ny_leder", date(2025, 12, 1), "leder"),
        event("meldt", day, "tur"),
    ]
    found = answers("melde", {"has": HAS, "events": events})
    assert states == {answer.counted_from: answer.state for answer in found}


def due(*events: dict[str, Any], on: date = date(2026, 3, 1)) -> list[date | None]:
    """Give the last days of what is done each year after a decision."""
    return [found.due for found in answers("evaluere", {"events": list(events)}, on)]


VEDTAK = event("vedtak", date(2024, 2, 29), "tur")


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (None, [date(2026, 2, 28), date(2027, 2, 28)]),
        (event("tjeneste_avsluttet", date(2026, 2, 28), "tur"), [date(2026, 2, 28)]),
        (event("tjeneste_avsluttet", date(2026, 2, 27), "tur"), [date(2025, 2, 28)]),
        (event("tjeneste_avsluttet", date(2026, 2, 27), "leir"), [date(2026, 2, 28), date(2027, 2, 28)]),
        (event("vedtak", date(2025, 9, 1), "tur"), [date(2025, 2, 28), date(2026, 9, 1)]),
    ],
    ids=["goes on", "ends on the day", "ends the day before", "another ends", "a new decision"],
)
def test_what_ends_what_recurs(ended: dict[str, Any] | None, expected: list[date]) -> None:
    """What recurs from an event ends with the service, and when a new event about the same takes over."""
    assert expected == due(VEDTAK, *([ended] if ended else []))
