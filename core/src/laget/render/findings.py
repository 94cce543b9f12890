"""Findings as text and as data, with files named so that an editor can open them.

What developers read is English, like the findings themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from laget.deprecations import DEPRECATIONS, Deprecations, Promised
from laget.findings import Finding, Severity

Located = Callable[[str], str]
"""Gives the path of a document from its name."""


@frozen(kw_only=True)
class FindingRow:
    """A finding as data."""

    code: str
    severity: Severity
    message: str
    document: str
    """The document's name from its plugin's package."""
    file: str
    """Its path."""
    line: int
    column: int
    path: tuple[str, ...]
    hint: str | None
    excerpt: str | None


def finding_rows(findings: Sequence[Finding], located: Located) -> tuple[FindingRow, ...]:
    """Give findings as data."""
    return tuple(
        FindingRow(
            code=found.code,
            severity=found.severity,
            message=found.message,
            document=found.place.file,
            file=located(found.place.file),
            line=found.place.line,
            column=found.place.column,
            path=found.place.path,
            hint=found.hint,
            excerpt=found.excerpt,
        )
        for found in map(explained, findings)
    )


def explained(found: Finding, table: Deprecations = DEPRECATIONS) -> Finding:
    """Say with a finding when its code is on its way out, for whoever looks for that code."""
    entry = table.of(Promised.CODE, found.code)
    if entry is None:
        return found
    return evolve(found, hint="; ".join(filter(None, (found.hint, entry.told()))))


def is_shown(found: Finding) -> bool:
    """Tell whether a finding is shown without being asked for."""
    return found.severity is not Severity.NOTE or found.code.startswith("deprecated-")


def findings_text(findings: Sequence[Finding], located: Located, *, notes: bool = False) -> str:
    """Give findings as blocks, and count them; notes are only counted unless they are asked for.

    A note about what is on its way out is always shown: nobody asks for a warning.
    """
    shown = [found for found in map(explained, findings) if notes or is_shown(found)]
    blocks = [
        str(evolve(found, place=evolve(found.place, file=located(found.place.file)))) for found in shown
    ]
    return "\n\n".join([*blocks, _counted(findings, notes=notes)])


def _counted(findings: Sequence[Finding], *, notes: bool) -> str:
    counts = Counter(found.severity for found in findings)
    texts = [_plural(counts[severity], severity.value) for severity in Severity]
    hidden = counts[Severity.NOTE] and not notes
    return f"{', '.join(texts)}{' (show them with --notes)' if hidden else ''}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
