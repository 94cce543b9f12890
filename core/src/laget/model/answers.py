"""The answer of an assessment: plain, immutable data with a stable JSON form.

The keys are a contract: more may come, none changes meaning. `schemas/assessment.schema.json`
is made from these classes.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from laget.model.case import StepState
from laget.model.citations import LawRef, SourceRef
from laget.model.entitlements import EntitlementKind, Force, LinkKind, Scope, Strength
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.origins import Origin
from laget.model.plans import ConsentForm

CONTRACT = 1
"""The version of the contract."""


class Outcome(StrEnum):
    """What the criteria say about a case. It guides a person who decides; it is never a decision."""

    MET = "met"
    UNKNOWN = "unknown"
    EXCEPTION = "exception"
    NOT_MET = "not_met"


class WaitsFor(StrEnum):
    """What an unknown outcome waits for."""

    FACTS = "facts"
    JUDGEMENT = "judgement"
    SOURCE = "source"


class ChoiceState(StrEnum):
    """What is known of a choice."""

    SETTLED = "settled"
    OPEN = "open"
    UNCLEAR = "unclear"
    SILENT = "silent"


@frozen(kw_only=True)
class LayerVersion:
    """A layer that the answer rests on."""

    id: str
    """The layer's id."""
    version: str
    """The version of the plugin that gave it."""


@frozen(kw_only=True)
class Receipt:
    """The fingerprint of everything that produced the answer."""

    engine: str
    """The version of laget."""
    handbook: str
    """The digest of the handbook, `sha256:…`."""
    layers: tuple[LayerVersion, ...]
    """The layers, widest first."""


@frozen(kw_only=True)
class MunicipalityRef:
    """The municipality asked about."""

    id: str
    """The id of its layer."""
    number: str | None
    """Its four-digit number."""
    name: str
    """Its name."""


@frozen(kw_only=True)
class LawAnswer:
    """A legal basis as printed, with the corrected reference beside it."""

    printed: str
    """As the source prints it."""
    law: str
    """The id of the law that the source names."""
    section: str
    """The section that the source names."""
    corrected: LawRef | None
    """The right reference, where the printed one is wrong or outdated."""
    reason: str | None
    """Why it is corrected, or what is doubtful about it."""


@frozen(kw_only=True)
class ExampleAnswer:
    """An exception that the source names as an example."""

    text: str
    """The example."""
    holds: bool | None
    """Whether it is so in this case; `null` is unknown."""


@frozen(kw_only=True)
class CriterionAnswer:
    """A criterion or an exclusion, with its value in this case."""

    id: str
    """Its id in the ground."""
    text: str
    """The rule as a sentence."""
    explanation: str
    """What is tested, in words made from the expression."""
    force: Force
    """How binding the source's words are."""
    exclusion: bool
    """True when the rule takes away."""
    scope: Scope
    """How much an exclusion takes away."""
    holds: bool | None
    """Its value; for an exclusion, whether it applies. `null` is unknown."""
    unclear: str | None
    """What the source leaves open, where that keeps the value from being known."""
    facts: FrozenMapping[FactValue | None]
    """The facts it reads, with their values."""
    informs: str | None
    """The criterion that this factor informs."""
    examples: tuple[ExampleAnswer, ...]
    """Exceptions that the source names as examples."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""
    origin: Origin
    """Where the rule is written down in laget."""


@frozen(kw_only=True)
class GroundAnswer:
    """One set of conditions, with its outcome in this case."""

    id: str
    """Its id in the entitlement."""
    name: str
    """What it is about."""
    origin_layer: str
    """The layer that gave it."""
    statutory: bool
    """True when it stands in national law."""
    narrows: str | None
    """The statutory ground that this local text narrows."""
    strength: Strength
    """What it gives when it is met."""
    outcome: Outcome
    """What its criteria say."""
    opening: str | None
    """What the source opens for, where that is why the outcome is `exception`."""
    criteria: tuple[CriterionAnswer, ...]
    """Its criteria with their values."""
    sources: tuple[SourceRef, ...]
    """Where the documents give it."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class Provisional:
    """The outcome if rarely raised facts are as people presume. `outcome` never uses it."""

    outcome: Outcome
    """The outcome under the assumptions."""
    strength: Strength | None
    """The strength under the assumptions."""
    assumes: tuple[str, ...]
    """The facts that are presumed."""


