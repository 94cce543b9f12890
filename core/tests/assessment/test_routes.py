"""Routes and ladders: settled, open, unclear or silent, and never the last line for want of a better."""

from __future__ import annotations

from typing import Any

import pytest

from laget.model.answers import Assessment, RouteAnswer
from laget.municipality import Municipality

from .rules import assessed, criterion, ground, service, town

OTHER = {**service(ground(criterion("b"))), "id": "annet", "name": "Annet"}
ROLES = [{"id": "leder", "name": "leder"}]
TAUST = {"note": "Taust."}


def line(office: str, **more: Any) -> dict[str, Any]:
    """Make a line that leads to an office."""
    return {"id": office, "to": {"office": office}, **more}


def step(name: str, *lines: dict[str, Any], position: int = 1, **more: Any) -> dict[str, Any]:
    """Make a route."""
    return {"id": name, "name": name.title(), "position": position, "lines": [*lines], **more}


def routed(*routes: dict[str, Any]) -> Municipality:
    """Give a town with these routes, and two entitlements."""
    return town({"routes": [*routes], "roles": ROLES}, entitlements=[service(ground(criterion("a"))), OTHER])


def way(
    place: Municipality, facts: dict[str, object] | None = None, about: str = "hjelp"
) -> dict[str, RouteAnswer]:
    """Give the steps of the way by name."""
    found = next(found for found in assessed(place, facts).entitlements if found.id == about)
    return {route.step: route for route in found.route}


def candidates(route: RouteAnswer) -> list[str]:
    """Give the names of those who may be the one."""
    return [candidate.name for candidate in route.candidates]


BY_PLACE = step(
    "decision", line("nord", when="sted == 'hjemme'"), line("sor", when="sted == 'borte'"), hole=TAUST
)


@pytest.mark.parametrize(
    ("sted", "expected"),
    [
        ("hjemme", ("settled", "nord", [], ())),
        ("borte", ("settled", "sor", [], ())),
        ("ute", ("silent", None, [], ())),
    ],
)
def test_facts_settle_a_route(sted: str, expected: tuple[object, ...]) -> None:
    """One line holds: settled. None holds: silent, and never the last line."""
    found = way(routed(BY_PLACE), {"sted": sted})["decision"]
    assert expected == (found.state, found.office, candidates(found), found.missing)


def test_an_unknown_fact_leaves_a_route_open() -> None:
    """While facts decide, the route is open, with everyone it may be and the facts that settle it."""
    found = way(routed(BY_PLACE))["decision"]
    assert ("open", None, ["Nord", "Sor"], ("sted",)) == (
        found.state,
        found.office,
        candidates(found),
        found.missing,
    )


def test_what_is_asked_is_not_asked_again_for_a_route() -> None:
    """A fact that is asked for and not known keeps a route open, and is not asked for again."""
    found = way(routed(BY_PLACE), {"sted": None})["decision"]
    assert ("open", ()) == (found.state, found.missing)


def test_a_candidate_that_is_ruled_out_is_not_shown() -> None:
    """Only lines that may still hold are candidates."""
    by_two = step("decision", line("nord", when="a and b"), line("sor", when="not b"), hole=TAUST)
    assert ["Sor"] == candidates(way(routed(by_two), {"a": False})["decision"])


def test_a_line_that_holds_beside_one_that_may_is_open() -> None:
    """A route is open while one more line may hold than the one that does."""
    both = step("decision", line("nord"), line("sor", when="a"), overlap=TAUST)
    found = way(routed(both))["decision"]
    assert ("open", ["Nord", "Sor"], ("a",)) == (found.state, candidates(found), found.missing)


@pytest.mark.parametrize(
    ("facts", "state", "texts"),
    [
        ({"a": True}, "unclear", ("Overlapp.",)),
        ({"a": False}, "settled", ()),
    ],
)
def test_a_declared_overlap_is_a_note(facts: dict[str, object], state: str, texts: tuple[str, ...]) -> None:
    """Where the source lets two lines hold, the route is unclear with both, and says so."""
    both = step("decision", line("nord"), line("sor", when="a"), overlap={"note": "Overlapp."})
    found = way(routed(both), facts)["decision"]
    assert (state, texts) == (found.state, found.texts)


