"""Routes and ladders: who does each step of the way, and where a case stands on each scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve, frozen

from laget.assessment.choices import ConditionedLine, Settled, settle
from laget.assessment.conditions import Condition, condition_of
from laget.assessment.references import References
from laget.checks.choices import lines_for
from laget.criteria import Known
from laget.model.answers import Candidate, ChoiceState, LevelAnswer, RouteAnswer
from laget.model.choices import Ladder, Level, Route, RouteLine
from laget.model.handbook import Handbook

Missing = Callable[[tuple[Condition, ...]], tuple[str, ...]]
"""Gives the facts that conditions wait for."""


@frozen
class RoutePlan:
    """One step of the way for one entitlement, prepared for being settled many times."""

    route: Route
    lines: tuple[ConditionedLine[RouteLine], ...]
    references: References

    @property
    def is_fixed(self) -> bool:
        """Whether no fact of a case can change the answer."""
        return all(line.condition is None or not line.condition.facts for line in self.lines)

    def answer(self, known: Known, missing: Missing) -> RouteAnswer:
        """Settle the step for a case."""
        settled = settle(self.lines, known)
        sure = settled.lines[0] if settled.state is ChoiceState.SETTLED else None
        target = self.references.candidate(sure.to) if sure and sure.to.same_as is None else None
        return RouteAnswer(
            step=self.route.id,
            step_name=self.route.name,
            state=settled.state,
            office=target.office if target else None,
            role=target.role if target else None,
            name=target.name if target else None,
            assigned_by=sure.to.assigned_by if sure else None,
            candidates=() if sure else self._candidates(settled),
            missing=missing(settled.waiting),
            texts=self._texts(settled),
            sources=tuple(dict.fromkeys(ref for line in settled.lines for ref in line.sources)),
            law=tuple(dict.fromkeys(law for line in settled.lines for law in self.references.law(line.law))),
        )

    def _candidates(self, settled: Settled[RouteLine]) -> tuple[Candidate, ...]:
        return tuple(self.references.candidate(line.to) for line in settled.lines if line.to.same_as is None)

    def _texts(self, settled: Settled[RouteLine]) -> tuple[str, ...]:
        texts = [line.text for line in settled.lines if line.text]
        declared = self.route.hole if settled.state is ChoiceState.SILENT else None
        if settled.state is ChoiceState.UNCLEAR and not settled.notes:
            declared = self.route.overlap
        said = [declared.note] if declared else []
        return tuple(
            dict.fromkeys([*texts, *settled.notes, *said, *(note.text for note in self.route.notes)])
        )


@frozen
class WayPlan:
    """All steps of the way for one entitlement."""

    steps: tuple[RoutePlan, ...]
    fixed: Mapping[str, RouteAnswer]

    def answer(self, known: Known, missing: Missing) -> tuple[RouteAnswer, ...]:
        """Settle every step for a case; a step that is like another has that one's answer."""
        answers = {
            step.route.id: self.fixed.get(step.route.id) or step.answer(known, missing) for step in self.steps
        }
        return tuple(self._followed(step, answers) for step in self.steps)

    def _followed(self, step: RoutePlan, answers: Mapping[str, RouteAnswer]) -> RouteAnswer:
        own = answers[step.route.id]
        line = step.lines[0].line if len(step.lines) == 1 else None
        if line is None or line.to.same_as is None or own.state is not ChoiceState.SETTLED:
            return own
        other = answers[line.to.same_as]
        return evolve(
            other,
            step=own.step,
            step_name=own.step_name,
            texts=tuple(dict.fromkeys([*own.texts, *other.texts])),
            sources=own.sources or other.sources,
            law=own.law,
        )


def way_plan(handbook: Handbook, references: References, entitlement: str) -> WayPlan:
    """Prepare all steps of the way for one entitlement, in their order."""
    routes = sorted(handbook.routes.values(), key=lambda route: (route.position, route.id))
    steps = tuple(_route_plan(route, references, entitlement) for route in routes)
    nothing = Known({}, on=handbook.on)
    fixed = {step.route.id: step.answer(nothing, lambda _: ()) for step in steps if step.is_fixed}
    return WayPlan(steps, fixed)


def _route_plan(route: Route, references: References, entitlement: str) -> RoutePlan:
    lines = tuple(_conditioned(line) for line in lines_for(route, entitlement))
    return RoutePlan(route, lines, references)


def _conditioned(line: RouteLine) -> ConditionedLine[RouteLine]:
    always = line.when is None and line.unclear is None
    return ConditionedLine(line, None if always else condition_of(line.when, line.unclear))


@frozen
class LadderPlan:
    """A ladder, prepared for being settled many times."""

    ladder: Ladder
    levels: tuple[ConditionedLine[Level], ...]

    def answer(self, known: Known, missing: Missing) -> LevelAnswer:
        """Settle where a case stands on the ladder."""
        settled = settle(self.levels, known)
        sure = settled.lines[0] if settled.state is ChoiceState.SETTLED else None
        return LevelAnswer(
            ladder=self.ladder.id,
            name=self.ladder.name,
            state=settled.state,
            level=sure.id if sure else None,
            candidates=() if sure else tuple(level.id for level in settled.lines),
            missing=missing(settled.waiting),
            texts=self._texts(settled),
            sources=tuple(dict.fromkeys(ref for level in settled.lines for ref in level.sources)),
        )

    def _texts(self, settled: Settled[Level]) -> tuple[str, ...]:
        texts = [f"{level.name}: {level.text}" for level in settled.lines]
        declared = self.ladder.hole if settled.state is ChoiceState.SILENT else None
        if settled.state is ChoiceState.UNCLEAR:
            declared = self.ladder.overlap
        return tuple(dict.fromkeys([*texts, *settled.notes, *([declared.note] if declared else [])]))


def ladder_plan(ladder: Ladder) -> LadderPlan:
    """Prepare a ladder."""
    levels = tuple(ConditionedLine(level, condition_of(level.when, level.unclear)) for level in ladder.levels)
    return LadderPlan(ladder, levels)
