"""Bars: how each service stands through a life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from attrs import evolve

from laget.model.answers import EntitlementAnswer, OfferAnswer, Outcome
from laget.model.timelines import Bar, BarState, Span
from laget.timeline.lives import Life, Stage
from laget.timeline.served import served_state

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


def bars_of(
    life: Life, state_of: StateOf = provisional_state, waiting: BarState = BarState.WAITS
) -> tuple[Bar, ...]:
    """Give one bar for each thing that may be assessed on some day, in the order of the newest rules.

    An offer has a bar only where the office that gives it comes to serve the child, or no longer does;
    while facts other than time settle that, it is `waiting`.
    """
    named: dict[str, EntitlementAnswer | OfferAnswer] = {}
    for stage in reversed(life.stages):
        for answer in stage.answer.entitlements if stage.answer else ():
            named.setdefault(answer.id, answer)
        for offer in _offers(stage):
            named.setdefault(offer.id, offer)
    bars = [
        Bar(id=found.id, kind=found.kind, name=found.name, spans=_spans(found.id, life, state_of, waiting))
        for found in named.values()
    ]
    return tuple(bar for bar in bars if isinstance(named[bar.id], EntitlementAnswer) or len(_states(bar)) > 1)


def _states(bar: Bar) -> set[BarState]:
    return {span.state for span in bar.spans} - {BarState.ABSENT}


def _offers(stage: Stage) -> Iterator[OfferAnswer]:
    if stage.answer and stage.handbook and stage.known:
        for offer in stage.answer.offers:
            if served_state(offer, stage.handbook, stage.known) is not None:
                yield offer


def _spans(name: str, life: Life, state_of: StateOf, waiting: BarState) -> tuple[Span, ...]:
    spans: list[Span] = []
    for stage in life.stages:
        state = _state(name, stage, state_of, waiting)
        if spans and spans[-1].state is state:
            spans[-1] = evolve(spans[-1], last=stage.last)
        else:
            spans.append(Span(first=stage.first, last=stage.last, state=state))
    return tuple(spans)


def _state(name: str, stage: Stage, state_of: StateOf, waiting: BarState) -> BarState:
    if stage.answer is None or stage.handbook is None or stage.known is None:
        return BarState.ABSENT
    for answer in stage.answer.entitlements:
        if answer.id == name:
            return state_of(answer)
    for offer in stage.answer.offers:
        if offer.id == name:
            served = served_state(offer, stage.handbook, stage.known) or BarState.MET
            return waiting if served is BarState.WAITS else served
    return BarState.ABSENT