def test_a_declared_hole_is_a_note() -> None:
    """Where the source leaves a case without a line, the route is silent, and says so."""
    found = way(routed(BY_PLACE), {"sted": "ute"})["decision"]
    assert ("silent", ("Taust.",)) == (found.state, found.texts)


def test_a_route_without_lines_is_silent() -> None:
    """A step that nobody says anything about is silent, without candidates and without notes."""
    found = way(routed(step("decision")))["decision"]
    assert ("silent", [], (), None) == (found.state, candidates(found), found.texts, found.office)


@pytest.mark.parametrize(
    ("unclear", "facts", "expected"),
    [
        (TAUST, {}, ("unclear", ["Nord"], (), ("Taust.",))),
        ({**TAUST, "when": "a"}, {"a": True}, ("unclear", ["Nord"], (), ("Taust.",))),
        ({**TAUST, "when": "a"}, {"a": False}, ("settled", [], (), ())),
        ({**TAUST, "when": "a"}, {}, ("open", ["Nord"], ("a",), ("Taust.",))),
    ],
)
def test_an_unclear_line_is_a_candidate_and_never_the_answer(
    unclear: dict[str, object], facts: dict[str, object], expected: tuple[object, ...]
) -> None:
    """What the source leaves open is a candidate with a note, unless a fact tells that it does not matter."""
    found = way(routed(step("decision", line("nord", unclear=unclear))), facts)["decision"]
    assert expected == (found.state, candidates(found), found.missing, found.texts)


def test_several_unclear_lines_are_all_candidates() -> None:
    """A source that names several leaves a route unclear with all of them; equal notes are shown once."""
    both = step("decision", line("nord", unclear=TAUST), line("sor", unclear=TAUST))
    found = way(routed(both))["decision"]
    assert ("unclear", ["Nord", "Sor"], ("Taust.",)) == (found.state, candidates(found), found.texts)


def test_an_unclear_line_that_does_not_hold_is_no_candidate() -> None:
    """A line whose condition fails for certain, and whose words are clear about it, is ruled out."""
    both = step("decision", line("nord"), line("sor", when="a", unclear={**TAUST, "when": "b"}))
    found = way(routed(both), {"a": False, "b": False})["decision"]
    assert ("settled", "nord") == (found.state, found.office)


@pytest.mark.parametrize(("about", "expected"), [("hjelp", "nord"), ("annet", "sor")])
def test_others_are_those_that_no_line_names(about: str, expected: str) -> None:
    """A line for the others is for the entitlements that no other line of the route names."""
    route = step("decision", line("nord", applies_to=["hjelp"]), line("sor", others=True))
    assert expected == way(routed(route), about=about)["decision"].office


def test_who_assigns_is_shown() -> None:
    """A settled route tells who picks the one that does it."""
    route = step("mapping", {"id": "en", "to": {"role": "leder", "at": "nord", "assigned_by": "sor"}})
    found = way(routed(route))["mapping"]
    assert ("leder", "nord", "leder (Nord)", "sor") == (
        found.role,
        found.office,
        found.name,
        found.assigned_by,
    )


def test_steps_stand_in_their_order() -> None:
    """The steps of a way stand in the order of their positions, whatever order they are written in."""
    place = routed(step("c", position=3), step("a", position=1), step("b", position=2))
    assert ["a", "b", "c"] == list(way(place))


def same_as(other: str, name: str = "samme", **more: Any) -> dict[str, Any]:
    """Make a line that leads to whoever does another step."""
    return {"id": name, "to": {"same_as": other}, **more}


