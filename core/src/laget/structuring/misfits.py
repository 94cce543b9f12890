"""What does not fit when a placed tree is read as a class of the model."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from laget.documents.tree import Node
from laget.errors import LagetError
from laget.findings import Finding


class MisfitError(LagetError):
    """A value that does not fit its class, with a finding for each thing wrong inside it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def under(self, key: str) -> tuple[Finding, ...]:
        """Give the findings with one more step at the front of their paths."""
        return tuple(
            evolve(finding, place=evolve(finding.place, path=(key, *finding.place.path)))
            for finding in self.findings
        )


def misfit(node: Node, expected: str, hint: str | None = None) -> MisfitError:
    """Make the error for a value of the wrong type."""
    message = f"expected {expected}, found {described(node)}"
    return MisfitError([Finding("wrong-type", message, node.place(), hint=hint)])


def described(node: Node) -> str:
    """Name the kind of a value, without repeating the value."""
    match node.value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case str():
            return "text"
        case dict():
            return "a mapping"
        case tuple():
            return "a list"
        case value:
            return "a date" if hasattr(value, "isoformat") else "a number"