@frozen(kw_only=True)
class MissingFact:
    """A fact that the outcome waits for."""

    fact: str
    """Its id."""
    question: str
    """The question to ask."""
    judgement: bool
    """True when only a professional can answer."""


@frozen(kw_only=True)
class RankedFact:
    """A missing fact, with how many open outcomes it can settle alone."""

    fact: str
    """Its id."""
    question: str
    """The question to ask."""
    judgement: bool
    """True when only a professional can answer."""
    settles: int
    """How many open outcomes some value of this fact alone makes known."""


@frozen(kw_only=True)
class StepAnswer:
    """An act that somebody must do before a decision."""

    id: str
    """Its id."""
    text: str
    """What must be done."""
    state: StepState
    """How far it has come."""
    who: str | None
    """The role or office that does it; `null` where the source is silent."""
    by: date | None
    """The last day for it, where one is known."""
    force: Force
    """How binding the source's words are."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class LimitAnswer:
    """A bound, compared with what is applied for."""

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
    amount: Decimal | None
    """The amount that was compared."""
    exceeded: bool | None
    """True when the amount is over `max`; `null` when that can't be told."""
    below: bool | None
    """True when the amount is under `min`; `null` when that can't be told."""
    unclear: str | None
    """What the source leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class FeeAnswer:
    """What it costs. No answer at all is silence."""

    none: bool
    """True when there is no fee."""
    text: str
    """The rule as a sentence."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""


@frozen(kw_only=True)
class StatementAnswer:
    """A sentence that is shown with the answer."""

    id: str
    """Its id."""
    text: str
    """The sentence."""
    force: Force | None
    """How binding the source's words are."""
    unclear: str | None
    """What the source leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class VoiceAnswer(StatementAnswer):
    """How much weight the child's own view has."""

    holds: bool | None
    """Whether it weighs that much in this case; `null` is unknown."""


@frozen(kw_only=True)
class NotCovered:
    """A part that is not covered. It never changes the outcome by itself."""

    id: str
    """The id of the exclusion or statement."""
    text: str
    """What is not covered."""
    holds: bool | None
    """Whether it bears on this case; `null` is unknown."""
    hours: Decimal | None
    """The hours that are taken away, where they are known."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""


@frozen(kw_only=True)
class LinkAnswer:
    """How the entitlement relates to another. It never feeds outcomes."""

    kind: LinkKind
    """The relation."""
    to: str
    """The id of the other entitlement."""
    name: str
    """Its name."""
    text: str
    """The relation as a sentence."""
    force: Force
    """How binding the source's words are."""
    unclear: str | None
    """What the source leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""


@frozen(kw_only=True)
class Candidate:
    """One who may be the one."""

    office: str | None
    """The id of the office."""
    role: str | None
    """The id of the role."""
    name: str
    """What it is called."""


@frozen(kw_only=True)
class RouteAnswer:
    """Who does one step of the way."""

    step: str
    """The id of the step."""
    step_name: str
    """What the step is called."""
    state: ChoiceState
    """What is known."""
    office: str | None
    """The office, when settled."""
    role: str | None
    """The role, when settled."""
    name: str | None
    """What the office or role is called, when settled."""
    assigned_by: str | None
    """The office that picks it, when settled and known."""
    candidates: tuple[Candidate, ...]
    """Who it may be, when not settled."""
    missing: tuple[str, ...]
    """The facts that settle it, when open."""
    texts: tuple[str, ...]
    """What the source says about it, and what it leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class TurnAnswer:
    """Who answers in a stretch of time before or after another."""

    state: ChoiceState
    """What is known; never `open`."""
    office: str | None
    """The id of the office, when settled."""
    name: str | None
    """What the office is called, when settled."""
    candidates: tuple[Candidate, ...]
    """Who it may be, when not settled."""
    since: datetime | None
    """When they begin to answer, Norwegian wall time; `null` when that is more than two years away."""
    until: datetime | None
    """When they no longer do; `null` when that is more than two years away."""


