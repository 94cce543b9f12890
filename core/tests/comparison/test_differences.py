"""Each kind of difference other than criteria, and what is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from laget.comparison import Side, compare
from laget.model.answers import ChoiceState, Outcome
from laget.model.case import Case
from laget.model.differences import Comparison, FeeState, StandingState
from laget.model.mapping import FrozenMapping
from laget.municipality import Municipality
from laget.registry import Registry

from ..assessment.rules import criterion, ground, service, town
from .towns import compared, mirrored, town_of

DATES = (date(2023, 6, 1), date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1), date(2027, 1, 1))
LIMIT = {"id": "timer", "text": "Inntil 10 timer.", "max": 10, "unit": "hours", "per": "month"}
NEED = ground(criterion("a"))


def helped(**more: Any) -> Municipality:
    """Give a town with one entitlement that has what is named."""
    return town(entitlements=[service(NEED, **more)])


def routed(**line: Any) -> Municipality:
    """Give a town where one step goes one way."""
    route = {"id": "handling", "name": "Behandling", "position": 1, "lines": [{"id": "alle", **line}]}
    return town(entitlements=[service(NEED)], routes=[route])


def guided(**more: Any) -> Municipality:
    """Give a town with one role."""
    return town(roles=[{"id": "los", "name": "Los", **more}])


@pytest.mark.parametrize("name", ["lia", "vik", "dalen", "riket"])
@pytest.mark.parametrize("on", DATES)
def test_a_handbook_does_not_differ_from_itself(fiction: Registry, name: str, on: date) -> None:
    """The same handbook on both sides has no differences, and that is certain."""
    found = Side(handbook=fiction[name].handbook(on))
    assert True is compare(found, found).same


@pytest.mark.parametrize("on", DATES)
def test_changing_sides_mirrors_the_answer(fiction: Registry, on: date) -> None:
    """Comparing the other way round gives the same differences with their sides changed."""
    one, other = (Side(handbook=fiction[name].handbook(on)) for name in ("lia", "vik"))
    assert mirrored(compare(one, other)) == compare(other, one)


def test_changing_towns_mirrors_the_witnesses() -> None:
    """Comparing the other way round shows the same children."""
    one, other = town_of("a", "antall > 3"), town_of("b", "antall > 5")
    assert mirrored(compared(one, other)) == compared(other, one)


def test_other_words_are_no_difference() -> None:
    """Texts, ids of rules and the order they are written in are no difference."""
    first = helped(
        limits=[LIMIT],
        fee={"none": True, "text": "Gratis."},
        steps=[{"id": "soke", "text": "Søk."}],
        statements=[{"id": "s", "text": "En ting."}],
    )
    other_words = criterion("a") | {"id": "annet", "text": "Noe annet."}
    second = town(
        entitlements=[
            service(
                ground(other_words, id="annen", name="Annen"),
                description="Noe annet.",
                limits=[{**LIMIT, "id": "tid", "text": "Høyst ti timer."}],
                fee={"none": True, "text": "Koster ingenting."},
                steps=[{"id": "soke", "text": "Send søknad."}],
                statements=[{"id": "t", "text": "En annen ting."}],
            )
        ]
    )
    assert True is compared(first, second).same


def test_what_only_one_side_has_is_found() -> None:
    """An entitlement that only one side has is told, with how it stands there."""
    (found,) = compared(town_of("a"), town()).standing
    assert ("hjelp", StandingState.ASSESSED, StandingState.ABSENT) == (
        found.id,
        found.first.state,
        found.second.state,
    )


def test_what_is_withdrawn_says_why(fiction: Registry, today: date) -> None:
    """What one side has and the other has withdrawn comes with the reason."""
    sides = [Side(handbook=fiction[name].handbook(today)) for name in ("lia", "riket")]
    found = next(row for row in compare(*sides).standing if row.id == "nattevakt")
    assert (StandingState.WITHDRAWN, "Lia tilbyr ikke nattevakt.") == (found.first.state, found.first.reason)


def test_offers_and_announcements_are_told_apart() -> None:
    """An offer, an announced offer and something that is assessed stand in three ways."""
    places = [town(entitlements=[service()]), town(entitlements=[service(available=False)]), town_of("a")]
    states = [compared(place, town()).standing[0].first.state for place in places]
    assert [StandingState.OFFER, StandingState.ANNOUNCED, StandingState.ASSESSED] == states


def test_what_has_ended_is_not_there_any_more(fiction: Registry) -> None:
    """One municipality on two dates: what has ended in between is told as ended."""
    sides = [Side(handbook=fiction["lia"].handbook(on)) for on in (date(2024, 7, 1), date(2026, 3, 1))]
    states = {row.id: (row.first.state, row.second.state) for row in compare(*sides).standing}
    assert (StandingState.OFFER, StandingState.ENDED) == states["sommerleir"]


def test_what_neither_has_is_no_difference() -> None:
    """Withdrawn on one side and never heard of on the other: nobody has it."""
    national = {"entitlements": [service(NEED)]}
    withdrawn = town(national, entitlements=[{"withdraws": "hjelp", "reason": "Tilbys ikke."}])
    assert () == compared(withdrawn, town()).standing


@pytest.mark.parametrize(
    "change", [{"max": 12}, {"min": 2}, {"unit": "days"}, {"per": "week"}, {"carries_over": True}]
)
def test_other_bounds_are_found(change: dict[str, Any]) -> None:
    """Another amount, unit or period, or another rule for what is left over, is another bound."""
    (found,) = compared(helped(limits=[LIMIT]), helped(limits=[{**LIMIT, **change}])).limits
    assert (1, 1) == (len(found.first), len(found.second))


def test_a_bound_that_only_one_side_has_is_found() -> None:
    """A bound is told when the other side has none."""
    (found,) = compared(helped(limits=[LIMIT]), helped()).limits
    assert (1, ()) == (len(found.first), found.second)


def test_fees_have_three_states() -> None:
    """Silence, no fee and a fee are three different things."""
    free, costs = {"none": True, "text": "Gratis."}, {"none": False, "text": "100 kroner."}
    states = [
        (found.first.state, found.second.state)
        for pair in ((helped(), helped(fee=free)), (helped(fee=free), helped(fee=costs)))
        for found in compared(*pair).fees
    ]
    assert [(FeeState.SILENT, FeeState.FREE), (FeeState.FREE, FeeState.COSTS)] == states


def test_another_price_is_another_fee() -> None:
    """What something costs stands in the text alone, so another text of it is another fee."""
    fees = [helped(fee={"none": False, "text": text}) for text in ("100 kroner.", "200 kroner.")]
    assert 1 == len(compared(*fees).fees)


@pytest.mark.parametrize("change", [{"force": "should"}, {"by": "on_date() + months(1)"}])
def test_other_steps_are_found(change: dict[str, Any]) -> None:
    """An act that binds in another way, or has another last day, differs."""
    step = {"id": "soke", "text": "Søk."}
    (found,) = compared(helped(steps=[step]), helped(steps=[{**step, **change}])).steps
    assert ("soke", ("hjelp",)) == (found.step, found.about)


def test_a_step_that_only_one_side_asks_for_is_found() -> None:
    """An act before a decision that the other side says nothing of is told as such."""
    (found,) = compared(helped(steps=[{"id": "soke", "text": "Søk."}]), helped()).steps
    assert (True, None) == (found.first is not None, found.second)


def test_another_way_is_found_with_what_the_office_is() -> None:
    """A step that another office does is told with names and kinds."""
    (found,) = compared(routed(to={"office": "nord"}), routed(to={"office": "sor"})).routes
    assert (["Nord"], ["Sor"]) == (
        [who.name for who in found.first.who],
        [who.name for who in found.second.who],
    )


def test_a_way_that_depends_on_the_case_is_found() -> None:
    """A step that goes the same way under other conditions differs."""
    sides = [routed(to={"office": "nord"}, when=when) for when in ("alder < 18", "alder < 16")]
    (found,) = compared(*sides).routes
    assert (ChoiceState.OPEN, ("fodt",)) == (found.first.state, found.first.missing)


def test_entitlements_that_go_the_same_way_stand_together() -> None:
    """One difference in the way is told once, for all it is about."""
    services = [service(NEED), service(NEED, id="annen")]
    sides = [
        town(
            entitlements=services,
            routes=[
                {
                    "id": "handling",
                    "name": "Behandling",
                    "position": 1,
                    "lines": [{"id": "alle", "to": {"office": office}}],
                }
            ],
        )
        for office in ("nord", "sor")
    ]
    assert [("annen", "hjelp")] == [found.about for found in compared(*sides).routes]


def test_who_may_hold_a_role_is_compared_by_a_candidate() -> None:
    """Rules for holding a role that differ are shown by a candidate."""
    (found,) = compared(
        guided(holding=[ground(criterion("a"))]), guided(holding=[ground(criterion("a"), criterion("b"))])
    ).roles
    assert found.holding is not None
    assert (False, True) == (found.otherwise, found.holding.better_in_first is not None)


def test_a_role_that_only_one_side_has_is_found() -> None:
    """A role that the other side does not have is told."""
    (found,) = compared(guided(), town()).roles
    assert (True, None) == (found.first is not None, found.second)


def test_who_appoints_is_told_with_the_role() -> None:
    """Who appoints for a role that is assessed stands with the role, and not with the way."""
    sides = [
        town(
            roles=[{"id": "los", "name": "Los"}],
            entitlements=[service(NEED, id="los", name="Los", kind="role")],
            routes=[
                {
                    "id": "appoint_unit",
                    "name": "Enhet",
                    "position": 1,
                    "lines": [{"id": "alle", "to": {"office": office}}],
                }
            ],
        )
        for office in ("nord", "sor")
    ]
    found = compared(*sides)
    (role,) = found.roles
    assert ((), True) == (found.routes, role.otherwise)


def test_ladders_stand_side_by_side() -> None:
    """Ladders that differ are listed whole on both sides, and no level is joined to another."""

    def laddered(border: int) -> Municipality:
        levels = [
            {"id": "1", "name": "Nivå 1", "text": "Lite.", "when": f"antall < {border}"},
            {"id": "2", "name": "Nivå 2", "text": "Mye.", "when": f"antall >= {border}"},
        ]
        return town(ladders=[{"id": "stige", "name": "Stige", "description": "En stige.", "levels": levels}])

    found = compared(laddered(3), laddered(4)).levels
    assert found is not None
    assert (["1", "2"], ["1", "2"]) == tuple(
        [level.id for level in ladders[0].levels] for ladders in (found.first, found.second)
    )
    assert None is compared(laddered(3), laddered(3)).levels


def test_other_relations_are_found() -> None:
    """A relation that only one side has is told."""

    def linked(*links: dict[str, str]) -> Municipality:
        return town(entitlements=[service(NEED, links=[*links]), service(NEED, id="annen")])

    link = {"id": "b", "kind": "brings", "to": "annen", "text": "Fører med seg."}
    (found,) = compared(linked(link), linked()).links
    assert ("hjelp", "annen", None) == (found.about, found.to, found.second)


def test_other_names_are_found() -> None:
    """Another name for the same thing is told, and nothing else."""
    found = compared(helped(), helped(name="Hjelpa"))
    assert [("entitlements", "Hjelp", "Hjelpa")] == [
        (row.section, row.first, row.second) for row in found.names
    ]
    assert (False, ()) == (found.same, found.criteria)


def _with_case(place: Municipality, facts: dict[str, Any]) -> Side:
    handbook = place.handbook(date(2026, 3, 1))
    return Side(handbook=handbook, case=Case(facts=FrozenMapping(facts)))


def test_a_case_is_answered_by_both_sides() -> None:
    """With a case, both answers about everything that either assesses stand side by side."""
    found: Comparison = compare(
        _with_case(town_of("antall >= 5"), {"antall": 5}), _with_case(town_of("antall >= 6"), {"antall": 5})
    )
    assert found.case is not None
    (row,) = found.case
    assert row.first is not None
    assert row.second is not None
    assert (True, Outcome.MET, Outcome.NOT_MET) == (row.differs, row.first.outcome, row.second.outcome)


def test_what_one_side_does_not_assess_is_null_in_a_case() -> None:
    """In the answers about a case, what one side does not assess is null there."""
    found = compare(_with_case(town_of("a"), {}), _with_case(town(), {}))
    assert [(True, None)] == [(row.first is not None, row.second) for row in found.case or ()]


def test_without_a_case_there_are_no_answers_about_one() -> None:
    """Without a case the comparison holds no answers about one."""
    one = _with_case(town_of("a"), {})
    assert None is compare(one, evolve(one, case=None)).case
