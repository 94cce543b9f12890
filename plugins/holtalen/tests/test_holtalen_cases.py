"""The cases that the plugin ships; the kit runs them, and holds them against the rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import laget
from laget import Assessment, Municipality
from laget.testing import Example, examples

EXAMPLES = {example.id: example for example in examples(laget.discover()["holtalen"])}
ENOUGH = 40


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Example:
    """Give one case."""
    return EXAMPLES[request.param]


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
