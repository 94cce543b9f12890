"""Choices held against every way that their facts can be: no hole and no overlap is undeclared.

The values tried are those of `laget.assessment.tried`, of the facts that the lines follow from in the
end. A choice that has more combinations than `MOST` is tried on the first of them only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Any, Final

from attrs import frozen

from laget.assessment.choices import ConditionedLine, conditioned, settle
from laget.assessment.conditions import condition_of
from laget.assessment.planning import Plan
from laget.assessment.tried import values_to_try
from laget.checks.choices import lines_for
from laget.criteria import Expression, facts_of, things_of
from laget.model.answers import ChoiceState
from laget.model.case import Case, Held
from laget.model.choices import Ladder, Route
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.plans import Consent

MOST: Final = 500
"""How many combinations of values are tried for one choice."""


@frozen
class Choice:
    """A choice with the lines of it that are for one thing."""

    name: str
    choice: Route | Ladder | Consent
    lines: tuple[ConditionedLine[Any], ...]

    @property
    def trees(self) -> tuple[Expression, ...]:
        """The expressions that decide which line holds."""
        return tuple(tree for line in self.lines if line.condition for tree in line.condition.trees)


def undeclared(plan: Plan, layers: Sequence[str]) -> Iterator[str]:
    """Give each hole and overlap of the choices of some layers that the choice does not declare."""
    for found in _choices(plan, layers):
        if found.lines:
            yield from dict.fromkeys(_undeclared(found, plan))


def _choices(plan: Plan, layers: Sequence[str]) -> Iterator[Choice]:
    book = plan.handbook
    for route in book.routes.values():
        if any(line.origin.layer in layers for line in route.lines):
            for lines in dict.fromkeys(lines_for(route, name) for name in book.entitlements):
                yield Choice(f"routes.{route.id}", route, tuple(map(conditioned, lines)))
    for ladder in book.ladders.values():
        if ladder.origin.layer in layers:
            levels = tuple(
                ConditionedLine(level, condition_of(level.when, level.unclear)) for level in ladder.levels
            )
            yield Choice(f"ladders.{ladder.id}", ladder, levels)
    for consent in book.consents.values():
        if any(line.origin.layer in layers for line in consent.lines):
            yield Choice(f"consents.{consent.id}", consent, tuple(map(conditioned, consent.lines)))


def _undeclared(found: Choice, plan: Plan) -> Iterator[str]:
    for case in islice(_cases(found, plan), MOST):
        view = plan.see(case, plan.handbook.on).strict
        settled = settle(found.lines, view)
        sure = [line.line.id for line in found.lines if line.read(view).holds is True]
        if settled.state is ChoiceState.SILENT and found.choice.hole is None:
            yield f"{found.name}: no line holds where {_said(case)}; declare the source's own «hole»"
        if len(sure) > 1 and found.choice.overlap is None:
            both = " and ".join(sure)
            yield f"{found.name}: {both} hold where {_said(case)}; declare the source's own «overlap»"


def _cases(found: Choice, plan: Plan) -> Iterator[Case]:
    """Give every possible case by what the lines follow from."""
    names = _asked(found.trees, plan)
    things = tuple(dict.fromkeys(thing for tree in found.trees for thing in things_of(tree)))
    bounds = plan.bounds(found.trees)
    day = plan.handbook.on
    values = [
        tuple(dict.fromkeys(values_to_try(plan.handbook.facts[name], bounds.get(name, ()), day)))
        for name in names
    ]
    for held in product((False, True), repeat=len(things)):
        for chosen in product(*values):
            case = _case(dict(zip(names, chosen, strict=True)), dict(zip(things, held, strict=True)))
            if not plan.reasoner.impossible(case, day):
                yield case


def _case(facts: dict[str, FactValue], things: dict[str, bool]) -> Case:
    has = tuple(Held(id=name) for name, value in things.items() if value)
    return Case(facts=FrozenMapping(facts), has=has, has_complete=bool(things))


def _asked(trees: Sequence[Expression], plan: Plan) -> tuple[str, ...]:
    """Give the facts that expressions follow from in the end, without what the layer gives itself."""
    found: dict[str, None] = {}
    for name in dict.fromkeys(name for tree in trees for name in facts_of(tree)):
        bases = [base for base in plan.questions.bases(name) if base not in plan.questions.derived]
        found.update(dict.fromkeys(bases or [name]))
    return tuple(name for name in found if name not in plan.handbook.given)


def _said(case: Case) -> str:
    facts = [f"{name} is {str(value).lower()}" for name, value in case.facts.items()]
    has = [f"the child has {held.id}" for held in case.has]
    rest = [f"the child has nothing{' else' if has else ''}"] if case.has_complete else []
    return ", ".join([*facts, *has, *rest]) or "nothing is known"
