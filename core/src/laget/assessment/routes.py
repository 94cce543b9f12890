"""Routes and ladders: who does each step of the way, and where a case stands on each scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from attrs import define, evolve, field, frozen

from laget.assessment.areas import AreaPlan, area_plans
from laget.assessment.choices import ConditionedLine, Settled, conditioned, declared_of, settle
from laget.assessment.conditions import condition_of
from laget.assessment.references import References
from laget.assessment.views import View
from laget.checks.choices import lines_for
from laget.model.answers import Candidate, ChoiceState, LevelAnswer, RouteAnswer
from laget.model.choices import Declared, Ladder, Level, Route, RouteLine
from laget.model.handbook import Handbook


@frozen(eq=False)
class RoutePlan:
    """One step of the way, for all entitlements that have the same lines of it."""

    route: Route
    lines: tuple[ConditionedLine[RouteLine], ...]
    references: References
    areas: Mapping[str, AreaPlan]
    """Whom offices serve, by the office's id, where the source says so."""

    @property
    def is_fixed(self) -> bool:
        """Whether no case can change the answer."""
        served = all(plan.is_fixed for plan in self.areas.values())
        return served and all(line.condition is None or line.condition.is_fixed for line in self.lines)

    @property
    def follows(self) -> bool:
        """Whether the step may be like another one."""
        return any(line.line.to.same_as is not None for line in self.lines)

    def lines_in(self, view: View) -> tuple[RouteLine, ...]:
        """Give the lines that hold or may hold in a case."""
        if len(self.lines) == 1 and self.lines[0].condition is None:
            return (self.lines[0].line,)
        return settle(self.lines, view).lines

    def answer(self, view: View) -> RouteAnswer:
        """Settle the step for a case; the same object for all entitlements."""
        answer = view.routes.get(self)
        if answer is None:
            answer = view.routes[self] = self._answer(settle(self.lines, view), view)
        return answer

    def _answer(self, settled: Settled[RouteLine], view: View) -> RouteAnswer:
        sure = settled.lines[0] if settled.state is ChoiceState.SETTLED else None
        target = self.references.candidate(sure.to) if sure and sure.to.same_as is None else None
        declared = declared_of(self.route, settled)
        refs = [ref for line in settled.lines for ref in line.sources]
        area = self.areas.get(target.office or "") if target and self.areas else None
        return RouteAnswer(
            step=self.route.id,
            step_name=self.route.name,
            state=settled.state,
            office=target.office if target else None,
            role=target.role if target else None,
            name=target.name if target else None,
            assigned_by=sure.to.assigned_by if sure else None,
            candidates=() if sure else self._candidates(settled),
            missing=view.to_ask(settled.waiting),
            texts=(*self._texts(settled, declared), *(area.notes(view) if area else ())),
            sources=tuple(dict.fromkeys([*refs, *(declared.sources if declared else ())])),
            law=tuple(dict.fromkeys(law for line in settled.lines for law in self.references.law(line.law))),
        )

    def _candidates(self, settled: Settled[RouteLine]) -> tuple[Candidate, ...]:
        return tuple(self.references.candidate(line.to) for line in settled.lines if line.to.same_as is None)

    def _texts(self, settled: Settled[RouteLine], declared: Declared | None) -> tuple[str, ...]:
        texts = [line.text for line in settled.lines if line.text]
        said = [declared.note] if declared else []
        return tuple(
            dict.fromkeys([*texts, *settled.notes, *said, *(note.text for note in self.route.notes)])
        )


