"""Linting: everything that is wrong with layers, without what their plugins ignore with a reason.

Reads a registry; gives a `Report`. `baseline` compares it with what was found before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from attrs import frozen

from laget.errors import LagetError
from laget.findings import Finding, Severity, in_order
from laget.linting.ignores import Ignored, read_ignores
from laget.plugins import Provider
from laget.registry import Registry

Own = Callable[[Registry, str, date | None], Sequence[Finding]]
"""Gives the findings of one layer, on one date or on all."""


@frozen(kw_only=True)
class Report:
    """What was found when some layers were checked."""

    findings: tuple[Finding, ...]
    """What nothing ignores, in order."""
    ignored: tuple[Ignored, ...] = ()
    """What a plugin ignores, with its reasons."""
    complete: bool = False
    """Whether every layer was checked, for every date."""


def own_findings(registry: Registry, id_: str, on: date | None) -> tuple[Finding, ...]:
    """Check one layer, on one date or on all."""
    if on is None:
        return registry[id_].check()
    return (*registry.loaded(id_).findings, *registry[id_].built(on).findings)


def lint(registry: Registry, ids: Sequence[str], on: date | None = None, own: Own = own_findings) -> Report:
    """Check layers, on one date or on all, and take out what their plugins ignore.

    `own` checks one layer; another one may check more.
    """
    found = in_order(finding for id_ in ids for finding in _findings(registry, id_, ids, on, own))
    more: list[Finding] = []
    ignored: list[Ignored] = []
    for provider in dict.fromkeys(provider for id_ in ids for provider in registry.providers(id_)):
        ignores = read_ignores(provider.ignores())
        taken = ignores.taken(found)
        ignored += taken
        more += ignores.findings
        if on is None and _layers(registry, provider) <= {*ids}:
            more += ignores.unused(found)
    gone = {each.finding for each in ignored}
    left = [finding for finding in found if finding not in gone]
    complete = on is None and {*registry} == {*ids}
    return Report(findings=in_order([*left, *more]), ignored=tuple(ignored), complete=complete)


def _layers(registry: Registry, provider: Provider) -> set[str]:
    """Give the layers that a plugin takes part in."""
    return {id_ for id_ in registry if provider in registry.providers(id_)}


def _findings(registry: Registry, id_: str, named: Iterable[str], on: date | None, own: Own) -> list[Finding]:
    """Give the findings of a layer; those of a layer it extends only when that is named, or for errors."""
    wider = [name for name in _extended(registry, id_) if name not in named]
    others = {found for name in wider for found in own(registry, name, on)}
    errors = [found for found in others if found.severity is Severity.ERROR]
    return [*errors, *(found for found in own(registry, id_, on) if found not in others)]


def _extended(registry: Registry, id_: str) -> list[str]:
    try:
        return [loaded.layer.id for loaded in registry.chain(id_)][:-1]
    except LagetError:
        return []


__all__ = ["Ignored", "Own", "Report", "lint", "own_findings"]
