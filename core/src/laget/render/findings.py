"""Findings as text and as data, with files named so that an editor can open them.

What developers read is English, like the findings themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from attrs import evolve, frozen

from laget.findings import Finding, Severity
from laget.linting.baseline import Known
from laget.linting.watching import Round

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
    known: bool = False
    """Whether it is in the baseline, and so decides nothing."""


def finding_rows(
    findings: Sequence[Finding], located: Located, known: Collection[Finding] = ()
) -> tuple[FindingRow, ...]:
    """Give findings as data; `known` are those in the baseline."""
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
            known=found in known,
        )
        for found in findings
    )


def findings_text(
    findings: Sequence[Finding], located: Located, *, notes: bool = False, beside: Sequence[str] = ()
) -> str:
    """Give findings as blocks, and count them; notes are only counted unless they are asked for.

    `beside` is counted after them: what is ignored, and what is known from before.
    """
    blocks = finding_blocks(findings, located, notes=notes)
    return "\n\n".join([*blocks, "; ".join([_counted(findings, notes=notes), *beside])])


def finding_blocks(findings: Sequence[Finding], located: Located, *, notes: bool = False) -> list[str]:
    """Give each finding that is shown as some lines."""
    shown = [found for found in findings if notes or found.severity is not Severity.NOTE]
    return [str(evolve(found, place=evolve(found.place, file=located(found.place.file)))) for found in shown]


def stale_text(stale: Sequence[Known]) -> str:
    """Tell what a baseline has that nobody finds any more."""
    rows = [f"  {known.document}: {known.message} [{known.code}]" for known in stale]
    end = "entry of the baseline is" if len(stale) == 1 else "entries of the baseline are"
    head = f"{len(stale)} {end} mended; write it again with --write-baseline FILE:"
    return "\n".join([head, *rows]) if stale else ""


def round_text(round_: Round, located: Located, *, notes: bool = False) -> str:
    """Tell what a change did: what is mended, what is new, and how much there is now."""
    files = ", ".join(sorted({path.name for path in round_.changed}))
    mended = [
        f"mended: {located(found.place.file)}: {found.message} [{found.code}]" for found in round_.mended
    ]
    new = [f"new: {block}" for block in finding_blocks(round_.new, located, notes=notes)]
    return "\n\n".join([f"changed: {files}", *mended, *new, _counted(round_.findings, notes=notes)])


def _counted(findings: Sequence[Finding], *, notes: bool) -> str:
    counts = Counter(found.severity for found in findings)
    texts = [_plural(counts[severity], severity.value) for severity in Severity]
    hidden = counts[Severity.NOTE] and not notes
    return f"{', '.join(texts)}{' (show them with --notes)' if hidden else ''}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
