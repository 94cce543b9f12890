"""The cases that the plugin ships."""

from __future__ import annotations

import pytest

import laget
from laget.testing import Example, examples, run

VESTRE_TOTEN = laget.discover()["vestre_toten"]


@pytest.mark.parametrize("example", examples(VESTRE_TOTEN), ids=lambda example: example.id)
def test_case_gets_the_answer_it_must_get(example: Example) -> None:
    """A case that the plugin ships gets the answer that stands beside it."""
    assert () == run(VESTRE_TOTEN, example)
