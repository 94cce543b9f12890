"""What changes for one child between two municipalities, one kind of change at a time."""

from __future__ import annotations

from typing import Any

import pytest

from laget.carrying import carried
from laget.cases import read_case
from laget.comparison import Side
from laget.comparison.moving import moved
from laget.model.answers import ChoiceState
from laget.model.differences import FeeState, StandingState
from laget.model.moves import Change, Move, Moved
from laget.municipality import Municipality

from ..assessment.rules import ON, criterion, exclusion, ground, service, town
from .towns import DAY, town_of

WITHDRAWN = {"withdraws": "hjelp", "reason": "Byen tilbyr ikke hjelp."}
NATIONAL = {"entitlements": [service(ground(criterion("a")))]}
OFFER = town(entitlements=[service()])
SILENT = town()


def between(first: Municipality, second: Municipality, facts: Any = None, **case: Any) -> Move:
    """Give what changes between two towns that are made in code."""
    draft = read_case({"on": ON, "facts": facts or {}, **case})
    books = first.handbook(DAY), second.handbook(DAY)
    one, other = carried(draft, *books)
    sides = Side(handbook=books[0], case=one.case), Side(handbook=books[1], case=other.case)
    return moved(sides[0], sides[1], draft.case, (one.left_out, other.left_out))


def row(found: Move) -> Moved:
    """Give the one row of a move."""
    (only,) = found.entitlements
    return only


@pytest.mark.parametrize(
    ("first", "second", "facts", "expected"),
    [
        (town_of("a"), town_of("b"), {"a": True, "b": False}, Change.LOST),
        (town_of("a"), town_of("b"), {"a": False, "b": True}, Change.GAINED),
        (town_of("a"), town_of("b"), {"a": True, "b": True}, Change.SAME),
        (town_of("a"), town_of("b"), {"a": False, "b": False}, Change.SAME),
        (town_of("a"), town_of("b"), {"a": True}, Change.UNCERTAIN),
        (town_of("a"), town_of("b"), {"b": False}, Change.UNCERTAIN),
        (town_of("a"), town_of("a"), {}, Change.UNCERTAIN),
        (town_of("a"), SILENT, {"a": True}, Change.ONLY_HERE),
        (SILENT, town_of("a"), {"a": True}, Change.ONLY_THERE),
        (town_of("a"), town(NATIONAL, entitlements=[WITHDRAWN]), {"a": True}, Change.LOST),
        (town_of("a"), town(NATIONAL, entitlements=[WITHDRAWN]), {"a": False}, Change.ONLY_HERE),
        (town_of("a"), town(NATIONAL, entitlements=[WITHDRAWN]), {}, Change.ONLY_HERE),
        (town(NATIONAL, entitlements=[WITHDRAWN]), town_of("a"), {"a": True}, Change.GAINED),
        (town_of("a"), OFFER, {"a": True}, Change.UNCERTAIN),
        (OFFER, OFFER, {}, Change.SAME),
        (OFFER, SILENT, {}, Change.ONLY_HERE),
    ],
)
def test_what_changes(first: Municipality, second: Municipality, facts: Any, expected: Change) -> None:
    """Only known outcomes and what a layer says it does not offer are gains or losses; silence is neither."""
    assert expected is row(between(first, second, facts)).change


def test_a_weaker_claim_is_weaker() -> None:
    """The same outcome with less strength is weaker one way and stronger the other."""
    right = town(entitlements=[service(ground(criterion("a"), strength="right"))])
    may = town_of("a")
    changes = [row(between(*pair, {"a": True})).change for pair in ((right, may), (may, right))]
    assert [Change.WEAKER, Change.STRONGER] == changes


def test_an_exception_is_weaker_than_the_main_rule() -> None:
    """What is met in one place and an exception in the other is not lost."""
    normal = town(entitlements=[service(ground(criterion("a"), criterion("b", force="normally")))])
    assert Change.WEAKER is row(between(town_of("a"), normal, {"a": True, "b": False})).change


def test_what_is_announced_is_not_there_yet() -> None:
    """Something announced gives nothing, so what the other gives is lost."""
    announced = town(entitlements=[service(available=False)])
    assert Change.LOST is row(between(town_of("a"), announced, {"a": True})).change


def test_a_likely_change_stands_beside_the_strict_one() -> None:
    """What only a presumption tells is likely, with what is presumed; the strict change stays uncertain."""
    first, second = town_of("a"), town(entitlements=[service(ground(criterion("a"), exclusion("sjelden")))])
    found = row(between(first, second, {"a": True}))
    assert (Change.UNCERTAIN, Change.SAME) == (found.change, found.likely)
    assert found.second.provisional is not None
    assert ("sjelden",) == found.second.provisional.assumes


@pytest.mark.parametrize(("condition", "expected"), [("a", True), ("b", False)])
def test_the_same_criteria_are_told(condition: str, *, expected: bool) -> None:
    """An uncertain answer says whether the criteria mean the same."""
    assert expected is row(between(town_of("a"), town_of(condition))).same_criteria


def test_reasons_are_those_that_decide() -> None:
    """A met ground shows what holds, one not met what fails; what only weighs is no reason."""
    weighs = criterion("c", force="should")
    first = town(entitlements=[service(ground(criterion("a"), criterion("b"), weighs))])
    second = town_of("a", "d")
    found = row(between(first, second, {"a": True, "b": True, "c": False, "d": False}))
    sides = (found.first, found.second)
    reasons = [[one.text for ground in side.grounds for one in ground.criteria] for side in sides]
    assert [["a", "b"], ["d"]] == reasons


