"""Reading what the user says: numbers, names, documents. Everything wrong raises `CannotFoundError`."""

from __future__ import annotations

import re
from datetime import date

from laget.model.layers import Language, LayerKind
from laget.register import RegisteredMunicipality, find, plain_id, register
from laget.scaffold.refusals import CannotFoundError, plain_text
from laget.scaffold.wishes import NewDocument, NewLayer

_ID = re.compile(r"[a-z][a-z0-9_]*")
_FICTIONAL = re.compile(r"99\d\d")
_NAME = re.compile(r"[\w .,'’()&/-]+")
_NUMBERED = re.compile(r"((?:kapittel|vedlegg)?\s*[A-Z]?\d+(?:\.\d+)*)[.:)]?\s+(.*)", re.IGNORECASE)

_HOW_TO_NAME = "give an id of lower-case letters, digits and _ with --id"


def municipality_of(
    number: str, name: str | None, id_: str | None, extends: str, language: Language
) -> NewLayer:
    """Give a municipality: a real one has its name from the register, a fictional one is numbered 99xx.

    >>> municipality_of("9901", "Lia", None, "norge", Language.BOKMAL).name
    'Lia'
    """
    real = _registered(number)
    if real is None and name is None:
        raise CannotFoundError(f"{number} is fictional and has no name", "give it one with --name")
    official = real.name.split(" - ")[0] if real else _plain_name(name or "")
    if real and name is not None and (found := find(name)) != real:
        advice = f"leave --name out, or give {found.number}" if found else "leave --name out"
        raise CannotFoundError(f"{number} is {official}, not «{name}»", advice)
    if real is None and (taken := find(official)) is not None:
        raise CannotFoundError(
            f"{official} has the number {taken.number}, not {number}",
            f"give {taken.number}, or choose a name that no municipality has",
        )
    return NewLayer(
        id=_checked_id(id_ or plain_id(re.sub(r"[()]", "", official)), official),
        name=official,
        kind=LayerKind.MUNICIPALITY,
        number=number,
        county=real.county if real else None,
        extends=extends,
        language=language,
    )


def region_of(name: str, id_: str | None, extends: str, language: Language) -> NewLayer:
    """Give a region. It has no number."""
    known = _plain_name(name)
    made = _checked_id(id_ or plain_id(known), known)
    return NewLayer(id=made, name=known, kind=LayerKind.REGION, extends=extends, language=language)


def is_fictional(number: str) -> bool:
    """Tell whether no real municipality has such a number: none begins with 99.

    >>> is_fictional("9901")
    True
    """
    return _FICTIONAL.fullmatch(number) is not None


def document_of(written: str) -> NewDocument:
    """Read a document, written as title, date and headings with `;` between.

    >>> document_of("Plan; 2024-05-01; 1.2 Turvenn").sections
    (('1.2', 'Turvenn'),)
    """
    title, _, rest = written.partition(";")
    dated, _, headings = rest.partition(";")
    known = plain_text(title, "the title of a document")
    return NewDocument(
        id=_checked_id(_short(known), known),
        title=known,
        dated=_date(dated.strip(), known),
        sections=_sections([heading.strip() for heading in headings.split(";") if heading.strip()]),
    )


def _registered(number: str) -> RegisteredMunicipality | None:
    """Give a real municipality; `None` for a number that none can have."""
    if is_fictional(number):
        return None
    for municipality in register():
        if municipality.number == number:
            return municipality
    advice = "municipality numbers have four digits, such as 5026"
    if (named := find(number)) is not None:
        advice = f"{named.name.split(' - ')[0]} has {named.number}"
    elif re.fullmatch(r"\d{4}", number):
        advice = "give one that is in use, or 9900 to 9999 for a fictional municipality"
    raise CannotFoundError(f"«{plain_text(number, 'the number')}» is no municipality number", advice)


def _plain_name(name: str) -> str:
    known = plain_text(name, "the name")
    if not _NAME.fullmatch(known):
        raise CannotFoundError(f"«{known}» is no name", "write letters, digits, spaces and hyphens")
    return known


def _checked_id(id_: str, name: str) -> str:
    if not _ID.fullmatch(id_):
        raise CannotFoundError(f"«{name}» can't be written as an id («{id_}»)", _HOW_TO_NAME)
    return id_


def _short(title: str) -> str:
    """Make an id of a title: its first words, as far as they are plain letters and digits."""
    words = re.findall(r"[a-z0-9]+", plain_id(title))
    made = ""
    for word in words:
        if made and len(made) + len(word) >= 30:  # noqa: PLR2004 - an id that is still easy to type
            break
        made = f"{made}_{word}" if made else word
    return made if made[:1].isalpha() else f"dokument_{made}".rstrip("_")


def _date(written: str, title: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        problem = f"the date of «{title}», «{plain_text(written, 'the date')}», is no date"
        raise CannotFoundError(
            problem, "write it like 2026-03-01, or nothing where the document bears none"
        ) from None


def _sections(headings: list[str]) -> tuple[tuple[str, str], ...]:
    """Give number and heading of each section; one without a number is counted."""
    found: dict[str, str] = {}
    for position, heading in enumerate(headings, start=1):
        numbered = _NUMBERED.fullmatch(plain_text(heading, "a heading"))
        key, text = (numbered[1], numbered[2]) if numbered and numbered[2] else (str(position), heading)
        if key in found:
            raise CannotFoundError(
                f"two sections are numbered {key}", "tell them apart, such as «5.2 IP» and «5.2 Samtykke»"
            )
        found[key] = text
    return tuple(found.items())
