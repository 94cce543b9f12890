"""The page about testing tells every law of the conformance kit, and every plugin is held against them."""

from __future__ import annotations

import re
from pathlib import Path

from laget.testing.laws import LAWS


def test_page_has_every_law(root: Path) -> None:
    """The table of laws has those that the kit tries, in the order it tries them."""
    text = (root / "docs" / "testing.md").read_text(encoding="utf-8")
    assert [*LAWS] == re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)


def test_every_plugin_uses_the_kit(distributions: dict[str, Path]) -> None:
    """Each plugin of the repository has the line of the kit in its tests, without any exemption."""
    without = [
        name
        for name, folder in distributions.items()
        if name != "laget"
        and not any(
            re.search(rf'= conformance\("{name.replace("-", "_")}"\)', path.read_text(encoding="utf-8"))
            for path in (folder / "tests").glob("*.py")
        )
    ]
    assert [] == without
