"""The handbook: the effective, immutable rule book of one municipality on one date."""

from __future__ import annotations

from datetime import date

from attrs import evolve, field, frozen

from laget.model.choices import Ladder, Route
from laget.model.citations import Document, Law
from laget.model.duties import Duty
from laget.model.entitlements import Entitlement, Prerequisite
from laget.model.facts import Contradiction, EventKind, Fact, Given, Purpose, ServiceKind, StepKind, Thing
from laget.model.forms import Form, Goal
from laget.model.layers import Answer, Conflict, Layer, OpenQuestion, Principle, Term
from laget.model.mapping import FrozenMapping
from laget.model.organisation import Office, Role, Tool
from laget.model.origins import Origin
from laget.model.plans import Consent, Group, MeetingKind, Plan
from laget.model.rotas import Rota
from laget.model.transitions import Transition
from laget.texts import Message, say


@frozen(kw_only=True)
class LayerUsed:
    """A layer of a handbook, with the version of the distribution that gave it."""

    layer: Layer
    """The layer."""
    version: str
    """The version of its plugin; several plugins are joined by a comma."""


@frozen(kw_only=True)
class Gone:
    """An entry that once stood in the handbook and does not hold on its date."""

    section: str
    """The section it stood in."""
    id: str
    """Its id."""
    withdrawn: bool
    """True when a layer withdrew it; false when it ended."""
    reason: str
    """Why, in Norwegian: the layer's own words, or that it ended."""
    last: date | None = None
    """The last day it held; none, when a layer withdrew it."""
    origin: Origin
    """Where that is said."""

    def said(self, language: str) -> Gone:
        """Give it with what laget itself says of it in a language; a layer's own words stay as they are."""
        if self.last is None:
            return self
        return evolve(self, reason=say("ended_on", language, day=self.last.isoformat()))


@frozen(kw_only=True, repr=False)
class Handbook:
    """Everything that holds for one municipality on one date; each entry knows where it came from."""

    layer: Layer
    """The municipality's own layer."""
    on: date
    """The date."""
    layers: tuple[LayerUsed, ...]
    """The layers it was folded from, widest first."""
    digest: str
    """The fingerprint of all its rules, `sha256:…`."""
    messages: tuple[Message, ...] = ()
    """What every answer must say: assumed dates, plans that have run out."""
    gone: tuple[Gone, ...] = ()
    """What a layer has withdrawn, and what has ended."""
    documents: FrozenMapping[Document] = field(factory=FrozenMapping)
    laws: FrozenMapping[Law] = field(factory=FrozenMapping)
    facts: FrozenMapping[Fact] = field(factory=FrozenMapping)
    given: FrozenMapping[Given] = field(factory=FrozenMapping)
    contradictions: FrozenMapping[Contradiction] = field(factory=FrozenMapping)
    purposes: FrozenMapping[Purpose] = field(factory=FrozenMapping)
    service_kinds: FrozenMapping[ServiceKind] = field(factory=FrozenMapping)
    things: FrozenMapping[Thing] = field(factory=FrozenMapping)
    step_kinds: FrozenMapping[StepKind] = field(factory=FrozenMapping)
    events: FrozenMapping[EventKind] = field(factory=FrozenMapping)
    terms: FrozenMapping[Term] = field(factory=FrozenMapping)
    principles: FrozenMapping[Principle] = field(factory=FrozenMapping)
    conflicts: FrozenMapping[Conflict] = field(factory=FrozenMapping)
    questions: FrozenMapping[OpenQuestion] = field(factory=FrozenMapping)
    answers: FrozenMapping[Answer] = field(factory=FrozenMapping)
    entitlements: FrozenMapping[Entitlement] = field(factory=FrozenMapping)
    prerequisites: FrozenMapping[Prerequisite] = field(factory=FrozenMapping)
    offices: FrozenMapping[Office] = field(factory=FrozenMapping)
    roles: FrozenMapping[Role] = field(factory=FrozenMapping)
    ladders: FrozenMapping[Ladder] = field(factory=FrozenMapping)
    tools: FrozenMapping[Tool] = field(factory=FrozenMapping)
    plans: FrozenMapping[Plan] = field(factory=FrozenMapping)
    consents: FrozenMapping[Consent] = field(factory=FrozenMapping)
    groups: FrozenMapping[Group] = field(factory=FrozenMapping)
    meeting_kinds: FrozenMapping[MeetingKind] = field(factory=FrozenMapping)
    rotas: FrozenMapping[Rota] = field(factory=FrozenMapping)
    forms: FrozenMapping[Form] = field(factory=FrozenMapping)
    goals: FrozenMapping[Goal] = field(factory=FrozenMapping)
    routes: FrozenMapping[Route] = field(factory=FrozenMapping)
    duties: FrozenMapping[Duty] = field(factory=FrozenMapping)
    transitions: FrozenMapping[Transition] = field(factory=FrozenMapping)

    def __repr__(self) -> str:
        """Name the municipality, the date and the start of the digest: the rules fill thousands of lines."""
        return f"<Handbook of {self.layer.id} on {self.on}, {self.digest[:15]}>"

    @property
    def notes(self) -> tuple[str, ...]:
        """What every answer must say, in bokmål."""
        return self.said("nb")

    def said(self, language: str) -> tuple[str, ...]:
        """Say in a language what every answer must say."""
        return tuple(message.said(language) for message in self.messages)
