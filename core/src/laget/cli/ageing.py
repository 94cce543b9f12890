"""`laget timeline`: the dates at which an answer changes when nothing but time passes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from laget.cli.assessing import draft_from
from laget.cli.options import lang_option, on_option, registry_of, today


@click.command("timeline", short_help="What changes for a child as time passes.")
@click.argument("municipality")
@click.argument("case")
@on_option("The date asked about (default: the case's own, or today).")
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "svg"]),
    default="text",
    show_default=True,
    help="The form of the output; svg is a picture.",
)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    case: str,
    *,
    on: date | None,
    language: str,
    form: str,
    output: str | None,
) -> None:
    """The dates at which an answer about CASE changes when nothing but time passes.

    CASE is a YAML or JSON file, or - for standard input; it must say when the child is born. The
    dates come from the rules of MUNICIPALITY: birthdays, ends of rules, and transitions that must
    be planned.
    """
    from laget.pictures.lifeline import lifeline_picture
    from laget.plain import to_json
    from laget.render.timeline import timeline_text

    asked = registry_of(ctx)[municipality]
    draft = draft_from(case)
    day = on or draft.case.on or today()
    timeline = asked.timeline(draft, day, language)
    match form:
        case "json":
            shown = to_json(timeline)
        case "svg":
            shown = lifeline_picture(timeline, language).svg()
        case _:
            shown = timeline_text(timeline, asked.handbook(day), language)
    if output is None:
        click.echo(shown.rstrip("\n"))
    else:
        Path(output).write_text(shown.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
