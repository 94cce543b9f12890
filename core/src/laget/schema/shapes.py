"""Shapes: the JSON Schema of a type, with what its classes need in `$defs`.

`Shapes` reads types; what a class looks like differs: `DocumentShapes` for what people write,
`AnswerShapes` for what laget answers, `PatternShapes` for the part of an answer that a case expects.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, Final, Union, cast, get_args, get_origin

import attrs
from attrs import define, field

from laget.deprecations import DEPRECATIONS, Deprecations, Promised
from laget.model.answers import Assessment
from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Formula
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry
from laget.schema.descriptions import class_description, key_description, title_of
from laget.schema.examples import shown
from laget.structuring.converter import writable_fields

Shape = dict[str, Any]
"""A JSON Schema."""

ID_PATTERN: Final = "^[a-z0-9][a-z0-9_]*$"
"""What an id looks like."""

SCALARS: Final[dict[Any, Shape]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"},
}
"""The shapes of single values; a time is wall time without a zone, which the format `date-time` is not."""

EXPRESSION: Final[Shape] = {
    "title": "expression",
    "description": "An expression of the criteria language, such as `alder >= 5`, or true or false.",
    "type": ["string", "boolean"],
}
"""The shape of a `Formula`."""

DATES: Final[dict[str, Shape]] = {
    "from": {
        **shown("", "from"),
        "description": "The first day on which this holds; always, if left out.",
        **SCALARS[date],
    },
    "to": {
        **shown("", "to"),
        "description": "The last day on which this holds; none is known, if left out.",
        **SCALARS[date],
    },
}
"""The dates that an entry of a section can have."""

REASON: Final = "With `withdraws`: why, such as that it is not offered."


def is_union(kind: Any) -> bool:
    """Tell whether a type is a union."""
    return get_origin(kind) in (Union, UnionType)


@define
class Shapes(ABC):
    """Gives shapes, and collects the definitions that they refer to."""

    definitions: dict[str, Shape] = field(factory=dict)
    deprecations: Deprecations = DEPRECATIONS
    promised: ClassVar[Promised] = Promised.DOCUMENT
    """What kind of names the keys are."""

    def of(self, kind: Any) -> Shape:
        """Give the shape of a type."""
        if kind in SCALARS:
            return dict(SCALARS[kind])
        if is_union(kind):
            return self._union(get_args(kind))
        if get_origin(kind) is not None:
            return self._collection(get_origin(kind), get_args(kind)[0])
        if kind is Formula:
            return self._referred("Expression", EXPRESSION)
        if issubclass(kind, StrEnum):
            return self._referred(kind.__name__, _choice(kind))
        return self.model(kind)

    @abstractmethod
    def model(self, cls: type) -> Shape:
        """Give the shape of a class of the model."""

    def listed(self, item: Any) -> Shape:
        """Give the shape of a list."""
        return {"type": "array", "items": self.of(item)}

    def _collection(self, collection: Any, item: Any) -> Shape:
        if collection is FrozenMapping:
            return {"type": "object", "additionalProperties": self.of(item)}
        return self.listed(item)

    def _union(self, arms: tuple[Any, ...]) -> Shape:
        kinds = [arm for arm in arms if arm is not type(None)]
        nothing = ["null"] if type(None) in arms else []
        shapes = [self.of(kind) for kind in kinds]
        if len(shapes) == 1 and "type" in shapes[0]:
            return {**shapes[0], "type": [shapes[0]["type"], *nothing]}
        if all(kind in SCALARS for kind in kinds):
            return {"type": sorted({shape["type"] for shape in shapes}) + nothing}
        return {"anyOf": [*shapes, *({"type": name} for name in nothing)]}

    def _referred(self, name: str, definition: Shape) -> Shape:
        self.definitions.setdefault(name, definition)
        return {"$ref": f"#/$defs/{name}"}

    def _defined(self, name: str, cls: type) -> Shape | None:
        """Begin the definition of a class; `None` when it has begun before."""
        if name in self.definitions:
            return None
        described = {"title": title_of(cls), "description": class_description(cls), "type": "object"}
        self.definitions[name] = described
        return described

    def _keys(self, cls: Any) -> dict[str, Shape]:
        return {
            name: {
                "description": key_description(cls, name),
                **self.of(attribute.type),
                **default_of(attribute),
                **self._deprecated(cls, name),
            }
            for name, attribute in writable_fields(cls).items()
        }

    def _deprecated(self, cls: type, name: str) -> Shape:
        """Mark a key that is on its way out: editors strike it through, and show what to use instead."""
        entry = self.deprecations.of(self.promised, f"{cls.__name__}.{name}")
        if entry is None:
            return {}
        said = f"{key_description(cls, name)} Deprecated: it goes after {entry.until}; {entry.instead}."
        return {"description": said, "deprecated": True}


def shown_as(cls: type, key: str, shape: Shape) -> Shape:
    """Give the shape of a key with its title, and with examples where it takes a single value."""
    beside = shown(cls.__name__, key)
    takes = shape.get("type", "")
    names = set(takes if isinstance(takes, list) else [takes])
    single = bool(names & {"string", "number", "integer"}) or shape.get("$ref") == "#/$defs/Expression"
    return {**({"title": beside["title"]} if not single else beside), **shape}


def _choice(kind: type[StrEnum]) -> Shape:
    return {
        "title": title_of(kind),
        "description": class_description(kind),
        "enum": [str(member) for member in kind],
    }


def default_of(attribute: attrs.Attribute[Any]) -> Shape:
    """Give the default that an editor can show: true, false or a word."""
    value = attribute.default
    return {"default": value} if isinstance(value, bool | StrEnum) else {}


def required_keys(cls: Any) -> list[str]:
    """Give the keys that a class can't be without."""
    return [name for name, key in writable_fields(cls).items() if key.default is attrs.NOTHING]


