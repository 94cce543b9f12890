"""Files: every generated page and picture by its path, the same bytes every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docs.generating.commands import commands_page
from docs.generating.hooks import hooks_page
from docs.generating.pictures import pictures

from laget.schema import writing

REFERENCE = Path("docs/reference")
PICTURES = Path("docs/pictures")


def generated() -> dict[Path, str]:
    """Give the text of every file made here, by its path from the top of the repository."""
    pages = {REFERENCE / "hooks.md": hooks_page(), REFERENCE / "commands.md": commands_page()}
    return {**pages, **{PICTURES / name: drawn for name, drawn in pictures().items()}}


def write(root: Path, on: date) -> int:
    """Write every generated file below a root, the core's own too; give 1 where that is no repository.

    `on` is the day on which a promise may have run out.
    """
    if failed := writing.write(root, on):
        return failed
    for path, text in generated().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return 0
