"""Matching: an answer holds what was expected of it, or every place where it doesn't is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.testing import mismatches

plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(plain_data)
def test_everything_matches_itself(data: object) -> None:
    """Plain data matches itself."""
    assert [] == list(mismatches(data, data))


LISTED = [{"id": "x", "n": 1}, {"id": "y", "n": 2}]


@pytest.mark.parametrize(
    ("pattern", "actual"),
    [
        ({"a": 1}, {"a": 1, "b": 2}),
        ({}, {"a": 1}),
        ({"x": {"n": 1}}, LISTED),
        ({"y": {}}, LISTED),
        ({"decision": {"state": "open"}}, [{"step": "decision", "state": "open"}]),
        ({"bti": {"level": "1"}}, [{"ladder": "bti", "level": "1"}]),
        ({"alder": {"settles": 1}}, [{"fact": "alder", "settles": 1}]),
        ({"plan": {"kind": "brings"}}, [{"to": "plan", "kind": "brings"}]),
        (["x"], LISTED),
        ({}, ["a"]),
        (["y", "x"], LISTED),
        (["a"], ["a", "b"]),
        ([{"n": 1}], LISTED),
        ([{"n": 1}, {"id": "y"}], LISTED),
        ([], []),
        (None, None),
        (date(2026, 3, 1), "2026-03-01"),
        (Decimal("2.5"), 2.5),
        (Decimal(2), 2),
        ([Decimal("2.5")], [2.5]),
        ([[1]], [[1], 2]),
    ],
)
def test_a_part_matches(pattern: object, actual: object) -> None:
    """A pattern matches an answer that has all it names, whatever else the answer has."""
    assert [] == list(mismatches(pattern, actual))


@pytest.mark.parametrize(
    ("pattern", "actual", "told"),
    [
        ({"a": 1}, {"a": 2}, ["a: expected 1, got 2"]),
        ({"a": 1}, {}, ["a: expected 1, got 'nothing'"]),
        ({"a": {"b": 1}}, {"a": None}, ["a.b: expected 1, got 'nothing'"]),
        ({"a": None}, {"a": False}, ["a: expected None, got False"]),
        ({"a": False}, {"a": None}, ["a: expected False, got None"]),
        ({"a": True}, {"a": 1}, ["a: expected True, got 1"]),
        ({"a": 0}, {"a": False}, ["a: expected 0, got False"]),
        ({"a": 1, "b": 2}, {"a": 2, "b": 3}, ["a: expected 1, got 2", "b: expected 2, got 3"]),
        ({"a": {}}, ["a"], ["a: expected {}, got 'nothing'"]),
        ({"z": {}}, LISTED, ["z: expected {}, got 'nothing'"]),
        ({"x": {"n": 2}}, LISTED, ["x.n: expected 2, got 1"]),
        (["z"], LISTED, [": expected 'z', got ['x', 'y']"]),
        ([], ["a"], [": expected [], got ['a']"]),
        ([], LISTED, [": expected [], got ['x', 'y']"]),
        ([{"n": 2}], LISTED, [".0.n: expected 2, got 1"]),
        ([{"n": 1}, {}, {"n": 3}], LISTED, [".2.n: expected 3, got 'nothing'"]),
        (["a"], "a", [": expected ['a'], got 'a'"]),
        (["a"], None, [": expected ['a'], got None"]),
        ({"a": []}, {"a": None}, ["a: expected [], got None"]),
        (date(2026, 3, 1), "2026-03-02", [": expected '2026-03-01', got '2026-03-02'"]),
    ],
)
def test_a_mismatch_is_told(pattern: object, actual: object, told: list[str]) -> None:
    """Each place that is not as expected is told with its path, what was expected, and what is there."""
    assert told == [str(found) for found in mismatches(pattern, actual)]


@pytest.mark.parametrize("pattern", [[True], [False], [1], [0]])
def test_true_is_not_one(pattern: list[Any]) -> None:
    """A number in a list does not stand for a truth value, nor a truth value for a number."""
    other: list[Any] = [int(item) if isinstance(item, bool) else bool(item) for item in pattern]
    assert [] != list(mismatches(pattern, other))