@frozen(kw_only=True)
class RotaAnswer:
    """Who answers for a service at one moment, until when, and who before and after."""

    contract: int
    """The version of this form."""
    receipt: Receipt
    """The fingerprint of everything that produced the answer."""
    municipality: MunicipalityRef
    """The municipality."""
    on: date
    """The date whose rules were asked."""
    service: str
    """The id of the service: of an entitlement, or of an office."""
    service_name: str
    """What the service is called."""
    at: datetime
    """The moment asked about, Norwegian wall time."""
    state: ChoiceState
    """Settled: exactly one office answers. Unclear: the source leaves it open, or names several. Silent: it
    gives no office for this hour, or no hours at all. Never `open`."""
    office: str | None
    """The id of the office, when settled."""
    name: str | None
    """What the office is called, when settled."""
    candidates: tuple[Candidate, ...]
    """Who may answer, when not settled; none where the source names none."""
    since: datetime | None
    """When they began to answer; `null` when that is more than two years away, or no hours are given."""
    until: datetime | None
    """When the answer changes; `null` when that is more than two years away, or no hours are given."""
    before: TurnAnswer | None
    """Who answered before."""
    after: TurnAnswer | None
    """Who answers next."""
    texts: tuple[str, ...]
    """The hours in words, what the source leaves open, and whom the office serves where that matters."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class EntitlementAnswer:
    """What the criteria say about one entitlement in this case."""

    id: str
    """Its id."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    name: str
    """What the municipality calls it."""
    outcome: Outcome
    """The strict outcome: a missing fact is unknown, never "no"."""
    strength: Strength | None
    """How strong the claim is; `null` while the outcome is unknown."""
    could_be: Strength | None
    """A greater strength that facts still missing may give."""
    waits_for: tuple[WaitsFor, ...]
    """What an unknown outcome waits for."""
    at_best: Outcome
    """The best that any further fact can give."""
    provisional: Provisional
    """The outcome with presumed values."""
    grounds: tuple[GroundAnswer, ...]
    """Its grounds with their reasons."""
    missing: tuple[MissingFact, ...]
    """The facts that can change or strengthen the answer."""
    steps: tuple[StepAnswer, ...]
    """What somebody must do before a decision."""
    ready: bool | None
    """True when every `must` step is done; `null` when that is not known."""
    limits: tuple[LimitAnswer, ...]
    """Bounds, compared with what is applied for."""
    fee: FeeAnswer | None
    """What it costs; `null` is silence."""
    not_covered: tuple[NotCovered, ...]
    """What is not included."""
    recipient_duties: tuple[StatementAnswer, ...]
    """What the one who gets it must do."""
    delivery: tuple[StatementAnswer, ...]
    """The forms it can be given in, where, and by whom."""
    statements: tuple[StatementAnswer, ...]
    """Other things the source says about it."""
    links: tuple[LinkAnswer, ...]
    """How it relates to other entitlements."""
    notes: tuple[str, ...]
    """What a reader must know with this answer."""
    route: tuple[RouteAnswer, ...]
    """Who does each step of the way."""


