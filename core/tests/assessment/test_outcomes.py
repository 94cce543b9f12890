"""Outcomes: what criteria come to, in the order that the design lays down."""

from __future__ import annotations

from typing import Any

import pytest

from laget.assessment.outcomes import BEST_FIRST, best, could_be, ground_outcome, strength_of
from laget.model.answers import Outcome, WaitsFor
from laget.model.entitlements import Strength

from .rules import answer, criterion, exclusion, ground, missing, service, town, town_with

MUST_A = criterion("a")
MUST_B = criterion("b")
NORMALLY_C = criterion("c", force="normally")
NOT_D = exclusion("d")

FORCES = [MUST_A, NORMALLY_C, NOT_D, criterion("b", force="should"), criterion("antall > 0", force="factor")]
UNKNOWN = None


@pytest.mark.parametrize(
    ("a", "c", "d", "expected"),
    [
        (False, UNKNOWN, UNKNOWN, "not_met"),
        (False, True, True, "not_met"),
        (UNKNOWN, True, True, "not_met"),
        (True, False, True, "not_met"),
        (UNKNOWN, True, False, "unknown"),
        (UNKNOWN, False, False, "unknown"),
        (True, False, UNKNOWN, "unknown"),
        (True, False, False, "exception"),
        (True, UNKNOWN, False, "unknown"),
        (True, True, False, "met"),
    ],
)
def test_a_ground_is_judged_in_order(
    expected: str, *, a: bool | None, c: bool | None, d: bool | None
) -> None:
    """Failed musts come before unknown ones, those before failed main rules, those before unknown ones."""
    facts = {"a": a, "c": c, "d": d}
    assert expected == answer(town_with(*FORCES), facts).outcome


@pytest.mark.parametrize("b", [True, False, None])
@pytest.mark.parametrize("antall", [0, 1, None])
def test_recommendations_and_factors_never_decide(antall: int | None, *, b: bool | None) -> None:
    """What the source recommends, and what only weighs, changes no outcome."""
    facts = {"a": True, "c": True, "d": False, "b": b, "antall": antall}
    assert Outcome.MET == answer(town_with(*FORCES), facts).outcome


@pytest.mark.parametrize("force", ["should", "factor"])
def test_an_exclusion_that_only_weighs_excludes_nobody(force: str) -> None:
    """An exclusion that is recommended or weighs changes no outcome when it applies."""
    place = town_with(MUST_A, exclusion("d", force=force))
    assert Outcome.MET == answer(place, {"a": True, "d": True}).outcome


@pytest.mark.parametrize(("d", "expected"), [(True, "exception"), (None, "unknown"), (False, "met")])
def test_a_normal_exclusion_leaves_room_for_an_exception(expected: str, *, d: bool | None) -> None:
    """An exclusion that is a main rule gives an exception, never a plain "not met"."""
    place = town_with(MUST_A, exclusion("d", force="normally"))
    assert expected == answer(place, {"a": True, "d": d}).outcome


def test_the_best_ground_decides() -> None:
    """The order of outcomes is met, unknown, exception, not met, and the first of them stands."""
    chosen = [best(BEST_FIRST[index:]) for index in range(len(BEST_FIRST))]
    assert [Outcome.MET, Outcome.UNKNOWN, Outcome.EXCEPTION, Outcome.NOT_MET] == chosen


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"a": True, "b": True}, ("met", "right", None)),
        ({"a": True, "b": False}, ("met", "may", None)),
        ({"a": True}, ("met", "may", "right")),
        ({"a": False, "b": True}, ("met", "right", None)),
        ({"a": False}, ("unknown", None, None)),
        ({"b": True}, ("met", "right", None)),
        ({"b": False}, ("unknown", None, None)),
        ({"a": False, "b": False}, ("not_met", "right", None)),
        ({}, ("unknown", None, None)),
    ],
)
def test_strength_is_that_of_the_strongest_ground_with_the_outcome(
    facts: dict[str, object], expected: tuple[str, str | None, str | None]
) -> None:
    """The strongest ground with the outcome gives its strength; an unknown one may give a greater."""
    weak = ground(MUST_A, id="svak", strength="may")
    strong = ground(MUST_B, id="sterk", strength="right")
    found = answer(town(entitlements=[service(weak, strong)]), facts)
    assert expected == (found.outcome, found.strength, found.could_be)


def test_a_weaker_unknown_ground_adds_nothing() -> None:
    """A ground still unknown that gives no more than one that is met keeps no fact in `missing`."""
    strong = ground(MUST_A, id="sterk", strength="shall")
    weak = ground(MUST_B, id="svak", strength="shall")
    found = answer(town(entitlements=[service(strong, weak)]), {"a": True})
    assert (None, []) == (found.could_be, missing(found))


