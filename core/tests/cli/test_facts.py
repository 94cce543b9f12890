"""`laget facts`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result

from laget.registry import Registry

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")


def test_facts_of_a_municipality_hold_its_own(answer: Callable[..., Any]) -> None:
    """The vocabulary of a municipality has the facts that it adds."""
    assert "medlem_av_turlag" in [row["id"] for row in answer("facts", "lia", *ON)["facts"]]


def test_without_municipality_the_national_facts_are_shown(answer: Callable[..., Any]) -> None:
    """Without a municipality the facts are those of the nation."""
    found = answer("facts", *ON)
    assert ("riket", False) == (found["layer"], "medlem_av_turlag" in [row["id"] for row in found["facts"]])


def test_without_a_nation_a_municipality_must_be_named(laget: Laget) -> None:
    """Without a national layer there are no facts that all share."""
    result = laget("facts", registry=Registry({}))
    assert (2, "error: no national layer is installed: name a municipality\n") == (
        result.exit_code,
        result.stderr,
    )


def test_one_fact_can_be_asked_for(answer: Callable[..., Any]) -> None:
    """With an id there is one fact, with what it follows from."""
    (row,) = answer("facts", "lia", "alder", *ON)["facts"]
    assert ["fodselsdato", "ufodt"] == row["derived_from"]


def test_use_goes_through_derived_facts(answer: Callable[..., Any]) -> None:
    """What uses a derived fact uses the facts that it follows from."""
    (row,) = answer("facts", "lia", "fodselsdato", *ON)["facts"]
    assert {"turvenn", "contact", "alderstrinn"} <= {*row["used_by"]}


def test_use_goes_through_prerequisites(answer: Callable[..., Any]) -> None:
    """What stands before a ground counts as used by the entitlement."""
    (row,) = answer("facts", "lia", "alder", *ON)["facts"]
    assert "turvenn" in row["used_by"]


def test_unknown_fact_gets_near_ones(laget: Laget) -> None:
    """A fact that does not exist is met with near ones."""
    result = laget("facts", "lia", "aldr", *ON)
    assert (2, "error: there is no fact «aldr»: did you mean «alder»?\n") == (result.exit_code, result.stderr)


def test_text_tells_how_to_write_a_case(laget: Laget) -> None:
    """The text begins with where in a case facts stand."""
    assert "«facts:»" in laget("facts", "lia").stdout
