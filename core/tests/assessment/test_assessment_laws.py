"""Laws of assessment: what holds for every case, over random cases of the fiction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from laget.assessment.outcomes import BEST_FIRST, STRONGEST_FIRST
from laget.assessment.questions import questions_of
from laget.criteria import facts_of
from laget.model.answers import Assessment, ChoiceState, EntitlementAnswer, LevelAnswer, Outcome, RouteAnswer
from laget.model.facts import FactKind
from laget.model.handbook import Handbook
from laget.municipality import Municipality

from .random_cases import Whole, asked_facts, by_id, parts, possible, presumptions, wholes

TODAY = date(2026, 3, 1)
FEW = settings(max_examples=40)


def known(found: Assessment) -> Iterator[tuple[object, object]]:
    """Give everything that is known in an answer, with its place."""
    for entry in found.entitlements:
        if entry.outcome is not Outcome.UNKNOWN:
            yield (entry.id, "outcome"), entry.outcome
        yield from (((entry.id, *place), value) for place, value in _known_of(entry))
        for limit in entry.limits:
            yield (entry.id, limit.id, "exceeded"), limit.exceeded
            yield (entry.id, limit.id, "below"), limit.below
        for part in entry.not_covered:
            yield (entry.id, part.id, "not covered"), part.holds
        for route in entry.route:
            yield (entry.id, route.step), _settled(route)
    for level in found.levels:
        yield level.ladder, _settled(level)


def _known_of(entry: EntitlementAnswer) -> Iterator[tuple[tuple[str, ...], object]]:
    for ground in entry.grounds:
        if ground.outcome is not Outcome.UNKNOWN:
            yield (ground.id,), ground.outcome
        for criterion in ground.criteria:
            yield (ground.id, criterion.id), criterion.holds
            for example in criterion.examples:
                yield (ground.id, criterion.id, example.text), example.holds


def _settled(choice: RouteAnswer | LevelAnswer) -> object:
    if choice.state is ChoiceState.OPEN:
        return None
    if isinstance(choice, RouteAnswer):
        return choice.state, choice.office, choice.role, choice.name, choice.candidates
    return choice.state, choice.level, choice.candidates


def seen(data: st.DataObject, place: Municipality) -> tuple[Whole, dict[str, Any], Assessment, Assessment]:
    """Draw a whole case and a part of it, and assess both."""
    handbook = place.handbook(TODAY)
    whole = data.draw(wholes(handbook))
    part = data.draw(parts(whole))
    full = possible(place, whole.on(TODAY, whole.facts))
    partial = possible(place, whole.on(TODAY, part))
    assume(full is not None)
    assert full is not None
    assert partial is not None
    return whole, part, partial, full


@FEW
@given(data=st.data())
def test_knowing_more_changes_nothing_that_is_known(lia: Municipality, data: st.DataObject) -> None:
    """Completing a case at random never changes a known outcome, criterion, limit, route or level."""
    _, _, partial, full = seen(data, lia)
    later = dict(known(full))
    changed = {
        place: (value, later.get(place))
        for place, value in known(partial)
        if value is not None and later.get(place) != value
    }
    assert {} == changed


@FEW
@given(data=st.data())
def test_strength_only_grows_to_what_it_could_be(lia: Municipality, data: st.DataObject) -> None:
    """Completing a case keeps a known strength, or makes it stronger, at most as strong as `could_be`."""
    _, _, partial, full = seen(data, lia)
    later = by_id(full)
    for entry in partial.entitlements:
        if entry.strength is not None:
            strongest = STRONGEST_FIRST.index(entry.could_be or entry.strength)
            found = later[entry.id].strength
            assert found is not None
            assert strongest <= STRONGEST_FIRST.index(found) <= STRONGEST_FIRST.index(entry.strength)


@FEW
@given(data=st.data())
def test_at_best_is_never_too_low(lia: Municipality, data: st.DataObject) -> None:
    """No completion gives a better outcome than `at_best`; what the source leaves open is never ruled out."""
    _, _, partial, full = seen(data, lia)
    later = by_id(full)
    for entry in partial.entitlements:
        outcome = later[entry.id].outcome
        if outcome is Outcome.UNKNOWN:
            assert entry.at_best is not Outcome.NOT_MET
        else:
            assert BEST_FIRST.index(entry.at_best) <= BEST_FIRST.index(outcome)


@FEW
@given(data=st.data())
def test_the_one_is_among_the_candidates(lia: Municipality, data: st.DataObject) -> None:
    """Whoever a completed case settles on was a candidate while the route was open."""
    _, _, partial, full = seen(data, lia)
    later = {(entry.id, route.step): route for entry in full.entitlements for route in entry.route}
    for entry in partial.entitlements:
        for route in entry.route:
            settled = later[entry.id, route.step]
            if route.state is ChoiceState.OPEN and settled.state is ChoiceState.SETTLED:
                assert settled.name in [candidate.name for candidate in route.candidates]


@FEW
@given(data=st.data())
def test_provisional_is_the_outcome_with_what_is_presumed(lia: Municipality, data: st.DataObject) -> None:
    """The provisional answer is the strict one of the case completed with the presumed values."""
    whole, part, partial, _ = seen(data, lia)
    handbook = lia.handbook(TODAY)
    presumed = presumptions(handbook, whole.on(TODAY, part))
    completed = possible(lia, whole.on(TODAY, {**part, **presumed}))
    assume(completed is not None)
    assert completed is not None
    expected = {entry.id: (entry.outcome, entry.strength) for entry in completed.entitlements}
    found = {
        entry.id: (entry.provisional.outcome, entry.provisional.strength) for entry in partial.entitlements
    }
    assert expected == found


@FEW
@given(data=st.data())
def test_the_assumptions_are_enough(lia: Municipality, data: st.DataObject) -> None:
    """Stating only what a provisional answer assumes makes it the strict answer."""
    whole, part, partial, _ = seen(data, lia)
    handbook = lia.handbook(TODAY)
    presumed = presumptions(handbook, whole.on(TODAY, part))
    for entry in partial.entitlements:
        assumed = {name: presumed[name] for name in entry.provisional.assumes}
        stated = possible(lia, whole.on(TODAY, {**part, **assumed}))
        assume(stated is not None)
        assert stated is not None
        assert entry.provisional.outcome is by_id(stated)[entry.id].outcome


@FEW
@given(data=st.data())
def test_only_what_is_missing_can_settle(lia: Municipality, data: st.DataObject) -> None:
    """Stating every fact but those missing, and those that follow, leaves an unknown outcome unknown."""
    whole, part, partial, _ = seen(data, lia)
    handbook = lia.handbook(TODAY)
    for entry in partial.entitlements:
        if entry.outcome is Outcome.UNKNOWN:
            known = {*(fact.fact for fact in entry.missing), *part}
            others = {name: whole.facts[name] for name in asked_facts(handbook) if name not in known}
            found = possible(lia, whole.on(TODAY, {**part, **others}))
            assume(found is not None)
            assert found is not None
            assert by_id(found)[entry.id].outcome is Outcome.UNKNOWN


@FEW
@given(data=st.data())
def test_an_unknown_outcome_says_what_it_waits_for(lia: Municipality, data: st.DataObject) -> None:
    """An unknown outcome waits for something, and a known one for nothing."""
    _, _, partial, _ = seen(data, lia)
    waiting = [
        (entry.id, entry.outcome is Outcome.UNKNOWN, bool(entry.waits_for)) for entry in partial.entitlements
    ]
    assert [] == [found for found in waiting if found[1] is not found[2]]


def _reads(handbook: Handbook, entry: EntitlementAnswer) -> set[str]:
    """Give every fact that the answer about an entitlement can depend on."""
    questions = questions_of(handbook)
    entitlement = handbook.entitlements[entry.id]
    formulas = [limit.measure for limit in entitlement.limits] + [step.by for step in entitlement.steps]
    formulas += [line.when for route in handbook.routes.values() for line in route.lines]
    for ground in entitlement.grounds:
        for criterion in ground.criteria:
            formulas += [criterion.hours, *(example.when for example in criterion.examples)]
    names = {name for formula in formulas if formula for name in facts_of(formula.tree)}
    names |= {name for ground in entry.grounds for criterion in ground.criteria for name in criterion.facts}
    return names | {base for name in names for base in questions.bases(name)}


@FEW
@given(data=st.data())
def test_facts_that_nothing_reads_change_nothing(lia: Municipality, data: st.DataObject) -> None:
    """Adding facts that no rule of an entitlement reads leaves its answer the same in every respect."""
    whole, part, partial, _ = seen(data, lia)
    handbook = lia.handbook(TODAY)
    for entry in partial.entitlements:
        reads = _reads(handbook, entry)
        others = {name: value for name, value in whole.facts.items() if name not in {*reads, *part}}
        found = possible(lia, whole.on(TODAY, {**part, **others}))
        assume(found is not None)
        assert found is not None
        assert entry == by_id(found)[entry.id]


@settings(max_examples=10)
@given(data=st.data())
def test_ranking_counts_what_a_fact_can_settle(lia: Municipality, data: st.DataObject) -> None:
    """`settles` is the number of open outcomes that some value of the fact alone makes known."""
    whole, part, partial, _ = seen(data, lia)
    handbook = lia.handbook(TODAY)
    open_ = [entry for entry in partial.entitlements if entry.outcome is Outcome.UNKNOWN]
    expected = {}
    for name in (ranked.fact for ranked in partial.missing):
        left = {entry.id for entry in open_ if name in [fact.fact for fact in entry.missing]}
        settled = set[str]()
        for value in _every(handbook, name):
            found = possible(lia, whole.on(TODAY, {**part, name: value})) if left else None
            if found is not None:
                settled |= {
                    entry.id for entry in found.entitlements if entry.outcome is not Outcome.UNKNOWN
                } & left
                left -= settled
        expected[name] = len(settled)
    assert expected == {ranked.fact: ranked.settles for ranked in partial.missing}


def _every(handbook: Handbook, name: str) -> list[Any]:
    """Give all values of a fact that has few, and all whole numbers and birthdays of one that has many."""
    fact = handbook.facts[name]
    match fact.type:
        case FactKind.BOOLEAN:
            return [True, False]
        case FactKind.CHOICE:
            return sorted(fact.choices or ())
        case FactKind.DATE:
            days = [date(2026 - years, 3, 1) for years in range(71)]
            return [*days, *(day + timedelta(days=1) for day in days)]
        case FactKind.INTEGER | FactKind.NUMBER:
            return list(range(71))


@FEW
@given(data=st.data())
def test_what_settles_most_comes_first(lia: Municipality, data: st.DataObject) -> None:
    """Missing facts stand by how many outcomes they settle, and of equals judgements come last."""
    _, _, partial, _ = seen(data, lia)
    order = [(-fact.settles, fact.judgement) for fact in partial.missing]
    named = {fact.fact for entry in partial.entitlements for fact in entry.missing}
    assert (sorted(order), named) == (order, {fact.fact for fact in partial.missing})


def test_the_laws_are_tried_on_facts_of_every_kind(handbook: Handbook) -> None:
    """The random cases have facts of all five types."""
    types = {handbook.facts[name].type for name in asked_facts(handbook)}
    assert set(FactKind) == types
