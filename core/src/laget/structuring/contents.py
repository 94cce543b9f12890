"""A document to operations: what each of its entries adds, amends or withdraws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final, cast

from attrs import evolve, frozen

from laget.deprecations import DEPRECATIONS, Deprecations, Promised
from laget.documents.identity import quoted
from laget.documents.tree import Node
from laget.findings import Finding, did_you_mean
from laget.model.citations import Withdrawal
from laget.model.sections import KINDS, SECTIONS
from laget.structuring.converter import as_date, structured
from laget.structuring.deprecated import deprecated_keys, key_note
from laget.structuring.misfits import MisfitError, described

_ID: Final = re.compile(r"[a-z0-9][a-z0-9_]*")
_DATES: Final = ("from", "to")


class Verb(StrEnum):
    """What an entry does to the layers below."""

    ADDS = "id"
    AMENDS = "amends"
    WITHDRAWS = "withdraws"


@frozen
class Operation:
    """One entry of a document: what it does, to which entry, and from when to when."""

    verb: Verb
    section: str
    id: str
    node: Node
    """The entry's mapping, without verb and dates."""
    first: date | None = None
    last: date | None = None

    @property
    def layer(self) -> str:
        """The layer that says it."""
        return self.node.source.layer


@frozen
class Contents:
    """The operations of a document, and what is wrong with it."""

    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]


def contents_of(
    document: Node, allowed: tuple[str, ...], deprecations: Deprecations = DEPRECATIONS
) -> Contents:
    """Read a document of one of the allowed kinds as operations; what is deprecated in it gets a note."""
    findings: list[Finding] = []
    sections = _sections(document, allowed, findings)
    operations = tuple(
        operation
        for name, section in sections
        for entry in _entries(name, section, findings)
        if (operation := operation_of(name, entry, findings, dated=name != "layer")) is not None
    )
    findings += deprecated_in(document, sections, operations, deprecations)
    return Contents(operations, tuple(findings))


def deprecated_in(
    document: Node,
    sections: Sequence[tuple[str, Node]],
    operations: Iterable[Operation],
    table: Deprecations,
) -> Iterator[Finding]:
    """Find what is on its way out in a document: its kind, its sections, and keys and words inside them."""
    if not table or not sections:
        return
    node = cast("dict[str, Node]", document.value)["kind"]
    if (entry := table.of(Promised.DOCUMENT, str(node.value))) is not None:
        yield key_note(entry, node.place(("kind",)))
    for name, section in sections:
        if (entry := table.of(Promised.DOCUMENT, f"{node.value}.{name}")) is not None:
            yield key_note(entry, section.key_place((name,)))
    for operation in operations:
        path = (operation.section, operation.id)
        yield from deprecated_keys(operation.node, SECTIONS[operation.section], table, path)


def _sections(document: Node, allowed: tuple[str, ...], findings: list[Finding]) -> list[tuple[str, Node]]:
    if not isinstance(document.value, dict):
        hint = f"begin with «kind: …», one of {', '.join(allowed)}"
        message = f"a document is a mapping; found {described(document)}"
        findings.append(Finding("wrong-type", message, document.place(), hint=hint))
        return []
    kind = document.value.get("kind")
    if kind is None or not isinstance(kind.value, str) or kind.value not in allowed:
        findings.append(_kind_finding(document, kind, allowed))
        return []
    return _known_sections(document.value, kind.value, findings)


def _kind_finding(document: Node, kind: Node | None, allowed: tuple[str, ...]) -> Finding:
    if kind is None:
        hint = f"begin with «kind: …», one of {', '.join(allowed)}"
        return Finding("missing-key", "the key «kind» is missing", document.place(), hint=hint)
    found = quoted(kind.value) if isinstance(kind.value, str) else described(kind)
    message = f"{found} is not a kind of document that is expected here: {', '.join(allowed)}"
    is_misspelt = isinstance(kind.value, str) and kind.value not in KINDS
    near = did_you_mean(str(kind.value), (*allowed, *KINDS)) if is_misspelt else None
    return Finding("unknown-kind", message, kind.place(("kind",)), hint=near or "write one of them")


