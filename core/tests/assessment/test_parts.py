"""Partial exclusions: what is not covered, and when a part becomes the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from laget.errors import InvalidCaseError
from laget.model.answers import NotCovered, Outcome

from .rules import answer, criterion, exclusion, ground, missing, service, town, town_with

MUST = criterion("a")


def part(when: str, *purposes: str, **more: Any) -> dict[str, Any]:
    """Make an exclusion of a part."""
    return exclusion(when, scope="part", purposes=[*purposes], **more)


LEGE = part("om_lege", "lege", hours="antall")
SKOLE = part("om_skole", "skole")
PLACE = town_with(MUST, LEGE, SKOLE)


def applied(*purposes: str) -> dict[str, Any]:
    """Apply once with some purposes."""
    return {"applies_for": [{"id": "hjelp", "purposes": [*purposes]}]}


@pytest.mark.parametrize("om_lege", [True, False, None])
def test_a_part_never_changes_the_outcome(*, om_lege: bool | None) -> None:
    """What is excluded in part leaves the outcome as it is."""
    assert Outcome.MET == answer(PLACE, {"a": True, "om_lege": om_lege}).outcome


def _shown(found: tuple[NotCovered, ...]) -> dict[str, tuple[bool | None, Decimal | None]]:
    return {part.id: (part.holds, part.hours) for part in found}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"om_lege": True, "antall": 3}, {"om_lege": (True, Decimal(3)), "om_skole": (None, None)}),
        ({"om_lege": True}, {"om_lege": (True, None), "om_skole": (None, None)}),
        ({"om_lege": None, "antall": 3}, {"om_lege": (None, None), "om_skole": (None, None)}),
        ({"om_lege": False, "om_skole": False, "antall": 3}, {}),
    ],
)
def test_a_part_is_listed_with_its_hours(facts: dict[str, object], expected: dict[str, object]) -> None:
    """A part that applies, or may apply, is listed as not covered; its hours where both are known."""
    assert expected == _shown(answer(PLACE, {"a": True, **facts}).not_covered)


@pytest.mark.parametrize(
    ("purposes", "expected"),
    [
        (["lege"], "not_met"),
        (["lege", "skole"], "not_met"),
        (["lege", "fritid"], "met"),
        (["fritid"], "met"),
        ([], "met"),
    ],
)
def test_a_part_becomes_total_when_nothing_else_is_applied_for(purposes: list[str], expected: str) -> None:
    """The outcome is "not met" when every purpose that is applied for is excluded, and only then."""
    assert expected == answer(PLACE, {"a": True}, **applied(*purposes)).outcome


def test_the_purposes_of_all_applications_count() -> None:
    """Two applications for the same help are total only when the purposes of both are excluded."""
    both: dict[str, Any] = {
        "applies_for": [*applied("lege")["applies_for"], *applied("fritid")["applies_for"]]
    }
    assert Outcome.MET == answer(PLACE, {"a": True}, **both).outcome


def test_an_application_without_purpose_is_not_excluded() -> None:
    """Something applied for without a purpose is not known to be excluded, so the part stays a part."""
    both: dict[str, Any] = {"applies_for": [{"id": "hjelp"}, *applied("lege")["applies_for"]]}
    assert Outcome.MET == answer(PLACE, {"a": True}, **both).outcome


def test_a_purpose_makes_its_fact_known() -> None:
    """Applying for a purpose states the fact that it stands for."""
    shown = answer(PLACE, {"a": True}, **applied("lege")).grounds[0].criteria[1]
    assert True is shown.holds


def test_a_purpose_can_not_be_denied() -> None:
    """A case that denies the fact that its own purpose stands for is refused, with the place of the fact."""
    with pytest.raises(InvalidCaseError) as caught:
        answer(PLACE, {"om_lege": False}, **applied("lege"))
    found = [(finding.code, finding.place.path) for finding in caught.value.findings]
    assert [("impossible-case", ("facts", "om_lege"))] == found


UNKNOWN_PART = town_with(MUST, part("c", "fritid"))


@pytest.mark.parametrize(("c", "expected"), [(True, "not_met"), (None, "unknown"), (False, "met")])
def test_an_unknown_total_is_unknown(expected: str, *, c: bool | None) -> None:
    """While it is unknown whether the only purpose is excluded, the outcome is unknown."""
    assert expected == answer(UNKNOWN_PART, {"a": True, "c": c}, **applied("fritid")).outcome


def test_an_unknown_total_asks_for_its_fact() -> None:
    """The fact that an exclusion of everything waits for is missing, and at best it does not apply."""
    found = answer(UNKNOWN_PART, {"a": True}, **applied("fritid"))
    assert (["c"], Outcome.MET) == (missing(found), found.at_best)


def test_a_presumption_about_a_total_is_named() -> None:
    """A presumed fact that keeps a part from being total is among the assumptions."""
    found = answer(town_with(MUST, part("sjelden", "fritid")), {"a": True}, **applied("fritid"))
    expected = (Outcome.UNKNOWN, Outcome.MET, ("sjelden",))
    assert expected == (found.outcome, found.provisional.outcome, found.provisional.assumes)


@pytest.mark.parametrize(
    ("force", "expected"),
    [("must", "not_met"), ("normally", "exception"), ("should", "met"), ("factor", "met")],
)
def test_a_total_part_has_the_force_of_its_words(force: str, expected: str) -> None:
    """A part that has become total excludes as firmly as its source says, and no more."""
    place = town_with(MUST, part("c", "fritid", force=force))
    assert expected == answer(place, {"a": True, "c": True}, **applied("fritid")).outcome


def test_an_opening_does_not_open_a_total() -> None:
    """When everything applied for is expressly excluded, an opening helps nobody."""
    opening = {"id": "apning", "text": "Andre kan få."}
    place = town_with(MUST, LEGE, opening=opening)
    assert Outcome.NOT_MET == answer(place, {"a": False}, **applied("lege")).outcome


def test_parts_of_different_grounds_are_all_listed() -> None:
    """Parts with one id in two grounds are both listed; the same part before two grounds is listed once."""
    grounds = [
        ground(MUST, {**part("c", "fritid"), "id": "del", "text": f"Del {name}."}, LEGE, id=name)
        for name in ("en", "to")
    ]
    found = answer(town(entitlements=[service(*grounds)]), {"c": True, "om_lege": True})
    texts = [part.text for part in found.not_covered]
    assert ["Del en.", "om_lege", "Del to."] == texts


def test_what_is_never_covered_stands_last() -> None:
    """What the source does not cover in any case is listed after what depends on the case."""
    place = town(
        entitlements=[service(ground(MUST, LEGE), not_covered=[{"id": "billett", "text": "Billetter."}])]
    )
    found = answer(place, {"om_lege": True}).not_covered
    assert [("om_lege", True), ("billett", True)] == [(part.id, part.holds) for part in found]
