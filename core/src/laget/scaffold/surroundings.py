"""What a new layer builds on: the questions that it leaves open, its first day, a neighbour's catalogue."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from laget.registry import Registry
from laget.scaffold.layers import first_day
from laget.scaffold.refusals import CannotFoundError
from laget.scaffold.wishes import Surroundings, Wish


def surroundings_of(registry: Registry, wish: Wish, today: date) -> Surroundings:
    """Read what is installed. The neighbour's catalogue is that of today.

    Raises `CannotFoundError` when the layer to build on is not installed, and what the registry
    raises when the neighbour is not.
    """
    base = wish.layer.extends
    if base not in set(registry):
        known = ", ".join(registry)
        raise CannotFoundError(f"«{base}» is not installed, so nothing can build on it", f"there is {known}")
    first = max(loaded.layer.valid.first for loaded in registry.chain(base))
    around = Surroundings(first=first)
    book = registry[base].handbook(first_day(wish, around))
    around = evolve(around, documents=tuple(book.documents))
    questions = tuple((found.id, found.question) for found in book.questions.values())
    around = evolve(around, questions=questions)
    if wish.like is None:
        return around
    neighbour = registry[wish.like].handbook(today).entitlements
    return evolve(around, catalogue=tuple(sorted(set(neighbour) - set(book.entitlements))))
