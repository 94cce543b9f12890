"""Who does things: offices, and the roles that people hold."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.entitlements import Ground, Statement
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry


class OfficeKind(StrEnum):
    """What an office is."""

    OFFICE = "office"
    TEAM = "team"
    MEETING = "meeting"
    SERVICE = "service"


class OfficeOwner(StrEnum):
    """Who runs an office."""

    MUNICIPALITY = "municipality"
    EXTERNAL = "external"
    INTERMUNICIPAL = "intermunicipal"
    COUNTY = "county"
    STATE = "state"
    PRIVATE = "private"
    VOLUNTARY = "voluntary"


@frozen(kw_only=True)
class Member(Entry):
    """A seat in an office or team. It names a position, never a person."""

    name: str
    """The position."""
    leader: bool = False
    """True for the one who leads."""
    on_call: bool = False
    """True for one who is not a member but may be called in."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""


@frozen(kw_only=True)
class Meets(Entry):
    """How often an office or a team meets."""

    every: str
    """The interval as an ISO 8601 duration, such as "P1M"."""
    text: str
    """What happens then."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""


@frozen(kw_only=True)
class Area(Entry):
    """Whom an office serves, and with which part of what it does."""

    text: str
    """Whom it serves, in a sentence."""
    municipalities: tuple[str, ...] = ()
    """The ids of the municipalities that it serves; all that share the layer, if left out."""
    when: Formula | None = None
    """Which cases it serves, such as an age range; all, if left out."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""


@frozen(kw_only=True)
class Office(Entry):
    """A place, a team or a meeting that does things."""

    name: str
    """What it is called; what is known of it, where the source does not name it."""
    named: bool = True
    """False when the source does not name it."""
    kind: OfficeKind = OfficeKind.OFFICE
    """What it is."""
    owner: OfficeOwner = OfficeOwner.MUNICIPALITY
    """Who runs it."""
    description: str | None = None
    """What it does."""
    seat: str | None = None
    """Where it is, where the source says."""
    satellites: tuple[str, ...] = ()
    """Where else it has a place: ids of municipalities."""
    hosted_by: str | None = None
    """The id of the office or municipality that houses it."""
    serves: tuple[Area, ...] = ()
    """Whom it serves; leave it out where the source is silent."""
    members: tuple[Member, ...] = ()
    """The seats in it."""
    meets: tuple[Meets, ...] = ()
    """How often it meets."""
    tasks: tuple[Statement, ...] = ()
    """What it must or may do."""
    contact: tuple[Statement, ...] = ()
    """How it is reached."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Role(Entry):
    """A function that a person holds."""

    name: str
    """What the municipality calls it."""
    also_called: tuple[str, ...] = ()
    """Other names for it in the same documents."""
    description: str | None = None
    """What it is for."""
    tasks: tuple[Statement, ...] = ()
    """What the one who holds it must or may do."""
    holders: tuple[Statement, ...] = ()
    """Who may hold it."""
    holding: tuple[Ground, ...] = ()
    """The same as tested rules: ways in which a candidate may come to hold it; one is enough."""
    replacement: tuple[Statement, ...] = ()
    """What happens when the one who holds it is away for a short or a long time."""
    handover: tuple[Statement, ...] = ()
    """What happens when another one takes over, and when the role ends."""
    statements: tuple[Statement, ...] = ()
    """Other things that the documents say about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Tool(Entry):
    """A system or form that work is done in."""

    name: str
    """What it is called."""
    used_for: tuple[str, ...]
    """What it is used for, a phrase each."""
    also_spelt: tuple[str, ...] = ()
    """Other spellings in the same documents."""
    sources: tuple[SourceRef, ...]
    """Where the document says so."""
