"""Files to trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from laget.documents.codes import Code
from laget.documents.files import read_file
from laget.documents.limits import MAX_BYTES
from laget.documents.tree import plain
from laget.findings import Finding, Place


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.txt", "a"])
def test_yaml(tmp_path: Path, name: str) -> None:
    """A file is read as YAML unless its name says JSON."""
    (tmp_path / name).write_text("a: [1, x]")
    node = read_file(tmp_path / name).node
    assert node is not None
    assert {"a": [1, "x"]} == plain(node)


@pytest.mark.parametrize("name", ["a.json", "a.JSON"])
def test_json(tmp_path: Path, name: str) -> None:
    """A file whose name ends in .json is held to the rules of JSON."""
    (tmp_path / name).write_text("a: 1")
    (finding,) = read_file(tmp_path / name).findings
    assert finding.code == Code.JSON_SYNTAX


def test_name_and_layer(tmp_path: Path) -> None:
    """A caller chooses how findings call the file and which layer it belongs to."""
    (tmp_path / "a.yaml").write_text("a: 1")
    node = read_file(tmp_path / "a.yaml", "x/a.yaml", "x").node
    assert node is not None
    assert ("x/a.yaml", "x") == (node.source.name, node.source.layer)


def _only(findings: tuple[Finding, ...]) -> tuple[str, str | None]:
    (finding,) = findings
    return finding.code, finding.hint


def test_missing_file_with_near_name(tmp_path: Path) -> None:
    """A misspelt file name gives the near one that exists."""
    (tmp_path / "services.yaml").write_text("a: 1")
    found = _only(read_file(str(tmp_path / "service.yaml")).findings)
    assert (Code.MISSING_FILE, "did you mean «services.yaml»?") == found


def test_missing_folder(tmp_path: Path) -> None:
    """A file in a folder that is missing is a missing file."""
    hint = "check the path, and the folder that the command runs in"
    assert (Code.MISSING_FILE, hint) == _only(read_file(tmp_path / "no" / "a.yaml").findings)


def test_file_as_folder(tmp_path: Path) -> None:
    """A path that leads through a file is a missing file."""
    (tmp_path / "a.yaml").write_text("a: 1")
    assert _only(read_file(tmp_path / "a.yaml" / "b.yaml").findings)[0] == Code.MISSING_FILE


def test_folder(tmp_path: Path) -> None:
    """A folder where a file is expected is a finding at the folder."""
    (finding,) = read_file(tmp_path).findings
    assert (Code.NOT_A_FILE, Place(str(tmp_path))) == (finding.code, finding.place)


def test_unreadable(tmp_path: Path) -> None:
    """A file that the system refuses to open is unreadable, with the system's reason."""
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (finding,) = read_file(tmp_path / "loop.yaml").findings
    assert finding.code == Code.UNREADABLE_FILE
    assert finding.message.startswith("the file cannot be read: too many")


def test_impossible_name() -> None:
    """A name that no file can have is an unreadable file."""
    (finding,) = read_file("a\x00.yaml").findings
    expected = (Code.UNREADABLE_FILE, "the file cannot be read: its name is not valid")
    assert expected == (finding.code, finding.message)


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_empty(tmp_path: Path, name: str) -> None:
    """An empty file is an empty document."""
    (tmp_path / name).write_bytes(b"")
    assert _only(read_file(tmp_path / name).findings)[0] == Code.EMPTY_DOCUMENT


def test_large_file(tmp_path: Path) -> None:
    """Of a file that is too large only the beginning is read."""
    (tmp_path / "a.yaml").write_bytes(b"#" * (MAX_BYTES * 4))
    assert _only(read_file(tmp_path / "a.yaml").findings)[0] == Code.TOO_LARGE
