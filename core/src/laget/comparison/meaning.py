"""Meaning: what is left of a rule when its words are taken away. Equal meanings are equal texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from laget.assessment.planning import Plan
from laget.assessment.reasons import GroundParts
from laget.criteria import Expression, facts_of, to_text
from laget.criteria.tree import And, Not, Or
from laget.model.expressions import Formula, Unclear
from laget.model.facts import derivations

Meaning = tuple[Any, ...]
"""Something that can be compared, and that holds no words meant for people."""


def formula_meaning(formula: Formula | None) -> str | None:
    """Give an expression without its order of writing."""
    return to_text(_ordered(formula.tree)) if formula else None


def _ordered(tree: Expression) -> Expression:
    """Give a tree in which what may be written in any order is written in one."""
    match tree:
        case And() | Or():
            return evolve(tree, operands=tuple(sorted(map(_ordered, tree.operands), key=to_text)))
        case Not():
            return evolve(tree, operand=_ordered(tree.operand))
        case _:
            return tree


def unclear_meaning(unclear: Unclear | None) -> Meaning | None:
    """Give when a source leaves something open; `None` when it does not."""
    return (formula_meaning(unclear.when),) if unclear else None


def grounds_meaning(grounds: Iterable[GroundParts], plan: Plan) -> Meaning:
    """Give what some grounds come to, with what the facts they read follow from."""
    parts = tuple(grounds)
    rules = sorted((_ground(found) for found in parts), key=repr)
    trees = [tree for found in parts for condition in found.plan.conditions for tree in condition.trees]
    names = sorted(every_fact(trees, plan))
    return (tuple(rules), tuple((name, _fact(name, plan)) for name in names))


def every_fact(trees: Iterable[Expression], plan: Plan) -> set[str]:
    """Give the facts that expressions read, and all that these follow from."""
    read = {name for tree in trees for name in facts_of(tree)}
    return read | {base for name in read for base in plan.questions.bases(name)}


def _ground(parts: GroundParts) -> Meaning:
    ground = parts.plan.ground
    first = len(parts.plan.prerequisites)
    criteria = sorted(
        (
            (
                formula_meaning(found.criterion.when),
                found.criterion.force.value,
                found.criterion.exclusion,
                found.criterion.scope.value,
                tuple(sorted(found.criterion.purposes)),
                formula_meaning(found.criterion.hours),
                unclear_meaning(found.criterion.unclear),
                position in parts.plan.prerequisites,
            )
            for position, found in enumerate(parts.plan.criteria)
            if found.decides or found.is_part
        ),
        key=repr,
    )
    opening = ground.opening.strength.value if ground.opening else None
    return (ground.strength.value, opening, first, tuple(criteria))


def _fact(name: str, plan: Plan) -> Meaning:
    fact = plan.handbook.facts.get(name)
    if fact is None:
        return ()
    given = plan.handbook.given.get(name)
    derived = tuple(formula_meaning(formula) for formula in derivations(fact))
    return (fact.type.value, derived, repr(given.value) if given else None)
