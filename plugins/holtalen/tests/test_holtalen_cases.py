"""The cases that the plugin ships: each gets the answer that it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

import laget
from laget import Assessment, Municipality
from laget.testing import Example, examples, run

EXAMPLES = {example.id: example for example in examples(laget.discover()["holtalen"])}
ENOUGH = 40

Value = tuple[str, str, str]

UNCLEAR_WHEN_IT_FAILS = {("inn_pa_tunet", "tilbud", "ikke_eget_tilbud")}
"""Criteria whose source leaves open what happens when they fail: they are true or unknown."""


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Example:
    """Give one case."""
    return EXAMPLES[request.param]


def test_the_case_gets_its_answer(holtalen: Municipality, example: Example) -> None:
    """The answer has everything that the case expects."""
    assert [] == [str(found) for found in run(holtalen, example)]


def test_the_case_says_what_it_shows(example: Example) -> None:
    """What a case shows is a sentence."""
    assert (False, True) == (example.shows[:1].islower(), example.shows.endswith("."))


def test_there_are_enough_cases() -> None:
    """There are at least forty cases."""
    assert ENOUGH <= len(EXAMPLES)


@pytest.fixture(scope="module")
def answers(holtalen: Municipality) -> list[Assessment]:
    """Give the answers to all cases."""
    return [holtalen.assess(example.draft) for example in EXAMPLES.values()]


@pytest.fixture(scope="module")
def values(answers: Sequence[Assessment]) -> Mapping[Value, set[bool | None]]:
    """Give the values that each criterion of each ground has in some case."""
    values: dict[Value, set[bool | None]] = {}
    for answer in answers:
        for entry in answer.entitlements:
            for ground in entry.grounds:
                for criterion in ground.criteria:
                    values.setdefault((entry.id, ground.id, criterion.id), set()).add(criterion.holds)
    return values


def test_every_criterion_is_met_and_not_met(values: Mapping[Value, set[bool | None]]) -> None:
    """Each criterion of each ground holds in some case, and fails in some other."""
    lacking = {
        place: {True, False} - found
        for place, found in values.items()
        if {True, False} - found and place not in UNCLEAR_WHEN_IT_FAILS
    }
    assert {} == lacking


def test_exceptions_from_that_are_still_needed(values: Mapping[Value, set[bool | None]]) -> None:
    """A criterion that never fails holds in some case and is unknown in some other."""
    assert [{True, None}] * len(UNCLEAR_WHEN_IT_FAILS) == [values[name] for name in UNCLEAR_WHEN_IT_FAILS]


def test_every_level_is_reached(answers: Sequence[Assessment]) -> None:
    """Each level of each ladder is where some case stands, or a candidate where the source is unclear."""
    reached = {
        (found.ladder, level)
        for answer in answers
        for found in answer.levels
        if found.state in ("settled", "unclear")
        for level in ([found.level] if found.level else found.candidates)
    }
    known = {("bti", str(level)) for level in range(4)} | {("omsorgstrappen", str(n)) for n in range(1, 4)}
    assert known <= reached
