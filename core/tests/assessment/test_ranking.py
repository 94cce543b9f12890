"""Ranking: which missing fact settles most, and what is tried to find out."""

from __future__ import annotations

import pytest

from laget.municipality import Municipality

from .rules import answer, assessed, criterion, ground, missing, service, town


def ranked(place: Municipality, **facts: object) -> dict[str, int]:
    """Give how many open outcomes each missing fact settles, in the order of the answer."""
    return {fact.fact: fact.settles for fact in assessed(place, facts).missing}


def several(*rules: list[str]) -> Municipality:
    """Give a town with one entitlement for each list of criteria."""
    entries = [
        {**service(ground(*map(criterion, rule))), "id": f"nr{number}", "name": f"Nr. {number}"}
        for number, rule in enumerate(rules)
    ]
    return town(entitlements=entries)


def test_what_settles_most_comes_first() -> None:
    """A fact that can refuse three open outcomes comes before one that can refuse one."""
    assert [("b", 3), ("a", 1)] == list(ranked(several(["a", "b"], ["b"], ["b", "b or a"])).items())[:2]


def test_a_judgement_comes_after_facts_that_settle_as_much() -> None:
    """Of facts that settle equally much, those that anybody can answer come first."""
    assert ["a", "skjonn"] == list(ranked(several(["skjonn", "a"])))


def test_a_fact_that_settles_nothing_alone_is_still_missing() -> None:
    """A fact that settles nothing without another is missing, and settles no outcome."""
    assert dict.fromkeys("abcd", 0) == ranked(several(["at_least(2, a, b, c, d)"]))


def test_a_known_outcome_is_not_counted() -> None:
    """A fact that only makes a claim stronger settles nothing."""
    grounds = [ground(criterion("a"), id="svak"), ground(criterion("b"), id="sterk", strength="right")]
    assert {"b": 0} == ranked(town(entitlements=[service(*grounds)]), a=True)


@pytest.mark.parametrize(
    "rule",
    ["antall >= 20", "antall == 20", "20 <= antall < 21", "antall > 167", "alder >= 18", "sted == 'ute'"],
)
def test_every_kind_of_fact_is_tried(rule: str) -> None:
    """A number, a date of birth and a choice settle a rule that reads nothing else."""
    assert [1] == list(ranked(several([rule, "a"]), a=True).values())


@pytest.mark.parametrize("rule", ["frist > on_date()", "frist <= on_date() - months(2)", "birthday(frist)"])
def test_a_date_is_tried_around_the_day_asked_about(rule: str) -> None:
    """A date that no age depends on is tried around the day that is asked about."""
    assert {"frist": 1} == ranked(several([rule, "a"]), a=True)


def test_what_is_asked_is_not_ranked() -> None:
    """A fact that was asked for and is not known is not among those to ask for."""
    assert {} == ranked(several(["a"]), a=None)


def test_a_birthday_that_is_unclear_does_not_keep_a_date_from_settling() -> None:
    """A date of birth settles a rule that is unclear on one day, since it is clear on the others."""
    unclear = {"note": "Taust.", "when": "alder == 10 and birthday(fodt)"}
    rule = criterion("alder >= 10", unclear=unclear)
    place = town(entitlements=[service(ground(rule, criterion("a")))])
    assert (["fodt"], {"fodt": 1}) == (missing(answer(place, {"a": True})), ranked(place, a=True))
