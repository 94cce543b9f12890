"""The dates of a timeline come from the rules' own thresholds, whatever they are."""

from __future__ import annotations

from datetime import date

import pytest

from laget.criteria import parse
from laget.criteria.movement import Pace, pace
from laget.model.answers import Outcome

from .growing import BORN, ON, days, only, rule, timeline, town


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("ar >= 13", [date(2028, 2, 20)]),
        ("ar > 13", [date(2029, 2, 20)]),
        ("13 <= ar", [date(2028, 2, 20)]),
        ("ar == 13", [date(2028, 2, 20), date(2029, 2, 20)]),
        ("ar != 13", [date(2028, 2, 20), date(2029, 2, 20)]),
        ("3 <= ar < 13", [date(2018, 2, 20), date(2028, 2, 20)]),
        ("ar in (4, 5, 9)", [date(2019, 2, 20), date(2021, 2, 20), date(2024, 2, 20), date(2025, 2, 20)]),
        ("not ar < 13", [date(2028, 2, 20)]),
        ("ar + 1 >= 13", [date(2027, 2, 20)]),
        ("13 - ar <= 0", [date(2028, 2, 20)]),
        ("maneder >= 30", [date(2017, 8, 20)]),
        ("maneder > 30", [date(2017, 9, 20)]),
        ("skolear >= 8", [date(2028, 2, 20)]),
        ("on_date() >= 2027-04-01", [date(2027, 4, 1)]),
        ("on_date() > 2027-04-01", [date(2027, 4, 2)]),
        ("fodselsdato + months(18) <= on_date()", [date(2016, 8, 20)]),
        ("fodselsdato < on_date() - years(7)", [date(2022, 2, 21)]),
        ("bursdag and ar == 7", [date(2022, 2, 20), date(2022, 2, 21)]),
        ("slag >= 12", [date(2017, 2, 20), date(2021, 2, 20), date(2027, 2, 20)]),
        ("ar + maneder >= 27", [date(2017, 3, 20)]),
        ("ar >= grense", [date(2026, 2, 20)]),
        ("at_least(2, ar >= 3, ar >= 4, ar >= 5)", [date(2019, 2, 20)]),
        ("behov", []),
    ],
)
def test_a_rule_turns_on_its_own_days(when: str, expected: list[date]) -> None:
    """A rule gives the days on which its own comparisons turn, and no others."""
    assert expected == days(timeline(town(rule(when)), grense=11))


def test_the_change_tells_the_old_and_the_new_answer() -> None:
    """A change says how the answer stood, how it stands, and which criterion turned."""
    (answer,) = only(timeline(town(rule("ar >= 13")))).answers
    assert answer.old is not None
    assert answer.new is not None
    flips = [(flip.criterion, flip.old, flip.new) for flip in answer.flips]
    assert (Outcome.NOT_MET, Outcome.MET) == (answer.old.outcome, answer.new.outcome)
    assert [("alder", False, True)] == flips


def test_a_change_knows_the_age() -> None:
    """A birthday is told as one, an age in months as none."""
    change = only(timeline(town(rule("maneder >= 30"))))
    assert (2, 30, False, False) == (change.years, change.months, change.is_birthday, change.other_rules)
    assert only(timeline(town(rule("ar >= 13")))).is_birthday


def test_an_unclear_birthday_is_two_dates() -> None:
    """What the source leaves open on the tenth birthday is unknown on that day alone."""
    unclear = "{note: Er dagen med?, when: ar == 10 and bursdag}"
    found = timeline(town(rule("ar >= 10", unclear=unclear)))
    assert [date(2025, 2, 20), date(2025, 2, 21)] == days(found)


def test_a_leap_day_is_kept_on_the_last_of_february() -> None:
    """A child born on 29 February turns 13 on 28 February in a common year, and 16 on the 29th."""
    found = timeline(town(rule("13 <= ar < 16")), born=date(2012, 2, 29))
    assert [date(2025, 2, 28), date(2028, 2, 29)] == days(found)


def test_a_rule_that_ends_on_a_date_changes_the_day_after() -> None:
    """The day after the last day of an entry is a change with other rules."""
    text = rule("behov").replace("  - id: tilbud\n", "  - id: tilbud\n    to: 2026-06-30\n")
    change = only(timeline(town(text)))
    assert (date(2026, 7, 1), True, [True]) == (
        change.on,
        change.other_rules,
        [answer.ends for answer in change.answers],
    )


def test_a_rule_that_begins_on_a_date_is_told() -> None:
    """The first day of a new entry is a change on which it begins."""
    text = rule("behov").replace("  - id: tilbud\n", "  - id: tilbud\n    from: 2026-07-01\n")
    change = only(timeline(town(text)))
    assert (date(2026, 7, 1), [True]) == (change.on, [answer.begins for answer in change.answers])


def test_a_thing_that_comes_changes_on_its_day() -> None:
    """What the child is to get on a date changes what asks for it on that date."""
    case = {
        "facts": {"fodselsdato": BORN, "behov": True},
        "has": [{"id": "plass", "since": date(2020, 8, 1)}],
        "has_complete": True,
    }
    found = town(rule("has(plass)")).timeline(case, ON)
    assert [date(2020, 8, 1)] == days(found)


def test_only_days_after_the_one_asked_about_are_changes() -> None:
    """A birthday on the very day asked about has happened; the one a day later has not."""
    place = town(rule("ar >= 13"))
    assert [] == days(timeline(place, on=date(2028, 2, 20)))
    assert [date(2028, 2, 20)] == days(timeline(place, on=date(2028, 2, 19)))


def test_an_age_that_is_stated_beside_the_birth_moves_all_the_same() -> None:
    """What follows from the date of birth is counted anew, also where the case states it."""
    assert [date(2028, 2, 20)] == days(timeline(town(rule("ar >= 13")), ar=0, ufodt=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alder", Pace.STILL),
        ("on_date() - months(2)", Pace.STEADY),
        ("age(fodt, false) + age_months(fodt, false)", Pace.FREE),
        ("on_date() > fodt", Pace.SWITCHING),
        ("age(on_date(), false)", Pace.FREE),
        ("count(tjeneste)", Pace.STEADY),
        ("birthday(fodt)", Pace.SWITCHING),
        ("-age(fodt, false)", Pace.STEADY),
    ],
)
def test_paces(text: str, expected: Pace) -> None:
    """A tree moves as its parts do."""
    assert expected is pace(parse(text), {})
