"""Forms as text: which there are, and what is wrong with a filled one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from laget.forms import FormProblem
from laget.model.forms import Form
from laget.model.handbook import Handbook
from laget.render.layout import bullets, subheading, text_of, wrapped
from laget.render.words import Names


@frozen(kw_only=True)
class FormRow:
    """A form in the list."""

    id: str
    title: str
    about: tuple[str, ...]
    recipient: str | None
    facts: tuple[str, ...]
    """The facts that its fields answer."""


@frozen(kw_only=True)
class FormCheck:
    """What is wrong with a filled form."""

    form: str
    valid: bool
    problems: tuple[FormProblem, ...]


def form_rows(handbook: Handbook) -> tuple[FormRow, ...]:
    """Give the forms of a handbook as data."""
    return tuple(
        FormRow(
            id=form.id,
            title=form.title,
            about=form.about,
            recipient=form.recipient,
            facts=tuple(dict.fromkeys((form.facts or {}).values())),
        )
        for form in handbook.forms.values()
    )


def forms_text(handbook: Handbook, language: str) -> str:
    """List the forms of a handbook, with what each is about and who gets it."""
    names = Names(handbook, language)
    lines = subheading(names.say("forms_of", name=handbook.layer.name))
    lines += [line for text in names.other_language() for line in wrapped(text)]
    if not handbook.forms:
        lines += wrapped(names.say("no_forms"))
    for form in handbook.forms.values():
        lines += ["", *wrapped(f"{form.id}: {form.title}", hanging=2), *_details(form, names)]
    return text_of(lines)


def _details(form: Form, names: Names) -> list[str]:
    lines = []
    if form.recipient:
        lines += wrapped(names.say("form_recipient", name=names.who(form.recipient)), 2)
    if form.about:
        lines += wrapped(names.say("form_about", what=names.listed(_named(form, names))), 2)
    if form.facts:
        facts = dict.fromkeys(form.facts.values())
        lines += wrapped(names.say("form_facts", facts=names.listed(map(names.fact, facts))), 2)
    return lines + bullets([unclear.note for unclear in form.unclear], 2)


def _named(form: Form, names: Names) -> list[str]:
    """Give the names of what a form is about; duties have none."""
    book = names.handbook
    sections = (book.entitlements, book.groups, book.meeting_kinds)
    return [
        next(section[about].name for section in sections if about in section)
        for about in form.about
        if any(about in section for section in sections)
    ]


def problems_text(form: Form, problems: Sequence[FormProblem], names: Names) -> str:
    """Say what is wrong with a filled form, a line for each field; or that nothing is."""
    if not problems:
        return "\n".join(wrapped(names.say("form_fits", title=form.title)))
    lines = wrapped(names.say("form_fits_not", title=form.title, count=str(len(problems))))
    return "\n".join([*lines, *bullets([f"{p.title} ({p.pointer}): {p.message}" for p in problems], 2)])
