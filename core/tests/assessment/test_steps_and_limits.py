"""Steps, limits and fees: what stands beside the outcome and never changes it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from laget.model.answers import EntitlementAnswer, Outcome

from .rules import answer, assessed, criterion, ground, service, town

APPLY = {"id": "soke", "text": "Søk.", "who": "nord"}
MEET = {"id": "mote", "text": "Møt.", "force": "should"}
DUE = {**APPLY, "by": "fodt + months(1)"}


def stepped(*steps: dict[str, Any], **case: object) -> EntitlementAnswer:
    """Give the answer about an entitlement with some steps."""
    place = town(entitlements=[service(ground(criterion("a")), steps=[*steps])])
    return answer(place, {"a": True, **case.pop("facts", {})}, **case)  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("case", "state", "ready"),
    [
        ({}, "unknown", None),
        ({"steps": [{"id": "soke", "state": "done"}]}, "done", True),
        ({"steps": [{"id": "soke", "state": "open"}]}, "open", False),
        ({"steps": [{"id": "soke", "state": "declined"}]}, "declined", False),
        ({"steps": [{"id": "soke", "state": "missed"}]}, "missed", False),
        ({"steps": [{"id": "soke", "state": "unknown"}]}, "unknown", None),
        ({"steps": [{"id": "mote", "state": "done"}]}, "unknown", None),
        ({"steps": [{"id": "soke", "state": "done", "about": "annet"}]}, "unknown", None),
        ({"steps": [{"id": "soke", "state": "done", "about": "hjelp"}]}, "done", True),
        (
            {"steps": [{"id": "soke", "state": "open", "about": "hjelp"}, {"id": "soke", "state": "done"}]},
            "open",
            False,
        ),
        ({"steps": [{"id": "soke", "state": "open"}, {"id": "soke", "state": "done"}]}, "done", True),
        ({"events": [{"event": "sokt", "on": "2026-02-01"}]}, "done", True),
        ({"events": [{"event": "sokt", "on": "2026-03-01"}]}, "done", True),
        ({"events": [{"event": "sokt", "on": "2026-03-02"}]}, "unknown", None),
        ({"events": [{"event": "sokt", "on": "2026-02-01", "about": "annet"}]}, "unknown", None),
        ({"events": [{"event": "sokt", "on": "2026-02-01", "about": "hjelp"}]}, "done", True),
        ({"events": [{"event": "vedtatt", "on": "2026-02-01"}]}, "unknown", None),
        (
            {
                "steps": [{"id": "soke", "state": "open"}],
                "events": [{"event": "sokt", "on": "2026-02-01"}],
            },
            "open",
            False,
        ),
    ],
)
def test_the_state_of_a_step(case: dict[str, Any], state: str, *, ready: bool | None) -> None:
    """The case's own word on a step counts first, then that about all, then the event that shows it."""
    other = {**service(ground(criterion("a"))), "id": "annet", "name": "Annet"}
    place = town(entitlements=[service(ground(criterion("a")), steps=[APPLY]), other])
    found = answer(place, {"a": True}, **case)
    assert (state, ready, Outcome.MET) == (found.steps[0].state, found.ready, found.outcome)


@pytest.mark.parametrize(
    ("born", "step", "expected"),
    [
        ("2026-02-02", {"state": "open"}, "open"),
        ("2026-02-01", {"state": "open"}, "open"),
        ("2026-01-31", {"state": "open"}, "missed"),
        ("2026-01-01", {"state": "declined"}, "declined"),
        ("2026-01-01", {"state": "unknown"}, "unknown"),
        ("2026-01-01", {"state": "done"}, "done"),
        ("2026-01-01", {"state": "done", "on": "2026-01-31"}, "done"),
        ("2026-01-01", {"state": "done", "on": "2026-02-01"}, "done"),
        ("2026-01-01", {"state": "done", "on": "2026-02-02"}, "missed"),
        (None, {"state": "open"}, "open"),
        (None, {"state": "done", "on": "2026-02-02"}, "done"),
    ],
)
def test_the_last_day_is_included(born: str | None, step: dict[str, Any], expected: str) -> None:
    """A step is in time on its last day, and missed from the day after, if it is open or done too late."""
    found = stepped(DUE, facts={"fodt": born}, steps=[{"id": "soke", **step}])
    assert expected == found.steps[0].state


