"""Duties that differ: each part of one, and what is no difference."""

from __future__ import annotations

from typing import Any

import pytest

from laget.model.duty_differences import DutyDifference, DutyPart
from laget.municipality import Municipality
from laget.render.comparison import comparison_text

from ..assessment.rules import criterion, ground, service, town
from .towns import DAY, compared, mirrored

SVAR = {"id": "svar", "text": "Søkeren får svar.", "after": "sokt", "within": "P1M", "owner": "los"}
ROLES = [{"id": "los", "name": "Los"}, {"id": "leder", "name": "Leder"}]


def bound(**more: Any) -> Municipality:
    """Give a town with one duty."""
    duty = {key: value for key, value in {**SVAR, **more}.items() if value is not None}
    return town(duties=[duty], roles=ROLES, entitlements=[service(ground(criterion("a")))])


def difference(**more: Any) -> DutyDifference:
    """Give what differs when one part of the duty is another on the second side."""
    (found,) = compared(bound(), bound(**more)).duties
    return found


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"after": "vedtatt"}, DutyPart.COUNTED_FROM),
        ({"after": None, "before": "sokt"}, DutyPart.COUNTED_FROM),
        ({"after": None, "after_day": "fodt + years(16)"}, DutyPart.COUNTED_FROM),
        ({"within": "P2M"}, DutyPart.LENGTH),
        ({"within": None, "working_days": 3}, DutyPart.LENGTH),
        ({"within": None}, DutyPart.LENGTH),
        ({"moves": "next_working_day"}, DutyPart.MOVES),
        ({"owner": "leder"}, DutyPart.OWNER),
        ({"owner": None}, DutyPart.OWNER),
        ({"recipient": "leder"}, DutyPart.RECIPIENT),
        ({"force": "should"}, DutyPart.FORCE),
        ({"done_by": ["vedtatt"]}, DutyPart.DONE_BY),
        ({"about": ["hjelp"]}, DutyPart.ABOUT),
        ({"unclear": {"note": "Kilden sier ikke når."}}, DutyPart.UNCLEAR),
    ],
)
def test_each_part_of_a_duty_is_told(more: dict[str, Any], part: DutyPart) -> None:
    """Another trigger, length, owner, recipient, force or sign of being done is told as that part alone."""
    assert (part,) == difference(**more).parts


def test_what_recurs_is_told() -> None:
    """Another interval, and another number of times in it, is another recurrence."""
    places = [
        town(duties=[{"id": "tur", "text": "Tur.", "every": every, "times": times}])
        for every, times in (("P1Y", 1), ("P6M", 1), ("P1Y", 2))
    ]
    rows = [row for place in places[1:] for row in compared(places[0], place).duties]
    assert [(DutyPart.RECURRENCE,)] * 2 == [row.parts for row in rows]


@pytest.mark.parametrize(
    "more", [{}, {"text": "Den som søker, får svar."}, {"within": "P1M", "force": "must"}]
)
def test_other_words_are_no_other_duty(more: dict[str, Any]) -> None:
    """Another text, and what is written out though it is the default, is no difference."""
    assert True is compared(bound(), bound(**more)).same


def test_equal_periods_are_equal() -> None:
    """Two weeks are fourteen days, and a year is twelve months."""
    found = compared(bound(within="P2W"), bound(within="P14D")).duties
    assert () == found + compared(bound(within="P1Y"), bound(within="P12M")).duties


def test_a_duty_on_one_side_is_a_difference() -> None:
    """A duty that only one side has is shown on that side, and nothing stands on the other."""
    found = compared(town(roles=ROLES), bound())
    (row,) = found.duties
    assert (False, None, "senest 1 måned etter søkt", ()) == (
        found.same,
        row.first,
        row.second and row.second.when,
        row.parts,
    )


def test_changing_sides_mirrors_duties() -> None:
    """Comparing the other way round gives the same differences with their sides changed."""
    one, other = bound(), bound(within="P3W", owner="leder")
    assert mirrored(compared(one, other)) == compared(other, one)


def test_the_text_tells_deadline_and_owner() -> None:
    """The text shows both deadlines, who has the duty, and what else differs."""
    one, other = bound(), bound(within="P3W", done_by=["vedtatt"], recipient="leder", about=["hjelp"])
    text = comparison_text(compared(one, other), one.handbook(DAY), other.handbook(DAY))
    said = " ".join(text.split())
    assert "FRISTER OG PLIKTER" in said
    assert "senest 1 måned etter søkt; hvem: Los; til: kilden sier ikke hvem; gjort når: kilden sier" in said
    assert "senest 21 dager etter søkt; hvem: Los; til: Leder; gjort når: vedtatt; gjelder: Hjelp" in said


def test_the_text_tells_force_and_what_is_unclear() -> None:
    """Where the force differs both are told, and so is what the source leaves open."""
    one, other = bound(), bound(force="should", unclear={"note": "Kilden sier ikke når."})
    text = comparison_text(compared(one, other), one.handbook(DAY), other.handbook(DAY))
    said = " ".join(text.split())
    assert "hvem: Los; plikt – " in said
    assert "hvem: Los; anbefalt; uklart i kilden: Kilden sier ikke når." in said
