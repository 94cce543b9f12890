"""Which sections a document can have, which entries stand in each, and which kinds of document there are.

This table is the one place that joins words in documents to classes: reading, folding,
schemas and the handbook all follow it.
"""

from __future__ import annotations

from laget.model.choices import Ladder, Route
from laget.model.citations import Document, Law
from laget.model.duties import Duty
from laget.model.entitlements import Entitlement, Prerequisite
from laget.model.facts import (
    Contradiction,
    EventKind,
    Fact,
    Given,
    Purpose,
    ServiceKind,
    StepKind,
    Thing,
)
from laget.model.forms import Form, Goal
from laget.model.layers import Answer, Conflict, Layer, OpenQuestion, Principle, Term
from laget.model.organisation import Office, Role, Tool
from laget.model.origins import Entry
from laget.model.plans import Consent, Group, MeetingKind, Plan
from laget.model.rotas import Rota
from laget.model.transitions import Transition

SECTIONS: dict[str, type[Entry]] = {
    "layer": Layer,
    "documents": Document,
    "laws": Law,
    "facts": Fact,
    "given": Given,
    "contradictions": Contradiction,
    "purposes": Purpose,
    "service_kinds": ServiceKind,
    "things": Thing,
    "step_kinds": StepKind,
    "events": EventKind,
    "terms": Term,
    "principles": Principle,
    "conflicts": Conflict,
    "questions": OpenQuestion,
    "answers": Answer,
    "entitlements": Entitlement,
    "prerequisites": Prerequisite,
    "offices": Office,
    "roles": Role,
    "ladders": Ladder,
    "tools": Tool,
    "plans": Plan,
    "consents": Consent,
    "groups": Group,
    "meeting_kinds": MeetingKind,
    "routes": Route,
    "rotas": Rota,
    "forms": Form,
    "goals": Goal,
    "duties": Duty,
    "transitions": Transition,
}
"""Every section, with the class of its entries."""

KINDS: dict[str, tuple[str, ...]] = {
    "layer": ("layer",),
    "sources": ("documents", "laws"),
    "vocabulary": (
        "facts",
        "given",
        "contradictions",
        "purposes",
        "service_kinds",
        "things",
        "step_kinds",
        "events",
        "terms",
    ),
    "background": ("principles", "conflicts", "questions", "answers"),
    "services": ("entitlements", "prerequisites"),
    "coordination": (
        "entitlements",
        "offices",
        "roles",
        "ladders",
        "tools",
        "plans",
        "consents",
        "groups",
        "meeting_kinds",
    ),
    "routing": ("offices", "routes", "rotas"),
    "reporting": ("duties", "forms", "goals", "transitions"),
}
"""Every kind of document, with the sections it can have."""

HOOK_KINDS: dict[str, tuple[str, ...]] = {
    "laget_layers": ("layer", "sources", "vocabulary", "background"),
    "laget_service_catalogue": ("services",),
    "laget_coordination": ("coordination",),
    "laget_routing": ("routing",),
    "laget_reporting": ("reporting",),
}
"""Which kinds of document each hook gives."""
