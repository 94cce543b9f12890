"""What the tests of the whole repository share: its root, and its distributions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the top folder of the repository."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def distributions(root: Path) -> dict[str, Path]:
    """Folders of the distributions with content, by name."""
    folders = [root / "core", *(source.parent for source in root.glob("plugins/*/src"))]
    return {_project_name(folder): folder for folder in sorted(folders)}


def _project_name(folder: Path) -> str:
    name: str = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    return name
