"""Duties of a case: the last day, whether it has passed, and what shows that it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.model.answers import DutyAnswer, DutyState
from laget.municipality import Municipality

from ..texts import country

LAW = "kind: sources\nlaws:\n  - {id: loven, name: Loven, short: loven, number: '1'}\n"
WORDS = """\
kind: vocabulary
facts:
  - {id: fodselsdato, label: fødselsdato, question: Når er barnet født?, type: date}
events:
  - {id: soknad, label: mottatt søknad}
  - {id: svar, label: sendt svar}
  - {id: vedtak, label: vedtak}
  - {id: evaluert, label: evaluering}
  - {id: avreise, label: avreise}
  - {id: mote_innkalt, label: innkalling}
"""
SERVICES = """\
kind: services
entitlements:
  - {id: tur, kind: service, name: Tur, description: Tur.}
  - {id: leir, kind: service, name: Leir, description: Leir.}
"""
GROUPS = """\
kind: coordination
roles: [{id: leder, name: Leder}]
offices: [{id: kontoret, name: Kontoret}]
groups: [{id: lag, name: Lag, law: [{law: loven, section: "§ 1"}]}]
meeting_kinds:
  - id: lagmote
    name: Lagmøte
    group: lag
    sources: []
"""


def lia(**duties: str) -> Municipality:
    """Give Lia with some duties, each with its keys in one line."""
    lines = "".join(
        f'  - {{id: {name}, text: Plikt., law: [{{law: loven, section: "§ 1"}}], {keys}}}\n'
        for name, keys in duties.items()
    )
    documents = {
        "lia/law.yaml": LAW,
        "lia/words.yaml": WORDS,
        "lia/services.yaml": SERVICES,
        "lia/groups.yaml": GROUPS,
        "lia/duties.yaml": f"kind: reporting\nduties:\n{lines}",
    }
    return country(documents)["lia"]


def answers(asked: Municipality, case: Mapping[str, Any], on: date) -> tuple[DutyAnswer, ...]:
    """Give the duties of a case on a day."""
    return asked.assess(case, on).duties


def one(asked: Municipality, case: Mapping[str, Any], on: date) -> DutyAnswer:
    """Give the only duty of a case on a day."""
    (answer,) = answers(asked, case, on)
    return answer


def event(name: str, on: date, **more: str) -> dict[str, Any]:
    """Write an event of a case."""
    return {"event": name, "on": on, **more}


@pytest.fixture(scope="module")
def replying() -> Municipality:
    """Give Lia with a reply that is due a month after an application."""
    return lia(svar="after: soknad, within: P1M, done_by: [svar, vedtak], owner: kontoret, recipient: leder")


ASKED = event("soknad", date(2026, 1, 31), about="tur")


@pytest.mark.parametrize(
    ("on", "left", "overdue"),
    [(date(2026, 2, 27), 1, False), (date(2026, 2, 28), 0, False), (date(2026, 3, 1), -1, True)],
)
def test_around_the_last_day(replying: Municipality, on: date, left: int, overdue: bool) -> None:  # noqa: FBT001
    """The last day itself is in time; the day after it is not."""
    found = one(replying, {"events": [ASKED]}, on)
    assert (date(2026, 2, 28), left, overdue) == (found.due, found.days_left, found.overdue)
    assert (DutyState.OPEN, "lørdag", None) == (found.state, found.day_off, found.moved_from)


def test_who_and_when(replying: Municipality) -> None:
    """An answer names who does it, for whom, from which day, and how it is counted."""
    found = one(replying, {"events": [ASKED]}, date(2026, 2, 1))
    assert ("kontoret", "Kontoret", "leder", "Leder") == (
        found.owner,
        found.owner_name,
        found.to,
        found.to_name,
    )
    assert "senest 1 måned etter mottatt søknad" == found.when
    assert (date(2026, 1, 31), "soknad", ("tur",)) == (found.counted_from, found.event, found.about)


@pytest.mark.parametrize(
    ("done", "late"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True)], ids=["in time", "late"]
)
def test_what_was_done(replying: Municipality, done: date, late: bool) -> None:  # noqa: FBT001
    """An event that shows that it is done closes a duty, also when it came late."""
    found = one(replying, {"events": [ASKED, event("svar", done, about="tur")]}, date(2026, 4, 1))
    assert (DutyState.DONE, done, late, False) == (found.state, found.done_on, found.late, found.overdue)


@pytest.mark.parametrize(
    "done",
    [
        event("svar", date(2026, 2, 10), about="leir"),
        event("svar", date(2026, 1, 30), about="tur"),
        event("svar", date(2026, 3, 6), about="tur"),
        event("evaluert", date(2026, 2, 10), about="tur"),
    ],
    ids=["about something else", "before", "yet to come", "another event"],
)
def test_what_closes_nothing(replying: Municipality, done: dict[str, Any]) -> None:
    """What is about something else, or on the wrong side of the days, leaves a duty open."""
    found = one(replying, {"events": [ASKED, done]}, date(2026, 3, 5))
    assert (DutyState.OPEN, True) == (found.state, found.overdue)


def test_an_answer_about_all_closes_each(replying: Municipality) -> None:
    """An event that says nothing of what it is about is about all; one about a part is not about all."""
    everything = [event("soknad", date(2026, 1, 31)), event("svar", date(2026, 2, 1), about="tur")]
    assert DutyState.OPEN is one(replying, {"events": everything}, date(2026, 2, 5)).state
    both = [ASKED, event("soknad", date(2026, 1, 31), about="leir"), event("svar", date(2026, 2, 1))]
    assert [DutyState.DONE] * 2 == [
        found.state for found in answers(replying, {"events": both}, date(2026, 2, 5))
    ]


def test_nothing_in_a_case_shows_it() -> None:
    """Where no event could show that it is done, a duty is unknown and never overdue."""
    asked = lia(beskjed="after: vedtak, within: P14D")
    case = {"events": [event("vedtak", date(2026, 1, 1))]}
    found = one(asked, case, date(2026, 3, 1))
    assert (DutyState.UNKNOWN, None, -45) == (found.state, found.overdue, found.days_left)
    assert False is one(asked, case, date(2026, 1, 15)).overdue


def test_no_deadline_in_the_source() -> None:
    """An event alone gives a duty without a last day."""
    found = one(
        lia(beskjed="after: vedtak"), {"events": [event("vedtak", date(2026, 1, 1))]}, date(2026, 3, 1)
    )
    assert (None, None, None, date(2026, 1, 1)) == (
        found.due,
        found.days_left,
        found.overdue,
        found.counted_from,
    )


@pytest.mark.parametrize(
    ("done", "dues", "states"),
    [
        ([], [date(2026, 1, 10), date(2027, 1, 10)], ["open", "open"]),
        ([date(2026, 1, 10)], [date(2026, 1, 10), date(2027, 1, 10)], ["done", "open"]),
        ([date(2025, 7, 13)], [date(2026, 1, 10), date(2027, 1, 10)], ["done", "open"]),
        ([date(2025, 7, 1)], [date(2026, 1, 10), date(2027, 1, 10)], ["open", "open"]),
        ([date(2026, 4, 1)], [date(2026, 1, 10), date(2027, 1, 10)], ["done", "open"]),
    ],
    ids=["never", "on the day", "early", "nearer to the year before", "late"],
)
def test_every_year_from_an_event(done: list[date], dues: list[date], states: list[str]) -> None:
    """Of what recurs the last time and the next one are given, each with what was done nearest to it."""
    asked = lia(evaluering="after: vedtak, every: P1Y, done_by: [evaluert]")
    events = [event("vedtak", date(2023, 1, 10)), *(event("evaluert", day) for day in done)]
    found = answers(asked, {"events": events}, date(2026, 5, 1))
    assert (dues, states) == ([answer.due for answer in found], [answer.state for answer in found])


def test_the_first_year_counts_from_the_event() -> None:
    """What is done early in the first year counts for it: there is no time before."""
    asked = lia(evaluering="after: vedtak, every: P1Y, done_by: [evaluert]")
    events = [event("vedtak", date(2026, 1, 10)), event("evaluert", date(2026, 2, 1))]
    found = one(asked, {"events": events}, date(2026, 5, 1))
    assert (date(2027, 1, 10), DutyState.DONE) == (found.due, found.state)


def test_moving_only_by_a_rule() -> None:
    """A last day on 17 May moves where the source says so, and tells from which day."""
    asked = lia(
        stays="after: vedtak, within: P1M",
        moves="after: vedtak, within: P1M, moves: next_working_day",
    )
    stays, moves = sorted(
        answers(asked, {"events": [event("vedtak", date(2027, 4, 17))]}, date(2027, 5, 1)),
        key=lambda found: found.due or date.max,
    )
    assert (date(2027, 5, 17), "Andre pinsedag og Grunnlovsdag", None) == (
        stays.due,
        stays.day_off,
        stays.moved_from,
    )
    assert (date(2027, 5, 18), None, date(2027, 5, 17)) == (moves.due, moves.day_off, moves.moved_from)


def test_working_days_over_easter() -> None:
    """A length in working days skips Easter."""
    asked = lia(melding="after: vedtak, working_days: 2")
    found = one(asked, {"events": [event("vedtak", date(2026, 4, 1))]}, date(2026, 4, 1))
    assert date(2026, 4, 8) == found.due


YEARLY = 'yearly: "06-01", about: [tur], done_by: [svar]'


@pytest.mark.parametrize(
    ("has", "dues"),
    [
        ([], []),
        ([{"id": "leir"}], []),
        ([{"id": "tur"}], [date(2026, 6, 1)]),
        ([{"id": "tur", "since": date(2025, 6, 2)}], [date(2026, 6, 1)]),
        ([{"id": "tur", "since": date(2025, 6, 1)}], [date(2025, 6, 1), date(2026, 6, 1)]),
    ],
    ids=["nothing", "something else", "since unknown", "since the day after", "since that day"],
)
def test_yearly_for_what_the_child_has(has: list[dict[str, Any]], dues: list[date]) -> None:
    """A yearly day concerns a child that has what it is about; last year's only one that had it then."""
    found = answers(lia(rapport=YEARLY), {"has": has}, date(2026, 3, 1))
    assert dues == [answer.due for answer in found]


