"""What is known about a case: its facts, what follows from them, and what people presume.

Strict knowledge holds what the case says and what follows. Presumed knowledge adds the values
that are presumed while nobody has raised a fact; it is used for the provisional answer only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from graphlib import TopologicalSorter

from attrs import frozen

from laget.criteria import AtLeast, Evaluator, Known, Value, evaluator, facts_of
from laget.model.case import Case
from laget.model.entitlements import Entitlement
from laget.model.facts import Contradiction, Fact, FactValue, Thing, derivations
from laget.model.handbook import Handbook
from laget.texts import say


@frozen
class Derivation:
    """How a fact follows from others: lines of which one holds, each with a value."""

    fact: str
    lines: tuple[tuple[Evaluator | None, Evaluator], ...]

    def value(self, known: Known) -> Value:
        """Give the value that all lines which may hold agree on; unknown where they don't."""
        found: Value = None
        for when, value_of in self.lines:
            if when is not None and when(known) is False:
                continue
            value = value_of(known)
            if value is None or (found is not None and found != value):
                return None
            found = value
        return found


@frozen
class Knowledge:
    """What is known about one case, strictly and with presumptions."""

    stated: Known
    """What the case states, without what follows from it."""
    strict: Known
    presumed: Known
    assumed: frozenset[str]
    """The facts that only `presumed` knows, by presumption."""
    asked: frozenset[str]
    """The facts that were asked for and are not known."""


@frozen
class Impossible:
    """Something in a case that cannot be."""

    fact: str
    message: str
    hint: str


@frozen
class Reasoner:
    """Turns cases into knowledge, by the facts of one handbook."""

    derivations: tuple[Derivation, ...]
    """In an order in which each needs only those before it."""
    presumed: Mapping[str, FactValue]
    given: Mapping[str, FactValue]
    purposes: Mapping[str, str]
    """Purpose → the fact that it makes true."""
    counts_as: Mapping[str, tuple[str, ...]]
    """What a child may have → the kinds of service it counts as."""
    contradictions: tuple[tuple[Contradiction, Evaluator, Evaluator | None], ...]
    language: str
    """The language of what it finds impossible."""

    def knowledge(self, case: Case, on: date) -> Knowledge:
        """Give everything that follows from a case on a date."""
        values = self._stated(case)
        asked = frozenset(name for name, value in case.facts.items() if value is None)
        stated = self._known(values, case, on)
        strict = self.with_derived(stated)
        assumed = {
            name: value
            for name, value in self.presumed.items()
            if strict.values.get(name) is None and name not in asked
        }
        presumed = self.with_derived(stated.having({**values, **assumed})) if assumed else strict
        return Knowledge(stated, strict, presumed, frozenset(assumed), asked)

    def impossible(self, case: Case, on: date) -> tuple[Impossible, ...]:
        """Find declared contradictions, and stated facts that disagree with what follows from the others."""
        stated = self._stated(case)
        known = Known(stated, on=on)
        found = [
            Impossible(rule.fact, rule.message, rule.hint)
            for rule, when, unless in self.contradictions
            if when(known) is True and (unless is None or unless(known) is not True)
        ]
        return tuple(found or (*self._denied_purposes(case), *self._disagreements(stated, case, on)))

    def _denied_purposes(self, case: Case) -> list[Impossible]:
        """Find facts that a case denies while it applies for the purpose that they stand for."""
        applied = {purpose for application in case.applies_for for purpose in application.purposes}
        return [
            _disagreement(fact, value=True, language=self.language)
            for purpose, fact in self.purposes.items()
            if purpose in applied and case.facts.get(fact) is False
        ]

    def _disagreements(self, stated: Mapping[str, Value], case: Case, on: date) -> list[Impossible]:
        derived = {derivation.fact for derivation in self.derivations}
        return [
            _disagreement(name, value, self.language)
            for name in sorted(derived & {*stated})
            if (value := self._followed(name, stated, case, on)) is not None
            and not _agree(stated[name], value)
        ]

    def _followed(self, name: str, stated: Mapping[str, Value], case: Case, on: date) -> Value:
        """Give the value of a fact that follows from everything else that a case states."""
        others = {other: value for other, value in stated.items() if other != name}
        return self.with_derived(self._known(others, case, on)).values.get(name)

    def _stated(self, case: Case) -> dict[str, Value]:
        values: dict[str, Value] = {name: value for name, value in case.facts.items() if value is not None}
        values.update(self.given)
        for application in case.applies_for:
            for purpose in application.purposes:
                if purpose in self.purposes:
                    values.setdefault(self.purposes[purpose], True)
        return values

    def _known(self, values: Mapping[str, Value], case: Case, on: date) -> Known:
        has = frozenset(item.id for item in case.has if item.since is None or item.since <= on)
        counts = Counter(kind for held in has for kind in self.counts_as.get(held, ()))
        return Known(values, on=on, has=has, has_complete=case.has_complete, counts=counts)

    def with_derived(self, known: Known) -> Known:
        """Add the facts that follow from others; what the case states itself stands."""
        values = dict(known.values)
        result = known.having(values)
        for derivation in self.derivations:
            if values.get(derivation.fact) is None:
                value = derivation.value(result)
                if value is not None:
                    values[derivation.fact] = value
        return result


def _disagreement(fact: str, value: Value, language: str) -> Impossible:
    written = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    return Impossible(
        fact,
        say("does_not_follow", language, fact=fact, value=written),
        say("remove_derived", language, fact=fact),
    )


def _agree(stated: Value, followed: Value) -> bool:
    """Tell whether a stated value can be true when another follows from the rest of the case."""
    if isinstance(followed, AtLeast):
        return isinstance(stated, int | Decimal) and stated >= followed.number
    return stated == followed


def reasoner_of(handbook: Handbook, language: str = "nb") -> Reasoner:
    """Prepare the facts of a handbook for reasoning about cases."""
    counted: list[Thing | Entitlement] = [*handbook.things.values(), *handbook.entitlements.values()]
    return Reasoner(
        derivations=tuple(_derivation(handbook.facts[name]) for name in _order(handbook)),
        presumed={name: fact.presumed.value for name, fact in handbook.facts.items() if fact.presumed},
        given={name: given.value for name, given in handbook.given.items()},
        purposes={name: purpose.fact for name, purpose in handbook.purposes.items() if purpose.fact},
        counts_as={found.id: found.counts_as for found in counted},
        contradictions=tuple(
            (rule, evaluator(rule.when.tree), evaluator(rule.unless.tree) if rule.unless else None)
            for rule in handbook.contradictions.values()
        ),
        language=language,
    )


def _order(handbook: Handbook) -> list[str]:
    """Order derived facts so that each comes after those it needs."""
    needs = {
        name: {read for formula in derivations(fact) for read in facts_of(formula.tree)}
        for name, fact in handbook.facts.items()
        if fact.derived is not None
    }
    return [name for name in TopologicalSorter(needs).static_order() if name in needs]


def _derivation(fact: Fact) -> Derivation:
    if isinstance(fact.derived, tuple):
        lines = tuple((evaluator(case.when.tree), evaluator(case.value.tree)) for case in fact.derived)
        return Derivation(fact.id, lines)
    return Derivation(fact.id, tuple((None, evaluator(formula.tree)) for formula in derivations(fact)))
