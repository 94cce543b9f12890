"""Baselines: what was found before, so that only what is new decides.

Reads and writes a JSON file. A finding is known again by its code, its document, its path inside
the document and its message, all without numbers: it may move to another line. Two that are alike
are told apart by how many there are. Notes decide nothing and are not kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import asdict, frozen

from laget.errors import LagetError
from laget.findings import Finding, Severity

VERSION: Final = 1
_NUMBER: Final = re.compile(r"\d+")


class UnreadableBaselineError(LagetError):
    """A file that is no baseline."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause

    def __str__(self) -> str:
        """Say what is wrong and how to make one."""
        return f"this is no baseline: {self.cause}; make one with `laget check --write-baseline FILE`"


@frozen(order=True)
class Known:
    """What is kept of a finding."""

    document: str
    path: str
    code: str
    message: str

    @classmethod
    def of(cls, finding: Finding) -> Known:
        """Give what is kept of a finding."""
        place = finding.place
        path = ".".join("#" if step.isdigit() else step for step in place.path)
        return cls(place.file, path, str(finding.code), _NUMBER.sub("#", finding.message))


@frozen
class Comparison:
    """Findings held against a baseline."""

    new: tuple[Finding, ...]
    """What is not in the baseline, and notes."""
    known: tuple[Finding, ...]
    """What is."""
    stale: tuple[Known, ...]
    """What the baseline has, and nobody finds any more."""


def written(findings: Iterable[Finding]) -> str:
    """Give the text of a baseline of these findings, the same bytes every time."""
    counts = Counter(Known.of(finding) for finding in findings if _decides(finding))
    rows = [{**asdict(known), "count": count} for known, count in sorted(counts.items())]
    return json.dumps({"baseline": VERSION, "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Counter[Known]:
    """Read a baseline; raises `UnreadableBaselineError`."""
    try:
        data: Any = json.loads(text)
    except ValueError:
        raise UnreadableBaselineError("it is not JSON") from None
    if not isinstance(data, Mapping) or data.get("baseline") != VERSION:
        raise UnreadableBaselineError(f"it does not say «baseline: {VERSION}»")
    try:
        return Counter({_known(row): int(row["count"]) for row in data["findings"]})
    except (KeyError, TypeError, ValueError):
        raise UnreadableBaselineError("one of its findings lacks a key, or has another form") from None


def _known(row: Mapping[str, str]) -> Known:
    return Known(row["document"], row["path"], row["code"], row["message"])


def compare(findings: Iterable[Finding], baseline: Counter[Known]) -> Comparison:
    """Hold findings against a baseline; of those that are alike, the first are the known ones."""
    left = Counter(baseline)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        key = Known.of(finding)
        is_known = _decides(finding) and left[key] > 0
        left[key] -= is_known
        (known if is_known else new).append(finding)
    return Comparison(tuple(new), tuple(known), tuple(sorted((+left).elements())))


def _decides(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE
