"""YAML 1.2 text to a placed tree.

Drives libyaml's event parser with a stack of our own: PyYAML's composer crashes the process on
deep nesting. What gives a value two origins (anchors, tags, merge keys) is refused.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

import yaml

from laget.documents.builder import TreeBuilder
from laget.documents.codes import Code
from laget.documents.complaints import Complaints, ReadingStoppedError
from laget.documents.identity import quoted
from laget.documents.limits import MAX_FINDINGS
from laget.documents.scalars import resolve
from laget.documents.source_text import read_text
from laget.documents.tree import NOWHERE, Node, Reading, Style
from laget.documents.yaml_errors import explain

_DIRECTIVE: Final = re.compile(r"^%", re.MULTILINE)
_STYLES: Final = {
    None: Style.PLAIN,
    "": Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}


def read_yaml(data: bytes | str, name: str, layer: str = "") -> Reading:
    """Give the tree of one YAML document and everything that is wrong with its form."""
    return read_text(data, name, layer, _build)


def _build(complaints: Complaints) -> Node:
    _refuse_directives(complaints)
    builder = TreeBuilder(complaints)
    try:
        _read_events(yaml.CSafeLoader(complaints.source.text), builder)
    except yaml.MarkedYAMLError as error:
        explain(error, complaints)
    root = builder.root
    if root is None or (root.value is None and root.start == root.end):
        message = "the file has no document, only comments or marks; expected one"
        complaints.stop(Code.EMPTY_DOCUMENT, message, 0, hint="write the document, or remove the file")
    return root


def _refuse_directives(complaints: Complaints) -> None:
    """Refuse `%` at the start of a line: libyaml needs quadratic time for many of them."""
    matches = list(islice(_DIRECTIVE.finditer(complaints.source.text), MAX_FINDINGS + 1))
    for match in matches:
        message = "a line may not begin with «%», which YAML keeps for directives"
        hint = "remove the directive, or indent the line"
        complaints.add(Code.DIRECTIVE, message, match.start(), hint=hint)
    if matches:
        raise ReadingStoppedError


def _read_events(parser: yaml.CSafeLoader, builder: TreeBuilder) -> None:
    """Pass each part of the first document on to the builder."""
    while True:
        event = parser.get_event()
        if isinstance(event, yaml.ScalarEvent):
            _read_scalar(event, builder)
        elif isinstance(event, yaml.CollectionStartEvent):
            _read_start(event, builder)
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.close(_span(event)[1])
        elif isinstance(event, yaml.AliasEvent):
            _read_alias(event, builder)
        elif isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
            _refuse_second_document(event, builder)
            return
        elif isinstance(event, yaml.StreamEndEvent):
            return


def _read_scalar(event: yaml.ScalarEvent, builder: TreeBuilder) -> None:
    _refuse_properties(event, builder)
    style = _STYLES[event.style]
    value = resolve(event.value) if style is Style.PLAIN else event.value
    builder.scalar(value, *_span(event), style)


def _read_start(event: yaml.CollectionStartEvent, builder: TreeBuilder) -> None:
    _refuse_properties(event, builder)
    if isinstance(event, yaml.MappingStartEvent):
        builder.open_mapping(_span(event)[0])
    else:
        builder.open_list(_span(event)[0])


def _read_alias(event: yaml.AliasEvent, builder: TreeBuilder) -> None:
    start, end = _span(event)
    alias = builder.complaints.source.text[start:end]
    message = f"the alias {quoted(alias)} is not allowed: each value has one place"
    builder.complain(Code.ANCHOR, message, start, "write the value itself; quote it if «*» is part of a text")
    builder.scalar(alias, start, end, Style.PLAIN)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Give start and end of what an event stands for; libyaml always tells both."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (NOWHERE, NOWHERE)


def _refuse_properties(event: yaml.ScalarEvent | yaml.CollectionStartEvent, builder: TreeBuilder) -> None:
    """Refuse an anchor or a tag on a value."""
    if event.anchor is not None:
        message = f"the anchor {quoted('&' + event.anchor)} is not allowed: each value has one place"
        hint = "remove it; quote the value if «&» is part of a text"
        builder.complain(Code.ANCHOR, message, _span(event)[0], hint)
    if event.tag is not None:
        message = f"the tag {quoted(event.tag)} is not allowed: a document holds data only"
        hint = "remove it; quote the value if «!» is part of a text"
        builder.complain(Code.FOREIGN_TAG, message, _span(event)[0], hint)


def _refuse_second_document(event: yaml.DocumentStartEvent, builder: TreeBuilder) -> None:
    message = "a second document begins here; a file holds one, and the rest is not read"
    hint = "move it to a file of its own, or remove the line «---»"
    builder.complaints.add(Code.SECOND_DOCUMENT, message, _span(event)[0], hint=hint)
