"""Gathering: one note a file in place of one a line, where a file has many of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.findings import Place

MOST: int = 8
"""How many ids a note names."""


def gathered(found: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """Give, for each file, the first place and all ids in words."""
    files: dict[str, dict[str, Place]] = {}
    for place, name in found:
        files.setdefault(place.file, {}).setdefault(name, place)
    for names in files.values():
        yield min(names.values()), listed(names)


def listed(names: Iterable[str]) -> str:
    """Name a few, and count the rest.

    >>> listed(["a", "b"])
    '«a», «b»'
    """
    every = list(names)
    rest = len(every) - MOST
    return ", ".join(f"«{name}»" for name in every[:MOST]) + (f" and {rest} more" if rest > 0 else "")
