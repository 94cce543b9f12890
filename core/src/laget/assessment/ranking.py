"""Ranking: which missing fact settles most.

A fact settles an open outcome when some value of it alone makes the outcome known. The values
tried are those of `laget.assessment.tried`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from laget.assessment.entitlements import EntitlementPlan, Seen
from laget.assessment.planning import Plan
from laget.assessment.tried import values_to_try
from laget.criteria import Known, Value
from laget.model.answers import EntitlementAnswer, Outcome, RankedFact
from laget.model.facts import FactValue


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

    def _values(self, name: str) -> Iterator[FactValue]:
        fact = self.plan.handbook.facts[name]
        return values_to_try(fact, self.plan.thresholds.get(name, ()), self.seen.on)
