"""Where a layer is to stand: a plugin that is there already, found by its `pyproject.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from laget.scaffold.refusals import CannotFoundError

_ADVICE = "give the folder of a plugin, the one with its pyproject.toml; without --inside a new one is made"


@frozen
class Ground:
    """A plugin on disk."""

    folder: Path
    """The folder of the distribution."""
    package: str
    """The package that has the plugin, such as `laget_lia`."""
    source: str
    """The package's folder, from that of the distribution: `src/laget_lia`."""
    target: str
    """What entry points name: `laget_lia:plugin`."""


def ground_at(folder: Path) -> Ground:
    """Find the plugin in a folder; raises `CannotFoundError` for one that has none."""
    groups = _entry_points(folder)
    targets = list(groups.get("laget", {}).values())
    if not targets:
        raise CannotFoundError(
            f"{folder} is no plugin, its pyproject.toml has no entry points «laget»", _ADVICE
        )
    package = str(targets[0]).partition(":")[0]
    source = _source(folder, package)
    return Ground(folder, package, source, str(targets[0]))


def refuse_taken(ground: Ground, id_: str, number: str | None) -> None:
    """Raise `CannotFoundError` when the plugin has the number for another layer, or the layer for another."""
    for known, layer in _entry_points(ground.folder).get("laget.numbers", {}).items():
        if (known == number) is not (layer == id_) and number is not None:
            problem = f"in {ground.folder}, {known} is the number of «{layer}»"
            raise CannotFoundError(problem, f"so «{id_}» can't be {number}; give another --id or --number")


def _entry_points(folder: Path) -> dict[str, Any]:
    project = folder / "pyproject.toml"
    if not project.is_file():
        raise CannotFoundError(f"{folder} is no plugin, it has no pyproject.toml", _ADVICE)
    try:
        content = tomllib.loads(project.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CannotFoundError(f"{project} can't be read", str(error)) from None
    groups = content.get("project", {}).get("entry-points", {})
    return groups if isinstance(groups, dict) else {}


def _source(folder: Path, package: str) -> str:
    inside = package.replace(".", "/")
    for source in (f"src/{inside}", inside):
        if (folder / source / "layers").is_dir():
            return source
    advice = "laget new adds documents, so the plugin must be a FolderPlugin with its rules there"
    raise CannotFoundError(f"{folder} has no folder «src/{inside}/layers»", advice)
