"""Ranking: which missing fact settles most.

A fact settles an open outcome when some value of it alone makes the outcome known. The values
tried are those at and around the thresholds of the rules, so none that matters is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from attrs import define

from laget.assessment.entitlements import EntitlementPlan
from laget.assessment.knowledge import Knowledge
from laget.assessment.planning import Plan
from laget.criteria import Known, Value, shifted
from laget.model.answers import EntitlementAnswer, Outcome, RankedFact
from laget.model.case import Case
from laget.model.facts import Fact, FactKind

FAR = 10**6
"""A number beyond every threshold."""


@define
class Ranking:
    """Counts, for each missing fact, the open outcomes that it can settle alone."""

    plan: Plan
    knowledge: Knowledge
    case: Case

    def ranked(self, answers: tuple[EntitlementAnswer, ...]) -> tuple[RankedFact, ...]:
        """Give the missing facts of all answers, those that settle most first."""
        open_plans = {
            answer.id: (plan, frozenset(fact.fact for fact in answer.missing))
            for plan, answer in zip(self.plan.entitlements, answers, strict=True)
            if answer.outcome is Outcome.UNKNOWN
        }
        missing = {fact.fact: fact for answer in answers for fact in answer.missing}
        ranked = [
            RankedFact(
                fact=name,
                question=fact.question,
                judgement=fact.judgement,
                settles=self._settles(name, [plan for plan, facts in open_plans.values() if name in facts]),
            )
            for name, fact in missing.items()
        ]
        return tuple(sorted(ranked, key=lambda fact: (-fact.settles, fact.judgement)))

    def _settles(self, name: str, plans: list[EntitlementPlan]) -> int:
        tries = [self._with(name, value) for value in self._values(name)]
        return sum(any(self._known(plan, known) for known in tries) for plan in plans)

    def _known(self, plan: EntitlementPlan, known: Known) -> bool:
        return plan.verdict(known, plan.purposes(self.case)).outcome is not Outcome.UNKNOWN

    def _with(self, name: str, value: Value) -> Known:
        strict = self.knowledge.strict
        stated = {fact: found for fact, found in self.case.facts.items() if found is not None}
        values = {**stated, **self.plan.reasoner.given, name: value}
        known = Known(
            values, on=strict.on, has=strict.has, has_complete=strict.has_complete, counts=strict.counts
        )
        return self.plan.reasoner.with_derived(known)

    def _values(self, name: str) -> Iterator[Value]:
        fact = self.plan.handbook.facts[name]
        match fact.type:
            case FactKind.BOOLEAN:
                yield from (True, False)
            case FactKind.CHOICE:
                yield from fact.choices or ()
            case FactKind.DATE:
                yield from self._days()
            case FactKind.INTEGER | FactKind.NUMBER:
                yield from self._numbers(fact)

    def _numbers(self, fact: Fact) -> Iterator[int | Decimal]:
        yield from (0, FAR) if fact.minimum is None else (fact.minimum, fact.maximum or FAR)
        for bound in self.plan.thresholds:
            yield from (bound - 1, bound, bound + 1)

    def _days(self) -> Iterator[date]:
        on = self.knowledge.strict.on
        for years in self.plan.thresholds:
            day = shifted(on, -12 * int(years))
            if day is not None:
                yield from (day - timedelta(days=1), day, day + timedelta(days=1))
