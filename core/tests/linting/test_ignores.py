"""Ignores: what a plugin knows of is not shown, when it says why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from laget.findings import Finding
from laget.linting import Report, lint
from laget.linting.ignores import read_ignores
from laget.plugins import FolderPlugin
from laget.registry import Registry

from ..texts import FACTS, layer_text

SERVICES = """\
kind: services
entitlements:
  - {id: tur, name: Tur, description: Ut.}
  - {id: leir, name: Leir, description: Bort.}
"""


def registry(folder: Path, ignores: str = "", services: str = SERVICES) -> Registry:
    """Write a plugin with a nation and a municipality."""
    files = {
        "layers/riket/layer.yaml": layer_text("riket", "nation"),
        "layers/riket/facts.yaml": FACTS,
        "layers/lia/layer.yaml": layer_text("lia", extends="riket"),
        "layers/lia/services.yaml": services,
        "ignore.yaml": f"kind: ignores\nignores:\n{ignores}" if ignores else "",
    }
    for name, text in files.items():
        path = folder / "lia" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
    return Registry.of([FolderPlugin(folder / "lia")])


def checked(folder: Path, ignores: str, ids: Sequence[str] = ("lia", "riket")) -> Report:
    """Check the plugin with some ignores."""
    return lint(registry(folder, ignores), ids)


def codes(findings: Sequence[Finding]) -> list[str]:
    """Give the codes of findings."""
    return [finding.code for finding in findings]


def test_what_is_ignored_is_gone_from_the_findings(tmp_path: Path) -> None:
    """A finding that is ignored with a reason is not among the findings."""
    report = checked(tmp_path, "  - {code: no-source, id: tur, reason: Gammelt.}\n")
    assert [("entitlements", "leir")] == [found.place.path for found in report.findings]


def test_what_is_ignored_is_kept_with_its_reason(tmp_path: Path) -> None:
    """A finding that is ignored is told with the reason for it."""
    report = checked(tmp_path, "  - {code: no-source, id: tur, reason: Gammelt.}\n")
    assert [("Gammelt.", ("entitlements", "tur"))] == [
        (each.reason, each.finding.place.path) for each in report.ignored
    ]


def test_an_ignore_without_file_id_and_path_is_for_all(tmp_path: Path) -> None:
    """An ignore with a code alone ignores every such finding of the plugin."""
    assert () == checked(tmp_path, "  - {code: no-source, reason: Gammelt.}\n").findings


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("file: services.yaml", 2),
        ("file: lia/layers/lia/services.yaml", 2),
        ("file: vices.yaml", 0),
        ("id: leir", 1),
        ("id: lei", 0),
        ("path: entitlements", 2),
        ("path: entitlements.leir", 1),
        ("path: entitlements.le", 0),
        ("path: entitlements.leir, id: tur", 0),
    ],
)
def test_an_ignore_is_for_what_fits_all_its_keys(where: str, count: int, tmp_path: Path) -> None:
    """File, id and path narrow an ignore down, by whole names."""
    report = checked(tmp_path, f"  - {{code: no-source, {where}, reason: Gammelt.}}\n")
    assert count == len(report.ignored)


def test_errors_stay(tmp_path: Path) -> None:
    """An error stays among the findings whatever is ignored, and the ignore is a finding too."""
    ignores = "  - {code: missing-key, reason: Gammelt.}\n"
    broken = SERVICES.replace(", description: Ut.", "")
    report = lint(registry(tmp_path, ignores, broken), ("lia", "riket"))
    assert ["ignore-error", "missing-key", "no-source"] == sorted(codes(report.findings))


def test_an_ignore_holds_for_its_own_plugin_only(tmp_path: Path) -> None:
    """A municipality cannot ignore what is wrong with another plugin's documents."""
    nation = registry(tmp_path)["riket"]
    other = tmp_path / "other"
    (other / "layers" / "vik").mkdir(parents=True)
    (other / "layers" / "vik" / "layer.yaml").write_text(layer_text("vik", extends="riket"), encoding="utf-8")
    (other / "ignore.yaml").write_text(
        "kind: ignores\nignores: [{code: no-source, reason: Andres.}]\n", encoding="utf-8"
    )
    both = Registry.of([FolderPlugin(tmp_path / "lia"), FolderPlugin(other)])
    found = codes(lint(both, tuple(both)).findings)
    assert (nation.id, ["no-source", "no-source", "ignore-unused"]) == ("riket", found)


def test_unused_is_told_only_when_all_layers_are_checked(tmp_path: Path) -> None:
    """An ignore of another layer's findings is not unused when only one layer is checked."""
    report = checked(tmp_path, "  - {code: no-source, id: tur, reason: Gammelt.}\n", ["riket"])
    assert () == report.findings


def test_unused_is_told_only_for_all_dates(tmp_path: Path) -> None:
    """An ignore that fits nothing on one date may fit something on another."""
    made = registry(tmp_path, "  - {code: conflict, reason: Gammelt.}\n")
    report = lint(made, tuple(made), date(2026, 3, 1))
    assert "ignore-unused" not in codes(report.findings)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kind: ignore\nignores: []\n", "unknown-kind"),
        ("ignores: []\n", "unknown-kind"),
        ("- 1\n", "unknown-kind"),
        ("kind: ignores\n", "missing-key"),
        ("kind: ignores\nignores: [{code: no-source, resson: a}]\n", "unknown-key"),
        ("kind: ignores\nignores: [{code: [a]}]\n", "wrong-type"),
        ("kind: ignores\nignores: [\n", "yaml-syntax"),
        ("kind: ignores\nignores: [{code: no-source, reason: ' '}]\n", "ignore-without-reason"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(text: str, code: str, tmp_path: Path) -> None:
    """What is wrong with the file of ignores is a finding in it, and nothing is ignored."""
    made = registry(tmp_path)
    (tmp_path / "lia" / "ignore.yaml").write_text(text, encoding="utf-8")
    found = lint(made, ("lia",))
    assert (code, ()) == (found.findings[0].code, found.ignored)


def test_a_plugin_without_the_file_ignores_nothing() -> None:
    """Without a file there are no ignores and no findings about them."""
    ignores = read_ignores(None)
    assert ((), ()) == (ignores.entries, ignores.findings)


def test_a_plugin_without_the_method_ignores_nothing(tmp_path: Path) -> None:
    """A report on a plugin without ignores is complete and has no ignored findings."""
    made = registry(tmp_path)
    report = lint(made, tuple(made))
    assert ((), True) == (report.ignored, report.complete)
