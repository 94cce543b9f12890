"""laget: what a municipality's rules say about help to a child, and why.

    import laget

    registry = laget.discover()
    answer = registry["lia"].assess({"on": "2026-03-01", "facts": {"fodselsdato": "2015-02-20"}})

Names are imported when they are first used, so that `import laget` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from laget.errors import (
        FindingsError,
        InvalidCaseError,
        InvalidDocumentsError,
        LagetError,
        NoLongerValidError,
        NoMoveError,
        NoPluginError,
        NotYetValidError,
        PluginError,
        UnknownMunicipalityError,
    )
    from laget.findings import Finding, Place, Severity
    from laget.hookspecs import DocumentText, LayerDeclaration, hookimpl
    from laget.model.answers import Assessment
    from laget.model.handbook import Handbook
    from laget.model.moves import Move
    from laget.moving import move
    from laget.municipality import Municipality
    from laget.plugins import FolderPlugin
    from laget.registry import Registry, discover

_HOMES = {
    "Assessment": "laget.model.answers",
    "DocumentText": "laget.hookspecs",
    "Finding": "laget.findings",
    "FindingsError": "laget.errors",
    "FolderPlugin": "laget.plugins",
    "Handbook": "laget.model.handbook",
    "InvalidCaseError": "laget.errors",
    "InvalidDocumentsError": "laget.errors",
    "LagetError": "laget.errors",
    "LayerDeclaration": "laget.hookspecs",
    "Move": "laget.model.moves",
    "Municipality": "laget.municipality",
    "NoLongerValidError": "laget.errors",
    "NoMoveError": "laget.errors",
    "NoPluginError": "laget.errors",
    "NotYetValidError": "laget.errors",
    "Place": "laget.findings",
    "PluginError": "laget.errors",
    "Registry": "laget.registry",
    "Severity": "laget.findings",
    "UnknownMunicipalityError": "laget.errors",
    "discover": "laget.registry",
    "hookimpl": "laget.hookspecs",
    "move": "laget.moving",
}
"""Where each public name lives."""

__all__ = [
    "Assessment",
    "DocumentText",
    "Finding",
    "FindingsError",
    "FolderPlugin",
    "Handbook",
    "InvalidCaseError",
    "InvalidDocumentsError",
    "LagetError",
    "LayerDeclaration",
    "Move",
    "Municipality",
    "NoLongerValidError",
    "NoMoveError",
    "NoPluginError",
    "NotYetValidError",
    "Place",
    "PluginError",
    "Registry",
    "Severity",
    "UnknownMunicipalityError",
    "discover",
    "hookimpl",
    "move",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module «laget» has no name «{name}»")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted(__all__)
