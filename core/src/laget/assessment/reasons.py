"""Reasons: criteria and grounds with their values in a case, in the form that answers have."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from attrs import field, frozen

from laget.assessment.conditions import Reading
from laget.assessment.grounds import CriterionPlan, GroundPlan, GroundReading
from laget.assessment.views import View
from laget.criteria import AtLeast, Evaluator, Known, Value
from laget.model.answers import CriterionAnswer, ExampleAnswer, GroundAnswer, LawAnswer, NotCovered
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping

KEPT_ANSWERS = 256
"""How many answers of one criterion or ground are kept: most read a few facts with a few values."""


@frozen(eq=False)
class Reason:
    """A criterion with the unchanging parts of its answer.

    Equal values give the same answer object: it is made once, and kept.
    """

    plan: CriterionPlan
    explanation: str
    law: tuple[LawAnswer, ...]
    examples: tuple[tuple[str, Evaluator], ...]
    hours: Evaluator | None
    _made: dict[object, CriterionAnswer] = field(factory=dict, init=False, repr=False)
    _taken: dict[object, NotCovered] = field(factory=dict, init=False, repr=False)

    def answer(self, reading: Reading, known: Known) -> CriterionAnswer:
        """Give the criterion with its value in a case."""
        values = [known.values.get(name) for name in self.plan.condition.facts]
        shown_examples = tuple([(text, value_of(known)) for text, value_of in self.examples])
        key = (reading, shown_examples, *values)
        answer = self._made.get(key)
        if answer is None:
            if len(self._made) >= KEPT_ANSWERS:
                self._made.clear()
            answer = self._made[key] = self._answer(reading, values, shown_examples)
        return answer

    def _answer(
        self, reading: Reading, values: list[Value], examples: tuple[tuple[str, Value], ...]
    ) -> CriterionAnswer:
        criterion, condition = self.plan.criterion, self.plan.condition
        return CriterionAnswer(
            id=criterion.id,
            text=criterion.text,
            explanation=self.explanation,
            force=criterion.force,
            exclusion=criterion.exclusion,
            scope=criterion.scope,
            holds=reading.holds,
            unclear=condition.note if reading.unclear is not False else None,
            facts=FrozenMapping(dict(zip(condition.facts, map(shown, values), strict=True))),
            informs=criterion.informs,
            examples=tuple(
                ExampleAnswer(text=text, holds=cast("bool | None", holds)) for text, holds in examples
            ),
            sources=criterion.sources,
            law=self.law,
            origin=criterion.origin,
        )

    def not_covered(self, reading: Reading, view: View) -> NotCovered:
        """Give a partial exclusion as something that is not covered."""
        hours = self.hours(view.known) if self.hours and reading.holds else None
        key = (reading.holds, hours)
        made = self._taken.get(key)
        if made is None:
            if len(self._taken) >= KEPT_ANSWERS:
                self._taken.clear()
            made = self._taken[key] = NotCovered(
                id=self.plan.criterion.id,
                text=self.plan.criterion.text,
                holds=reading.holds,
                hours=Decimal(hours) if isinstance(hours, int | Decimal) else None,
                sources=self.plan.criterion.sources,
            )
        return made


def shown(value: Value) -> FactValue | None:
    """Give a value as an answer shows it; a number of which only a bound is known is not known."""
    return None if isinstance(value, AtLeast) else value


@frozen(eq=False)
class GroundParts:
    """A ground with the unchanging parts of its answer."""

    plan: GroundPlan
    reasons: tuple[Reason, ...]
    law: tuple[LawAnswer, ...]
    _made: dict[object, GroundAnswer] = field(factory=dict, init=False, repr=False)

    def answer(self, reading: GroundReading, view: View) -> GroundAnswer:
        """Give the ground with its outcome and reasons in a case.

        Equal values give the same answer object, which is kept, unless examples show still more of
        the case than the criteria read.
        """
        if self.has_examples:
            return self._answer(reading, view)
        values = view.known.values
        key = (reading, *[values.get(name) for name in self.plan.reading])
        answer = self._made.get(key)
        if answer is None:
            if len(self._made) >= KEPT_ANSWERS:
                self._made.clear()
            answer = self._made[key] = self._answer(reading, view)
        return answer

    @property
    def has_examples(self) -> bool:
        """Whether examples are shown beside criteria."""
        return any(reason.examples for reason in self.reasons)

    def _answer(self, reading: GroundReading, view: View) -> GroundAnswer:
        ground = self.plan.ground
        rows = zip(self.reasons, reading.readings, strict=True)
        return GroundAnswer(
            id=ground.id,
            name=ground.name,
            origin_layer=ground.origin.layer,
            statutory=ground.statutory,
            narrows=ground.narrows,
            strength=ground.strength,
            outcome=reading.outcome,
            opening=ground.opening.text if reading.opened and ground.opening else None,
            criteria=tuple([reason.answer(found, view.known) for reason, found in rows]),
            sources=ground.sources,
            law=self.law,
        )

    def not_covered(self, reading: GroundReading, view: View) -> list[NotCovered]:
        """Give what the ground's partial exclusions take away, or may take away."""
        return [
            self.reasons[index].not_covered(reading.readings[index], view)
            for index in self.plan.parts
            if reading.readings[index].holds is not False
        ]
