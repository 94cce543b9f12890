"""Consent: who consents to what by age and capacity, in which form, and what is said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.findings import Severity
from laget.model.answers import ChoiceState, ConsentAnswer
from laget.municipality import Municipality

from .rules import assessed, criterion, ground, service, town

ROLES = [
    {"id": "ungdommen", "name": "Ungdommen"},
    {"id": "forelder", "name": "Forelder"},
]
ASSUMED = {"note": "Det er forutsatt, ikke sagt.", "when": "alder < 16"}
LINES: list[dict[str, Any]] = [
    {"id": "under_16", "who": "forelder", "form": "written", "when": "alder < 16", "unclear": ASSUMED},
    {"id": "selv", "who": "ungdommen", "when": "alder >= 16 and (alder >= 18 or a)"},
    {"id": "for_ungdommen", "who": "forelder", "when": "16 <= alder < 18 and not a"},
]
TEXTS = {"under_16": "Foreldre.", "selv": "Selv.", "for_ungdommen": "Foreldre for ungdommen."}


def rule(*lines: dict[str, Any], **more: object) -> dict[str, Any]:
    """Make a rule of consent to what the town helps with."""
    written = [{"text": TEXTS.get(line["id"], "Tekst."), **line} for line in lines]
    return {"id": "hjelp", "name": "Samtykke til hjelp", "about": ["hjelp"], "lines": written, **more}


def consenting(*rules: dict[str, Any]) -> Municipality:
    """Give a town with some rules of consent."""
    entitlements = [service(ground(criterion("b"))), service(id="tilbud")]
    return town(roles=ROLES, consents=[*rules], entitlements=entitlements)


BY_AGE = consenting(rule(*LINES))


def consent(place: Municipality, facts: Mapping[str, object] | None = None) -> ConsentAnswer:
    """Give the first answer about consent."""
    return assessed(place, facts).consent[0]


class TestByAge:
    """The borders at 16 and 18, with and without the capacity to consent."""

    @pytest.mark.parametrize(
        ("age", "capacity", "state", "who"),
        [
            (15, True, "unclear", ["forelder"]),
            (15, False, "unclear", ["forelder"]),
            (15, None, "unclear", ["forelder"]),
            (16, True, "settled", ["ungdommen"]),
            (16, False, "settled", ["forelder"]),
            (16, None, "open", ["ungdommen", "forelder"]),
            (17, True, "settled", ["ungdommen"]),
            (17, False, "settled", ["forelder"]),
            (17, None, "open", ["ungdommen", "forelder"]),
            (18, True, "settled", ["ungdommen"]),
            (18, False, "settled", ["ungdommen"]),
            (18, None, "settled", ["ungdommen"]),
        ],
    )
    def test_who_consents(self, age: int, *, capacity: bool | None, state: str, who: list[str]) -> None:
        """Before 16 the source only assumes; between 16 and 18 it turns on capacity; at 18 it is settled."""
        facts = {"alder": age} if capacity is None else {"alder": age, "a": capacity}
        found = consent(BY_AGE, facts)
        named = [found.who] if found.who else [one.who for one in found.candidates]
        assert (found.state, named) == (ChoiceState(state), who)

    @pytest.mark.parametrize(
        ("facts", "missing"),
        [
            ({"alder": 17}, ["a"]),
            ({"alder": 17, "a": None}, []),
            ({"alder": 18}, []),
            ({"a": True}, ["fodt"]),
        ],
    )
    def test_what_settles_it(self, facts: dict[str, object], missing: list[str]) -> None:
        """An open consent names the facts that settle it, but not those already asked for."""
        assert [*consent(BY_AGE, facts).missing] == missing

    def test_the_birthday_itself_counts(self) -> None:
        """On the sixteenth birthday it is the youth who consents."""
        assert consent(BY_AGE, {"fodt": "2010-03-01", "a": True}).who == "ungdommen"

    def test_what_the_source_leaves_open_is_told(self) -> None:
        """An unclear consent says the rule, and what is open about it."""
        assert consent(BY_AGE, {"alder": 15}).texts == ("Foreldre.", "Det er forutsatt, ikke sagt.")

    def test_candidates_have_names_and_forms(self) -> None:
        """A candidate has the name of its role, and the form of its line."""
        found = consent(BY_AGE, {"alder": 15}).candidates[0]
        assert (found.name, found.form.value) == ("Forelder", "written")


FACTS = st.fixed_dictionaries({}, optional={"alder": st.integers(-1, 20), "a": st.booleans()})


@given(FACTS, FACTS)
def test_completing_a_case_never_changes_a_settled_consent(
    first: dict[str, object], more: dict[str, object]
) -> None:
    """Once it is settled who consents, no further fact changes it."""
    before = consent(BY_AGE, first)
    after = consent(BY_AGE, {**more, **first})
    assert before.state is not ChoiceState.SETTLED or before.who == after.who


class TestStates:
    """A consent is a choice: settled, open, unclear or silent, and never falls through."""

    def test_a_line_without_condition_settles(self) -> None:
        """A single line that always holds is the answer, with its form."""
        found = consent(consenting(rule({"id": "alle", "who": "forelder", "form": "oral"})))
        assert (found.state, found.who, found.form) == (ChoiceState.SETTLED, "forelder", "oral")

    def test_two_lines_that_hold_are_unclear(self) -> None:
        """Where two lines hold nobody is picked."""
        lines = [{"id": name, "who": name} for name in ("forelder", "ungdommen")]
        found = consent(consenting(rule(*lines)))
        assert (found.state, found.who, len(found.candidates)) == (ChoiceState.UNCLEAR, None, 2)

    def test_a_declared_overlap_is_told(self) -> None:
        """An overlap that the source has is told with the answer."""
        lines = [{"id": name, "who": name} for name in ("forelder", "ungdommen")]
        found = consent(consenting(rule(*lines, overlap={"note": "Begge nevnes."})))
        assert found.texts[-1] == "Begge nevnes."

    def test_a_hole_is_silence(self) -> None:
        """Where no line holds the source is silent, and its declared hole is told."""
        found = consent(consenting(rule(LINES[1], hole={"note": "Ikke omtalt."})), {"alder": 10})
        assert (found.state, found.candidates, found.texts) == (ChoiceState.SILENT, (), ("Ikke omtalt.",))

    def test_no_lines_are_silence(self) -> None:
        """A rule that names nobody is silent."""
        assert consent(consenting(rule())).state is ChoiceState.SILENT

    def test_declared_holes_are_notes(self) -> None:
        """A hole that the source has is a note in the check, never an error."""
        place = consenting(rule(LINES[1], hole={"note": "Ikke omtalt."}))
        found = [one.severity for one in place.check() if one.code == "declared-hole"]
        assert found == [Severity.NOTE]


def test_each_thing_consented_to_has_an_answer() -> None:
    """A rule about two things is answered for both."""
    found = assessed(consenting(rule(*LINES, about=["hjelp", "tilbud"]))).consent
    assert [(one.about, one.consent) for one in found] == [("hjelp", "hjelp"), ("tilbud", "hjelp")]


def test_sentences_beside_the_rule_are_shown() -> None:
    """What comes before consent, what may happen without it, and the child's own say are given."""
    keys = ("before", "without", "voice")
    found = consent(consenting(rule(*LINES, **{key: [{"id": "x", "text": key}] for key in keys})))
    assert [getattr(found, key)[0].text for key in keys] == [*keys]


@pytest.mark.parametrize(("facts", "expected"), [({}, None), ({"a": True}, True), ({"a": False}, False)])
def test_a_weight_of_the_childs_view_is_tested(facts: dict[str, Any], expected: bool | None) -> None:  # noqa: FBT001
    """Whether the child's own view weighs that much is told in three values; without a condition it does."""
    voice = [{"id": "x", "text": "X.", "when": "a"}, {"id": "y", "text": "Y."}]
    found = consent(consenting(rule(*LINES, voice=voice)), facts)
    assert [expected, True] == [said.holds for said in found.voice]


def test_consent_never_touches_outcomes() -> None:
    """Who consents is no condition: the entitlement waits only for its own facts."""
    found = assessed(BY_AGE, {"b": True})
    assert (found.entitlements[0].outcome, found.missing) == ("met", ())


def test_an_unknown_role_is_a_finding() -> None:
    """A line that names no role of the handbook is an error."""
    place = consenting(rule({"id": "alle", "who": "forelderen"}))
    assert "unknown-reference" in {found.code for found in place.check()}
