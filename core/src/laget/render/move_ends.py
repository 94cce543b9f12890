"""The ends of a move's text: what to ask, and what every reader must know."""

from __future__ import annotations

from collections.abc import Iterator

from laget.model.answers import Outcome
from laget.model.differences import StandingState
from laget.model.moves import Move, Moved, MoveSide
from laget.render.entitlements import question_of
from laget.render.layout import bullets, numbered, wrapped
from laget.render.witnesses import Pair
from laget.render.words import Names

ASK_FIRST = 8
"""How many questions are shown, unless everything is asked for."""


def is_open(row: Moved) -> bool:
    """Tell whether neither side can say anything of it yet, not even with presumptions."""
    likely = (row.first.provisional, row.second.provisional)
    return all(found is not None and found.outcome is Outcome.UNKNOWN for found in likely)


def is_alike(row: Moved) -> bool:
    """Tell whether both sides say the same: the case may say other things of one than of the other."""
    one, other = row.first.provisional, row.second.provisional
    same = one is not None and other is not None and one.outcome is other.outcome
    return same and row.first.outcome is row.second.outcome


def is_silent(row: Moved) -> bool:
    """Tell whether one side's rules say nothing of it, not even that it is not offered."""
    return StandingState.ABSENT in (row.first.standing.state, row.second.standing.state)


def question_lines(move: Move, pair: Pair, *, whole: bool) -> list[str]:
    """Give the questions of both sides, each once, with who asks; those asked by both come first."""
    asked: dict[str, tuple[str, list[str]]] = {}
    for side, place, names in _sides(move, pair):
        for fact in side.missing:
            asked.setdefault(fact.fact, (question_of(fact, names), []))[1].append(place)
    ranked = sorted(asked.values(), key=lambda found: -len(found[1]))
    shown = ranked if whole else ranked[:ASK_FIRST]
    names = pair.first_names
    texts = [
        pair.say("move_asked_by", question=question, places=names.listed(who)) for question, who in shown
    ]
    lines = [line for item in numbered(texts) for line in item]
    left = len(ranked) - len(shown)
    return [*lines, *(wrapped(pair.say("more_missing", count=str(left)), 2) if left else [])]


def note_lines(move: Move, pair: Pair) -> Iterator[str]:
    """Give what the answer rests on, what each side's answers say, and what produced them."""
    said: dict[str, list[str]] = {}
    for side, place, _ in _sides(move, pair):
        for note in side.notes:
            said.setdefault(note, []).append(place)
    yield from bullets(move.notes)
    yield from bullets(
        note if len(places) > 1 else pair.say("stated", what=places[0], value=note)
        for note, places in said.items()
    )
    for side, _, _ in _sides(move, pair):
        yield from wrapped(_receipt(side, pair), 2, 2)


def _receipt(side: MoveSide, pair: Pair) -> str:
    receipt = side.receipt
    layers = ", ".join(f"{layer.id} {layer.version}" for layer in receipt.layers)
    digest = receipt.handbook.partition(":")[2][:12]
    return pair.say("receipt", engine=receipt.engine, layers=layers, digest=digest)


def _sides(move: Move, pair: Pair) -> Iterator[tuple[MoveSide, str, Names]]:
    yield move.first, pair.first, pair.first_names
    yield move.second, pair.second, pair.second_names
