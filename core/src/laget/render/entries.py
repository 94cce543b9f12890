"""One entry of a handbook in full: every value it holds, and with `origin` where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

import attrs
from attrs import frozen

from laget.criteria import explain
from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry, Origin
from laget.model.rotas import Shift
from laget.model.words import words_of
from laget.render.hours import hours_in_words
from laget.render.layout import columns, marked, subheading, wrapped
from laget.render.words import Names, number
from laget.texts import TEXTS

STEP = 2
"""How far what belongs to a value is moved in."""


def entry_lines(section: str, entry: Entry, names: Names, *, origin: bool = False) -> list[str]:
    """Give an entry of a section with everything it holds."""
    shown = _Shown(names, entry.origin if origin else None)
    title = names.say("entry", section=names.say(f"section_{section}"), id=entry.id)
    where = wrapped(_place(entry.origin, entry.origin.file, names), STEP) if origin else []
    return [*subheading(title), *where, *shown.fields(entry, STEP)]


@frozen
class _Shown:
    """How values are shown: by whose names, and in which entry when their origins are shown too."""

    names: Names
    entry: Origin | None

    def fields(self, thing: Any, indent: int) -> list[str]:
        """Give the values of a thing that were written down, each on lines of its own."""
        lines: list[str] = []
        for field in _written(thing):
            value = getattr(thing, field.name)
            lines += self._value(field.name, value, indent, type(thing))
            origins: Mapping[str, Origin] = getattr(thing, "origins", {})
            if self.entry is not None and field.name in origins:
                lines += wrapped(self._origin(origins[field.name], self.entry), indent + STEP, STEP)
        return lines

    def _origin(self, origin: Origin, entry: Origin) -> str:
        """Write where a value comes from; in the entry's own document, by the document's last name."""
        same = origin.file == entry.file
        return _place(origin, PurePosixPath(origin.file).name if same else origin.file, self.names)

    def _value(self, name: str, value: Any, indent: int, kind: type) -> list[str]:
        label = _label(name, kind, self.names)
        in_words = kind is Shift and name == "hours"
        simple = _hours(value, self.names) if in_words else self._simple(name, value)
        if simple is not None:
            return wrapped(self.names.say("stated", what=label, value=simple), indent, STEP)
        head = wrapped(f"{label}:", indent)
        if isinstance(value, Mapping):
            return [*head, *columns([(key, str(item)) for key, item in value.items()], indent + STEP)]
        if isinstance(value, tuple):
            return [*head, *(line for item in value for line in self._item(item, indent + STEP))]
        return [*head, *self.fields(value, indent + STEP)]

    def _item(self, item: Any, indent: int) -> list[str]:
        """Give one of several things: by its id where it has one."""
        if isinstance(item, Entry):
            return [*marked("•", item.id, indent), *self.fields(item, indent + STEP)]
        first, *rest = self.fields(item, indent + STEP)
        return [f"{' ' * indent}• {first.lstrip()}", *rest]

    def _simple(self, name: str, value: Any) -> str | None:
        """Write a value that fits into a sentence; `None` for one with parts."""
        match value:
            case Formula():
                return self._formula(value)
            case Unclear():
                return f"{value.note} ({self._formula(value.when)})" if value.when else value.note
            case tuple():
                return self._several(value)
            case _:
                return _word(name, value, self.names)

    def _formula(self, formula: Formula) -> str:
        return f"{explain(formula.tree, words_of(self.names.handbook), self.names.language)} [{formula.text}]"

    def _several(self, values: tuple[Any, ...]) -> str | None:
        if all(isinstance(value, str) for value in values):
            return ", ".join(values)
        if all(isinstance(value, SourceRef) for value in values):
            return "; ".join(self.names.basis(values))
        if all(isinstance(value, Citation) for value in values):
            return "; ".join(self.names.basis((), self.names.citations(values)))
        return None


def _label(name: str, kind: type, names: Names) -> str:
    """Give what a key is called; some keys are called something else in one class."""
    own = f"field_{kind.__name__.lower()}_{name}"
    return names.say(own if own in TEXTS[names.language] else f"field_{name}")


def _hours(notation: str, names: Names) -> str:
    return names.say("hours_shown", words=hours_in_words(notation, names.language), notation=notation)


def _word(name: str, value: Any, names: Names) -> str | None:
    """Write a value that is one word or number; `None` for anything else."""
    match value:
        case bool():
            return names.yes_or_no(value=value)
        case Enum():
            return names.known(name, str(value.value))
        case date():
            return names.day(value)
        case int() | Decimal():
            return number(value)
        case _:
            return value if isinstance(value, str) else None


def _place(origin: Origin, file: str, names: Names) -> str:
    return names.say("origin", layer=origin.layer, file=file, line=str(origin.line))


def _written(thing: Any) -> Iterator[attrs.Attribute[Any]]:
    """Give the fields that hold more than what they hold when nobody writes anything."""
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        silent = value is None or value == field.default or (isinstance(value, Mapping) and not value)
        if field.name != "id" and not field.metadata.get("internal") and not silent:
            yield field
