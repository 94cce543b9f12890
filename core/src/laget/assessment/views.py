"""Views: one case seen with some knowledge, in which each condition is read once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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
    base: View | None = None
    """A view that differs from this one only in `changed`: all else is read there, and only once."""
    changed: frozenset[str] = frozenset()
    """The facts whose values may be others than in `base`."""
    _readings: dict[Condition, Reading] = field(factory=dict, init=False)
    _waits: dict[Condition, tuple[str, ...]] = field(factory=dict, init=False)
    grounds: dict[object, Any] = field(factory=dict, init=False)
    """The grounds read so far."""
    routes: dict[object, RouteAnswer] = field(factory=dict, init=False)
    """The routes settled so far, for steps that many entitlements share."""

    def read(self, condition: Condition) -> Reading:
        """Give the value of a condition."""
        reading = self._readings.get(condition)
        if reading is None:
            if self.base is not None and self.changed.isdisjoint(condition.facts):
                reading = self.base.read(condition)
            else:
                reading = condition.read(self.known)
            self._readings[condition] = reading
        return reading

    def waits_for(self, conditions: Iterable[Condition]) -> tuple[str, ...]:
        """Give the facts that can still change unknown conditions, also those that were asked for."""
        found: dict[str, None] = {}
        for condition in conditions:
            names = self._waits.get(condition)
            if names is None:
                names = self._waits[condition] = self.questions.of(condition, self.known)
            for name in names:
                found[name] = None
        return tuple(found)

    def behind(self, condition: Condition) -> tuple[str, ...]:
        """Give the facts that can still change an unknown condition, also those that follow from others."""
        return self.questions.behind(condition, self.known)

    def waits_for_lists(self, conditions: Iterable[Condition]) -> bool:
        """Tell whether a complete list of what the child has can still change conditions."""
        trees = [tree for condition in conditions if condition.reads_lists for tree in condition.trees]
        return any(needs_list(tree, self.known) for tree in trees)

    def when(self, known: Known, changed: frozenset[str]) -> View:
        """Give a view with other knowledge, in which only what reads the changed facts is read anew."""
        return View(known, self.questions, self.asked, self, changed)

    def to_ask(self, conditions: Iterable[Condition]) -> tuple[str, ...]:
        """Give the facts that can still change conditions, and that nobody has asked for yet."""
        return tuple(name for name in self.waits_for(conditions) if name not in self.asked)
