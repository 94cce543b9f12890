"""Ignores: the findings that a plugin knows of, and why they stay.

Reads `ignore.yaml` of a plugin's package, beside its layers. It lies there, and not in a file of the
repository, because it is part of what the plugin says about its rules: it travels with them, and
whoever installs them sees the same. It holds for the plugin's own documents and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, cast

from attrs import evolve, frozen

from laget.documents.identity import quoted
from laget.documents.tree import Node
from laget.documents.yaml_reader import read_yaml
from laget.explanations import codes, explanation
from laget.findings import Finding, Place, Severity, did_you_mean
from laget.hookspecs import DocumentText
from laget.structuring.converter import structured
from laget.structuring.misfits import MisfitError

KIND: Final = "ignores"


@frozen(kw_only=True)
class Ignore:
    """Findings that stay, all those that fit every key given here."""

    code: str
    """The code of the findings."""
    file: str | None = None
    """The document they are in, from the plugin's package or by the end of its path."""
    id: str | None = None
    """The id of an entry, or of something inside one, that they are about."""
    path: str | None = None
    """The keys and ids that lead to them inside the document, from its top, joined by full stops."""
    reason: str | None = None
    """Why they stay. Without it nothing is ignored."""

    def fits(self, finding: Finding) -> bool:
        """Tell whether a finding is one of these."""
        steps, path = finding.place.path, (self.path or "").split(".")
        return (
            finding.code == self.code
            and (self.file is None or f"/{finding.place.file}".endswith(f"/{self.file}"))
            and (self.id is None or self.id in steps)
            and (self.path is None or steps[: len(path)] == tuple(path))
        )


@frozen(kw_only=True)
class IgnoreFile:
    """What a plugin ignores."""

    ignores: tuple[Ignore, ...]
    """The findings that stay, with the reasons."""


@frozen
class Ignored:
    """A finding that is not shown, and why."""

    finding: Finding
    reason: str


@frozen
class Ignores:
    """A plugin's ignores, each with its place, and what is wrong with them."""

    folder: str = ""
    """What the names of the plugin's documents begin with."""
    entries: tuple[tuple[Ignore, Place], ...] = ()
    """Those that can be used."""
    findings: tuple[Finding, ...] = ()

    def taken(self, found: Iterable[Finding]) -> tuple[Ignored, ...]:
        """Give the findings that are ignored, each with the first reason for it."""
        return tuple(
            Ignored(finding, reason)
            for finding in self._own(found)
            for reason in [each.reason for each, _ in self.entries if each.fits(finding)][:1]
            if reason is not None
        )

    def unused(self, found: Sequence[Finding]) -> tuple[Finding, ...]:
        """Find the ignores that ignore nothing."""
        own = tuple(self._own(found))
        return tuple(
            _warning(
                "ignore-unused",
                f"this ignores nothing: no finding «{ignore.code}» fits it",
                place,
                "remove it: what it was for is mended, or correct its file, id and path",
            )
            for ignore, place in self.entries
            if not any(ignore.fits(finding) for finding in own)
        )

    def _own(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """Give the findings in the plugin's own documents that can be ignored."""
        for finding in found:
            if finding.severity is not Severity.ERROR and finding.place.file.startswith(f"{self.folder}/"):
                yield finding


def read_ignores(document: DocumentText | None) -> Ignores:
    """Read a plugin's file of ignores; it has none where there is no file."""
    if document is None:
        return Ignores()
    folder = str(PurePosixPath(document.name).parent)
    reading = read_yaml(document.text, document.name)
    findings = list(reading.findings)
    items = [] if reading.node is None else _items(reading.node, findings)
    entries = []
    for index, (ignore, node) in enumerate(items):
        place = node.place(("ignores", str(index)))
        wrong = _problem(ignore, place)
        if wrong is None:
            entries.append((ignore, place))
        else:
            findings.append(wrong)
    return Ignores(folder, tuple(entries), tuple(findings))


def _items(node: Node, findings: list[Finding]) -> list[tuple[Ignore, Node]]:
    """Give each ignore with its tree; none of them when one has another form than it should."""
    keys = node.value if isinstance(node.value, dict) else {}
    kind = keys.get("kind")
    if kind is None or kind.value != KIND:
        place = node.place() if kind is None else kind.place(("kind",))
        hint = f"begin with «kind: {KIND}»"
        findings.append(
            Finding("unknown-kind", f"a file of ignores is of the kind «{KIND}»", place, hint=hint)
        )
        return []
    body = evolve(node, value={key: child for key, child in keys.items() if key != "kind"})
    try:
        file = structured(body, IgnoreFile)
    except MisfitError as error:
        findings += error.findings
        return []
    return list(zip(file.ignores, cast("tuple[Node, ...]", keys["ignores"].value), strict=True))


def _problem(ignore: Ignore, place: Place) -> Finding | None:
    """Say why an ignore cannot be used."""
    if ignore.code not in codes():
        message = f"there is no code {quoted(ignore.code)}"
        hint = did_you_mean(ignore.code, codes()) or "`laget check --explain CODE` tells what a code means"
        return _warning("ignore-unknown-code", message, place, hint)
    if explanation(ignore.code).severity is Severity.ERROR:
        message = f"«{ignore.code}» is an error, and errors can't be ignored: the rules can't be used with it"
        return _warning("ignore-error", message, place, "mend what it finds, and remove this")
    if not (ignore.reason or "").strip():
        message = f"«{ignore.code}» is ignored without a reason"
        return _warning("ignore-without-reason", message, place, "add «reason: …», or remove this")
    return None


def _warning(code: str, message: str, place: Place, hint: str) -> Finding:
    return Finding(code, message, place, Severity.WARNING, hint)
