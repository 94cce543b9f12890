"""What is installed: municipalities, the wider layers they extend, and plugins that cannot be used.

What developers read is English.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from laget.render.layout import bullets, columns, text_of


@frozen(kw_only=True)
class PluginRow:
    """A plugin that a layer comes from."""

    distribution: str
    version: str


@frozen(kw_only=True)
class LayerRow:
    """An installed layer."""

    id: str
    number: str | None
    name: str
    kind: str
    layers: tuple[str, ...]
    """The layers it is folded from, widest first; itself is the last."""
    valid_from: str
    valid_to: str | None
    plugins: tuple[PluginRow, ...]


@frozen(kw_only=True)
class ProblemRow:
    """A layer that cannot be used."""

    layer: str
    plugins: tuple[PluginRow, ...]
    cause: str


@frozen(kw_only=True)
class Installed:
    """Everything that is installed."""

    municipalities: tuple[LayerRow, ...]
    others: tuple[LayerRow, ...]
    """Nations, regions and districts."""
    problems: tuple[ProblemRow, ...]


def installed_text(found: Installed) -> str:
    """Give what is installed, as text."""
    return text_of(
        [
            *_table("Municipalities", found.municipalities),
            *_table("Nations, regions and districts", found.others),
            *_problems(found.problems),
        ]
    )


def _table(title: str, layers: Sequence[LayerRow]) -> list[str]:
    if not layers:
        return ["", title, "  none"]
    head = ("NUMBER", "ID", "NAME", "LAYERS AND PLUGIN")
    return ["", title, *columns([head, *map(_row, layers)])]


def _row(layer: LayerRow) -> tuple[str, str, str, str]:
    return layer.number or "–", layer.id, layer.name, f"{' + '.join(layer.layers)}; {_plugins(layer.plugins)}"


def _plugins(plugins: Sequence[PluginRow]) -> str:
    return ", ".join(f"{plugin.distribution} {plugin.version}" for plugin in plugins)


def _problems(problems: Sequence[ProblemRow]) -> list[str]:
    if not problems:
        return []
    texts = [f"{problem.layer} ({_plugins(problem.plugins)}): {problem.cause}" for problem in problems]
    return ["", "Problems", *bullets(texts)]
