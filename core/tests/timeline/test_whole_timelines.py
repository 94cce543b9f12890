"""A whole timeline: what holds for every child and day, births to come, and bars."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.errors import InvalidCaseError
from laget.model.answers import Assessment
from laget.model.timelines import BarState, Timeline
from laget.municipality import Municipality
from laget.timeline.changes import change_of
from laget.timeline.lives import Life, Stage

from .growing import BORN, ON, days, rule, timeline, town

DAY = date(2026, 3, 1)
SETTLED: dict[str, Any] = {"bor_i_kommunen": True, "fast_folge": False, "formal_lege": False}
WHOLE = {"trenger_folge": True, "onsker_tur": True, "boform": "hjemme", "tung_omsorg": True, **SETTLED}


def same(one: Assessment, other: Assessment, born: date) -> bool:
    """Tell whether two assessments say the same, as a timeline sees it."""
    first, last = (Stage(found.on, found.on, found, None, None) for found in (one, other))
    return change_of(Life(born, expected=False, stages=(first, last)), first, last) is None


@settings(deadline=None, max_examples=25)
@given(
    born=st.dates(date(2008, 1, 1), date(2026, 3, 1)),
    known=st.booleans(),
    seed=st.integers(0, 10_000),
)
def test_no_answer_changes_between_two_dates(
    born: date,
    known: bool,  # noqa: FBT001 - hypothesis gives it by name
    seed: int,
    lia: Municipality,
) -> None:
    """On two days between neighbouring dates of change, every answer is the same."""
    facts: dict[str, Any] = {"fodselsdato": born, **(WHOLE if known else {})}
    found = lia.timeline({"facts": facts}, DAY)
    edges = [DAY, *days(found), found.last + timedelta(days=1)]
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    for first, following in pairwise(edges):
        inside = first + timedelta(days=chance.randrange((following - first).days))
        answers = [
            lia.assess({"facts": facts}, day) for day in (first, inside, following - timedelta(days=1))
        ]
        assert same(answers[0], answers[1], born)
        assert same(answers[0], answers[2], born)


@settings(deadline=None, max_examples=25)
@given(born=st.dates(date(2008, 1, 1), date(2026, 3, 1)))
def test_every_change_is_a_change(born: date, lia: Municipality) -> None:
    """On each date of change, the answer is another than the day before."""
    facts = {"fodselsdato": born, **WHOLE}
    for change in lia.timeline({"facts": facts}, DAY).changes:
        before = lia.assess({"facts": facts}, change.on - timedelta(days=1))
        assert not same(before, lia.assess({"facts": facts}, change.on), born)


@settings(deadline=None, max_examples=40)
@given(
    low=st.integers(-1, 19),
    high=st.integers(-1, 240),
    strict=st.booleans(),
    born=st.dates(date(2000, 1, 1), date(2024, 12, 31)),
)
def test_any_threshold_is_found(low: int, high: int, strict: bool, born: date) -> None:  # noqa: FBT001
    """Whatever ages a rule names, each day on which its outcome turns is a date, and no other is."""
    place = town(rule(f"ar {'>' if strict else '>='} {low} and maneder < {high}"))
    on = born + timedelta(days=1)
    case = {"facts": {"fodselsdato": born, "behov": True}, "has_complete": True}
    found = place.timeline(case, on)
    outcomes = {}
    for month in range(1, 242):
        year, index = divmod(born.month - 1 + month, 12)
        day = date(born.year + year, index + 1, 28)
        outcomes[day] = place.assess(case, day).entitlements[0].outcome
    turned = sum(one is not other for one, other in pairwise(outcomes.values()))
    inside = [day for day in days(found) if min(outcomes) < day <= max(outcomes)]
    assert turned == len(inside)


def test_an_expected_child_is_counted_from_the_due_date() -> None:
    """For a child that is not born the expected date stands for the birth, and the birth is a date."""
    place = town(rule("ar >= 0"))
    found = place.timeline({"facts": {"ufodt": True, "termin": date(2026, 8, 1), "behov": True}}, DAY)
    assert (True, date(2026, 8, 1), [date(2026, 8, 1)]) == (found.expected, found.born, days(found))


def test_a_birth_to_come_may_be_stated() -> None:
    """A date of birth after the day asked about is an expected one, and the child grows from it."""
    place = town(rule("ar >= 2"))
    found = timeline(place, born=date(2026, 8, 1), on=DAY, ufodt=True)
    assert (True, [date(2028, 8, 1)]) == (found.expected, days(found))


@pytest.mark.parametrize(
    "facts", [{}, {"ar": 9}, {"ufodt": True}, {"termin": date(2026, 8, 1)}, {"fodselsdato": None}]
)
def test_without_a_birth_there_is_no_timeline(facts: dict[str, object]) -> None:
    """A case without a date of birth is refused with what is missing and what to do."""
    with pytest.raises(InvalidCaseError) as caught:
        town(rule("ar >= 0")).timeline({"facts": facts}, DAY)
    (finding,) = caught.value.findings
    assert "no-birth" == finding.code
    assert "fodselsdato" in str(finding)


def test_days_without_rules_are_told() -> None:
    """Before a layer begins and after it has ended there are no answers, and the notes say so."""
    place = town(rule("ar >= 3"), valid="first: 2016-01-01, last: 2030-12-31")
    found = timeline(place, on=date(2017, 1, 1))
    ((absent, *_, gone),) = [[bar.spans[0], bar.spans[-1]] for bar in found.bars]
    assert [date(2018, 2, 20)] == days(found)
    assert (BarState.ABSENT, date(2015, 12, 31)) == (absent.state, absent.last)
    assert (BarState.ABSENT, date(2031, 1, 1)) == (gone.state, gone.first)
    assert "Til og med 2015-12-31" in found.notes[1]
    assert "Fra 2031-01-01" in found.notes[2]


def test_bars_have_no_holes(lia: Municipality) -> None:
    """Each bar covers every day shown, once, and two neighbouring parts differ."""
    found = lia.timeline({"facts": {"fodselsdato": date(2015, 2, 20)}}, DAY)
    for bar in found.bars:
        assert (found.first, found.last) == (bar.spans[0].first, bar.spans[-1].last)
        for one, other in pairwise(bar.spans):
            assert one.last + timedelta(days=1) == other.first
            assert one.state is not other.state


@pytest.mark.parametrize(
    ("when", "more", "facts", "expected"),
    [
        ("ar >= 3", {}, {}, [BarState.NOT_MET, BarState.MET]),
        ("ar >= 3", {}, {"behov": None}, [BarState.NOT_MET, BarState.WAITS]),
        (
            "ar >= 3",
            {"unclear": "{note: Hva da?, when: ar >= 5}"},
            {},
            [BarState.NOT_MET, BarState.MET, BarState.UNCLEAR],
        ),
    ],
)
def test_bars_show_the_provisional_answer(
    when: str, more: dict[str, str], facts: dict[str, Any], expected: list[BarState]
) -> None:
    """A bar is solid where the criteria hold, and tells unclear sources from missing facts."""
    (bar,) = timeline(town(rule(when, **more)), **facts).bars
    assert expected == [span.state for span in bar.spans]


def test_a_main_rule_that_fails_is_an_exception() -> None:
    """Where a main rule fails, the bar says that there is only the exception."""
    text = rule("ar >= 3").replace("when: 'ar >= 3'", "when: 'ar >= 3', force: normally")
    (bar,) = timeline(town(text)).bars
    assert [BarState.EXCEPTION, BarState.MET] == [span.state for span in bar.spans]


def test_the_life_begins_before_birth_and_ends_after_18() -> None:
    """The days shown reach from nine months before birth to the 20th birthday."""
    found = timeline(town(rule("ar >= 0")))
    assert (date(2014, 5, 20), date(2035, 2, 20)) == (found.first, found.last)


def test_a_grown_up_has_a_timeline_too() -> None:
    """For one who is older than the line usually reaches, it goes on two years."""
    found = timeline(town(rule("ar < 23")), on=date(2037, 3, 1))
    assert (date(2039, 3, 1), [date(2038, 2, 20)]) == (found.last, days(found))


TRANSITIONS = """\
kind: reporting
transitions:
  - id: skole
    name: til skole
    text: Barnet begynner på skolen.
    age: 6
    by: calendar_year
    first_month: 8
    last_month: 9
  - {id: trinn, name: opp et trinn, text: Barnet går opp., age: 13, by: calendar_year}
  - {id: voksen, name: til voksen, text: Barnet blir voksen., age: 18, by: birthday}
