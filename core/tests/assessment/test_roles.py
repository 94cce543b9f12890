"""Roles: who appoints, who may hold them, and what the documents say of absence and hand-over."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.model.answers import Assessment, ChoiceState, Outcome, RoleAnswer
from laget.municipality import Municipality

from .rules import answer, assessed, criterion, ground, service, town

EMPLOYED = ground(criterion("a"), criterion("b", force="normally"), id="ansatt")
PRIVATE = ground(criterion("c"), criterion("skjonn"), id="privat")
GUIDE = {"id": "los", "name": "Los", "holding": [EMPLOYED, PRIVATE]}
UNIT = {"id": "appoint_unit", "name": "Enhet", "position": 1}
PERSON = {"id": "appoint_person", "name": "Person", "position": 2}
ALWAYS = {"id": "alle", "to": {"office": "nord"}}


def guided(**role: object) -> Municipality:
    """Give a town with one role."""
    return town(roles=[{**GUIDE, **role}])


GUIDED = guided()


def role_in(found: Assessment, name: str = "los") -> RoleAnswer:
    """Give the answer about a role."""
    return next(role for role in found.roles if role.role == name)


def holder(facts: dict[str, object] | None = None) -> tuple[str, list[str]]:
    """Give whether a candidate may hold the role, and what that waits for."""
    found = role_in(assessed(GUIDED, facts)).holder
    assert found is not None
    return found.outcome.value, [fact.fact for fact in found.missing]


class TestHolder:
    """Whether a candidate may hold a role is read as the grounds of an entitlement are."""

    @pytest.mark.parametrize(
        ("facts", "outcome", "missing"),
        [
            ({}, "unknown", ["a", "b", "c", "skjonn"]),
            ({"a": True, "b": True}, "met", []),
            ({"a": True, "b": False, "c": False}, "exception", []),
            ({"a": True, "b": False}, "unknown", ["c", "skjonn"]),
            ({"a": False, "c": False}, "not_met", []),
            ({"a": False, "c": True, "skjonn": False}, "not_met", []),
            ({"a": False, "c": True, "skjonn": True}, "met", []),
            ({"a": False, "c": True}, "unknown", ["skjonn"]),
        ],
    )
    def test_the_best_of_several_ways_counts(
        self, facts: dict[str, object], outcome: str, missing: list[str]
    ) -> None:
        """One way to come to hold a role is enough, in the order of outcomes."""
        assert holder(facts) == (outcome, missing)

    def test_what_was_asked_for_is_not_asked_again(self) -> None:
        """A fact that is null keeps the outcome unknown and is not missing."""
        assert holder({"a": None, "b": None, "c": False}) == ("unknown", [])

    def test_criteria_of_all_ways_stand_in_one_list(self) -> None:
        """The criteria of the holder are those of its grounds, in their order."""
        found = role_in(assessed(GUIDED)).holder
        assert found is not None
        assert [one.id for one in found.criteria] == ["a", "b", "c", "skjonn"]

    def test_a_source_that_is_unclear_keeps_the_outcome_unknown(self) -> None:
        """What the source leaves open about a candidate is never settled, and no fact is asked for."""
        unclear = ground(criterion("a", unclear={"note": "Uklart."}))
        found = role_in(assessed(guided(holding=[unclear]), {"a": True})).holder
        assert found is not None
        assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ())

    def test_an_opening_gives_an_exception(self) -> None:
        """A way with an opening turns not met into exception, as for entitlements."""
        opened = ground(criterion("a"), opening={"id": "andre", "text": "Andre også."})
        found = role_in(assessed(guided(holding=[opened]), {"a": False})).holder
        assert found is not None
        assert (found.outcome, found.grounds[0].opening) == (Outcome.EXCEPTION, "Andre også.")

    def test_without_rules_there_is_no_answer(self) -> None:
        """A role that no rule tests has no holder: silence is not a yes."""
        told = {"id": "hvem", "text": "En lærer."}
        assert role_in(assessed(guided(holding=[], holders=[told]))).holder is None

    def test_prerequisites_are_about_the_child_only(self) -> None:
        """What a layer asks before its own grounds does not stand before the way to a role."""
        before = {"id": "bor", "text": "Bor her.", "criteria": [criterion("d")]}
        place = town(roles=[GUIDE], prerequisites=[before])
        found = role_in(assessed(place, {"a": True, "b": True, "d": False})).holder
        assert found is not None
        assert found.outcome is Outcome.MET

    def test_rules_for_a_role_never_touch_outcomes(self) -> None:
        """A candidate who may not hold the role changes no entitlement, and is not asked for with them."""
        place = town(roles=[GUIDE], entitlements=[service(ground(criterion("d")), id="los")])
        found = assessed(place, {"a": False, "c": False})
        assert [fact.fact for fact in found.missing] == ["d"]


VALUES = st.dictionaries(st.sampled_from(["a", "b", "c", "skjonn"]), st.booleans())


@given(VALUES, VALUES)
def test_completing_a_case_never_changes_a_known_holder(
    first: dict[str, object], more: dict[str, object]
) -> None:
    """Facts that are added never change whether a candidate may hold a role, once that is known."""
    before, _ = holder(first)
    after, _ = holder({**more, **first})
    assert before in ("unknown", after)


class TestAppointing:
    """The unit and the person are appointed by the steps of the entitlement with the role's id."""

    def appointed(self, *routes: dict[str, Any], **local: Any) -> RoleAnswer:
        """Give the answer about a role that is an entitlement too."""
        given = {"entitlements": [service(ground(criterion("a")), id="los")], **local}
        return role_in(assessed(town(roles=[GUIDE], routes=[*routes], **given)))

    def test_steps_of_the_way(self) -> None:
        """Each of the two steps has its own answer."""
        found = self.appointed({**UNIT, "lines": [ALWAYS]}, PERSON)
        assert found.appoint_unit is not None
        assert found.appoint_person is not None
        assert (found.appoint_unit.office, found.appoint_person.state) == ("nord", ChoiceState.SILENT)

    def test_two_bodies_named_by_the_source(self) -> None:
        """Where a document names two bodies the answer is unclear with both, never a pick."""
        note = {"unclear": {"note": "To nevnes."}}
        lines = [{**ALWAYS, **note}, {"id": "andre", "to": {"office": "sor"}, **note}]
        found = self.appointed(UNIT, {**PERSON, "lines": lines}).appoint_person
        assert found is not None
        assert (found.state, [one.office for one in found.candidates]) == (
            ChoiceState.UNCLEAR,
            ["nord", "sor"],
        )

    def test_no_such_step(self) -> None:
        """A handbook without the step says nothing of who appoints."""
        found = self.appointed(UNIT)
        assert found.appoint_person is None

    def test_no_such_entitlement(self) -> None:
        """A role that no case is assessed for has no way."""
        found = self.appointed({**UNIT, "lines": [ALWAYS]}, entitlements=[])
        assert found.appoint_unit is None

    def test_an_offer_has_a_way(self) -> None:
        """A role that is offered without conditions is appointed by the steps of the offer."""
        found = self.appointed({**UNIT, "lines": [ALWAYS]}, entitlements=[service(id="los")])
        assert found.appoint_unit is not None
        assert found.appoint_unit.office == "nord"


