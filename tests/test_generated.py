"""What is made and never written by hand is what its one command writes."""

from __future__ import annotations

import re
from pathlib import Path

from docs.generating import generated


def test_generated_pages_and_pictures_are_up_to_date(root: Path) -> None:
    """The references of hooks and commands and the pictures are what `python -m docs.generating` writes."""
    stale = [
        str(path)
        for path, text in generated().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]
    assert [] == stale


def test_every_picture_is_made(root: Path) -> None:
    """No picture of the documentation is drawn by hand or left behind."""
    pictures = {path.relative_to(root) for path in (root / "docs" / "pictures").iterdir()}
    assert pictures == {path for path in generated() if path.suffix == ".svg"}


def test_every_decision_is_listed(root: Path) -> None:
    """The list of decisions has each record once, in the order of their numbers."""
    folder = root / "docs" / "decisions"
    rows = re.findall(
        r"^\| \[(\d+)\]\((.+?)\) \|", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [(path.name[:4], path.name) for path in sorted(folder.glob("0*.md"))] == rows
