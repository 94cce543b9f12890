"""Messages: what a refused case is told is about something that the case says."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded
from laget.findings import Finding, Severity
from laget.inspection.regions import Space, connected, told
from laget.inspection.spots import own
from laget.model.facts import Contradiction


def check_messages(folded: Folded, space: Space) -> Iterator[Finding]:
    """Find contradictions that point at a fact which is not known in one of their branches."""
    for spot in own(folded):
        if isinstance(spot.value, Contradiction):
            refused = spot.value
            found = space.can_be(refused.when.tree, value=True, without=connected(folded.book, refused.fact))
            if found.example is not None:
                case = f" (with {told(found.example)})" if found.example and found.is_real else ""
                message = f"this can refuse a case that says nothing of «{refused.fact}»{case}"
                hint = "make one contradiction of each branch of «when», or point «fact» at what all read"
                yield Finding("message-beside", message, folded.place(spot, "fact"), Severity.WARNING, hint)
