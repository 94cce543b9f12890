"""The registry: every installed layer by id and number, loaded when it is first asked for.

A registry never changes after it was made; what it has loaded is kept, and may be asked for
from any number of threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from threading import RLock

from attrs import define, field

from laget.errors import (
    LagetError,
    NoPluginError,
    PluginError,
    UnknownMunicipalityError,
)
from laget.layering.handbooks import LoadedLayer
from laget.loading import Loaded, load
from laget.municipality import Municipality
from laget.plugins import Provider
from laget.register import find, plain_id, register


def discover(plugins: Sequence[object] = ()) -> Registry:
    """Find all installed plugins, without importing any of them.

    `plugins` are plugin objects that take part without being installed, for tests and for a
    host's own layers.

    >>> "norge" in discover()
    True
    """
    providers: dict[str, list[Provider]] = {}
    loaders: dict[tuple[str, str], Provider] = {}
    for entry in entry_points(group="laget"):
        provider = loaders.setdefault((_distribution(entry), entry.value), _provider(entry))
        providers.setdefault(entry.name, []).append(provider)
    numbers = {entry.name: entry.value for entry in entry_points(group="laget.numbers")}
    return Registry(_with(providers, plugins), numbers)


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "?"


def _provider(entry: EntryPoint) -> Provider:
    return Provider(_distribution(entry), entry.dist.version if entry.dist else "?", entry.load)


def _with(
    providers: Mapping[str, list[Provider]], plugins: Sequence[object]
) -> dict[str, tuple[Provider, ...]]:
    """Add plugin objects to what is installed; they are asked at once for their layers."""
    found = {layer: list(given) for layer, given in providers.items()}
    for plugin in plugins:
        provider = Provider(type(plugin).__name__, "0", partial(_same, plugin))
        for layer in provider.layers():
            found.setdefault(layer, []).append(provider)
    return {layer: tuple(given) for layer, given in sorted(found.items())}


def _same(plugin: object) -> object:
    return plugin


@define(eq=False)
class Registry(Mapping[str, "Municipality"]):
    """Installed layers by id. A number, or the municipality's name, finds it too."""

    _providers: Mapping[str, tuple[Provider, ...]] = field(repr=False)
    _numbers: Mapping[str, str] = field(factory=dict, repr=False)
    _lock: RLock = field(factory=RLock, init=False, repr=False)
    _loaded: dict[str, Loaded] = field(factory=dict, init=False, repr=False)
    _municipalities: dict[str, Municipality] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, plugins: Sequence[object]) -> Registry:
        """Make a registry of these plugin objects alone, whatever is installed.

        For hosts that bring all their layers themselves, and for tests. The plugins are asked at
        once for their layers; raises `PluginError` when one of them cannot be used.

        >>> len(Registry.of([]))
        0
        """
        return cls(_with({}, plugins))

    def __getitem__(self, asked: str) -> Municipality:
        """Give a municipality by id, number or name, without loading it.

        Raises `UnknownMunicipalityError` with near names, and `NoPluginError` for a real
        municipality without a plugin.
        """
        layer = self._layer_of(asked)
        with self._lock:
            if layer not in self._municipalities:
                self._municipalities[layer] = Municipality(self, layer)
            return self._municipalities[layer]

    def __contains__(self, asked: object) -> bool:
        """Tell whether a layer is installed under this id, number or name."""
        return isinstance(asked, str) and self._known(asked) is not None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of all layers."""
        return iter(self._providers)

    def __len__(self) -> int:
        """Count the layers."""
        return len(self._providers)

    def _layer_of(self, asked: str) -> str:
        known = self._known(asked)
        if known is not None:
            return known
        real = find(asked)
        if real is None:
            names = [plain_id(name) for entry in register() for name in entry.name.split(" - ")]
            raise UnknownMunicipalityError(asked, [*self._providers, *names])
        raise NoPluginError(real.number, real.name.split(" - ")[0])

    def _known(self, asked: str) -> str | None:
        if asked in self._providers:
            return asked
        if self._numbers.get(asked) in self._providers:
            return self._numbers[asked]
        if asked.isdigit():
            return next((layer for layer in self._providers if self._number(layer) == asked), None)
        if plain_id(asked) in self._providers:
            return plain_id(asked)
        real = find(asked)
        return None if real is None else self._known(real.number)

    def _number(self, layer: str) -> str | None:
        """Give the number of a layer that has no entry point for it; a broken layer has none."""
        if layer in self._numbers.values():
            return None
        try:
            return self.layer(layer).layer.number
        except LagetError:
            return None

    def layer(self, id_: str) -> LoadedLayer:
        """Load a layer; raises `PluginError`, or `InvalidDocumentsError` for its own document."""
        loaded = self.loaded(id_)
        if isinstance(loaded.layer, LagetError):
            raise loaded.layer
        return loaded.layer

    def numbers(self, id_: str) -> tuple[str, ...]:
        """Give the numbers that entry points give to a layer."""
        return tuple(sorted(number for number, layer in self._numbers.items() if layer == id_))

    def loaded(self, id_: str) -> Loaded:
        """Load a layer with the findings of its documents."""
        with self._lock:
            if id_ not in self._loaded:
                self._loaded[id_] = load(id_, self._providers.get(id_, ()))
            return self._loaded[id_]

    def chain(self, id_: str) -> tuple[LoadedLayer, ...]:
        """Give a layer and all it extends, widest first; raises `PluginError` for one that cannot be had."""
        chain: dict[str, LoadedLayer] = {}
        self._extend(id_, chain, ())
        return tuple(chain.values())

    def _extend(self, id_: str, chain: dict[str, LoadedLayer], below: tuple[str, ...]) -> None:
        if id_ in below:
            raise self._broken(below[-1], f"it extends itself by way of {' → '.join((*below, id_))}")
        if id_ not in self._providers:
            raise self._broken(below[-1], f"it extends «{id_}», which is not installed")
        loaded = self.layer(id_)
        for wider in loaded.layer.extends:
            self._extend(wider, chain, (*below, id_))
        chain.setdefault(id_, loaded)

    def _broken(self, layer: str, cause: str) -> PluginError:
        provider = self._providers[layer][0]
        return PluginError(layer, provider.distribution, provider.version, cause)

    def problems(self) -> tuple[LagetError, ...]:
        """Load every layer and give those that cannot be used."""
        return tuple(error for id_ in self for error in self._problem(id_))

    def _problem(self, id_: str) -> list[LagetError]:
        try:
            self.chain(id_)
        except LagetError as error:
            return [error]
        return []

    def is_area(self, id_: str) -> bool:
        """Tell whether an id is an installed layer's, or could be that of a municipality of Norway."""
        return id_ in self._providers or (id_ == plain_id(id_) and find(id_) is not None)

    def members(self, id_: str) -> tuple[str, ...]:
        """Give the ids of the installed municipalities that build on a layer; it loads every layer."""
        return tuple(
            other for other in self if id_ in self.layer(other).layer.extends and self[other].is_municipality
        )

    def renewed(self) -> Registry:
        """Give a registry of the same plugins that reads every document anew."""
        for provider in dict.fromkeys(found for given in self._providers.values() for found in given):
            provider.forget()
        return Registry(self._providers, self._numbers)

    def providers(self, id_: str) -> tuple[Provider, ...]:
        """Give the plugins that a layer comes from."""
        return self._providers[id_]
