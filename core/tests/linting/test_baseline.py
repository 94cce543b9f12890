"""Baselines: what was found before is known again, wherever its lines have moved to."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.findings import Finding, Place, Severity
from laget.linting.baseline import Known, UnreadableBaselineError, compare, read, written

MOVED = Finding("no-source", "«tur» is at line 3", Place("a.yaml", 3, 5, ("entitlements", "tur", "0")))

findings = st.lists(
    st.builds(
        Finding,
        code=st.sampled_from(["no-source", "hole"]),
        message=st.sampled_from(["a", "b 1", "b 2"]),
        place=st.builds(Place, file=st.sampled_from(["x.yaml", "y.yaml"]), line=st.integers(0, 9)),
        severity=st.sampled_from(Severity),
    ),
    max_size=12,
)


@given(found=findings)
def test_a_baseline_of_all_leaves_only_notes_new(found: list[Finding]) -> None:
    """Held against a baseline of themselves, only notes are new, and nothing is stale."""
    compared = compare(found, read(written(found)))
    notes = tuple(finding for finding in found if finding.severity is Severity.NOTE)
    assert (notes, ()) == (compared.new, compared.stale)


@given(found=findings, before=findings)
def test_every_finding_is_new_or_known(found: list[Finding], before: list[Finding]) -> None:
    """New and known findings together are all findings."""
    compared = compare(found, read(written(before)))
    assert Counter(found) == Counter([*compared.new, *compared.known])


@given(found=findings, before=findings)
def test_known_and_stale_are_the_baseline(found: list[Finding], before: list[Finding]) -> None:
    """What is known and what is stale are together as many as the baseline has."""
    baseline = read(written(before))
    compared = compare(found, baseline)
    assert baseline.total() == len(compared.known) + len(compared.stale)


@given(found=findings)
def test_order_does_not_show_in_the_file(found: list[Finding]) -> None:
    """A baseline is the same bytes whatever order the findings come in."""
    assert written(found) == written(reversed(found))


@pytest.mark.parametrize(
    "other",
    [
        Finding("no-source", "«tur» is at line 12", Place("a.yaml", 12, 7, ("entitlements", "tur", "0"))),
        Finding("no-source", "«tur» is at line 3", Place("a.yaml", 3, 5, ("entitlements", "tur", "4"))),
    ],
)
def test_a_moved_finding_is_the_same(other: Finding) -> None:
    """Lines, columns and numbers of items do not make another finding."""
    assert Known.of(MOVED) == Known.of(other)


@pytest.mark.parametrize(
    "other",
    [
        Finding("hole", MOVED.message, MOVED.place),
        Finding("no-source", "«leir» is at line 3", MOVED.place),
        Finding("no-source", MOVED.message, Place("b.yaml", 3, 5, MOVED.place.path)),
        Finding("no-source", MOVED.message, Place("a.yaml", 3, 5, ("entitlements", "leir", "0"))),
    ],
)
def test_another_finding_is_another(other: Finding) -> None:
    """Another code, document, path or message is another finding."""
    assert Known.of(MOVED) != Known.of(other)


def test_a_second_one_like_it_is_new() -> None:
    """Of two findings that are alike, a baseline with one knows the first."""
    compared = compare([MOVED, MOVED], read(written([MOVED])))
    assert ((MOVED,), (MOVED,)) == (compared.known, compared.new)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"baseline": 2, "findings": []}',
        '{"baseline": 1}',
        '{"baseline": 1, "findings": [{"code": "hole"}]}',
        '{"baseline": 1, "findings": [1]}',
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    """Anything else than a baseline is refused, with how to make one."""
    with pytest.raises(UnreadableBaselineError, match="--write-baseline"):
        read(text)
