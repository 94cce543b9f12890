"""Steps: how far the acts before a decision have come. Not yet done is not "not met"."""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from laget.criteria import Evaluator, Known
from laget.model.answers import StepAnswer
from laget.model.case import Case, StepState
from laget.model.entitlements import Step


@frozen
class StepPlan:
    """A step of one entitlement, prepared for being read many times."""

    entitlement: str
    step: Step
    by: Evaluator | None
    done_by: str | None
    """The event that shows that it is done."""
    untouched: StepAnswer
    """The answer while nobody has mentioned it, and no last day is known."""

    def answer(self, case: Case, known: Known, on: date) -> StepAnswer:
        """Give the step with its state in a case."""
        if self.by is None and not case.steps and not case.events:
            return self.untouched
        last_day = self.by(known) if self.by else None
        by = last_day if isinstance(last_day, date) else None
        state = self._state(case, by, on)
        if by is None and state is self.untouched.state:
            return self.untouched
        return evolve(self.untouched, state=state, by=by)

    def _state(self, case: Case, by: date | None, on: date) -> StepState:
        """Take what the case says of the step, or else the event that shows it; late is missed."""
        state, day = self._stated(case, on)
        if by is None or state is StepState.DECLINED:
            return state
        if state is StepState.DONE:
            return StepState.MISSED if day is not None and day > by else StepState.DONE
        return StepState.MISSED if on > by and state is StepState.OPEN else state

    def _stated(self, case: Case, on: date) -> tuple[StepState, date | None]:
        """Give what the case says; what is done on a later day than the one asked about is not done yet."""
        taken = [step for step in case.steps if step.id == self.step.id]
        if taken:
            own = [step for step in taken if step.about == self.entitlement]
            general = [step for step in taken if step.about is None]
            for step in (own or general)[-1:]:
                is_later = step.state is StepState.DONE and step.on is not None and step.on > on
                return (StepState.OPEN, None) if is_later else (step.state, step.on)
        days = [
            event.on
            for event in case.events
            if event.event == self.done_by and event.about in (None, self.entitlement) and event.on <= on
        ]
        return (StepState.DONE, min(days)) if days else (StepState.UNKNOWN, None)
