"""Lines of text: wrapping, headings, lists and tables, never wider than 80 columns.

Reads texts; gives lists of lines, which the caller joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import TextWrapper

WIDTH = 80
"""The greatest width of a line."""

STICKY = "\N{NO-BREAK SPACE}"
"""Keeps two words on one line while wrapping; printed as a blank."""


def sticky(text: str) -> str:
    """Keep the words of a reference on one line.

    >>> wrapped(sticky("avlastning 1.1"))
    ['avlastning 1.1']
    """
    return text.replace(" ", STICKY)


def wrapped(text: str, indent: int = 0, hanging: int = 0, width: int = WIDTH) -> list[str]:
    """Break a text into lines; `hanging` is how much further the lines after the first are moved in."""
    first, later = " " * indent, " " * (indent + hanging)
    wrapper = TextWrapper(width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)
    kept = text.replace("§ ", f"§{STICKY}").replace("§§ ", f"§§{STICKY}")
    return [line.replace(STICKY, " ") for line in wrapper.wrap(kept)]


def marked(mark: str, text: str, indent: int = 2) -> list[str]:
    """Give a text behind a mark, its later lines under its first word.

    >>> marked("•", "Gratis.")
    ['  • Gratis.']
    """
    return wrapped(f"{mark} {text}", indent, len(mark) + 1)


def bullets(texts: Iterable[str], indent: int = 2) -> list[str]:
    """Give texts as a list."""
    return [line for text in texts for line in marked("•", text, indent)]


def numbered(texts: Iterable[str], indent: int = 2) -> list[list[str]]:
    """Give texts as a numbered list, one list of lines each."""
    return [marked(f"{number}.", text, indent) for number, text in enumerate(texts, 1)]


def heading(text: str) -> list[str]:
    """Give a heading of the first order, underlined, with an empty line before and after."""
    return ["", "", *wrapped(text.upper()), "═" * min(len(text), WIDTH), ""]


def subheading(text: str) -> list[str]:
    """Give a heading of the second order, underlined, with an empty line before."""
    return ["", *wrapped(text), "─" * min(len(text), WIDTH)]


def topic(text: str) -> list[str]:
    """Give the name of a part, with an empty line before it."""
    return ["", *wrapped(text)]


def section(title: str, lines: Sequence[str]) -> list[str]:
    """Give a named part; nothing at all when it has no lines."""
    return [*topic(title), *lines] if lines else []


def columns(rows: Sequence[Sequence[str]], indent: int = 2, gap: int = 2) -> list[str]:
    """Give rows whose columns stand under each other; the last column is wrapped."""
    if not rows:
        return []
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    lines: list[str] = []
    for row in rows:
        start = "".join(f"{cell:{width + gap}}" for cell, width in zip(row, widths, strict=False))
        lines += wrapped(sticky(start) + row[-1], indent, len(start)) if row[-1] else [" " * indent + start]
    return [line.rstrip() for line in lines]


def text_of(lines: Iterable[str]) -> str:
    """Join lines, without empty ones at the start."""
    return "\n".join(lines).strip("\n")
