"""`laget show`: the handbook of a municipality, or one entry of it."""

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
    from laget.model.handbook import Gone, Handbook
    from laget.model.origins import Entry


@click.command("show", short_help="A municipality's handbook, or one entry of it.")
@click.argument("municipality")
@click.argument("entry_id", metavar="[ID]", required=False)
@on_option()
@click.option("--origin", is_flag=True, help="Show layer, file and line of each value.")
@click.option("--open", "questions", is_flag=True, help="Show what is answered of what nations leave open.")
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    entry_id: str | None,
    *,
    on: date | None,
    origin: bool,
    questions: bool,
    language: str,
    form: str,
) -> None:
    """The handbook of MUNICIPALITY at a glance, or everything that its entry ID holds.

    An entry is a service, role, plan, group, office, ladder, route, duty, document, law,
    conflict, fact, term, question or whatever else stands in the handbook. Several sections
    can have the same id; all of them are shown.

    With --open, the questions that national rules leave to the municipality: those it answers,
    and where; what it does not offer; and what it says nothing of.
    """
    handbook = registry_of(ctx)[municipality].handbook(on or today())
    if questions:
        if entry_id is not None:
            raise click.UsageError("--open is about a whole handbook: leave ID out", ctx)
        _show_open(handbook, language, form)
    elif entry_id is None:
        _show_all(handbook, language, form)
    else:
        _show_entry(handbook, entry_id, language, origin=origin, form=form)


def _show_all(handbook: Handbook, language: str, form: str) -> None:
    from laget.render.overview import overview, overview_text

    show(overview_text(handbook, language), overview(handbook, language), form)


def _show_open(handbook: Handbook, language: str, form: str) -> None:
    from laget.render.questions import open_text, silence_map

    found = silence_map(handbook)
    show(open_text(found, handbook, language), found, form)


def _show_entry(handbook: Handbook, entry_id: str, language: str, *, origin: bool, form: str) -> None:
    from laget.render.entries import entry_lines
    from laget.render.entry_data import plain_entry
    from laget.render.layout import bullets, text_of
    from laget.render.offers import gone_text
    from laget.render.responsibility import responsibility_lines, responsibility_of
    from laget.render.words import Names

    found, gone = _entries(handbook, entry_id)
    names = Names(handbook, language)
    lines = [line for name, entry in found for line in entry_lines(name, entry, names, origin=origin)]
    answers_for = responsibility_of(entry_id, names)
    lines += responsibility_lines(answers_for, names)
    data = {
        "municipality": handbook.layer.id,
        "on": handbook.on,
        "entries": [{"section": name, "entry": plain_entry(entry, origin=origin)} for name, entry in found],
        "answers_for": answers_for,
        "gone": [plain_entry(entry.said(language), origin=True) for entry in gone],
    }
    lines += bullets([gone_text(entry, names) for entry in gone], 0)
    lines += ["", *bullets(names.other_language(), 0)] if names.other_language() else []
    show(text_of(lines), data, form)


def _entries(handbook: Handbook, entry_id: str) -> tuple[list[tuple[str, Entry]], list[Gone]]:
    """Find every entry with an id, and what once had it; none at all is wrong use."""
    from laget.model.sections import SECTIONS

    sections = {name: getattr(handbook, name) for name in SECTIONS if name != "layer"}
    sections["layer"] = {used.layer.id: used.layer for used in handbook.layers}
    found = [(name, entries[entry_id]) for name, entries in sections.items() if entry_id in entries]
    gone = [entry for entry in handbook.gone if entry.id == entry_id]
    if not found and not gone:
        known = dict.fromkeys(name for entries in sections.values() for name in entries)
        message = f"{handbook.layer.name} has no entry «{entry_id}»: {nearest(entry_id, known)}"
        raise UnusableError(message)
    return found, gone
