"""Entitlements: what a case may be assessed for, and the rules it rests on."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry


class EntitlementKind(StrEnum):
    """What kind of thing an entitlement is."""

    SERVICE = "service"
    ROLE = "role"
    PLAN = "plan"
    GROUP = "group"


class Strength(StrEnum):
    """How strong a claim a met ground gives, strongest first."""

    RIGHT = "right"
    SHALL = "shall"
    CONSIDERED = "considered"
    MAY = "may"


class Force(StrEnum):
    """How binding the source's words are."""

    MUST = "must"
    NORMALLY = "normally"
    SHOULD = "should"
    FACTOR = "factor"


class Scope(StrEnum):
    """How much an exclusion takes away."""

    ALL = "all"
    PART = "part"


class LinkKind(StrEnum):
    """How one entitlement relates to another. Links are shown; they never feed outcomes."""

    BRINGS = "brings"
    ENDS = "ends"
    UNTIL = "until"
    INSTEAD = "instead"
    COMBINES = "combines"
    ON_TOP_OF = "on_top_of"
    THEN_TEST = "then_test"


@frozen(kw_only=True)
class Statement(Entry):
    """A sentence of a rule book that is shown, not computed."""

    text: str
    """The sentence, in our own words."""
    force: Force | None = None
    """How binding the source's words are, where they bind somebody."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class ExceptionExample(Entry):
    """An exception that the source itself names as an example: shown with its value, never deciding."""

    text: str
    """The example."""
    when: Formula
    """The expression whose value is shown."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document gives it."""


@frozen(kw_only=True)
class Criterion(Entry):
    """A tested sentence of a ground: a condition, or an exclusion."""

    text: str
    """The condition as a sentence, in our own words; for an exclusion, what is excluded."""
    when: Formula
    """True when the condition is fulfilled; for an exclusion, when it applies."""
    force: Force = Force.MUST
    """How binding the source's words are."""
    exclusion: bool = False
    """True when the rule takes away instead of giving."""
    scope: Scope = Scope.ALL
    """For an exclusion: whether it takes away all, or only a part."""
    purposes: tuple[str, ...] = ()
    """For a partial exclusion: the purposes it takes away; total when nothing else is applied for."""
    hours: Formula | None = None
    """For a partial exclusion: the hours it takes away, in the unit of what is applied for."""
    unclear: Unclear | None = None
    """What the source leaves open; unless that is known not to matter, the rule's value is unknown."""
    informs: str | None = None
    """For a factor: the id of the criterion (a judgement) that it informs."""
    examples: tuple[ExceptionExample, ...] = ()
    """Exceptions that the source names as examples."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Opening(Entry):
    """Where the source opens for people outside its criteria: turns `not_met` into `exception`."""

    text: str
    """What is opened for, and what weighs then."""
    strength: Strength = Strength.CONSIDERED
    """What the opening gives."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Ground(Entry):
    """One complete set of conditions on which an entitlement may rest."""

    name: str
    """What the ground is about."""
    strength: Strength
    """What it gives when it is met."""
    statutory: bool = False
    """True for national law: lower layers can't change it, and local conditions don't reach it."""
    narrows: str | None = None
    """The id of the statutory ground that this local text narrows."""
    criteria: tuple[Criterion, ...]
    """Its conditions and exclusions."""
    opening: Opening | None = None
    """Where the source opens for people outside these criteria."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document gives the ground."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Step(Entry):
    """An act somebody must do before a decision. Not yet done is not "not met". Its id is a step kind's."""

    text: str
    """What must be done."""
    who: str | None = None
    """The id of the role or office that does it; left out where the source is silent."""
    by: Formula | None = None
    """The last day for it, as an expression that gives a date."""
    force: Force = Force.MUST
    """How binding the source's words are; only `must` steps count for `ready`."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Limit(Entry):
    """A bound on how much can be granted."""

    text: str
    """The bound as a sentence."""
    min: Decimal | None = None
    """The least amount, this amount included."""
    max: Decimal | None = None
    """The greatest amount, this amount included."""
    unit: str
    """What is counted: `hours`, `days`, `weekends`, `percent` …"""
    per: str | None = None
    """The period it is counted over: `week`, `month`, `stay` …"""
    carries_over: bool | None = None
    """Whether unused amounts can be used later; left out where the source is silent."""
    measure: Formula | None = None
    """The amount in the case, where a fact tells it; else what is applied for is compared."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Fee:
    """What the service costs the one who gets it. Leaving it out is silence, not "free"."""

    none: bool
    """True when there is no fee."""
    text: str
    """The rule as a sentence."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Link(Entry):
    """How this entitlement relates to another."""

    kind: LinkKind
    """The relation, read from this entitlement to the other."""
    to: str
    """The id of the other entitlement."""
    text: str
    """The relation as a sentence."""
    force: Force = Force.MUST
    """How binding the source's words are."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Entitlement(Entry):
    """Anything a case may be assessed for. Without grounds it is an offer: shown, never assessed."""

    name: str
    """What the municipality calls it."""
    kind: EntitlementKind = EntitlementKind.SERVICE
    """Whether it is a service, a role, a plan or a group."""
    description: str
    """What it is, in a sentence or two."""
    counts_as: tuple[str, ...] = ()
    """The kinds of service it counts as when a child has it."""
    available: bool = True
    """False when it is announced but not yet offered."""
    grounds: tuple[Ground, ...] = ()
    """The sets of conditions it may rest on; one is enough."""
    common: tuple[Criterion, ...] = ()
    """Conditions written once for all grounds of the same layer; they never reach a statutory ground."""
    steps: tuple[Step, ...] = ()
    """What somebody must do before a decision."""
    limits: tuple[Limit, ...] = ()
    """Bounds on how much can be granted."""
    fee: Fee | None = None
    """What it costs; leave it out where the source is silent."""
    not_covered: tuple[Statement, ...] = ()
    """What it does not include."""
    recipient_duties: tuple[Statement, ...] = ()
    """What the one who gets it must do."""
    delivery: tuple[Statement, ...] = ()
    """The forms it can be given in, where, and by whom."""
    statements: tuple[Statement, ...] = ()
    """Other things the source says about it: aims, tools, how much is decided by whom."""
    links: tuple[Link, ...] = ()
    """How it relates to other entitlements."""
    disregards: tuple[str, ...] = ()
    """Facts that must not count; a criterion that reads one is a finding."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document describes it."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Prerequisite(Entry):
    """Conditions and steps that a layer puts before its own grounds of many entitlements."""

    text: str
    """What it is about."""
    applies_to: tuple[str, ...] = ()
    """The entitlements it applies to; all that have grounds of the layer, if left out."""
    excepts: tuple[str, ...] = ()
    """The entitlements it does not apply to."""
    criteria: tuple[Criterion, ...] = ()
    """Conditions put before the layer's own grounds."""
    steps: tuple[Step, ...] = ()
    """Acts that somebody must do before a decision."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""
