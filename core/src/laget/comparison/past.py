"""The past: what else is written in another way, when a municipality is compared with itself as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from laget.model.differences import Comparison
from laget.model.handbook import Handbook
from laget.model.origins import Entry
from laget.model.past import ChangedEntry, EntryState
from laget.model.sections import SECTIONS

IN_ROWS = {
    "entitlements": ("standing", "criteria", "limits", "fees", "steps", "routes", "links", "names"),
    "roles": ("roles", "names"),
    "offices": ("names",),
    "terms": ("names",),
    "duties": ("duties",),
    "consents": ("consents",),
    "routes": ("routes",),
}
"""Which parts of a comparison name the entries of a section."""


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
    if section == "ladders" and found.levels:
        return {ladder.id for ladder in (*found.levels.first, *found.levels.second)}
    names: set[str] = set()
    for part in IN_ROWS.get(section, ()):
        for row in getattr(found, part):
            names |= _ids(row, part, section)
    return names


def _ids(row: object, part: str, section: str) -> set[str]:
    if part == "names":
        return {row.id} if getattr(row, "section", None) == section else set()  # type: ignore[attr-defined]
    if part == "routes" and section == "routes":
        return {row.step}  # type: ignore[attr-defined]
    for key in ("duty", "consent", "role", "id"):
        if hasattr(row, key):
            return {getattr(row, key)}
    about = row.about  # type: ignore[attr-defined]
    return {about} if isinstance(about, str) else set(about)
