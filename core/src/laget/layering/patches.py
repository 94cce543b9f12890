"""Patches: what one or more layers say about one entry, and how two of them become one.

A patch is what operations on one entry come to. Combining is associative, mistakes included,
because a patch keeps everything that was said in order; whether that makes sense is judged
once, by `laget.layering.resolving`. What a later patch does not name stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, reduce
from typing import Any, cast, get_args, get_origin

import attrs
from attrs import frozen

from laget.documents.tree import Node
from laget.findings import Finding
from laget.model.origins import Entry
from laget.structuring.contents import Operation, Verb, operation_of


@frozen
class Said:
    """One thing that a layer said about an entry, without its values."""

    verb: Verb
    node: Node
    last: date | None
    """The day it ended, when that lies before the date asked about."""

    @property
    def layer(self) -> str:
        """The layer that said it."""
        return self.node.source.layer


@frozen
class Ended:
    """A value that has ended. It does not fall back to an older one."""

    node: Node
    last: date


PatchValue = Node | Ended | Mapping[str, "Patch"]


@frozen
class Patch:
    """What was said about one entry, and the values it comes to."""

    said: tuple[Said, ...]
    values: Mapping[str, PatchValue]


def combined(earlier: Patch, later: Patch) -> Patch:
    """Put two patches of one entry together; the later one has the last word on what it names.

    A list of things with ids that somebody wrote as something else stays wrong, whatever follows.
    """
    values = dict(earlier.values)
    for key, value in later.values.items():
        before = values.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            values[key] = merged(before, value)
        elif before is None or isinstance(before, Mapping) or not isinstance(value, Mapping):
            values[key] = value
    return Patch(earlier.said + later.said, values)


def merged(earlier: Mapping[str, Patch], later: Mapping[str, Patch]) -> dict[str, Patch]:
    """Put two collections of patches together by id: known ids keep their place, new ones follow."""
    patches = dict(earlier)
    for name, patch in later.items():
        patches[name] = combined(patches[name], patch) if name in patches else patch
    return patches


def folded(collections: Sequence[Mapping[str, Patch]]) -> Mapping[str, Patch]:
    """Fold collections of patches, widest layer first."""
    return reduce(merged, collections, {})


def patch_of(operation: Operation, cls: type[Entry], on: date, findings: list[Finding]) -> Patch | None:
    """Give the patch of one operation on a date; `None` before it begins."""
    if operation.first is not None and on < operation.first:
        return None
    ended = operation.last if operation.last is not None and operation.last < on else None
    said = Said(operation.verb, operation.node, ended)
    if operation.verb is Verb.WITHDRAWS:
        return Patch((said,), {})
    lists = lists_of_entries(cls)
    values: dict[str, PatchValue] = {}
    for key, node in cast("dict[str, Node]", operation.node.value).items():
        if key in lists and isinstance(node.value, tuple):
            values[key] = _items(operation, key, lists[key], on, findings)
        else:
            values[key] = Ended(node, ended) if ended else node
    return Patch((said,), values)


def _items(
    around: Operation, key: str, cls: type[Entry], on: date, findings: list[Finding]
) -> dict[str, Patch]:
    """Give the patches of a list of things with ids; they end when what is around them ends."""
    patches: dict[str, Patch] = {}
    items = cast("dict[str, Node]", around.node.value)[key]
    for child in cast("tuple[Node, ...]", items.value):
        operation = operation_of(key, child, findings, dated=False)
        if operation is not None:
            patch = patch_of(attrs.evolve(operation, last=around.last), cls, on, findings)
            patches = merged(patches, {operation.id: patch} if patch else {})
    return patches


def lists_of_entries(cls: type[Entry]) -> Mapping[str, type[Entry]]:
    """Give the keys of a class that hold lists of things with ids, with the class of those things."""
    return _lists_of_entries(cast("Any", cls))


@cache
def _lists_of_entries(cls: Any) -> Mapping[str, type[Entry]]:
    attrs.resolve_types(cls)
    return {
        field.name: get_args(field.type)[0]
        for field in attrs.fields(cls)
        if get_origin(field.type) is tuple and _is_entry(get_args(field.type)[0])
    }


def _is_entry(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Entry)
