"""Bars: how each service stands through a life."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from attrs import evolve

from laget.model.answers import EntitlementAnswer, Outcome
from laget.model.timelines import Bar, BarState, Span
from laget.timeline.lives import Life, Stage

StateOf = Callable[[EntitlementAnswer], BarState]
"""Tells how one answer is shown."""


def provisional_state(answer: EntitlementAnswer) -> BarState:
    """Show the provisional answer; an open one by the best that any further fact can give."""
    if answer.provisional.outcome is not Outcome.UNKNOWN:
        return _shown(answer.provisional.outcome)
    return BarState.WAITS if answer.at_best is Outcome.MET else _shown(answer.at_best)


def at_best_state(answer: EntitlementAnswer) -> BarState:
    """Show the best that any further fact can give: for a case of an age alone, what the age allows."""
    return _shown(answer.at_best)


def _shown(outcome: Outcome) -> BarState:
    match outcome:
        case Outcome.MET:
            return BarState.MET
        case Outcome.EXCEPTION:
            return BarState.EXCEPTION
        case Outcome.UNKNOWN:
            return BarState.UNCLEAR
        case Outcome.NOT_MET:
            return BarState.NOT_MET
        case _ as never:
            assert_never(never)


def bars_of(life: Life, state_of: StateOf = provisional_state) -> tuple[Bar, ...]:
    """Give one bar for each thing that may be assessed on some day, in the order of the newest rules."""
    named: dict[str, EntitlementAnswer] = {}
    for stage in reversed(life.stages):
        for answer in stage.answer.entitlements if stage.answer else ():
            named.setdefault(answer.id, answer)
    return tuple(
        Bar(id=answer.id, kind=answer.kind, name=answer.name, spans=_spans(answer.id, life, state_of))
        for answer in named.values()
    )


def _spans(name: str, life: Life, state_of: StateOf) -> tuple[Span, ...]:
    spans: list[Span] = []
    for stage in life.stages:
        state = _state(name, stage, state_of)
        if spans and spans[-1].state is state:
            spans[-1] = evolve(spans[-1], last=stage.last)
        else:
            spans.append(Span(first=stage.first, last=stage.last, state=state))
    return tuple(spans)


def _state(name: str, stage: Stage, state_of: StateOf) -> BarState:
    answers = stage.answer.entitlements if stage.answer else ()
    return next((state_of(answer) for answer in answers if answer.id == name), BarState.ABSENT)