def route(*lines: dict[str, Any]) -> dict[str, Any]:
    """Give a step of the way, sent where its lines say."""
    return {"id": "application", "name": "Søknad", "position": 1, "lines": list(lines)}


def to(office: str, when: str | None = None, **more: Any) -> dict[str, Any]:
    """Give a line to an office."""
    condition = {"when": when} if when else {}
    return {"id": office, "to": {"office": office}, **condition, **more}


def sent(*lines: dict[str, Any]) -> Municipality:
    """Give a town with help whose application goes where the lines say."""
    hole = {"hole": {"note": "Resten står ikke."}, "overlap": {"note": "Begge nevnes."}}
    return town(entitlements=[service(ground(criterion("a")))], routes=[{**route(*lines), **hole}])


def test_offices_are_those_of_the_case() -> None:
    """Rules that send other children elsewhere make no difference for this one."""
    first, second = sent(to("nord", "a"), to("sor", "not a")), sent(to("nord", "a"), to("ost", "not a"))
    assert () == between(first, second, {"a": True}).routes
    (found,) = between(first, second, {"a": False}).routes
    assert ["Sor", "Ost"] == [side.who[0].name for side in (found.first, found.second)]


def test_an_office_that_is_not_settled_differs_from_one_that_is() -> None:
    """What waits for a fact on one side only is another way."""
    first, second = sent(to("nord")), sent(to("nord", "b"), to("sor", "not b"))
    (found,) = between(first, second, {"a": True}).routes
    assert (ChoiceState.SETTLED, ChoiceState.OPEN) == (found.first.state, found.second.state)


def test_what_to_apply_for_names_the_office_of_the_second() -> None:
    """What the child may get is applied for at the office of where it moves to."""
    (found,) = between(sent(to("nord")), sent(to("sor")), {"a": True}).anew
    assert ("hjelp", ["Sor"]) == (found.id, [step.name for step in found.way])


def test_nothing_is_applied_for_where_nothing_opens() -> None:
    """What the child neither has, applies for nor may get is not in the list."""
    assert () == between(town_of("a"), town_of("a"), {"a": False}).anew


def test_what_is_applied_for_is_applied_for_anew() -> None:
    """An application is repeated, also while the answer is not known."""
    (found,) = between(town_of("a"), town_of("a"), applies_for=[{"id": "hjelp"}]).anew
    assert (True, False) == (found.applied_for, found.has)


def test_steps_of_the_second_are_to_be_done() -> None:
    """What the second municipality asks for before a decision stands with the application."""
    step = {"id": "soke", "text": "Søk i byen."}
    second = town_of("a", steps=[step])
    found = between(town_of("a"), second, {"a": True})
    assert (["Søk i byen."], ["soke"]) == (
        [one.text for one in found.anew[0].steps],
        [one.step for one in found.steps],
    )


def test_bounds_are_held_against_the_application() -> None:
    """A bound that only one side has says whether the application passes it."""
    bound = {"id": "grense", "text": "Inntil 5.", "max": 5, "unit": "hours", "per": "week"}
    applied = [{"id": "hjelp", "amount": 6, "unit": "hours", "per": "week"}]
    (found,) = between(town_of("a"), town_of("a", limits=[bound]), applies_for=applied).limits
    assert ((), [True]) == (found.first, [limit.exceeded for limit in found.second])


def test_fees_differ() -> None:
    """Silence about a fee is not the same as no fee."""
    free = town_of("a", fee={"none": True, "text": "Gratis."})
    (found,) = between(town_of("a"), free).fees
    assert (FeeState.SILENT, FeeState.FREE) == (found.first.state, found.second.state)


def test_other_names_are_told() -> None:
    """What is called something else is told, and is no other change."""
    found = between(town_of("a"), town_of("a", name="Bistand"), {"a": True})
    assert ([("Hjelp", "Bistand")], Change.SAME) == (
        [(name.first, name.second) for name in found.names],
        row(found).change,
    )


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (town_of("a"), StandingState.ASSESSED),
        (OFFER, StandingState.OFFER),
        (town(NATIONAL, entitlements=[WITHDRAWN]), StandingState.WITHDRAWN),
        (SILENT, StandingState.ABSENT),
    ],
)
def test_what_the_child_has(second: Municipality, expected: StandingState) -> None:
    """What the child has is there in the second, not offered there, or not written about."""
    (found,) = between(town_of("a"), second, has=[{"id": "hjelp"}]).has
    assert found.second is not None
    assert expected is found.second.state


def test_a_thing_is_no_help_from_a_municipality() -> None:
    """A place in school stands nowhere among what municipalities give."""
    (found,) = between(town_of("a"), town_of("a"), has=[{"id": "plass"}]).has
    assert ("plass", None, None) == (found.name, found.first, found.second)


def test_that_a_decision_follows_is_not_invented() -> None:
    """A child that has something is told that the rules do not say whether it follows; another is not."""
    notes = [between(town_of("a"), town_of("a"), has=has).notes for has in ([{"id": "hjelp"}], [])]
    assert [1, 0] == [len(found) for found in notes]