def test_a_yearly_day_far_into_december() -> None:
    """The next day is found however far away it is."""
    asked = lia(rapport='yearly: "12-03", about: [tur]')
    assert date(2027, 12, 3) == one(asked, {"has": [{"id": "tur"}]}, date(2026, 12, 4)).due


def test_a_group_around_the_child_is_something_it_has() -> None:
    """Who lists the group of a child need not list it once more."""
    asked = lia(rapport='yearly: "06-01", about: [tur]')
    assert () == answers(asked, {"group": {"kind": "lag"}}, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("done", "state"),
    [([], "open"), ([date(2026, 1, 5)], "open"), ([date(2026, 1, 5), date(2026, 2, 1)], "done")],
)
def test_twice_a_year(done: list[date], state: str) -> None:
    """What is to be done twice in a stretch is done when it is done twice."""
    asked = lia(samling="every: P1Y, times: 2, about: [tur], done_by: [evaluert]")
    case = {"has": [{"id": "tur"}], "events": [event("evaluert", day) for day in done]}
    found = one(asked, case, date(2026, 3, 1))
    assert ((date(2026, 1, 1), date(2026, 12, 31)), None, state) == (found.window, found.due, found.state)


def test_meetings() -> None:
    """A notice is due before each meeting to come; the notice that the meeting tells of closes it."""
    asked = lia(innkalling="before_meeting: lagmote, within: P14D, done_by: [mote_innkalt]")
    meetings = [
        {"kind": "lagmote", "on": date(2026, 2, 1)},
        {"kind": "lagmote", "on": date(2026, 5, 4), "invited": date(2026, 4, 21)},
        {"kind": "lagmote", "on": date(2026, 9, 1)},
    ]
    found = answers(asked, {"meetings": meetings}, date(2026, 5, 1))
    assert [date(2026, 4, 20), date(2026, 8, 18)] == [answer.due for answer in found]
    assert [(DutyState.DONE, True), (DutyState.OPEN, None)] == [
        (answer.state, answer.late) for answer in found
    ]


