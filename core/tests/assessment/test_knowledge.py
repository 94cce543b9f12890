"""Knowledge: what follows from a case, what a layer gives, and what cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from laget.errors import InvalidCaseError
from laget.model.answers import Outcome, WaitsFor
from laget.municipality import Municipality

from .rules import answer, assessed, criterion, exclusion, ground, missing, service, town, town_with


class TestDerived:
    """Facts that follow from others."""

    place = town_with(criterion("alder >= 5"), criterion("a"))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"fodt": "2021-03-01"}, True),
            ({"fodt": "2021-03-02"}, False),
            ({"alder": 5}, True),
            ({"alder": 4}, False),
            ({"ventet": True}, False),
            ({}, None),
            ({"fodt": None}, None),
        ],
    )
    def test_age_follows_from_the_date_of_birth(
        self, facts: dict[str, object], *, expected: bool | None
    ) -> None:
        """Age counts completed years on the day asked about, −1 before birth, and may be stated instead."""
        assert expected is answer(self.place, facts).grounds[0].criteria[0].holds

    def test_what_it_follows_from_is_asked_for(self) -> None:
        """The question for a derived fact is that of what it follows from."""
        assert ["fodt", "a"] == missing(answer(self.place))

    def test_a_value_is_shown_where_it_is_read(self) -> None:
        """A criterion shows the value of the derived fact that it reads."""
        shown = answer(self.place, {"fodt": "2021-03-01"}).grounds[0].criteria[0]
        assert {"alder": 5} == shown.facts

    @pytest.mark.parametrize(
        ("facts", "wrong"),
        [
            ({"fodt": "2021-03-01", "alder": 4}, ["alder"]),
            ({"fodt": "2021-03-01", "ventet": True}, ["ventet"]),
            ({"ventet": True, "alder": 5}, ["alder"]),
            ({"fodt": "2021-03-01", "alder": 5, "ventet": False}, []),
            ({"ventet": True, "alder": -1}, []),
            ({"alder": 5}, []),
        ],
    )
    def test_a_stated_value_must_agree_with_what_follows(
        self, facts: dict[str, object], wrong: list[str]
    ) -> None:
        """A stated value that disagrees with what follows from the rest of the case is an error about it."""
        assert wrong == _wrong_facts(self.place, facts)


def _wrong_facts(place: Municipality, facts: dict[str, object], **case: object) -> list[str]:
    try:
        assessed(place, facts, **case)
    except InvalidCaseError as error:
        return [finding.place.path[-1] for finding in error.findings if finding.code == "impossible-case"]
    return []


def test_a_disagreement_tells_what_follows() -> None:
    """The error about a stated value tells the value that follows, and what to do."""
    with pytest.raises(InvalidCaseError) as caught:
        assessed(town_with(criterion("a")), {"fodt": "2021-03-01", "alder": 4})
    finding = caught.value.findings[0]
    assert ("verdien 5" in finding.message, "fjern alder" in str(finding.hint)) == (True, True)


BY_CASES = {
    "id": "regnet",
    "label": "regnet antall",
    "question": "Hvor mange regnes?",
    "type": "number",
    "derived": [{"when": "a", "value": "antall"}, {"when": "not a", "value": "antall - 5"}],
}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"a": True, "antall": 10}, True),
        ({"a": False, "antall": 10}, False),
        ({"antall": 10}, None),
        ({"a": True}, None),
    ],
)
def test_a_fact_can_follow_in_several_ways(facts: dict[str, object], *, expected: bool | None) -> None:
    """Of a fact that is derived by cases, the case that holds gives the value."""
    place = town(facts=[BY_CASES], entitlements=[service(ground(criterion("regnet == 10")))])
    assert expected is answer(place, facts).grounds[0].criteria[0].holds


def test_ways_that_agree_need_no_choice() -> None:
    """A fact whose cases all give the same value is known before it is known which of them holds."""
    same = {
        **BY_CASES,
        "derived": [{"when": "a", "value": "antall"}, {"when": "not a", "value": "antall + 0"}],
    }
    place = town(facts=[same], entitlements=[service(ground(criterion("regnet == 10")))])
    assert Outcome.MET == answer(place, {"antall": 10}).outcome


class TestContradictions:
    """Cases that cannot be."""

    rule = (
        {
            "id": "ikke_begge",
            "when": "a and b",
            "unless": "c",
            "fact": "b",
            "message": "Det kan ikke være begge deler.",
            "hint": "Velg en av dem.",
        },
    )
    place = town(contradictions=rule, entitlements=[service(ground(criterion("a")))])

    @pytest.mark.parametrize(
        ("facts", "wrong"),
        [
            ({"a": True, "b": True}, ["b"]),
            ({"a": True, "b": True, "c": False}, ["b"]),
            ({"a": True, "b": True, "c": None}, ["b"]),
            ({"a": True, "b": True, "c": True}, []),
            ({"a": True, "b": None}, []),
            ({"a": True, "b": False}, []),
        ],
    )
    def test_a_contradiction_is_refused_unless_explained(
        self, facts: dict[str, object], wrong: list[str]
    ) -> None:
        """A case that is known to contradict itself is refused, unless it is known what explains it."""
        assert wrong == _wrong_facts(self.place, facts)

    def test_a_fact_that_is_not_stated_has_the_place_around_it(self) -> None:
        """An error about a fact that the case does not state has the place of the facts."""
        rule = {**self.rule[0], "fact": "d"}
        place = town(contradictions=[rule], entitlements=[service(ground(criterion("a")))])
        assert ["d"] == _wrong_facts(place, {"a": True, "b": True})

    def test_the_message_is_the_documents_own(self) -> None:
        """The error has the message and the hint of the document, and the place of the fact."""
        with pytest.raises(InvalidCaseError) as caught:
            assessed(self.place, {"a": True, "b": True})
        finding = caught.value.findings[0]
        expected = ("Det kan ikke være begge deler.", "Velg en av dem.", ("facts", "b"))
        assert expected == (finding.message, finding.hint, finding.place.path)


class TestGiven:
    """Facts that a layer gives for all its cases."""

    place = town(
        given=[{"id": "a", "value": False, "sources": []}], entitlements=[service(ground(criterion("a")))]
    )

    def test_a_given_fact_is_known(self) -> None:
        """A given fact is known in every case, and never asked for."""
        found = answer(self.place)
        assert (Outcome.NOT_MET, []) == (found.outcome, missing(found))

    def test_a_case_may_repeat_it(self) -> None:
        """A case may state a given fact with the same value."""
        assert Outcome.NOT_MET == answer(self.place, {"a": False}).outcome

    def test_not_knowing_it_changes_nothing(self) -> None:
        """A given fact stays known when the case says that nobody knows it."""
        assert Outcome.NOT_MET == answer(self.place, {"a": None}).outcome

    def test_a_case_may_not_deny_it(self) -> None:
        """A case that states another value is refused, with the place of the value."""
        with pytest.raises(InvalidCaseError) as caught:
            answer(self.place, {"a": True})
        found = [(finding.code, finding.place.path) for finding in caught.value.findings]
        assert [("given-fact", ("facts", "a"))] == found


class TestHas:
    """What the child already has."""

    place = town_with(criterion("a"), exclusion("has(plass)"))

    @pytest.mark.parametrize(
        ("has", "complete", "expected"),
        [
            (["plass"], False, "not_met"),
            (["plass"], True, "not_met"),
            (["hjelp"], False, "unknown"),
            ([], False, "unknown"),
            ([], True, "met"),
            (["hjelp"], True, "met"),
        ],
    )
    def test_unlisted_is_unknown_unless_the_list_is_complete(
        self, has: list[str], *, complete: bool, expected: str
    ) -> None:
        """What is listed the child has; what is not listed is unknown unless the list is complete."""
        listed = [{"id": name} for name in has]
        assert expected == answer(self.place, {"a": True}, has=listed, has_complete=complete).outcome

    def test_an_incomplete_list_is_something_to_wait_for(self) -> None:
        """An outcome that only a complete list can settle waits for facts."""
        assert (WaitsFor.FACTS,) == answer(self.place, {"a": True}).waits_for

    @pytest.mark.parametrize(
        ("has", "complete", "expected"),
        [
            (["plass"], True, "not_met"),
            (["plass"], False, "unknown"),
            (["plass", "hjelp"], False, "met"),
            (["plass", "plass"], False, "unknown"),
            ([], True, "not_met"),
        ],
    )
    def test_a_count_can_only_grow(self, has: list[str], *, complete: bool, expected: str) -> None:
        """A count from an incomplete list is a lower bound, and no thing counts twice."""
        help_ = service(ground(criterion("count(tjeneste) >= 2")), counts_as=["tjeneste"])
        listed = [{"id": name} for name in has]
        found = answer(town(entitlements=[help_]), has=listed, has_complete=complete)
        assert expected == found.outcome

    def test_a_lower_bound_is_not_shown_as_the_value(self) -> None:
        """A derived count of which only a bound is known is shown as not known."""
        counted = {
            "id": "antall_tjenester",
            "label": "antall tjenester",
            "question": "Hvor mange tjenester?",
            "type": "integer",
            "derived": "count(tjeneste)",
        }
        place = town(facts=[counted], entitlements=[service(ground(criterion("antall_tjenester >= 2")))])
        seen = [
            answer(place, has=[{"id": "plass"}], has_complete=complete).grounds[0].criteria[0].facts
            for complete in (False, True)
        ]
        assert [{"antall_tjenester": None}, {"antall_tjenester": 1}] == seen

    @pytest.mark.parametrize(("stated", "wrong"), [(0, ["antall_tjenester"]), (1, []), (3, [])])
    def test_a_stated_count_may_be_more_than_the_list(self, stated: int, wrong: list[str]) -> None:
        """A stated count may be greater than an incomplete list shows, and not smaller."""
        counted = {
            "id": "antall_tjenester",
            "label": "antall tjenester",
            "question": "Hvor mange tjenester?",
            "type": "integer",
            "derived": "count(tjeneste)",
        }
        place = town(facts=[counted], entitlements=[service(ground(criterion("a")))])
        assert wrong == _wrong_facts(place, {"antall_tjenester": stated}, has=[{"id": "plass"}])


def test_links_never_feed_outcomes() -> None:
    """An entitlement has the same outcome with links as without, whatever the linked one's outcome is."""
    other = {**service(ground(criterion("b"))), "id": "annet", "name": "Annet"}
    kinds = ("brings", "ends", "until", "instead", "combines", "on_top_of", "then_test")
    links = [{"id": kind, "kind": kind, "to": "annet", "text": f"Om {kind}."} for kind in kinds]
    place = town(entitlements=[service(ground(criterion("a")), links=links), other])
    outcomes = {answer(place, {"a": True, "b": b}).outcome for b in (True, False, None)}
    assert {Outcome.MET} == outcomes


