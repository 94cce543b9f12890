"""`laget form`: the forms of a municipality, blank ones, and whether a filled one is right."""

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
    from laget.model.forms import Form
    from laget.model.handbook import Handbook
    from laget.municipality import Municipality


@click.command("form", short_help="Forms: list them, print a blank one, check a filled one.")
@click.argument("municipality")
@click.argument("form_id", metavar="[ID]", required=False)
@click.argument("file", metavar="[FILE]", required=False)
@on_option()
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    form_id: str | None,
    file: str | None,
    *,
    on: date | None,
    language: str,
    form: str,
) -> int:
    """The forms of MUNICIPALITY; a blank form with that ID; or what is wrong with the filled FILE.

    A filled form whose fields answer facts also gives the assessment that its answers lead to.
    Exits with 1 when the filled form is not right.
    """
    from laget.render.forms import form_rows, forms_text

    asked = registry_of(ctx)[municipality]
    day = on or today()
    handbook = asked.handbook(day)
    if form_id is None:
        show(forms_text(handbook, language), form_rows(handbook), form)
        return 0
    if form_id not in handbook.forms:
        hint = nearest(form_id, handbook.forms, "laget form MUNICIPALITY")
        raise UnusableError(f"{handbook.layer.name} has no form «{form_id}»: {hint}")
    found = handbook.forms[form_id]
    if file is None:
        _print_blank(asked, found)
        return 0
    return _check(asked, found, file, handbook, language, form)


def _print_blank(asked: Municipality, form: Form) -> None:
    from laget.forms import form_data
    from laget.plain import to_json

    click.echo(to_json(form_data(form, form.blank, asked.form_file)))


def _check(  # noqa: PLR0913, PLR0917 - what is asked for, and how it is to be said
    asked: Municipality, form: Form, file: str, handbook: Handbook, language: str, shape: str
) -> int:
    from laget.documents.files import read_file
    from laget.forms import facts_in, problems, schema_of
    from laget.render.assessment import assessment_text
    from laget.render.forms import FormCheck, problems_text
    from laget.render.words import Names

    reading = read_file(file)
    found = problems(schema_of(form, asked.form_file), reading, language)
    text = problems_text(form, found, Names(handbook, language))
    if found or not form.facts:
        show(text, FormCheck(form=form.id, valid=not found, problems=found), shape)
        return int(bool(found))
    assessment = asked.assess({"facts": facts_in(form, reading)}, handbook.on, language)
    answers = assessment_text(assessment, handbook, [], language, whole=False)
    show(f"{text}\n\n{answers}", assessment, shape)
    return 0
