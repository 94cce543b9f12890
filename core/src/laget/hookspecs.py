"""Every hook that a plugin can answer.

A plugin is an object (a module will do) whose methods bear the names below and are marked
with `hookimpl`. Most plugins are a folder of documents and need none of this: see
`laget.plugins.FolderPlugin`, which answers every hook from its folder.

Hooks are called when a layer is loaded, never when a question is answered. Each plugin is
asked by itself, so that everything it says is known to come from it. A hook that a plugin
does not have is like one that returns `None`: the plugin says nothing. A method with the
name of no hook but the prefix `laget_` is refused, since it is most likely misspelt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pluggy
from attrs import frozen

hookspec = pluggy.HookspecMarker("laget")
hookimpl = pluggy.HookimplMarker("laget")
"""Marks a method of a plugin as the answer to the hook of the same name."""


@frozen
class DocumentText:
    """A document as text, with the name that findings and origins show for it."""

    name: str
    """The document's name from its plugin's package, such as `laget_x/layers/x/services.yaml`."""
    text: str | bytes
    """Its YAML."""


Contribution = DocumentText | Mapping[str, object]
"""What a hook gives: a document as text, or its content as plain data made in code."""


@frozen
class LayerDeclaration:
    """A layer that a plugin has, with the documents that the layer stands on."""

    id: str
    """The layer's id: also the name of its entry point."""
    documents: Sequence[Contribution]
    """Documents of the kinds `layer`, `sources`, `vocabulary` and `background`."""


@hookspec
def laget_layers() -> Sequence[LayerDeclaration] | None:
    """Say which layers the plugin has, or adds to.

    Called once for each plugin, before its other hooks, when one of its layers is first asked
    for. The results of several plugins are put together: any number may add to one layer, and
    exactly one of them gives the `layer` document itself. `None` means: no layers. An
    exception takes down the layers whose entry points name the plugin, and no others.

    >>> from laget import LayerDeclaration, hookimpl
    >>> class Plugin:
    ...     @hookimpl
    ...     def laget_layers(self):
    ...         layer = {"id": "lia", "name": "Lia", "kind": "municipality",
    ...                  "extends": ["norge"], "valid": {"first": "2024-01-01"}}
    ...         return [LayerDeclaration("lia", [{"kind": "layer", "layer": layer}])]
    """


@hookspec
def laget_service_catalogue(layer: str) -> Sequence[Contribution] | None:
    """Give the services of a layer: what they are, and the criteria for them.

    Called once for each layer that the plugin has. The documents are of the kind `services`.
    Results of several plugins are put together; that two of them add one id is a finding.
    `None` means: nothing on services, which is silence and not "none". An exception takes
    down this layer and those that extend it.

    >>> from laget import hookimpl
    >>> class Plugin:
    ...     @hookimpl
    ...     def laget_service_catalogue(self, layer):
    ...         fee = {"amends": "stottekontakt", "fee": {"none": True, "text": "Gratis."}}
    ...         return [{"kind": "services", "entitlements": [fee]}]
    """


@hookspec
def laget_coordination(layer: str) -> Sequence[Contribution] | None:
    """Give how a layer organises coordination: its coordinating unit, roles, ladders, plans and groups.

    Called once for each layer that the plugin has. The documents are of the kind
    `coordination`. Results are put together like those of `laget_service_catalogue`; `None`
    and an exception mean the same as there.

    >>> from laget import hookimpl
    >>> class Plugin:
    ...     @hookimpl
    ...     def laget_coordination(self, layer):
    ...         unit = {"amends": "koordinerende_enhet", "name": "Teamet i Lia", "kind": "team"}
    ...         return [{"kind": "coordination", "offices": [unit]}]
    """


@hookspec
def laget_routing(layer: str) -> Sequence[Contribution] | None:
    """Give the offices of a layer, and who does each step from contact to appeal.

    Called once for each layer that the plugin has. The documents are of the kind `routing`.
    Results are put together like those of `laget_service_catalogue`; `None` and an exception
    mean the same as there.

    >>> from laget import hookimpl
    >>> class Plugin:
    ...     @hookimpl
    ...     def laget_routing(self, layer):
    ...         line = {"id": "alle", "to": {"office": "koordinerende_enhet"}}
    ...         return [{"kind": "routing", "routes": [{"amends": "contact", "lines": [line]}]}]
    """


@hookspec
def laget_reporting(layer: str) -> Sequence[Contribution] | None:
    """Give what somebody in a layer must report, evaluate or answer, and by when.

    Called once for each layer that the plugin has. The documents are of the kind
    `reporting`. Results are put together like those of `laget_service_catalogue`; `None` and
    an exception mean the same as there.

    >>> from laget import hookimpl
    >>> class Plugin:
    ...     @hookimpl
    ...     def laget_reporting(self, layer):
    ...         duty = {"id": "arsrapport", "text": "Enheten rapporterer en gang i året.", "every": "P1Y"}
    ...         return [{"kind": "reporting", "duties": [duty]}]
    """
