"""Declared: disagreements in the sources themselves, as notes."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity


def check_declared(folded: Folded) -> Iterator[Finding]:
    """Note each conflict that a layer declares, and each ladder whose levels overlap or leave holes."""
    for conflict in folded.book.conflicts.values():
        place = folded.place(Spot("conflicts", conflict, (), conflict))
        yield Finding("conflict", conflict.text, place, Severity.NOTE)
    for ladder in folded.book.ladders.values():
        for key, declared in (("overlap", ladder.overlap), ("hole", ladder.hole)):
            if declared is not None:
                place = folded.place(Spot("ladders", ladder, (), ladder), key)
                yield Finding(f"declared-{key}", declared.note, place, Severity.NOTE)
