"""The placed tree: plain data in which every value knows where it was written.

Reads nothing; the readers beside it build these nodes from YAML, JSON and Python data.
A place is kept as an index into the text, and becomes line and column when asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from laget.documents.identity import redact
from laget.findings import Finding, Place

NOWHERE = -1
"""The index of what has no text behind it."""


class Style(Enum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "single"
    DOUBLE = "double"
    LITERAL = "literal"
    FOLDED = "folded"


@frozen
class SourceFile:
    """One document's text, with the name that findings show and the layer it belongs to."""

    name: str = field(converter=redact)
    text: str = field(default="", repr=False)
    layer: str = ""

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        while index := self.text.find("\n", starts[-1]) + 1:
            starts.append(index)
        return tuple(starts)

    def position(self, index: int) -> tuple[int, int]:
        """Give line and column of a character, both from 1; zeros for `NOWHERE`."""
        if index < 0:
            return 0, 0
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def place(self, index: int, path: tuple[str, ...] = ()) -> Place:
        """Give the place of a character, for a finding."""
        line, column = self.position(index)
        return Place(self.name, line, column, tuple(map(redact, path)))


@frozen(eq=False)
class Node:
    """One value and where it is written. Two nodes are equal when their values are."""

    value: Value = field(repr=lambda value: redact(repr(value)))
    source: SourceFile = field(repr=False)
    start: int = NOWHERE
    """Index of the value's first character, its quote included."""
    end: int = NOWHERE
    """Index just after the value's last character."""
    style: Style | None = None
    """How a scalar is written; none for mappings, lists and data from Python."""
    key_start: int = NOWHERE
    """Index of the first character of its key."""

    def __eq__(self, other: object) -> bool:
        """Compare values and their types: `1`, `1.0` and `true` all differ."""
        if not isinstance(other, Node):
            return NotImplemented
        return type(self.value) is type(other.value) and self.value == other.value

    __hash__ = None  # type: ignore[assignment]  # mappings inside cannot be hashed

    @property
    def line(self) -> int:
        """The line of the value, from 1; 0 for data from Python."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the value, from 1; 0 for data from Python."""
        return self.source.position(self.start)[1]

    @property
    def key_line(self) -> int:
        """The line of the value's key, from 1; 0 when it has none."""
        return self.source.position(self.key_start)[0]

    @property
    def key_column(self) -> int:
        """The column of the value's key, from 1; 0 when it has none."""
        return self.source.position(self.key_start)[1]

    @property
    def raw(self) -> str:
        """The value as it is written: `1.10` where the value is the number 1.1."""
        return str(self.value) if self.start < 0 else self.source.text[self.start : self.end]

    def place(self, path: tuple[str, ...] = ()) -> Place:
        """Give the place of the value; `path` is what leads to it inside the document."""
        return self.source.place(self.start, path)

    def key_place(self, path: tuple[str, ...] = ()) -> Place:
        """Give the place of the value's key, or of the value itself when it has none."""
        return self.source.place(self.start if self.key_start < 0 else self.key_start, path)


Scalar = str | int | Decimal | bool | date | None
Value = Scalar | tuple[Node, ...] | dict[str, Node]


@frozen
class Reading:
    """What reading gave: the tree, unless the text could not be read to its end, and all findings.

    A faulty value stays in the tree as its text, so that the rest can be checked in the same run.
    """

    node: Node | None
    findings: tuple[Finding, ...] = ()


def plain(node: Node) -> object:
    """Give the same data without places, as dicts, lists and scalars."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, tuple):
        return [plain(value) for value in node.value]
    return node.value
