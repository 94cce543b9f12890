"""The cases that the plugin ships, for each of the six municipalities; the kit runs them."""

from __future__ import annotations

import laget
from laget.testing import examples

REGISTRY = laget.discover()
MUNICIPALITIES = ("fla", "nesbyen", "gol", "hemsedal", "al", "hol")


def test_every_municipality_has_cases() -> None:
    """No municipality is without cases of its own, and there are at least 25 in all."""
    counts = [len(examples(REGISTRY[name])) for name in MUNICIPALITIES]
    assert 0 not in counts
    assert sum(counts) >= 25
