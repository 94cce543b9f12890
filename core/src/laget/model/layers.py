"""Layers, and what layers say about each other: open questions, answers, conflicts and names."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.origins import Entry


class LayerKind(StrEnum):
    """What area a layer holds for."""

    NATION = "nation"
    REGION = "region"
    MUNICIPALITY = "municipality"
    DISTRICT = "district"


class Language(StrEnum):
    """The written language of a layer's texts."""

    BOKMAL = "nb"
    NYNORSK = "nn"


@frozen(kw_only=True)
class Validity:
    """From when, and until when, a layer's rules hold. Both days are included."""

    first: date
    """The first day."""
    last: date | None = None
    """The last day; none is known, if left out."""
    assumed: str | None = None
    """Why the first day is assumed, where no source gives it."""
    last_known: date | None = None
    """The end of a plan period or a review date: later answers are the last known ones."""


@frozen(kw_only=True)
class Layer(Entry):
    """A set of rules that holds for an area."""

    name: str
    """The name of the area."""
    kind: LayerKind
    """What the area is."""
    number: str | None = None
    """The four-digit municipality number, quoted."""
    extends: tuple[str, ...] = ()
    """The layers it builds on, widest first."""
    language: Language = Language.BOKMAL
    """The written language of its texts."""
    valid: Validity
    """When its rules hold."""


@frozen(kw_only=True)
class Principle(Entry):
    """A principle that guides every assessment; shown, not computed."""

    text: str
    """The principle, in our own words."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class ConflictSide:
    """One of the texts that disagree."""

    text: str
    """What it says."""
    sources: tuple[SourceRef, ...] = ()
    """Where."""
    law: tuple[Citation, ...] = ()
    """The reference it gives, where the disagreement is about references."""


@frozen(kw_only=True)
class Conflict(Entry):
    """Two rules or sources that disagree."""

    text: str
    """What they disagree about."""
    sides: tuple[ConflictSide, ...]
    """The texts."""
    follows: str | None = None
    """Which of them laget follows; none, if left out."""
    reason: str
    """Why that one, or why none."""
    touches: tuple[str, ...] = ()
    """The ids of what it bears on: answers about them carry the note; none, if left out."""


@frozen(kw_only=True)
class OpenQuestion(Entry):
    """Something that national law leaves to the municipality."""

    question: str
    """The question."""
    law: tuple[Citation, ...] = ()
    """What leaves it open, where the sources say."""


class AnswerState(StrEnum):
    """What a layer says to an open question. Saying nothing is silence."""

    ANSWERED = "answered"
    NOT_OFFERED = "not_offered"


@frozen(kw_only=True)
class Answer(Entry):
    """A layer's answer to an open question; its id is the question's."""

    state: AnswerState
    """Whether it is answered, or answered with "not offered"."""
    text: str
    """The answer in a sentence."""
    entries: tuple[str, ...] = ()
    """The ids of the entries that hold it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document answers."""


@frozen(kw_only=True)
class Term(Entry):
    """A concept that municipalities have different names for."""

    concept: str
    """The concept in English, for the glossary."""
    name: str
    """What this layer calls it."""
    also_called: tuple[str, ...] = ()
    """Other names for it in the same documents."""
    definition: str
    """What it means, in a sentence."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document uses it."""
