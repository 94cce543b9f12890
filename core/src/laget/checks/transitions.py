"""Transitions: the months of one are months, in order, and given only where it goes by the calendar year."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding
from laget.model.transitions import Transition, TransitionBy

YEAR = range(1, 13)
"""The months of a year."""


def check_transitions(folded: Folded) -> Iterator[Finding]:
    """Find ages below birth, and months that no year has or that say more than the calendar year."""
    for entry in folded.book.transitions.values():
        spot = Spot("transitions", entry, (), entry)
        if entry.age < 0:
            message = f"«{entry.age}» is no age: it is counted in completed years from birth"
            yield Finding("transition-age", message, folded.place(spot, "age"), hint="write 0 or more")
        problem = _months(entry)
        if problem is not None:
            message, hint = problem
            yield Finding("transition-months", message, folded.place(spot, "first_month"), hint=hint)


def _months(entry: Transition) -> tuple[str, str] | None:
    """Say what is wrong with the months of a transition, and what to do; `None` when nothing is."""
    given = [month for month in (entry.first_month, entry.last_month) if month is not None]
    if not given:
        return None
    if entry.by is TransitionBy.BIRTHDAY:
        return "a transition on the birthday has no months", "remove them, or write «by: calendar_year»"
    if len(given) == 1:
        return (
            "a transition has both a first and a last month, or neither",
            "write the other one, or remove it",
        )
    if any(month not in YEAR for month in given) or given[0] > given[1]:
        return "the months of a transition go from 1 to 12, the first before the last", "write them in order"
    return None
