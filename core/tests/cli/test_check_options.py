"""`laget check`: formats, baselines, ignores and explanations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from laget.explanations import explanation
from laget.registry import Registry

Laget = Callable[..., Result]
Written = Callable[[dict[str, str]], Registry]

LAYER = "kind: layer\nlayer: {id: landet, name: Landet, kind: nation, valid: {first: 2020-01-01}}\n"
UNSOURCED = "kind: services\nentitlements: [{id: tur, name: Tur, description: Ut.}]\n"
TWO = "kind: services\n\nentitlements:\n  - {id: leir, name: Leir, description: Bort.}\n  - {id: tur, name: Tur, description: Ut.}\n"  # noqa: E501
IGNORE = "kind: ignores\nignores: [{code: no-source, reason: Gammelt.}]\n"


@pytest.fixture
def one(written: Written) -> Registry:
    """Give a nation with one warning."""
    return written({"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": UNSOURCED})


@pytest.fixture
def baseline(one: Registry, laget: Laget, tmp_path: Path) -> str:
    """Give the path of a baseline that has the warning."""
    path = str(tmp_path / "known.json")
    laget("check", "--write-baseline", path, registry=one)
    return path


def test_sarif_is_json_of_its_version(laget: Laget, one: Registry) -> None:
    """`--format sarif` gives a log with the findings."""
    result = laget("check", "--format", "sarif", registry=one)
    log = json.loads(result.stdout)
    assert (1, "2.1.0", ["no-source"]) == (
        result.exit_code,
        log["version"],
        [found["ruleId"] for found in log["runs"][0]["results"]],
    )


def test_github_gives_annotations(laget: Laget, one: Registry) -> None:
    """`--format github` gives a line for each finding, and the exit code is the same."""
    result = laget("check", "--format", "github", registry=one)
    assert (1, "::warning file=plugin/layers/landet/x.yaml,line=2,") == (result.exit_code, result.stdout[:50])


def test_github_is_silent_when_all_is_well(laget: Laget) -> None:
    """Without errors and warnings there is no annotation, not even an empty line."""
    assert "" == laget("check", "--format", "github").stdout


def test_ignored_findings_are_counted(laget: Laget, written: Written) -> None:
    """What is ignored with a reason is counted, and decides nothing."""
    files = {"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": UNSOURCED, "ignore.yaml": IGNORE}
    result = laget("check", registry=written(files))
    assert (0, "0 errors, 0 warnings, 0 notes; 1 ignored with a reason\n") == (
        result.exit_code,
        result.stdout,
    )


def test_writing_a_baseline_counts(laget: Laget, one: Registry, tmp_path: Path) -> None:
    """Writing a baseline tells how much it holds, and never fails."""
    path = tmp_path / "b.json"
    result = laget("check", "--write-baseline", str(path), registry=one)
    assert (0, f"1 finding written to {path}\n") == (result.exit_code, result.stdout)


def test_what_the_baseline_has_decides_nothing(laget: Laget, one: Registry, baseline: str) -> None:
    """What is in the baseline is counted, not shown, and does not fail."""
    result = laget("check", "--baseline", baseline, registry=one)
    assert (0, "0 errors, 0 warnings, 0 notes; 1 in the baseline\n") == (result.exit_code, result.stdout)


def test_what_is_new_fails(laget: Laget, written: Written, baseline: str) -> None:
    """What is not in the baseline fails, though the lines of what is have moved."""
    both = written({"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": TWO})
    result = laget("check", "--baseline", baseline, registry=both)
    assert (1, "«leir»", True) == (
        result.exit_code,
        result.stdout.split()[2],
        result.stdout.endswith("0 errors, 1 warning, 0 notes; 1 in the baseline\n"),
    )


def test_json_says_what_is_known(answer: Callable[..., Any], written: Written, baseline: str) -> None:
    """JSON has every finding, and says which ones are in the baseline."""
    both = written({"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": TWO})
    found = answer("check", "--baseline", baseline, registry=both)
    assert [("leir", False), ("tur", True)] == [(row["path"][-1], row["known"]) for row in found]


def test_stale_entries_are_told(laget: Laget, written: Written, baseline: str) -> None:
    """What the baseline has and nobody finds any more is told, and does not fail."""
    clean = written({"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": "kind: services\n"})
    result = laget("check", "--baseline", baseline, registry=clean)
    assert (0, "1 entry of the baseline is mended; write it again") == (result.exit_code, result.stdout[:49])


def test_stale_entries_stay_out_of_data(laget: Laget, written: Written, baseline: str) -> None:
    """In other forms than text, stale entries are told beside the data."""
    clean = written({"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": "kind: services\n"})
    result = laget("check", "--baseline", baseline, "--format", "json", registry=clean)
    assert ([], "1 entry") == (json.loads(result.stdout), result.stderr[:7])


def test_stale_entries_need_the_whole_check(laget: Laget, written: Written, baseline: str) -> None:
    """When only some layers are checked, what is not found may be in the others."""
    sweden = LAYER.replace("landet", "riket")
    layers = {"layers/landet/layer.yaml": LAYER, "layers/landet/x.yaml": UNSOURCED}
    both = written({**layers, "layers/riket/layer.yaml": sweden})
    result = laget("check", "riket", "--baseline", baseline, registry=both)
    assert "0 errors, 0 warnings, 0 notes; 0 in the baseline\n" == result.stdout


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "cannot be read: no such file"), (b"[]", "no baseline"), (b"\xff", "not UTF-8")],
)
def test_unusable_baseline(content: bytes | None, complaint: str, laget: Laget, tmp_path: Path) -> None:
    """A baseline that cannot be read is unusable input."""
    path = tmp_path / "b.json"
    if content is not None:
        path.write_bytes(content)
    result = laget("check", "--baseline", str(path))
    assert (2, True) == (result.exit_code, complaint in result.stderr)


@pytest.mark.parametrize(
    "options",
    [
        ("--baseline", "a", "--write-baseline", "b"),
        ("--watch", "--format", "json"),
        ("--watch", "--write-baseline", "b"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], laget: Laget) -> None:
    """Options that contradict each other are wrong use."""
    assert 2 == laget("check", *options).exit_code


def test_explain_prints_the_page(laget: Laget) -> None:
    """`--explain` prints the page of a code."""
    result = laget("check", "--explain", "no-source")
    assert (0, explanation("no-source").page) == (result.exit_code, result.stdout)


def test_explain_suggests_near_codes(laget: Laget) -> None:
    """A misspelt code gets near ones."""
    result = laget("check", "--explain", "no-sorce")
    assert (2, True) == (result.exit_code, "did you mean «no-source»" in result.stderr)
