"""Promises: every name that others rely on, kept in a file, so that none goes without its year of warning.

Reads the hooks, the model and the sources; gives the names by kind. A key that may be left out has a `?`
behind it: making it required would break documents as surely as taking it away.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from laget import hookspecs
from laget.deprecations import Deprecations, Promised
from laget.explanations import codes
from laget.model.answers import Assessment, RotaAnswer
from laget.model.calendars import Calendar
from laget.model.case import Case
from laget.model.differences import Comparison
from laget.model.expressions import Formula
from laget.model.moves import Move
from laget.model.sections import KINDS, SECTIONS
from laget.model.timelines import Timeline
from laget.structuring.converter import writable_fields
from laget.structuring.deprecated import classes_in

PROMISES: Final = Path("docs/reference/promises.json")
"""The file of what is promised, from the top of the repository."""

NOTICE: Final = timedelta(days=365)
"""How long something works, with a warning, before it goes."""

Names = Mapping[Promised, frozenset[str]]
"""Names by kind."""


@cache
def current() -> Names:
    """Give every name that there is now."""
    return {
        Promised.HOOK: frozenset(_hooks()),
        Promised.DOCUMENT: frozenset([*_sections(), *_members((*SECTIONS.values(), Case))]),
        Promised.CONTRACT: frozenset(
            _members((Assessment, RotaAnswer, Comparison, Move, Calendar, Timeline))
        ),
        Promised.CODE: frozenset(codes()),
    }


def _hooks() -> Iterator[str]:
    for name, hook in vars(hookspecs).items():
        if name.startswith("laget_"):
            yield name
            yield from (f"{name}.{argument}" for argument in inspect.signature(hook).parameters)


def _sections() -> Iterator[str]:
    for kind, sections in KINDS.items():
        yield kind
        yield from (f"{kind}.{section}" for section in sections)


def _members(roots: Iterable[type]) -> Iterator[str]:
    """Give the keys of classes, of all they are made of, and the words that keys can have."""
    found: set[type] = set()
    waiting = [*roots]
    while waiting:
        cls = waiting.pop()
        if cls in found or cls is Formula:
            continue
        found.add(cls)
        if issubclass(cls, StrEnum):
            yield from (f"{cls.__name__}.{word}" for word in cls)
            continue
        for key, attribute in writable_fields(cls).items():
            yield f"{cls.__name__}.{key}{'' if attribute.default is attrs.NOTHING else '?'}"
            waiting += classes_in(attribute.type)


def broken(promised: Names, now: Names, table: Deprecations, on: date) -> list[str]:
    """Say for each promise that is not kept what to do."""
    return [
        f"«{name}» ({kind.value}) is gone, and was promised: bring it back, and add an entry to "
        f"laget/deprecations.py; it may go a year later"
        for kind in Promised
        for name in sorted(promised[kind])
        if not _is_kept(name, now[kind]) and not _may_go(kind, name, table, on)
    ]


def _is_kept(name: str, now: frozenset[str]) -> bool:
    """Tell whether a name is there; a key that had to be written may be left out from now on."""
    return name in now or f"{name}?" in now


def _may_go(kind: Promised, name: str, table: Deprecations, on: date) -> bool:
    entry = table.of(kind, name.removesuffix("?"))
    return entry is not None and entry.until < on


def unpromised(promised: Names, now: Names) -> list[str]:
    """Give names that are there, and not in the file."""
    return [f"{kind.value}: {name}" for kind in Promised for name in sorted(now[kind] - promised[kind])]


def hasty(table: Deprecations, promised: Names, on: date) -> list[str]:
    """Say what is wrong with the entries of a table: too short a warning, or about nothing promised."""
    found: list[str] = []
    for entry in table.all():
        notice = entry.until - entry.since
        if notice < NOTICE:
            found.append(f"{entry.title}: {notice.days} days of warning; {NOTICE.days} are promised")
        names = {name.removesuffix("?") for name in promised[entry.kind]}
        if entry.until >= on and entry.name not in names:
            found.append(f"{entry.title}: no such name is promised")
    return found


def kept(promised: Names, now: Names, table: Deprecations, on: date) -> Names:
    """Give what is promised from now on: nothing leaves before its time, and what is new comes in."""
    return {
        kind: now[kind]
        | {
            name
            for name in promised[kind]
            if not _is_kept(name, now[kind]) and not _may_go(kind, name, table, on)
        }
        for kind in Promised
    }


def read(root: Path) -> Names:
    """Read the file of what is promised; nothing is, without one."""
    path = root / PROMISES
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {kind: frozenset(found.get(kind.value, ())) for kind in Promised}


def promises_text(names: Names) -> str:
    """Write what is promised, a name a line."""
    listed = {kind.value: sorted(names[kind]) for kind in Promised}
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
