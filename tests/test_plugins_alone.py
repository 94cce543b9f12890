"""Plugins given and installed are the same, and the core knows no municipality.

That a neighbour never shows is a law of the conformance kit.
"""

from __future__ import annotations

import re
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import laget
from laget import national
from laget.registry import Registry

ON = date(2026, 3, 1)
CORE = Path(__file__).parents[1] / "core"
INSTALLED = {entry.name: entry for entry in entry_points(group="laget") if entry.name != "norge"}
NAMES = (
    r"(?i:holt[aå]len|vestre[ _]?toten|[øo]rland|hallingdal|nesbyen|hemsedal|r[øo]ros)"
    r"|Flå|\bÅl\b|\bGol\b"
)
# Hol is left out: it is also the nynorsk word for a hole, and the short name of a law.


@pytest.mark.parametrize("layer", sorted(INSTALLED))
def test_installed_or_given(layer: str) -> None:
    """A plugin object that a host gives has the same rules as the installed plugin."""
    given = Registry.of([national.plugin, INSTALLED[layer].load()])[layer].handbook(ON)
    assert given.entitlements == laget.discover()[layer].handbook(ON).entitlements


def test_core_names_no_municipality() -> None:
    """No file of the core names a municipality of this repository, but for the register of all of them."""
    files = [path for path in CORE.rglob("*") if path.suffix in {".py", ".yaml", ".json", ".md", ".toml"}]
    found = [
        f"{path.relative_to(CORE)}: {match[0]}"
        for path in files
        for match in re.finditer(NAMES, path.read_text("utf-8"))
    ]
    assert files
    assert [] == found
