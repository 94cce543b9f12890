"""Laws of assessment, tried on Holtålen's whole handbook with random cases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from laget import Assessment, Handbook, Municipality
from laget.assessment.knowledge import reasoner_of
from laget.assessment.outcomes import BEST_FIRST
from laget.cases import fitted, read_case
from laget.model.answers import ChoiceState, Outcome
from laget.model.facts import Fact, FactKind

ON = date(2026, 3, 1)
SEEDS = range(40)


def _value(fact: Fact, draw: random.Random) -> Any:
    lowest, highest = fact.minimum or 0, 60 if fact.maximum is None else min(fact.maximum, 60)
    match fact.type:
        case FactKind.BOOLEAN:
            return draw.random() < draw.choice((0.2, 0.5, 0.9))
        case FactKind.CHOICE:
            return draw.choice(sorted(fact.choices or ()))
        case FactKind.DATE:
            return ON.replace(year=2026 - draw.randint(0, 20)) - timedelta(days=draw.choice((0, 0, 1, 90)))
        case FactKind.INTEGER | FactKind.NUMBER:
            near_boundaries = [number for number in (25, 31, 32, 2) if lowest <= number <= highest]
            return draw.choice([draw.randint(lowest, highest), *near_boundaries])


def _whole(book: Handbook, draw: random.Random) -> dict[str, Any]:
    asked = [
        fact
        for fact in book.facts.values()
        if fact.derived is None and fact.observed is None and fact.id not in book.given
    ]
    facts = {fact.id: _value(fact, draw) for fact in asked if fact.id != "termin"}
    names = sorted({*book.things, *book.entitlements})
    return {
        "on": ON,
        "facts": facts,
        "has": [{"id": name} for name in draw.sample(names, draw.randint(0, 4))],
        "has_complete": draw.random() < 0.5,
    }


def _part(case: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    share = draw.choice((0.3, 0.6, 0.9))
    fates = {name: draw.random() for name in case["facts"]}
    facts = {name: value for name, value in case["facts"].items() if fates[name] < share}
    asked = {name: None for name, fate in fates.items() if fate > 0.95}
    return {**case, "facts": {**facts, **asked}}


class Pair:
    """A whole case and a part of it, with the answers to both."""

    def __init__(self, holtalen: Municipality, seed: int) -> None:
        draw = random.Random(seed)  # noqa: S311 (cases, not secrets)
        self.case = _whole(holtalen.handbook(ON), draw)
        self.part = _part(self.case, draw)
        self.later = holtalen.assess(self.case)
        self.earlier = holtalen.assess(self.part)


@pytest.fixture(scope="module", params=SEEDS)
def pair(request: pytest.FixtureRequest, holtalen: Municipality) -> Pair:
    """Give a random case and a part of it."""
    return Pair(holtalen, request.param)


def _known(found: Assessment) -> Iterator[tuple[tuple[str, ...], object]]:
    for entry in found.entitlements:
        yield (entry.id,), None if entry.outcome is Outcome.UNKNOWN else entry.outcome
        for ground in entry.grounds:
            yield (entry.id, ground.id), None if ground.outcome is Outcome.UNKNOWN else ground.outcome
            for criterion in ground.criteria:
                yield (entry.id, ground.id, criterion.id), criterion.holds
        for route in entry.route:
            known = (route.state, route.office, route.role, route.candidates)
            yield (entry.id, route.step), None if route.state is ChoiceState.OPEN else known
    for level in found.levels:
        yield (level.ladder,), None if level.state is ChoiceState.OPEN else (level.level, level.candidates)


def test_knowing_more_changes_nothing_that_is_known(pair: Pair) -> None:
    """Completing a case never changes a known outcome, criterion, route or level."""
    later = dict(_known(pair.later))
    known = [(place, value) for place, value in _known(pair.earlier) if value is not None]
    assert [] == [(place, value, later[place]) for place, value in known if later[place] != value]


def test_at_best_is_never_too_low(pair: Pair) -> None:
    """No completion gives a better known outcome than `at_best`, nor an open source where that says no."""
    later = {entry.id: entry.outcome for entry in pair.later.entitlements}
    wrong = [
        (entry.id, entry.at_best, later[entry.id])
        for entry in pair.earlier.entitlements
        if (later[entry.id] is Outcome.UNKNOWN and entry.at_best is Outcome.NOT_MET)
        or (
            later[entry.id] is not Outcome.UNKNOWN
            and BEST_FIRST.index(entry.at_best) > BEST_FIRST.index(later[entry.id])
        )
    ]
    assert [] == wrong


def test_provisional_is_the_outcome_with_what_is_presumed(holtalen: Municipality, pair: Pair) -> None:
    """The provisional answer is the strict one of the case completed with the presumed values."""
    book = holtalen.handbook(ON)
    knowledge = reasoner_of(book).knowledge(fitted(read_case(pair.part), book), ON)
    presumed = {name: fact.presumed.value for name, fact in book.facts.items() if fact.presumed}
    assumed = {name: presumed[name] for name in knowledge.assumed}
    completed = holtalen.assess({**pair.part, "facts": {**pair.part["facts"], **assumed}})
    expected = [(entry.id, entry.outcome, entry.strength) for entry in completed.entitlements]
    assert expected == [
        (entry.id, entry.provisional.outcome, entry.provisional.strength)
        for entry in pair.earlier.entitlements
    ]


def test_only_what_is_missing_can_settle(holtalen: Municipality, pair: Pair) -> None:
    """Stating every fact but those missing, or asked for, leaves an unknown outcome unknown."""
    for entry in pair.earlier.entitlements:
        if entry.outcome is Outcome.UNKNOWN:
            awaited = {fact.fact for fact in entry.missing}
            given = {name: value for name, value in pair.case["facts"].items() if name not in awaited}
            found = holtalen.assess({**pair.part, "facts": {**given, **pair.part["facts"]}})
            assert Outcome.UNKNOWN == next(e.outcome for e in found.entitlements if e.id == entry.id)


def test_an_unknown_outcome_waits_for_something(pair: Pair) -> None:
    """An unknown outcome says what it waits for, and a known one waits for nothing."""
    found = [(entry.outcome is Outcome.UNKNOWN, bool(entry.waits_for)) for entry in pair.earlier.entitlements]
    assert [] == [both for both in found if both[0] is not both[1]]
