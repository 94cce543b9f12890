"""Folding patches: associative, and a later patch changes only what it names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from laget.documents.tree import Node
from laget.documents.yaml_reader import read_yaml
from laget.findings import Finding
from laget.layering.patches import Ended, Patch, PatchValue, combined, folded, merged, patch_of
from laget.model.entitlements import Entitlement
from laget.structuring.contents import Operation, Verb, contents_of

from .strategies import collections, patches


def shape(value: PatchValue | Patch | Mapping[str, Patch]) -> object:
    """Give a patch as plain data in which order counts, and so does where each value comes from."""
    match value:
        case Patch():
            said = [(each.verb, each.layer, each.node.start, each.last) for each in value.said]
            return said, [(key, shape(found)) for key, found in value.values.items()]
        case Node():
            return value.value, value.source.layer, value.start
        case Ended():
            return shape(value.node), value.last
        case _:
            return [(key, shape(found)) for key, found in value.items()]


@given(patches(), patches(), patches())
def test_combining_is_associative(one: Patch, two: Patch, three: Patch) -> None:
    """Three patches of one entry come to the same however they are grouped, mistakes and order included."""
    left = combined(combined(one, two), three)
    right = combined(one, combined(two, three))
    assert shape(left) == shape(right)


@given(collections(), collections(), collections())
def test_merging_is_associative(
    one: dict[str, Patch], two: dict[str, Patch], three: dict[str, Patch]
) -> None:
    """Three layers come to the same however they are grouped, mistakes and order included."""
    assert shape(merged(merged(one, two), three)) == shape(merged(one, merged(two, three)))


@given(st.lists(collections(1), max_size=5), st.integers(0, 5))
def test_folding_in_parts(layers: list[dict[str, Patch]], cut: int) -> None:
    """A chain of layers may be folded in two parts, cut anywhere."""
    parts = [folded(layers[:cut]), folded(layers[cut:])]
    assert shape(folded(layers)) == shape(folded(parts))


@given(collections())
def test_nothing_changes_nothing(layer: dict[str, Patch]) -> None:
    """A layer that says nothing changes nothing, below or above."""
    assert shape(layer) == shape(merged(layer, {})) == shape(merged({}, layer))


@given(patches(), patches())
def test_unnamed_values_stay(earlier: Patch, later: Patch) -> None:
    """What a later patch does not name stays as it was."""
    both = combined(earlier, later)
    unnamed = [key for key in earlier.values if key not in later.values]
    assert [shape(earlier.values[key]) for key in unnamed] == [shape(both.values[key]) for key in unnamed]


@given(collections(), collections())
def test_unnamed_ids_stay(earlier: dict[str, Patch], later: dict[str, Patch]) -> None:
    """Entries that a later layer does not name stay as they were, and keep their places."""
    both = merged(earlier, later)
    assert [*earlier, *(name for name in later if name not in earlier)] == list(both)
    for name in earlier.keys() - later.keys():
        assert earlier[name] is both[name]


@given(patches(), patches())
def test_later_has_the_last_word(earlier: Patch, later: Patch) -> None:
    """A plain value is the one that was said last."""
    both = combined(earlier, later)
    for key in ("name", "text"):
        if key in later.values:
            assert later.values[key] is both.values[key]


def operation(text: str) -> Operation:
    """Read the only operation of an entry of entitlements."""
    reading = read_yaml(f"kind: services\nentitlements:\n  - {text}\n", "a.yaml", "lia")
    assert reading.node is not None
    (found,) = contents_of(reading.node, ("services",)).operations
    return found


def patch(text: str, on: date) -> Patch | None:
    """Give the patch of an entry on a day."""
    findings: list[Finding] = []
    found = patch_of(operation(text), Entitlement, on, findings)
    assert [] == findings
    return found


DATED = "{amends: a, from: 2026-02-01, to: 2026-02-28, name: b, limits: [{amends: c, max: 1}]}"


def test_before_its_first_day() -> None:
    """An amendment is not there on the day before its first."""
    assert None is patch(DATED, date(2026, 1, 31))


def test_both_ends_are_included() -> None:
    """An amendment holds on its first day and on its last."""
    for on in (date(2026, 2, 1), date(2026, 2, 28)):
        found = patch(DATED, on)
        assert found is not None
        assert isinstance(found.values["name"], Node)


def test_after_its_last_day() -> None:
    """After its last day an amendment marks each of its values as ended, those inside lists too."""
    found = patch(DATED, date(2026, 3, 1))
    assert found is not None
    ended = found.values["name"]
    assert isinstance(ended, Ended)
    assert ("b", date(2026, 2, 28)) == (ended.node.value, ended.last)
    limits = found.values["limits"]
    assert isinstance(limits, Mapping)
    assert isinstance(limits["c"].values["max"], Ended)


def test_withdrawal_has_no_values() -> None:
    """A withdrawal leaves no value, only that it was said."""
    found = patch("{withdraws: a, reason: b}", date(2026, 1, 1))
    assert found is not None
    assert ({}, [Verb.WITHDRAWS]) == (found.values, [said.verb for said in found.said])
