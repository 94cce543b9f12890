"""Witnesses in words: a child that two municipalities answer differently."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from laget.model.answers import Outcome
from laget.model.consent_differences import ConsentWitness
from laget.model.entitlements import Strength
from laget.model.witnesses import GroundsDifference, Search, Witness, WitnessSide
from laget.render.layout import bullets, marked, wrapped
from laget.render.outcomes import GIVEN, MARKS, outcome_word, strength_word
from laget.render.words import Names

MOST_REASONS = 3
"""How many criteria are shown for one side; the data has all."""


@frozen
class Pair:
    """The two sides as a text calls them, with the words of their handbooks."""

    first: str
    second: str
    first_names: Names
    second_names: Names

    def names_of(self, fact: str) -> Names:
        """Give the words of a handbook that knows a fact."""
        return self.first_names if fact in self.first_names.handbook.facts else self.second_names

    def say(self, key: str, /, **values: str) -> str:
        """Give a text of the catalogue with its gaps filled."""
        return self.first_names.say(key, **values)


def grounds_lines(found: GroundsDifference, pair: Pair, who: str = "child") -> list[str]:
    """Give the cases that show a difference, and how thoroughly was searched."""
    witnesses = [
        (name, witness)
        for name, witness in ((pair.first, found.better_in_first), (pair.second, found.better_in_second))
        if witness is not None
    ]
    lines = [line for name, witness in witnesses for line in _witness(witness, name, pair, who)]
    return [*lines, *wrapped(searched_words(found.search, pair, found=bool(witnesses)), 2, 2)]


def searched_words(search: Search, pair: Pair, *, found: bool) -> str:
    """Say how thoroughly was searched."""
    if found:
        key = "diff_searched_all" if search.exhaustive else "diff_searched_some"
    else:
        key = "diff_found_nothing"
    return pair.say(key, tried=str(search.tried), bound=str(search.bound))


def _witness(witness: Witness, better: str, pair: Pair, who: str) -> list[str]:
    return [
        *wrapped(pair.say(f"diff_{who}", place=better), 2),
        *bullets(described(witness, pair), 4),
        *_answer(witness.first, pair.first, pair.first_names),
        *_answer(witness.second, pair.second, pair.second_names),
    ]


def described(witness: Witness | ConsentWitness, pair: Pair) -> Iterable[str]:
    """Describe the case by what it says; an age stands for a date of birth."""
    follows = {**witness.second.follows, **witness.first.follows}
    facts = {**witness.second.case.facts, **witness.first.case.facts}
    counted = {name: value for name, value in follows.items() if not isinstance(value, bool | date)}
    for name, value in sorted({**facts, **counted}.items()):
        if not (isinstance(value, date) and counted):
            yield pair.names_of(name).stated(name, value)
    for name in sorted({thing.id for side in (witness.first, witness.second) for thing in side.case.has}):
        yield pair.say("diff_has", thing=_thing(name, pair))
    if witness.first.case.has_complete:
        yield pair.say("diff_has_no_more")


def _thing(name: str, pair: Pair) -> str:
    for names in (pair.first_names, pair.second_names):
        if name in names.handbook.entitlements:
            return names.handbook.entitlements[name].name
        if name in names.handbook.things:
            return names.handbook.things[name].label
    return name


def _answer(side: WitnessSide, name: str, names: Names) -> list[str]:
    said = names.say("stated", what=name, value=answer_word(side.outcome, side.strength, names))
    return [
        *marked(MARKS[side.outcome], said, 2),
        *bullets(side.because[:MOST_REASONS], 6),
    ]


def answer_word(outcome: Outcome, strength: Strength | None, names: Names) -> str:
    """Give an outcome with its strength, where something may be given."""
    if strength is None or outcome not in GIVEN:
        return outcome_word(names, outcome)
    return f"{outcome_word(names, outcome)} ({strength_word(names, strength)})"
