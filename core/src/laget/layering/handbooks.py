"""A chain of layers and a date to a handbook, with everything that is wrong on the way."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen

from laget.checks import check_book
from laget.checks.folded import Folded
from laget.documents.tree import Node, plain
from laget.errors import InvalidDocumentsError, NoLongerValidError, NotYetValidError
from laget.findings import Finding, Severity, in_order
from laget.layering.patches import Patch, folded, lists_of_entries, patch_of
from laget.layering.resolving import Settlement
from laget.model.handbook import Gone, Handbook, LayerUsed
from laget.model.layers import Layer
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry
from laget.model.sections import SECTIONS
from laget.structuring.contents import Operation, Verb
from laget.structuring.converter import structured
from laget.structuring.misfits import MisfitError
from laget.texts import Message


@frozen
class LoadedLayer:
    """A layer with everything that its plugins say, not yet folded."""

    layer: Layer
    version: str
    operations: tuple[Operation, ...]


@frozen
class Built:
    """A handbook with all findings; it may answer only when none of them is an error."""

    book: Handbook
    findings: tuple[Finding, ...]
    checked: Folded
    """What was checked, for the checks that only `laget check` makes."""

    @property
    def is_sound(self) -> bool:
        """Whether no finding is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    def usable(self) -> Handbook:
        """Give the handbook; raises `InvalidDocumentsError` with every error when there is one."""
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        if errors:
            raise InvalidDocumentsError(errors)
        return self.book


def build(chain: Sequence[LoadedLayer], on: date) -> Built:
    """Fold a chain of layers, widest first, to the handbook of the last one on a date.

    Raises `NotYetValidError` or `NoLongerValidError` for a date on which the last layer does
    not hold. A layer whose first day is assumed holds before it too, with a note.
    """
    _require_valid(chain[-1].layer, on)
    holding = [loaded for loaded in chain if _has_begun(loaded.layer, on)]
    findings: list[Finding] = []
    settled = {name: _settle(name, holding, on, findings) for name in SECTIONS if name != "layer"}
    trees = {(name, id_): tree for name, section in settled.items() for id_, tree in section.trees.items()}
    entries = {key: _read(key, tree, findings) for key, tree in trees.items()}
    own = {("layer", loaded.layer.id): operation.node for loaded in chain for operation in _layer_of(loaded)}
    notes = (*_layer_notes(holding, on), *(note for section in settled.values() for note in section.notes))
    gone = tuple(gone for section in settled.values() for gone in section.gone)
    book = Handbook(
        layer=chain[-1].layer,
        on=on,
        layers=tuple(LayerUsed(layer=loaded.layer, version=loaded.version) for loaded in chain),
        digest=_digest(chain, {**own, **trees}, notes, gone),
        messages=notes,
        gone=gone,
        **_by_section(entries),
    )
    failed = frozenset(key for key, entry in entries.items() if entry is None)
    checked = Folded(book, {**trees, **own}, failed)
    return Built(book, in_order([*findings, *check_book(checked)]), checked)


def turning_days(chain: Sequence[LoadedLayer]) -> tuple[date, ...]:
    """Give every day on which the rules of a chain, or the notes about them, become others."""
    days = set[date]()
    for loaded in chain:
        valid = loaded.layer.valid
        spans = [(valid.first, valid.last), (None, valid.last_known)]
        spans += [(operation.first, operation.last) for operation in loaded.operations]
        for first, last in spans:
            days |= {first} if first else set()
            days |= {last + timedelta(days=1)} if last else set()
    return tuple(sorted(days))


def _layer_of(loaded: LoadedLayer) -> list[Operation]:
    return [operation for operation in loaded.operations if operation.section == "layer"]


def _require_valid(layer: Layer, on: date) -> None:
    if not _has_begun(layer, on):
        raise NotYetValidError(layer.id, on, layer.valid.first)
    if layer.valid.last is not None and layer.valid.last < on:
        raise NoLongerValidError(layer.id, on, layer.valid.last)


def _has_begun(layer: Layer, on: date) -> bool:
    return layer.valid.first <= on or layer.valid.assumed is not None


@frozen
class _Settled:
    trees: Mapping[str, Node]
    gone: tuple[Gone, ...]
    notes: tuple[Message, ...]


def _settle(section: str, chain: Sequence[LoadedLayer], on: date, findings: list[Finding]) -> _Settled:
    """Fold one section of all layers, and judge what was said."""
    cls = SECTIONS[section]
    patches = folded([_patches(loaded, section, cls, on, findings) for loaded in chain])
    settlement = Settlement(section, frozenset(patches))
    trees = {name: tree for name, patch in patches.items() if (tree := settlement.resolve(name, patch, cls))}
    findings += settlement.findings
    notes = [Message.of("ended_value", what=name, day=last.isoformat()) for name, _, last in settlement.notes]
    return _Settled(trees, tuple(settlement.gone), tuple(notes))


