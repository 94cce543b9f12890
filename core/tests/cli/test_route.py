"""`laget route`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")


def test_without_a_case_open_steps_name_their_facts(answer: Callable[..., Any]) -> None:
    """Without a case, a step that depends on one is open, with the facts that settle it."""
    (step,) = answer("route", "lia", "turvenn", "--step", "mapping", *ON)
    assert ("open", ["boform"]) == (step["state"], step["missing"])


def test_a_case_settles_steps(answer: Callable[..., Any], case: str) -> None:
    """A case settles what depends on its facts."""
    (step,) = answer("route", "lia", "turvenn", "--step", "mapping", "--case", case)
    assert ("settled", "foresatt") == (step["state"], step["role"])


def test_a_case_may_come_from_standard_input(answer: Callable[..., Any]) -> None:
    """A dash reads the case from standard input."""
    (step,) = answer(
        "route", "lia", "turvenn", "--step", "mapping", "--case", "-", given="facts: {boform: institusjon}"
    )
    assert "saksbehandler" == step["role"]


def test_offers_have_a_way_too(answer: Callable[..., Any]) -> None:
    """An offer is routed like an entitlement."""
    assert "contact" == answer("route", "lia", "friluftsdag", *ON)[0]["step"]


def test_unclear_steps_show_all_candidates(laget: Laget) -> None:
    """What the source leaves open is shown as such, with all who it may be."""
    text = laget("route", "lia", "hvilehelg", "--step", "decision", *ON).stdout
    assert "uklart i kilden; kan være Kontoret som kommunen samarbeider med eller" in text


def test_unknown_id_gets_near_ids(laget: Laget) -> None:
    """An id that nothing has is met with near ones."""
    result = laget("route", "lia", "turven", *ON)
    expected = "error: Lia has no service, role, plan or group «turven»: did you mean «turvenn»?\n"
    assert (2, expected) == (result.exit_code, result.stderr)


def test_unknown_step_gets_all_steps(laget: Laget) -> None:
    """A step that does not exist is met with those that do."""
    result = laget("route", "lia", "turvenn", "--step", "decide", *ON)
    expected = "error: there is no step «decide»: the steps are contact, application"
    assert (2, expected) == (result.exit_code, result.stderr[: len(expected)])
