"""Builds the placed tree from what a reader meets, in the order it meets it.

Each reader (YAML, JSON, Python) only says «a mapping opens», «a scalar», «it closes»; everything
that holds for all of them is checked here: depth, number of values, keys, escaped characters.
"""

from __future__ import annotations

from attrs import Factory, define

from laget.documents.codes import Code
from laget.documents.complaints import Complaints
from laget.documents.identity import quoted
from laget.documents.limits import MAX_DEPTH, MAX_VALUES
from laget.documents.scalars import Fault
from laget.documents.source_text import FORBIDDEN, name_of
from laget.documents.tree import NOWHERE, Node, Scalar, Style

_MERGE_KEY = "<<"
_UNUSABLE_KEY = "?"


@define
class _Open:
    """A mapping or a list that is still being read."""

    start: int
    key_start: int
    """Where the collection's own key begins."""
    is_mapping: bool
    items: list[Node] = Factory(list)
    entries: dict[str, Node] = Factory(dict)
    awaits_key: bool = False
    key: str | None = None
    """The key whose value is awaited; none when the key cannot be used and its value is dropped."""
    next_key_start: int = NOWHERE

    def label(self) -> str | None:
        """Give the step from here to the value being read; none while a key is awaited."""
        if not self.is_mapping:
            return str(len(self.items))
        if self.awaits_key:
            return None
        return _UNUSABLE_KEY if self.key is None else self.key


@define
class TreeBuilder:
    """Takes the parts of one document in order and gives its tree as `root`."""

    complaints: Complaints
    root: Node | None = None
    _open: list[_Open] = Factory(list)
    _count: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        """The keys and numbers that lead to the value being read."""
        labels = (part.label() for part in self._open)
        return tuple(label for label in labels if label is not None)

    def scalar(
        self, value: Scalar | Fault, start: int = NOWHERE, end: int = NOWHERE, style: Style | None = None
    ) -> None:
        """Take one scalar: a key, an item or a value."""
        if isinstance(value, Fault):
            self.complain(value.code, value.message, start, value.hint)
            value = value.text
        elif isinstance(value, str) and (style is Style.DOUBLE or style is None):
            value = self._without_forbidden(value, start)
        self._count_one(start)
        self._attach(Node(value, self.complaints.source, start, end, style, self._key_start()))

    def open_mapping(self, start: int = NOWHERE) -> None:
        """Begin a mapping."""
        self._open_one(_Open(start, self._key_start(), is_mapping=True, awaits_key=True))

    def open_list(self, start: int = NOWHERE) -> None:
        """Begin a list."""
        self._open_one(_Open(start, self._key_start(), is_mapping=False))

    def close(self, end: int = NOWHERE) -> None:
        """End the mapping or list that was begun last."""
        part = self._open.pop()
        value = part.entries if part.is_mapping else tuple(part.items)
        self._attach(Node(value, self.complaints.source, part.start, end, None, part.key_start))

    def complain(self, code: Code, message: str, index: int, hint: str) -> None:
        """Keep a finding about the value being read."""
        self.complaints.add(code, message, index, hint=hint, path=self.path)

    def _key_start(self) -> int:
        return self._open[-1].next_key_start if self._open else NOWHERE

    def _open_one(self, part: _Open) -> None:
        self._count_one(part.start)
        if len(self._open) == MAX_DEPTH:
            message = f"the document is nested more than {MAX_DEPTH} levels deep"
            # The whole path of sixty-four steps would help nobody.
            self.complaints.stop(Code.TOO_DEEP, message, part.start, hint="write it with fewer levels")
        self._open.append(part)

    def _count_one(self, start: int) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            message = f"the document has more than {MAX_VALUES} values and keys, the most that is read"
            self.complaints.stop(Code.TOO_MANY_VALUES, message, start, hint="split it into several files")

    def _attach(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.root = node
            return
        part = self._open[-1]
        if not part.is_mapping:
            part.items.append(node)
        elif part.awaits_key:
            part.key = self._key(node, part)
            part.awaits_key, part.next_key_start = False, node.start
        else:
            if part.key is not None:
                part.entries[part.key] = node
            part.awaits_key, part.next_key_start = True, NOWHERE

    def _key(self, node: Node, part: _Open) -> str | None:
        """Give the key that a node is, or none after a finding that says why it is none."""
        key = node.value
        if not isinstance(key, str):
            self._refuse_key(node)
            return None
        if key == _MERGE_KEY and node.style is Style.PLAIN:
            hint = "write the entries out where they hold"
            self.complain(Code.MERGE_KEY, "merge keys are not part of YAML 1.2", node.start, hint)
            return None
        if key in part.entries:
            self._refuse_repetition(key, node, part.entries[key])
            return None
        return key

    def _refuse_key(self, node: Node) -> None:
        if isinstance(node.value, dict | tuple):
            found, hint = "a list or a mapping", "use a short text as key"
        elif node.value is None:
            found, hint = "nothing", "write a key before the colon"
        else:
            found, hint = quoted(node.raw), "put the key in quotes"
        self.complain(Code.KEY_NOT_TEXT, f"a key must be text, found {found}", node.start, hint)

    def _refuse_repetition(self, key: str, node: Node, first: Node) -> None:
        line, column = first.key_line, first.key_column
        where = f", first on line {line}, column {column}, again here" if line else ""
        message = f"the key {quoted(key)} stands twice in one mapping{where}"
        hint = "remove or rename one of them"
        self.complaints.add(Code.DUPLICATE_KEY, message, node.start, hint=hint, path=(*self.path, key))

    def _without_forbidden(self, text: str, start: int) -> str:
        """Give the text without characters that an escape or Python data smuggled in."""
        found = FORBIDDEN.search(text)
        if not found:
            return text
        message = f"the text holds the character {name_of(found[0])}, which may not stand in a document"
        self.complain(Code.CONTROL_CHARACTER, message, start, "remove it")
        return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