def test_links_are_shown() -> None:
    """A link shows its kind, whom it leads to by name, and what the source leaves open."""
    other = {**service(), "id": "annet", "name": "Annet"}
    link = {"id": "l", "kind": "brings", "to": "annet", "text": "Gir.", "unclear": {"note": "Taust."}}
    found = answer(town(entitlements=[service(ground(criterion("a")), links=[link]), other])).links[0]
    assert ("brings", "annet", "Annet", "Gir.", "Taust.") == (
        found.kind,
        found.to,
        found.name,
        found.text,
        found.unclear,
    )


def test_a_link_to_what_is_gone_is_left_out() -> None:
    """A link to something that the town has withdrawn is not shown."""
    link = {"id": "l", "kind": "brings", "to": "annet", "text": "Gir."}
    other = {**service(), "id": "annet", "name": "Annet"}
    nation = {"entitlements": [service(ground(criterion("a")), links=[link]), other]}
    gone = {"withdraws": "annet", "reason": "Byen har ikke dette."}
    assert () == answer(town(nation, entitlements=[gone])).links


def test_disregarded_facts_change_nothing(lia: Municipality) -> None:
    """A fact that must not count changes nothing in the answer about that entitlement."""
    answers = [
        next(found for found in lia.assess(case).entitlements if found.id == "foreldrestipend")
        for case in (
            {"on": "2026-03-01", "facts": {"tung_omsorg": True, **income}}
            for income in ({}, {"inntekt": 0}, {"inntekt": 900_000}, {"inntekt": None})
        )
    ]
    assert [answers[0]] * 4 == answers


