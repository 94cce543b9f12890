"""Looks through a whole tree, keys too, for national identity numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from laget.documents.codes import Code
from laget.documents.identity import find_identity_number, number_is_identity_number, redact
from laget.documents.tree import Node
from laget.findings import Finding, Place

_MESSAGE = "this holds a national identity number, which may never stand in a document"
_HINT = "remove it; a case has neither names nor numbers of persons"


def identity_numbers(node: Node, path: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Give a finding for each value and each key that holds one. None repeats the number."""
    if isinstance(node.value, dict):
        for key, value in node.value.items():
            if find_identity_number(key):
                yield _finding(value.key_place((*path, key)))
            yield from identity_numbers(value, (*path, key))
    elif isinstance(node.value, tuple):
        for number, item in enumerate(node.value):
            yield from identity_numbers(item, (*path, str(number)))
    elif _holds_one(node):
        yield _finding(node.place(path))


def identity_numbers_in_text(text: str, name: str) -> Iterator[Finding]:
    """Give a finding for each line that holds one, comments and broken text included, and the name."""
    if find_identity_number(name):
        yield _finding(Place(redact(name)))
    for number, line in enumerate(text.splitlines(), start=1):
        found = find_identity_number(line)
        if found:
            yield _finding(Place(redact(name), number, found[0] + 1))


def _holds_one(node: Node) -> bool:
    value = node.value
    if isinstance(value, str):
        return find_identity_number(value) is not None
    if isinstance(value, int | Decimal):
        return number_is_identity_number(value) or find_identity_number(node.raw) is not None
    return False


def _finding(place: Place) -> Finding:
    return Finding(Code.IDENTITY_NUMBER, _MESSAGE, place, hint=_HINT)
