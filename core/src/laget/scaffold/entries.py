"""Entry points: lines added to a `pyproject.toml` that somebody else may have written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from laget.scaffold.refusals import CannotFoundError

LAYERS = "laget"
NUMBERS = "laget.numbers"


def with_entries(text: str, groups: Mapping[str, Mapping[str, str]]) -> str:
    """Give the text with the entry points that it lacks; every line that it has stays.

    Raises `CannotFoundError` when they can't be added for certain, with the lines to add by hand.
    """
    known = _entry_points(text)
    missing = {group: _missing(wanted, known.get(group, {})) for group, wanted in groups.items()}
    added = text
    for group, entries in missing.items():
        if entries:
            added = _with_group(added, group, [f'{name} = "{value}"' for name, value in entries.items()])
    expected = {**known, **{group: {**known.get(group, {}), **new} for group, new in missing.items() if new}}
    if _entry_points(added) != expected:
        lines = [f'{name} = "{value}"' for new in missing.values() for name, value in new.items()]
        raise CannotFoundError(
            "the entry points of pyproject.toml can't be added to",
            f"add these by hand below «laget» and «laget.numbers»: {', '.join(lines)}",
        )
    return added


def _missing(wanted: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in wanted.items() if name not in known}


def _entry_points(text: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = tomllib.loads(text).get("project", {}).get("entry-points", {})
    except ValueError:
        return {}
    return found


def _with_group(text: str, group: str, entries: list[str]) -> str:
    """Put entries after the last one of their table, or in a new table at the end."""
    name = re.escape(group)
    names = rf"(?:\"{name}\"|'{name}'" + (")" if "." in group else rf"|{name})")
    header = re.compile(rf"\s*\[\s*project\s*\.\s*entry-points\s*\.\s*{names}\s*\]\s*(?:#.*)?")
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if header.fullmatch(line)]
    if not starts:
        table = f'"{group}"' if "." in group else group
        return "\n".join([text.rstrip("\n"), "", f"[project.entry-points.{table}]", *entries]) + "\n"
    at = starts[0] + 1
    for number in range(at, len(lines)):
        if lines[number].lstrip().startswith("["):
            break
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            at = number + 1
    return "\n".join([*lines[:at], *entries, *lines[at:]]) + "\n"
