"""`laget calendar`: what must be done in a year, as text, data, a picture, or for calendar programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import lang_option, on_option, output_option, registry_of, today, write

if TYPE_CHECKING:
    from laget.model.calendars import Calendar
    from laget.model.handbook import Handbook
    from laget.registry import Registry

STANDARD_INPUT = "-"


@click.command("calendar", short_help="What must be done in a year, and by when.")
@click.argument("municipality")
@click.argument("case", required=False)
@click.option(
    "--year", type=click.IntRange(1, 9999), help="The year (default: that of the date asked about)."
)
@on_option("The date asked about: what is overdue is so on it (default: the case's own, or today).")
@click.option("--key", metavar="TEXT", help="Your own name for the case, in `ics`: see below.")
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics", "svg"]),
    default="text",
    show_default=True,
    help="The form of the output; `ics` is for calendar programs, `svg` is a picture: the year wheel.",
)
@output_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    case: str | None,
    *,
    year: int | None,
    on: date | None,
    key: str | None,
    language: str,
    form: str,
    output: Path | None,
) -> None:
    """What must be done in a year in MUNICIPALITY, or for CASE, and by when.

    Without CASE: what falls on a day each year, what is done again and again, and what follows when
    something happens. With CASE: the days that follow from its events, meetings and facts. A region
    gives all its municipalities together.

    In a calendar program an entry is known by the municipality, the case and the duty. A case is known
    by the place of its file, or by --key: give the same one each time. It cannot be read from the file.
    """
    registry = registry_of(ctx)
    asked = registry[municipality]
    draft = draft_from(case) if case else None
    day = on or (draft.case.on if draft else None) or today()
    calendar = asked.calendar(year or day.year, draft, day, language)
    handbooks = handbooks_of(calendar, registry)
    write(_written(calendar, handbooks, language, form, _case_key(ctx, case, key, form)), output)


def handbooks_of(calendar: Calendar, registry: Registry) -> Mapping[str, Handbook]:
    """Give the rule books that a calendar speaks of, as they are at the end of its year."""
    names = [found.id for found in calendar.members or (calendar.municipality,)]
    last = date(calendar.year, 12, 31)
    ends = {name: registry[name].layer.valid.last or last for name in names}
    return {name: registry[name].handbook(min(last, ends[name])) for name in names}


def _case_key(ctx: click.Context, case: str | None, key: str | None, form: str) -> str:
    """Give what tells cases apart in a calendar program: the key, or where the file is."""
    if key is not None or case is None:
        return key or ""
    if case == STANDARD_INPUT and form == "ics":
        message = "a case from standard input has no place: name it with --key, the same each time"
        raise click.UsageError(message, ctx)
    return str(Path(case).resolve())


def _written(
    calendar: Calendar, handbooks: Mapping[str, Handbook], language: str, form: str, key: str
) -> bytes:
    """Give a calendar in the form that is asked for."""
    if form == "ics":
        from laget.exports.ical import ical_of

        return ical_of(calendar, handbooks, language, key)
    if form == "json":
        from laget.plain import to_json

        return f"{to_json(calendar)}\n".encode()
    if form == "svg":
        from laget.pictures.year_wheel import year_wheel

        return year_wheel(calendar, language).svg().encode()
    from laget.render.calendar import calendar_text

    return calendar_text(calendar, handbooks, language).encode()
