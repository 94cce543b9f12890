"""Real wheels: built from the sdists, complete, and enough by themselves."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
import venv
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from .walking import steps, take

pytestmark = pytest.mark.wheels


@pytest.fixture(scope="module")
def wheels(distributions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Wheels by distribution, each built from its sdist, so that the sdist is complete too."""
    built: dict[str, Path] = {}
    for name, folder in distributions.items():
        target = tmp_path_factory.mktemp("dist")
        _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(folder))
        (built[name],) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def laget(wheels: dict[str, Path], root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the laget command of a fresh environment that has the wheels and no sources."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=True)
    files = [str(wheel) for wheel in wheels.values()]
    _run(str(home / "bin" / "pip"), "install", "-q", "-c", str(root / "constraints.txt"), *files)
    return home / "bin" / "laget"


def test_wheels_hold_every_file_of_the_sources(
    wheels: dict[str, Path], distributions: dict[str, Path]
) -> None:
    """A wheel has each file of its `src` folder, data included, and nothing that is not there."""
    for name, wheel in wheels.items():
        source = distributions[name] / "src"
        expected = {
            path.relative_to(source).as_posix()
            for path in source.rglob("*")
            if path.is_file() and not any(_made_by_tools(part) for part in path.relative_to(source).parts)
        }
        packed = {file for file in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in file}
        assert expected == packed


def test_workspace_depends_on_every_distribution_with_content(
    distributions: dict[str, Path], root: Path, tmp_path: Path
) -> None:
    """Installing the root installs each distribution that has content, from its folder."""
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(root))
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        required = HeaderParser().parsestr(archive.read(metadata).decode()).get_all("Requires-Dist", [])
    expected = {f"{name} @ {folder.as_uri()}" for name, folder in distributions.items()}
    assert expected == set(required)


def test_the_readme_example_runs_from_wheels(laget: Path, root: Path, tmp_path: Path) -> None:
    """The README's example runs where there are only wheels and the example's file."""
    shutil.copytree(root / "examples", tmp_path / "examples")
    printed = _run(str(laget), "assess", "holtalen", "examples/stottekontakt.yaml", folder=tmp_path)
    assert "Støttekontakt" in printed


def test_every_example_runs_from_wheels(laget: Path, root: Path, tmp_path: Path) -> None:
    """Each example is assessed where there are only wheels, and tells the handbook that it rests on."""
    examples = [path for path in sorted((root / "examples").iterdir()) if path.suffix in {".yaml", ".json"}]
    printed = [
        _run(str(laget), "assess", "holtalen", str(path), "--format", "json", folder=tmp_path)
        for path in examples
    ]
    assert examples
    assert all('"handbook": "sha256:' in text for text in printed)


def test_all_is_well_from_wheels(laget: Path, tmp_path: Path) -> None:
    """Every document is right and every shipped case passes where there are only wheels."""
    assert "0 errors, 0 warnings" in _run(str(laget), "check", folder=tmp_path)
    assert ", 0 failed" in _run(str(laget), "test", folder=tmp_path)


def test_each_plugin_alone(wheels: dict[str, Path], laget: Path, tmp_path: Path) -> None:
    """Each plugin passes its own cases with only the core beside it."""
    pip = str(laget.parent / "pip")
    plugins = [name for name in wheels if name != "laget"]
    for name in plugins:
        others = [other for other in plugins if other != name]
        _run(pip, "uninstall", "-q", "-y", *others)
        assert ", 0 failed" in _run(str(laget), "test", folder=tmp_path), name
        _run(pip, "install", "-q", "--no-deps", *(str(wheels[other]) for other in others))


def test_list_shows_what_the_wheels_bring(laget: Path, tmp_path: Path) -> None:
    """`laget list` finds the municipalities of the installed wheels by number and name."""
    printed = _run(str(laget), "list", folder=tmp_path)
    assert "5026" in printed
    assert "Holtålen" in printed


@pytest.fixture(scope="module")
def core_alone(wheels: dict[str, Path], root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the programs of a fresh environment that has the core's wheel alone."""
    home = tmp_path_factory.mktemp("core_alone")
    venv.create(home, with_pip=True)
    pip = str(home / "bin" / "pip")
    _run(pip, "install", "-q", "-c", str(root / "constraints.txt"), str(wheels["laget"]))
    return home / "bin"


def test_the_first_municipality_is_walked_word_by_word(core_alone: Path, root: Path, tmp_path: Path) -> None:
    """Who follows the page with only the wheel, word by word, ends with an installed plugin that answers."""
    settings = {"PIP_CONSTRAINT": str(root / "constraints.txt"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    walk = [*steps(root / "docs" / "first-municipality.md")]
    taken = [take(step, tmp_path, core_alone, **settings) for step in walk]
    assert (True, "") == (any(step.program == "pip" for step in walk), "\n".join(filter(None, taken)))


def test_sources_are_not_importable_here() -> None:
    """The environment that builds wheels has no laget of its own, so nothing can leak from it."""
    installed = {distribution.name for distribution in importlib.metadata.distributions()}
    assert "laget" not in installed


def _made_by_tools(part: str) -> bool:
    """Tell whether a folder is a cache of Python's, or of a tool that was started here."""
    return part == "__pycache__" or part.startswith(".")


def _run(*command: str, folder: Path | None = None) -> str:
    """Run a command that must succeed; give what it prints, and show everything when it fails."""
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout
