"""Circles: whether something leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circular(leads_to: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Give the names that lead back to themselves, by way of others or at once.

    >>> circular({"a": ["b"], "b": ["a"], "c": ["a"]})
    ('a', 'b')
    """
    return tuple(name for name in leads_to if name in _reached(name, leads_to))


def _reached(name: str, leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    reached, waiting = set[str](), list(leads_to[name])
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += leads_to.get(current, ())
    return reached
