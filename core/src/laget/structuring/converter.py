"""Placed tree → model: one strict cattrs converter, which never turns one type into another.

Each hook reads a `Node` and gives an object, or raises `MisfitError` with everything that is
wrong below it: all problems of an entry come out at once, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter

from laget.criteria import ExpressionError, parse
from laget.documents.identity import quoted
from laget.documents.places import place_of_character
from laget.documents.tree import Node
from laget.findings import Finding, did_you_mean
from laget.model.expressions import Formula
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry, Origin
from laget.structuring.misfits import MisfitError, misfit

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

T = TypeVar("T")
Hook = Callable[[Node, Any], Any]


def structured(node: Node, cls: type[T]) -> T:
    """Read a placed tree as an instance of a class; raises `MisfitError`."""
    return _converter().structure(node, cls)


@cache
def _converter() -> Converter:
    converter = Converter()
    hooks: dict[Any, Hook] = {
        str: _text,
        bool: _truth,
        int: _whole,
        Decimal: _number,
        date: _date,
        Formula: _formula,
        StrEnum: _member,
    }
    for kind, hook in hooks.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_union, partial(_union_hook, converter))
    converter.register_structure_hook_factory(_is_tuple, partial(_tuple_hook, converter))
    converter.register_structure_hook_factory(_is_mapping, partial(_mapping_hook, converter))
    converter.register_structure_hook_factory(_is_model, partial(_model_hook, converter))
    return converter


def _text(node: Node, _: object) -> str:
    if isinstance(node.value, str):
        return node.value
    hint = f'write it in quotes: "{node.raw}"' if _is_scalar(node) and node.value is not None else None
    raise misfit(node, "text", hint or "write a text after the colon")


def _truth(node: Node, _: object) -> bool:
    if isinstance(node.value, bool):
        return node.value
    raise misfit(node, "true or false", "write true or false, without quotes")


def _whole(node: Node, _: object) -> int:
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    raise misfit(node, "a whole number", "write digits only, without quotes")


def _number(node: Node, _: object) -> Decimal:
    if isinstance(node.value, int | Decimal) and not isinstance(node.value, bool):
        return Decimal(node.value)
    raise misfit(node, "a number", "write digits, with a point for decimals, without quotes")


def _date(node: Node, _: object) -> date:
    day = as_date(node.value)
    if day is not None:
        return day
    raise misfit(node, "a date", "write it like 2026-03-01, without quotes")


def as_date(value: object) -> date | None:
    """Give the day that a value means; JSON, which has no dates, writes them as text."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _formula(node: Node, _: object) -> Formula:
    if isinstance(node.value, bool):
        return Formula("true" if node.value else "false", parse("true" if node.value else "false"))
    text = _text(node, str)
    locate = partial(place_of_character, node)
    try:
        return Formula(text, parse(text), locate)
    except ExpressionError as error:
        raise MisfitError([expression_finding(error, locate)]) from None


def expression_finding(
    error: ExpressionError, locate: Callable[[int], Any], path: tuple[str, ...] = ()
) -> Finding:
    """Turn an error in an expression into a finding at its place in the file."""
    excerpt = "\n".join(
        line[2:] for line in str(error).splitlines() if line.startswith("  ") and "hint:" not in line
    )
    place = attrs.evolve(locate(error.start), path=path)
    return Finding("expression", error.message, place, hint=error.hint, excerpt=excerpt or None)


def _member(node: Node, kind: type[StrEnum]) -> StrEnum:
    members = [str(member) for member in kind]
    if not isinstance(node.value, str):
        raise misfit(node, f"one of {', '.join(members)}")
    if node.value in members:
        return kind(node.value)
    message = f"{quoted(node.value)} is not one of {', '.join(members)}"
    hint = did_you_mean(node.value, members) or f"write one of {', '.join(members)}"
    raise MisfitError([Finding("unknown-value", message, node.place(), hint=hint)])


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _union_hook(converter: Converter, kind: Any) -> Hook:
    """Read optional values, any scalar where the union is of scalars, and else a list or a single value."""
    arms = [arm for arm in get_args(kind) if arm is not type(None)]
    optional = len(arms) < len(get_args(kind))
    if len(arms) > 1 and all(arm in (bool, int, Decimal, str, date) for arm in arms):
        read: Hook = _scalar
    else:
        read = _by_shape(converter, arms)
    return lambda node, _: None if optional and node.value is None else read(node, _)


