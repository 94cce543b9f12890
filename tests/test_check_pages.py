"""Pages of codes: what the documentation shows is what laget prints."""

from __future__ import annotations

from pathlib import Path

from laget.explanations import codes


def test_documentation_has_the_pages_of_all_codes_and_no_others(root: Path) -> None:
    """The folder of the documentation has the index and a page for each code."""
    pages = {path.name for path in (root / "docs" / "checks").iterdir()}
    assert {"README.md", *(f"{code}.md" for code in codes())} == pages
