"""The reference: every kind of document and every key, as a page of tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, get_args, get_origin

import attrs

from laget.layering.patches import lists_of_entries
from laget.linting.ignores import Ignore, IgnoreFile
from laget.model.answers import Assessment, RotaAnswer
from laget.model.case import Case
from laget.model.differences import Comparison
from laget.model.expressions import Formula
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.moves import Move
from laget.model.origins import Entry
from laget.model.sections import KINDS, SECTIONS
from laget.model.timelines import Timeline
from laget.schema.case_files import CaseFile
from laget.schema.descriptions import class_description, key_description, title_of
from laget.schema.files import PURPOSES
from laget.schema.shapes import default_of, is_union, required_keys
from laget.structuring.converter import writable_fields

INTRODUCTION: Final = """\
# Documents: every kind and every key

Made by `python -m laget.schema` from the classes in `laget.model`; a change there is a change here.

A document is a mapping that begins with `kind`. Each of its sections is a list of entries (`layer` alone
is one mapping), and each entry says exactly one of these:

| key | the entry | needs | may have |
| --- | --- | --- | --- |
| `id` | adds something new | every key marked *yes* below | every key below, `from`, `to` |
| `amends` | changes what a wider layer said, key by key | nothing else | every key below, `from`, `to` |
| `withdraws` | says that it does not hold here | `reason` | `sources`, `law`, `from`, `to` |

`from` and `to` are the first and the last day, both included. Lists of things *by id* inside an entry
are changed the same way, item by item, without dates; any other value is replaced whole. Ids are plain
lower-case letters, digits and `_`.

A key that is not required may be left out. Where it has no default and holds no list, `null` means the
same, and is how an amendment takes away what a wider layer said.

An editor that knows JSON Schema explains and completes every key. The schemas lie in `schemas/` of the
repository, and in the folder `laget/schemas` where the package is installed. With the YAML language
server, the first line of a document names its schema, as a path from the document:

