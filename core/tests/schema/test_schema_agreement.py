"""Schemas and reading agree: what one accepts, the other accepts.

Both judge the JSON form of an entry or a case after one random change. What only reading can
see (ids that lead nowhere, expressions that do not parse) is left out, and so is what only the schemas
see: the values inside a withdrawal, which reading keeps and never uses, and the id of an opening.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from laget.documents.python_reader import from_python
from laget.documents.tree import Node, SourceFile, plain
from laget.findings import Finding
from laget.layering.patches import Patch, combined, patch_of
from laget.layering.resolving import Settlement
from laget.model.case import Case
from laget.model.sections import KINDS, SECTIONS
from laget.plain import to_plain
from laget.registry import Registry
from laget.structuring.contents import Operation, Verb, contents_of
from laget.structuring.converter import structured
from laget.structuring.misfits import MisfitError

FORM = {
    "bad-id",
    "missing-key",
    "one-verb",
    "unknown-key",
    "unknown-section",
    "unknown-value",
    "wrong-type",
}
"""The codes of findings about form, which a schema can see too."""

CHANGES: dict[str, Any] = {
    "remove": ...,
    "rename": ...,
    "nothing": None,
    "truth": True,
    "whole number": 5,
    "number": -1.5,
    "text": "x",
    "day": "2026-03-01",
    "empty list": [],
    "list": ["x"],
    "list of mappings": [{}],
    "empty mapping": {},
    "mapping": {"id": "x"},
}
"""What can be done to a value; most changes put another in its place."""

CASE: dict[str, Any] = {
    "on": "2026-03-01",
    "facts": {"fodselsdato": "2015-02-20", "tung_omsorg": True, "timer_skole": None, "timer": 1.5},
    "has": [{"id": "skole", "since": "2024-05-01", "amount": 10, "unit": "hours", "per": "month"}],
    "has_complete": False,
    "applies_for": [{"id": "turvenn", "amount": 2.5, "unit": "hours", "purposes": ["fritid"]}],
    "events": [{"event": "soknad_mottatt", "on": "2026-01-31", "about": "turvenn", "channel": "brev"}],
    "steps": [{"id": "soknad", "state": "done", "on": "2026-01-31"}],
}

Path = tuple[str | int, ...]


@frozen
class Sample:
    """An entry of the fiction alone in a document, with what other layers say about it."""

    kind: str
    section: str
    entry: dict[str, Any]
    wider: Patch | None

    def document(self) -> dict[str, Any]:
        """Give the document with this entry only."""
        return {"kind": self.kind, self.section: self.entry if self.section == "layer" else [self.entry]}


@pytest.fixture(scope="session")
def samples(fiction: Registry) -> list[Sample]:
    """Give every entry of the fiction."""
    said = [_undated(operation) for id_ in fiction for operation in fiction.layer(id_).operations]
    return [_sample(operation, said) for operation in said]


def _undated(operation: Operation) -> Operation:
    return evolve(operation, first=None, last=None)


def _sample(operation: Operation, said: list[Operation]) -> Sample:
    entry: Any = to_plain(plain(operation.node))
    kind = next(kind for kind, sections in KINDS.items() if operation.section in sections)
    added = [
        other
        for other in said
        if (other.section, other.id, other.verb) == (operation.section, operation.id, Verb.ADDS)
    ]
    wider = _patch(added[0], []) if operation.verb is not Verb.ADDS else None
    return Sample(kind, operation.section, {operation.verb.value: operation.id, **entry}, wider)


def _patch(operation: Operation, findings: list[Finding]) -> Patch:
    cls = SECTIONS[operation.section]
    patch = patch_of(_undated(operation), cls, fixed_day(), findings)
    assert patch is not None
    return patch


def fixed_day() -> date:
    """Give a day; entries without dates hold on every one."""
    return date(2026, 3, 1)


def _node(data: object) -> Node:
    node = from_python(data, SourceFile("sample", "", "sample")).node
    assert node is not None
    return node


def reading_accepts(sample: Sample, document: Mapping[str, Any]) -> bool:
    """Tell whether reading and folding the document find nothing wrong with its form."""
    contents = contents_of(_node(document), (sample.kind,))
    findings = list(contents.findings)
    for operation in contents.operations:
        patch = _patch(operation, findings)
        amended = sample.wider if operation.verb is not Verb.ADDS else None
        whole = combined(amended, patch) if amended is not None else patch
        findings += _resolved(operation, whole)
    return not FORM & {str(finding.code) for finding in findings}


def _resolved(operation: Operation, patch: Patch) -> list[Finding]:
    cls = SECTIONS[operation.section]
    settlement = Settlement(operation.section, frozenset([operation.id]))
    tree = settlement.resolve(operation.id, patch, cls)
    try:
        if tree is not None:
            structured(tree, cls)
    except MisfitError as error:
        return [*settlement.findings, *error.findings]
    return settlement.findings


def case_is_read(data: object) -> bool:
    """Tell whether plain data is read as a case."""
    try:
        structured(_node(data), Case)
    except MisfitError:
        return False
    return True


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Give the path of every value inside plain data that a change may be made to."""
    children: Any = value.items() if isinstance(value, dict) else enumerate(value)
    withdrawing = isinstance(value, dict) and "withdraws" in value
    for key, child in children:
        if withdrawing and key != "withdraws":
            continue
        if (*path, key)[-2:] != ("opening", "id"):
            yield (*path, key)
        if isinstance(child, dict | list):
            yield from _paths(child, (*path, key))


def _changed(data: Any, path: Path, change: str) -> Any:
    """Give plain data with one value replaced, taken out, or moved to an unknown key."""
    changed = deepcopy(data)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    if CHANGES[change] is not ...:
        inner[path[-1]] = CHANGES[change]
        return changed
    value = inner.pop(path[-1])
    if change == "rename" and isinstance(inner, dict):
        inner["feil"] = value
    return changed


def test_every_entry_of_the_fiction_is_accepted_by_both(
    samples: list[Sample], validators: Mapping[str, Draft202012Validator]
) -> None:
    """Each entry of the fiction, alone in a document, is accepted by its schema and by reading."""
    assert [] == [
        sample.entry
        for sample in samples
        if not (
            reading_accepts(sample, sample.document()) and validators[sample.kind].is_valid(sample.document())
        )
    ]


@given(data=st.data(), change=st.sampled_from(list(CHANGES)))
def test_schema_and_reading_agree_on_entries(
    samples: list[Sample], validators: Mapping[str, Draft202012Validator], data: st.DataObject, change: str
) -> None:
    """After any one change to an entry, its schema accepts it exactly when reading does."""
    sample = samples[data.draw(st.integers(0, len(samples) - 1), label="entry")]
    document = sample.document()
    paths = [path for path in _paths(document) if path != ("kind",)]
    changed = _changed(document, data.draw(st.sampled_from(paths), label="path"), change)
    assert reading_accepts(sample, changed) is validators[sample.kind].is_valid(changed)


@given(path=st.sampled_from(list(_paths(CASE))), change=st.sampled_from(list(CHANGES)))
def test_schema_and_reading_agree_on_cases(
    validators: Mapping[str, Draft202012Validator], path: Path, change: str
) -> None:
    """After any one change to a case, its schema accepts it exactly when reading does."""
    changed = _changed(CASE, path, change)
    assert case_is_read(changed) is validators["case"].is_valid(changed)