def test_what_the_documents_say_is_shown() -> None:
    """Holders, tasks, replacement, hand-over and the rest are given as sentences."""
    keys = ("holders", "tasks", "replacement", "handover", "statements")
    found = role_in(assessed(guided(**{key: [{"id": "x", "text": key}] for key in keys})))
    assert [getattr(found, key)[0].text for key in keys] == [*keys]


@pytest.mark.parametrize("key", ["holders", "tasks", "replacement", "handover", "statements"])
def test_a_role_of_which_something_is_said_has_an_answer(key: str) -> None:
    """One sentence about a role is enough for an answer."""
    found = assessed(guided(holding=[], **{key: [{"id": "x", "text": "X."}]}))
    assert [role.role for role in found.roles] == ["los"]


def test_a_role_of_which_nothing_is_said_has_none() -> None:
    """A role that only has a name is no answer."""
    assert assessed(guided(holding=[])).roles == ()


def test_a_role_that_is_an_entitlement_has_an_answer() -> None:
    """A role without a word of its own has an answer when a case may be assessed for it."""
    place = town(roles=[{**GUIDE, "holding": []}], entitlements=[service(ground(criterion("a")), id="los")])
    assert [role.role for role in assessed(place).roles] == ["los"]


def test_ground_on_age_alone_is_a_finding() -> None:
    """A way to hold a role that decides on age alone is an error, as for entitlements."""
    found = guided(holding=[ground(criterion("alder >= 18"))])
    assert "decides-on-age" in {finding.code for finding in found.check()}


def test_entitlements_are_read_as_before() -> None:
    """An entitlement's verdict does not depend on there being roles."""
    place = town(roles=[GUIDE], entitlements=[service(ground(criterion("a")))])
    assert answer(place, {"a": True}).outcome is Outcome.MET
