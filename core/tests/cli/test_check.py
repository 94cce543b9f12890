"""`laget check`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from laget.cli.places import located
from laget.registry import Registry

Laget = Callable[..., Result]
Written = Callable[[dict[str, str]], Registry]

NATION = """\
kind: layer
layer: {id: landet, name: Landet, kind: nation, valid: {first: 2020-01-01}}
"""
MUNICIPALITY = """\
kind: layer
layer: {id: ode, name: Øde, kind: municipality, number: "9909", extends: [landet], valid: {first: 2024-01-01}}
"""
CONFLICT = """\
kind: background
conflicts:
  - {id: to_navn, text: To navn., sides: [{text: A.}, {text: B.}], reason: Ukjent.}
"""
FAULTY = """\
kind: services
entitlements:
  - {id: tur, name: Tur, descripton: Ut på tur.}
"""


def test_notes_do_not_fail(laget: Laget) -> None:
    """Layers with only notes pass, and the notes are counted."""
    result = laget("check")
    assert (0, "0 errors, 0 warnings, ") == (result.exit_code, result.stdout[:22])


def test_notes_are_shown_when_asked_for(laget: Laget) -> None:
    """With `--notes` each note is a block."""
    result = laget("check", "lia", "--notes")
    assert "fiction/layers/lia/background.yaml:3:5: note: " == result.stdout[:46]


def test_errors_fail(laget: Laget, written: Written) -> None:
    """A layer with an error fails, and the error is shown with its place."""
    registry = written({"layers/landet/layer.yaml": NATION, "layers/landet/x.yaml": FAULTY})
    result = laget("check", registry=registry)
    assert (1, "plugin/layers/landet/x.yaml:3:") == (result.exit_code, result.stdout[:30])


def test_findings_of_a_wider_layer_come_once(answer: Callable[..., Any], written: Written) -> None:
    """What is wrong with a nation is not repeated for its municipalities."""
    documents = {
        "layers/landet/layer.yaml": NATION,
        "layers/landet/c.yaml": CONFLICT,
        "layers/ode/layer.yaml": MUNICIPALITY,
    }
    assert ["conflict"] == [found["code"] for found in answer("check", registry=written(documents))]


def test_notes_of_a_wider_layer_are_not_the_targets(answer: Callable[..., Any], written: Written) -> None:
    """A named municipality is not shown with the notes of its nation."""
    documents = {
        "layers/landet/layer.yaml": NATION,
        "layers/landet/c.yaml": CONFLICT,
        "layers/ode/layer.yaml": MUNICIPALITY,
    }
    assert [] == answer("check", "ode", registry=written(documents))


def test_errors_of_a_wider_layer_are_the_targets_too(laget: Laget, written: Written) -> None:
    """A named municipality fails when its nation has an error."""
    documents = {
        "layers/landet/layer.yaml": NATION,
        "layers/landet/x.yaml": FAULTY,
        "layers/ode/layer.yaml": MUNICIPALITY,
    }
    assert 1 == laget("check", "ode", registry=written(documents)).exit_code


def test_broken_plugin_is_a_finding(answer: Callable[..., Any], written: Written) -> None:
    """A layer that cannot be used is an error like any other."""
    found = answer("check", registry=written({"layers/ode/layer.yaml": MUNICIPALITY}))
    assert ["broken-plugin"] == [row["code"] for row in found]


def test_on_checks_one_date(answer: Callable[..., Any]) -> None:
    """With a date only what holds on it is checked."""
    found = answer("check", "lia", "--on", "2024-07-01")
    assert 1 == sum("sommerleir" in row["message"] for row in found)


def test_documents_of_packages_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is named by its package gets the path from the working folder."""
    name = "laget/national/layers/norge/layer.yaml"
    path = Path(located(name))
    monkeypatch.chdir(path.resolve().parent)
    assert "layer.yaml" == located(name)


def test_documents_elsewhere_get_their_whole_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A document outside the working folder gets its whole path."""
    monkeypatch.chdir(tmp_path)
    assert Path(located("laget/national/layers/norge/layer.yaml")).is_absolute()


@pytest.mark.parametrize("name", ["nowhere/x.yaml", "Plugin (made in code, 0)", "laget/none.yaml", "-"])
def test_what_is_no_file_keeps_its_name(name: str) -> None:
    """A document that is in no installed package keeps its name."""
    assert name == located(name)
