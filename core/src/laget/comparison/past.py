"""The past: what else is written in another way, when a municipality is compared with itself as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from laget.model.differences import Comparison
from laget.model.handbook import Handbook
from laget.model.origins import Entry
from laget.model.past import ChangedEntry, EntryState
from laget.model.sections import SECTIONS

NAMED_BY = {
    "entitlements": {
        "standing": "id",
        "criteria": "id",
        "limits": "about",
        "fees": "about",
        "steps": "about",
        "routes": "about",
        "links": "about",
    },
    "roles": {"roles": "role"},
    "routes": {"routes": "step"},
    "duties": {"duties": "duty"},
    "consents": {"consents": "consent"},
}
"""Which parts of a comparison name the entries of a section, and by which key of their rows."""


def changed_entries(found: Comparison, then: Handbook, now: Handbook) -> Iterator[ChangedEntry]:
    """Give the entries that are not the same to the letter, without those that the comparison names."""
    for section in SECTIONS:
        if section == "layer":
            continue
        named = _named(found, section)
        one: Mapping[str, Entry] = getattr(then, section)
        other: Mapping[str, Entry] = getattr(now, section)
        for name in sorted({*one, *other} - named):
            before, after = one.get(name), other.get(name)
            if before != after:
                yield ChangedEntry(
                    section=section, id=name, name=_name(after or before, name), state=_state(before, after)
                )


def is_identical(then: Handbook, now: Handbook) -> bool:
    """Tell whether every rule is the same to the letter, wherever in a file it stands."""
    gone = [
        {(found.section, found.id, found.withdrawn, found.reason, found.last) for found in book.gone}
        for book in (then, now)
    ]
    same = (getattr(then, section) == getattr(now, section) for section in SECTIONS)
    return gone[0] == gone[1] and all(same)


def _state(before: Entry | None, after: Entry | None) -> EntryState:
    if before is None:
        return EntryState.ADDED
    return EntryState.REMOVED if after is None else EntryState.REWRITTEN


def _name(entry: Entry | None, id_: str) -> str:
    """Give what an entry is called in whichever key its class has for that."""
    for key in ("name", "label", "title", "short"):
        said = getattr(entry, key, None)
        if isinstance(said, str):
            return said
    return id_


def _named(found: Comparison, section: str) -> set[str]:
    """Give the ids that the comparison's own rows name already."""
    names = {row.id for row in found.names if row.section == section}
    if section == "ladders" and found.levels:
        names |= {ladder.id for ladder in (*found.levels.first, *found.levels.second)}
    for part, key in NAMED_BY.get(section, {}).items():
        for row in getattr(found, part):
            said: str | tuple[str, ...] = getattr(row, key)
            names |= {said} if isinstance(said, str) else {*said}
    return names
