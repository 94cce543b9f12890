"""Inspection: what no single rule shows, one module per subject, each a pure function of a `Folded` book.

`laget check` runs it; handbooks are built without it. Only what a layer has written itself is looked
at, so that each mistake is reported where it can be mended. Warnings are what is wrong whatever the
source says; what a source may well mean, or leaves open, is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from laget.checks.folded import Folded
from laget.findings import Finding
from laget.inspection.ages import check_ages
from laget.inspection.citations import check_citations
from laget.inspection.floor import check_floor
from laget.inspection.glossary import check_glossary
from laget.inspection.holding import check_holding
from laget.inspection.lines import check_lines
from laget.inspection.messages import check_messages
from laget.inspection.owners import check_owners
from laget.inspection.pairs import check_pairs
from laget.inspection.regions import Space
from laget.inspection.reviews import check_reviews
from laget.inspection.sources import check_sources


def inspect(folded: Folded) -> Iterator[Finding]:
    """Find what is wrong with the conditions of a book that has no errors."""
    space = Space(folded.book)
    for check in (check_holding, check_pairs, check_lines, check_messages):
        yield from check(folded, space)


def note(folded: Folded, today: date | None, members: Iterable[Folded] = ()) -> Iterator[Finding]:
    """Find what a reader should know about a book; `members` are the books that build on it.

    `today` is the day on which acts are in force and reviews overdue; without it, acts are looked at on
    the book's own day, and reviews are not.
    """
    yield from check_ages(folded)
    yield from check_floor(folded)
    yield from check_citations(folded, today)
    yield from check_owners(folded)
    yield from check_glossary(folded)
    yield from check_sources(folded, members)
    if today is not None:
        yield from check_reviews(folded, today)


__all__ = ["inspect", "note"]