def _by_shape(converter: Converter, arms: list[Any]) -> Hook:
    listed = next((arm for arm in arms if _is_tuple(arm)), None)
    single = next((arm for arm in arms if not _is_tuple(arm)), listed)
    read_list = converter.get_structure_hook(listed or single)
    read_single = converter.get_structure_hook(single)
    return lambda node, _: (
        read_list(node, listed or single) if isinstance(node.value, tuple) else read_single(node, single)
    )


def _scalar(node: Node, _: object) -> object:
    if _is_scalar(node) and node.value is not None:
        return node.value
    raise misfit(node, "a single value", "write true, false, a number, a date or a text")


def _is_scalar(node: Node) -> bool:
    return not isinstance(node.value, dict | tuple)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(converter: Converter, kind: Any) -> Hook:
    item = get_args(kind)[0]
    read_item = converter.get_structure_hook(item)

    def read(node: Node, _: object) -> tuple[Any, ...]:
        if not isinstance(node.value, tuple):
            raise misfit(node, "a list", "write each item on a line of its own after «- », or in [ ]")
        return tuple(
            _all(((_name_of(child, index), child) for index, child in enumerate(node.value)), read_item, item)
        )

    return read


def _name_of(node: Node, index: int) -> str:
    """Give the id of a list item where it has one, else its position."""
    own = node.value.get("id") if isinstance(node.value, dict) else None
    return own.value if own is not None and isinstance(own.value, str) else str(index)


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is FrozenMapping


def _mapping_hook(converter: Converter, kind: Any) -> Hook:
    item = get_args(kind)[0]
    read_item = converter.get_structure_hook(item)

    def read(node: Node, _: object) -> FrozenMapping[Any]:
        if not isinstance(node.value, dict):
            raise misfit(node, "a mapping", "write «key: value», a line each")
        return FrozenMapping(dict(zip(node.value, _all(node.value.items(), read_item, item), strict=True)))

    return read


def _all(children: Iterable[tuple[str, Node]], read: Hook, kind: Any) -> list[Any]:
    """Read every child, and raise once with what is wrong with any of them."""
    values: list[Any] = []
    findings: list[Finding] = []
    for key, child in children:
        try:
            values.append(read(child, kind))
        except MisfitError as error:
            findings += error.under(key)
    if findings:
        raise MisfitError(findings)
    return values


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def _model_hook(converter: Converter, cls: Any) -> Hook:
    fields = writable_fields(cls)
    hooks = {name: converter.get_structure_hook(field.type) for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.default is attrs.NOTHING]
    is_entry = issubclass(cls, Entry)

    def read(node: Node, _: object) -> Any:
        if not isinstance(node.value, dict):
            raise misfit(node, "a mapping", f"write the keys {', '.join(required) or ', '.join(fields)}")
        values, findings = {}, _key_findings(node, fields, required)
        for name, child in node.value.items():
            try:
                values[name] = hooks[name](child, fields[name].type) if name in fields else None
            except MisfitError as error:
                findings += error.under(name)
        if findings:
            raise MisfitError(findings)
        return cls(**values, **_origins(node)) if is_entry else cls(**values)

    return read


def writable_fields(cls: Any) -> dict[str, attrs.Attribute[Any]]:
    """Give the fields of a model class that a document may write, by key."""
    attrs.resolve_types(cls)
    return {field.name: field for field in attrs.fields(cls) if not field.metadata.get("internal")}


def _key_findings(node: Node, fields: dict[str, Any], required: list[str]) -> list[Finding]:
    written = cast("dict[str, Node]", node.value)
    findings = [
        Finding(
            "unknown-key",
            f"there is no key «{name}» here",
            child.key_place((name,)),
            hint=did_you_mean(name, fields) or f"the keys here are {', '.join(fields)}",
        )
        for name, child in written.items()
        if name not in fields
    ]
    findings += [
        Finding("missing-key", f"the key «{name}» is missing", node.place(), hint=f"add «{name}:»")
        for name in required
        if name not in written
    ]
    return findings


def _origins(node: Node) -> dict[str, Any]:
    children = cast("dict[str, Node]", node.value)
    origins = FrozenMapping({name: origin_of(child) for name, child in children.items()})
    return {"origin": origin_of(node), "origins": origins}


def origin_of(node: Node) -> Origin:
    """Give the origin of a value: its layer, file and line."""
    return Origin(node.source.layer, node.source.name, node.line)
