"""References: every id that a rule names must exist."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, did_you_mean
from laget.model.choices import Level, RouteLine, Target
from laget.model.citations import Citation, Law, LawRef, SourceRef
from laget.model.duties import Duty
from laget.model.entitlements import Criterion, Entitlement, Ground, Link, Prerequisite, Step
from laget.model.facts import Contradiction, Fact, Given, Purpose, StepKind, Thing
from laget.model.forms import Form, Goal
from laget.model.layers import Answer, Conflict
from laget.model.plans import Consent, ConsentLine, MeetingKind, Plan
from laget.model.rotas import Rota, Shift

_DOERS = ("roles", "offices")
_TOUCHED = (
    "entitlements",
    "routes",
    "ladders",
    "roles",
    "offices",
    "duties",
    "plans",
    "consents",
    "groups",
    "meeting_kinds",
    "rotas",
    "forms",
)

REFERENCES: dict[tuple[type, str], tuple[str, ...]] = {
    (SourceRef, "document"): ("documents",),
    (Citation, "law"): ("laws",),
    (LawRef, "law"): ("laws",),
    (Law, "successor"): ("laws",),
    (Fact, "answered_by"): _DOERS,
    (Given, "id"): ("facts",),
    (Purpose, "fact"): ("facts",),
    (Contradiction, "fact"): ("facts",),
    (Thing, "counts_as"): ("service_kinds",),
    (Entitlement, "counts_as"): ("service_kinds",),
    (Entitlement, "disregards"): ("facts",),
    (StepKind, "done_by"): ("events",),
    (Criterion, "purposes"): ("purposes",),
    (Step, "id"): ("step_kinds",),
    (Step, "who"): _DOERS,
    (Link, "to"): ("entitlements",),
    (Prerequisite, "applies_to"): ("entitlements",),
    (Prerequisite, "excepts"): ("entitlements",),
    (Target, "office"): ("offices",),
    (Target, "role"): ("roles",),
    (Target, "at"): ("offices",),
    (Target, "assigned_by"): ("offices",),
    (Target, "same_as"): ("routes",),
    (Target, "holder_of"): ("entitlements",),
    (RouteLine, "applies_to"): ("entitlements",),
    (Level, "brings"): ("entitlements",),
    (Plan, "owner"): ("roles",),
    (Plan, "tools"): ("tools",),
    (Consent, "about"): ("entitlements", "forms", "groups", "meeting_kinds"),
    (ConsentLine, "who"): ("roles",),
    (MeetingKind, "group"): ("groups",),
    (Shift, "office"): ("offices",),
    (Rota, "id"): ("entitlements", "offices"),
    (Form, "about"): ("entitlements", "duties", "groups", "meeting_kinds"),
    (Form, "recipient"): _DOERS,
    (Goal, "responsible"): ("offices",),
    (Duty, "owner"): (*_DOERS, "groups"),
    (Duty, "recipient"): (*_DOERS, "groups"),
    (Duty, "after"): ("events",),
    (Duty, "before"): ("events",),
    (Duty, "after_meeting"): ("meeting_kinds",),
    (Duty, "before_meeting"): ("meeting_kinds",),
    (Duty, "done_by"): ("events",),
    (Duty, "about"): ("entitlements",),
    (Duty, "transitions"): ("transitions",),
    (Duty, "event_about"): ("entitlements",),
    (Conflict, "touches"): _TOUCHED,
    (Answer, "id"): ("questions",),
    (Answer, "entries"): (*_TOUCHED, "prerequisites", "tools", "terms", "conflicts"),
}
"""Which sections the ids of a field may stand in. A field that is not here holds no ids of entries."""


def check_references(folded: Folded) -> Iterator[Finding]:
    """Find ids that name nothing, and sections that a document does not have."""
    by_class: dict[type, list[tuple[str, tuple[str, ...]]]] = {}
    for (cls, key), sections in REFERENCES.items():
        by_class.setdefault(cls, []).append((key, sections))
    for spot in folded.spots:
        for key, sections in by_class.get(type(spot.value), ()):
            yield from _check_ids(folded, spot, key, sections)
        if isinstance(spot.value, SourceRef):
            yield from _check_section(folded, spot, spot.value)
        if isinstance(spot.value, Ground):
            yield from _check_informs(folded, spot, spot.value)
        if isinstance(spot.value, Entitlement):
            yield from _check_narrows(folded, spot, spot.value)
        if isinstance(spot.value, Target):
            yield from _check_target(folded, spot, spot.value)


def _check_ids(folded: Folded, spot: Spot, key: str, sections: tuple[str, ...]) -> Iterator[Finding]:
    value = getattr(spot.value, key)
    names = value if isinstance(value, tuple) else () if value is None else (value,)
    known = {name for section in sections for name in folded.mentionable(section)}
    for index, name in enumerate(names):
        if name not in known:
            place = folded.place(spot, key, index) if isinstance(value, tuple) else folded.place(spot, key)
            message = f"«{name}» is not among the {' or '.join(sections)}"
            hint = did_you_mean(name, known) or f"add it to {' or '.join(sections)}, or remove it here"
            yield Finding("unknown-reference", message, place, hint=hint)


def _check_section(folded: Folded, spot: Spot, ref: SourceRef) -> Iterator[Finding]:
    document = folded.book.documents.get(ref.document)
    if document is not None and ref.section not in document.sections:
        message = f"the document «{ref.document}» has no section «{ref.section}»"
        hint = did_you_mean(ref.section, document.sections) or f"it has {', '.join(document.sections)}"
        yield Finding("unknown-section-cited", message, folded.place(spot, "section"), hint=hint)


def _check_informs(folded: Folded, spot: Spot, ground: Ground) -> Iterator[Finding]:
    known = {criterion.id for criterion in ground.criteria}
    for index, criterion in enumerate(ground.criteria):
        if criterion.informs is not None and criterion.informs not in known:
            message = f"«{criterion.informs}» is not a criterion of the ground «{ground.id}»"
            place = folded.place(spot, "criteria", index, "informs")
            yield Finding("unknown-reference", message, place, hint=did_you_mean(criterion.informs, known))


def _check_narrows(folded: Folded, spot: Spot, entitlement: Entitlement) -> Iterator[Finding]:
    statutory = {ground.id for ground in entitlement.grounds if ground.statutory}
    for index, ground in enumerate(entitlement.grounds):
        if ground.narrows is not None and ground.narrows not in statutory:
            message = f"«{ground.narrows}» is not a statutory ground of «{entitlement.id}»"
            hint = did_you_mean(ground.narrows, statutory) or "remove «narrows»"
            yield Finding(
                "unknown-reference", message, folded.place(spot, "grounds", index, "narrows"), hint=hint
            )


def _check_target(folded: Folded, spot: Spot, target: Target) -> Iterator[Finding]:
    given = [key for key in ("office", "role", "same_as") if getattr(target, key) is not None]
    if len(given) != 1:
        message = (
            f"a target is exactly one of office, role and same_as; found {' and '.join(given) or 'none'}"
        )
        yield Finding("one-target", message, folded.place(spot), hint="keep one of them")
