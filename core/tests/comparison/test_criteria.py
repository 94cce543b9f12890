"""Criteria that differ: each difference comes with a case that shows it, or with how much was tried."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.comparison import Side, compare
from laget.comparison.values import births, numbers
from laget.model.answers import Outcome
from laget.model.entitlements import Strength
from laget.model.facts import Fact, FactKind
from laget.municipality import Municipality

from ..assessment.rules import criterion, exclusion, ground, service, town
from .towns import DAY, answered_again, compared, separated, side, town_of, witness_of

CONDITIONS = (
    "a",
    "b",
    "not c",
    "antall >= 24",
    "antall > 25",
    "alder >= 10",
    "alder < 18",
    "sted in ('hjemme', 'ute')",
    "a or antall < 3",
    "at_least(2, a, b, d)",
)
FORCES = ("must", "normally")
criteria = st.tuples(st.sampled_from(CONDITIONS), st.sampled_from(FORCES), st.booleans())
grounds = st.lists(
    st.lists(criteria, min_size=1, max_size=3, unique_by=lambda found: found[0]), min_size=1, max_size=2
)


def town_like(drawn: list[list[tuple[str, str, bool]]]) -> Municipality:
    """Make a town whose entitlement has some grounds."""
    made = [
        ground(
            criterion("skjonn"),
            *(criterion(when, force=force, exclusion=away) for when, force, away in rows),
            id=f"grunn_{number}",
            strength=("right", "may")[number],
        )
        for number, rows in enumerate(drawn)
    ]
    return town(entitlements=[service(*made)])


@settings(max_examples=20)
@given(grounds, grounds)
def test_a_witness_is_answered_differently_by_both_sides(
    one: list[list[tuple[str, str, bool]]], other: list[list[tuple[str, str, bool]]]
) -> None:
    """Each side, asked again, gives the answer that the witness says, and the two answers differ."""
    first, second = town_like(one), town_like(other)
    for found in compared(first, second).criteria:
        for witness in filter(None, (found.grounds.better_in_first, found.grounds.better_in_second)):
            sides = witness.first, witness.second
            again = [answered_again(*pair, "hjelp") for pair in zip((first, second), sides, strict=True)]
            assert [(said.outcome, said.strength) for said in sides] == again
            assert again[0] != again[1]


@settings(max_examples=20)
@given(grounds, grounds, st.data())
def test_a_search_that_left_nothing_out_has_found_what_there_is(
    one: list[list[tuple[str, str, bool]]], other: list[list[tuple[str, str, bool]]], data: st.DataObject
) -> None:
    """When everything was tried and nothing found, no case at all is answered differently."""
    first, second = town_like(one), town_like(other)
    if compared(first, second).criteria:
        second = town_like([[*rows, ("a or not a", "must", False)] for rows in one])
    assert not compared(first, second).criteria
    facts: dict[str, object] = {name: data.draw(st.booleans()) for name in "abcd"}
    facts["skjonn"] = data.draw(st.booleans())
    facts |= {
        "antall": data.draw(st.integers(0, 40)),
        "sted": data.draw(st.sampled_from(["hjemme", "borte"])),
    }
    facts["fodt"] = data.draw(st.dates(date(2000, 1, 1), DAY)).isoformat()
    answers = [place.assess({"on": str(DAY), "facts": facts}).entitlements[0] for place in (first, second)]
    assert answers[0].outcome is answers[1].outcome


def test_a_border_between_two_ages_is_found() -> None:
    """From ten years, or from eleven: a child of ten shows it."""
    found = separated(town_of("a", "alder >= 10"), town_of("a", "alder >= 11"))
    witness = witness_of(found.better_in_first)
    assert (10, Outcome.MET, Outcome.NOT_MET) == (
        witness.first.follows["alder"],
        witness.first.outcome,
        witness.second.outcome,
    )
    assert (None, True) == (found.better_in_second, found.search.exhaustive)


def test_a_border_between_two_numbers_is_found() -> None:
    """From 25 hours, or from 24: a need of 24 hours shows it."""
    witness = witness_of(separated(town_of("antall >= 25"), town_of("antall >= 24")).better_in_second)
    assert {"antall": 24} == dict(witness.second.case.facts)


def test_a_border_that_belongs_to_another_side_is_found() -> None:
    """«Over 24» and «from 24» differ at 24 alone."""
    witness = witness_of(separated(town_of("antall >= 24"), town_of("antall > 24")).better_in_first)
    assert {"antall": 24} == dict(witness.first.case.facts)


def test_a_birthday_is_found() -> None:
    """A rule that turns on the birthday itself is shown by a child that has it on that day."""
    facts = [
        {"id": "dagen", "label": "dagen", "question": "?", "type": "boolean", "derived": "birthday(fodt)"}
    ]
    first = town(
        facts=facts, entitlements=[service(ground(criterion("a"), criterion("alder >= 10 and not dagen")))]
    )
    second = town(facts=facts, entitlements=[service(ground(criterion("a"), criterion("alder >= 10")))])
    witness = witness_of(separated(first, second).better_in_second)
    born = witness.first.case.facts["fodt"]
    assert isinstance(born, date)
    assert (DAY.month, DAY.day) == (born.month, born.day)


def test_choices_are_tried() -> None:
    """A choice that only one side accepts is found."""
    found = separated(town_of("sted == 'hjemme'"), town_of("sted in ('hjemme', 'ute')"))
    assert {"sted": "ute"} == dict(witness_of(found.better_in_second).second.case.facts)


def test_what_a_child_has_is_tried() -> None:
    """A rule about what the child already has is shown by a list of what it has."""
    first = town(entitlements=[service(ground(criterion("a"), exclusion("has(plass)")))])
    witness = witness_of(separated(first, town_of("a")).better_in_second)
    assert ["plass"] == [thing.id for thing in witness.first.case.has]


def test_an_unborn_child_is_tried() -> None:
    """A rule for the unborn is shown by a child that is expected."""
    witness = witness_of(separated(town_of("a", "alder < 3"), town_of("a", "0 <= alder < 3")).better_in_first)
    assert {"a": True, "ventet": True} == dict(witness.first.case.facts)


def test_a_witness_says_nothing_that_is_not_needed() -> None:
    """What neither answer needs is left out of the witness."""
    found = separated(town_of("a", "b", "c"), town_of("a", "b", "c", "d"))
    witness = witness_of(found.better_in_first)
    assert {"a": True, "b": True, "c": True, "d": False} == dict(witness.first.case.facts)
    lesser = separated(town_of("a"), town_of("b"))
    assert {"a", "b"} == set(witness_of(lesser.better_in_first).first.case.facts)


def test_a_case_that_cannot_be_is_no_witness() -> None:
    """Where only impossible cases are answered differently, there is no difference."""
    rule = {
        "id": "begge",
        "when": "a and b",
        "fact": "a",
        "message": "Begge kan ikke være sanne.",
        "hint": "Rett den ene.",
    }
    first = town(contradictions=[rule], entitlements=[service(ground(criterion("a and b")))])
    second = town(contradictions=[rule], entitlements=[service(ground(criterion("a and b and c")))])
    assert () == compared(first, second).criteria


def test_each_side_gets_only_facts_that_it_knows() -> None:
    """A fact that one side does not know is left out of the case for that side."""
    own = {"id": "eget", "label": "eget", "question": "Eget?", "type": "boolean"}
    first = town(facts=[own], entitlements=[service(ground(criterion("a"), criterion("eget")))])
    witness = witness_of(separated(first, town_of("a")).better_in_second)
    assert ({"a", "eget"}, {"a"}) == (set(witness.first.case.facts), set(witness.second.case.facts))


def test_a_fact_that_a_side_gives_itself_is_left_out() -> None:
    """What a municipality says of itself stands in no case for it."""
    given_there = town(
        given=[{"id": "b", "value": False, "sources": [{"document": "d", "section": "1"}]}],
        documents=[{"id": "d", "title": "D", "publisher": "D", "sections": {"1": "En"}}],
        entitlements=[service(ground(criterion("a"), criterion("b")))],
    )
    witness = witness_of(separated(given_there, town_of("a", "b")).better_in_second)
    assert ({"a"}, {"a", "b"}) == (set(witness.first.case.facts), set(witness.second.case.facts))


def test_another_strength_is_a_difference() -> None:
    """The same criteria with another strength are shown by a case that both meet."""
    first, second = (
        town(entitlements=[service(ground(criterion("a"), strength=strength))])
        for strength in ("may", "right")
    )
    witness = witness_of(separated(first, second).better_in_second)
    assert (Strength.MAY, Strength.RIGHT) == (witness.first.strength, witness.second.strength)


def test_strength_of_what_is_not_met_does_not_count() -> None:
    """Two sides that both say «not met» agree, however strong the claim would have been."""
    found = separated(
        town(entitlements=[service(ground(criterion("a"), strength="may"))]),
        town(entitlements=[service(ground(criterion("a"), criterion("b"), strength="right"))]),
    )
    for witness in filter(None, (found.better_in_first, found.better_in_second)):
        assert {witness.first.outcome, witness.second.outcome} != {Outcome.NOT_MET}


def test_what_keeps_a_side_from_meeting_is_told() -> None:
    """The side that answers worse says which criterion is why."""
    found = separated(town_of("a", "b"), town_of("a"))
    assert ("b",) == witness_of(found.better_in_second).first.because


def test_the_bound_is_respected_and_told() -> None:
    """No more cases are tried than the bound allows, and the answer says that something was left out."""
    first, second = town_of("a", "b", "c"), town_of("a", "b", "c", "antall > 3 or antall <= 3")
    search = separated(first, second, bound=3).search
    assert (3, 3, False) == (search.tried, search.bound, search.exhaustive)


def test_nothing_found_within_the_bound_is_not_equal() -> None:
    """When the bound ends the search before anything is found, it is unknown whether the sides are alike."""
    assert None is compared(town_of("a", "b"), town_of("b", "a", "a or b"), bound=1).same


def test_everything_tried_and_nothing_found_is_equal() -> None:
    """Rules that are written in another way and always come to the same are no difference."""
    assert True is compared(town_of("a", "b"), town_of("b", "a", "a or b")).same


def test_borders_that_no_list_of_values_covers_are_told() -> None:
    """A sum of two facts has no fixed border: nothing found is not said to be everything."""
    numbered = {"id": "timer", "label": "timer", "question": "Timer?", "type": "number", "minimum": 0}
    places = [
        town(facts=[numbered], entitlements=[service(ground(criterion(f"antall + timer >= {bound}")))])
        for bound in (7, 8)
    ]
    assert not separated(*places).search.exhaustive


def test_two_dates_ask_about_a_child_of_the_same_age() -> None:
    """On two dates the child of a witness is as old: growing older is no difference between rules."""
    place, later = town_of("a", "alder >= 10"), town_of("a", "alder >= 11")
    other_day = DAY + timedelta(days=400)
    found = compare(side(place), Side(handbook=later.handbook(other_day))).criteria[0].grounds
    witness = witness_of(found.better_in_first)
    assert (DAY, other_day) == (witness.first.case.on, witness.second.case.on)
    assert witness.first.follows["alder"] == witness.second.follows["alder"]
    assert True is compare(side(place), side(place, other_day)).same


@given(st.sets(st.integers(0, 300), max_size=5))
def test_births_cover_every_stretch(borders: set[int]) -> None:
    """Between any two neighbouring ages, in months, there is a birth that is tried."""
    tried = [born.months for born in births(borders, birthdays=False)]
    points = sorted({0, *borders})
    stretches = zip(points, [*points[1:], 10**6], strict=True)
    assert all(any(low <= months < high for months in tried) for low, high in stretches)


@pytest.mark.parametrize("kind", [FactKind.INTEGER, FactKind.NUMBER])
@given(st.sets(st.integers(0, 50), min_size=1, max_size=5))
def test_numbers_hold_every_border_and_its_neighbours(kind: FactKind, borders: set[int]) -> None:
    """Every border is tried, and something on either side of it where the fact can have it."""
    fact = Fact(id="n", label="n", question="?", type=kind, minimum=0)
    tried = numbers(fact, borders)
    assert borders <= set(tried)
    assert min(borders) == 0 or min(tried) < min(borders)
    assert max(tried) > max(borders)


def test_an_age_that_is_written_out_is_tried() -> None:
    """An age that a rule computes itself has its borders found like one that is a fact."""
    found = separated(town_of("a", "age(fodt, ventet) >= 10"), town_of("a", "age(fodt, ventet) >= 11"))
    assert Outcome.MET is witness_of(found.better_in_first).first.outcome


def test_days_around_a_fixed_day_are_tried() -> None:
    """A rule that turns on a fixed day is shown by that day."""
    marked = {"id": "merkedag", "label": "merkedag", "question": "Når?", "type": "date"}
    places = [
        town(facts=[marked], entitlements=[service(ground(criterion(f"merkedag >= 2026-01-{day}")))])
        for day in ("10", "11")
    ]
    witness = witness_of(separated(places[0], places[1]).better_in_first)
    assert {"merkedag": date(2026, 1, 10)} == dict(witness.first.case.facts)
