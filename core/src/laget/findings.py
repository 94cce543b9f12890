"""What is wrong with data: where, how bad, and what to do about it.

Wrong *data* gives findings, all of them at once; a wrong *program* raises. A finding is
plain and complete: every way of showing it (text, JSON) reads the same five fields.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import Enum

from attrs import frozen


class Severity(Enum):
    """How bad a finding is. Errors and warnings fail `laget check`; notes never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(order=True)
class Place:
    """A place in a document, as an editor counts: lines and columns start at 1.

    Line 0 means that the data came from Python code and has no text behind it.
    """

    file: str
    line: int = 0
    column: int = 0
    path: tuple[str, ...] = ()
    """The keys and ids that lead to the value inside the document."""

    def __str__(self) -> str:
        """`file:line:column`, as editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@frozen
class Finding:
    """One thing wrong with data: what, where, and what to do."""

    code: str
    """The stable name of the kind of problem, such as `duplicate-key`."""
    message: str
    """What is wrong, with what was found against what was expected."""
    place: Place
    severity: Severity = Severity.ERROR
    hint: str | None = None
    """What to do, where that can be told."""
    excerpt: str | None = None
    """The text that is wrong with a caret line under it, for expressions."""

    def __str__(self) -> str:
        """Give the finding, place first, with its excerpt and hint on lines of their own."""
        dotted = ".".join(self.place.path)
        inside = f" (at {dotted})" if dotted else ""
        lines = [f"{self.place}: {self.severity.value}: {self.message}{inside} [{self.code}]"]
        lines += [f"  {line}" for line in (self.excerpt or "").splitlines()]
        return "\n".join([*lines, f"  hint: {self.hint}"] if self.hint else lines)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, then code, and drop exact repetitions."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.place, f.code, f.message)))


def did_you_mean(wrong: str, known: Iterable[str]) -> str | None:
    """Suggest the names nearest to a misspelt one; `None` when nothing is near."""
    near = get_close_matches(wrong, list(dict.fromkeys(known)), n=3, cutoff=0.6)
    if not near:
        return None
    return f"did you mean {' or '.join(f'«{name}»' for name in near)}?"