"""


PLANNED = """\
kind: reporting
duties:
  - {id: planlegge, text: Overgangen planlegges., transitions: [skole, trinn], unclear: {note: Når?}}
"""


def transitions(found: Timeline) -> dict[str, tuple[date, date]]:
    """Give the days between which each transition comes."""
    return {entry.id: (entry.first, entry.last) for entry in found.transitions}


@pytest.mark.parametrize("born", [date(2015, 1, 1), date(2015, 12, 31)])
def test_a_calendar_year_is_the_same_for_the_whole_class(born: date) -> None:
    """A transition by the calendar year has no day, and is the same for January and December."""
    found = transitions(timeline(town(rule("behov"), national=TRANSITIONS), born=born, on=date(2016, 1, 1)))
    assert (date(2021, 8, 1), date(2021, 9, 30)) == found["skole"]
    assert (date(2028, 1, 1), date(2028, 12, 31)) == found["trinn"]
    assert born.replace(year=2033) == found["voksen"][0] == found["voksen"][1]


def test_transitions_that_are_over_are_left_out() -> None:
    """A transition is shown until its last day."""
    place = town(rule("behov"), national=TRANSITIONS)
    assert "skole" in transitions(timeline(place, on=date(2021, 9, 30)))
    assert "skole" not in transitions(timeline(place, on=date(2021, 10, 1)))


def test_duties_say_what_must_be_planned() -> None:
    """A duty that names a transition is told with it, with what the source leaves open."""
    found = timeline(town(rule("behov"), PLANNED, national=TRANSITIONS), on=date(2016, 1, 1))
    planned = {entry.id: [(duty.duty, duty.unclear) for duty in entry.planned] for entry in found.transitions}
    assert {"skole": [("planlegge", "Når?")], "trinn": [("planlegge", "Når?")], "voksen": []} == planned


def test_same_case_same_timeline(lia: Municipality) -> None:
    """The same case, day and rules give the same timeline."""
    case = {"facts": {"fodselsdato": BORN}}
    assert lia.timeline(case, DAY) == lia.timeline(case, DAY)


def test_the_case_itself_is_the_answer_today(lia: Municipality) -> None:
    """The bars on the day asked about agree with the assessment of that day."""
    case = {"facts": {"fodselsdato": BORN, **WHOLE}}
    found, assessed = lia.timeline(case, DAY), lia.assess(case, DAY)
    shown = {bar.id: span.state for bar in found.bars for span in bar.spans if span.first <= DAY <= span.last}
    certain = {answer.id: answer.provisional.outcome for answer in assessed.entitlements}
    told = {name: state.value for name, state in shown.items() if state.value in {*certain.values()}}
    assert told == {name: outcome.value for name, outcome in certain.items() if name in told}
    assert evolve(found.receipt) == assessed.receipt
    assert ON < DAY
