"""Matching: whether an answer holds a part that was expected of it.

A pattern names only what it cares about. A mapping may stand for a list of things with ids:
then its keys are their ids (or their steps, ladders, facts, rules, roles or what they are about);
a key that several of them have stands for the list of those. A list of plain values must all be
there; a list of mappings must match in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from attrs import frozen

NAMES = ("id", "step", "ladder", "fact", "to", "rule", "role", "office", "about", "who")
"""The keys that name the items of an answer's lists, the one that counts first; `null` names nothing."""


@frozen
class Mismatch:
    """One place where an answer is not as expected."""

    path: str
    """Where in the answer."""
    expected: object
    """What was expected."""
    actual: object
    """What stands there."""

    def __str__(self) -> str:
        """Give it on one line."""
        return f"{self.path}: expected {self.expected!r}, got {self.actual!r}"


def mismatches(pattern: object, actual: object, path: str = "") -> Iterator[Mismatch]:
    """Give the places where plain data is not as a pattern expects.

    >>> [str(found) for found in mismatches({"a": {"x": 1}}, {"a": [{"id": "x", "b": 2}]})]
    ["a.x: expected 1, got {'id': 'x', 'b': 2}"]
    """
    if isinstance(pattern, Mapping):
        yield from _mapping(pattern, _by_name(actual), path)
    elif isinstance(pattern, list) and isinstance(actual, list):
        yield from _list(pattern, actual, path)
    elif not _same(_plain(pattern), actual):
        yield Mismatch(path, _plain(pattern), actual)


def _same(expected: object, actual: object) -> bool:
    """Tell whether two plain values are the same; to Python `True` is 1, to an answer it is not."""
    return isinstance(expected, bool) is isinstance(actual, bool) and expected == actual


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _mapping(pattern: Mapping[str, object], actual: object, path: str) -> Iterator[Mismatch]:
    for key, expected in pattern.items():
        inside = f"{path}.{key}" if path else key
        if not isinstance(actual, Mapping) or key not in actual:
            yield Mismatch(inside, expected, "nothing")
        else:
            yield from mismatches(expected, actual[key], inside)


def _by_name(actual: object) -> object:
    """Address a list of things with ids by id; leave everything else as it is."""
    return _named(actual) if _is_list_of_things(actual) else actual


def _is_list_of_things(actual: object) -> TypeGuard[list[Mapping[str, object]]]:
    return isinstance(actual, list) and all(isinstance(item, Mapping) for item in actual)


def _named(actual: list[Mapping[str, object]]) -> dict[object, object]:
    """Address things by name; a name that several share stands for their list, in order."""
    named: dict[object, list[object]] = {}
    for item in actual:
        named.setdefault(_name(item), []).append(item)
    return {name: items if len(items) > 1 else items[0] for name, items in named.items()}


def _name(item: object) -> object:
    """Give the id of a thing; a plain value stands for itself."""
    if not isinstance(item, Mapping):
        return item
    return next((item[key] for key in NAMES if item.get(key) is not None), None)


def _list(pattern: list[object], actual: list[object], path: str) -> Iterator[Mismatch]:
    if any(isinstance(item, Mapping) for item in pattern):
        for index, expected in enumerate(pattern):
            found = actual[index] if index < len(actual) else None
            yield from mismatches(expected, found, f"{path}.{index}")
        return
    names = [_name(item) for item in actual]
    for expected in pattern:
        if not any(_same(_plain(expected), name) for name in names):
            yield Mismatch(path, _plain(expected), names)
    if not pattern and actual:
        yield Mismatch(path, [], names)
