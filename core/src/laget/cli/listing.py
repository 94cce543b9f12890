"""`laget list`: what is installed, and which plugins cannot be used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, on_option, registry_of, show

if TYPE_CHECKING:
    from laget.errors import LagetError
    from laget.registry import Registry
    from laget.render.installed import LayerRow, PluginRow, ProblemRow


@click.command("list", short_help="What is installed.")
@on_option("Only layers whose rules hold on this date.")
@format_option
@click.pass_context
def command(ctx: click.Context, *, on: date | None, form: str) -> int:
    """Installed municipalities, the layers they are folded from, and plugins that cannot be used.

    Exits with 1 when a plugin cannot be used.
    """
    from laget.errors import LagetError
    from laget.render.installed import Installed, installed_text

    registry = registry_of(ctx)
    rows, problems = [], []
    for name in registry:
        try:
            rows.append(_row(registry, name))
        except LagetError as error:
            problems.append(_problem(registry, name, error))
    shown = [row for row in rows if on is None or _holds(row, on)]
    found = Installed(
        municipalities=tuple(sorted((row for row in shown if row.number), key=lambda row: row.number or "")),
        others=tuple(row for row in shown if not row.number),
        problems=tuple(problems),
    )
    show(installed_text(found), found, form)
    return 1 if problems else 0


def _row(registry: Registry, name: str) -> LayerRow:
    from laget.render.installed import LayerRow

    chain = registry.chain(name)
    layer = chain[-1].layer
    return LayerRow(
        id=name,
        number=layer.number,
        name=layer.name,
        kind=layer.kind.value,
        layers=tuple(loaded.layer.id for loaded in chain),
        valid_from=layer.valid.first.isoformat(),
        valid_to=layer.valid.last.isoformat() if layer.valid.last else None,
        plugins=_plugins(registry, name),
    )


def _plugins(registry: Registry, name: str) -> tuple[PluginRow, ...]:
    from laget.render.installed import PluginRow

    providers = registry.providers(name)
    return tuple(PluginRow(distribution=found.distribution, version=found.version) for found in providers)


def _problem(registry: Registry, name: str, error: LagetError) -> ProblemRow:
    from laget.errors import PluginError
    from laget.render.installed import ProblemRow

    cause = error.cause if isinstance(error, PluginError) and error.layer == name else str(error)
    return ProblemRow(layer=name, plugins=_plugins(registry, name), cause=cause)


def _holds(row: LayerRow, on: date) -> bool:
    day = on.isoformat()
    return row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
