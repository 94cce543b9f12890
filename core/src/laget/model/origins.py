"""Where a value of the handbook comes from: layer, file and line."""

from __future__ import annotations

from attrs import field, frozen

from laget.model.mapping import FrozenMapping

INTERNAL = {"internal": True}
"""Metadata of fields that the core fills in, and that no document may write."""


@frozen(order=True)
class Origin:
    """The place of the text that a value was read from."""

    layer: str
    """The id of the layer that said it."""
    file: str
    """The document, named from its plugin's folder; a module's name for answers given in code."""
    line: int
    """The line, from 1; 0 when the answer was given in code."""


NOWHERE = Origin("", "", 0)
"""The origin of entries that code made directly, as tests do."""


@frozen(kw_only=True)
class Entry:
    """Something with an id that layers add, amend and withdraw."""

    id: str
    """The id: plain ASCII, Norwegian, lower case, words joined by `_`."""
    origin: Origin = field(default=NOWHERE, eq=False, repr=False, metadata=INTERNAL)
    """Where the entry was added."""
    origins: FrozenMapping[Origin] = field(factory=FrozenMapping, eq=False, repr=False, metadata=INTERNAL)
    """Where each of its values comes from, by key."""
