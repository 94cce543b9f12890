"""The past: installed layers as they were at a git commit of the repository that a municipality lies in.

Only plugins whose folder lies in that repository go back; all others are as they are now.
"""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen

from laget.commits import Commit, commit_of
from laget.comparison.past import changed_entries, is_identical
from laget.errors import NoPastError
from laget.model.differences import Comparison
from laget.model.handbook import Handbook
from laget.model.past import Past, PastLayer
from laget.plugins import FolderPlugin, Provider
from laget.registry import Registry

FOLDER = "layers"
"""The folder of a plugin that its layers lie in."""


@frozen
class History:
    """All layers as they were and as they are."""

    commit: Commit
    then: Registry
    now: Registry

    def told(self, found: Comparison, then: Handbook, now: Handbook) -> Comparison:
        """Say in a comparison of the two what its first side was read from, and what else is written anew."""
        layers = {used.layer.id: used.layer.name for used in (*now.layers, *then.layers)}
        past = Past(
            ref=self.commit.ref,
            commit=self.commit.name,
            committed=self.commit.committed,
            layers=tuple(
                PastLayer(id=layer, name=name, then=self._goes_back(layer)) for layer, name in layers.items()
            ),
            identical=is_identical(then, now),
            entries=tuple(changed_entries(found, then, now)),
        )
        return evolve(found, past=past)

    def _goes_back(self, layer: str) -> bool:
        folders = [_folder(provider, layer) for provider in self.now.providers(layer)]
        return any(self.commit.has(folder) for folder in folders if folder is not None)


def history_of(registry: Registry, layer: str, ref: str) -> History:
    """Find what a layer and those around it were at a git ref; raises `NoPastError` when that is nothing."""
    folder = _folder_of(registry, layer)
    commit = commit_of(folder, ref)
    if not commit.has(folder):
        hint = "ask about a later commit; where the plugin is installed from a wheel, use --plugin DIR"
        raise NoPastError(ref, f"the commit has nothing in {folder}", hint)
    then = registry.altered(lambda provider: _then(provider, commit))
    if not any(layer in provider.layers() for provider in then.providers(layer)):
        raise NoPastError(ref, f"the plugin did not have «{layer}» yet", "ask about a later commit")
    return History(commit, then, registry)


def plugin_in(folder: Path) -> FolderPlugin:
    """Give the plugin in a folder: its package, or its distribution; raises `NoPastError`."""
    found = [place for place in (folder, *sorted(folder.glob("src/*"))) if (place / FOLDER).is_dir()]
    if len(found) != 1:
        cause = f"{folder} holds {'more than one' if found else 'no'} plugin"
        raise NoPastError(None, cause, f"name the folder that has the folder «{FOLDER}»")
    return FolderPlugin(found[0].resolve())


def _folder_of(registry: Registry, layer: str) -> Path:
    folders = (_folder(provider, layer) for provider in registry.providers(layer))
    folder = next((found for found in folders if found is not None), None)
    if folder is None:
        hint = "only a plugin that is a folder of documents has a past; name its folder with --plugin DIR"
        raise NoPastError(None, f"the plugin of «{layer}» is not read from a folder on disk", hint)
    return folder


def _folder(provider: Provider, asked: str) -> Path | None:
    plugin = provider.plugin(asked)
    return plugin.folder() if isinstance(plugin, FolderPlugin) else None


def _then(provider: Provider, commit: Commit) -> Provider:
    """Give a plugin as it was; as it is, when the commit does not have it."""
    folder = _folder(provider, "?")
    if folder is None or not commit.has(folder):
        return provider
    plugin = FolderPlugin(commit.folder(folder), name=f"{commit.ref}:{folder.name}")
    return evolve(provider, version=commit.name, load=lambda: plugin)
