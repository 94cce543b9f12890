"""The findings of one file while it is read: with places, and not more than people can use."""

from __future__ import annotations

from typing import NoReturn

from attrs import Factory, define

from laget.documents.codes import Code
from laget.documents.limits import MAX_FINDINGS
from laget.documents.tree import SourceFile
from laget.findings import Finding, Severity


class ReadingStoppedError(Exception):
    """Reading cannot go on; the reason is already among the findings. Never leaves this folder."""


@define
class Complaints:
    """Collects findings about one source."""

    source: SourceFile
    findings: list[Finding] = Factory(list)

    def add(  # noqa: PLR0913 - the parts of a finding
        self,
        code: Code,
        message: str,
        index: int,
        *,
        hint: str | None = None,
        path: tuple[str, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep one finding about the character at `index`."""
        if len(self.findings) > MAX_FINDINGS:
            return
        if len(self.findings) == MAX_FINDINGS:
            code, severity = Code.TOO_MANY_FINDINGS, Severity.ERROR
            message = f"the file has more than {MAX_FINDINGS} findings; from here on they are not shown"
            hint = "mend those that are shown, then check again"
        self.findings.append(Finding(code, message, self.source.place(index, path), severity, hint))

    def stop(
        self,
        code: Code,
        message: str,
        index: int,
        *,
        hint: str | None = None,
        path: tuple[str, ...] = (),
    ) -> NoReturn:
        """Keep one finding after which the rest cannot be read."""
        self.add(code, message, index, hint=hint, path=path)
        raise ReadingStoppedError