@pytest.mark.parametrize(("day", "expected"), [("2026-02-01", "done"), ("2026-02-02", "missed")])
def test_the_first_event_counts(day: str, expected: str) -> None:
    """Of several events that show a step, the first tells whether it was in time."""
    events = [{"event": "sokt", "on": "2026-02-20"}, {"event": "sokt", "on": day}]
    assert expected == stepped(DUE, facts={"fodt": "2026-01-01"}, events=events).steps[0].state


def test_the_last_day_is_shown() -> None:
    """A step shows its last day, and one month after 31 January is the last day of February."""
    found = stepped(DUE, facts={"fodt": "2026-01-31"}).steps[0]
    assert ("2026-02-28", "nord", "Søk.") == (str(found.by), found.who, found.text)


def test_a_last_day_that_is_not_known_is_not_shown() -> None:
    """A step whose last day follows from an unknown fact has no last day."""
    assert stepped(DUE).steps[0].by is None


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["done", "open"], True),
        (["done", "declined"], True),
        (["open", "done"], False),
        (["unknown", "done"], None),
    ],
)
def test_only_required_steps_make_a_case_ready(states: list[str], *, expected: bool | None) -> None:
    """A case is ready when every step that must be done is done; a recommended step holds up nothing."""
    taken = [{"id": name, "state": state} for name, state in zip(("soke", "mote"), states, strict=True)]
    assert expected is stepped(APPLY, MEET, steps=taken).ready


def test_without_steps_everything_is_ready() -> None:
    """An entitlement without steps is ready."""
    assert stepped().ready is True


def test_an_entitlements_own_step_stands_for_that_of_a_prerequisite() -> None:
    """Steps of prerequisites follow the entitlement's own, which stand instead of those with the same id."""
    place = town(
        entitlements=[service(ground(criterion("a")), steps=[APPLY])],
        prerequisites=[{"id": "forst", "text": "Først.", "steps": [{**APPLY, "text": "Søk først."}, MEET]}],
    )
    assert ["Søk.", "Møt."] == [step.text for step in answer(place).steps]


BOUND = {"id": "tak", "text": "Fra 2 til 10 timer.", "min": 2, "max": 10, "unit": "hours", "per": "week"}


def limited(bound: dict[str, Any], *applications: dict[str, Any], **facts: object) -> EntitlementAnswer:
    """Give the answer about an entitlement with a limit, where something is applied for."""
    place = town(entitlements=[service(ground(criterion("a")), limits=[bound])])
    return answer(
        place, {"a": True, **facts}, applies_for=[{"id": "hjelp", **found} for found in applications]
    )


def hours(amount: float, **more: object) -> dict[str, Any]:
    """Apply for hours a week."""
    return {"amount": amount, "unit": "hours", "per": "week", **more}


@pytest.mark.parametrize(
    ("amount", "below", "exceeded"),
    [
        (1.5, True, False),
        (2, False, False),
        (2.5, False, False),
        (9.5, False, False),
        (10, False, False),
        (10.5, False, True),
        (0, True, False),
    ],
)
def test_bounds_are_included(amount: float, *, below: bool, exceeded: bool) -> None:
    """An amount at a bound is within it."""
    found = limited(BOUND, hours(amount)).limits[0]
    assert (Decimal(str(amount)), below, exceeded) == (found.amount, found.below, found.exceeded)


@pytest.mark.parametrize("amount", [1, 5, 11])
def test_a_limit_never_changes_the_outcome(amount: int) -> None:
    """What is applied for beyond a limit leaves the outcome as it is."""
    assert Outcome.MET == limited(BOUND, hours(amount)).outcome


@pytest.mark.parametrize(
    "other",
    [
        {"amount": 20, "unit": "days", "per": "week"},
        {"amount": 20, "unit": "hours", "per": "month"},
        {"amount": 20, "unit": "hours"},
    ],
)
def test_another_unit_is_not_compared(other: dict[str, Any]) -> None:
    """An amount in another unit or period is not compared, and a note says so."""
    found = limited(BOUND, other)
    limit = found.limits[0]
    assert (None, None, None) == (limit.amount, limit.below, limit.exceeded)
    assert any("Fra 2 til 10 timer." in note for note in found.notes)


