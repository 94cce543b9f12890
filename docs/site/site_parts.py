"""What the site adds to the pages: where records belong, which language a text is in, and a last look.

Reads the pages as Sphinx has them; gives each folder's README the other pages of its folder, marks what
is Norwegian, trims examples, and warns of a page that would fetch something.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

CONTENTS = "\n\n```{toctree}\n:hidden:\n:glob:\n\n[0-9a-z]*\n```\n"
"""The navigation of a folder: every other page of it."""

FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["'](?:https?:)?//[^"']+"""
    r"""|<link\b[^>]*\bhref=["'](?:https?:)?//[^"']+"""
    r"""|@import|url\(["']?(?:https?:)?//""",
)
"""What makes a browser fetch from elsewhere."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Join the parts to the events of Sphinx."""
    app.connect("source-read", add_folder)
    app.connect("doctree-read", mark_norwegian)
    app.connect("doctree-read", trim_examples)
    app.connect("build-finished", warn_of_fetching)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_folder(_app: Sphinx, page: str, source: list[str]) -> None:
    """Give the README of a folder of `docs` the other pages of its folder, so that no list can forget one."""
    if re.fullmatch(r"docs/\w+/README", page):
        source[0] += CONTENTS


def mark_norwegian(_app: Sphinx, tree: nodes.document) -> None:
    """Mark the Norwegian words of the glossary, and what laget prints, for those who hear the page."""
    for row in tree.findall(nodes.row):
        if tree["source"].endswith("GLOSSARY.md") and isinstance(row.parent, nodes.tbody):
            row[0]["classes"].append("language-nb")
    for block in tree.findall(nodes.literal_block):
        if block.get("language") == "console" and re.search("[æøå]", block.astext()):
            block["classes"].append("language-nb")


def trim_examples(_app: Sphinx, tree: nodes.document) -> None:
    """Take away the empty line that ends an example for the one who runs it."""
    for block in tree.findall(nodes.literal_block):
        block.rawsource = block.astext().rstrip("\n")  # Sphinx colours what is as it was written
        block.children = [nodes.Text(block.rawsource)]


def warn_of_fetching(app: Sphinx, failure: Exception | None) -> None:
    """Warn of each page or style that fetches something from elsewhere."""
    if failure is None:
        for pattern in ("**/*.html", "**/*.css"):
            for path in sorted(Path(app.outdir).glob(pattern)):
                if found := FETCHED.search(path.read_text(encoding="utf-8")):
                    logger.warning("%s would fetch %s", path.name, found.group())
