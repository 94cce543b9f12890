"""Rules: each has a source, a ground decides on more than age, and nothing counts that must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from laget.checks.circles import circular
from laget.checks.folded import Folded, Spot
from laget.criteria import Expression, facts_of, kinds_of, things_of
from laget.criteria.tree import Age, Birthday, nodes
from laget.findings import Finding, Severity
from laget.model.choices import Level, RouteLine
from laget.model.duties import Duty
from laget.model.entitlements import (
    Criterion,
    Entitlement,
    Force,
    Ground,
    Limit,
    Link,
    LinkKind,
    Opening,
    Prerequisite,
    Statement,
    Step,
)
from laget.model.expressions import Formula
from laget.model.facts import Fact, derivations
from laget.model.forms import Form, Goal
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind, Principle
from laget.model.origins import Origin
from laget.model.plans import Consent, ConsentLine, Group, GroupRule, MeetingKind, Plan
from laget.model.rotas import Shift
from laget.model.transitions import Transition

_CITING = (
    Entitlement,
    Ground,
    Criterion,
    Step,
    Limit,
    Opening,
    Statement,
    Link,
    Prerequisite,
    RouteLine,
    Level,
    Duty,
    Principle,
    Plan,
    Consent,
    ConsentLine,
    Group,
    GroupRule,
    MeetingKind,
    Shift,
    Form,
    Goal,
    Transition,
)
"""Classes that are rules: each says where it comes from."""

_MEANING = ("type", "choices", "derived")
"""The keys of a fact that decide what its values mean."""

_CHAINS = (LinkKind.BRINGS, LinkKind.ENDS, LinkKind.UNTIL, LinkKind.THEN_TEST)
"""Links that lead onwards, and must not lead back."""


def check_rules(folded: Folded) -> Iterator[Finding]:
    """Find rules without source, grounds that decide on age alone, and facts that must not count."""
    ages = age_facts(folded.book)
    for spot in folded.spots:
        if isinstance(spot.value, _CITING):
            yield from _check_source(folded, spot)
        if isinstance(spot.value, Ground):
            yield from _check_ground(folded, spot, spot.value, ages)
        if isinstance(spot.value, Entitlement):
            yield from _check_disregards(folded, spot, spot.value)
        if isinstance(spot.value, Fact):
            yield from _check_national_fact(folded, spot, spot.value)
    yield from _check_link_circles(folded)
    yield from _check_doubled_facts(folded)


def age_facts(book: Handbook) -> frozenset[str]:
    """Give the facts that only tell how old the child is."""
    found = set[str]()
    for name, fact in book.facts.items():
        for formula in derivations(fact):
            if any(isinstance(node, Age | Birthday) for node in nodes(formula.tree)):
                found |= {name, *facts_of(formula.tree)}
    return frozenset(found)


def _check_source(folded: Folded, spot: Spot) -> Iterator[Finding]:
    if not spot.value.sources and not getattr(spot.value, "law", ()):
        message = f"«{spot.value.id}» cites neither a document nor a law"
        hint = 'add «sources: [{document: …, section: "…"}]» or «law: [{law: …, section: "…"}]»'
        yield Finding("no-source", message, folded.place(spot), Severity.WARNING, hint)


def _check_ground(folded: Folded, spot: Spot, ground: Ground, ages: frozenset[str]) -> Iterator[Finding]:
    deciding = [
        criterion
        for criterion in ground.criteria
        if criterion.force in (Force.MUST, Force.NORMALLY) and not criterion.exclusion
    ]
    if not any(_reads_more_than(ages, criterion.when.tree) for criterion in deciding):
        message = f"the ground «{ground.id}» has no deciding criterion that reads a fact other than age"
        hint = "add one; where the source gives only factors, it is a judgement that the factors inform"
        yield Finding("decides-on-age", message, folded.place(spot), hint=hint)
    if ground.statutory and not _is_national(folded, ground.origins.get("statutory", ground.origin)):
        message = f"the ground «{ground.id}» is marked as statutory, which only a national layer can do"
        yield Finding("statutory-floor", message, folded.place(spot, "statutory"), hint="remove «statutory»")


def _reads_more_than(ages: frozenset[str], tree: Expression) -> bool:
    return bool(set(facts_of(tree)) - ages or things_of(tree) or kinds_of(tree))


def _is_national(folded: Folded, origin: Origin) -> bool:
    layers = {used.layer.id: used.layer for used in folded.book.layers}
    layer = layers.get(origin.layer)
    return layer is None or layer.kind is LayerKind.NATION


def _check_national_fact(folded: Folded, spot: Spot, fact: Fact) -> Iterator[Finding]:
    """Find local layers that give a national fact another meaning, and so the rights that read it."""
    if not _is_national(folded, fact.origin):
        return
    for key in _MEANING:
        origin = fact.origins.get(key)
        if origin is not None and not _is_national(folded, origin):
            message = f"«{key}» of «{fact.id}» is national: statutory grounds read it"
            hint = "add a fact of your own, with another id and label"
            yield Finding("statutory-floor", message, folded.place(spot, key), hint=hint)


def _check_disregards(folded: Folded, spot: Spot, entitlement: Entitlement) -> Iterator[Finding]:
    """Find criteria that read what must not count, or what follows from it."""
    closed = _following(folded.book, entitlement.disregards)
    for path, formula in _formulas(entitlement) if closed else ():
        for name in dict.fromkeys(name for name in facts_of(formula.tree) if name in closed):
            source = closed[name]
            reason = "" if source == name else f" follows from «{source}», which"
            message = f"this reads «{name}», which{reason} must not count for «{entitlement.id}»"
            place = folded.place(spot, *path)
            yield Finding("disregarded-fact", message, place, hint=f"remove «{name}» from the expression")


def _formulas(entitlement: Entitlement) -> Iterator[tuple[tuple[str | int, ...], Formula]]:
    """Give the expressions of all criteria of an entitlement, with where they stand in it."""
    lists: list[tuple[tuple[str | int, ...], tuple[Criterion, ...]]] = [(("common",), entitlement.common)]
    lists += [(("grounds", at, "criteria"), ground.criteria) for at, ground in enumerate(entitlement.grounds)]
    for path, criteria in lists:
        for index, criterion in enumerate(criteria):
            yield (*path, index, "when"), criterion.when
            if criterion.unclear and criterion.unclear.when:
                yield (*path, index, "unclear", "when"), criterion.unclear.when


def _following(book: Handbook, names: Iterable[str]) -> Mapping[str, str]:
    """Give some facts and all that follow from them, each with the one of them that it follows from."""
    found = {name: name for name in names}
    waiting = list(found)
    while waiting:
        source = waiting.pop()
        for name, fact in book.facts.items():
            reads = {read for formula in derivations(fact) for read in facts_of(formula.tree)}
            if source in reads and name not in found:
                found[name] = found[source]
                waiting.append(name)
    return found


def _check_link_circles(folded: Folded) -> Iterator[Finding]:
    for kind in _CHAINS:
        targets = {
            name: [link.to for link in entitlement.links if link.kind is kind]
            for name, entitlement in folded.book.entitlements.items()
        }
        for name in circular(targets):
            entitlement = folded.book.entitlements[name]
            message = f"links of the kind «{kind}» lead from «{name}» back to it"
            place = folded.place(Spot("entitlements", entitlement, (), entitlement), "links")
            yield Finding("circle", message, place, hint="remove one of the links")


def _check_doubled_facts(folded: Folded) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name, fact in folded.book.facts.items():
        other = first.setdefault(fact.label.casefold(), name)
        if other != name:
            message = f"the fact «{name}» has the same label as «{other}»: one idea has one id"
            place = folded.place(Spot("facts", fact, (), fact), "label")
            yield Finding(
                "doubled-fact", message, place, hint=f"use «{other}», or write what sets them apart"
            )