def test_amounts_of_several_applications_are_added() -> None:
    """What is applied for twice is compared as one amount."""
    found = limited(BOUND, hours(6), hours(6))
    assert (Decimal(12), True, ()) == (found.limits[0].amount, found.limits[0].exceeded, found.notes)


def test_without_an_amount_nothing_is_compared() -> None:
    """While nobody has said how much, it can't be told whether a bound is kept, and there is no note."""
    found = limited(BOUND, {})
    assert (None, None, ()) == (found.limits[0].below, found.limits[0].exceeded, found.notes)


def test_a_side_without_a_bound_is_always_kept() -> None:
    """A limit without a least amount has nothing below it, also while the amount is unknown."""
    found = limited({**BOUND, "min": None}).limits[0]
    assert (False, None) == (found.below, found.exceeded)


def test_a_side_without_a_greatest_amount_is_never_exceeded() -> None:
    """A limit without a greatest amount is never exceeded."""
    found = limited({**BOUND, "max": None}, hours(500)).limits[0]
    assert (False, False) == (found.below, found.exceeded)


@pytest.mark.parametrize(
    ("applications", "facts", "expected"),
    [
        ([], {"antall": 12}, 12),
        ([], {}, None),
        ([hours(5)], {"antall": 12}, 5),
        ([], {"antall": None}, None),
    ],
)
def test_a_measure_stands_in_for_an_application(
    applications: list[dict[str, Any]], facts: dict[str, object], expected: int | None
) -> None:
    """Where a fact tells the amount, it is compared when nothing is applied for."""
    assert expected == limited({**BOUND, "measure": "antall"}, *applications, **facts).limits[0].amount


@pytest.mark.parametrize(
    ("c", "expected"),
    [(True, (None, None, "Taust.")), (None, (None, None, "Taust.")), (False, (False, True, None))],
)
def test_an_unclear_limit_settles_nothing(expected: tuple[object, ...], *, c: bool | None) -> None:
    """A limit whose words are open, or may be, neither holds nor is broken, and shows the note."""
    found = limited({**BOUND, "unclear": {"note": "Taust.", "when": "c"}}, hours(11), c=c).limits[0]
    assert expected == (found.below, found.exceeded, found.unclear)


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        ({}, None),
        ({"fee": {"none": True, "text": "Gratis."}}, (True, "Gratis.")),
        ({"fee": {"none": False, "text": "Det koster."}}, (False, "Det koster.")),
    ],
)
def test_silence_about_a_fee_is_not_free(fee: dict[str, Any], expected: tuple[bool, str] | None) -> None:
    """A fee that the source is silent about is null; a service without a fee says so."""
    found = answer(town(entitlements=[service(ground(criterion("a")), **fee)])).fee
    assert expected == (found and (found.none, found.text))


def test_an_offer_has_a_fee_too() -> None:
    """What has no conditions shows what it costs."""
    offer = service(fee={"none": True, "text": "Gratis."})
    found = assessed(town(entitlements=[offer])).offers[0]
    assert ("hjelp", True) == (found.id, found.fee and found.fee.none)


@pytest.mark.parametrize(
    ("day", "state", "ready"), [("2026-03-01", "done", True), ("2026-03-02", "open", False)]
)
def test_a_step_done_later_is_open(day: str, state: str, *, ready: bool) -> None:
    """A step that is done on a later day than the one asked about is not done yet."""
    found = stepped(APPLY, steps=[{"id": "soke", "state": "done", "on": day}])
    assert (state, ready) == (found.steps[0].state, found.ready)


def test_a_step_done_later_than_its_last_day_is_missed() -> None:
    """A step that is not done yet on a day after its last one is missed."""
    found = stepped(
        DUE, facts={"fodt": "2026-01-01"}, steps=[{"id": "soke", "state": "done", "on": "2026-04-01"}]
    )
    assert "missed" == found.steps[0].state