@define
class DocumentShapes(Shapes):
    """Shapes of what people write: no unknown keys, and entries that add, amend or withdraw."""

    def _keys(self, cls: Any) -> dict[str, Shape]:
        """Give the keys with what an editor shows beside the description; examples where one value stands."""
        return {name: shown_as(cls, name, shape) for name, shape in super()._keys(cls).items()}

    def model(self, cls: type) -> Shape:
        """Give the shape of a class that is written whole."""
        if cls is Assessment:
            return PatternShapes(self.definitions).of(cls)
        shape = self._defined(cls.__name__, cls)
        if shape is not None:
            shape |= {
                "properties": self._entry_keys(cls) if issubclass(cls, Entry) else self._keys(cls),
                "required": required_keys(cls),
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def entry(self, cls: type[Entry], *, dated: bool) -> Shape:
        """Give the shape of an entry that adds, amends or withdraws; only those of a section are dated."""
        name = f"{cls.__name__}{'Entry' if dated else 'Item'}"
        shape = self._defined(name, cls)
        if shape is not None:
            own = self._entry_keys(cls)
            dates = DATES if dated else {}
            added = self._withdrawal_keys(own)
            shape |= {
                "properties": {"id": own.pop("id"), **self._verbs(cls), **own, **added, **dates},
                "additionalProperties": False,
                **self._by_verb(required_keys(cls), list(added), dated=dated),
            }
        return {"$ref": f"#/$defs/{name}"}

    def listed(self, item: Any) -> Shape:
        """Give the shape of a list; one of things with ids is changed item by item."""
        if isinstance(item, type) and issubclass(item, Entry):
            return {"type": "array", "items": self.entry(item, dated=False)}
        return super().listed(item)

    def _entry_keys(self, cls: type[Entry]) -> dict[str, Shape]:
        keys = self._keys(cls)
        keys["id"]["pattern"] = ID_PATTERN
        return keys

    def _verbs(self, cls: type[Entry]) -> dict[str, Shape]:
        title = title_of(cls)
        texts = {
            "amends": f"Instead of `id`: the id of the {title} that this changes, key by key.",
            "withdraws": f"Instead of `id`: the id of the {title} that no longer holds here.",
        }
        return {
            verb: {**shown(cls.__name__, verb), "description": text, "type": "string", "pattern": ID_PATTERN}
            for verb, text in texts.items()
        }

    def _withdrawal_keys(self, own: dict[str, Shape]) -> dict[str, Shape]:
        """Give the keys of a withdrawal that the class does not have of its own."""
        keys = {
            "reason": {**shown("", "reason"), "description": REASON, **SCALARS[str]},
            "sources": {
                "title": "sources",
                "description": "With `withdraws`: where.",
                **self.of(tuple[SourceRef, ...]),
            },
            "law": {
                "title": "law",
                "description": "With `withdraws`: the legal basis.",
                **self.of(tuple[Citation, ...]),
            },
        }
        return {name: shape for name, shape in keys.items() if name not in own}

    def _by_verb(self, required: list[str], withdrawing: list[str], *, dated: bool) -> Shape:
        """Say what each verb asks for: `if` speaks to editors more clearly than three alternatives."""
        closed = dict.fromkeys(withdrawing, False)
        amending = {"properties": {"id": False, **closed}}
        adding = {"required": required, **({"properties": closed} if closed else {})}
        return {
            "if": {"required": ["withdraws"]},
            "then": self._withdrawal(dated=dated),
            "else": {"if": {"required": ["amends"]}, "then": amending, "else": adding},
        }

    def _withdrawal(self, *, dated: bool) -> Shape:
        keys = ["withdraws", "reason", "sources", "law", *(DATES if dated else ())]
        definition = {
            "title": "withdrawal",
            "description": "Says that what a wider layer gives does not hold here, and why.",
            "propertyNames": {"enum": keys},
            "required": ["withdraws", "reason"],
        }
        return self._referred("WithdrawalEntry" if dated else "WithdrawalItem", definition)


@define
class AnswerShapes(Shapes):
    """Shapes of what laget answers: every key is there, and more keys may come."""

    promised = Promised.CONTRACT

    def model(self, cls: type) -> Shape:
        """Give the shape of a class of the answer."""
        shape = self._defined(cls.__name__, cls)
        if shape is not None:
            keys = self._keys(cls)
            shape |= {"properties": keys, "required": list(keys)}
        return {"$ref": f"#/$defs/{cls.__name__}"}


@define
class PatternShapes(Shapes):
    """Shapes of a part of an answer: no key is required, and lists may be addressed by id."""

    def model(self, cls: type) -> Shape:
        """Give the shape of a part of a class of the answer."""
        name = f"Expected{cls.__name__}"
        shape = self._defined(name, cls)
        if shape is not None:
            shape |= {"properties": self._keys(cls), "additionalProperties": False}
        return {"$ref": f"#/$defs/{name}"}

    def listed(self, item: Any) -> Shape:
        """Give the shape of a list: its items, their ids, or what is expected of those with an id."""
        shape = self.of(item)
        if not attrs.has(cast("Any", item)):
            return {"type": "array", "items": shape}
        items = {"anyOf": [{"type": "string"}, shape]}
        named = {"anyOf": [shape, {"type": "array", "items": shape}]}
        return {"type": ["array", "object"], "items": items, "additionalProperties": named}
