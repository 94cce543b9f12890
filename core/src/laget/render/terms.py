"""Terms: the local names of what national rules have a name for, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from laget.assessment.notes import other_language
from laget.model.citations import SourceRef
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind, Term
from laget.render.layout import bullets, heading, marked, subheading, text_of, wrapped
from laget.render.words import Names, day, listed
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


def concepts(books: Sequence[Handbook]) -> tuple[ConceptRow, ...]:
    """Give every concept of some handbooks with its names: the national ones first, then local ones."""
    ids = dict.fromkeys(name for book in books for name in book.terms)
    rows = [_concept(name, [book for book in books if name in book.terms]) for name in ids]
    return tuple(sorted(rows, key=lambda row: row.national is None))


def _concept(name: str, books: Sequence[Handbook]) -> ConceptRow:
    return ConceptRow(
        id=name,
        concept=books[0].terms[name].concept,
        national=next((found for book in books if (found := _national(book, name)) is not None), None),
        names=tuple(_name(book, book.terms[name]) for book in books),
    )


def _national(book: Handbook, name: str) -> str | None:
    """Give the name that the nation gives a concept, whatever a municipality calls it."""
    return book.national_names.get(name)


def _name(book: Handbook, term: Term) -> NameRow:
    return NameRow(
        municipality=book.layer.id,
        where=book.layer.name,
        name=term.name,
        also_called=term.also_called,
        definition=term.definition,
        layer=term.origins["name"].layer if "name" in term.origins else term.origin.layer,
        sources=term.sources,
    )