class TestSameAs:
    """Steps that are done by whoever does another step."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"sted": "hjemme"}, ("settled", "nord", [], ())),
            ({"sted": "ute"}, ("silent", None, [], ())),
            ({}, ("open", None, ["Nord", "Sor"], ("sted",))),
        ],
    )
    def test_it_has_the_answer_of_the_other(
        self, facts: dict[str, object], expected: tuple[object, ...]
    ) -> None:
        """A step that is like another has its state, its office, its candidates and its missing facts."""
        found = way(routed(BY_PLACE, step("complaint", same_as("decision"), position=2)), facts)["complaint"]
        assert expected == (found.state, found.office, candidates(found), found.missing)

    def test_it_keeps_its_own_name_and_texts(self) -> None:
        """A step that is like another keeps its own name, and its own texts first."""
        decision = step("decision", line("nord", text="Vedtar."))
        complaint = step("complaint", same_as("decision", text="Klages."), position=2)
        found = way(routed(decision, complaint))["complaint"]
        assert ("complaint", "Complaint", ("Klages.", "Vedtar.")) == (
            found.step,
            found.step_name,
            found.texts,
        )

    @pytest.mark.parametrize("positions", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
    def test_it_may_lead_on(self, positions: tuple[int, int, int]) -> None:
        """A step that is like one that is like a third is like the third, in whatever order they stand."""
        first, second, third = positions
        place = routed(
            step("decision", line("nord"), position=first),
            step("complaint", same_as("decision"), position=second),
            step("review", same_as("complaint"), position=third),
        )
        found = way(place)["review"]
        assert ("settled", "nord", "Nord") == (found.state, found.office, found.name)

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"a": True}, ("settled", "nord", [])),
            ({"a": False}, ("settled", "sor", [])),
            ({}, ("open", None, ["Sor", "Nord"])),
        ],
    )
    def test_it_may_be_one_line_of_several(
        self, facts: dict[str, object], expected: tuple[object, ...]
    ) -> None:
        """A line that leads to another step's office settles a route, or is a candidate, like any line."""
        complaint = step("complaint", same_as("decision", when="a"), line("sor", when="not a"), position=2)
        found = way(routed(step("decision", line("nord")), complaint), facts)["complaint"]
        assert expected == (found.state, found.office, candidates(found))

    def test_an_unclear_one_has_the_others_candidates(self) -> None:
        """Where the source is unclear about who is the same, the other step's office is a candidate."""
        complaint = step("complaint", same_as("decision", unclear=TAUST), position=2)
        found = way(routed(step("decision", line("nord")), complaint))["complaint"]
        assert ("unclear", None, ["Nord"]) == (found.state, found.office, candidates(found))


def test_an_open_step_lends_its_candidates() -> None:
    """A step that may be like an open one has that one's candidates, and waits for the same facts."""
    complaint = step("complaint", same_as("decision", unclear=TAUST), position=2)
    found = way(routed(BY_PLACE, complaint))["complaint"]
    assert ("unclear", ["Nord", "Sor"], ("sted",)) == (found.state, candidates(found), found.missing)


def test_offers_are_routed_too() -> None:
    """What has no conditions has a way as well."""
    place = town({"routes": [step("decision", line("nord"))]}, entitlements=[service()])
    assert ["nord"] == [route.office for route in assessed(place).offers[0].route]


def level(name: str, when: str, **more: Any) -> dict[str, Any]:
    """Make a level of a ladder."""
    return {"id": name, "name": name.title(), "text": "Trinn.", "when": when, **more}


def laddered(*levels: dict[str, Any], **more: Any) -> Municipality:
    """Give a town with a ladder."""
    ladder = {"id": "stige", "name": "Stige", "description": "En stige.", "levels": [*levels], **more}
    return town(ladders=[ladder], entitlements=[service(ground(criterion("a")))])


def _stands(found: Assessment) -> tuple[object, ...]:
    ladder = found.levels[0]
    return ladder.state, ladder.level, ladder.candidates, ladder.missing


