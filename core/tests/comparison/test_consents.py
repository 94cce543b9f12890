"""Rules of consent that differ, each with a case that shows it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from laget.model.answers import ChoiceState
from laget.model.consent_differences import ConsentWitness
from laget.municipality import Municipality
from laget.plain import to_plain
from laget.render.comparison import comparison_text

from ..assessment.rules import criterion, ground, service, town
from .towns import DAY, compared, mirrored

ROLES = [{"id": "mor", "name": "Mor"}, {"id": "barnet", "name": "Barnet"}]


def line(who: str, when: str | None = None, **more: Any) -> dict[str, Any]:
    """Make a line of consent."""
    own = {"id": f"{who}_{when or 'alltid'}".translate(str.maketrans(" <>=", "____")), "who": who}
    return {**own, "text": f"{who} samtykker.", **({"when": when} if when else {}), **more}


def agreeing(*lines: dict[str, Any]) -> Municipality:
    """Give a town with one rule of consent."""
    rule = {"id": "samtykke", "name": "Samtykke", "about": ["hjelp"], "lines": [*lines]}
    return town(consents=[rule], roles=ROLES, entitlements=[service(ground(criterion("a")))])


def by_age(age: int) -> Municipality:
    """Give a town where the child consents from an age on."""
    return agreeing(line("mor", f"alder < {age}"), line("barnet", f"alder >= {age}"))


def witness_of(first: Municipality, second: Municipality) -> ConsentWitness:
    """Give the case that shows what differs."""
    (row,) = compared(first, second).consents
    assert row.witness is not None
    return row.witness


def test_an_age_between_two_limits_shows_who_consents() -> None:
    """Consent from 12 and from 16 differ for a child in between, who is shown with both answers."""
    found = witness_of(by_age(16), by_age(12))
    assert (["mor"], ["barnet"]) == tuple(
        [who.role for who in side.who] for side in (found.first, found.second)
    )
    assert found.first.follows["alder"] in range(12, 16)


@settings(max_examples=10)
@given(st.integers(1, 17), st.integers(1, 17))
def test_two_ages_differ_when_they_are_not_the_same(one: int, other: int) -> None:
    """Two rules with an age each differ exactly when the ages do, and a case shows it."""
    rows = compared(by_age(one), by_age(other)).consents
    assert [True] * (one != other) == [row.witness is not None for row in rows]


def test_a_witness_is_a_case_that_can_be_assessed() -> None:
    """Asked anew about the case, each town answers what was promised."""
    places = by_age(16), by_age(12)
    found = witness_of(*places)
    for place, side in zip(places, (found.first, found.second), strict=True):
        answers = place.assess(to_plain(side.case)).consent  # type: ignore[arg-type]  # a mapping
        assert [(side.state, side.who[0].role)] == [(answer.state, answer.who) for answer in answers]


def test_another_form_is_a_difference() -> None:
    """Written and oral consent of the same person differ."""
    found = witness_of(agreeing(line("mor", form="written")), agreeing(line("mor", form="oral")))
    assert ("written", "oral") == (found.first.who[0].form, found.second.who[0].form)


def test_silence_is_shown_as_silence() -> None:
    """Where one source says nothing for an age, that side is silent there."""
    found = witness_of(by_age(16), agreeing(line("mor", "alder < 16")))
    assert (ChoiceState.SETTLED, ChoiceState.SILENT) == (found.first.state, found.second.state)


def test_other_words_are_no_difference() -> None:
    """Another text, and lines in another order, are no difference."""
    one = agreeing(line("mor", "alder < 16"), line("barnet", "alder >= 16"))
    other = agreeing(line("barnet", "alder >= 16", text="Barnet selv."), line("mor", "alder < 16"))
    assert True is compared(one, other).same


def test_a_rule_on_one_side_is_a_difference() -> None:
    """A rule of consent that only one side has is shown without a case."""
    (row,) = compared(by_age(16), town(roles=ROLES)).consents
    assert (True, None, None) == (row.first is not None, row.second, row.witness)


def test_changing_sides_mirrors_consent() -> None:
    """Comparing the other way round shows the same child."""
    assert mirrored(compared(by_age(16), by_age(12))) == compared(by_age(12), by_age(16))


def test_the_text_shows_the_child() -> None:
    """The text tells who consents on both sides for a child of an age."""
    one, other = by_age(16), by_age(12)
    said = " ".join(comparison_text(compared(one, other), one.handbook(DAY), other.handbook(DAY)).split())
    shown = "Samtykke, for eksempel ved dette: alder: 12 – Byen 1. mars 2026: Mor – Byen 1. mars 2026: Barnet"
    assert shown in said
