"""Plans, consent and groups: what they hold, who agrees to them, and how groups should meet."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from laget.model.choices import Declared
from laget.model.citations import Citation, SourceRef
from laget.model.entitlements import Force, Statement
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry


@frozen(kw_only=True)
class Plan(Entry):
    """A kind of plan. Its id is that of the entitlement, where the plan is one."""

    name: str
    """What the municipality calls it."""
    owner: str | None = None
    """The id of the role of the one whose plan it is."""
    tools: tuple[str, ...] = ()
    """The ids of the tools it is kept in."""
    one_per_person: bool | None = None
    """Whether a person has at most one; leave it out where the source is silent."""
    life_areas: tuple[Statement, ...] = ()
    """The areas of life that it covers."""
    sub_plans: tuple[Statement, ...] = ()
    """The plans that are part of it, or must agree with it."""
    evaluation_questions: tuple[Statement, ...] = ()
    """What is asked when it is evaluated."""
    statements: tuple[Statement, ...] = ()
    """Other things the source says about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document describes it."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


class ConsentForm(StrEnum):
    """How consent is given."""

    ORAL = "oral"
    WRITTEN = "written"
    ELECTRONIC = "electronic"
    NOT_SAID = "not_said"


@frozen(kw_only=True)
class ConsentLine(Entry):
    """One way to answer who consents."""

    who: str
    """The id of the role of the one who consents."""
    form: ConsentForm = ConsentForm.NOT_SAID
    """How the consent is given."""
    when: Formula | None = None
    """When the line holds; always, if left out."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    text: str
    """The rule as a sentence."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Voice(Statement):
    """How much weight the child's own view has. It weighs, and is no consent."""

    when: Formula | None = None
    """When it weighs that much, such as from an age; always, if left out."""


@frozen(kw_only=True)
class Consent(Entry):
    """Who consents to what, in which form, and what may happen without consent."""

    name: str
    """What is consented to."""
    about: tuple[str, ...]
    """The ids of the entitlements and forms that need it."""
    lines: tuple[ConsentLine, ...] = ()
    """Who consents, by age and capacity."""
    overlap: Declared | None = None
    """Set when the source itself lets two lines hold."""
    hole: Declared | None = None
    """Set when the source itself leaves some cases without a line."""
    before: tuple[Statement, ...] = ()
    """What must be done before consent is asked for, such as informing."""
    without: tuple[Statement, ...] = ()
    """What may happen without consent."""
    voice: tuple[Voice, ...] = ()
    """How much weight the child's own view has."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class GroupRule(Entry):
    """A tested sentence about a group or its meetings. What comes out is a finding, never an outcome."""

    text: str
    """The rule as a sentence."""
    when: Formula
    """True when the group or the meeting is as the rule says."""
    applies: Formula | None = None
    """When the rule applies at all; always, if left out."""
    expected: str
    """What the rule expects, in a few words, such as "3–6 personer"."""
    actual: Formula | None = None
    """The value in the case that is shown beside it."""
    force: Force = Force.MUST
    """How binding the source's words are: `should` is advice, never a duty."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class MeetingKind(Entry):
    """A kind of meeting."""

    name: str
    """What the municipality calls it."""
    group: str | None = None
    """The id of the group that meets; none for meetings without a group."""
    description: str | None = None
    """What it is for."""
    rules: tuple[GroupRule, ...] = ()
    """What is expected of one such meeting, or of how often they are held."""
    statements: tuple[Statement, ...] = ()
    """Agenda, chair, minutes, and other things the source says about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document describes it."""


@frozen(kw_only=True)
class Group(Entry):
    """A kind of group around a child. Its id is that of the entitlement, where the group is one."""

    name: str
    """What the municipality calls it."""
    members: tuple[Statement, ...] = ()
    """Who is in it, always or when called in."""
    rules: tuple[GroupRule, ...] = ()
    """What is expected of who is in it, and how many."""
    threshold: Statement | None = None
    """When such a group is set up, or where it stands beside a ladder."""
    takes_over: tuple[Statement, ...] = ()
    """What it takes over from, and who takes over after it."""
    statements: tuple[Statement, ...] = ()
    """Chair, minutes, evaluation, and other things the source says about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document describes it."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""
