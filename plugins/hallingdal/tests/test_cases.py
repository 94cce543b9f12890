"""The cases that the plugin ships, for each of the six municipalities."""

from __future__ import annotations

import pytest

import laget
from laget.testing import Example, examples, run

REGISTRY = laget.discover()
MUNICIPALITIES = ("fla", "nesbyen", "gol", "hemsedal", "al", "hol")
CASES = [(name, example) for name in MUNICIPALITIES for example in examples(REGISTRY[name])]


@pytest.mark.parametrize(("name", "example"), CASES, ids=[example.id for _, example in CASES])
def test_case_gets_the_answer_it_must_get(name: str, example: Example) -> None:
    """A case that the plugin ships gets the answer that stands beside it."""
    assert () == run(REGISTRY[name], example)


def test_every_municipality_has_cases() -> None:
    """No municipality is without cases of its own, and there are at least 25 in all."""
    assert set(MUNICIPALITIES) == {name for name, _ in CASES}
    assert len(CASES) >= 25