def _known_sections(document: dict[str, Node], kind: str, findings: list[Finding]) -> list[tuple[str, Node]]:
    known = KINDS[kind]
    found = []
    for name, section in document.items():
        if name in known:
            found.append((name, section))
        elif name != "kind":
            hint = did_you_mean(name, known) or f"a document of the kind «{kind}» has {', '.join(known)}"
            message = f"a document of the kind «{kind}» has no section «{name}»"
            findings.append(Finding("unknown-section", message, section.key_place((name,)), hint=hint))
    return found


def _entries(name: str, section: Node, findings: list[Finding]) -> tuple[Node, ...]:
    if name == "layer" and isinstance(section.value, dict):
        return (section,)
    if name != "layer" and isinstance(section.value, tuple):
        return section.value
    expected = "a mapping" if name == "layer" else "a list of entries"
    message = f"expected {expected}, found {described(section)}"
    hint = "write its keys below it" if name == "layer" else "begin each entry with «- id: …»"
    findings.append(Finding("wrong-type", message, section.place((name,)), hint=hint))
    return ()


def operation_of(
    section: str, entry: Node, findings: list[Finding], *, dated: bool = True
) -> Operation | None:
    """Read one entry, or one item of a list of things with ids; `None` when it cannot be read.

    Only entries are `dated`: inside them, «to» is a word like any other, and a layer has its own dates.
    """
    if not isinstance(entry.value, dict):
        message = f"expected an entry, found {described(entry)}"
        hint = "begin it with «id: …», «amends: …» or «withdraws: …»"
        findings.append(Finding("wrong-type", message, entry.place((section,)), hint=hint))
        return None
    verb = _verb(section, entry, findings)
    if verb is None:
        return None
    name = entry.value[verb.value]
    if not isinstance(name.value, str) or not _ID.fullmatch(name.value):
        findings.append(_id_finding(section, name))
        return None
    first, last = _validity(section, entry, findings) if dated else (None, None)
    node = _without(entry, verb, _DATES if dated else ())
    if verb is Verb.WITHDRAWS:
        findings += _withdrawal_findings(section, name.value, node)
    return Operation(verb, section, name.value, node, first, last)


def _verb(section: str, entry: Node, findings: list[Finding]) -> Verb | None:
    found = [verb for verb in Verb if verb.value in cast("dict[str, Node]", entry.value)]
    if len(found) == 1:
        return found[0]
    said = " and ".join(f"«{verb.value}»" for verb in found) or "none"
    message = f"an entry says exactly one of «id», «amends» and «withdraws»; this one says {said}"
    hint = "«id» adds something new, «amends» changes and «withdraws» takes away what a lower layer said"
    findings.append(Finding("one-verb", message, entry.place((section,)), hint=hint))
    return None


def _id_finding(section: str, name: Node) -> Finding:
    hint = "write lower-case letters a-z, digits and _: å as a, ø as o, æ as ae"
    if not isinstance(name.value, str):
        message = f"an id is text; found {described(name)}"
        return Finding("wrong-type", message, name.place((section,)), hint=f'{hint}; in quotes: "{name.raw}"')
    message = f"«{name.value}» cannot be an id"
    return Finding("bad-id", message, name.place((section,)), hint=hint)


def _validity(section: str, entry: Node, findings: list[Finding]) -> tuple[date | None, date | None]:
    days: list[date | None] = []
    for key in _DATES:
        node = cast("dict[str, Node]", entry.value).get(key)
        day = as_date(node.value) if node is not None else None
        if node is not None and day is None:
            message = f"«{key}» is a date; found {described(node)}"
            hint = "write it like 2026-03-01, without quotes"
            findings.append(Finding("wrong-type", message, node.place((section, key)), hint=hint))
        days.append(day)
    first, last = days
    if first and last and last < first:
        message = f"the last day, {last}, is before the first, {first}"
        findings.append(
            Finding("dates-reversed", message, entry.place((section,)), hint="swap «from» and «to»")
        )
    return first, last


def _without(entry: Node, verb: Verb, dates: tuple[str, ...]) -> Node:
    """Take verb and dates out of an entry; an added one keeps its id, which is a value of its own."""
    hidden = {*dates, verb.value} - {Verb.ADDS.value}
    kept = {key: child for key, child in cast("dict[str, Node]", entry.value).items() if key not in hidden}
    return evolve(entry, value=kept)


def _withdrawal_findings(section: str, name: str, node: Node) -> tuple[Finding, ...]:
    try:
        structured(node, Withdrawal)
    except MisfitError as error:
        return MisfitError(error.under(name)).under(section)
    return ()
