"""Watching: checks again whenever a document changes, and tells what is new and what is mended.

Asks the file system again and again, which works everywhere; waiting is passed in, so that nothing
here knows of time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from laget.errors import LagetError
from laget.findings import Finding
from laget.linting.baseline import Known
from laget.registry import Registry

SUFFIXES = (".yaml", ".yml", ".json")
"""The files that documents and forms are."""

Stamps = Mapping[Path, tuple[int, int]]
"""When each file was changed last, in nanoseconds, and its size in bytes."""


@frozen(kw_only=True)
class Round:
    """One check of a series."""

    findings: tuple[Finding, ...]
    new: tuple[Finding, ...] = ()
    """What the check before did not find; nothing in the first round."""
    mended: tuple[Finding, ...] = ()
    """What only the check before found."""
    changed: tuple[Path, ...] = ()
    """The files that changed since the check before."""


def watch(
    check: Callable[[], Sequence[Finding]], stamps: Callable[[], Stamps], wait: Callable[[], None]
) -> Iterator[Round]:
    """Check at once, and after each change; goes on until `wait` raises."""
    seen = stamps()
    found = tuple(check())
    yield Round(findings=found)
    while True:
        wait()
        now = stamps()
        if now == seen:
            continue
        changed = sorted(path for path in {*seen, *now} if seen.get(path) != now.get(path))
        seen, before, found = now, found, tuple(check())
        yield Round(
            findings=found,
            new=_without(found, before),
            mended=_without(before, found),
            changed=tuple(changed),
        )


def _without(findings: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings that are not among others, wherever their lines have moved to."""
    left = Counter(Known.of(finding) for finding in others)
    kept = []
    for finding in findings:
        key = Known.of(finding)
        if left[key] == 0:
            kept.append(finding)
        left[key] -= left[key] > 0
    return tuple(kept)


def stamps_of(folders: Sequence[Path]) -> Stamps:
    """Give the stamp of every document in some folders, at any depth."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES:
                try:
                    status = path.stat()
                except OSError:  # it went away while we looked
                    continue
                found[path] = (status.st_mtime_ns, status.st_size)
    return found


def folders_of(registry: Registry, ids: Sequence[str]) -> tuple[Path, ...]:
    """Give the folders that layers, and those that they build on, are read from."""
    layers = dict.fromkeys(name for id_ in ids for name in (*_chain(registry, id_), id_))
    folders = (provider.folder() for name in layers for provider in registry.providers(name))
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))


def _chain(registry: Registry, id_: str) -> list[str]:
    """Give the layers of a chain; all layers when it is broken, since mending any may mend it."""
    try:
        return [loaded.layer.id for loaded in registry.chain(id_)]
    except LagetError:
        return list(registry)