@frozen
class WayPlan:
    """All steps of the way for one entitlement."""

    steps: tuple[RoutePlan, ...]
    fixed: tuple[RouteAnswer | None, ...]
    """For each step the answer, where no case can change it."""
    open: tuple[int, ...]
    """The positions of the other steps."""
    following: tuple[int, ...]
    """The positions of steps that may be like another step."""

    def answer(self, view: View) -> tuple[RouteAnswer, ...]:
        """Settle every step for a case; a step that is like another has that one's answer."""
        answers = list(self.fixed)
        for position in self.open:
            answers[position] = self.steps[position].answer(view)
        settled = cast("list[RouteAnswer]", answers)
        if self.following:
            own = {answer.step: answer for answer in settled}
            for position in self.following:
                settled[position] = self._followed(self.steps[position], own, view)
        return tuple(settled)

    def _followed(self, step: RoutePlan, answers: Mapping[str, RouteAnswer], view: View) -> RouteAnswer:
        """Give a step's answer with the answers of the steps that it is like, or may be like."""
        own = answers[step.route.id]
        names = [line.to.same_as for line in step.lines_in(view) if line.to.same_as]
        steps = {found.route.id: found for found in self.steps} if names else {}
        others = [self._followed(steps[name], answers, view) for name in names]
        if own.state is ChoiceState.SETTLED:
            return _like(own, others[0]) if others else own
        candidates = [*own.candidates, *(found for other in others for found in _candidates_of(other))]
        missing = [*own.missing, *(name for other in others for name in other.missing)]
        return evolve(own, candidates=tuple(dict.fromkeys(candidates)), missing=tuple(dict.fromkeys(missing)))


def _like(own: RouteAnswer, other: RouteAnswer) -> RouteAnswer:
    """Give the answer of the step that this one is like, under this one's name."""
    return evolve(
        other,
        step=own.step,
        step_name=own.step_name,
        texts=tuple(dict.fromkeys([*own.texts, *other.texts])),
        sources=own.sources or other.sources,
        law=own.law,
    )


def _candidates_of(answer: RouteAnswer) -> tuple[Candidate, ...]:
    """Give those who may do a step: the one who does, once it is settled."""
    if answer.name is None:
        return answer.candidates
    return (Candidate(office=answer.office, role=answer.role, name=answer.name),)


@define
class Ways:
    """Prepares ways; entitlements with the same lines share the plans of their steps."""

    handbook: Handbook
    references: References
    nothing: View
    """A view in which nothing is known."""
    language: str
    _made: dict[tuple[str, ...], RoutePlan] = field(factory=dict, init=False)

    def plan(self, entitlement: str) -> WayPlan:
        """Prepare all steps of the way for one entitlement, in their order."""
        routes = sorted(self.handbook.routes.values(), key=lambda route: (route.position, route.id))
        steps = tuple(self._step(route, entitlement) for route in routes)
        fixed = tuple(step.answer(self.nothing) if step.is_fixed else None for step in steps)
        return WayPlan(
            steps,
            fixed,
            open=tuple(index for index, answer in enumerate(fixed) if answer is None),
            following=tuple(index for index, step in enumerate(steps) if step.follows),
        )

    def _step(self, route: Route, entitlement: str) -> RoutePlan:
        lines = lines_for(route, entitlement)
        key = (route.id, *(line.id for line in lines))
        if key not in self._made:
            areas = area_plans(
                self.handbook, (office for line in lines for office in _offices_of(line)), self.language
            )
            self._made[key] = RoutePlan(route, tuple(map(conditioned, lines)), self.references, areas)
        return self._made[key]


def _offices_of(line: RouteLine) -> tuple[str | None, ...]:
    """Give the offices that a line may settle on."""
    return line.to.office, line.to.at


@frozen
class LadderPlan:
    """A ladder, prepared for being settled many times."""

    ladder: Ladder
    levels: tuple[ConditionedLine[Level], ...]

    def answer(self, view: View) -> LevelAnswer:
        """Settle where a case stands on the ladder."""
        settled = settle(self.levels, view)
        sure = settled.lines[0] if settled.state is ChoiceState.SETTLED else None
        texts = [f"{level.name}: {level.text}" for level in settled.lines]
        refs = [ref for level in settled.lines for ref in level.sources]
        declared = declared_of(self.ladder, settled)
        return LevelAnswer(
            ladder=self.ladder.id,
            name=self.ladder.name,
            state=settled.state,
            level=sure.id if sure else None,
            candidates=() if sure else tuple(level.id for level in settled.lines),
            missing=view.to_ask(settled.waiting),
            texts=tuple(dict.fromkeys([*texts, *settled.notes, *([declared.note] if declared else [])])),
            sources=tuple(dict.fromkeys([*refs, *(declared.sources if declared else ())])),
        )


def ladder_plan(ladder: Ladder) -> LadderPlan:
    """Prepare a ladder."""
    levels = tuple(ConditionedLine(level, condition_of(level.when, level.unclear)) for level in ladder.levels)
    return LadderPlan(ladder, levels)
