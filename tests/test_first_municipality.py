"""The walk from a page of text to a plugin that answers, as `docs/first-municipality.md` tells it."""

from __future__ import annotations

import sys
from itertools import takewhile
from pathlib import Path

import pytest

from .walking import steps, take

PAGE = Path("docs") / "first-municipality.md"


@pytest.mark.docs
def test_the_walk_holds_until_it_installs(root: Path, tmp_path: Path) -> None:
    """Every file and command up to installing gives what the page says; tests of wheels walk all of it."""
    uninstalled = takewhile(lambda step: step.program in {None, "laget"}, steps(root / PAGE))
    taken = [take(step, tmp_path, Path(sys.executable).parent) for step in uninstalled]
    assert (True, "") == (len(taken) > 10, "\n".join(filter(None, taken)))
