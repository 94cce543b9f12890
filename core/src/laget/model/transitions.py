"""Transitions: what happens to every child at about one age, though no rule of a service says so."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Unclear
from laget.model.origins import Entry


class TransitionBy(StrEnum):
    """What a transition follows."""

    BIRTHDAY = "birthday"
    """The day on which the age is completed."""
    CALENDAR_YEAR = "calendar_year"
    """The calendar year in which the age is completed, whatever day the birthday is."""


@frozen(kw_only=True)
class Transition(Entry):
    """A step from one stage of life to the next, which must be planned, and which no service's rules give."""

    name: str
    """What it is called, such as "fra barnehage til skole"."""
    text: str
    """What happens, in a sentence."""
    age: int
    """The age in completed years that it comes with."""
    by: TransitionBy
    """Whether it comes on the birthday, or some time in that calendar year."""
    first_month: int | None = None
    """The first month it comes in, from 1, where it goes by the calendar year and that much is known."""
    last_month: int | None = None
    """The last month it comes in. A day is never given: the sources do not say one."""
    unclear: Unclear | None = None
    """What the sources leave open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the documents say so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where there is one."""
