"""What the site does with the pages besides what Sphinx does.

Reads the pages as Sphinx has them; names files, leaves the pages of a folder to the list in its README, marks
what is Norwegian, trims examples, lets pictures be opened, and warns of a page that would fetch something.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

LISTED = re.compile(r"docs/(checks|decisions)/(?!README)")
"""Pages that the README of their folder lists, as tests see to: too many for the navigation of each page."""

NAMED = re.compile(r"^```(\w+) (\S.*)$", re.MULTILINE)
"""Where a block opens that is a file: its language and its name."""

WRITTEN_TO = re.compile(r"^<!-- file: (\S+) -->$", re.MULTILINE)
"""A remark that the next block is a file, for the test that runs the page."""

PICTURE = re.compile(r'<img [^>]*src="([^"]+\.svg)"[^>]*>')
"""A picture on a page."""

FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["'](?:https?:)?//[^"']+"""
    r"""|<link\b[^>]*\bhref=["'](?:https?:)?//[^"']+"""
    r"""|@import|url\(["']?(?:https?:)?//""",
)
"""What makes a browser fetch from elsewhere."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Join the parts to the events of Sphinx."""
    app.connect("source-read", name_files)
    app.connect("doctree-read", leave_to_list)
    app.connect("doctree-read", mark_norwegian)
    app.connect("doctree-read", trim_examples)
    app.connect("html-page-context", open_pictures)
    app.connect("build-finished", warn_of_fetching)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def name_files(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Say the name of a file above the block that holds it: a site shows neither openings nor remarks."""
    source[0] = WRITTEN_TO.sub(r"`\1`\n", NAMED.sub(r"`\2`\n\n```\1", source[0]))


def leave_to_list(app: Sphinx, _tree: nodes.document) -> None:
    """Say that a page which its folder's README lists needs no place in the navigation."""
    if LISTED.match(app.env.docname):
        app.env.metadata[app.env.docname]["orphan"] = ""


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


def open_pictures(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Let each picture be opened by itself, where its words are large."""
    if "body" in context:
        context["body"] = PICTURE.sub(r'<a href="\1">\g<0></a>', context["body"])


def warn_of_fetching(app: Sphinx, failure: Exception | None) -> None:
    """Warn of each page or style that fetches something from elsewhere."""
    if failure is None:
        for pattern in ("**/*.html", "**/*.css"):
            for path in sorted(Path(app.outdir).glob(pattern)):
                if found := FETCHED.search(path.read_text(encoding="utf-8")):
                    logger.warning("%s would fetch %s", path.name, found.group())
