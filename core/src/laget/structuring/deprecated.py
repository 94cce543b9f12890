"""Deprecated keys: a note for each section, key or word of a document that is on its way out.

Reads the placed tree beside the classes of the model. It is a note, and neither a warning nor an error:
a new version of laget must never turn a plugin's green run red in the year that is promised.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

import attrs

from laget.deprecations import Deprecation, Deprecations, Promised
from laget.documents.tree import Node
from laget.findings import Finding, Place, Severity
from laget.structuring.converter import writable_fields


def key_note(entry: Deprecation, place: Place) -> Finding:
    """Give the note about one use of a kind, a section, a key or a word that is on its way out."""
    return Finding("deprecated-key", entry.warning, place, Severity.NOTE, entry.instead)


def hook_note(entry: Deprecation, place: Place) -> Finding:
    """Give the note about a plugin that answers a hook that is on its way out."""
    return Finding("deprecated-hook", entry.warning, place, Severity.NOTE, entry.instead)


def deprecated_keys(node: Node, cls: type, table: Deprecations, path: tuple[str, ...]) -> Iterator[Finding]:
    """Find deprecated keys and words in an entry, and in everything inside it."""
    if not table or not isinstance(node.value, dict):
        return
    fields = writable_fields(cls)
    for key, child in node.value.items():
        if key not in fields:
            continue
        entry = table.of(Promised.DOCUMENT, f"{cls.__name__}.{key}")
        if entry is not None:
            yield key_note(entry, child.key_place((*path, key)))
        yield from _inside(child, fields[key].type, table, (*path, key))


def _inside(node: Node, kind: Any, table: Deprecations, path: tuple[str, ...]) -> Iterator[Finding]:
    """Look into lists, mappings and single values of a type."""
    if isinstance(node.value, tuple):
        for index, item in enumerate(node.value):
            yield from _inside(item, kind, table, (*path, str(index)))
        return
    for cls in classes_in(kind):
        if issubclass(cls, StrEnum):
            entry = table.of(Promised.DOCUMENT, f"{cls.__name__}.{node.value}")
            if entry is not None:
                yield key_note(entry, node.place(path))
        else:
            yield from deprecated_keys(node, cls, table, path)


def classes_in(kind: Any) -> Iterator[type]:
    """Give the classes and the lists of words that a type names."""
    if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, StrEnum)):
        yield kind
    for argument in get_args(kind):
        yield from classes_in(argument)
