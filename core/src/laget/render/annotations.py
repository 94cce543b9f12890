"""Findings as annotations of GitHub: lines in a build's log that show up beside the code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from laget.findings import Finding, Severity
from laget.render.findings import Located

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_TEXT: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_VALUE: Final = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def github_annotations(findings: Sequence[Finding], located: Located, *, notes: bool = False) -> str:
    """Give a line for each finding; notes only when they are asked for."""
    shown = [found for found in findings if notes or found.severity is not Severity.NOTE]
    return "\n".join(_annotation(found, located) for found in shown)


def _annotation(finding: Finding, located: Located) -> str:
    place = finding.place
    values = {"file": located(place.file)}
    values |= {"line": str(place.line), "col": str(max(place.column, 1))} if place.line else {}
    values["title"] = str(finding.code)
    written = ",".join(f"{name}={_escaped(value, _IN_VALUE)}" for name, value in values.items())
    hint = f"\nhint: {finding.hint}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {written}::{_escaped(finding.message + hint, _IN_TEXT)}"


def _escaped(text: str, codes: dict[str, str]) -> str:
    """Write the characters that would end a value as codes, as the log's reader wants them."""
    return "".join(codes.get(character, character) for character in text)
