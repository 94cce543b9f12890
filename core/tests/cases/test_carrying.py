"""One case held against two handbooks: what one of them does not know is left out for it, and told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from laget.carrying import Carried, carried
from laget.cases import read_case
from laget.errors import InvalidCaseError
from laget.model.moves import Kept
from laget.registry import Registry

Carry = Callable[..., tuple[Carried, Carried]]


@pytest.fixture
def carry(fiction: Registry, today: date) -> Carry:
    """Give a function that holds a case against two municipalities of the fiction."""

    def run(
        facts: dict[str, Any] | None = None, *, back: bool = False, **case: Any
    ) -> tuple[Carried, Carried]:
        books = [fiction[name].handbook(today) for name in ("lia", "vik")]
        first, second = reversed(books) if back else books
        return carried(read_case({"on": today, "facts": facts or {}, **case}), first, second)

    return run


def told(found: Carried) -> list[tuple[str, str, str, Kept]]:
    """Give what is left out."""
    return [(one.section, one.id, one.name, one.reason) for one in found.left_out]


def test_a_fact_of_one_side_is_left_out_of_the_other(carry: Carry) -> None:
    """A local fact reaches its own side, and is listed with its label for the other."""
    first, second = carry({"medlem_av_turlag": True, "natt": True})
    assert (["medlem_av_turlag", "natt"], ["natt"]) == (sorted(first.case.facts), sorted(second.case.facts))
    assert [("facts", "medlem_av_turlag", "medlemskap i turlag", Kept.UNKNOWN)] == told(second)
    assert [] == told(first)


def test_what_fits_neither_is_refused(carry: Carry) -> None:
    """A fact that nobody knows, and a value that nobody takes, are wrong input with their places."""
    with pytest.raises(InvalidCaseError) as error:
        carry({"ukjent": True, "natt": 5, "medlem_av_turlag": True})
    paths = sorted(found.place.path for found in error.value.findings)
    assert [("facts", "natt"), ("facts", "ukjent")] == paths


def test_what_a_municipality_answers_itself_is_left_out_there(carry: Carry) -> None:
    """A fact that one side gives otherwise is still said to the other."""
    first, second = carry({"eget_tilbud": True})
    assert ([("facts", "eget_tilbud", Kept.GIVEN)], {"eget_tilbud": True}) == (
        [(section, id_, reason) for section, id_, _, reason in told(first)],
        dict(second.case.facts),
    )


@pytest.mark.parametrize(
    ("value", "expected"), [(True, {"bor_i_kommunen": True}), (False, {}), (None, {})], ids=str
)
def test_residence_is_said_of_where_the_child_moves_from(
    carry: Carry, *, value: bool | None, expected: dict[str, bool]
) -> None:
    """Who lives there is taken to live in the next place; anything else is said of the first alone."""
    first, second = carry({"bor_i_kommunen": value})
    assert ({"bor_i_kommunen": value}, expected) == (dict(first.case.facts), dict(second.case.facts))
    assert ([] if value else [Kept.RESIDENCE]) == [found.reason for found in second.left_out]


def test_a_list_that_is_not_whole_is_not_called_complete(carry: Carry) -> None:
    """What the child has and one side does not know makes that side's list no longer complete."""
    first, second = carry(has=[{"id": "friluftsdag"}, {"id": "turvenn"}], has_complete=True)
    assert (True, False) == (first.case.has_complete, second.case.has_complete)
    assert ["turvenn"] == [held.id for held in second.case.has]


def test_events_and_steps_about_something_unknown_are_left_out(carry: Carry) -> None:
    """What happened with something that one side does not have is told to the other alone."""
    _, second = carry(
        events=[{"event": "soknad_mottatt", "on": "2026-01-01", "about": "friluftsdag"}],
        steps=[{"id": "soknad", "state": "done"}, {"id": "soknad", "state": "done", "about": "friluftsdag"}],
    )
    assert ((), 1) == (second.case.events, len(second.case.steps))
    assert ["events", "steps"] == [section for section, *_ in told(second)]


def test_a_group_of_unknown_members_is_left_out_whole(carry: Carry) -> None:
    """A group is counted, so it is not held against a side that does not know one of its members."""
    members = [{"role": "lagleder"}, {"role": "saksbehandler", "office": "kontoret"}]
    first, second = carry(group={"kind": "hjelpelag", "members": members})
    assert (True, None) == (first.case.group is not None, second.case.group)


def test_a_case_that_both_know_is_whole_on_both_sides(carry: Carry) -> None:
    """Nothing is left out of what both know, either way."""
    for back in (False, True):
        first, second = carry({"natt": True, "trenger_folge": None}, back=back, has=[{"id": "skole"}])
        assert first == second
