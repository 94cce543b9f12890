"""The immutable mapping: it behaves like a dictionary, except that it never changes."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.model.mapping import FrozenMapping

DICTIONARIES = st.dictionaries(st.text(max_size=5), st.integers(), max_size=6)


@given(DICTIONARIES)
def test_like_a_dictionary(items: dict[str, int]) -> None:
    """It has the items of the dictionary it was made from, in the same order."""
    mapping = FrozenMapping(items)
    assert list(items.items()) == list(mapping.items())
    assert (list(items), list(items.values())) == (list(mapping.keys()), list(mapping.values()))
    assert (len(items), list(items)) == (len(mapping), list(mapping))
    assert all(mapping[key] == value and key in mapping for key, value in items.items())


@given(DICTIONARIES, DICTIONARIES)
def test_equality(one: dict[str, int], two: dict[str, int]) -> None:
    """Two are equal when they hold the same, whatever the order; equal ones have equal hashes."""
    assert (one == two) == (FrozenMapping(one) == FrozenMapping(two))
    reordered = FrozenMapping(dict(reversed(one.items())))
    assert (FrozenMapping(one), hash(FrozenMapping(one))) == (reordered, hash(reordered))


@given(DICTIONARIES)
def test_equals_a_dictionary(items: dict[str, int]) -> None:
    """It equals a dictionary with the same items, and nothing that is no mapping."""
    assert FrozenMapping(items) == items
    assert FrozenMapping(items) != list(items)


@given(DICTIONARIES)
def test_pickles(items: dict[str, int]) -> None:
    """It survives pickling."""
    assert FrozenMapping(items) == pickle.loads(pickle.dumps(FrozenMapping(items)))  # noqa: S301 - our own bytes


def test_copies() -> None:
    """A later change of the dictionary that it was made from does not change it."""
    items = {"a": 1}
    mapping = FrozenMapping(items)
    items["a"] = 2
    assert 1 == mapping["a"]


def test_empty() -> None:
    """Without an argument it is empty."""
    assert 0 == len(FrozenMapping())


def test_near_keys() -> None:
    """The error for a missing key names near keys, where there are any."""
    mapping = FrozenMapping({"turvenn": 1})
    with pytest.raises(KeyError, match=r"turven: did you mean «turvenn»\?"):
        _ = mapping["turven"]
    with pytest.raises(KeyError, match=r"^'zzz'$"):
        _ = mapping["zzz"]


def test_shown_like_a_dictionary() -> None:
    """It shows its items."""
    assert "FrozenMapping({'a': 1})" == repr(FrozenMapping({"a": 1}))
