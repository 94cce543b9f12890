"""Declared: disagreements in the sources themselves, as notes."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.model.choices import Ladder
from laget.model.plans import Consent


def check_declared(folded: Folded) -> Iterator[Finding]:
    """Note each conflict that a layer declares, and each ladder or consent that overlaps or leaves holes."""
    for conflict in folded.book.conflicts.values():
        place = folded.place(Spot("conflicts", conflict, (), conflict))
        yield Finding("conflict", conflict.text, place, Severity.NOTE)
    choices: list[tuple[str, Ladder | Consent]] = [
        *(("ladders", ladder) for ladder in folded.book.ladders.values()),
        *(("consents", consent) for consent in folded.book.consents.values()),
    ]
    for section, choice in choices:
        for key, declared in (("overlap", choice.overlap), ("hole", choice.hole)):
            if declared is not None:
                place = folded.place(Spot(section, choice, (), choice), key)
                yield Finding(f"declared-{key}", declared.note, place, Severity.NOTE)