def test_a_stronger_unknown_ground_keeps_its_facts_missing() -> None:
    """While a weaker ground is met, only the facts of a stronger unknown one are still asked for."""
    weak = ground(MUST_A, id="svak", strength="may")
    strong = ground(MUST_B, id="sterk", strength="right")
    weakest = ground(criterion("c"), id="svakest", strength="may")
    found = answer(town(entitlements=[service(weak, strong, weakest)]), {"a": True})
    assert (["b"], ()) == (missing(found), found.waits_for)


def test_nothing_could_be_stronger_while_the_outcome_is_unknown() -> None:
    """There is neither a strength nor a hope of a stronger one while the outcome itself is unknown."""
    rows = [(Outcome.UNKNOWN, Strength.RIGHT), (Outcome.NOT_MET, Strength.MAY)]
    strength = strength_of(Outcome.UNKNOWN, rows)
    assert (None, None) == (strength, could_be(strength, rows))


OPENED: dict[str, Any] = {"opening": {"id": "apning", "text": "Andre kan få.", "strength": "considered"}}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"a": False, "d": False}, ("exception", "considered", "Andre kan få.")),
        ({"a": False, "c": False, "d": False}, ("exception", "considered", "Andre kan få.")),
        ({"a": False}, ("unknown", None, None)),
        ({"a": False, "d": True}, ("not_met", "may", None)),
        ({"a": True, "c": False, "d": False}, ("exception", "may", None)),
        ({"a": True, "c": True, "d": False}, ("met", "may", None)),
        ({"c": False, "d": False}, ("unknown", None, None)),
    ],
)
def test_an_opening_turns_not_met_into_exception(
    facts: dict[str, object], expected: tuple[str, str | None, str | None]
) -> None:
    """An opening lets in whom a condition leaves out, and never whom an exclusion leaves out."""
    found = answer(town_with(MUST_A, NORMALLY_C, NOT_D, **OPENED), facts)
    assert expected == (found.outcome, found.strength, found.grounds[0].opening)


@pytest.mark.parametrize(("b", "expected"), [(False, "not_met"), (None, "unknown"), (True, "exception")])
def test_an_opening_does_not_open_a_prerequisite(expected: str, *, b: bool | None) -> None:
    """What is asked before any criterion stands, also where the source opens for others."""
    before = {"id": "forst", "text": "Først.", "criteria": [MUST_B]}
    place = town(entitlements=[service(ground(MUST_A, **OPENED))], prerequisites=[before])
    assert expected == answer(place, {"a": False, "b": b}).outcome


@pytest.mark.parametrize("musts", [True, False, None])
@pytest.mark.parametrize("normallys", [True, False, None])
@pytest.mark.parametrize("barriers", [True, False, None])
def test_an_opening_only_ever_helps(
    *, musts: bool | None, normallys: bool | None, barriers: bool | None
) -> None:
    """With an opening an outcome is the same as without, or better than "not met"."""
    shut = ground_outcome(musts, normallys, barriers, opening=False)
    opened = ground_outcome(musts, normallys, barriers, opening=True)
    better = shut is Outcome.NOT_MET and opened in (Outcome.EXCEPTION, Outcome.UNKNOWN)
    assert shut is opened or better


