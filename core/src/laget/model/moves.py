"""What changes for a child that moves, or lives in two municipalities: plain, immutable data.

Everything has a `first` side, where the child moves from, and a `second`, where it moves to. The keys are
a contract: more may come, none changes meaning. `schemas/move.schema.json` is made from these classes.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from laget.model.answers import (
    GroundAnswer,
    LimitAnswer,
    MissingFact,
    MunicipalityRef,
    Outcome,
    Provisional,
    RankedFact,
    Receipt,
    RouteAnswer,
    StepAnswer,
    WaitsFor,
)
from laget.model.differences import (
    FeeDifference,
    NameDifference,
    RoleSide,
    RouteDifference,
    Standing,
    StandingState,
    StepDifference,
)
from laget.model.entitlements import EntitlementKind, Strength


class Change(StrEnum):
    """What a move changes for one entitlement. It compares assessments, and decides nothing."""

    LOST = "lost"
    WEAKER = "weaker"
    ONLY_HERE = "only_here"
    GAINED = "gained"
    STRONGER = "stronger"
    ONLY_THERE = "only_there"
    UNCERTAIN = "uncertain"
    SAME = "same"


class Kept(StrEnum):
    """Why something of the case is not held against one of the sides."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    RESIDENCE = "residence"
    MISFIT = "misfit"


@frozen(kw_only=True)
class LeftOut:
    """Something the case says that one side cannot take. It is not lost: it is listed here."""

    section: str
    """The part of the case: `facts`, `has`, `applies_for`, `events`, `steps`, `group` or `meetings`."""
    id: str
    """The id of what is left out."""
    name: str
    """What the other side calls it; the id, where it has no name."""
    reason: Kept
    """`unknown`: no such thing here. `given`: the municipality answers it itself, otherwise. `residence`: it
    was said of the municipality the child moves from. `misfit`: the value is none that can be given here."""


@frozen(kw_only=True)
class MoveSide:
    """One of the two municipalities."""

    municipality: MunicipalityRef
    """The municipality."""
    receipt: Receipt
    """The fingerprint of everything that produced this side."""
    missing: tuple[RankedFact, ...]
    """The missing facts, those that settle most first."""
    left_out: tuple[LeftOut, ...]
    """What the case says that this side cannot take."""
    notes: tuple[str, ...]
    """What every reader of this side's answers must know."""


@frozen(kw_only=True)
class MovedSide:
    """What one side says about one entitlement in the case."""

    standing: Standing
    """Whether it is assessed, an offer without conditions, announced, withdrawn, ended or absent: silence."""
    own: bool
    """Whether the municipality has criteria of its own; false when it only has national ones, or none."""
    outcome: Outcome | None
    """The strict outcome; `null` when it is not assessed."""
    strength: Strength | None
    """The strength; `null` while the outcome is unknown, and when it is not assessed."""
    waits_for: tuple[WaitsFor, ...]
    """What an unknown outcome waits for."""
    provisional: Provisional | None
    """The outcome with presumed values; `null` when it is not assessed."""
    grounds: tuple[GroundAnswer, ...]
    """The grounds with the outcome, each with only the criteria that decide it: what is fulfilled when the
    outcome is met, what keeps it from being better when it is not."""
    missing: tuple[MissingFact, ...]
    """The facts that can change or strengthen the answer."""


@frozen(kw_only=True)
class Moved:
    """One entitlement or offer on both sides."""

    id: str
    """The id of the entitlement."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    has: bool
    """Whether the case says that the child has it."""
    applied_for: bool
    """Whether the case applies for it."""
    change: Change
    """What changes, by the strict outcomes. Silence on one side is never a loss: it is `only_here` or
    `only_there`; an unknown outcome is `uncertain`."""
    likely: Change
    """What changes, by the provisional outcomes, under what `provisional` on each side assumes."""
    same_criteria: bool | None
    """Whether the criteria mean the same; then what is uncertain on both sides gets the same answer, unless
    one of them was not told all of the case. `null` when not both assess it."""
    first: MovedSide
    """Where the child moves from."""
    second: MovedSide
    """Where it moves to."""

    @property
    def matters(self) -> bool:
        """Whether the child has it, applies for it, or may well get it on one of the sides."""
        likely = (self.first.provisional, self.second.provisional)
        opens = (Outcome.MET, Outcome.EXCEPTION)
        return self.has or self.applied_for or any(found and found.outcome in opens for found in likely)


@frozen(kw_only=True)
class MovedThing:
    """Something the child has, and whether it is there on both sides."""

    id: str
    """The id of an entitlement or a thing."""
    name: str
    """What it is called where the child moves from; there, if it is only there."""
    since: date | None
    """Since when the child has it."""
    amount: Decimal | None
    """How much."""
    unit: str | None
    """Of what."""
    per: str | None
    """Per period."""
    first: Standing | None
    """How it stands where the child moves from; `null` for what is no help from a municipality."""
    second: Standing | None
    """How it stands where the child moves to; `null` for what is no help from a municipality."""


@frozen(kw_only=True)
class Anew:
    """Something to apply for where the child moves to: it has it, applies for it, or may well get it."""

    id: str
    """The id of the entitlement."""
    name: str
    """What the second municipality calls it."""
    has: bool
    """Whether the case says that the child has it."""
    applied_for: bool
    """Whether the case applies for it."""
    standing: StandingState
    """How it stands in the second municipality."""
    steps: tuple[StepAnswer, ...]
    """What the second municipality asks for before a decision, with how far the case says it has come. The
    case may say so of the first municipality: whether that counts, only the documents could tell."""
    way: tuple[RouteAnswer, ...]
    """Whom to contact, and to whom an application goes."""


@frozen(kw_only=True)
class MovedRole:
    """A role that is called, appointed or held in another way, or that only one side has."""

    role: str
    """The id of the role."""
    first: RoleSide | None
    """The role on the first side; `null` when it is not there."""
    second: RoleSide | None
    """The role on the second side; `null` when it is not there."""


@frozen(kw_only=True)
class MovedLimits:
    """Bounds on one thing that only one side has, compared with what the case applies for."""

    about: str
    """The id of the entitlement."""
    first_name: str
    """What the first side calls it."""
    second_name: str
    """What the second calls it."""
    first: tuple[LimitAnswer, ...]
    """What only the first side says."""
    second: tuple[LimitAnswer, ...]
    """What only the second says."""


@frozen(kw_only=True)
class Move:
    """What changes for one child between two municipalities. Never a decision."""

    contract: int
    """The version of this form."""
    on: date
    """The date asked about, the same on both sides."""
    first: MoveSide
    """Where the child moves from."""
    second: MoveSide
    """Where it moves to."""
    entitlements: tuple[Moved, ...]
    """Every entitlement and offer of either side."""
    has: tuple[MovedThing, ...]
    """What the child has."""
    anew: tuple[Anew, ...]
    """What to apply for where the child moves to."""
    routes: tuple[RouteDifference, ...]
    """Steps of the way that another office or role does, as they are settled in the case."""
    roles: tuple[MovedRole, ...]
    """Roles that are called, appointed or held in another way."""
    steps: tuple[StepDifference, ...]
    """Acts before a decision that differ."""
    limits: tuple[MovedLimits, ...]
    """Bounds that differ."""
    fees: tuple[FeeDifference, ...]
    """Fees that differ."""
    names: tuple[NameDifference, ...]
    """Other names for the same thing."""
    notes: tuple[str, ...]
    """What the answer rests on, and what the documents do not say."""
