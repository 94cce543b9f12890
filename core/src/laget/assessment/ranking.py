"""Ranking: which missing fact settles most.

A fact settles an open outcome when some value of it alone makes the outcome known. The values
tried are both ends of its range, and those at and around the thresholds of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from attrs import define

from laget.assessment.entitlements import EntitlementPlan, Seen
from laget.assessment.planning import Plan
from laget.criteria import Known, Value, shifted
from laget.model.answers import EntitlementAnswer, Outcome, RankedFact
from laget.model.facts import Fact, FactKind

FAR = 10**6
"""A number beyond every threshold."""


@define
class Ranking:
    """Counts, for each missing fact, the open outcomes that it can settle alone."""

    plan: Plan
    seen: Seen

    def ranked(self, answers: tuple[EntitlementAnswer, ...]) -> tuple[RankedFact, ...]:
        """Give the missing facts of all answers, those that settle most first."""
        pairs = zip(self.plan.entitlements, answers, strict=True)
        waiting: dict[str, list[EntitlementPlan]] = {}
        for plan, answer in pairs:
            for missing in answer.missing:
                plans = waiting.setdefault(missing.fact, [])
                if answer.outcome is Outcome.UNKNOWN:
                    plans.append(plan)
        ranked = [self._ranked(name, plans) for name, plans in waiting.items()]
        return tuple(sorted(ranked, key=lambda fact: (-fact.settles, fact.judgement)))

    def _ranked(self, name: str, plans: list[EntitlementPlan]) -> RankedFact:
        fact = self.plan.handbook.facts[name]
        settles = self._settles(name, plans)
        return RankedFact(fact=name, question=fact.question, judgement=fact.judgement, settles=settles)

    def _settles(self, name: str, plans: list[EntitlementPlan]) -> int:
        """Count the entitlements that some value of the fact alone settles.

        Values under which every criterion reads the same settle the same, so one of them is enough.
        """
        strict, conditions = self.seen.strict, self.plan.readers.get(name, ())
        tried = {tuple([strict.read(condition) for condition in conditions])}
        left = plans
        for value in self._values(name):
            view = strict.when(self._with(name, value), self.plan.following[name])
            readings = tuple([view.read(condition) for condition in conditions])
            if readings in tried:
                continue
            tried.add(readings)
            left = [plan for plan in left if plan.outcome(view, self.seen.case) is Outcome.UNKNOWN]
            if not left:
                break
        return len(plans) - len(left)

    def _with(self, name: str, value: Value) -> Known:
        """Give what would be known; what follows is worked out anew only where it can differ."""
        knowledge = self.seen.knowledge
        if len(self.plan.following[name]) == 1:
            return knowledge.strict.having({**knowledge.strict.values, name: value})
        stated = knowledge.stated
        return self.plan.reasoner.with_derived(stated.having({**stated.values, name: value}))

    def _values(self, name: str) -> Iterator[Value]:
        fact = self.plan.handbook.facts[name]
        bounds = self.plan.thresholds.get(name, ())
        match fact.type:
            case FactKind.BOOLEAN:
                yield from (True, False)
            case FactKind.CHOICE:
                yield from fact.choices or ()
            case FactKind.DATE:
                yield from self._days(bounds)
            case FactKind.INTEGER | FactKind.NUMBER:
                yield from _numbers(fact, bounds)

    def _days(self, bounds: tuple[int | Decimal, ...]) -> Iterator[date]:
        """Give birthdays around each age that matters; days around the one asked about, where none does."""
        if not bounds:
            yield from (self.seen.on + timedelta(days=shift) for shift in (-1, 0, 1))
        for years in bounds:
            day = shifted(self.seen.on, -12 * int(years))
            if day is not None:
                yield from (day - timedelta(days=1), day, day + timedelta(days=1))


def _numbers(fact: Fact, bounds: tuple[int | Decimal, ...]) -> Iterator[int | Decimal]:
    """Give both ends of a fact's range, and what lies at and around its thresholds."""
    yield from (fact.minimum or 0, FAR if fact.maximum is None else fact.maximum)
    for bound in bounds:
        yield from (bound - 1, bound, bound + 1)
