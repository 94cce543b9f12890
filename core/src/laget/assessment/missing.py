"""What an answer waits for: facts to ask for, and which of them settles most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from laget.assessment.conditions import Condition
from laget.criteria import Expression, Known, needed
from laget.model.answers import MissingFact
from laget.model.facts import derivations
from laget.model.handbook import Handbook


@frozen
class Questions:
    """Finds the facts to ask for, by the facts of one handbook."""

    handbook: Handbook
    derived: Mapping[str, tuple[Expression, ...]]
    """Derived fact → the expressions that it follows from."""

    def of(self, conditions: Iterable[Condition], known: Known, asked: frozenset[str]) -> tuple[str, ...]:
        """Give the facts that can still change conditions, those already asked for left out."""
        found: dict[str, None] = {}
        for condition in conditions:
            for tree in condition.trees:
                for name in needed(tree, known):
                    found.update(dict.fromkeys(self._askable(name, known)))
        return tuple(name for name in found if name not in asked)

    def _askable(self, name: str, known: Known) -> tuple[str, ...]:
        """Give what to ask for a fact: what it follows from, where that helps, else the fact itself."""
        trees = self.derived.get(name, ())
        deeper = {
            base: None
            for tree in trees
            for read in needed(tree, known)
            for base in self._askable(read, known)
        }
        return tuple(deeper) or (name,)

    def missing(self, names: Iterable[str]) -> tuple[MissingFact, ...]:
        """Give facts with their questions."""
        facts = self.handbook.facts
        return tuple(
            MissingFact(fact=name, question=facts[name].question, judgement=facts[name].judgement)
            for name in names
        )


def questions_of(handbook: Handbook) -> Questions:
    """Prepare the questions of a handbook."""
    derived = {
        name: tuple(formula.tree for formula in derivations(fact))
        for name, fact in handbook.facts.items()
        if fact.derived is not None
    }
    return Questions(handbook, derived)
