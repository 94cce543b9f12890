"""The cases that the plugin ships."""

from __future__ import annotations

import pytest

import laget
from laget.testing import Example, examples, run

ORLAND = laget.discover()["orland"]
CASES = examples(ORLAND)


@pytest.mark.parametrize("example", CASES, ids=lambda example: example.id)
def test_case_gets_the_answer_it_must_get(example: Example) -> None:
    """A case that the plugin ships gets the answer that stands beside it."""
    assert () == run(ORLAND, example)


def test_there_are_enough_cases() -> None:
    """The plugin ships at least 25 cases."""
    assert len(CASES) >= 25
