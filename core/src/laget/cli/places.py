"""Paths: where the document is that a finding names from its plugin's package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def located(name: str) -> str:
    """Give the path of a document; from the folder that the command runs in, when it is inside it.

    What is no file in an installed package keeps its name.
    """
    package, _, _ = name.partition("/")
    for folder in _folders(package):
        path = folder.parent / name
        if path.is_file():
            here = Path.cwd()
            return str(path.relative_to(here) if path.is_relative_to(here) else path)
    return name


@cache
def _folders(package: str) -> tuple[Path, ...]:
    """Give the folders of a package, without importing it."""
    spec = find_spec(package) if package.isidentifier() else None
    return tuple(map(Path, (spec.submodule_search_locations or ()) if spec else ()))
