"""Sources: whether everything that layers say is known by its place, and rests on a source or a law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from laget.checks.folded import Folded, Spot
from laget.model.origins import Entry


def without_source(folded: Folded, layers: Sequence[str]) -> Iterator[str]:
    """Give what some layers say without a place, or without a source of its own or of what is around it."""
    values = {(spot.section, spot.entry.id, spot.path): spot.value for spot in folded.spots}
    known = {used.layer.id for used in folded.book.layers}
    for spot in folded.spots:
        if not isinstance(spot.value, Entry):
            continue
        origin = spot.value.origin
        where = f"{origin.file}:{origin.line}: {'.'.join(folded.place(spot).path)}"
        if origin.layer not in known or not origin.file:
            yield f"{where} has no place"
        elif origin.layer in layers and hasattr(spot.value, "sources") and not _has_source(spot, values):
            yield f"{where} rests on no source and no law"


def _has_source(spot: Spot, values: dict[tuple[str, str, tuple[str | int, ...]], Any]) -> bool:
    """Tell whether something, or anything around it, says what it rests on."""
    around = (
        values.get((spot.section, spot.entry.id, spot.path[:length])) for length in range(len(spot.path) + 1)
    )
    return any(getattr(value, "sources", ()) or getattr(value, "law", ()) for value in around)
