"""What is promised is kept: nothing that others rely on goes without a year of warning."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from laget.deprecations import DEPRECATIONS, Promised
from laget.schema.promises import NOTICE, broken, current, hasty, read, unpromised

TODAY = datetime.now(UTC).date()


def test_nothing_promised_is_gone(root: Path) -> None:
    """Every hook, document key, contract key and code in `docs/reference/promises.json` is still there."""
    assert [] == broken(read(root), current(), DEPRECATIONS, TODAY)


def test_everything_new_is_promised(root: Path) -> None:
    """What is new stands in the file too; `python -m laget.schema` adds it."""
    assert [] == unpromised(read(root), current())


def test_every_entry_warns_for_a_year(root: Path) -> None:
    """Each deprecation has a year between its first and its last day, and is about something promised."""
    assert [] == hasty(DEPRECATIONS, read(root), TODAY)


def test_the_page_says_what_the_code_does(root: Path) -> None:
    """The page about deprecation names each kind of promise, the days of warning, and every entry."""
    page = (root / "docs" / "deprecation.md").read_text(encoding="utf-8")
    said = [f"{NOTICE.days} days", *(f"`{kind.value}`" for kind in Promised)]
    said += [f"`{entry.name}`" for entry in DEPRECATIONS.all()]
    assert [] == [text for text in said if text not in page]
