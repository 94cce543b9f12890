"""Choices: lists of lines of which one holds. Routes and ladders are choices."""

from __future__ import annotations

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.entitlements import Statement
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry


@frozen(kw_only=True)
class Declared:
    """A hole or an overlap between lines that the source itself has: a note, not a mistake."""

    note: str
    """What the source leaves open."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document does so."""


@frozen(kw_only=True)
class Target:
    """Who a line of a route points to. Exactly one of `office`, `role` and `same_as` is given."""

    office: str | None = None
    """The id of an office."""
    role: str | None = None
    """The id of a role."""
    same_as: str | None = None
    """Another step of the route, for "the one who decided"."""
    at: str | None = None
    """With `role`: the id of the office where the role is held."""
    holder_of: str | None = None
    """With `role`: the role at the office that holds this, such as the coordination."""
    assigned_by: str | None = None
    """The id of the office that picks it."""


@frozen(kw_only=True)
class RouteLine(Entry):
    """One way that a step can go."""

    to: Target
    """Who does it."""
    applies_to: tuple[str, ...] = ()
    """The entitlements the line is for; all, if left out."""
    others: bool = False
    """True when the line is for all entitlements that no other line of the route names."""
    when: Formula | None = None
    """When the line holds; always, if left out."""
    unclear: Unclear | None = None
    """What the source leaves open: the target is then a candidate, never the answer."""
    text: str | None = None
    """What the source says about it, in our own words."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Route(Entry):
    """Who does one step of the way from contact to appeal. Its id is the step's."""

    name: str
    """What the step is called."""
    position: int
    """The place of the step on the way, from 1."""
    lines: tuple[RouteLine, ...] = ()
    """The ways it can go."""
    overlap: Declared | None = None
    """Set when the source itself lets two lines hold."""
    hole: Declared | None = None
    """Set when the source itself leaves some entitlements or cases without a line."""
    notes: tuple[Statement, ...] = ()
    """What the source says about the step that no line can express."""


@frozen(kw_only=True)
class Level(Entry):
    """A level of a ladder."""

    name: str
    """The level with its heading."""
    text: str
    """What the level means."""
    when: Formula
    """When a case is on it."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    grounds: tuple[Statement, ...] = ()
    """What is weighed when the level is set."""
    brings: tuple[str, ...] = ()
    """The entitlements (plan forms) that go with the level."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""


@frozen(kw_only=True)
class Ladder(Entry):
    """A scale of levels. Two ladders are two scales, and are never mapped to each other."""

    name: str
    """What the ladder is called."""
    description: str
    """What it is for."""
    levels: tuple[Level, ...]
    """The levels, lowest first."""
    overlap: Declared | None = None
    """Set when the source itself lets two levels hold."""
    hole: Declared | None = None
    """Set when the source itself leaves some cases without a level."""
    statements: tuple[Statement, ...] = ()
    """Other things the source says about the ladder."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
