"""Plugins that are not installed: taken from their folders, in the place of what is installed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from laget.cli.options import UnusableError
from laget.plugins import FolderPlugin
from laget.registry import Registry, discover
from laget.scaffold.ground import ground_at
from laget.scaffold.refusals import CannotFoundError


def registry_with(folders: Sequence[str]) -> Registry:
    """Give a registry of what is installed, with the plugins in these folders."""
    return discover(instead=[plugin_in(Path(folder)) for folder in folders])


def plugin_in(folder: Path) -> object:
    """Give the plugin in a folder: that of its `pyproject.toml`, or the folder `layers` that lies in it.

    Raises `UnusableError` when there is none, or when its code can't be imported.
    """
    if not (folder / "pyproject.toml").is_file() and (folder / "layers").is_dir():
        return FolderPlugin(folder.resolve())
    try:
        ground = ground_at(folder)
    except CannotFoundError as error:
        advice = "give the folder with its pyproject.toml, or one that has the folder «layers»"
        raise UnusableError(f"{error.problem}: {advice}") from None
    home = (folder / ground.source).resolve().parents[ground.package.count(".")]
    sys.path.insert(0, str(home))
    name = ground.target.partition(":")[2] or "plugin"
    try:
        found: object = getattr(import_module(ground.package), name)
    except (Exception, SystemExit) as error:
        cause = f"{type(error).__name__}: {error}".splitlines()[0]
        raise UnusableError(f"the plugin in {folder} can't be imported: {cause}") from error
    return found
