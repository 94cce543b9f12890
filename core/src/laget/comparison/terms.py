"""Terms of an entitlement other than its criteria: bounds, fee, acts before a decision, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from laget.comparison.meaning import Meaning, formula_meaning, unclear_meaning
from laget.comparison.sides import Prepared
from laget.model.differences import (
    FeeDifference,
    FeeSide,
    FeeState,
    LimitDifference,
    LimitSide,
    LinkDifference,
    LinkSide,
    StepDifference,
    StepSide,
)
from laget.model.entitlements import Entitlement, Fee, Limit, Link, LinkKind


def limit_differences(first: Prepared, second: Prepared, shared: Iterable[str]) -> Iterator[LimitDifference]:
    """Find bounds that only one side has: by amount, unit and period, whatever they are called."""
    for name in shared:
        one, other = first.handbook.entitlements[name], second.handbook.entitlements[name]
        only_first, only_second = _limits_without(one, other), _limits_without(other, one)
        if only_first or only_second:
            yield LimitDifference(
                about=name, first_name=one.name, second_name=other.name, first=only_first, second=only_second
            )


def _limits_without(one: Entitlement, other: Entitlement) -> tuple[LimitSide, ...]:
    others = [_limit_meaning(limit) for limit in other.limits]
    return tuple(_limit_side(limit) for limit in one.limits if _limit_meaning(limit) not in others)


def _limit_meaning(limit: Limit) -> Meaning:
    measure, unclear = formula_meaning(limit.measure), unclear_meaning(limit.unclear)
    return (limit.min, limit.max, limit.unit, limit.per, limit.carries_over, measure, unclear)


def _limit_side(limit: Limit) -> LimitSide:
    return LimitSide(
        id=limit.id,
        text=limit.text,
        min=limit.min,
        max=limit.max,
        unit=limit.unit,
        per=limit.per,
        carries_over=limit.carries_over,
        unclear=limit.unclear.note if limit.unclear else None,
    )


def fee_differences(first: Prepared, second: Prepared, shared: Iterable[str]) -> Iterator[FeeDifference]:
    """Find other fees. What something costs stands in the text alone: another text is another fee."""
    for name in shared:
        one, other = first.handbook.entitlements[name], second.handbook.entitlements[name]
        fees = _fee_side(one.fee), _fee_side(other.fee)
        if _fee_meaning(fees[0]) != _fee_meaning(fees[1]):
            yield FeeDifference(
                about=name, first_name=one.name, second_name=other.name, first=fees[0], second=fees[1]
            )


def _fee_side(fee: Fee | None) -> FeeSide:
    if fee is None:
        return FeeSide(state=FeeState.SILENT, text=None)
    return FeeSide(state=FeeState.FREE if fee.none else FeeState.COSTS, text=fee.text)


def _fee_meaning(fee: FeeSide) -> Meaning:
    said = " ".join((fee.text or "").casefold().split())
    return (fee.state, said if fee.state is FeeState.COSTS else None)


def step_differences(first: Prepared, second: Prepared, shared: Iterable[str]) -> Iterator[StepDifference]:
    """Find acts before a decision that differ, those that are alike for many entitlements together."""
    found: dict[tuple[str, StepSide | None, StepSide | None], list[str]] = defaultdict(list)
    for name in shared:
        one, other = _steps(first, name), _steps(second, name)
        for step in sorted({*one, *other}):
            if _step_meaning(one.get(step)) != _step_meaning(other.get(step)):
                found[step, one.get(step), other.get(step)].append(name)
    labels = {**second.handbook.step_kinds, **first.handbook.step_kinds}
    for (step, before, after), about in found.items():
        yield StepDifference(
            step=step, step_name=labels[step].label, about=tuple(about), first=before, second=after
        )


def _steps(side: Prepared, name: str) -> dict[str, StepSide]:
    plan = side.assessed.get(name)
    steps = [found.step for found in plan.steps] if plan else side.handbook.entitlements[name].steps
    return {
        step.id: StepSide(
            text=step.text,
            who=side.name_of(step.who) if step.who else None,
            by=formula_meaning(step.by),
            force=step.force,
        )
        for step in steps
    }


def _step_meaning(step: StepSide | None) -> Meaning | None:
    return (step.who, step.by, step.force) if step else None


def link_differences(first: Prepared, second: Prepared, shared: Iterable[str]) -> Iterator[LinkDifference]:
    """Find relations between entitlements that differ."""
    for name in shared:
        one, other = _links(first, name), _links(second, name)
        for kind, to in sorted({*one, *other}):
            before, after = one.get((kind, to)), other.get((kind, to))
            if _link_meaning(before) != _link_meaning(after):
                yield LinkDifference(
                    about=name, kind=kind, to=to, first=_link_side(before), second=_link_side(after)
                )


def _links(side: Prepared, name: str) -> dict[tuple[LinkKind, str], Link]:
    return {(link.kind, link.to): link for link in side.handbook.entitlements[name].links}


def _link_meaning(link: Link | None) -> Meaning | None:
    return (link.force, unclear_meaning(link.unclear)) if link else None


def _link_side(link: Link | None) -> LinkSide | None:
    return LinkSide(text=link.text, force=link.force) if link else None
