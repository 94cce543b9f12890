"""`laget test`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import Result

from laget.plugins import FolderPlugin
from laget.registry import Registry

Laget = Callable[..., Result]

CASES = """\
kind: cases
municipality: lia
cases:
  - id: tung
    shows: Tung omsorg gir hvilehelg.
    case: {on: 2026-03-01, facts: {tung_omsorg: true}}
    expect: {entitlements: {hvilehelg: {outcome: OUTCOME}}}
"""


@pytest.fixture
def with_cases(fiction_folder: Path, tmp_path: Path) -> Callable[[str], Registry]:
    """Give a function that makes the fiction with a document of cases."""

    def make(text: str) -> Registry:
        copytree(fiction_folder, tmp_path / "plugin")
        (tmp_path / "plugin" / "cases").mkdir(exist_ok=True)
        (tmp_path / "plugin" / "cases" / "hvile.yaml").write_text(text, "utf-8")
        return Registry.of([FolderPlugin(tmp_path / "plugin")])

    return make


def test_passing_cases_are_counted(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """Cases that pass are only counted."""
    result = laget("test", "lia", registry=with_cases(CASES.replace("OUTCOME", "met")))
    assert (0, "1 passed, 0 failed\n") == (result.exit_code, result.stdout)


def test_failing_cases_are_shown(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """A case that fails is shown with its place and what was not as expected."""
    result = laget("test", registry=with_cases(CASES.replace("OUTCOME", "not_met")))
    expected = [
        "plugin/cases/hvile.yaml:4: failed: lia hvile/tung (Tung omsorg gir hvilehelg.)",
        "  entitlements.hvilehelg.outcome: expected 'not_met', got 'met'",
        "",
        "0 passed, 1 failed",
    ]
    assert (1, expected) == (result.exit_code, result.stdout.splitlines())


def test_results_are_data_too(answer: Callable[..., Any], with_cases: Callable[[str], Registry]) -> None:
    """The data has every case, also those that passed."""
    found = answer("test", registry=with_cases(CASES.replace("OUTCOME", "met")))
    assert (1, 0, ["hvile/tung"]) == (
        found["passed"],
        found["failed"],
        [row["case"] for row in found["cases"]],
    )


def test_faulty_documents_of_cases_are_problems(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """A document of cases that cannot be read fails, and the rest is run."""
    result = laget("test", registry=with_cases(CASES.replace("shows", "show")))
    assert (1, "0 passed, 0 failed") == (result.exit_code, result.stdout.splitlines()[-1])


def test_named_layer_without_cases_is_told(laget: Laget) -> None:
    """A named layer that ships no cases fails and says so."""
    result = laget("test", "lia")
    assert (1, "lia: its plugins ship no cases\n0 passed, 0 failed\n") == (result.exit_code, result.stdout)


def test_no_cases_at_all_is_fine(laget: Laget) -> None:
    """Without targets, layers without cases are passed over."""
    result = laget("test")
    assert (0, "0 passed, 0 failed\n") == (result.exit_code, result.stdout)
