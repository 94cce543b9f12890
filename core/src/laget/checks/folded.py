"""A folded book with the trees it was read from, so that findings can point at files."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, cast

import attrs
from attrs import frozen

from laget.documents.tree import Node
from laget.findings import Place
from laget.model.expressions import Formula
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry
from laget.model.sections import SECTIONS


@frozen
class Spot:
    """An object somewhere inside an entry."""

    section: str
    entry: Entry
    path: tuple[str | int, ...]
    """Keys and positions from the entry to the object."""
    value: Any


@frozen
class Folded:
    """A handbook, and the tree of each of its entries by section and id."""

    book: Handbook
    trees: Mapping[tuple[str, str], Node]
    failed: frozenset[tuple[str, str]] = frozenset()
    """Entries that exist but could not be read: naming them is no second mistake."""

    def entries(self, section: str) -> FrozenMapping[Any]:
        """Give the entries of a section by id."""
        if section == "layer":
            return FrozenMapping({self.book.layer.id: self.book.layer})
        return cast("FrozenMapping[Any]", getattr(self.book, section))

    def ids(self, section: str) -> set[str]:
        """Give all ids of a section, those that could not be read included."""
        return {*self.entries(section), *(name for failed, name in self.failed if failed == section)}

    def mentionable(self, section: str) -> set[str]:
        """Give all ids that a rule may name: an entitlement that has gone may still be spoken of."""
        gone = {gone.id for gone in self.book.gone if gone.section == section == "entitlements"}
        return self.ids(section) | gone

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every object of the model inside every entry."""
        return tuple(
            spot
            for section in SECTIONS
            for entry in self.entries(section).values()
            for spot in _spots(Spot(section, entry, (), entry))
        )

    def place(self, spot: Spot, *further: str | int) -> Place:
        """Give the place of something inside an entry; of what is around it, where it has none."""
        steps = (*spot.path, *further)
        node = self.trees[spot.section, spot.entry.id]
        names = [spot.section, spot.entry.id]
        for step in steps:
            child = _child(node, step)
            if child is None:
                break
            names.append(_name(child, step))
            node = child
        return node.place(tuple(names))

    def node(self, spot: Spot) -> Node | None:
        """Give the tree of an object inside an entry."""
        node: Node | None = self.trees[spot.section, spot.entry.id]
        for step in spot.path:
            node = None if node is None else _child(node, step)
        return node


def _spots(spot: Spot) -> Iterator[Spot]:
    yield spot
    if isinstance(spot.value, Formula):
        return  # what is inside an expression has checks of its own
    for name in _keys(cast("Hashable", type(spot.value))):
        value = getattr(spot.value, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if _is_model(item):
                    path = (*spot.path, name, index)
                    yield from _spots(Spot(spot.section, spot.entry, path, item))
        elif _is_model(value):
            yield from _spots(Spot(spot.section, spot.entry, (*spot.path, name), value))


def _is_model(value: object) -> bool:
    return hasattr(type(value), "__attrs_attrs__")


@cache
def _keys(cls: Hashable) -> tuple[str, ...]:
    fields = attrs.fields(cast("type[Any]", cls))
    return tuple(field.name for field in fields if not field.metadata.get("internal"))


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str):
        return node.value.get(step)
    if isinstance(node.value, tuple) and isinstance(step, int):
        return node.value[step]
    return None


def _name(node: Node, step: str | int) -> str:
    own = node.value.get("id") if isinstance(node.value, dict) else None
    return str(step) if own is None or isinstance(step, str) else str(own.value)
