"""Documents and laws, and how rules refer to them."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry


@frozen(kw_only=True)
class SourceRef:
    """A place in a municipal document."""

    document: str
    """The id of the document."""
    section: str
    """The section as the document numbers it, such as "1.1"; it must be among the document's sections."""
    page: int | None = None
    """The page, where the document has page numbers."""


@frozen(kw_only=True)
class LawRef:
    """A section of a law or regulation."""

    law: str
    """The id of the law, such as `hol`."""
    section: str
    """The section with its sign, such as "§ 7-2 a"; empty when the whole law is meant."""


@frozen(kw_only=True)
class Citation:
    """A legal basis as the source printed it, with the corrected reference where that is wrong."""

    law: str
    """The id of the law that the source names."""
    section: str
    """The section that the source names, such as "§ 7-2 a"; empty when it names none."""
    printed: str | None = None
    """The source's own characters, where they differ from law and section."""
    corrected: LawRef | None = None
    """The right reference, where the printed one is wrong or outdated."""
    reason: str | None = None
    """Why the reference is corrected, or what is doubtful about it."""


@frozen(kw_only=True)
class Withdrawal:
    """What a layer says when it takes away what a wider layer has: not offered here, and why."""

    reason: str
    """Why it does not hold here, in a sentence."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Guiding:
    """A document whose criteria only guide: an individual assessment is a right whatever the outcome."""

    text: str
    """What every answer from the document says about it."""
    sources: tuple[SourceRef, ...]
    """Where the document says that it only guides."""


@frozen(kw_only=True)
class Document(Entry):
    """A document that rules are made from."""

    title: str
    """The title."""
    publisher: str
    """Who published it."""
    dated: date | None = None
    """The date that the document bears, if any."""
    sections: FrozenMapping[str]
    """The sections that may be cited: number and heading."""
    guiding: Guiding | None = None
    """Set when the document says that its criteria only guide."""
    note: str | None = None
    """What a reader should know about the document, such as how it was read."""


@frozen(kw_only=True)
class Law(Entry):
    """A law or regulation."""

    name: str
    """The full name."""
    short: str
    """The short name used in text, such as "helse- og omsorgstjenesteloven"."""
    number: str
    """The register number, such as "2011-06-24-30"."""
    in_force_from: date | None = None
    """The first day in force, where known."""
    in_force_to: date | None = None
    """The last day in force, for a repealed law."""
    successor: str | None = None
    """The id of the law that replaced it."""
    note: str | None = None
    """What a reader should know about the law, such as a name that sources often get wrong."""
