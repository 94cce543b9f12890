"""Let tox see every CPython that pyenv has installed, not only the one it has activated.

tox looks for interpreters on the PATH. pyenv puts shims there that fail for versions that are
installed but not activated. The folders of the versions themselves go behind everything
else, so that what the machine prefers stays preferred. Without pyenv nothing changes.
"""

from __future__ import annotations

import os
from pathlib import Path


def installed_by_pyenv(root: Path) -> list[str]:
    """Folders with the interpreters that pyenv keeps under its root; empty without pyenv."""
    return sorted(str(folder) for folder in root.glob("versions/*/bin"))


_pyenv_root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *installed_by_pyenv(_pyenv_root)])
