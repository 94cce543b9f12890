"""Watching: each change gives a round with what is new and what is mended."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from laget.cli.checking import Asked
from laget.cli.watching import watch_layers
from laget.findings import Finding, Place
from laget.linting.watching import Round, folders_of, stamps_of, watch
from laget.plugins import FolderPlugin
from laget.registry import Registry

from ..texts import TextPlugin, layer_text

SERVICES = "layers/lia/services.yaml"
UNSOURCED = "kind: services\nentitlements: [{id: tur, name: Tur, description: Ut.}]\n"
EMPTY = "kind: services\nentitlements: []\n"
PROGRAM = """\
import signal
from laget.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""Laget, as it is started by a shell that does not keep Ctrl-C from it."""

BROKEN = "kind: services\nentitlements: [\n"


def found(message: str, line: int = 1) -> Finding:
    """Make a finding."""
    return Finding("hole", message, Place("a.yaml", line))


def rounds(*checks: list[Finding]) -> list[Round]:
    """Watch a file that changes once for each check after the first."""
    number = iter(range(100))
    results = iter(checks)
    watched = watch(lambda: next(results), lambda: {Path("a.yaml"): (next(number), 0)}, lambda: None)
    return [next(watched) for _ in checks]


def test_first_round_has_nothing_new() -> None:
    """The first round tells what there is, and compares with nothing."""
    assert [Round(findings=(found("a"),))] == rounds([found("a")])


def test_what_came_is_new() -> None:
    """What the check before did not find is new."""
    assert (found("b"),) == rounds([found("a")], [found("a"), found("b")])[1].new


def test_what_went_is_mended() -> None:
    """What the check before found and this one does not is mended."""
    assert (found("a"),) == rounds([found("a")], [])[1].mended


def test_what_moved_is_neither() -> None:
    """A finding on another line is neither new nor mended."""
    second = rounds([found("a", 1)], [found("a", 7)])[1]
    assert ((), ()) == (second.new, second.mended)


def test_one_of_two_alike_is_mended() -> None:
    """Of two findings that are alike, mending one mends one."""
    assert 1 == len(rounds([found("a", 1), found("a", 2)], [found("a", 2)])[1].mended)


def test_changed_files_are_told() -> None:
    """A round names the files that changed, came or went."""
    stamps = iter([{Path("a"): (1, 1), Path("b"): (1, 1)}, {Path("a"): (2, 1), Path("c"): (1, 1)}])
    watched = watch(list, lambda: next(stamps), lambda: None)
    assert (Path("a"), Path("b"), Path("c")) == [next(watched), next(watched)][1].changed


def test_nothing_is_checked_while_nothing_changes() -> None:
    """Without a change there is no second check."""
    waits = iter([None, None])
    checks: list[int] = []

    def check() -> list[Finding]:
        checks.append(1)
        return []

    def wait() -> None:
        if next(waits, True):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(watch(check, dict, wait))
    assert [1] == checks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a plugin of one municipality, and give its folder."""
    layer = tmp_path / "lia" / "layers" / "lia"
    layer.mkdir(parents=True)
    (layer / "layer.yaml").write_text(layer_text("lia"), encoding="utf-8")
    (layer / "services.yaml").write_text(UNSOURCED, encoding="utf-8")
    return tmp_path / "lia"


@pytest.fixture
def watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Give a function that watches the plugin while texts are written, and gives code and output."""

    def run(*texts: str, asked: Asked | None = None) -> tuple[int, str]:
        edits: Iterator[str] = iter(texts)

        def wait() -> None:
            text = next(edits, None)
            if text is None:
                raise KeyboardInterrupt
            (folder / SERVICES).write_text(text, encoding="utf-8")

        code = watch_layers(Registry.of([FolderPlugin(folder)]), ["lia"], asked or Asked(watch=True), wait)
        return code, capsys.readouterr().out

    return run


def test_command_tells_what_is_mended(watched: Callable[..., tuple[int, str]]) -> None:
    """After a change the command reads the documents again and tells what is mended."""
    assert "changed: services.yaml\n\nmended: lia/layers/lia/services.yaml: " in watched(EMPTY)[1]


def test_command_tells_what_is_new(watched: Callable[..., tuple[int, str]]) -> None:
    """After a change the command tells what is new, with its place."""
    assert "\n\nnew: lia/layers/lia/services.yaml:" in watched(BROKEN)[1]


def test_command_ends_with_the_code_of_the_last_round(watched: Callable[..., tuple[int, str]]) -> None:
    """Ctrl-C ends the watch with what the last check would have given."""
    assert [1, 0, 1] == [watched()[0], watched(EMPTY)[0], watched(EMPTY, UNSOURCED)[0]]


def test_command_says_how_to_end(watched: Callable[..., tuple[int, str]]) -> None:
    """The first round says how to end."""
    assert watched()[1].endswith("0 notes\n\nwaiting for changes; end with Ctrl-C\n")


def test_command_leaves_out_what_the_baseline_has(
    watched: Callable[..., tuple[int, str]], folder: Path, tmp_path: Path
) -> None:
    """With a baseline only what is new is shown and decides."""
    from laget.linting import lint
    from laget.linting.baseline import written

    path = tmp_path / "known.json"
    findings = lint(Registry.of([FolderPlugin(folder)]), ["lia"]).findings
    path.write_text(written(findings), encoding="utf-8")
    code, text = watched(asked=Asked(watch=True, baseline=path))
    assert (0, True) == (code, text.startswith("0 errors, 0 warnings, 0 notes\n"))


def test_command_goes_on_when_a_layer_cannot_be_read_on_a_date(
    watched: Callable[..., tuple[int, str]], folder: Path
) -> None:
    """With a date, a layer whose own document is broken is told, and the watch goes on."""
    (folder / "layers" / "lia" / "layer.yaml").write_text("kind: layer\nlayer: {id: lia}\n", encoding="utf-8")
    code, text = watched(EMPTY, asked=Asked(watch=True, on=date(2026, 3, 1)))
    assert (1, 2) == (code, text.count("errors, 0 warnings"))


def test_command_ends_with_ctrl_c() -> None:
    """`laget check --watch` waits after the first check, and Ctrl-C ends it in order."""
    command = [sys.executable, "-c", PROGRAM, "check", "norge", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert any(line.startswith("waiting") for line in running.stdout)
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate()
    assert (0, "") == (running.returncode, complaints)


def test_a_file_that_goes_away_is_no_document(tmp_path: Path) -> None:
    """A file that is gone before it is looked at is passed over."""
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert {} == stamps_of([tmp_path])


def test_layers_in_memory_are_not_watched() -> None:
    """A plugin that reads no folder gives none to watch."""
    registry = Registry.of([TextPlugin({"lia": {"lia.yaml": layer_text("lia")}})])
    assert () == folders_of(registry, ["lia"])


def test_a_broken_chain_is_watched_whole(folder: Path) -> None:
    """When a layer extends one that is not there, every folder is watched."""
    path = folder / "layers" / "lia" / "layer.yaml"
    path.write_text(layer_text("lia", extends="borte"), encoding="utf-8")
    assert (folder,) == folders_of(Registry.of([FolderPlugin(folder)]), ["lia"])


def test_only_documents_are_watched(folder: Path) -> None:
    """Files that are no documents are not watched."""
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert {"layer.yaml", "services.yaml"} == {path.name for path in stamps_of([folder])}


def test_a_folder_that_is_gone_is_empty(tmp_path: Path) -> None:
    """A folder that is not there has no documents."""
    assert {} == stamps_of([tmp_path / "gone"])
