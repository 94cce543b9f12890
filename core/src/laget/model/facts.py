"""Facts: the typed things that can be known about a case, and the vocabulary around them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Formula
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry

FactValue = bool | int | Decimal | str | date
"""A known value of a fact. Unknown is `None`."""


class FactKind(StrEnum):
    """The types a fact can have."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@frozen(kw_only=True)
class Presumed:
    """The value that people presume while nobody has raised the fact. Never used for `outcome`."""

    value: FactValue
    """The presumed value."""
    reason: str
    """Why it may be presumed."""


@frozen(kw_only=True)
class DerivedCase:
    """One of several ways to compute a fact; its `when` says when it is the one."""

    when: Formula
    """The condition."""
    value: Formula
    """The value under that condition."""


class Observed(StrEnum):
    """What laget itself sees in a case's group and meetings. Such facts are never asked for."""

    GROUP_MEMBERS = "group_members"
    """The number of members of the group."""
    GROUP_OFFICES = "group_offices"
    """The number of different offices that members come from."""
    GROUP_COORDINATORS = "group_coordinators"
    """The number of members with the role `koordinator` or `barnekoordinator`."""
    GROUP_HAS_CHILD_SIDE = "group_has_child_side"
    """Whether the recipient, a parent, a guardian or other next of kin is a member."""
    GROUP_HAS_DOCTOR = "group_has_doctor"
    """Whether the child's doctor (`fastlege`) is a member."""
    MEETING_NOTICE_DAYS = "meeting_notice_days"
    """The number of days from the notice to the meeting."""
    MEETING_MINUTES = "meeting_minutes"
    """The length of the meeting in minutes."""
    MEETINGS_LAST_YEAR = "meetings_last_year"
    """The number of meetings of the same kind in the year up to the date asked about, that date included."""


@frozen(kw_only=True)
class Fact(Entry):
    """A typed thing that can be known about a case."""

    label: str
    """A noun phrase without article that fits into a sentence, such as "særlig tyngende omsorgsarbeid"."""
    question: str
    """The question that gives the fact when somebody answers it."""
    type: FactKind
    """The type of its values."""
    unit: str | None = None
    """The unit of a number, in the plural, such as "timer per uke"."""
    choices: FrozenMapping[str] | None = None
    """The values of a choice with their labels."""
    minimum: int | None = None
    """The smallest value that makes sense."""
    maximum: int | None = None
    """The largest value that makes sense."""
    answered_by: tuple[str, ...] = ()
    """The ids of the roles that can answer."""
    judgement: bool = False
    """True when only a professional can answer (skjønn)."""
    presumed: Presumed | None = None
    """What is presumed while nobody has raised it."""
    derived: Formula | tuple[DerivedCase, ...] | None = None
    """How it is computed from other facts; such a fact is not asked for."""
    observed: Observed | None = None
    """What of the case's group or meetings it is; such a fact is not asked for."""
    residence: bool = False
    """True when it says whether the child lives in the municipality that is asked."""
    help: str | None = None
    """What the one who answers needs to know."""
    sources: tuple[SourceRef, ...] = ()
    """Where the documents use it."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the sources give one."""


def derivations(fact: Fact) -> tuple[Formula, ...]:
    """Give the expressions that a fact is derived by."""
    if isinstance(fact.derived, tuple):
        return tuple(formula for case in fact.derived for formula in (case.when, case.value))
    return () if fact.derived is None else (fact.derived,)


@frozen(kw_only=True)
class Given(Entry):
    """A fact that a layer gives for all its cases; its id is the fact's."""

    value: FactValue
    """The value."""
    sources: tuple[SourceRef, ...]
    """Where the document says so."""


@frozen(kw_only=True)
class Contradiction(Entry):
    """Something that no case can be: bad input, refused with this message."""

    when: Formula
    """True for a case that cannot be."""
    unless: Formula | None = None
    """What explains it, when known to be true."""
    fact: str
    """The fact that the finding points at."""
    message: str
    """What is wrong, in Norwegian."""
    hint: str
    """What to do, in Norwegian."""


@frozen(kw_only=True)
class Purpose(Entry):
    """What an application can be for."""

    label: str
    """The name, as a noun phrase."""
    fact: str | None = None
    """The boolean fact that becomes true when something is applied for with this purpose."""


@frozen(kw_only=True)
class ServiceKind(Entry):
    """A kind of service that rules count, such as health and care services."""

    label: str
    """The name in the plural."""


@frozen(kw_only=True)
class Thing(Entry):
    """Something a child may already have that no layer assesses, such as a place in school."""

    label: str
    """The name."""
    counts_as: tuple[str, ...] = ()
    """The kinds of service it counts as."""


@frozen(kw_only=True)
class StepKind(Entry):
    """An act that somebody may have to do before a decision, in the national vocabulary."""

    label: str
    """The name, as a noun phrase."""
    done_by: str | None = None
    """The id of the event that shows that it is done."""


@frozen(kw_only=True)
class EventKind(Entry):
    """Something that happens on a date in a case."""

    label: str
    """The name, as a noun phrase."""
