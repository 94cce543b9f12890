"""The subject of the laws: one plugin, alone with what it builds on, and with all that is installed."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points

from attrs import define

from laget.plugins import Provider
from laget.registry import Registry, discover


@define(slots=False)
class Subject:
    """A plugin, named by its module: installed, or only importable."""

    module: str
    """The module that has the plugin."""
    name: str = "plugin"
    """What the plugin is called in it."""
    beside: tuple[object, ...] = ()
    """Plugin objects that take part beside what is installed."""

    @cached_property
    def plugin(self) -> object:
        """The plugin object; raises what importing it raises."""
        return getattr(import_module(self.module), self.name)

    @cached_property
    def is_installed(self) -> bool:
        """Whether an entry point names it."""
        values = {entry.value.replace(" ", "") for entry in entry_points(group="laget")}
        return f"{self.module}:{self.name}" in values

    @cached_property
    def provider(self) -> Provider:
        """The plugin as the registry asks it."""
        plugin = self.plugin
        return Provider(self.module, "0", lambda: plugin)

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """The ids of the layers that the plugin has; raises `PluginError`."""
        return self.provider.layers()

    @cached_property
    def together(self) -> Registry:
        """The plugin with everything that is installed."""
        return discover(self.beside if self.is_installed else (self.plugin, *self.beside))

    @cached_property
    def alone(self) -> Registry:
        """The plugin with the layers that it builds on, without what others add to its own."""
        return Registry({name: self._own_providers(name) for name in self._needed})

    def _own_providers(self, layer: str) -> tuple[Provider, ...]:
        """Give the plugin alone for a layer that it describes itself, and all who have any other layer."""
        found = self.together.providers(layer)
        if layer not in self.layers or not self._describes(layer):
            return found
        return tuple(provider for provider in found if provider.plugin(layer) is self.plugin)

    def _describes(self, layer: str) -> bool:
        nodes = [reading.node for reading in self.provider.readings(layer)]
        return any("layer" in node.value for node in nodes if node and isinstance(node.value, dict))

    @property
    def _needed(self) -> tuple[str, ...]:
        chains = [self.together.chain(name) for name in self.layers]
        return tuple(sorted({loaded.layer.id for chain in chains for loaded in chain}))
