"""Views: one case seen with some knowledge, in which each condition is read once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import define, field

from laget.assessment.conditions import Condition, Reading
from laget.assessment.questions import Questions
from laget.criteria import Known, needs_list
from laget.model.answers import RouteAnswer


@define(eq=False)
class View:
    """What is known, with everything that was read from it so far. It serves one assessment only."""

    known: Known
    questions: Questions
    asked: frozenset[str]
    """The facts that were asked for and are not known."""
    _readings: dict[Condition, Reading] = field(factory=dict, init=False)
    _waits: dict[Condition, tuple[str, ...]] = field(factory=dict, init=False)
    _bases: dict[str, tuple[str, ...]] = field(factory=dict, init=False)
    routes: dict[object, RouteAnswer] = field(factory=dict, init=False)
    """The routes settled so far, for steps that many entitlements share."""

    def read(self, condition: Condition) -> Reading:
        """Give the value of a condition."""
        reading = self._readings.get(condition)
        if reading is None:
            reading = self._readings[condition] = condition.read(self.known)
        return reading

    def waits_for(self, conditions: Iterable[Condition]) -> tuple[str, ...]:
        """Give the facts that can still change unknown conditions, also those that were asked for."""
        found: dict[str, None] = {}
        for condition in conditions:
            names = self._waits.get(condition)
            if names is None:
                names = self._waits[condition] = self._names(condition)
            found.update(dict.fromkeys(names))
        return tuple(found)

    def _names(self, condition: Condition) -> tuple[str, ...]:
        if condition.only is None:
            return self.questions.of(condition, self.known)
        name = condition.only
        if name not in self._bases:
            self._bases[name] = self.questions.askable(name, self.known)
        return self._bases[name]

    def behind(self, condition: Condition) -> tuple[str, ...]:
        """Give the facts that can still change an unknown condition, also those that follow from others."""
        if condition.only is None or condition.only in self.questions.derived:
            return self.questions.behind(condition, self.known)
        return (condition.only,)

    def waits_for_lists(self, conditions: Iterable[Condition]) -> bool:
        """Tell whether a complete list of what the child has can still change conditions."""
        trees = [tree for condition in conditions if condition.reads_lists for tree in condition.trees]
        return any(needs_list(tree, self.known) for tree in trees)

    def changed(self, known: Known, affected: Collection[Condition]) -> View:
        """Give a view with other knowledge, in which only the affected conditions are read anew."""
        view = View(known, self.questions, self.asked)
        view._readings.update(self._readings)
        for condition in affected:
            view._readings.pop(condition, None)
        return view

    def to_ask(self, conditions: Iterable[Condition]) -> tuple[str, ...]:
        """Give the facts that can still change conditions, and that nobody has asked for yet."""
        return tuple(name for name in self.waits_for(conditions) if name not in self.asked)
