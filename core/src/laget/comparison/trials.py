"""Trials: one imagined case held against the same grounds on both sides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from attrs import evolve, frozen

from laget.assessment.knowledge import Reasoner
from laget.assessment.planning import Plan
from laget.assessment.verdicts import Grounds, Verdict
from laget.assessment.views import View
from laget.comparison.meaning import every_fact
from laget.comparison.values import Before
from laget.criteria import Expression, Known, things_of
from laget.model.answers import CriterionAnswer, Outcome
from laget.model.case import Case, Held
from laget.model.entitlements import Criterion
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.witnesses import WitnessCase, WitnessSide, WitnessThing

Setting = Mapping[str, FactValue | Before]
"""The facts of an imagined case; a name that begins with `HAS` says whether the child has a thing."""

HAS = "has "
"""Begins the name of a setting that says whether the child has a thing."""


@frozen
class Trial:
    """One side's view of an imagined case."""

    verdict: Verdict
    view: View
    waits: tuple[str, ...]
    """What can still change or strengthen the answer: facts, and things that the child may have."""
    is_stuck: bool
    """Whether the outcome waits for something that no setting can tell, though the source is clear."""

    @property
    def is_known(self) -> bool:
        """Whether the outcome can no longer change."""
        return self.verdict.outcome is not Outcome.UNKNOWN


class Tested:
    """The grounds of one thing on one side, prepared for many trials."""

    def __init__(self, plan: Plan, grounds: Grounds) -> None:
        self.plan = plan
        self.grounds = grounds

    @cached_property
    def trees(self) -> tuple[Expression, ...]:
        """The expressions that can decide."""
        return tuple(
            tree
            for parts in self.grounds.parts
            for found in parts.plan.criteria
            if found.decides
            for tree in found.condition.trees
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Every fact that matters."""
        return frozenset(every_fact(self.trees, self.plan))

    @cached_property
    def _reasoner(self) -> Reasoner:
        """Concludes only what these grounds read: a trial is done thousands of times."""
        whole = self.plan.reasoner
        needed = tuple(found for found in whole.derivations if found.fact in self.names)
        return evolve(whole, derivations=needed, presumed={})

    def case(self, setting: Setting) -> WitnessCase:
        """Give an imagined case as this side takes it."""
        return imagined(self.plan, setting)

    def trial(self, setting: Setting) -> Trial:
        """Hold an imagined case against the grounds."""
        view = View(self._known(setting), self.plan.questions, frozenset())
        verdict = self.grounds.verdict(view, frozenset())
        conditions = verdict.asking
        if not conditions:
            return Trial(verdict, view, (), is_stuck=False)
        facts = view.waits_for(conditions)
        things = [
            f"{HAS}{thing}"
            for condition in conditions
            if view.waits_for_lists([condition])
            for tree in condition.trees
            for thing in things_of(tree)
        ]
        waits = tuple(dict.fromkeys(name for name in (*facts, *things) if name not in setting))
        return Trial(verdict, view, waits, is_stuck=not waits)

    def _known(self, setting: Setting) -> Known:
        case = as_case(self.case(setting))
        return self._reasoner.knowledge(case, self.plan.handbook.on).strict

    def is_possible(self, setting: Setting) -> bool:
        """Tell whether such a case can be."""
        case = as_case(self.case(setting))
        return not self.plan.reasoner.impossible(case, self.plan.handbook.on)

    def side(self, setting: Setting) -> WitnessSide:
        """Give an imagined case with what this side says about it."""
        trial = self.trial(setting)
        case = self.case(setting)
        values = trial.view.known.values
        follows = {
            name: cast("FactValue", values[name])
            for name in sorted(self.names)
            if name not in case.facts
            and name not in self.plan.handbook.given
            and isinstance(values.get(name), FactValue)
        }
        return WitnessSide(
            case=case,
            follows=FrozenMapping(follows),
            outcome=trial.verdict.outcome,
            strength=trial.verdict.strength,
            because=self._because(trial),
        )

    def _because(self, trial: Trial) -> tuple[str, ...]:
        """Give the criteria that keep the grounds with the chosen outcome from being met."""
        outcome = trial.verdict.outcome
        if outcome is Outcome.MET:
            return ()
        return tuple(
            dict.fromkeys(
                plan.criterion.text
                for parts, reading in zip(self.grounds.parts, trial.verdict.readings, strict=True)
                if reading.outcome is outcome
                for plan, found in zip(parts.plan.criteria, reading.readings, strict=True)
                if plan.decides and found.holds is against(plan.criterion, outcome)
            )
        )


def imagined(plan: Plan, setting: Setting) -> WitnessCase:
    """Give an imagined case as a side takes it: without what it does not know, or gives itself."""
    handbook = plan.handbook
    facts = {
        name: _on_its_day(value, plan)
        for name, value in sorted(setting.items())
        if name in handbook.facts and name not in handbook.given
    }
    things = {name.removeprefix(HAS): value for name, value in setting.items() if name.startswith(HAS)}
    known = {*handbook.things, *handbook.entitlements}
    return WitnessCase(
        on=handbook.on,
        facts=FrozenMapping(facts),
        has=tuple(WitnessThing(id=name) for name, value in sorted(things.items()) if value and name in known),
        has_complete=any(value is False for value in things.values()),
    )


def against(criterion: Criterion | CriterionAnswer, outcome: Outcome) -> bool | None:
    """Give the value of a criterion that keeps its ground at an outcome, and from a better one."""
    return None if outcome is Outcome.UNKNOWN else criterion.exclusion


def as_case(case: WitnessCase) -> Case:
    """Give the case of a witness as one that can be assessed."""
    return Case(
        on=case.on,
        facts=FrozenMapping(dict(case.facts)),
        has=tuple(Held(id=thing.id) for thing in case.has),
        has_complete=case.has_complete,
    )


def _on_its_day(value: FactValue | Before, plan: Plan) -> FactValue:
    if isinstance(value, Before):
        return value.day(plan.handbook.on) or plan.handbook.on
    return value
