"""Plugins: which layers they have, what they say, and what happens when one of them is broken.

A plugin answers the hooks of `laget.hookspecs`. `FolderPlugin` answers them from a folder of
documents. `Provider` is a plugin together with the distribution it came from; each provider
is asked by itself, so that everything it says is known to come from it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

import pluggy
from attrs import define, field, frozen

from laget import hookspecs
from laget.documents.python_reader import from_python
from laget.documents.tree import Reading, SourceFile
from laget.documents.yaml_reader import read_yaml
from laget.errors import PluginError
from laget.findings import Finding
from laget.hookspecs import Contribution, DocumentText, LayerDeclaration, hookimpl
from laget.model.sections import HOOK_KINDS
from laget.structuring.contents import Operation, contents_of

IGNORES = "ignore.yaml"
"""The file of a plugin that says which findings it knows of, and why they stay."""

_KIND = re.compile(r"^kind:[ ]*[\"']?(\w+)", re.MULTILINE)


class FolderPlugin:
    """A plugin that answers every hook from a folder of YAML documents.

    The folder has one folder for each layer, named by the layer's id; the documents may lie in
    folders of their own inside it. A municipality is normally three lines of Python:

        from laget import FolderPlugin

        plugin = FolderPlugin(__name__)
    """

    def __init__(self, package: str | Path, folder: str = "layers") -> None:
        """Read from a folder of an installed package, or from one inside any folder on disk."""
        self._package = package
        self._folder = folder
        self._documents = cache(self._read)

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare a layer for each folder."""
        names = sorted(
            entry.name for entry in self._root().iterdir() if entry.is_dir() and entry.name[0] not in "._"
        )
        return [LayerDeclaration(name, self._of_hook(name, "laget_layers")) for name in names]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[DocumentText]:
        """Give the layer's documents of the kind `services`."""
        return self._of_hook(layer, "laget_service_catalogue")

    @hookimpl
    def laget_coordination(self, layer: str) -> list[DocumentText]:
        """Give the layer's documents of the kind `coordination`."""
        return self._of_hook(layer, "laget_coordination")

    @hookimpl
    def laget_routing(self, layer: str) -> list[DocumentText]:
        """Give the layer's documents of the kind `routing`."""
        return self._of_hook(layer, "laget_routing")

    @hookimpl
    def laget_reporting(self, layer: str) -> list[DocumentText]:
        """Give the layer's documents of the kind `reporting`."""
        return self._of_hook(layer, "laget_reporting")

    def cases(self) -> list[DocumentText]:
        """Give the cases that the plugin ships, in a folder `cases` beside its layers."""
        folder = self._top().joinpath("cases")
        if not folder.is_dir():
            return []
        return [DocumentText(name, data) for name, data in _yaml_files(folder, f"{self._name()}/cases")]

    def form_file(self, name: str) -> bytes | None:
        """Give a file of the plugin's folder `forms`, beside its layers; `None` when it is not there."""
        found = self._top().joinpath("forms", name)
        return found.read_bytes() if "/" not in name and found.is_file() else None

    def ignores(self) -> DocumentText | None:
        """Give the plugin's file `ignore.yaml`, beside its layers; `None` when it has none."""
        found = self._top().joinpath(IGNORES)
        return DocumentText(f"{self._name()}/{IGNORES}", found.read_bytes()) if found.is_file() else None

    def folder(self) -> Path | None:
        """Give the folder on disk that the plugin reads; `None` when it is inside an archive."""
        top = self._top()
        return Path(str(top)) if Path(str(top)).is_dir() else None

    def forget(self) -> None:
        """Read every document anew the next time it is asked for."""
        self._documents.cache_clear()

    def _root(self) -> Traversable:
        return self._top().joinpath(self._folder)

    def _top(self) -> Traversable:
        return self._package if isinstance(self._package, Path) else files(self._package)

    def _name(self) -> str:
        """Name the folder as findings and origins do."""
        return self._package.name if isinstance(self._package, Path) else self._package.replace(".", "/")

    def _of_hook(self, layer: str, hook: str) -> list[DocumentText]:
        """Choose the documents for a hook by kind; one without a known kind comes with the layer."""
        known = {kind for kinds in HOOK_KINDS.values() for kind in kinds}
        return [
            document
            for kind, document in self._documents(layer)
            if kind in HOOK_KINDS[hook] or (hook == "laget_layers" and kind not in known)
        ]

    def _read(self, layer: str) -> tuple[tuple[str | None, DocumentText], ...]:
        start = f"{self._name()}/{self._folder}/{layer}"
        return tuple(
            (_kind_of(data), DocumentText(name, data))
            for name, data in _yaml_files(self._root().joinpath(layer), start)
        )


def _kind_of(data: bytes) -> str | None:
    found = _KIND.search(data.decode("utf-8-sig", "replace"))
    return found[1] if found else None


def _yaml_files(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _yaml_files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".yaml", ".yml")):
            found.append((f"{name}/{entry.name}", entry.read_bytes()))
    return found


@frozen
class Said:
    """What one plugin says about one layer: operations, and what is wrong with its documents."""

    operations: tuple[Operation, ...]
    findings: tuple[Finding, ...]


