"""The card of the coordinating unit: what it is, who is in it and what it must do, or that this is unsaid."""

from __future__ import annotations

from laget.model.answers import ChoiceState
from laget.model.organisation import Member, Office
from laget.pictures.cells import RARE, Cell, Hues, cell_height, drawn, owner_of
from laget.pictures.frames import INNER, MARGIN, Part, ended
from laget.pictures.passages import Passage, Words, bulleted, height_of, written
from laget.pictures.svg import rect
from laget.pictures.unit import answers_about, is_told
from laget.render.words import Names

PADDING = 20.0
HALF = (INNER - 3 * PADDING) / 2
"""How wide each half of the card is."""


def unit_card(unit: Office | None, names: Names, hues: Hues, top: float) -> Part:
    """Draw the card of the unit: on the left what it is and who is in it, on the right its tasks."""
    left = _about(unit, names)
    right = _tasks(unit, names)
    told = unit is not None and is_told(unit, names.handbook)
    hue = hues[unit.id] if unit and told else RARE
    members = [_member(member, names, hue) for member in unit.members] if unit else []
    inner = height_of(left, HALF) + sum(cell_height(cell, HALF) + 6 for cell in members)
    height = max(inner, height_of(right, HALF)) + 2 * PADDING
    middle = MARGIN + PADDING + HALF + PADDING
    made = [
        rect(MARGIN, top, INNER, height, f"edge {hue}" if told else "wait", 6),
        *([rect(MARGIN, top, 6, height, f"fill {hue}")] if told else []),
        *written((MARGIN + PADDING, top + PADDING), left, HALF),
        *written((middle, top + PADDING), right, HALF),
    ]
    below = top + PADDING + height_of(left, HALF)
    for cell in members:
        high = cell_height(cell, HALF)
        made += drawn(cell, MARGIN + PADDING, below + 6, HALF, high)
        below += high + 6
    seats = [" – ".join(words.words for words in cell.passage) for cell in members]
    said = [*(words.words for words in left), *seats, *(words.words.removeprefix("• ") for words in right)]
    return Part(made, top + height, tuple(map(ended, said)))


def _about(unit: Office | None, names: Names) -> Passage:
    """Say what the unit is, when it meets, where it is, and what the source says of none of it."""
    unsaid = names.say("picture_unit_unsaid", name=names.handbook.layer.name)
    if unit is None:
        return (Words(names.say("picture_unit"), "soft"), Words(unsaid, "large strong", 4))
    told = is_told(unit, names.handbook)
    owner = owner_of(unit.id, names)
    known = (Words(unit.name if told else unsaid, "large strong", 4),)
    described = (Words(unit.description, "", 4),) if told and unit.description else ()
    answered = tuple(Words(text, "", 4) for text in answers_about(unit, names.handbook) if not unit.members)
    return (
        Words(f"{names.say('picture_unit')} {owner}".strip(), "soft"),
        *known,
        *described,
        *answered,
        *_titled(names.say("picture_serves"), [area.text for area in unit.serves]),
        *_said(names, "picture_meets", "picture_meets_unsaid", [meets.text for meets in unit.meets]),
        *_said(names, "picture_seat", "picture_seat_unsaid", _places(unit, names)),
        *_said(names, "picture_members", "picture_members_unsaid", ["" for _ in unit.members]),
    )


def _said(names: Names, key: str, unsaid: str, texts: list[str]) -> Passage:
    """Give what the source says of something, or that it says nothing of it."""
    if not texts:
        return (Words(names.say(unsaid), "soft", 8),)
    return _titled(names.say(key), [text for text in texts if text], always=True)


def _titled(title: str, texts: list[str], *, always: bool = False) -> Passage:
    shown = tuple(Words(text, "", 2) for text in texts)
    return (Words(title, "strong", 8), *shown) if texts or always else ()


def _places(unit: Office, names: Names) -> list[str]:
    hosted = [names.who(unit.hosted_by)] if unit.hosted_by else []
    return [unit.seat] if unit.seat else hosted


def _member(member: Member, names: Names, hue: str) -> Cell:
    """Give the box for a seat: one who is called in when needed has a broken line."""
    state = ChoiceState.OPEN if member.on_call else ChoiceState.SETTLED
    note = names.say("picture_leader") if member.leader else ""
    note = names.say("picture_on_call") if member.on_call else note
    style = "strong" if member.leader else ""
    return Cell(state, (Words(member.name, style), *((Words(note, "small soft"),) if note else ())), hue)


def _tasks(unit: Office | None, names: Names) -> Passage:
    if unit is None or not unit.tasks:
        return ()
    title = names.say("tasks" if is_told(unit, names.handbook) else "picture_unit_nation")
    return (Words(title, "strong"), *bulleted((task.text for task in unit.tasks), "medium", 5))
