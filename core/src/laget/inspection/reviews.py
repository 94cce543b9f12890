"""Reviews: a plan period or a review date that has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity


def check_reviews(folded: Folded, on: date) -> Iterator[Finding]:
    """Note that the layer's rules were to be looked at again before a day."""
    layer = folded.book.layer
    due = layer.valid.last_known
    if due is not None and due < on:
        message = f"the rules were to be looked at again by {due}; on {on} they are the last known ones"
        hint = "read the source's newest edition: add what changed with «from», and move «last_known»"
        place = folded.place(Spot("layer", layer, (), layer), "valid", "last_known")
        yield Finding("overdue-review", message, place, Severity.NOTE, hint)
