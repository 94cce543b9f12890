"""Glossary: what a layer calls a thing that the terms know by another name.

A term joins what municipalities call one concept. Its id is often also that of a service, an office, a
role, a plan or a group: then the name that stands there has to be among the term's names.
"""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.inspection.spots import is_own
from laget.model.layers import Term

_NAMED = ("entitlements", "offices", "roles", "plans", "groups", "meeting_kinds", "tools")


def check_glossary(folded: Folded) -> Iterator[Finding]:
    """Note names of a layer that the term with the same id does not have."""
    for term in folded.book.terms.values():
        for section in _NAMED:
            entry = folded.entries(section).get(term.id)
            if entry is None:
                continue
            spot = Spot(section, entry, ("name",), entry)
            if is_own(folded, spot) and _plain(entry.name) not in _names(term):
                message = f"«{entry.name}» is not among the names of the term «{term.id}» ({term.name})"
                hint = (
                    f"add «amends: {term.id}» to «terms», with this name as «name» or in «also_called», "
                    "so that readers find it"
                )
                yield Finding("unlisted-term", message, folded.place(spot), Severity.NOTE, hint)
                break


def _names(term: Term) -> set[str]:
    return {_plain(name) for name in (term.name, *term.also_called)}


def _plain(name: str) -> str:
    """Give a name without its abbreviation in brackets and without capitals."""
    return name.split(" (", maxsplit=1)[0].casefold()
