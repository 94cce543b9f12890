"""What tests of the command line share: running a command on the fiction."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from laget.cli import main
from laget.plugins import FolderPlugin
from laget.registry import Registry

Laget = Callable[..., Result]

CASE = """\
on: 2026-03-01
facts: {fodselsdato: 2015-02-20, trenger_folge: true, boform: hjemme}
applies_for: [{id: turvenn, amount: 12, unit: hours, per: month, purposes: [fritid]}]
"""


@pytest.fixture
def laget(fiction: Registry) -> Laget:
    """Give a function that runs a command on the fiction, or on another registry."""

    def run(*arguments: str, registry: Registry = fiction, given: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, obj=registry, input=given, prog_name="laget")

    return run


@pytest.fixture
def answer(laget: Laget) -> Callable[..., Any]:
    """Give a function that runs a command and gives its answer as data."""

    def run(*arguments: str, **settings: Any) -> Any:
        return json.loads(laget(*arguments, "--format", "json", **settings).stdout)

    return run


@pytest.fixture
def case(tmp_path: Path) -> str:
    """Give the path of a case in which a child applies for more than there is."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, str]], Registry]:
    """Give a function that makes a registry of documents by path."""

    def write(documents: dict[str, str]) -> Registry:
        for name, text in documents.items():
            path = tmp_path / "plugin" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Registry.of([FolderPlugin(tmp_path / "plugin")])

    return write
