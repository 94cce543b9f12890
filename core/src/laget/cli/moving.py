"""`laget move`: what changes for a child that moves, or lives in two municipalities."""

from __future__ import annotations

from datetime import date

import click

from laget.cli.assessing import draft_from
from laget.cli.options import format_option, lang_option, on_option, registry_of, show, today


@click.command("move", short_help="What changes for a child that moves between two municipalities.")
@click.argument("case")
@click.option("--from", "first", metavar="A", required=True, help="The municipality the child moves from.")
@click.option("--to", "second", metavar="B", required=True, help="The municipality it moves to.")
@on_option("The date asked about (default: the case's own, or today).")
@click.option("--both", is_flag=True, help="Also what each gives, for a child who lives in both.")
@lang_option
@format_option
@click.option("--all", "whole", is_flag=True, help="Show everything in full.")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    case: str,
    *,
    first: str,
    second: str,
    on: date | None,
    both: bool,
    language: str,
    form: str,
    whole: bool,
) -> None:
    """What changes for the child of CASE when it moves from A to B, or lives in both.

    CASE is a YAML or JSON file, or - for standard input. What falls away and what to do come first.
    What one of the two has not written about is no loss, and what is not known is no answer.
    """
    from laget.moving import move
    from laget.render.move import move_text

    registry = registry_of(ctx)
    one, other = registry[first], registry[second]
    draft = draft_from(case)
    day = on or draft.case.on or today()
    found = move(draft, one, other, day, language)
    books = one.handbook(day), other.handbook(day)
    show(move_text(found, *books, language, whole=whole, both=both), found, form)
