"""The past of a handbook: which git commit one side of a comparison was read from; plain data."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen


class EntryState(StrEnum):
    """What has become of an entry."""

    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"


@frozen(kw_only=True)
class ChangedEntry:
    """An entry that is not the same text as it was, and that no other part of the comparison names."""

    section: str
    """The section of the handbook."""
    id: str
    """The id of the entry."""
    name: str
    """What it is called; the id, where it has no name."""
    state: EntryState
    """Whether it is new, gone, or written in another way."""


@frozen(kw_only=True)
class PastLayer:
    """A layer of either side."""

    id: str
    """The id of the layer."""
    name: str
    """Its name."""
    then: bool
    """True when it was read as it was at the commit; false when it was read as it is now."""


@frozen(kw_only=True)
class Past:
    """Where the first side comes from, when it is the same municipality as it was before."""

    ref: str
    """The git ref that was asked for."""
    commit: str
    """The full name of the commit."""
    committed: date
    """The day on which it was committed."""
    layers: tuple[PastLayer, ...]
    """The layers, widest first, each as it was then or as it is now."""
    identical: bool
    """True when every rule is the same to the letter: then only formatting, comments or order changed."""
    entries: tuple[ChangedEntry, ...]
    """What else is written in another way: texts, and parts that are not compared by meaning."""
