"""What differs between two handbooks: plain, immutable data with a stable JSON form.

Everything has a `first` and a `second` side. The keys are a contract: more may come, none changes
meaning. `schemas/comparison.schema.json` is made from these classes.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from laget.model.answers import ChoiceState, MunicipalityRef, Outcome, Provisional, Receipt
from laget.model.consent_differences import ConsentDifference
from laget.model.duty_differences import DutyDifference
from laget.model.entitlements import EntitlementKind, Force, LinkKind, Strength
from laget.model.organisation import OfficeKind, OfficeOwner
from laget.model.past import Past
from laget.model.witnesses import GroundsDifference


class StandingState(StrEnum):
    """How something stands in a handbook."""

    ASSESSED = "assessed"
    OFFER = "offer"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    ABSENT = "absent"


class FeeState(StrEnum):
    """What a handbook says about a fee."""

    SILENT = "silent"
    FREE = "free"
    COSTS = "costs"


@frozen(kw_only=True)
class ComparedSide:
    """One of the two handbooks."""

    municipality: MunicipalityRef
    """The municipality."""
    on: date
    """The date whose rules are compared."""
    receipt: Receipt
    """The fingerprint of everything that produced this side."""


@frozen(kw_only=True)
class Standing:
    """How one thing stands in one handbook."""

    state: StandingState
    """Whether it is assessed, an offer without conditions, announced, withdrawn, ended or absent."""
    name: str | None
    """What the municipality calls it; `null` when it is not there."""
    reason: str | None
    """Why it is not there, where a layer says so."""


@frozen(kw_only=True)
class StandingDifference:
    """Something that at least one side has, and that does not stand the same way in both."""

    id: str
    """The id of the entitlement."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    first: Standing
    """How it stands in the first handbook."""
    second: Standing
    """How it stands in the second."""


@frozen(kw_only=True)
class CriteriaDifference:
    """Something that both assess, by criteria that are not the same."""

    id: str
    """The id of the entitlement."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    first_name: str
    """What the first side calls it."""
    second_name: str
    """What the second calls it."""
    first_own: bool
    """Whether the first side has criteria of its own; false when it only has national ones."""
    second_own: bool
    """Whether the second side has criteria of its own."""
    grounds: GroundsDifference
    """What differs."""


@frozen(kw_only=True)
class LimitSide:
    """A bound of one side."""

    id: str
    """Its id."""
    text: str
    """The bound as a sentence."""
    min: Decimal | None
    """The least amount."""
    max: Decimal | None
    """The greatest amount."""
    unit: str
    """What is counted."""
    per: str | None
    """The period."""
    carries_over: bool | None
    """Whether unused amounts can be used later; `null` is silence."""
    unclear: str | None
    """What the source leaves open."""


@frozen(kw_only=True)
class LimitDifference:
    """Bounds on one thing that only one side has."""

    about: str
    """The id of the entitlement."""
    first_name: str
    """What the first side calls it."""
    second_name: str
    """What the second calls it."""
    first: tuple[LimitSide, ...]
    """What only the first side says."""
    second: tuple[LimitSide, ...]
    """What only the second says."""


@frozen(kw_only=True)
class FeeSide:
    """What one side says about a fee."""

    state: FeeState
    """Whether it is silent, says that there is no fee, or says what it costs."""
    text: str | None
    """The rule as a sentence; `null` is silence."""


@frozen(kw_only=True)
class FeeDifference:
    """Another fee."""

    about: str
    """The id of the entitlement."""
    first_name: str
    """What the first side calls it."""
    second_name: str
    """What the second calls it."""
    first: FeeSide
    """What the first side says."""
    second: FeeSide
    """What the second says."""


@frozen(kw_only=True)
class Doer:
    """One who does a step, or may do it."""

    office: str | None
    """The id of the office."""
    role: str | None
    """The id of the role."""
    name: str
    """What it is called."""
    kind: OfficeKind | None
    """What kind of office it is; `null` when no office is given."""
    owner: OfficeOwner | None
    """Who runs the office; `null` when no office is given."""


@frozen(kw_only=True)
class WaySide:
    """What one side says about who does a step: before anything is known of a case, or in one (a move)."""

    state: ChoiceState
    """What is known."""
    who: tuple[Doer, ...]
    """The one who does it, when settled; all who may, when not."""
    missing: tuple[str, ...]
    """The facts that settle it, when open."""


@frozen(kw_only=True)
class RouteDifference:
    """A step of the way that goes another way."""

    step: str
    """The id of the step."""
    step_name: str
    """What the step is called."""
    about: tuple[str, ...]
    """The ids of the entitlements for which it is so."""
    first: WaySide
    """What the first side says."""
    second: WaySide
    """What the second says."""


@frozen(kw_only=True)
class RoleSide:
    """A role on one side."""

    name: str
    """What it is called."""
    appoint_unit: WaySide | None
    """Who appoints the unit; `null` when no step of the way says."""
    appoint_person: WaySide | None
    """Who appoints the person; `null` when no step of the way says."""
    holders: tuple[str, ...]
    """Who may hold it, as the source says it; none is silence."""
    tested: bool
    """Whether there are rules that test a candidate."""


@frozen(kw_only=True)
class RoleDifference:
    """A role that is appointed or held in another way, or that only one side has."""

    role: str
    """The id of the role."""
    first: RoleSide | None
    """The role on the first side; `null` when it is not there."""
    second: RoleSide | None
    """The role on the second side; `null` when it is not there."""
    otherwise: bool
    """Whether something else than the rules that test a candidate differs."""
    holding: GroundsDifference | None
    """Candidates whom one side lets hold it and the other does not; `null` when the rules are the same."""


@frozen(kw_only=True)
class LevelSide:
    """A level of a ladder."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    text: str
    """What it means."""
    when: str
    """When a case is on it, as an expression."""