class TestUnclear:
    """What the source's own words leave open."""

    place = town_with(MUST_A, criterion("b", unclear={"note": "Kilden er taus.", "when": "c"}))
    always = town_with(MUST_A, criterion("b", unclear={"note": "Kilden er taus."}))

    @pytest.mark.parametrize(
        ("b", "c", "expected"),
        [
            (True, False, "met"),
            (False, False, "not_met"),
            (True, True, "unknown"),
            (False, True, "unknown"),
            (True, None, "unknown"),
            (False, None, "unknown"),
        ],
    )
    def test_a_value_counts_only_when_nothing_is_unclear(
        self, expected: str, *, b: bool | None, c: bool | None
    ) -> None:
        """Unless `unclear` is known to be false, the value is unknown: never settled, never refused."""
        assert expected == answer(self.place, {"a": True, "b": b, "c": c}).outcome

    @pytest.mark.parametrize(
        ("c", "note"), [(True, "Kilden er taus."), (None, "Kilden er taus."), (False, None)]
    )
    def test_the_note_is_the_reason(self, note: str | None, *, c: bool | None) -> None:
        """The criterion shows the note unless it is known not to matter."""
        shown = answer(self.place, {"a": True, "b": True, "c": c}).grounds[0].criteria[1]
        assert note == shown.unclear

    def test_it_waits_for_the_source(self) -> None:
        """What no fact can settle waits for the source, and asks for nothing."""
        found = answer(self.place, {"a": True, "b": True, "c": True})
        assert ((WaitsFor.SOURCE,), [], Outcome.UNKNOWN) == (found.waits_for, missing(found), found.at_best)

    def test_it_waits_for_the_fact_that_can_clear_it(self) -> None:
        """While it is unknown whether the words matter, the answer waits for the fact that tells."""
        found = answer(self.place, {"a": True, "b": True})
        assert ((WaitsFor.FACTS,), ["c"], Outcome.MET) == (found.waits_for, missing(found), found.at_best)

    def test_words_that_are_always_unclear_never_decide(self) -> None:
        """A rule that is unclear in every case is unknown in every case."""
        outcomes = {answer(self.always, {"a": True, "b": b}).outcome for b in (True, False, None)}
        assert {Outcome.UNKNOWN} == outcomes

    def test_it_waits_for_both_facts_and_source(self) -> None:
        """An outcome that waits for a fact and for the source says both."""
        found = answer(self.always, {"b": True})
        assert ((WaitsFor.FACTS, WaitsFor.SOURCE), ["a"]) == (found.waits_for, missing(found))

    def test_a_failed_condition_that_may_be_unclear_is_not_the_end(self) -> None:
        """While the source may leave a failed condition open, nothing says that it can't be met."""
        found = answer(self.place, {"a": True, "b": False})
        assert (Outcome.UNKNOWN, Outcome.UNKNOWN) == (found.outcome, found.at_best)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, Outcome.MET),
        ({"c": False}, Outcome.EXCEPTION),
        ({"d": True}, Outcome.NOT_MET),
        ({"a": False}, Outcome.NOT_MET),
        ({"a": True, "d": False}, Outcome.MET),
    ],
)
def test_at_best_is_what_further_facts_can_give(facts: dict[str, object], expected: Outcome) -> None:
    """At best everything unknown turns out well."""
    assert expected == answer(town_with(MUST_A, NORMALLY_C, NOT_D), facts).at_best


def test_at_best_counts_the_best_ground() -> None:
    """At best the ground that can still be met is met."""
    grounds = ground(MUST_A, id="en"), ground(MUST_B, NORMALLY_C, id="to")
    found = answer(town(entitlements=[service(*grounds)]), {"a": False, "c": False})
    assert (Outcome.UNKNOWN, Outcome.EXCEPTION) == (found.outcome, found.at_best)


class TestUnknown:
    """Facts that are missing, or asked for and not known."""

    place = town_with(MUST_A, criterion("skjonn"))

    def test_a_missing_fact_is_never_no(self) -> None:
        """Nothing known gives an unknown outcome that waits for a fact and for a judgement."""
        found = answer(self.place)
        expected = (Outcome.UNKNOWN, (WaitsFor.FACTS, WaitsFor.JUDGEMENT), ["a", "skjonn"])
        assert expected == (found.outcome, found.waits_for, missing(found))

    def test_a_judgement_is_marked(self) -> None:
        """A fact that only a professional can answer is marked where it is missing."""
        found = answer(self.place, {"a": True})
        assert [("skjonn", "Skjønn?", True)] == [(m.fact, m.question, m.judgement) for m in found.missing]

    def test_null_is_unknown_and_not_asked_again(self) -> None:
        """A fact asked for and not known keeps the outcome unknown, and is not asked for again."""
        found = answer(self.place, {"a": None, "skjonn": True})
        assert (Outcome.UNKNOWN, (WaitsFor.FACTS,), []) == (found.outcome, found.waits_for, missing(found))

    def test_a_known_outcome_waits_for_nothing(self) -> None:
        """An outcome that is known waits for nothing, whatever else is unknown."""
        found = answer(self.place, {"a": False})
        assert (Outcome.NOT_MET, (), []) == (found.outcome, found.waits_for, missing(found))


