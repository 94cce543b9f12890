"""Consent: others who consent, or in another form, with a case that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, cast

from attrs import define, frozen

from laget.assessment.choices import Settled, settle
from laget.assessment.consents import ConsentPlan
from laget.assessment.planning import Plan
from laget.assessment.views import View
from laget.comparison.meaning import Meaning, every_fact, formula_meaning, unclear_meaning
from laget.comparison.sides import Prepared
from laget.comparison.trials import Setting, as_case, imagined
from laget.comparison.values import Values, reach_of
from laget.criteria import Expression
from laget.model.consent_differences import (
    ConsentDifference,
    Consenter,
    ConsentSide,
    ConsentWitness,
    ConsentWitnessSide,
)
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.plans import Consent, ConsentLine

MOST_TRIALS: Final = 2_000
"""How many cases are tried for one rule of consent: they read an age and two or three facts."""


def consent_differences(first: Prepared, second: Prepared) -> Iterator[ConsentDifference]:
    """Find rules of consent that differ in more than words, or that only one side has."""
    one, other = _asked(first), _asked(second)
    for name in sorted({*one, *other}):
        mine, theirs = one.get(name), other.get(name)
        if mine and theirs and mine.meaning == theirs.meaning:
            continue
        yield ConsentDifference(
            consent=name,
            first=mine.side if mine else None,
            second=theirs.side if theirs else None,
            witness=_witness(mine, theirs) if mine and theirs else None,
        )


def _asked(side: Prepared) -> Mapping[str, _Asked]:
    return {found.consent.id: _Asked(side.plan, found) for found in side.plan.consents}


@frozen
class _Trial:
    """What one side says about an imagined case."""

    view: View
    settled: Settled[ConsentLine]

    @property
    def says(self) -> Meaning:
        """What can be compared."""
        who = sorted((line.who, line.form.value) for line in self.settled.lines)
        return (self.settled.state, tuple(dict.fromkeys(who)))

    @property
    def waits(self) -> tuple[str, ...]:
        """The facts that can still settle it."""
        return self.view.waits_for(self.settled.waiting)


@define(eq=False, slots=False)
class _Asked:
    """A rule of consent of one side, prepared for many trials."""

    plan: Plan
    rule: ConsentPlan

    @property
    def consent(self) -> Consent:
        """The rule."""
        return self.rule.consent

    @property
    def meaning(self) -> Meaning:
        """What is left of the rule without its words."""
        lines = sorted((_line_meaning(line) for line in self.consent.lines), key=repr)
        declared = (self.consent.hole is not None, self.consent.overlap is not None)
        return (frozenset(self.consent.about), tuple(lines), declared)

    @property
    def side(self) -> ConsentSide:
        """The rule as it is shown."""
        texts = tuple(line.text for line in self.consent.lines)
        return ConsentSide(name=self.consent.name, about=self.consent.about, lines=texts)

    @cached_property
    def trees(self) -> tuple[Expression, ...]:
        """The expressions that decide who consents."""
        conditions = [line.condition for line in self.rule.lines if line.condition]
        return tuple(tree for condition in conditions for tree in condition.trees)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every fact that matters."""
        return frozenset(every_fact(self.trees, self.plan))

    def trial(self, setting: Setting) -> _Trial:
        """Ask who consents in an imagined case."""
        case = as_case(imagined(self.plan, setting))
        view = View(
            self.plan.reasoner.knowledge(case, self.plan.handbook.on).strict, self.plan.questions, frozenset()
        )
        return _Trial(view, settle(self.rule.lines, view))

    def is_possible(self, setting: Setting) -> bool:
        """Tell whether such a case can be."""
        return not self.plan.reasoner.impossible(as_case(imagined(self.plan, setting)), self.plan.handbook.on)

    def shown(self, setting: Setting) -> ConsentWitnessSide:
        """Give an imagined case with who consents in it."""
        trial, case = self.trial(setting), imagined(self.plan, setting)
        roles = self.plan.handbook.roles
        who = {(line.who, line.form): roles[line.who].name for line in trial.settled.lines}
        values = trial.view.known.values
        follows = {
            name: cast("FactValue", values[name])
            for name in sorted(self.names)
            if name not in case.facts and isinstance(values.get(name), FactValue)
        }
        return ConsentWitnessSide(
            case=case,
            follows=FrozenMapping(follows),
            state=trial.settled.state,
            who=tuple(
                Consenter(role=role, name=name, form=form) for (role, form), name in sorted(who.items())
            ),
        )


def _line_meaning(line: ConsentLine) -> Meaning:
    return (line.who, line.form.value, formula_meaning(line.when), unclear_meaning(line.unclear))


def _witness(first: _Asked, second: _Asked) -> ConsentWitness | None:
    """Find a case in which the two sides, both settled as far as facts can, say something else."""
    values = Values((reach_of(first.trees, first.plan), reach_of(second.trees, second.plan)))
    stack: list[Setting] = [{}]
    for _ in range(MOST_TRIALS):
        if not stack:
            return None
        setting = stack.pop()
        one, other = first.trial(setting), second.trial(setting)
        waits = sorted({*one.waits, *other.waits} - {*setting})
        if not waits:
            if one.says != other.says and first.is_possible(setting) and second.is_possible(setting):
                return ConsentWitness(first=first.shown(setting), second=second.shown(setting))
            continue
        options = next((found for name in waits if (found := values.variable(name).options)), ())
        stack += [{**setting, fact: value} for fact, value in reversed(options) if fact not in setting]
    return None