LOW, HIGH = level("lav", "antall <= 5"), level("hoy", "antall >= 5")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"antall": 4}, ("settled", "lav", (), ())),
        ({"antall": 6}, ("settled", "hoy", (), ())),
        ({"antall": 5}, ("unclear", None, ("lav", "hoy"), ())),
        ({}, ("open", None, ("lav", "hoy"), ("antall",))),
        ({"antall": None}, ("open", None, ("lav", "hoy"), ())),
    ],
)
def test_where_a_case_stands_on_a_ladder(facts: dict[str, object], expected: tuple[object, ...]) -> None:
    """A ladder is settled, open or unclear like a route."""
    assert expected == _stands(assessed(laddered(LOW, HIGH, overlap=TAUST), facts))


def test_a_case_that_no_level_describes_is_silent() -> None:
    """A case on no level of a ladder is on none: silent, with the declared note."""
    found = assessed(laddered(level("lav", "antall < 5"), hole=TAUST), {"antall": 5}).levels[0]
    assert ("silent", None, (), ("Taust.",)) == (found.state, found.level, found.candidates, found.texts)


@pytest.mark.parametrize(
    ("antall", "expected"),
    [(5, True), (4, False), (6, False)],
)
def test_an_overlap_is_noted_only_where_it_is(antall: int, *, expected: bool) -> None:
    """The note on an overlap stands with cases on two levels, and not with one that is unclear by itself."""
    high = {**HIGH, "unclear": {"note": "Åpent.", "when": "antall > 5"}}
    found = assessed(laddered(LOW, high, overlap={"note": "Overlapp."}), {"antall": antall}).levels[0]
    assert expected is ("Overlapp." in found.texts)


def test_an_unclear_level_is_a_candidate() -> None:
    """A level whose words are open is a candidate, with the note, and never the level."""
    found = assessed(laddered(level("lav", "antall < 5", unclear=TAUST)), {"antall": 1}).levels[0]
    assert ("unclear", None, ("lav",), ("Lav: Trinn.", "Taust.")) == (
        found.state,
        found.level,
        found.candidates,
        found.texts,
    )


def test_two_ladders_are_two_scales(lia: Municipality) -> None:
    """Each ladder is settled by itself."""
    found = lia.assess({"on": "2026-03-01", "facts": {"fodselsdato": "2015-02-20"}}).levels
    assert {"stige": "open", "alderstrinn": "settled"} == {level.ladder: level.state for level in found}


def test_notes_on_a_hole_cite_their_source(lia: Municipality) -> None:
    """A silent step cites the section that leaves it open."""
    found = lia.assess({"on": "2026-03-01", "facts": {"fodselsdato": "2000-02-20"}}).offers[0].route[0]
    assert ("contact", "silent", ["2.0"]) == (found.step, found.state, [ref.section for ref in found.sources])


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nb", "leder (der ansvaret for Annet ligger)"), ("nn", "leder (der ansvaret for Annet ligg)")],
)
@pytest.mark.parametrize("state", ["settled", "unclear"])
def test_a_role_where_something_is_held(state: str, language: str, expected: str) -> None:
    """A role where something is held is named with what, in the language asked for, settled or not."""
    held = {"id": "leder", "to": {"role": "leder", "holder_of": "annet"}}
    lines = [held] if state == "settled" else [held, line("nord")]
    place = routed(step("decision", *lines, overlap={"note": "Begge."}))
    (found,) = place.assess({"on": "2026-03-01"}, language=language).entitlements[0].route
    assert (state, expected) == (found.state, found.name or candidates(found)[0])


def test_a_role_where_something_withdrawn_is_held() -> None:
    """A role where something is held that the municipality does not offer is named with its id."""
    held = {"id": "leder", "to": {"role": "leder", "holder_of": "annet"}}
    entitlements = [service(ground(criterion("a"))), OTHER]
    place = town(
        {"routes": [step("decision", held)], "roles": ROLES, "entitlements": entitlements},
        entitlements=[{"withdraws": "annet", "reason": "Tilbys ikke."}],
    )
    assert "leder (der ansvaret for annet ligger)" == way(place)["decision"].name
