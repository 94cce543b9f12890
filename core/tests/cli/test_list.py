"""`laget list`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result

from laget.registry import Registry

Laget = Callable[..., Result]
Written = Callable[[dict[str, str]], Registry]

LOST = """\
kind: layer
layer: {id: ode, name: Øde, kind: municipality, number: "9909", extends: [borte], valid: {first: 2024-01-01}}
"""


def test_municipalities_stand_apart_from_wider_layers(answer: Callable[..., Any]) -> None:
    """Municipalities are listed by number, and nations and regions by themselves."""
    found = answer("list")
    ids = [[row["id"] for row in found[key]] for key in ("municipalities", "others")]
    assert [["lia", "vik"], ["dalen", "riket"]] == ids


def test_layers_are_named_widest_first(answer: Callable[..., Any]) -> None:
    """A municipality is listed with the layers it is folded from."""
    assert ["riket", "dalen", "lia"] == answer("list")["municipalities"][0]["layers"]


def test_text_has_a_row_for_each_layer(laget: Laget) -> None:
    """The text has number, id, name, layers and plugin in a row."""
    row = laget("list").stdout.splitlines()[2]
    assert "  9901    lia  Lia        riket + dalen + lia; FolderPlugin 0" == row


def test_on_leaves_out_rules_that_do_not_hold(answer: Callable[..., Any]) -> None:
    """With a date, only layers whose rules hold on it are listed."""
    assert ["lia"] == [row["id"] for row in answer("list", "--on", "2022-06-01")["municipalities"]]


def test_on_leaves_out_rules_that_have_ended(answer: Callable[..., Any]) -> None:
    """A layer that has ended is left out after its last day."""
    assert ["lia"] == [row["id"] for row in answer("list", "--on", "2028-01-01")["municipalities"]]


def test_broken_layer_is_shown_with_its_cause(laget: Laget, written: Written) -> None:
    """A layer that cannot be used is listed as a problem, and the command fails."""
    result = laget("list", registry=written({"layers/ode/layer.yaml": LOST}))
    expected = ["Problems", "  • ode (FolderPlugin 0): it extends «borte», which is not installed"]
    assert (1, expected) == (result.exit_code, result.stdout.splitlines()[-2:])


def test_unreadable_layer_is_shown_with_its_findings(answer: Callable[..., Any], written: Written) -> None:
    """A layer whose own document cannot be read is listed with what is wrong."""
    found = answer("list", registry=written({"layers/ode/layer.yaml": LOST.replace("Øde", "3")}))
    assert ("ode", True) == (found["problems"][0]["layer"], "name" in found["problems"][0]["cause"])


def test_nothing_installed_is_said(laget: Laget) -> None:
    """An empty registry is no error."""
    result = laget("list", registry=Registry({}))
    assert (0, ["Municipalities", "  none"]) == (result.exit_code, result.stdout.splitlines()[:2])
