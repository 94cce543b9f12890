"""What became harder or easier to get, each with a child that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from laget.model.differences import Comparison, StandingDifference, StandingState
from laget.model.witnesses import GroundsDifference, Witness, WitnessSide
from laget.render.blocks import Block, Kind
from laget.render.witnesses import MOST_REASONS, Pair, answer_word, described, searched_words
from laget.render.words import Names

NEARNESS = (
    (StandingState.ASSESSED, StandingState.OFFER),
    (StandingState.ANNOUNCED,),
    (StandingState.WITHDRAWN, StandingState.ENDED, StandingState.ABSENT),
)
"""How something can stand, from what can be had to what cannot."""


@frozen
class Part:
    """A part of a page, with what it is about for the summary."""

    title: str
    about: tuple[str, ...]
    blocks: tuple[Block, ...]


def getting_parts(found: Comparison, pair: Pair) -> Iterator[Part]:
    """Give what became harder, what became easier, and what stands or is decided otherwise."""
    yield _part("change_harder", found, pair, (lambda row: _steps(row) > 0, lambda row: row.better_in_first))
    yield _part("change_easier", found, pair, (lambda row: _steps(row) < 0, lambda row: row.better_in_second))
    yield _otherwise(found, pair)


def _steps(row: StandingDifference) -> int:
    """Tell how far something moved from what can be had: more than 0 is harder to get."""
    places = {state: place for place, states in enumerate(NEARNESS) for state in states}
    return places[row.second.state] - places[row.first.state]


def _part(
    key: str,
    found: Comparison,
    pair: Pair,
    chosen: tuple[Callable[[StandingDifference], bool], Callable[[GroundsDifference], Witness | None]],
) -> Part:
    standing = [row for row in found.standing if chosen[0](row)]
    witnesses = [(row, witness) for row in found.criteria if (witness := chosen[1](row.grounds)) is not None]
    about = [_called(row) for row in standing] + [row.second_name for row, _ in witnesses]
    blocks = [Block(Kind.ITEM, _stands(row, pair)) for row in standing]
    for row, witness in witnesses:
        blocks.append(Block(Kind.TOPIC, row.second_name))
        blocks += witness_blocks(witness, pair, "change_child")
        if not row.grounds.search.exhaustive:
            blocks.append(Block(Kind.TEXT, searched_words(row.grounds.search, pair, found=True)))
    return Part(pair.say(key), tuple(about), tuple(blocks))


def _otherwise(found: Comparison, pair: Pair) -> Part:
    """Give what is neither: it stands in another way, or the rules differ and no case was found."""
    standing = [row for row in found.standing if _steps(row) == 0]
    criteria = [
        row for row in found.criteria if not (row.grounds.better_in_first or row.grounds.better_in_second)
    ]
    texts = [_stands(row, pair) for row in standing]
    for row in criteria:
        said = searched_words(row.grounds.search, pair, found=False)
        texts.append(pair.say("stated", what=row.second_name, value=said))
    about = [_called(row) for row in standing] + [row.second_name for row in criteria]
    return Part(pair.say("diff_criteria"), tuple(about), tuple(Block(Kind.ITEM, text) for text in texts))


def _called(row: StandingDifference) -> str:
    return row.second.name or row.first.name or row.id


def _stands(row: StandingDifference, pair: Pair) -> str:
    first, second = (pair.say(f"change_state_{side.state.value}") for side in (row.first, row.second))
    said = pair.say(
        "change_stands",
        name=_called(row),
        kind=pair.second_names.known("kind", row.kind.value),
        first=first,
        second=second,
    )
    return f"{said} {row.second.reason}" if row.second.reason else said


def holding_blocks(found: GroundsDifference, pair: Pair) -> list[Block]:
    """Give who can no longer hold a role, and who can now."""
    both = found.better_in_first, found.better_in_second
    witnesses = [one for one in both if one is not None]
    blocks = [block for one in witnesses for block in witness_blocks(one, pair, "change_candidate")]
    if not blocks or not found.search.exhaustive:
        blocks.append(Block(Kind.TEXT, searched_words(found.search, pair, found=bool(blocks))))
    return blocks


def witness_blocks(witness: Witness, pair: Pair, key: str) -> Iterator[Block]:
    """Give a case with both answers, and what keeps each from being better."""
    facts = [*described(witness, pair)]
    yield Block(Kind.TEXT, pair.say(key) if facts else pair.say("change_anyone"))
    yield from _items(facts)
    for when, side, names in (
        (pair.first, witness.first, pair.first_names),
        (pair.second, witness.second, pair.second_names),
    ):
        yield Block(Kind.TEXT, _answer(when, side, names))
        yield from _items(side.because[:MOST_REASONS])


def _answer(when: str, side: WitnessSide, names: Names) -> str:
    return names.say("stated", what=when, value=answer_word(side.outcome, side.strength, names))


def _items(texts: Iterable[str]) -> Iterator[Block]:
    yield from (Block(Kind.ITEM, text) for text in texts)
