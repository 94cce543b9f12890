"""`laget diff`: what differs in meaning between two municipalities, or between two dates of one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import format_option, lang_option, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.cases import Draft
    from laget.comparison import Side
    from laget.municipality import Municipality


@click.command("diff", short_help="What differs between two municipalities, or two dates.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--case", metavar="CASE", help="Also what both say about this case; - for standard input.")
@on_option("The date asked about (default: the case's own, or today).")
@on_option("Another date for B (default: the same).", "--on-b")
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    first: str,
    second: str,
    *,
    case: str | None,
    on: date | None,
    on_b: date | None,
    language: str,
    form: str,
) -> None:
    """What differs in meaning between the municipalities A and B, or between two dates of one.

    Other words alone are no difference. Other criteria are shown with a child that one side
    answers better than the other. Nothing found within what was tried does not mean equal.
    """
    from laget.comparison import compare
    from laget.render.comparison import comparison_text

    registry = registry_of(ctx)
    draft = draft_from(case) if case else None
    asked = on or (draft.case.on if draft else None) or today()
    one = _side(registry[first], asked, draft, language)
    other = _side(registry[second], on_b or asked, draft, language)
    found = compare(one, other)
    show(comparison_text(found, one.handbook, other.handbook, language), found, form)


def _side(municipality: Municipality, on: date, draft: Draft | None, language: str) -> Side:
    from laget.comparison import Side

    handbook = municipality.handbook(on)
    case = municipality.case(draft, on) if draft else None
    return Side(handbook=handbook, case=case, language=language)
