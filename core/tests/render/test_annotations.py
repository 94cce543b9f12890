"""Annotations of GitHub: one line each, with what would end a value written as a code."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from laget.findings import Finding, Place, Severity
from laget.render.annotations import github_annotations


def shown(finding: Finding, *, notes: bool = True) -> str:
    """Give the annotation of one finding, whose file keeps its name."""
    return github_annotations([finding], str, notes=notes)


def test_an_error_is_a_line() -> None:
    """An error has its file, line, column, code, message and hint on one line."""
    finding = Finding("hole", "nobody", Place("a.yaml", 3, 5), hint="add one")
    assert "::error file=a.yaml,line=3,col=5,title=hole::nobody%0Ahint: add one" == shown(finding)


def test_a_warning_is_a_warning() -> None:
    """A warning is told as one."""
    assert "::warning " == shown(Finding("hole", "a", Place("a", 1, 1), Severity.WARNING))[:10]


def test_a_note_is_a_notice_when_asked_for() -> None:
    """A note is told as a notice, when notes are asked for."""
    note = Finding("conflict", "a", Place("a", 1, 1), Severity.NOTE)
    assert ("::notice ", "") == (shown(note)[:9], shown(note, notes=False))


def test_without_a_line_there_is_only_the_file() -> None:
    """A finding about a whole file has neither line nor column."""
    assert "::error file=a,title=hole::b" == shown(Finding("hole", "b", Place("a")))


def test_what_ends_a_value_is_written_as_a_code() -> None:
    """Colons and commas of a file's name do not end its value."""
    assert "::error file=C%3A%2Cx,title=hole::a: b, c" == shown(Finding("hole", "a: b, c", Place("C:,x")))


@given(file=st.text(), message=st.text())
def test_what_is_written_can_be_read_back(file: str, message: str) -> None:
    """File and message come out as they went in, whatever characters they have."""
    line = shown(Finding("hole", message, Place(file)))
    match = re.fullmatch(r"::error file=([^,:\r\n]*),title=hole::([^\r\n]*)", line, re.DOTALL)
    assert match is not None
    assert [file, message] == [_read(match[1]), _read(match[2])]


def _read(text: str) -> str:
    codes = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}
    return re.sub("|".join(codes), lambda found: codes[found[0]], text)