@frozen(kw_only=True)
class LadderSide:
    """A ladder of one side."""

    id: str
    """Its id."""
    name: str
    """What it is called."""
    levels: tuple[LevelSide, ...]
    """Its levels, lowest first."""


@frozen(kw_only=True)
class LaddersDifference:
    """The ladders of both sides, side by side. Levels of different ladders are never the same level."""

    first: tuple[LadderSide, ...]
    """The ladders that only the first side has in this form."""
    second: tuple[LadderSide, ...]
    """The ladders that only the second side has in this form."""


@frozen(kw_only=True)
class StepSide:
    """What one side asks somebody to do before a decision."""

    text: str
    """What must be done."""
    who: str | None
    """What the one who does it is called; `null` is silence."""
    by: str | None
    """The last day for it, as an expression."""
    force: Force
    """How binding the source's words are."""


@frozen(kw_only=True)
class StepDifference:
    """An act before a decision that differs, or that only one side asks for."""

    step: str
    """The id of the act."""
    step_name: str
    """What the act is called."""
    about: tuple[str, ...]
    """The ids of the entitlements for which it is so."""
    first: StepSide | None
    """What the first side asks for; `null` when it does not."""
    second: StepSide | None
    """What the second asks for; `null` when it does not."""


@frozen(kw_only=True)
class LinkSide:
    """How one side relates two things."""

    text: str
    """The relation as a sentence."""
    force: Force
    """How binding the source's words are."""


@frozen(kw_only=True)
class LinkDifference:
    """A relation between two entitlements that differs, or that only one side has."""

    about: str
    """The id of the entitlement."""
    kind: LinkKind
    """The relation."""
    to: str
    """The id of the other entitlement."""
    first: LinkSide | None
    """What the first side says; `null` when it does not."""
    second: LinkSide | None
    """What the second says; `null` when it does not."""


@frozen(kw_only=True)
class NameDifference:
    """One thing with two names."""

    section: str
    """The section of the handbook: `entitlements`, `roles`, `offices` or `terms`."""
    id: str
    """The id."""
    first: str
    """What the first side calls it."""
    second: str
    """What the second calls it."""


@frozen(kw_only=True)
class CaseSide:
    """What one side says about one entitlement in the case that was given."""

    name: str
    """What it calls it."""
    outcome: Outcome
    """The strict outcome."""
    strength: Strength | None
    """The strength; `null` while the outcome is unknown."""
    provisional: Provisional
    """The outcome with presumed values."""


@frozen(kw_only=True)
class CaseRow:
    """One entitlement in the two assessments of a case."""

    id: str
    """The id of the entitlement."""
    differs: bool
    """Whether the outcomes, strict or provisional, differ."""
    first: CaseSide | None
    """What the first side says; `null` when it does not assess it."""
    second: CaseSide | None
    """What the second says; `null` when it does not assess it."""


@frozen(kw_only=True)
class Comparison:
    """Everything that differs in meaning between two handbooks. Texts alone are no difference."""

    contract: int
    """The version of this form."""
    first: ComparedSide
    """The first handbook."""
    second: ComparedSide
    """The second handbook."""
    same: bool | None
    """True when no difference was found and nothing was left out; `null` when none was found within the
    bound; false when there is one."""
    standing: tuple[StandingDifference, ...]
    """What only one side has, or has in another way."""
    criteria: tuple[CriteriaDifference, ...]
    """Other criteria, each with cases that show it."""
    limits: tuple[LimitDifference, ...]
    """Other bounds."""
    fees: tuple[FeeDifference, ...]
    """Other fees."""
    steps: tuple[StepDifference, ...]
    """Other acts before a decision."""
    routes: tuple[RouteDifference, ...]
    """Others who do the steps of the way."""
    roles: tuple[RoleDifference, ...]
    """Other roles, or other ways to appoint and to hold them."""
    levels: LaddersDifference | None
    """Other ladders; `null` when both have the same."""
    links: tuple[LinkDifference, ...]
    """Other relations between entitlements."""
    duties: tuple[DutyDifference, ...]
    """Other duties, with their deadlines."""
    consents: tuple[ConsentDifference, ...]
    """Others who consent."""
    names: tuple[NameDifference, ...]
    """Other names for the same thing."""
    case: tuple[CaseRow, ...] | None
    """The two assessments of the case that was given, side by side; `null` without a case."""
    past: Past | None
    """Where the first side was read from, when it is the same municipality at a git commit; else `null`."""
