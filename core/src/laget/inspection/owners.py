"""Owners: duties that nobody is said to have."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded
from laget.findings import Finding, Severity
from laget.inspection.gathering import gathered
from laget.inspection.spots import own
from laget.model.duties import Duty


def check_owners(folded: Folded) -> Iterator[Finding]:
    """Note duties without an owner, one note a file: the source may well be silent."""
    duties = [spot for spot in own(folded) if isinstance(spot.value, Duty) and spot.value.owner is None]
    hint = "add «owner: …» where the source names a role or an office; invent none"
    for place, ids in gathered((folded.place(spot), spot.entry.id) for spot in duties):
        message = f"nobody is said to own {ids}"
        yield Finding("no-owner", message, place, Severity.NOTE, hint)
