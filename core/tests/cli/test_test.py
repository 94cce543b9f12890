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

from ..texts import TextPlugin, layer_text

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
        copytree(fiction_folder, tmp_path / "plugin", dirs_exist_ok=True)
        (tmp_path / "plugin" / "cases").mkdir(exist_ok=True)
        (tmp_path / "plugin" / "cases" / "hvile.yaml").write_text(text, "utf-8")
        return Registry.of([FolderPlugin(tmp_path / "plugin")])

    return make


def _without_progress(result: Result) -> list[str]:
    """Give the lines that do not tell how far a municipality has come."""
    return [line for line in result.stdout.splitlines() if "open questions" not in line]


def test_passing_cases_are_counted(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """Cases that pass are only counted."""
    result = laget("test", "lia", registry=with_cases(CASES.replace("OUTCOME", "met")))
    assert (0, "1 passed, 0 failed") == (result.exit_code, result.stdout.splitlines()[-1])


def test_failing_cases_are_shown(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """A case that fails is shown with its place and what was not as expected."""
    result = laget("test", registry=with_cases(CASES.replace("OUTCOME", "not_met")))
    expected = [
        "plugin/cases/hvile.yaml:4: failed: lia hvile/tung (Tung omsorg gir hvilehelg.)",
        "  entitlements.hvilehelg.outcome: expected 'not_met', got 'met'",
        "",
        "0 passed, 1 failed",
    ]
    assert (1, expected) == (result.exit_code, _without_progress(result))


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
    expected = ["lia: its plugins ship no cases", "0 passed, 0 failed"]
    assert (1, expected) == (result.exit_code, _without_progress(result))


def test_no_cases_at_all_is_fine(laget: Laget) -> None:
    """Without targets, layers without cases are passed over."""
    result = laget("test")
    assert (0, ["0 passed, 0 failed"]) == (result.exit_code, _without_progress(result))


def test_progress_is_told(laget: Laget, answer: Callable[..., Any]) -> None:
    """Each municipality has a line with how many open questions it says something of, also as data."""
    assert "lia: 2 of 3 open questions answered (66 %)" in laget("test").stdout.splitlines()
    assert [{"layer": "lia", "settled": 2, "all": 3, "percent": 66}] == answer("test", "lia")["progress"]


@pytest.mark.parametrize(("threshold", "code"), [(1, 0), (99, 1)])
def test_coverage_is_held_against_what_is_asked_for(
    laget: Laget, with_cases: Callable[[str], Registry], threshold: int, code: int
) -> None:
    """With `--coverage` too little fails, and says how much there is and how much is asked for."""
    text = CASES.replace("OUTCOME", "met").replace("cases:\n", f"coverage: {threshold}\ncases:\n", 1)
    result = laget("test", "lia", "--coverage", registry=with_cases(text))
    assert code == result.exit_code
    assert (f"and {threshold} % is asked for" in result.stdout) is bool(code)
    assert 0 == laget("test", "lia", registry=with_cases(text)).exit_code


def test_rules_have_their_place_and_values(laget: Laget, with_cases: Callable[[str], Registry]) -> None:
    """Each rule has a line with file, line, name, how many cases give each value, and what none does."""
    result = laget("test", "dalen", "lia", "--coverage", registry=with_cases(CASES.replace("OUTCOME", "met")))
    (rule,) = (
        line for line in result.stdout.splitlines() if "hvilehelg.grounds.tung_omsorg.criteria.tung:" in line
    )
    assert rule.startswith("plugin/layers/dalen/")
    assert rule.endswith("1 met, 0 failed, 0 unknown (no case fails it, no case leaves it unknown)")


def test_coverage_is_data_too(answer: Callable[..., Any], with_cases: Callable[[str], Registry]) -> None:
    """The data has every rule of each layer asked about, and the sum."""
    registry = with_cases(CASES.replace("OUTCOME", "met"))
    (found,) = answer("test", "lia", "--coverage", registry=registry)["coverage"]
    assert found["possible"] == sum(rule["possible"] for rule in found["rules"])
    assert found["possible"] - found["seen"] == sum(len(rule["lacking"]) for rule in found["rules"])
    assert [] == answer("test", "lia", registry=registry)["coverage"]


def test_layer_without_rules_has_nothing_to_cover(laget: Laget, fiction: Registry) -> None:
    """A named layer that ships no cases is no error here; one without rules says so."""
    layers = {"sted": {"s.yaml": layer_text("sted", "nation")}}
    result = laget("test", "sted", "--coverage", registry=Registry.of([TextPlugin(layers)]))
    expected = ["sted: no rules of its own to cover", "", "0 passed, 0 failed"]
    assert (0, expected) == (result.exit_code, result.stdout.splitlines())
    assert 0 == laget("test", "dalen", "--coverage", registry=fiction).exit_code
