"""Terms: the local names of what national rules have a name for, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from laget.assessment.notes import other_language
from laget.model.citations import SourceRef
from laget.model.handbook import Handbook
from laget.model.layers import Term
from laget.render.layout import bullets, heading, subheading, text_of, wrapped
from laget.render.words import Names, day
from laget.texts import say


@frozen(kw_only=True)
class NameRow:
    """What one municipality calls a concept."""

    municipality: str
    """The id of the municipality."""
    where: str
    """The name of the municipality."""
    name: str
    also_called: tuple[str, ...]
    definition: str
    layer: str
    """The layer whose name it is: the nation's, where the municipality has none of its own."""
    as_national: bool
    """Whether the municipality adds nothing to what national rules call it."""
    sources: tuple[SourceRef, ...]
    """Where the documents use it."""


@frozen(kw_only=True)
class ConceptRow:
    """A concept with all its names."""

    id: str
    concept: str
    """The concept in English."""
    national: str | None
    """The name in national rules; `None` for what only municipalities have a name for."""
    names: tuple[NameRow, ...]


@frozen(kw_only=True)
class UnusedRow:
    """A municipality that is left out."""

    layer: str
    problem: str


@frozen(kw_only=True)
class Terms:
    """What things are called on a date."""

    on: str
    concepts: tuple[ConceptRow, ...]
    unused: tuple[UnusedRow, ...]


def concepts(books: Sequence[Handbook], nations: Sequence[Handbook]) -> tuple[ConceptRow, ...]:
    """Give every concept of some handbooks with its names: the national ones first, then local ones."""
    national = {name: term for nation in nations for name, term in nation.terms.items()}
    ids = dict.fromkeys([*national, *(name for book in books for name in book.terms)])
    return tuple(_concept(name, national, [book for book in books if name in book.terms]) for name in ids)


def _concept(name: str, national: Mapping[str, Term], books: Sequence[Handbook]) -> ConceptRow:
    found = national.get(name)
    return ConceptRow(
        id=name,
        concept=(found or books[0].terms[name]).concept,
        national=found.name if found else None,
        names=tuple(_name(book, book.terms[name], found) for book in books),
    )


def _name(book: Handbook, term: Term, national: Term | None) -> NameRow:
    return NameRow(
        municipality=book.layer.id,
        where=book.layer.name,
        name=term.name,
        also_called=term.also_called,
        definition=term.definition,
        layer=term.origins["name"].layer if "name" in term.origins else term.origin.layer,
        as_national=national is not None
        and (term.name, term.also_called, term.sources)
        == (national.name, national.also_called, national.sources),
        sources=term.sources,
    )


def terms_text(found: Terms, books: Sequence[Handbook], language: str = "nb") -> str:
    """Give the names as text, a part for each concept."""
    title = say("terms_title", language, day=day(date.fromisoformat(found.on), language))
    layers = [used.layer for book in books for used in book.layers]
    names = {book.layer.id: Names(book, language) for book in books}
    lines = heading(title)
    for text in other_language(layers, language):
        lines += wrapped(text)
    for row in found.concepts:
        lines += _concept_lines(row, names, language)
    problems = [say("terms_problem", language, layer=row.layer, problem=row.problem) for row in found.unused]
    return text_of([*lines, *([""] if problems else []), *bullets(problems, 0)])


def _concept_lines(row: ConceptRow, names: Mapping[str, Names], language: str) -> list[str]:
    """Give a concept: who has a name or a source of their own, and who calls it as the nation does."""
    local = [found for found in row.names if not found.as_national]
    same = ", ".join(found.where for found in row.names if found.as_national)
    title = row.national if row.national is not None else row.names[0].name
    return [
        *subheading(say("terms_concept", language, name=title, concept=row.concept)),
        *_local(local, names, language),
        *(wrapped(say("terms_same", language, names=same), 2, 2) if same else []),
    ]


def _local(rows: Sequence[NameRow], names: Mapping[str, Names], language: str) -> list[str]:
    """Give local names with who has them and where they stand; those who say the same together."""
    shared: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        places = "; ".join(names[row.municipality].basis(row.sources))
        also = say("terms_also", language, names=", ".join(row.also_called)) if row.also_called else ""
        shared.setdefault((row.name, also, places), []).append(row.where)
    return bullets(
        f"{', '.join(where)}: {name}{f', {also}' if also else ''}{f' [{places}]' if places else ''}"
        for (name, also, places), where in shared.items()
    )
