"""`laget facts`: the vocabulary of a municipality, or the national one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.options import (
    UnusableError,
    format_option,
    lang_option,
    nearest,
    on_option,
    registry_of,
    show,
    today,
)

if TYPE_CHECKING:
    from laget.registry import Registry


@click.command("facts", short_help="What can be known about a case.")
@click.argument("municipality", required=False)
@click.argument("fact_id", metavar="[ID]", required=False)
@on_option()
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str | None,
    fact_id: str | None,
    *,
    on: date | None,
    language: str,
    form: str,
) -> None:
    """What can be known about a case: each fact with its question, its values and what uses it.

    Without MUNICIPALITY: the facts that every municipality shares. With ID: that fact alone.
    """
    from laget.render.facts import vocabulary, vocabulary_text

    registry = registry_of(ctx)
    handbook = registry[municipality or _nation(registry)].handbook(on or today())
    if fact_id is not None and fact_id not in handbook.facts:
        message = (
            f"there is no fact «{fact_id}»: {nearest(fact_id, handbook.facts, 'laget facts MUNICIPALITY')}"
        )
        raise UnusableError(message)
    found = vocabulary(handbook, None if fact_id is None else [fact_id])
    show(vocabulary_text(found, handbook, language), found, form)


def _nation(registry: Registry) -> str:
    """Give the layer that all municipalities share: the first nation that is installed."""
    from laget.model.layers import LayerKind

    ordered = sorted(registry, key=lambda name: name != "norge")
    found = (name for name in ordered if registry.layer(name).layer.kind is LayerKind.NATION)
    nation = next(found, None)
    if nation is None:
        raise UnusableError("no national layer is installed: name a municipality")
    return nation