def test_after_a_meeting() -> None:
    """A period can run from each meeting."""
    asked = lia(referat="after_meeting: lagmote, within: P1W")
    case = {"meetings": [{"kind": "lagmote", "on": date(2026, 2, 1)}]}
    assert date(2026, 2, 8) == one(asked, case, date(2026, 3, 1)).due


def test_before_a_departure() -> None:
    """What must be done before an event is given until the event, and earlier ones do not close it."""
    asked = lia(soknad="before: avreise, within: P2M, done_by: [soknad], about: [leir]")
    departures = [event("avreise", date(2025, 7, 31)), event("avreise", date(2026, 7, 31))]
    earlier = event("soknad", date(2025, 5, 1), about="leir")
    found = one(asked, {"events": [*departures, earlier]}, date(2026, 6, 1))
    assert (date(2026, 5, 31), True, "søndag") == (found.due, found.overdue, found.day_off)
    assert () == answers(asked, {"events": [*departures, earlier]}, date(2026, 8, 1))


def test_events_about_what_the_child_does_not_have() -> None:
    """A decision about all that a child has brings no duty about what it does not have."""
    asked = lia(evaluering="after: vedtak, within: P1Y, about: [tur]")
    decided = event("vedtak", date(2026, 1, 1))
    assert () == answers(asked, {"has": [{"id": "leir"}], "events": [decided]}, date(2026, 3, 1))
    assert 1 == len(answers(asked, {"applies_for": [{"id": "tur"}], "events": [decided]}, date(2026, 3, 1)))
    other = event("vedtak", date(2026, 1, 1), about="leir")
    assert () == answers(asked, {"events": [other]}, date(2026, 3, 1))


