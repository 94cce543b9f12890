"""The picture `levels`: each ladder as a flight of stairs, the lowest level to the left."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from attrs import frozen

from laget.model.answers import ChoiceState
from laget.model.choices import Ladder, Level
from laget.model.handbook import Handbook
from laget.pictures import PICTURES
from laget.pictures.cells import box
from laget.pictures.colours import hue
from laget.pictures.frames import INNER, MARGIN, WIDTH, dated, ended, foot, head, notes_of
from laget.pictures.passages import Passage, Words, bulleted, height_of, written
from laget.pictures.svg import Picture, rect, text
from laget.render.words import Names

RISE = 30.0
"""How much higher each step stands than the one before it."""
GAP = 10.0
PADDING = 10.0
FRAME = 5.0
NARROW = 190.0
"""A flight whose steps would be narrower than this grows to the right."""


@frozen
class Stair:
    """A level as it is drawn: what stands on it, and what the source leaves open."""

    id: str
    passage: Passage
    unclear: Passage


def levels_picture(handbook: Handbook, language: str = "nb") -> Picture:
    """Draw the ladders, each on its own; a handbook without any gets a picture that says so."""
    names = Names(handbook, language)
    title = names.say("picture_levels_title", name=handbook.layer.name)
    if not handbook.ladders:
        return _none(title, names)
    ladders = [*handbook.ladders.values()]
    several = [names.say("picture_levels_scales")] if len(ladders) > 1 else []
    elements, top = head(title, [dated(names), names.say("picture_levels_how"), *several])
    width = max(WIDTH, *(_width(ladder) * len(ladder.levels) - GAP + 2 * MARGIN for ladder in ladders))
    for position, ladder in enumerate(ladders):
        drawn, top = _flight(ladder, names, hue(position), top)
        elements += drawn
    last, bottom = foot(notes_of(names), top)
    description = " ".join(
        [names.say("picture_levels_desc"), *several, *(_sentences(ladder, names) for ladder in ladders)]
    )
    return Picture(width, bottom, title, description, [*elements, *last], language=language)


def _none(title: str, names: Names) -> Picture:
    """Draw that the source is silent, and name the pictures that there are instead."""
    name = names.handbook.layer.name
    silent = names.say("picture_levels_none", name=name)
    how = names.say("picture_levels_none_how", name=name)
    others = [names.say(f"picture_name_{other}") for other in PICTURES if other != "levels"]
    elements, top = head(title, [dated(names)])
    passage = (Words(silent, "large strong"), Words(how, "", 8), *bulleted(others))
    height = height_of(passage, INNER - 40) + 32
    elements += box(MARGIN, top, INNER, height, ChoiceState.SILENT, "grey")
    elements += written((MARGIN + 20, top + 14), passage, INNER - 40)
    last, bottom = foot(notes_of(names), top + height + 12)
    description = f"{silent} {how} {names.listed(others)}."
    return Picture(WIDTH, bottom, title, description, [*elements, *last], language=names.language)


def _width(ladder: Ladder) -> float:
    """Give how wide a step is, with the room beside it."""
    return max(NARROW, (INNER + GAP) / max(1, len(ladder.levels)))


def _flight(ladder: Ladder, names: Names, colour: str, top: float) -> tuple[list[Element], float]:
    """Draw one ladder: its name, its stairs and what its source leaves open; gives where it ends."""
    about = (Words(ladder.name, f"large strong word {colour}"), Words(ladder.description, "", 3))
    made = [*written((MARGIN, top), about, INNER)]
    top += height_of(about, INNER) + 12
    width = _width(ladder) - GAP
    stairs = [_stair(level, names) for level in ladder.levels]
    ground = top + max(
        (_height(stair, width) + RISE * (position + 1) for position, stair in enumerate(stairs)), default=0
    )
    for position, stair in enumerate(stairs):
        left = MARGIN + position * (width + GAP)
        made += _drawn(stair, (left, ground - RISE * (position + 1)), ground, width, colour)
    below = tuple(Words(line, "", 4) for line in _open(ladder, names))
    made += written((MARGIN, ground + 8), below, INNER)
    return made, ground + 8 + height_of(below, INNER) + 28


def _stair(level: Level, names: Names) -> Stair:
    brings = [names.handbook.entitlements[name].name for name in level.brings if _known(name, names)]
    brought = [Words(names.say("picture_brings", names=names.listed(brings)), "strong", 6)] if brings else []
    note = names.say("picture_unclear_note", note=level.unclear.note) if level.unclear else ""
    return Stair(
        level.id,
        (Words(level.name, "strong"), Words(level.text, "", 4), *brought),
        (Words(note, "medium"),) if note else (),
    )


def _known(name: str, names: Names) -> bool:
    return name in names.handbook.entitlements


def _height(stair: Stair, width: float) -> float:
    return height_of(stair.passage, width - 2 * PADDING) + _unclear_height(stair, width) + 14


def _unclear_height(stair: Stair, width: float) -> float:
    inner = width - 2 * PADDING - 2 * FRAME
    return height_of(stair.unclear, inner) + 2 * FRAME + 8 + 8 if stair.unclear else 0


def _drawn(
    stair: Stair, tread: tuple[float, float], ground: float, width: float, colour: str
) -> list[Element]:
    """Draw a level: its text stands on the tread, its id in the block below."""
    left, top = tread
    inner = width - 2 * PADDING
    high = height_of(stair.passage, inner)
    upper = top - 10 - high - _unclear_height(stair, width)
    made = [
        rect(left, top, width, ground - top, f"tint {colour}"),
        rect(left, top - 4, width, 4, f"fill {colour}"),
        text((left + PADDING, top + 20), stair.id, f"large strong word {colour}"),
        *written((left + PADDING, upper), stair.passage, inner),
    ]
    if stair.unclear:
        room = _unclear_height(stair, width) - 8
        made += box(left, upper + high + 6, width, room, ChoiceState.UNCLEAR, colour)
        made += written(
            (left + PADDING + FRAME, upper + high + 6 + FRAME + 2), stair.unclear, inner - 2 * FRAME
        )
    return made


def _open(ladder: Ladder, names: Names) -> list[str]:
    """Say what the source leaves open about a whole ladder, and when it links nothing to it."""
    notes = [declared.note for declared in (ladder.overlap, ladder.hole) if declared]
    linked = any(_known(name, names) for level in ladder.levels for name in level.brings)
    silent = [] if linked else [names.say("picture_levels_unlinked")]
    return [*silent, *(names.say("picture_unclear_note", note=note) for note in notes)]


def _sentences(ladder: Ladder, names: Names) -> str:
    """Give a ladder in words."""
    levels = [
        ended(words.words)
        for stair in (_stair(level, names) for level in ladder.levels)
        for words in (*stair.passage, *stair.unclear)
    ]
    about = names.say("stated", what=ladder.name, value=ladder.description)
    return " ".join([about, *levels, *_open(ladder, names)])
