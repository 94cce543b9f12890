"""The distributions of this repository: found by their folders, never listed.

Reads the folders; gives the workspace's dependencies to hatchling (`pip install .`), and two
commands to developers and tox:

    python workspace.py install   installs all of them in place, so that edits count at once
    python workspace.py types     checks the types of all of them with mypy
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = Path(__file__).resolve().parent


def distributions(root: Path = ROOT) -> dict[str, Path]:
    """Folders by distribution name: the core, and each plugin that has content (a `src` folder)."""
    plugins = sorted(source.parent for source in root.glob("plugins/*/src"))
    return {_name(folder): folder for folder in (root / "core", *plugins)}


def _name(folder: Path) -> str:
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    name: str = project["project"]["name"]
    return name


class FoldersAsDependencies(MetadataHookInterface):
    """Makes the workspace depend on the distributions in its own folders."""

    def update(self, metadata: dict[str, object]) -> None:
        """Set the dependencies to direct references, one for each distribution."""
        found = distributions(Path(self.root))
        metadata["dependencies"] = [f"{name} @ {folder.as_uri()}" for name, folder in found.items()]


def install() -> int:
    """Install every distribution in place, with the interpreter that runs this."""
    editable = [part for folder in distributions().values() for part in ("-e", str(folder))]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-build-isolation"]
    return subprocess.call([*pip, "-c", str(ROOT / "constraints.txt"), *editable])


def types() -> int:
    """Run mypy with the sources of every distribution on its path."""
    path = os.pathsep.join(str(folder / "src") for folder in distributions().values())
    return subprocess.call([sys.executable, "-m", "mypy"], cwd=ROOT, env={**os.environ, "MYPYPATH": path})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["install"]:
            sys.exit(install())
        case ["types"]:
            sys.exit(types())
        case _:
            sys.exit("usage: python workspace.py {install,types}")
