"""Asking for what the options leave out, in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

import click
from attrs import evolve

from laget.errors import LagetError
from laget.model.layers import Language
from laget.scaffold.reading import document_of, is_fictional, municipality_of
from laget.scaffold.refusals import CannotFoundError, plain_text

if TYPE_CHECKING:
    from laget.cli.founding import Request

Ask = Callable[[str, str | None], str]
"""Asks a question, with what an empty answer means (`None`: it needs one); gives the answer."""

Read = Callable[[str], str]
"""Gives an answer as it is used; raises `LagetError` for one that can't be."""


def missing(request: Request) -> list[str]:
    """Give the options that can't be left out and are."""
    if request.region is not None:
        lacking = [] if request.members else ["--member"]
    elif request.number is None:
        lacking = ["--number"]
    else:
        lacking = ["--name"] if request.name is None and is_fictional(request.number) else []
    return lacking + ([] if request.documents or request.inside is not None else ["--document"])


def completed(request: Request, ask: Ask, layers: Collection[str]) -> Request:
    """Ask for everything that is not said: number, name, region, language, documents.

    `layers` are those that a new one can build on.
    """
    if request.region is None:
        request = _municipality(request, ask)
    elif not request.members:
        members = _several(ask, "A member, as 5026 or «9901 Lia»", _member)
        request = evolve(request, members=tuple(members))
    extends = request.extends or _checked(
        ask, "Region or other layer that it builds on", lambda said: _installed(said, layers), "norge"
    )
    language = request.language or _checked(ask, "Written language, nb or nn", _language, "nb")
    documents = request.documents
    if not documents and request.inside is None:
        documents = tuple(_documents(ask))
    return evolve(request, extends=extends, language=language, documents=documents)


def prompt(question: str, default: str | None) -> str:
    """Ask in the terminal."""
    answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    return answer


def _municipality(request: Request, ask: Ask) -> Request:
    number = request.number or _checked(ask, "Municipality number (99xx: a fictional one)", _number)
    if request.name is not None or not is_fictional(number):
        return evolve(request, number=number)
    name = _checked(ask, "Its name", lambda said: _member(f"{number} {said}").partition(" ")[2])
    return evolve(request, number=number, name=name)


def _documents(ask: Ask) -> list[str]:
    """Ask for documents, one at least."""
    found = [_document(ask, _checked(ask, "Title of the document", _title))]
    while title := _checked(ask, "Title of another document (empty: no more)", _title_or_none, ""):
        found.append(_document(ask, title))
    return found


def _document(ask: Ask, title: str) -> str:
    """Ask for a document's date and headings; for the headings again when they can't be told apart."""
    dated = _checked(ask, "Its date, like 2026-03-01 (empty: none)", lambda said: _dated(title, said), "")
    while True:
        headings = _several(ask, "A heading, such as «1.1 Turvenn»", lambda said: _heading(title, said))
        written = "; ".join([title, dated, *headings])
        try:
            document_of(written)
        except LagetError as error:
            click.echo(str(error), err=True)
        else:
            return written


def _several(ask: Ask, question: str, read: Read) -> list[str]:
    """Ask for one after another, until the answer is empty."""
    found: list[str] = []
    while answer := _checked(ask, f"{question} (empty: no more)", lambda said: said and read(said), ""):
        found.append(answer)
    return found


def _checked(ask: Ask, question: str, read: Read, default: str | None = None) -> str:
    """Ask until the answer can be used."""
    while True:
        try:
            return read(ask(question, default).strip())
        except LagetError as error:
            click.echo(str(error), err=True)


def _number(said: str) -> str:
    return said if is_fictional(said) else _member(said)


def _member(said: str) -> str:
    number, _, name = said.partition(" ")
    municipality_of(number, name.strip() or None, None, "norge", Language.BOKMAL)
    return said


def _installed(said: str, layers: Collection[str]) -> str:
    if said not in layers:
        raise CannotFoundError(f"«{said}» is not installed", f"there is {', '.join(sorted(layers))}")
    return said


def _language(said: str) -> str:
    if said not in set(Language):
        raise CannotFoundError(f"«{said}» is no written language here", "write nb or nn")
    return said


def _title(said: str) -> str:
    if ";" in said:
        raise CannotFoundError("the title has a «;»", "write it with another sign")
    return plain_text(said, "the title of the document")


def _title_or_none(said: str) -> str:
    return said and _title(said)


def _dated(title: str, said: str) -> str:
    document_of(f"{title}; {said}")
    return said


def _heading(title: str, said: str) -> str:
    document_of(f"{title};; {said}")
    return said
