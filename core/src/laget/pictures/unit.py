"""The coordinating unit: what is known of it, and what the source is silent on. Nothing is drawn here."""

from __future__ import annotations

from attrs import frozen

from laget.assessment.roles import APPOINT_PERSON, APPOINT_UNIT
from laget.model.answers import Assessment, ChoiceState, RouteAnswer
from laget.model.entitlements import Entitlement, EntitlementKind, Link, LinkKind
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind
from laget.model.organisation import Office, OfficeOwner
from laget.pictures.ways import answers_of

CONCEPT = "coordinating unit"
"""The concept of the term whose id is the unit's: terms carry it for all municipalities."""

TREATING = ("application", "mapping", "handling", "decision")
"""The steps between application and decision."""


@frozen
class Coordinator:
    """A role that somebody is appointed to: who chooses the unit, who the person, and what goes with it."""

    name: str
    unit: RouteAnswer | None
    person: RouteAnswer | None
    brings: tuple[str, ...]
    """What it brings, by name."""
    links: tuple[Link, ...]
    """Its other relations, and those that plans, groups and services have to it."""


@frozen
class Outsider:
    """An office outside the municipality that treats applications: what it does, and for what."""

    office: Office
    steps: tuple[tuple[str, bool, tuple[str, ...]], ...]
    """The name of a step, whether it is settled, and what it is about."""


def unit_of(handbook: Handbook) -> Office | None:
    """Give the coordinating unit; `None` where no layer knows one."""
    known = [term.id for term in handbook.terms.values() if term.concept == CONCEPT]
    return next((handbook.offices[name] for name in known if name in handbook.offices), None)


def is_told(unit: Office, handbook: Handbook) -> bool:
    """Tell whether anybody but the nation says something of the unit."""
    nations = {used.layer.id for used in handbook.layers if used.layer.kind is LayerKind.NATION}
    said_by = {origin.layer for origin in (unit.origin, *unit.origins.values())}
    return bool(said_by - nations) or bool(answers_about(unit, handbook))


def answers_about(unit: Office, handbook: Handbook) -> tuple[str, ...]:
    """Give what the municipality answers about the unit, of what national rules leave open."""
    answers = [answer.text for answer in handbook.answers.values() if unit.id in answer.entries]
    return tuple(text for text in answers if text.rstrip(".") != unit.name)


def coordinators(handbook: Handbook, assessment: Assessment) -> tuple[Coordinator, ...]:
    """Give every role that a child may get, with who appoints."""
    ways = {found.id: found.route for found in answers_of(assessment)}
    return tuple(
        _coordinator(found, handbook, {step.step: step for step in ways.get(found.id, ())})
        for found in handbook.entitlements.values()
        if found.kind is EntitlementKind.ROLE
    )


def _coordinator(role: Entitlement, handbook: Handbook, way: dict[str, RouteAnswer]) -> Coordinator:
    links = [link for link in role.links if link.to in handbook.entitlements]
    towards = [
        link
        for other in handbook.entitlements.values()
        if other.kind is not EntitlementKind.ROLE
        for link in other.links
        if link.to == role.id
    ]
    brings = [handbook.entitlements[link.to].name for link in links if _is_brought(link)]
    others = {link.text: link for link in (*(link for link in links if not _is_brought(link)), *towards)}
    return Coordinator(
        role.name,
        way.get(APPOINT_UNIT),
        way.get(APPOINT_PERSON),
        tuple(dict.fromkeys(brings)),
        tuple(others.values()),
    )


def _is_brought(link: Link) -> bool:
    return link.kind is LinkKind.BRINGS and link.unclear is None


def outsiders(handbook: Handbook, assessment: Assessment) -> tuple[Outsider, ...]:
    """Give the offices outside the municipality that treat applications, or may."""
    found: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for entitlement in answers_of(assessment):
        for step in entitlement.route:
            for office in _outside(step, handbook):
                key = (step.step_name, step.state is ChoiceState.SETTLED)
                found.setdefault(office, {}).setdefault(key, []).append(entitlement.name)
    return tuple(
        Outsider(handbook.offices[office], tuple((*key, tuple(about)) for key, about in steps.items()))
        for office, steps in found.items()
    )


def _outside(step: RouteAnswer, handbook: Handbook) -> tuple[str, ...]:
    """Give the offices outside the municipality that do a step of the treatment, or may."""
    if step.step not in TREATING:
        return ()
    named = (step.office, *(candidate.office for candidate in step.candidates))
    own = OfficeOwner.MUNICIPALITY
    return tuple(dict.fromkeys(name for name in named if name and handbook.offices[name].owner is not own))
