"""The results of running cases: each that failed with what was not as expected, and a count.

What developers read is English.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from laget.model.coverage import Coverage
from laget.render.coverage import coverage_lines
from laget.render.questions import SilenceMap


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
class Progress:
    """How many of the open questions a municipality says something of."""

    layer: str
    settled: int
    all: int
    percent: int

    @property
    def line(self) -> str:
        """The same on one line."""
        return f"{self.layer}: {self.settled} of {self.all} open questions answered ({self.percent} %)"


def progress_of(found: SilenceMap) -> Progress:
    """Give how far a municipality has come."""
    return Progress(
        layer=found.municipality, settled=found.settled, all=len(found.questions), percent=found.percent
    )


@frozen(kw_only=True)
class Results:
    """All cases that were run."""

    passed: int
    failed: int
    cases: tuple[ResultRow, ...]
    problems: tuple[str, ...]
    """Layers whose cases could not be run, and why."""
    progress: tuple[Progress, ...]
    """How far each municipality has come with what national rules leave open."""
    coverage: tuple[Coverage, ...] = ()
    """The rule coverage of each layer, when it is asked for."""


def results_text(results: Results, located: Callable[[str], str] = str) -> str:
    """Give the results as text; `located` gives the path of a document."""
    failed = [line for row in results.cases if row.mismatches for line in _failed(row)]
    covered = [line for found in results.coverage for line in coverage_lines(found, located)]
    progress = [row.line for row in results.progress]
    count = f"{results.passed} passed, {results.failed} failed"
    return "\n".join([*failed, *covered, *progress, *results.problems, count])


def _failed(row: ResultRow) -> Sequence[str]:
    head = f"{row.file}:{row.line}: failed: {row.layer} {row.case} ({row.shows})"
    return [head, *(f"  {mismatch}" for mismatch in row.mismatches), ""]
