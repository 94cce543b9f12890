"""The answer of a timeline: the dates on which an answer changes when nothing but time passes.

The keys are a contract: more may come, none changes meaning. `schemas/timeline.schema.json` is made
from these classes.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from laget.model.answers import (
    Candidate,
    ChoiceState,
    ConsentCandidate,
    LawAnswer,
    MunicipalityRef,
    Outcome,
    Receipt,
)
from laget.model.citations import SourceRef
from laget.model.entitlements import EntitlementKind, Force, Strength
from laget.model.plans import ConsentForm
from laget.model.transitions import TransitionBy


class BarState(StrEnum):
    """How a service stands in a stretch of a life."""

    MET = "met"
    """The criteria hold, by the provisional answer."""
    EXCEPTION = "exception"
    """Only by exception."""
    UNCLEAR = "unclear"
    """The source itself leaves it open."""
    WAITS = "waits"
    """It waits for facts that nobody has told."""
    NOT_MET = "not_met"
    """The criteria do not hold."""
    ABSENT = "absent"
    """There is no such rule, or no rules at all, on those days."""


@frozen(kw_only=True)
class AnswerState:
    """How one answer stands."""

    outcome: Outcome
    """The strict outcome."""
    strength: Strength | None
    """How strong the claim is; `null` while the outcome is unknown."""
    could_be: Strength | None
    """A greater strength that facts still missing may give."""
    at_best: Outcome
    """The best that any further fact can give."""
    provisional: Outcome
    """The outcome with presumed values."""
    provisional_strength: Strength | None
    """The strength with presumed values."""


@frozen(kw_only=True)
class Flip:
    """A criterion whose value becomes another."""

    ground: str
    """The id of its ground."""
    criterion: str
    """Its id in the ground."""
    text: str
    """The rule as a sentence."""
    explanation: str
    """What is tested, in words made from the expression."""
    force: Force
    """How binding the source's words are."""
    exclusion: bool
    """True when the rule takes away."""
    old: bool | None
    """Its value before; `null` is unknown, or not there."""
    new: bool | None
    """Its value from the date; `null` is unknown, or not there."""
    unclear: str | None
    """What the source leaves open, where that keeps the new value from being known."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class ChangedAnswer:
    """An entitlement or an offer that is answered in another way, begins, or ends."""

    id: str
    """Its id."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    name: str
    """What the municipality calls it."""
    assessed: bool
    """False for an offer, which has no conditions."""
    begins: bool
    """True when there was no such rule before the date."""
    ends: bool
    """True when there is no such rule from the date."""
    old: AnswerState | None
    """How it stood before; `null` for an offer, or where there was none."""
    new: AnswerState | None
    """How it stands from the date; `null` for an offer, or where there is none."""
    flips: tuple[Flip, ...]
    """The criteria whose value becomes another: why it changes."""


@frozen(kw_only=True)
class WayState:
    """How one step of a way is settled."""

    state: ChoiceState
    """What is known."""
    name: str | None
    """Who does it, when settled."""
    candidates: tuple[Candidate, ...]
    """Who it may be, when not settled."""
    texts: tuple[str, ...]
    """What the source says about it, and whom the office serves where that matters."""


@frozen(kw_only=True)
class ChangedWay:
    """A step of the way that is settled otherwise."""

    about: tuple[str, ...]
    """The ids of the entitlements and offers that it is a step for."""
    names: tuple[str, ...]
    """What they are called."""
    step: str
    """The id of the step."""
    step_name: str
    """What the step is called."""
    old: WayState
    """How it was settled before."""
    new: WayState
    """How it is settled from the date."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class ConsentState:
    """Who consents."""

    state: ChoiceState
    """What is known."""
    who: str | None
    """The role of the one who consents, when settled."""
    form: ConsentForm | None
    """How the consent is given, when settled."""
    candidates: tuple[ConsentCandidate, ...]
    """Who it may be, when not settled."""


@frozen(kw_only=True)
class ChangedConsent:
    """A consent that somebody else gives, or that is given in another form."""

    about: tuple[str, ...]
    """The ids of what is consented to."""
    names: tuple[str, ...]
    """What is consented to."""
    consent: str
    """The id of the rule."""
    old: ConsentState
    """Who consents before."""
    new: ConsentState
    """Who consents from the date."""
    texts: tuple[str, ...]
    """The rule, and what the source leaves open."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class ChangedVoice:
    """A weight of the child's own view that begins or ends."""

    about: tuple[str, ...]
    """The ids of what is consented to."""
    names: tuple[str, ...]
    """What is consented to."""
    text: str
    """The rule as a sentence."""
    old: bool | None
    """Whether it held before; `null` is unknown."""
    new: bool | None
    """Whether it holds from the date; `null` is unknown."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class ChangedLevel:
    """A ladder on which the case comes to stand elsewhere."""

    ladder: str
    """The id of the ladder."""
    name: str
    """What the ladder is called."""
    old: ChoiceState
    """What is known before."""
    old_levels: tuple[str, ...]
    """The level, or the levels it may be, before."""
    new: ChoiceState
    """What is known from the date."""
    new_levels: tuple[str, ...]
    """The level, or the levels it may be, from the date."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""


