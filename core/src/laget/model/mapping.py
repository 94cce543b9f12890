"""An immutable mapping that pickles, and whose error for a missing key names near keys."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TypeVar

from laget.findings import did_you_mean

V = TypeVar("V")


class FrozenMapping(Mapping[str, V]):
    """A mapping from text that never changes after it was made.

    >>> FrozenMapping({"bpa": 1})["bpa"]
    1
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        self._items = dict(items or {})

    def __getitem__(self, key: str) -> V:
        """Give the value; a `KeyError` names near keys."""
        try:
            return self._items[key]
        except KeyError:
            hint = did_you_mean(key, self._items)
            raise KeyError(f"{key}: {hint}" if hint else key) from None

    def __contains__(self, key: object) -> bool:
        """Tell whether the key is there."""
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in their order."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._items)

    def items(self) -> ItemsView[str, V]:
        """Give keys with values."""
        return self._items.items()

    def keys(self) -> KeysView[str]:
        """Give the keys."""
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        """Give the values."""
        return self._items.values()

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same."""
        if isinstance(other, FrozenMapping):
            return self._items == other._items
        return self._items == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        """Hash by the keys, which is enough for a set or a cache."""
        return hash(frozenset(self._items))

    def __repr__(self) -> str:
        """Show it like a dictionary."""
        return f"FrozenMapping({self._items!r})"