def test_ages() -> None:
    """A day can follow from the birthday; without it the missing fact is named, and nothing is guessed."""
    asked = lia(plan="before_day: fodselsdato + years(16), within: P6M")
    born = {"facts": {"fodselsdato": date(2010, 8, 31)}}
    found = one(asked, born, date(2026, 1, 1))
    assert (date(2026, 2, 28), date(2026, 8, 31)) == (found.due, found.counted_from)
    unknown = one(asked, {}, date(2026, 1, 1))
    assert (None, ("fodselsdato",)) == (unknown.due, unknown.missing)
    assert () == answers(asked, born, date(2026, 9, 1))


def test_an_age_concerns_what_the_child_has_or_applies_for() -> None:
    """What must be done about a service before a birthday is not a duty about every child."""
    asked = lia(plan="before_day: fodselsdato + years(16), within: P6M, about: [tur]")
    born = {"facts": {"fodselsdato": date(2010, 8, 31)}}
    own: tuple[dict[str, Any], ...]
    own = ({}, {"has": [{"id": "leir"}]}, {"has": [{"id": "tur"}]}, {"applies_for": [{"id": "tur"}]})
    assert [0, 0, 1, 1] == [len(answers(asked, {**born, **more}, date(2026, 1, 1))) for more in own]
    assert () == answers(asked, {}, date(2026, 1, 1))


def test_a_birthday_long_ago() -> None:
    """What nothing can show to be done is left out once its last day after a birthday has passed."""
    born = {"facts": {"fodselsdato": date(2010, 8, 31)}}
    keys = "after_day: fodselsdato + years(11), within: P1M"
    assert () == answers(lia(plan=keys), born, date(2026, 1, 1))
    assert True is one(lia(plan=f"{keys}, done_by: [svar]"), born, date(2026, 1, 1)).overdue
    assert date(2021, 9, 30) == one(lia(plan=keys), born, date(2021, 9, 30)).due


def test_what_the_child_will_have() -> None:
    """What the child has from a later day on brings no yearly duty yet."""
    asked = lia(rapport='yearly: "06-01", about: [tur]')
    case = {"has": [{"id": "tur", "since": date(2026, 4, 1)}]}
    assert [0, 1] == [len(answers(asked, case, on)) for on in (date(2026, 3, 31), date(2026, 4, 1))]


def test_order() -> None:
    """The first last day stands first; what has none comes last."""
    asked = lia(a="after: vedtak", b="after: vedtak, within: P2M", c="after: vedtak, within: P1M")
    found = answers(asked, {"events": [event("vedtak", date(2026, 1, 1))]}, date(2026, 1, 1))
    assert ["c", "b", "a"] == [answer.id for answer in found]


LENGTHS = ["within: P1M", "within: P14D", "working_days: 5", "within: P1Y, moves: next_working_day"]


@given(
    st.dates(date(2021, 1, 1), date(2035, 12, 31)),
    st.sampled_from(
        ["within: P1M", "within: P14D", "working_days: 5", "within: P1Y, moves: next_working_day"]
    ),
    st.sampled_from(["after", "before"]),
)
def test_a_later_event_never_has_an_earlier_last_day(day: date, length: str, side: str) -> None:
    """Shifting an event by a day never moves a deadline backwards."""
    asked = lia(plikt=f"{side}: vedtak, {length}")
    days = [
        one(asked, {"events": [event("vedtak", start)]}, date(2021, 1, 1)).due
        for start in (day, day + timedelta(days=1))
    ]
    assert days[0] is not None
    assert days[1] is not None
    assert days[0] <= days[1]
