"""Questions: which facts to ask for when a condition is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import field, frozen

from laget.assessment.conditions import Condition, reads_lists
from laget.criteria import Expression, Known, facts_of, needed
from laget.model.answers import MissingFact
from laget.model.facts import derivations
from laget.model.handbook import Handbook

KEPT_ANSWERS = 16_384
"""How many answers are kept, for all conditions together."""


@frozen(eq=False)
class Questions:
    """Finds the facts to ask for, by the facts of one handbook."""

    derived: Mapping[str, tuple[Expression, ...]]
    """Derived fact → the expressions that it follows from."""
    texts: Mapping[str, MissingFact]
    """Fact → the fact with its question."""
    _made: dict[object, tuple[str, ...]] = field(factory=dict, init=False, repr=False)
    _reach: dict[Condition, tuple[str, ...] | None] = field(factory=dict, init=False, repr=False)

    def of(self, condition: Condition, known: Known) -> tuple[str, ...]:
        """Give the facts to ask for: those that can still change a condition, down to what one can say."""
        return self._kept("of", condition, known)

    def behind(self, condition: Condition, known: Known) -> tuple[str, ...]:
        """Give the facts that can still change a condition, also those that follow from others."""
        return self._kept("behind", condition, known)

    def _kept(self, question: Literal["of", "behind"], condition: Condition, known: Known) -> tuple[str, ...]:
        """Answer a question about a condition. Equal values give the same answer, which is kept."""
        answer = self._of if question == "of" else self._behind
        if condition not in self._reach:
            self._reach[condition] = self._reached(condition)
        names = self._reach[condition]
        if names is None:
            return answer(condition, known)
        values = known.values
        key = (question, condition, known.on, *[values.get(name) for name in names])
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= KEPT_ANSWERS:
                self._made.clear()
            made = self._made[key] = answer(condition, known)
        return made

    def _reached(self, condition: Condition) -> tuple[str, ...] | None:
        """Give all that a condition reads and that this follows from; none where lists matter too."""
        names = [base for name in condition.facts for base in (name, *self.bases(name))]
        trees = [tree for name in names for tree in self.derived.get(name, ())]
        return None if reads_lists((*condition.trees, *trees)) else tuple(dict.fromkeys(names))

    def _of(self, condition: Condition, known: Known) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for tree in condition.trees:
            for name in needed(tree, known):
                found.update(dict.fromkeys(self.askable(name, known)))
        return tuple(found)

    def _behind(self, condition: Condition, known: Known) -> tuple[str, ...]:
        found: dict[str, None] = {}
        names = [name for tree in condition.trees for name in needed(tree, known)]
        while names:
            name = names.pop(0)
            found[name] = None
            names += [read for tree in self.derived.get(name, ()) for read in needed(tree, known)]
        return tuple(found)

    def asked_for(self, names: Iterable[str], known: Known) -> tuple[str, ...]:
        """Give what to ask for facts: what they follow from, where that helps."""
        return tuple(dict.fromkeys(base for name in names for base in self.askable(name, known)))

    def askable(self, name: str, known: Known) -> tuple[str, ...]:
        """Give what to ask for a fact: what it follows from, where that helps, else the fact itself."""
        if name not in self.derived:
            return (name,)
        reads = [read for tree in self.derived[name] for read in needed(tree, known)]
        deeper = dict.fromkeys(base for read in reads for base in self.askable(read, known))
        return tuple(deeper) or (name,)

    def bases(self, name: str) -> tuple[str, ...]:
        """Give all facts that a derived fact follows from, whatever is known."""
        reads = [read for tree in self.derived.get(name, ()) for read in facts_of(tree)]
        return tuple(dict.fromkeys(base for read in reads for base in (read, *self.bases(read))))

    def missing(self, names: Iterable[str]) -> tuple[MissingFact, ...]:
        """Give facts with their questions."""
        return tuple([self.texts[name] for name in names])


def questions_of(handbook: Handbook) -> Questions:
    """Prepare the questions of a handbook."""
    derived = {
        name: tuple(formula.tree for formula in derivations(fact))
        for name, fact in handbook.facts.items()
        if fact.derived is not None
    }
    texts = {
        name: MissingFact(fact=name, question=fact.question, judgement=fact.judgement)
        for name, fact in handbook.facts.items()
    }
    return Questions(derived, texts)
