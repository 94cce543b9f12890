"""Deprecations: what is on its way out, since when, until when, and what to use instead.

One table, which everything reads that can warn: the reader of documents, the asking of hooks, `laget
check`, and the schemas. `docs/deprecation.md` tells the promise behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen


class Promised(StrEnum):
    """What kinds of names others rely on."""

    HOOK = "hook"
    """A hook, such as `laget_routing`."""
    DOCUMENT = "document"
    """A kind of document, a section of one, a key of an entry, or a word that a key can have."""
    CONTRACT = "contract"
    """A key or a word of an answer in JSON."""
    CODE = "code"
    """The code of a finding."""


@frozen(kw_only=True)
class Deprecation:
    """One name that is on its way out."""

    kind: Promised
    name: str
    """The name as `docs/reference/promises.json` has it, such as `Entitlement.fee`."""
    since: date
    """The first day on which tooling warned."""
    until: date
    """The last day on which it still works, a year later or more."""
    instead: str
    """What to use instead, as the end of a sentence, such as «write `price`»."""

    @property
    def title(self) -> str:
        """Name it with its kind."""
        return f"«{self.name}» ({self.kind.value})"

    def told(self) -> str:
        """Say it whole, with what to use instead."""
        return f"{self.warning}: {self.instead}"

    @property
    def warning(self) -> str:
        """Say that it is on its way out, and when it goes."""
        return f"«{self.name}» is deprecated since {self.since}, and goes after {self.until}"


def _by_name(entries: Iterable[Deprecation]) -> dict[tuple[Promised, str], Deprecation]:
    return {(entry.kind, entry.name): entry for entry in entries}


@frozen
class Deprecations:
    """A table of what is on its way out."""

    _entries: dict[tuple[Promised, str], Deprecation] = field(converter=_by_name)

    def __bool__(self) -> bool:
        """Tell whether anything is on its way out."""
        return bool(self._entries)

    def of(self, kind: Promised, name: str) -> Deprecation | None:
        """Give the entry of a name; `None` for one that stays."""
        return self._entries.get((kind, name))

    def still(self, kind: Promised, on: date) -> tuple[Deprecation, ...]:
        """Give what is on its way out, and still works on a day."""
        return tuple(entry for entry in self.all() if entry.kind is kind and entry.until >= on)

    def all(self) -> tuple[Deprecation, ...]:
        """Give every entry, also of what is gone."""
        return tuple(self._entries.values())


DEPRECATIONS: Final = Deprecations(())
"""Everything that is on its way out, or has gone. An entry stays, so that what is gone can be explained."""