LIST_NOTE = (
    "Det er ikke sagt at listen over hva barnet har fra før, er fullstendig (has_complete). "
    "Det som ikke står i listen, er derfor ukjent."
)
LIST_NOTE_NN = (
    "Det er ikkje sagt at lista over kva barnet har frå før, er fullstendig (has_complete). "
    "Det som ikkje står i lista, er derfor ukjent."
)


@pytest.mark.parametrize("when", ["has(plass)", "count(tjeneste) > 0"])
@pytest.mark.parametrize(
    ("case", "noted"),
    [
        ({}, True),
        ({"has_complete": True}, False),
        ({"has": [{"id": "plass"}]}, False),
        ({"has": [{"id": "plass", "since": "2026-03-01"}]}, False),
        ({"has": [{"id": "plass", "since": "2026-03-02"}]}, True),
    ],
)
def test_the_list_is_not_said_to_be_complete(when: str, case: dict[str, Any], *, noted: bool) -> None:
    """An outcome that waits for what the child has says so; what begins later is not had yet."""
    found = answer(town_with(criterion(when)), **case)
    assert (noted, noted) == (LIST_NOTE in found.notes, found.outcome == "unknown")


def test_the_note_on_the_list_in_nynorsk() -> None:
    """The note on the list is in the language asked for."""
    place = town_with(criterion("has(plass)"))
    assert LIST_NOTE_NN in place.assess({"on": "2026-03-01"}, language="nn").entitlements[0].notes


def test_no_note_on_the_list_where_it_settles_nothing() -> None:
    """An outcome that waits for facts alone, or that is known, says nothing of the list."""
    place = town_with(criterion("a"), criterion("has(plass) or b"))
    found = [answer(place, facts).notes for facts in ({"b": True}, {"a": False})]
    assert [False, False] == [LIST_NOTE in notes for notes in found]


def test_what_begins_later_is_not_had_in_a_complete_list() -> None:
    """In a complete list, what begins on a later day than the one asked about is known not to be had."""
    place = town_with(criterion("has(plass)"))
    found = answer(place, has=[{"id": "plass", "since": "2026-03-02"}], has_complete=True)
    assert "not_met" == found.outcome