```yaml
# yaml-language-server: $schema=schemas/services.schema.json
kind: services
```
"""

ANSWERS: Final = (Assessment.__module__, Comparison.__module__, Move.__module__, Timeline.__module__)
"""The modules whose classes only answers have."""

WORDS: Final[dict[Any, str]] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    Decimal: "number",
    date: "date",
    datetime: "time like 2027-05-17T12:00",
    Formula: "expression",
}
"""What types of single values are called."""


def reference() -> str:
    """Give the page."""
    blocks = [INTRODUCTION, _kinds_table(), *_kinds(), *_ignore_blocks(), *_case_blocks(), *_answer_blocks()]
    return "\n".join(block.rstrip("\n") + "\n" for block in blocks)


def _kinds_table() -> str:
    rows = [
        [
            f"[`{kind}`](#kind-{kind})",
            ", ".join(f"[`{name}`](#section-{name})" for name in names),
            _schema(kind),
        ]
        for kind, names in KINDS.items()
    ]
    rows.append(["[`cases`](#kind-cases)", "`municipality`, `cases`", _schema("cases")])
    rows.append(["[`ignores`](#kind-ignores)", "`ignores`", _schema("ignores")])
    return "## Kinds\n\n" + _table(["kind", "sections", "schema"], rows)


def _schema(name: str) -> str:
    return f"`{name}.schema.json`"


def _kinds() -> Iterator[str]:
    """Give each kind with its sections; a section that two kinds share is described once."""
    described: list[str] = []
    for kind, names in KINDS.items():
        yield f"## Kind `{kind}`\n\n{PURPOSES[kind]}\n"
        for name in names:
            if name in described:
                yield f"It also has the section [`{name}`](#section-{name}).\n"
            else:
                yield f"### Section `{name}`\n\n{_described(SECTIONS[name])}"
        described += names
    yield from _parts("Parts of documents", [SECTIONS[name] for name in described])


def _ignore_blocks() -> Iterator[str]:
    yield f"## Kind `ignores`\n\n{PURPOSES['ignores']}\n\n{_key_table(IgnoreFile)}"
    yield f"### {_heading(Ignore, answered=False)}\n\n{_described(Ignore)}"


def _case_blocks() -> Iterator[str]:
    yield f"## Kind `cases`\n\n{PURPOSES['cases']}\n\n{_key_table(CaseFile)}"
    yield f"## Case file\n\n{PURPOSES['case']}\n\n{_key_table(Case)}"
    yield from _parts("Parts of cases", [CaseFile, Case], without=[Case, *_parts_of(Assessment), Assessment])


def _answer_blocks() -> Iterator[str]:
    yield f"## Answer\n\n{PURPOSES['assessment']}\n\n{_key_table(Assessment, answered=True)}"
    yield f"## Answer about an hour\n\n{PURPOSES['rota']}\n\n{_key_table(RotaAnswer, answered=True)}"
    yield f"## Comparison\n\n{PURPOSES['comparison']}\n\n{_key_table(Comparison, answered=True)}"
    yield f"## Timeline\n\n{PURPOSES['timeline']}\n\n{_key_table(Timeline, answered=True)}"
    yield f"## Move\n\n{PURPOSES['move']}\n\n{_key_table(Move, answered=True)}"
    answers = [Assessment, RotaAnswer, Comparison, Move, Timeline]
    yield from _parts("Parts of the answers", answers, answered=True)


def _parts(
    heading: str, classes: Iterable[type], without: Iterable[type] = (), *, answered: bool = False
) -> Iterator[str]:
    """Describe every class that some classes are made of, by name."""
    classes = list(classes)
    parts = {part for cls in classes for part in _parts_of(cls)} - {*classes, *without}
    yield f"## {heading}\n"
    for part in sorted(parts, key=title_of):
        yield f"### {_heading(part, answered=answered)}\n\n{_described(part, answered=answered)}"


def _heading(cls: type, *, answered: bool) -> str:
    """Give the heading of a part; what documents have too is headed twice, since the answer has every key."""
    shared = answered and cls.__module__ not in ANSWERS
    return f"{title_of(cls).capitalize()}{' in the answer' if shared else ''}"


def _parts_of(cls: type) -> set[type]:
    """Give every class of the model inside a class, at any depth."""
    found: set[type] = set()
    waiting = [cls]
    while waiting:
        inside = {kind for key in writable_fields(waiting.pop()).values() for kind in _models(key.type)}
        waiting += inside - found
        found |= inside
    return found


def _models(kind: Any) -> set[type]:
    """Give the classes of the model that a type names."""
    if kind is not Formula and attrs.has(kind):
        return {kind}
    return {model for argument in get_args(kind) for model in _models(argument)}


def _described(cls: type, *, answered: bool = False) -> str:
    return f"{class_description(cls)}\n\n{_key_table(cls, answered=answered)}"


def _key_table(cls: type, *, answered: bool = False) -> str:
    """Give the keys of a class; the answer has every key, so it needs no column for that."""
    columns = ["key", "type", "meaning"] if answered else ["key", "required", "type", "meaning"]
    required = required_keys(cls)
    by_id = lists_of_entries(cls) if issubclass(cls, Entry) else {}
    rows = []
    for name, attribute in writable_fields(cls).items():
        words = _words(attribute.type, answered=answered) + (", by id" if name in by_id else "")
        need = [] if answered else ["yes" if name in required else "no"]
        rows.append([f"`{name}`", *need, words + _default_words(attribute), key_description(cls, name)])
    return _table(columns, rows)


def _default_words(attribute: attrs.Attribute[Any]) -> str:
    shown = default_of(attribute)
    return f"; `{json.dumps(shown['default']).strip(chr(34))}` if left out" if shown else ""


def _words(kind: Any, *, answered: bool = False) -> str:
    """Say a type in words."""
    if kind in WORDS:
        return WORDS[kind]
    if is_union(kind):
        return _union_words(get_args(kind), answered=answered)
    if get_origin(kind) is not None:
        collection = "mapping from text to" if get_origin(kind) is FrozenMapping else "list of"
        return f"{collection} {_words(get_args(kind)[0], answered=answered)}"
    if issubclass(kind, StrEnum):
        return "one of " + ", ".join(f"`{member}`" for member in kind)
    return _link(kind, answered=answered)


def _link(cls: type, *, answered: bool) -> str:
    """Name a class of the model, with a link to where it is described."""
    own = {Case: "[case](#case-file)", Assessment: "part of an [answer](#answer)"}
    anchor = _heading(cls, answered=answered).lower().replace(" ", "-")
    return own.get(cls, f"[{title_of(cls)}](#{anchor})")


def _union_words(arms: tuple[Any, ...], *, answered: bool) -> str:
    kinds = [arm for arm in arms if arm is not type(None)]
    if set(kinds) == set(get_args(FactValue)):
        words = "single value"
    else:
        words = " or ".join(_words(kind, answered=answered) for kind in kinds)
    return f"{words} or `null`" if answered and type(None) in arms else words


def _table(columns: list[str], rows: list[list[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)
