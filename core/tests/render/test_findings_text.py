"""Findings as text and as data."""

from __future__ import annotations

from laget.findings import Finding, Place, Severity
from laget.render.findings import finding_rows, findings_text

ERROR = Finding("bad", "It is wrong.", Place("p/a.yaml", 3, 5), hint="mend it")
NOTE = Finding("note", "Take note.", Place("p/b.yaml", 1, 1), severity=Severity.NOTE)


def located(name: str) -> str:
    """Put documents in a folder."""
    return f"src/{name}"


def test_findings_are_blocks_with_paths() -> None:
    """Each finding is shown with the path of its document, and a count stands last."""
    text = findings_text([ERROR, ERROR], located)
    block = "src/p/a.yaml:3:5: error: It is wrong. [bad]\n  hint: mend it"
    assert f"{block}\n\n{block}\n\n2 errors, 0 warnings, 0 notes" == text


def test_notes_are_counted_until_they_are_asked_for() -> None:
    """Notes are hidden with a way to see them, or shown."""
    expected = (
        "0 errors, 0 warnings, 1 note (show them with --notes)",
        "src/p/b.yaml:1:1: note: Take note. [note]\n\n0 errors, 0 warnings, 1 note",
    )
    assert expected == (findings_text([NOTE], located), findings_text([NOTE], located, notes=True))


def test_data_has_name_and_path() -> None:
    """As data a finding has both its document's name and its path."""
    (row,) = finding_rows([ERROR], located)
    assert ("p/a.yaml", "src/p/a.yaml", 3) == (row.document, row.file, row.line)
