"""A patch to the tree of an effective entry: judges what was said, and settles what has ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import attrs
from attrs import define, evolve, field, frozen

from laget.documents.tree import Node
from laget.findings import Finding, did_you_mean
from laget.layering.patches import Ended, Patch, Said, lists_of_entries
from laget.model.choices import Level, RouteLine
from laget.model.entitlements import Criterion, Ground, Prerequisite
from laget.model.facts import Contradiction
from laget.model.handbook import Gone
from laget.model.origins import Entry
from laget.structuring.contents import Verb
from laget.structuring.converter import origin_of

STRICT = (Ground, Criterion)
"""Classes that end whole: a ground that lost a part would answer something the source never said."""

CONDITIONED = (*STRICT, RouteLine, Level, Prerequisite, Contradiction)
"""Classes that end with any of their values: without a condition they would hold for more than was said."""

MISSED = frozenset({"prerequisites", "routes", "ladders"})
"""Sections whose entries no answer names when they have ended: a note says so."""


class EndedError(Exception):
    """Something that the entry cannot be without has ended."""

    def __init__(self, last: date, node: Node) -> None:
        self.last = last
        self.node = node
        super().__init__(last)


@define
class Settlement:
    """What comes out of resolving the entries of a section."""

    section: str
    known: frozenset[str]
    """All ids of the section, to suggest near ones."""
    findings: list[Finding] = field(factory=list)
    gone: list[Gone] = field(factory=list)
    notes: list[tuple[str, Node, date]] = field(factory=list)
    """Ids of entries that have lost an optional value, with the value and its last day."""

    def resolve(self, name: str, patch: Patch, cls: type[Entry]) -> Node | None:
        """Give the effective tree of an entry; `None` when it is withdrawn, ended or in error."""
        path = (self.section, name)
        problems = _sequence_findings(name, patch, path, self.known)
        self.findings += problems
        self.findings += _floor_findings(patch, cls, path)
        if problems:
            return None
        last = patch.said[-1]
        try:
            if last.verb is not Verb.WITHDRAWS:
                return _Resolution(self, name).tree(patch, cls, path)
            self.gone.append(_withdrawn(self.section, name, last))
        except EndedError as ended:
            self._end(name, ended)
        return None

    def _end(self, name: str, ended: EndedError) -> None:
        gone = _gone(self.section, name, ended.node, "", withdrawn=False)
        self.gone.append(evolve(gone, last=ended.last).said("nb"))
        if self.section in MISSED:
            self.notes.append((name, ended.node, ended.last))


@frozen
class _Resolution:
    settlement: Settlement
    name: str

    def tree(self, patch: Patch, cls: type[Entry], path: tuple[str, ...]) -> Node:
        first = patch.said[0]
        if first.last is not None:
            raise EndedError(first.last, first.node)
        values = {}
        for key, value in patch.values.items():
            if isinstance(value, Node):
                values[key] = value
            elif isinstance(value, Ended):
                self._lose(key, value, cls)
            else:
                values[key] = self._list(value, lists_of_entries(cls)[key], (*path, key), first.node)
        return evolve(first.node, value=values)

    def _lose(self, key: str, value: Ended, cls: type[Entry]) -> None:
        """Leave out an ended value where that means silence; else the entry ends with it."""
        if issubclass(cls, CONDITIONED) or not _means_silence(cls, key):
            raise EndedError(value.last, value.node)
        self.settlement.notes.append((self.name, value.node, value.last))

    def _list(
        self, patches: Mapping[str, Patch], cls: type[Entry], path: tuple[str, ...], around: Node
    ) -> Node:
        items: list[Node] = []
        notes = len(self.settlement.notes)
        known = frozenset(name for name, patch in patches.items() if patch.said[0].verb is Verb.ADDS)
        for name, patch in patches.items():
            problems = _sequence_findings(name, patch, (*path, name), known)
            self.settlement.findings += problems
            self.settlement.findings += _floor_findings(patch, cls, (*path, name))
            if not problems and patch.said[-1].verb is not Verb.WITHDRAWS:
                items += self._item(patch, cls, (*path, name))
        if cls is RouteLine and len(self.settlement.notes) > notes:
            items = []  # what is left could answer for what the ended line was about
        start = items[0] if items else around
        return evolve(start, value=tuple(items), style=None)

    def _item(self, patch: Patch, cls: type[Entry], path: tuple[str, ...]) -> list[Node]:
        try:
            return [self.tree(patch, cls, path)]
        except EndedError as ended:
            if issubclass(cls, STRICT) and patch.said[0].last is None:
                raise
            self.settlement.notes.append((self.name, ended.node, ended.last))
            return []


def _means_silence(cls: type[Entry], key: str) -> bool:
    attribute = next((a for a in attrs.fields(cast("Any", cls)) if a.name == key), None)
    return attribute is not None and attribute.default in (None, ())


def _gone(section: str, name: str, node: Node, reason: str, *, withdrawn: bool) -> Gone:
    return Gone(section=section, id=name, withdrawn=withdrawn, reason=reason, origin=origin_of(node))


def _withdrawn(section: str, name: str, said: Said) -> Gone:
    if said.last is not None:
        raise EndedError(said.last, said.node)
    reason = cast("dict[str, Node]", said.node.value).get("reason")
    text = str(reason.value) if reason is not None else ""
    return _gone(section, name, said.node, text, withdrawn=True)


def _sequence_findings(
    name: str, patch: Patch, path: tuple[str, ...], known: frozenset[str]
) -> list[Finding]:
    """Judge the order of what was said: first added once, then amended, last perhaps withdrawn."""
    first, *later = patch.said
    findings = [] if first.verb is Verb.ADDS else [_baseless(name, first, path, known)]
    withdrawn: Said | None = first if first.verb is Verb.WITHDRAWS else None
    for said in later:
        if withdrawn is not None:
            message = f"«{name}» was withdrawn at {withdrawn.node.place()}, and can't be changed after that"
            hint = "remove this, or the withdrawal"
            findings.append(Finding("after-withdrawal", message, said.node.place(path), hint=hint))
        elif said.verb is Verb.ADDS:
            findings.append(_twice(name, first, said, path))
        withdrawn = said if said.verb is Verb.WITHDRAWS else withdrawn
    return findings


def _baseless(name: str, said: Said, path: tuple[str, ...], known: frozenset[str]) -> Finding:
    message = f"there is no «{name}» below this layer that it {said.verb.value}"
    hint = did_you_mean(name, known - {name}) or f"write «id: {name}» to add it"
    return Finding("nothing-to-amend", message, said.node.place(path), hint=hint)


def _twice(name: str, first: Said, said: Said, path: tuple[str, ...]) -> Finding:
    message = f"«{name}» is already added at {first.node.place()}"
    hint = f"write «amends: {name}» to change it, or choose another id"
    return Finding("added-twice", message, said.node.place(path), hint=hint)


def _floor_findings(patch: Patch, cls: type[Entry], path: tuple[str, ...]) -> list[Finding]:
    """Find layers that change what stands in national law."""
    base = patch.said[0].layer
    others = [said for said in patch.said if said.layer != base]
    if cls is Ground and _is_statutory(patch):
        guilty = others
    else:
        grounds = patch.values.get("grounds")
        has_floor = isinstance(grounds, Mapping) and any(_is_statutory(ground) for ground in grounds.values())
        guilty = [said for said in others if has_floor and said.verb is Verb.WITHDRAWS]
    message = "a statutory ground can't be changed or withdrawn by another layer"
    hint = "add a ground of your own, with «narrows:» and the id of the statutory one"
    return [Finding("statutory-floor", message, said.node.place(path), hint=hint) for said in guilty]


def _is_statutory(ground: Patch) -> bool:
    """Tell whether the layer that adds a ground says that it stands in law."""
    base = ground.said[0].layer
    return any(_says_statutory(said.node) for said in ground.said if said.layer == base)


def _says_statutory(node: Node) -> bool:
    statutory = node.value.get("statutory") if isinstance(node.value, dict) else None
    return statutory is not None and statutory.value is True
