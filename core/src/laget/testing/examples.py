"""Examples: the cases that plugins ship, read from their documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import cast

from attrs import define, field, frozen

from laget.cases import Draft, draft_of
from laget.documents.identity import quoted
from laget.documents.tree import Node, Reading, plain
from laget.documents.yaml_reader import read_yaml
from laget.errors import InvalidCaseError, InvalidDocumentsError
from laget.findings import Finding, Severity, did_you_mean
from laget.hookspecs import DocumentText
from laget.municipality import Municipality
from laget.structuring.misfits import described

FILE_KEYS = ("kind", "municipality", "cases")
"""The keys that a document of the kind `cases` has."""
COVERAGE = "coverage"
"""The key it may have too: the least rule coverage that the layer's plugin asks for, in per cent."""
PER_CENT = 100
EXAMPLE_KEYS = ("id", "shows", "case", "expect")
"""The keys of one example in it."""


@frozen
class Example:
    """A case with a part of the answer it must get."""

    id: str
    """Its file's name and its own id, such as `bpa/under_25_timer`."""
    shows: str
    """What it shows, in a sentence."""
    draft: Draft
    """The case."""
    pattern: object
    """The part of the answer, as plain data; lists are addressed by id."""
    file: str
    line: int


@frozen
class Shipped:
    """What the plugins of a layer ship to prove its rules."""

    examples: tuple[Example, ...]
    threshold: int | None
    """The least rule coverage, in per cent; none, where no document asks for any."""


@define
class _Reader:
    """Reads the documents of the cases of one layer, and keeps what is wrong with them."""

    asked: Municipality
    findings: list[Finding] = field(factory=list)
    found: dict[str, Example] = field(factory=dict)
    threshold: Node | None = None

    def add(self, document: DocumentText) -> None:
        """Read one document; what is not about the layer is left out."""
        for keys in _keys_of(document, self.asked, self.findings):
            self._add_threshold(keys.get(COVERAGE))
            for example in _examples(keys["cases"], self.findings):
                first = self.found.setdefault(example.id, example)
                if first is not example:
                    self.findings.append(_repeated(example, first))

    def _add_threshold(self, node: Node | None) -> None:
        if node is None:
            return
        path = (COVERAGE,)
        if not isinstance(node.value, int) or isinstance(node.value, bool) or not 0 <= node.value <= PER_CENT:
            message = f"expected a whole number from 0 to {PER_CENT}, found {described(node)}"
            self.findings.append(Finding("wrong-type", message, node.place(path), hint="write per cent"))
        elif self.threshold is not None:
            message = f"the coverage of «{self.asked.id}» is already asked for at {self.threshold.place()}"
            self.findings.append(Finding("added-twice", message, node.place(path), hint="keep one of them"))
        else:
            self.threshold = node


def shipped(municipality: Municipality) -> Shipped:
    """Read everything that a layer's plugins ship to prove it; raises `InvalidDocumentsError`."""
    reader = _Reader(municipality)
    for document in municipality.case_documents():
        reader.add(document)
    if reader.findings:
        raise InvalidDocumentsError(reader.findings)
    threshold = reader.threshold.value if reader.threshold else None
    return Shipped(tuple(reader.found.values()), cast("int | None", threshold))


def examples(municipality: Municipality) -> tuple[Example, ...]:
    """Give the cases that a municipality's plugins ship; raises `InvalidDocumentsError`."""
    return shipped(municipality).examples


def _repeated(example: Example, first: Example) -> Finding:
    message = f"the case «{example.id}» is already at {first.file}:{first.line}"
    place = example.draft.node.place(("cases", example.id))
    return Finding("added-twice", message, place, hint="choose another id")


def _keys_of(
    document: DocumentText, asked: Municipality, findings: list[Finding]
) -> Iterator[dict[str, Node]]:
    """Give the keys of a document that is about the layer asked about."""
    reading = read_yaml(document.text, document.name)
    findings += [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if reading.node is None or not _has_keys(reading.node, FILE_KEYS, findings, (COVERAGE,)):
        return
    keys = cast("dict[str, Node]", reading.node.value)
    layer = keys["municipality"]
    if layer.value not in asked.installed:
        findings.append(_not_installed(layer, asked.installed))
    if layer.value == asked.id:
        yield keys


def _examples(cases: Node, findings: list[Finding]) -> Iterator[Example]:
    if not isinstance(cases.value, tuple):
        message = f"expected a list of cases, found {described(cases)}"
        hint = "begin each case with «- id: …»"
        findings.append(Finding("wrong-type", message, cases.place(("cases",)), hint=hint))
        return
    for node in cases.value:
        if _has_keys(node, EXAMPLE_KEYS, findings):
            yield from _example(cast("dict[str, Node]", node.value), node, findings)


def _not_installed(layer: Node, installed: tuple[str, ...]) -> Finding:
    hint = did_you_mean(str(layer.value), installed) or f"write one of {', '.join(installed)}"
    message = f"these cases are about {quoted(str(layer.value))}, and no layer of that id is installed"
    return Finding("unknown-reference", message, layer.place(("municipality",)), hint=hint)


def _example(keys: dict[str, Node], node: Node, findings: list[Finding]) -> Iterator[Example]:
    wrong = [name for name in ("id", "shows") if not isinstance(keys[name].value, str)]
    findings += [_no_text(keys[name], name) for name in wrong]
    if wrong:
        return
    try:
        draft = draft_of(Reading(keys["case"]))
    except InvalidCaseError as error:
        findings += error.findings
        return
    name = f"{PurePosixPath(node.source.name).stem}/{keys['id'].value}"
    shows = str(keys["shows"].value)
    yield Example(name, shows, draft, plain(keys["expect"]), node.source.name, node.line)


def _no_text(node: Node, name: str) -> Finding:
    message = f"expected text, found {described(node)}"
    return Finding("wrong-type", message, node.place((name,)), hint="put it in quotes")


def _has_keys(
    node: Node, expected: tuple[str, ...], findings: list[Finding], optional: tuple[str, ...] = ()
) -> bool:
    """Tell whether a mapping has the expected keys, and no others; say what is wrong where it has not."""
    if not isinstance(node.value, dict):
        message = f"expected a mapping, found {described(node)}"
        findings.append(Finding("wrong-type", message, node.place(), hint=f"write {', '.join(expected)}"))
        return False
    for name, child in node.value.items():
        known = (*expected, *optional)
        if name not in known:
            hint = did_you_mean(name, known) or f"the keys here are {', '.join(known)}"
            findings.append(
                Finding("unknown-key", f"there is no key «{name}» here", child.key_place(), hint=hint)
            )
    missing = [name for name in expected if name not in node.value]
    findings += [
        Finding("missing-key", f"the key «{name}» is missing", node.place(), hint=f"add «{name}:»")
        for name in missing
    ]
    return not missing