@define(eq=False)
class Provider:
    """A plugin that may not be loaded yet, with the distribution it comes from."""

    distribution: str
    version: str
    load: Callable[[], object] = field(repr=False)
    """Gives the plugin object; importing it is put off until one of its layers is asked for."""

    def says(self, layer: str) -> Said:
        """Ask the plugin for everything it says about a layer; raises `PluginError`."""
        declarations = [found for found in self._declarations(layer) if found.id == layer]
        contributions: list[tuple[object, tuple[str, ...]]] = [
            (document, HOOK_KINDS["laget_layers"]) for found in declarations for document in found.documents
        ]
        for hook, kinds in HOOK_KINDS.items():
            if hook != "laget_layers" and declarations:
                contributions += [(document, kinds) for document in self._ask(layer, hook, layer=layer)]
        return self._read(layer, contributions)

    def layers(self) -> tuple[str, ...]:
        """Give the ids of the plugin's layers, each once; raises `PluginError`."""
        return tuple(dict.fromkeys(declaration.id for declaration in self._declarations("?")))

    def cases(self) -> tuple[DocumentText, ...]:
        """Give the cases that the plugin ships; a plugin without a method `cases` ships none."""
        cases = getattr(self.plugin("?"), "cases", None)
        return tuple(cases()) if callable(cases) else ()

    def form_file(self, name: str) -> bytes | None:
        """Give a file of the plugin's folder `forms`; `None` when the plugin ships none of that name."""
        form_file = getattr(self.plugin("?"), "form_file", None)
        found = form_file(name) if callable(form_file) else None
        return found if isinstance(found, bytes) else None

    def ignores(self) -> DocumentText | None:
        """Give the plugin's file of ignores; `None` when it has none, or cannot be used."""
        found = self._answer("ignores")
        return found if isinstance(found, DocumentText) else None

    def folder(self) -> Path | None:
        """Give the folder on disk that the plugin reads; `None` when it reads none, or cannot be used."""
        found = self._answer("folder")
        return found if isinstance(found, Path) else None

    def forget(self) -> None:
        """Let the plugin read its documents anew."""
        self._answer("forget")

    def _answer(self, name: str) -> object:
        """Call a method that a plugin may have; a plugin that cannot be used answers nothing."""
        try:
            method = getattr(self.plugin("?"), name, None)
        except PluginError:
            return None
        return method() if callable(method) else None

    def plugin(self, asked: str) -> object:
        """Give the plugin object; raises `PluginError`."""
        return next(iter(self._manager(asked).get_plugins()))

    def _declarations(self, layer: str) -> list[LayerDeclaration]:
        declarations = self._ask(layer, "laget_layers")
        for declaration in declarations:
            if not isinstance(declaration, LayerDeclaration):
                raise self._error(
                    layer, f"laget_layers gave {type(declaration).__name__}, not LayerDeclaration"
                )
            documents: object = declaration.documents
            if not isinstance(documents, Sequence) or isinstance(documents, str):
                kind = type(documents).__name__
                raise self._error(layer, f"laget_layers gave {kind} as documents, not a list")
        return cast("list[LayerDeclaration]", declarations)

    def _ask(self, asked: str, hook: str, **arguments: str) -> list[object]:
        try:
            results = getattr(self._manager(asked).hook, hook)(**arguments)
            return [item for result in results for item in result]
        except PluginError:
            raise
        except (Exception, SystemExit) as error:
            raise self._error(asked, f"{hook} failed: {_described(error)}") from error

    def _manager(self, layer: str) -> pluggy.PluginManager:
        try:
            return self._registered
        except PluginError as error:
            raise self._error(layer, error.cause) from error
        except (Exception, SystemExit) as error:
            raise self._error(layer, _described(error)) from error

    @cached_property
    def _registered(self) -> pluggy.PluginManager:
        manager = pluggy.PluginManager("laget")
        manager.add_hookspecs(hookspecs)
        plugin = self.load()
        if plugin is None or inspect.isclass(plugin):
            raise self._error(
                "?", f"its entry point gives {'a class' if plugin else 'None'}, not a plugin object"
            )
        self._refuse_unmarked(plugin)
        manager.register(plugin)
        manager.check_pending()
        return manager

    def _refuse_unmarked(self, plugin: object) -> None:
        """Refuse `laget_…` methods without the marker, which pluggy would pass over in silence."""
        for name in dir(plugin):
            method = getattr(plugin, name, None)
            if name.startswith("laget_") and callable(method) and not hasattr(method, "laget_impl"):
                raise self._error("?", f"{name} is not marked with @hookimpl, and would never be called")

    def _error(self, layer: str, cause: str) -> PluginError:
        return PluginError(layer, self.distribution, self.version, cause)

    def _read(self, layer: str, contributions: Sequence[tuple[object, tuple[str, ...]]]) -> Said:
        operations: list[Operation] = []
        findings: list[Finding] = []
        for number, (contribution, kinds) in enumerate(contributions):
            reading = self._reading(layer, cast("Contribution", contribution), number)
            findings += reading.findings
            if reading.node is not None:
                contents = contents_of(reading.node, kinds)
                operations += contents.operations
                findings += contents.findings
        return Said(tuple(operations), tuple(findings))

    def _reading(self, layer: str, contribution: Contribution, number: int) -> Reading:
        if isinstance(contribution, DocumentText):
            name, text = cast("tuple[object, object]", (contribution.name, contribution.text))
            if not isinstance(name, str) or not isinstance(text, str | bytes):
                raise self._error(layer, "a hook gave a DocumentText whose name or text is not text")
            return read_yaml(text, name, layer)
        if isinstance(contribution, Mapping):
            source = SourceFile(f"{self.distribution} (made in code, {number})", "", layer)
            return from_python(contribution, source)
        raise self._error(layer, f"a hook gave {type(contribution).__name__}, not DocumentText or a mapping")


def _described(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]