@frozen(kw_only=True)
class Change:
    """A date on which at least one answer changes."""

    on: date
    """The first day with the new answers."""
    years: int
    """The age in completed years; -1 before birth."""
    months: int
    """The age in completed months; -1 before birth."""
    is_birthday: bool
    """Whether a year is completed on that very day."""
    other_rules: bool
    """Whether other rules hold from that day."""
    answers: tuple[ChangedAnswer, ...]
    """The entitlements and offers that change."""
    ways: tuple[ChangedWay, ...]
    """The steps of the way that are settled otherwise."""
    consents: tuple[ChangedConsent, ...]
    """Who consents otherwise."""
    voices: tuple[ChangedVoice, ...]
    """Where the child's own view comes to weigh more or less."""
    levels: tuple[ChangedLevel, ...]
    """The ladders on which the case comes to stand elsewhere."""
    notes: tuple[str, ...]
    """What every reader must know from that day, and did not before."""


@frozen(kw_only=True)
class Span:
    """Days in a row on which a service stands the same way."""

    first: date
    """The first day."""
    last: date
    """The last day."""
    state: BarState
    """How it stands."""


@frozen(kw_only=True)
class Bar:
    """One service through a life."""

    id: str
    """Its id."""
    kind: EntitlementKind
    """Whether it is a service, a role, a plan or a group."""
    name: str
    """What the municipality calls it."""
    spans: tuple[Span, ...]
    """How it stands, from the first day shown to the last, without holes."""


@frozen(kw_only=True)
class Planned:
    """What the documents say must be planned or done for a transition."""

    duty: str
    """The id of the duty."""
    text: str
    """The duty as a sentence."""
    owner: str | None
    """What the one who must do it is called; `null` where the source is silent."""
    force: Force
    """How binding the source's words are."""
    unclear: str | None
    """What the source leaves open, such as how long before."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class TransitionAnswer:
    """A transition in this child's life, and what must be planned for it."""

    id: str
    """Its id."""
    name: str
    """What it is called."""
    text: str
    """What happens, in a sentence."""
    age: int
    """The age in completed years that it comes with."""
    by: TransitionBy
    """Whether it comes on the birthday, or some time in that calendar year."""
    first: date
    """The first day it can come; the birthday, where it comes then."""
    last: date
    """The last day it can come; the same as `first` only where the day is known."""
    unclear: str | None
    """What the sources leave open about it."""
    planned: tuple[Planned, ...]
    """What the documents say must be planned; none where they say nothing."""
    sources: tuple[SourceRef, ...]
    """Where the documents give it."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class Timeline:
    """What changes for one child while nothing but time passes. Never a decision."""

    contract: int
    """The version of this form."""
    receipt: Receipt
    """The fingerprint of the rules that hold on the date asked about."""
    municipality: MunicipalityRef
    """The municipality."""
    on: date
    """The date asked about: `changes` and `transitions` come after it."""
    born: date
    """The date of birth."""
    expected: bool
    """True when the child is not born, and `born` is the date the birth is expected."""
    first: date
    """The first day of the bars."""
    last: date
    """The last day of the bars, and of the search for changes."""
    changes: tuple[Change, ...]
    """The dates on which an answer changes, the nearest first. Between two of them no answer changes."""
    transitions: tuple[TransitionAnswer, ...]
    """Transitions that no rule's threshold gives, those that are over left out."""
    bars: tuple[Bar, ...]
    """What may be assessed, one bar each, with the facts as they are today."""
    offers: tuple[str, ...]
    """The names of what has no conditions on the date asked about: it has no bar."""
    notes: tuple[str, ...]
    """What a reader must know."""
