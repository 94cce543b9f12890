"""Rule coverage as text: one line for each rule, with its place first. What developers read is English."""

from __future__ import annotations

from collections.abc import Callable

from laget.model.coverage import Coverage, RuleRow

MISSED = {"met": "no case meets it", "failed": "no case fails it", "unknown": "no case leaves it unknown"}
"""What is said of a value that a rule can have, and that no case gives it."""


def coverage_lines(found: Coverage, located: Callable[[str], str] = str) -> list[str]:
    """Give the coverage of a layer: its rules, and the sum; `located` gives the path of a document."""
    return [*(_rule_line(row, located(row.file)) for row in found.rules), _sum_line(found), ""]


def _rule_line(row: RuleRow, path: str) -> str:
    values = f"{row.met} met, {row.failed} failed, {row.unknown} unknown"
    missed = f" ({', '.join(MISSED[value] for value in row.lacking)})" if row.lacking else ""
    return f"{path}:{row.line}: {row.name}: {values}{missed}"


def _sum_line(found: Coverage) -> str:
    if not found.rules:
        return f"{found.layer}: no rules of its own to cover"
    counted = f"{found.percent} % of what its {len(found.rules)} rules can be"
    asked = "" if found.threshold is None else f"; {found.threshold} % is asked for"
    return f"{found.layer}: {counted} ({found.seen} of {found.possible}{asked})"
