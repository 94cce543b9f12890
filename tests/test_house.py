"""The repository keeps its own promises: commands, pins, licences, fragments, who knows whom."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

COMMAND = re.compile(r"^```sh\n(python3 -m venv .*)\n```$", re.MULTILINE)
"""A command of the README: a block of `sh` with one line."""

REGISTRY_HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("pypi", "python", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("yarnpkg", "com"),
            ("crates", "io"),
            ("rubygems", "org"),
            ("golang", "org"),
            ("maven", "org"),
            ("anaconda", "org"),
            ("nuget", "org"),
            ("packagist", "org"),
            ("deb", "debian", "org"),
            ("archive", "ubuntu", "com"),
        )
    )
)
"""Hosts of package registries, in parts: this file must not name them either."""


@pytest.fixture(scope="module")
def readme_commands(root: Path) -> list[str]:
    """Give the commands of the README, in order: try it, then test it."""
    return COMMAND.findall((root / "README.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[Path, str]:
    """Every text file that is, or is about to be, under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 git is wherever PATH says
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    contents: dict[Path, str] = {}
    for name in filter(None, listing.stdout.split("\0")):
        if (path := root / name).is_file():
            raw = path.read_bytes()
            if b"\0" not in raw:
                contents[path] = raw.decode("utf-8", errors="replace")
    return contents


def test_readme_has_two_commands(readme_commands: list[str]) -> None:
    """The README has two commands: one to try laget and one to test it."""
    assert ["laget assess holtalen examples/stottekontakt.yaml", "tox"] == [
        command.rsplit(".venv/bin/", 1)[-1] for command in readme_commands
    ]


def test_ci_runs_the_readme_test_command(root: Path, readme_commands: list[str]) -> None:
    """CI runs the README's test command, letter by letter."""
    lines = [line.strip() for line in (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()]
    assert [readme_commands[1]] == [line for line in lines if line.startswith("python3 -m venv")]


def test_no_file_names_a_registry(texts: dict[Path, str]) -> None:
    """No file names the host of a package registry: where packages come from is the machine's business."""
    assert [] == [str(path) for path, text in texts.items() if REGISTRY_HOSTS.search(text)]


def test_constraints_are_versions_only(root: Path) -> None:
    """Every line of the constraints is a name and a version, without address, hash or condition."""
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [] == [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", pin)]


def test_every_distribution_carries_the_licence(root: Path) -> None:
    """Each distribution, with content or not, has the same licence text as the repository."""
    folders = [project.parent for project in root.glob("*/pyproject.toml")]
    folders += [project.parent for project in root.glob("plugins/*/pyproject.toml")]
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    assert [] == [folder for folder in folders if (folder / "LICENSE").read_text(encoding="utf-8") != licence]


def test_plugins_without_content_promise_nothing(root: Path) -> None:
    """A plugin folder without `src` registers no entry point and says in its README that it is empty."""
    empty = [
        project.parent
        for project in root.glob("plugins/*/pyproject.toml")
        if not (project.parent / "src").is_dir()
    ]
    projects = {
        folder: tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for folder in empty
    }
    assert [] == [
        folder.name
        for folder, project in projects.items()
        if "entry-points" in project
        or "no content here yet" not in (folder / "README.md").read_text(encoding="utf-8")
    ]


def test_core_knows_no_plugin(root: Path) -> None:
    """No module of the core imports a plugin's package."""
    imports = [
        (source.name, name)
        for source in (root / "core" / "src").rglob("*.py")
        for name in _imported(source.read_text(encoding="utf-8"))
    ]
    assert [] == [(module, name) for module, name in imports if name.startswith("laget_")]


def test_schemas_at_the_top_are_those_of_the_core(root: Path) -> None:
    """`schemas` is a symbolic link to the folder that ships in the core's wheel."""
    assert Path("core/src/laget/schemas") == (root / "schemas").readlink()


def test_fragments_have_a_known_type(root: Path) -> None:
    """Every change-log fragment is named `ISSUE.TYPE.md` with a type that the change log knows."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
    known = "|".join(kind["directory"] for kind in settings["type"])
    fragment = re.compile(rf"(\d+|\+[a-z0-9-]+)\.({known})(\.\d+)?\.md")
    names = [path.name for path in (root / "changes").iterdir() if path.name != "README.md"]
    assert [] == [name for name in names if not fragment.fullmatch(name)]


def test_fragments_about_rules_say_whose_and_since_when(root: Path) -> None:
    """A fragment about rules starts with municipality, service, valid from and source."""
    answers = re.compile(r"municipality: .+; service: .+; valid from: \d{4}-\d{2}-\d{2}; source: .+\n")
    rules = [*(root / "changes").glob("*.rules.md"), *(root / "changes").glob("*.rules.*.md")]
    assert [] == [path.name for path in rules if not answers.match(path.read_text(encoding="utf-8"))]


def _imported(source: str) -> list[str]:
    """Names of all modules that a source imports, wherever in it."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names