@frozen(kw_only=True)
class OfferAnswer:
    """Something without conditions: shown and routed, never assessed."""

    id: str
    """Its id."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    name: str
    """What the municipality calls it."""
    description: str
    """What it is."""
    available: bool
    """False when it is announced but not yet offered."""
    fee: FeeAnswer | None
    """What it costs; `null` is silence."""
    delivery: tuple[StatementAnswer, ...]
    """The forms it can be given in, where, and by whom."""
    statements: tuple[StatementAnswer, ...]
    """Other things the source says about it."""
    links: tuple[LinkAnswer, ...]
    """How it relates to other entitlements."""
    notes: tuple[str, ...]
    """What a reader must know with this offer."""
    route: tuple[RouteAnswer, ...]
    """Who does each step of the way."""
    sources: tuple[SourceRef, ...]
    """Where the documents describe it."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class LevelAnswer:
    """Where the case stands on one ladder. Ladders are different scales."""

    ladder: str
    """The id of the ladder."""
    name: str
    """What the ladder is called."""
    state: ChoiceState
    """What is known."""
    level: str | None
    """The level, when settled."""
    candidates: tuple[str, ...]
    """The levels it may be, when not settled."""
    missing: tuple[str, ...]
    """The facts that settle it."""
    texts: tuple[str, ...]
    """What the level means, and what the source leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""


@frozen(kw_only=True)
class HolderAnswer:
    """Whether a candidate may hold a role, by what the case says of the candidate."""

    outcome: Outcome
    """What the rules for holding the role say."""
    grounds: tuple[GroundAnswer, ...]
    """The ways to hold it, with reasons."""
    criteria: tuple[CriterionAnswer, ...]
    """The criteria of all ways, in one list."""
    missing: tuple[MissingFact, ...]
    """The facts about the candidate that the outcome waits for."""


@frozen(kw_only=True)
class RoleAnswer:
    """Who appoints for a role, who may hold it, and what happens when the holder is away."""

    role: str
    """The id of the role."""
    name: str
    """What the municipality calls it."""
    appoint_unit: RouteAnswer | None
    """Who appoints the unit; `null` when no step of the way says."""
    appoint_person: RouteAnswer | None
    """Who appoints the person; `null` when no step of the way says."""
    holder: HolderAnswer | None
    """Whether the candidate may hold it; `null` where no rule can be tested."""
    holders: tuple[StatementAnswer, ...]
    """Who may hold it, as the source says it."""
    tasks: tuple[StatementAnswer, ...]
    """What the one who holds it must or may do."""
    replacement: tuple[StatementAnswer, ...]
    """What happens when the holder is away."""
    handover: tuple[StatementAnswer, ...]
    """What happens when another one takes over, and when the role ends."""
    statements: tuple[StatementAnswer, ...]
    """Other things the source says about it."""


@frozen(kw_only=True)
class ConsentCandidate:
    """One who may be the one to consent."""

    who: str
    """The id of the role."""
    name: str
    """What the role is called."""
    form: ConsentForm
    """How the consent is given."""


@frozen(kw_only=True)
class ConsentAnswer:
    """Who consents to one plan, group, service or notice."""

    about: str
    """The id of what is consented to."""
    consent: str
    """The id of the rule."""
    name: str
    """What is consented to."""
    state: ChoiceState
    """What is known."""
    who: str | None
    """The role of the one who consents, when settled."""
    form: ConsentForm | None
    """How the consent is given, when settled."""
    candidates: tuple[ConsentCandidate, ...]
    """Who it may be, when not settled."""
    missing: tuple[str, ...]
    """The facts that settle it."""
    texts: tuple[str, ...]
    """The rule, and what the source leaves open."""
    before: tuple[StatementAnswer, ...]
    """What must be done before consent is asked for."""
    without: tuple[StatementAnswer, ...]
    """What may happen without consent."""
    voice: tuple[VoiceAnswer, ...]
    """How much weight the child's own view has."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class GroupFinding:
    """One rule for a group or meeting, held against the case. Advice is not a duty."""

    rule: str
    """The id of the rule."""
    about: str
    """The id of the kind of group or meeting."""
    on: date | None
    """The day of the meeting; `null` for a rule about the group, or about how often it meets."""
    text: str
    """The rule as a sentence."""
    force: Force
    """How binding the source's words are."""
    holds: bool | None
    """Whether it is so; `null` is unknown."""
    expected: str
    """What the rule expects."""
    actual: FactValue | None
    """What the case says; `null` is unknown or not shown."""
    unclear: str | None
    """What the source leaves open, where that keeps the value from being known."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class GroupAnswer:
    """What the rules say about the group around the child and its meetings."""

    findings: tuple[GroupFinding, ...]
    """Each rule that applies, held against the case."""


class DutyState(StrEnum):
    """Whether something in the case shows that a duty is done."""

    DONE = "done"
    OPEN = "open"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class DutyAnswer:
    """What somebody must do, by when, and whether the case shows that it is done."""

    id: str
    """The id of the duty."""
    text: str
    """The duty as a sentence."""
    owner: str | None
    """The id of the role, office or group that must do it; `null` where the source is silent."""
    owner_name: str | None
    """What the owner is called."""
    to: str | None
    """The id of the role, office or group that it is done for; `null` where the source is silent."""
    to_name: str | None
    """What the recipient is called."""
    force: Force
    """How binding the source's words are."""
    about: tuple[str, ...]
    """The ids of the entitlements it is about here; none where it is about all."""
    when: str
    """What the day is counted from, and how, in words."""
    counted_from: date | None
    """The day of the event, the meeting or the birthday; `null` for what the calendar alone gives."""
    event: str | None
    """The id of the event, or of the kind of meeting."""
    window: tuple[date, ...]
    """The first and the last day of the stretch, where the source gives how often but no day; else none."""
    times: int
    """How often in that stretch."""
    due: date | None
    """The last day; `null` where the source gives none, or where it cannot be known yet."""
    days_left: int | None
    """Days from the date asked about to the last day; negative when it has passed."""
    overdue: bool | None
    """True when the last day has passed and nothing in the case shows that it is done; `null` when nothing
    in a case could show it."""
    state: DutyState
    """Unknown, when nothing in a case could show that it is done."""
    done_on: date | None
    """The day on which it was done, where the case shows one."""
    late: bool | None
    """Whether it was done after the last day."""
    done_by: tuple[str, ...]
    """The ids of the events that show that it is done."""
    day_off: str | None
    """What makes the last day no working day: the name of the weekend day or of the public holiday."""
    moved_from: date | None
    """The day before it was moved, where a rule moves it; else `null`."""
    missing: tuple[str, ...]
    """The facts that the day follows from, and that are not known."""
    forms: tuple[str, ...]
    """The ids of the forms it is done on."""
    unclear: str | None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class SideAnswer:
    """One of the texts of a conflict."""

    text: str
    """What it says."""
    sources: tuple[SourceRef, ...]
    """Where."""
    law: tuple[LawAnswer, ...]
    """The reference it gives."""


