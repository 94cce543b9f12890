"""The results of running cases: each that failed with what was not as expected, and a count.

What developers read is English.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen


@frozen(kw_only=True)
class ResultRow:
    """One case that was run."""

    layer: str
    case: str
    shows: str
    file: str
    line: int
    mismatches: tuple[str, ...]
    """What was not as expected; nothing when it passed."""


@frozen(kw_only=True)
class Results:
    """All cases that were run."""

    passed: int
    failed: int
    cases: tuple[ResultRow, ...]
    problems: tuple[str, ...]
    """Layers whose cases could not be run, and why."""


def results_text(results: Results) -> str:
    """Give the results as text."""
    failed = [line for row in results.cases if row.mismatches for line in _failed(row)]
    return "\n".join([*failed, *results.problems, f"{results.passed} passed, {results.failed} failed"])


def _failed(row: ResultRow) -> Sequence[str]:
    head = f"{row.file}:{row.line}: failed: {row.layer} {row.case} ({row.shows})"
    return [head, *(f"  {mismatch}" for mismatch in row.mismatches), ""]