def _patches(
    loaded: LoadedLayer, section: str, cls: type[Entry], on: date, findings: list[Finding]
) -> Mapping[str, Patch]:
    """Fold what one layer says, oldest first, in an order that no plugin or file name decides."""
    operations = [operation for operation in loaded.operations if operation.section == section]
    findings += _simultaneous(operations, cls)
    ended = loaded.layer.valid.last
    collections = []
    for operation in sorted(operations, key=_order):
        bounded = evolve(operation, last=_earliest(operation.last, ended))
        patch = patch_of(bounded, cls, on, findings)
        collections.append({operation.id: patch} if patch else {})
    return folded(collections)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _order(operation: Operation) -> tuple[date, int, str, int]:
    verb = list(Verb).index(operation.verb)
    return operation.first or date.min, verb, operation.node.source.name, operation.node.start


def _simultaneous(operations: Iterable[Operation], cls: type[Entry]) -> list[Finding]:
    """Find values that one layer sets twice from the same day: no order between them can be right."""
    first: dict[tuple[object, ...], Operation] = {}
    findings = []
    for operation in sorted(operations, key=_order):
        if operation.verb is not Verb.AMENDS:
            continue
        for path in sorted(_leaves(operation.node, cls)):
            other = first.setdefault((operation.id, operation.first, *path), operation)
            if other is not operation:
                message = f"«{'.'.join(path)}» of «{operation.id}» is already amended at {other.node.place()}"
                place = operation.node.place((operation.section, operation.id, *path))
                hint = "keep one of them, or give the later one a «from» date"
                findings.append(Finding("amended-twice", message, place, hint=hint))
    return findings


def _leaves(node: Node, cls: type[Entry]) -> set[tuple[str, ...]]:
    """Give the paths of the values that an amendment names; a list of things with ids is no value itself."""
    lists = lists_of_entries(cls)
    paths = set()
    for key, child in node.value.items() if isinstance(node.value, dict) else ():
        if key in lists and isinstance(child.value, tuple):
            paths |= {(key, *path) for item in child.value for path in _item_leaves(item, lists[key])}
        else:
            paths.add((key,))
    return paths - {(verb.value,) for verb in Verb}


def _item_leaves(item: Node, cls: type[Entry]) -> set[tuple[str, ...]]:
    if not isinstance(item.value, dict):
        return set()
    name = next((str(item.value[verb].value) for verb in Verb if verb in item.value), "")
    return {(name, *path) for path in _leaves(item, cls)}


def _read(key: tuple[str, str], tree: Node, findings: list[Finding]) -> Entry | None:
    try:
        return structured(tree, SECTIONS[key[0]])
    except MisfitError as error:
        for part in reversed(key):
            error = MisfitError(error.under(part))
        findings += error.findings
        return None


def _by_section(entries: Mapping[tuple[str, str], Entry | None]) -> dict[str, Any]:
    sections: dict[str, dict[str, Entry]] = defaultdict(dict)
    for (section, name), entry in entries.items():
        if entry is not None:
            sections[section][name] = entry
    return {section: FrozenMapping(found) for section, found in sections.items()}


def _layer_notes(chain: Sequence[LoadedLayer], on: date) -> list[Message]:
    notes = []
    for loaded in chain:
        layer, valid = loaded.layer, loaded.layer.valid
        if valid.assumed is not None and on < valid.first:
            notes.append(
                Message.of(
                    "assumed_start", name=layer.name, day=valid.first.isoformat(), reason=valid.assumed
                )
            )
        if valid.last_known is not None and valid.last_known < on:
            notes.append(Message.of("last_known", name=layer.name, day=valid.last_known.isoformat()))
    return notes


def _digest(
    chain: Sequence[LoadedLayer],
    trees: Mapping[tuple[str, str], Node],
    notes: Sequence[Message],
    gone: Sequence[Gone],
) -> str:
    """Give the fingerprint of all that answers rest on, the same however plugins were loaded."""
    content = {
        "layers": [[loaded.layer.id, loaded.version] for loaded in chain],
        "entries": [
            [*key, _canonical(tree)] for key, tree in sorted(trees.items(), key=lambda item: item[0])
        ],
        "notes": [note.said() for note in notes],
        "gone": sorted([found.section, found.id, found.withdrawn, found.reason] for found in gone),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_tagged)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _tagged(value: object) -> list[str]:
    """Tell a date or a decimal from the text that looks like it."""
    return [type(value).__name__, str(value)]


def _canonical(tree: Node) -> list[object]:
    """Give an entry as data with the origin of each of its values."""
    values = tree.value if isinstance(tree.value, dict) else {}
    return [
        [key, node.source.layer, node.source.name, node.line, plain(node)] for key, node in values.items()
    ]