class TestPresumed:
    """What people presume while nobody has raised it."""

    place = town_with(MUST_A, exclusion("sjelden"))

    def test_the_outcome_never_uses_it(self) -> None:
        """A presumed value leaves the strict outcome unknown."""
        assert Outcome.UNKNOWN == answer(self.place, {"a": True}).outcome

    def test_the_provisional_answer_does_and_says_so(self) -> None:
        """The provisional answer uses the presumed value, and names it."""
        found = answer(self.place, {"a": True}).provisional
        assert (Outcome.MET, "may", ("sjelden",)) == (found.outcome, found.strength, found.assumes)

    @pytest.mark.parametrize(("value", "expected"), [(True, "not_met"), (False, "met"), (None, "unknown")])
    def test_what_is_asked_is_not_presumed(self, *, value: bool | None, expected: str) -> None:
        """Nothing is presumed of a fact that the case mentions, even as not known."""
        found = answer(self.place, {"a": True, "sjelden": value}).provisional
        assert (expected, ()) == (found.outcome, found.assumes)

    def test_only_what_made_a_difference_is_named(self) -> None:
        """A presumed value that no criterion of the entitlement reads is not among the assumptions."""
        assert () == answer(town_with(MUST_A), {"a": True}).provisional.assumes

    def test_a_presumed_fact_that_follows_from_others_is_named(self) -> None:
        """An assumption about a derived fact is named too."""
        found = answer(town_with(MUST_A, exclusion("ventet")), {"a": True}).provisional
        assert (Outcome.MET, ("ventet",)) == (found.outcome, found.assumes)

    def test_a_met_ground_still_shows_what_is_likely_to_be_stronger(self) -> None:
        """While a stronger ground is unknown, the provisional strength presumes what it can."""
        weak = ground(MUST_A, id="svak")
        strong = ground(MUST_A, exclusion("sjelden"), id="sterk", strength="right")
        found = answer(town(entitlements=[service(weak, strong)]), {"a": True})
        expected = ("may", "right", "right", ("sjelden",))
        seen = found.provisional
        assert expected == (found.strength, found.could_be, seen.strength, seen.assumes)


def test_examples_of_exceptions_are_shown_and_decide_nothing() -> None:
    """An example of an exception shows its value, and never makes a clear exception unknown."""
    example = {"id": "eks", "text": "Som om tredje gjelder.", "when": "c"}
    place = town_with(MUST_A, criterion("b", force="normally", examples=[example]))
    seen = [
        (found.outcome, found.grounds[0].criteria[1].examples[0].holds)
        for found in (answer(place, {"a": True, "b": False, "c": c}) for c in (True, False, None))
    ]
    assert [(Outcome.EXCEPTION, c) for c in (True, False, None)] == seen


def test_a_factor_is_shown_with_the_judgement_it_informs() -> None:
    """A factor names the criterion that it informs, and shows its own value."""
    place = town_with(criterion("skjonn"), criterion("a", force="factor", informs="skjonn"))
    shown = answer(place, {"skjonn": False, "a": True}).grounds[0].criteria[1]
    assert ("skjonn", True) == (shown.informs, shown.holds)


class TestStatutory:
    """The national floor, which nothing local reaches."""

    place = town(
        national={"entitlements": [service(ground(MUST_A, id="lov", statutory=True, strength="right"))]},
        entitlements=[
            {"amends": "hjelp", "grounds": [ground(MUST_A, id="by", narrows="lov")], "common": [MUST_B]}
        ],
        prerequisites=[{"id": "forst", "text": "Først.", "criteria": [criterion("c")], "steps": []}],
    )

    def test_local_conditions_do_not_reach_it(self) -> None:
        """Prerequisites and common conditions stand before the town's ground, never before the law's."""
        grounds = answer(self.place).grounds
        read = {ground.id: [criterion.id for criterion in ground.criteria] for ground in grounds}
        assert {"lov": ["a"], "by": ["c", "b", "a"]} == read

    def test_both_outcomes_are_shown(self) -> None:
        """A narrowing local ground is shown beside the law that it narrows, and the better of them counts."""
        found = answer(self.place, {"a": True, "b": False, "c": True})
        shown = [(ground.id, ground.outcome, ground.narrows, ground.origin_layer) for ground in found.grounds]
        expected = [("lov", Outcome.MET, None, "landet"), ("by", Outcome.NOT_MET, "lov", "byen")]
        assert (expected, Outcome.MET, "right") == (shown, found.outcome, found.strength)


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        ({}, ["b", "a"]),
        ({"applies_to": ["hjelp"]}, ["b", "a"]),
        ({"applies_to": ["annet"]}, ["a"]),
        ({"excepts": ["hjelp"]}, ["a"]),
    ],
)
def test_a_prerequisite_reaches_what_it_says(reach: dict[str, object], expected: list[str]) -> None:
    """A prerequisite applies to all, to those it names, or to all but those it excepts."""
    other = {**service(ground(MUST_A)), "id": "annet", "name": "Annet"}
    before = {"id": "forst", "text": "Først.", "criteria": [MUST_B], **reach}
    place = town(entitlements=[service(ground(MUST_A)), other], prerequisites=[before])
    assert expected == [criterion.id for criterion in answer(place).grounds[0].criteria]
