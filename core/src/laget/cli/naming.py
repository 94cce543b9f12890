"""`laget terms`: what each municipality calls what they all have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, lang_option, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.model.handbook import Handbook
    from laget.registry import Registry
    from laget.render.terms import UnusedRow


@click.command("terms", short_help="What things are called in each municipality.")
@click.argument("municipalities", metavar="[MUNICIPALITY]...", nargs=-1)
@on_option()
@lang_option
@format_option
@click.pass_context
def command(
    ctx: click.Context, municipalities: tuple[str, ...], *, on: date | None, language: str, form: str
) -> int:
    """What each MUNICIPALITY, or each that is installed, calls the concepts of national rules.

    Exits with 1 when a municipality is left out because its plugin cannot be used, or because its
    rules do not hold on the date. One that is named must be usable.
    """
    from laget.render.terms import Terms, concepts, terms_text

    registry = registry_of(ctx)
    day = on or today()
    unused: list[UnusedRow] = []
    if municipalities:
        asked = dict.fromkeys(registry[name].id for name in municipalities)
        books = [registry[name].handbook(day) for name in asked]
    else:
        books = _usable(registry, day, unused)
    found = Terms(
        on=day.isoformat(), concepts=concepts(books, _nations(registry, books)), unused=tuple(unused)
    )
    show(terms_text(found, books, language), found, form)
    return int(bool(unused))


def _nations(registry: Registry, books: list[Handbook]) -> list[Handbook]:
    """Give the handbooks of the nations that handbooks rest on."""
    from laget.model.layers import LayerKind

    layers = [(used.layer, book.on) for book in books for used in book.layers]
    found = {layer.id: day for layer, day in layers if layer.kind is LayerKind.NATION}
    return [registry[name].handbook(day) for name, day in found.items()]


def _usable(registry: Registry, day: date, unused: list[UnusedRow]) -> list[Handbook]:
    """Give the handbook of each municipality; tell which have none."""
    from laget.errors import LagetError
    from laget.render.terms import UnusedRow

    books = []
    for name in registry:
        try:
            asked = registry[name]
            if asked.is_municipality:
                books.append(asked.handbook(day))
        except LagetError as error:
            unused.append(UnusedRow(layer=name, problem=str(error)))
    return books
