"""What newcomers did wrong: each is told at once, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from laget.errors import InvalidCaseError
from laget.findings import Finding
from laget.municipality import Municipality

NUMBER = "15831050044"
"""A synthetic identity number: its month is 3 + 80."""


def refused(place: Municipality, path: Path, text: str) -> tuple[Finding, ...]:
    """Give what is wrong with a case file."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCaseError) as caught:
        place.assess(path)
    assert NUMBER not in str(caught.value)
    return caught.value.findings


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"on: 2026-03-01\n# {NUMBER}\nfacts: {{}}\n", 2, 3),
        (f"on: 2026-03-01 # {NUMBER}\n", 1, 18),
        (f"facts: {{alder: [{NUMBER}\n", 1, 17),
        (f'on: 2026-03-01\nfacts: {{alder: "{NUMBER}\n', 2, 17),
        (f"{NUMBER}: 1\n", 1, 1),
    ],
    ids=["comment", "end of line", "unclosed list", "unclosed text", "bare key"],
)
def test_a_number_anywhere(lia: Municipality, tmp_path: Path, text: str, line: int, column: int) -> None:
    """An identity number in a comment, or in text that is broken, is told first, and never repeated."""
    (finding,) = refused(lia, tmp_path / "case.yaml", text)
    assert ("identity-number", line, column) == (finding.code, finding.place.line, finding.place.column)


def test_a_number_as_a_name(lia: Municipality, tmp_path: Path) -> None:
    """A file that is named by an identity number is refused."""
    (finding,) = refused(lia, tmp_path / f"{NUMBER}.yaml", "on: 2026-03-01\n")
    assert "identity-number" == finding.code


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("applies_for: [{id: turvenn, amount: 12, unit: timer}]", "applies_for.0.unit"),
        ("has: [{id: turvenn, amount: 12, unit: hours, per: maned}]", "has.0.per"),
        ("meetings: [{kind: hjelpelag, on: 2026-01-01}]", "meetings.0.kind"),
    ],
)
def test_words_that_no_rule_knows(lia: Municipality, tmp_path: Path, text: str, path: str) -> None:
    """A unit, a period or a kind of meeting that no rule knows is told, with those there are."""
    (finding,) = refused(lia, tmp_path / "case.yaml", f"on: 2026-03-01\n{text}\n")
    assert ("unknown-id", path) == (finding.code, ".".join(finding.place.path))
    assert finding.hint


def test_one_mistake_is_told_once(lia: Municipality, tmp_path: Path) -> None:
    """A date that does not exist is one mistake, not also a value of the wrong type."""
    findings = refused(lia, tmp_path / "case.yaml", "on: 2026-02-30\n")
    assert ["impossible-date"] == [finding.code for finding in findings]
