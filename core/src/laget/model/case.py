"""A case: what is known about one anonymous child on one date. Never a name or an identity number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping


class StepState(StrEnum):
    """How far a step has come. A step that nobody mentions is `unknown`."""

    DONE = "done"
    OPEN = "open"
    DECLINED = "declined"
    MISSED = "missed"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Held:
    """Something the child already has."""

    id: str
    """The id of an entitlement, or of a thing in the vocabulary, such as `skole`."""
    since: date | None = None
    """Since when."""
    amount: Decimal | None = None
    """How much."""
    unit: str | None = None
    """Of what: `hours`, `days` …"""
    per: str | None = None
    """Per period: `week`, `month` …"""


@frozen(kw_only=True)
class Application:
    """What is applied for."""

    id: str
    """The id of the entitlement."""
    amount: Decimal | None = None
    """How much."""
    unit: str | None = None
    """Of what: `hours`, `days`, `weekends` …"""
    per: str | None = None
    """Per period: `week`, `month`, `stay` …"""
    purposes: tuple[str, ...] = ()
    """What it is for: ids of purposes."""


@frozen(kw_only=True)
class Event:
    """Something that happened."""

    event: str
    """The id of the kind of event."""
    on: date
    """The day."""
    about: str | None = None
    """The entitlement it is about; all, if left out."""
    channel: str | None = None
    """How it came, such as `helsami`."""


@frozen(kw_only=True)
class StepTaken:
    """How far a step has come."""

    id: str
    """The id of the step."""
    state: StepState
    """The state."""
    about: str | None = None
    """The entitlement it is about; all, if left out."""
    on: date | None = None
    """The day it was done."""


@frozen(kw_only=True)
class GroupMember:
    """A member of the group around the child: a role, never a name."""

    role: str
    """The id of the role."""
    office: str | None = None
    """The id of the office that the member comes from."""


@frozen(kw_only=True)
class GroupAround:
    """The group around the child."""

    kind: str
    """The id of the kind of group."""
    members: tuple[GroupMember, ...] = ()
    """Its members."""


@frozen(kw_only=True)
class MeetingHeld:
    """A meeting that was held, or is planned."""

    kind: str
    """The id of the kind of meeting."""
    on: date
    """The day."""
    invited: date | None = None
    """The day the notice was sent."""
    minutes: int | None = None
    """How long it lasted, in minutes."""


@frozen(kw_only=True)
class Case:
    """What is known about one anonymous child on one date."""

    on: date | None = None
    """The date asked about; today, if left out."""
    facts: FrozenMapping[FactValue | None] = field(factory=FrozenMapping)
    """The known facts by id; `null` means asked, and not known."""
    has: tuple[Held, ...] = ()
    """What the child already has."""
    has_complete: bool = False
    """True when `has` lists everything: only then does unlisted mean that the child does not have it."""
    applies_for: tuple[Application, ...] = ()
    """What is applied for."""
    events: tuple[Event, ...] = ()
    """What has happened."""
    steps: tuple[StepTaken, ...] = ()
    """How far steps have come."""
    group: GroupAround | None = None
    """The group around the child, if there is one."""
    meetings: tuple[MeetingHeld, ...] = ()
    """Meetings held and planned."""