@frozen(kw_only=True)
class ConflictAnswer:
    """Two rules or sources that disagree, and that bear on this answer."""

    id: str
    """Its id."""
    text: str
    """What they disagree about."""
    sides: tuple[SideAnswer, ...]
    """The texts."""
    follows: str | None
    """Which of them laget follows; `null` is none."""
    reason: str
    """Why."""
    touches: tuple[str, ...]
    """The ids of the answers it bears on."""


@frozen(kw_only=True)
class Assessment:
    """Everything that the rules of one municipality say about one case. Never a decision."""

    contract: int
    """The version of this form."""
    receipt: Receipt
    """The fingerprint of everything that produced the answer."""
    municipality: MunicipalityRef
    """The municipality."""
    on: date
    """The date asked about."""
    entitlements: tuple[EntitlementAnswer, ...]
    """What was assessed."""
    offers: tuple[OfferAnswer, ...]
    """What has no conditions."""
    levels: tuple[LevelAnswer, ...]
    """Where the case stands on each ladder."""
    roles: tuple[RoleAnswer, ...]
    """Who appoints, who may hold, and who replaces."""
    consent: tuple[ConsentAnswer, ...]
    """Who consents to each plan, group, service and notice."""
    group: GroupAnswer
    """What the rules say about the group around the child and its meetings."""
    duties: tuple[DutyAnswer, ...]
    """What somebody must do for this case, those with the first last day first."""
    missing: tuple[RankedFact, ...]
    """The missing facts, those that settle most first."""
    silent: tuple[str, ...]
    """The ids of the national open questions that the municipality says nothing about."""
    conflicts: tuple[ConflictAnswer, ...]
    """Disagreements that bear on the answers."""
    notes: tuple[str, ...]
    """What every reader must know."""
