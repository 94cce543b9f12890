"""`laget diff`: what differs in meaning between two municipalities, two dates, or then and now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import lang_option, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.cases import Draft
    from laget.comparison import Side
    from laget.municipality import Municipality
    from laget.registry import Registry

MARKDOWN = "markdown"


@click.command("diff", short_help="What differs between two municipalities, two dates, then and now.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@click.option("--against", metavar="GIT-REF", help="Compare with A as it was at this git ref, instead of B.")
@click.option(
    "--plugin",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --against: the folder of A's plugin, where it is not the installed one.",
)
@click.option("--case", metavar="CASE", help="Also what both say about this case; - for standard input.")
@on_option("The date asked about (default: the case's own, or today).")
@on_option("Another date for B (default: the same).", "--on-b")
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", MARKDOWN]),
    default="text",
    show_default=True,
    help="The form of the output; markdown with --against.",
)
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    first: str,
    second: str | None,
    *,
    against: str | None,
    plugin: Path | None,
    case: str | None,
    on: date | None,
    on_b: date | None,
    language: str,
    form: str,
) -> None:
    """What differs in meaning between the municipalities A and B, or between two dates of one.

    Other words alone are no difference. Other criteria are shown with a child that one side
    answers better than the other. Nothing found within what was tried does not mean equal.

    With --against, what has changed for whom in A since a git ref of the repository that its
    plugin lies in.
    """
    _require_use(second, against, plugin, on_b, form)
    registry = registry_of(ctx)
    draft = draft_from(case) if case else None
    asked = on or (draft.case.on if draft else None) or today()
    if against is not None:
        _show_change(_with_plugin(registry, first, plugin), first, against, (asked, draft, language, form))
        return
    from laget.comparison import compare
    from laget.render.comparison import comparison_text

    one = _side(registry[first], asked, draft, language)
    other = _side(registry[second or first], on_b or asked, draft, language)
    found = compare(one, other)
    show(comparison_text(found, one.handbook, other.handbook, language), found, form)


def _require_use(
    second: str | None, against: str | None, plugin: Path | None, on_b: date | None, form: str
) -> None:
    """Refuse what does not go together."""
    if (second is None) is (against is None):
        raise click.UsageError("name B, or a git ref with --against; one of them")
    if against is not None and on_b is not None:
        raise click.UsageError("--on-b is a date for B; with --against both sides have the same date")
    if against is None and plugin is not None:
        raise click.UsageError("--plugin goes with --against")
    if against is None and form == MARKDOWN:
        raise click.UsageError("--format markdown goes with --against")


def _with_plugin(registry: Registry, asked: str, folder: Path | None) -> Registry:
    """Give a registry in which a folder stands for the installed plugin."""
    if folder is None:
        return registry
    from laget.past import plugin_in

    plugin = plugin_in(folder)
    found = registry.replacing(plugin)
    layers = sorted(declared.id for declared in plugin.laget_layers())
    if found[asked].id not in layers:
        message = f"the plugin in {folder} has no «{asked}»; it has {', '.join(layers)}"
        raise click.UsageError(message)
    return found


def _show_change(
    registry: Registry, asked: str, ref: str, question: tuple[date, Draft | None, str, str]
) -> None:
    """Show what has changed since a git ref."""
    from laget.comparison import compare
    from laget.past import history_of
    from laget.render.blocks import as_markdown, as_text
    from laget.render.change import change_blocks

    on, draft, language, form = question
    layer = registry[asked].id
    history = history_of(registry, layer, ref)
    then, now = (_side(found[layer], on, draft, language) for found in (history.then, history.now))
    found = history.told(compare(then, now), then.handbook, now.handbook)
    blocks = change_blocks(found, then.handbook, now.handbook, language)
    show(as_markdown(blocks) if form == MARKDOWN else as_text(blocks), found, form)


def _side(municipality: Municipality, on: date, draft: Draft | None, language: str) -> Side:
    from laget.comparison import Side

    handbook = municipality.handbook(on)
    case = municipality.case(draft, on) if draft else None
    return Side(handbook=handbook, case=case, language=language)
