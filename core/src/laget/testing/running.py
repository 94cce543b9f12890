"""Running an example: the case is assessed, and its answer held against what was expected."""

from __future__ import annotations

from laget.errors import LagetError
from laget.municipality import Municipality
from laget.plain import to_plain
from laget.testing.examples import Example
from laget.testing.matching import Mismatch, mismatches


def run(municipality: Municipality, example: Example) -> tuple[Mismatch, ...]:
    """Assess an example and give everything that is not as expected; an error is a mismatch too."""
    try:
        answer = municipality.assess(example.draft)
    except LagetError as error:
        return (Mismatch("", example.pattern, f"{type(error).__name__}: {error}"),)
    return tuple(mismatches(example.pattern, to_plain(answer)))
