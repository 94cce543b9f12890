"""The picture `coordination`: the coordinating unit, the roles and who appoints, and who is outside."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from attrs import frozen

from laget.model.answers import ChoiceState, RouteAnswer
from laget.model.handbook import Handbook
from laget.model.organisation import Member, Office
from laget.pictures.cells import (
    RARE,
    Cell,
    Hues,
    arrow,
    cell_height,
    cell_of,
    drawn,
    hues_of,
    owner_of,
    step_title,
)
from laget.pictures.frames import INNER, MARGIN, WIDTH, dated, foot, head, legend, notes_of
from laget.pictures.passages import Passage, Words, bulleted, height_of, written
from laget.pictures.svg import Picture, line, rect
from laget.pictures.unit import (
    Coordinator,
    Outsider,
    answers_about,
    coordinators,
    is_told,
    outsiders,
    unit_of,
)
from laget.pictures.ways import without_a_case
from laget.render.ways import doer
from laget.render.words import Names

HALF = (INNER - 60) / 2
"""How wide each half of the unit's card is."""
BOX = 200.0
GAP = 26.0
BESIDE = INNER - 3 * (BOX + GAP)
"""The room beside the boxes of a role."""
PADDING = 20.0


@frozen
class Part:
    """A part of the picture: its elements, where it ends, and what it says in words."""

    elements: list[Element]
    bottom: float
    words: tuple[str, ...]


def coordination_picture(handbook: Handbook, language: str = "nb") -> Picture:
    """Draw who coordinates; what the source does not say is said to be unsaid, never left empty."""
    names = Names(handbook, language)
    assessment = without_a_case(handbook, language)
    roles = coordinators(handbook, assessment)
    ways = [[step for step in (role.unit, role.person) if step] for role in roles]
    found = unit_of(handbook)
    hues = hues_of(ways, found.id if found else "", least=1)
    title = names.say("picture_coordination_title", name=handbook.layer.name)
    elements, top = head(title, [dated(names), names.say("picture_coordination_how")])
    unit = _unit(found, names, hues, top)
    inside = _roles(roles, names, hues, unit.bottom + 30)
    outside = _outside(outsiders(handbook, assessment), names, inside.bottom + 26)
    last, bottom = foot(notes_of(names), outside.bottom + 18)
    parts = (unit, inside, outside)
    description = " ".join(
        [names.say("picture_coordination_desc"), *(said for part in parts for said in part.words)]
    )
    drawn_parts = [found for part in parts for found in part.elements]
    return Picture(WIDTH, bottom, title, description, [*elements, *drawn_parts, *last], language=language)


# The unit.


def _unit(unit: Office | None, names: Names, hues: Hues, top: float) -> Part:
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
    said = (*left, *(words for cell in members for words in cell.passage), *right)
    return Part(made, top + height, tuple(_ended(words.words.removeprefix("• ")) for words in said))


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
        *_said(names, "meets", [meets.text for meets in unit.meets]),
        *_said(names, "seat", _places(unit, names)),
        *_said(names, "members", ["" for _ in unit.members]),
    )


def _said(names: Names, key: str, texts: list[str]) -> Passage:
    """Give what the source says of something, or that it says nothing of it."""
    if not texts:
        return (Words(names.say(f"picture_{key}_unsaid"), "soft", 8),)
    return _titled(names.say(f"picture_{key}"), [text for text in texts if text], always=True)


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


# The roles.


def _roles(roles: tuple[Coordinator, ...], names: Names, hues: Hues, top: float) -> Part:
    """Draw a row for each role: who chooses the unit, who the person, the role, and what goes with it."""
    made = [*written((MARGIN, top), [Words(names.say("picture_roles"), "large strong")], INNER)]
    top += 26
    if not roles:
        silent = names.say("picture_roles_none")
        return Part([*made, *written((MARGIN, top), [Words(silent, "soft")], INNER)], top + 18, (silent,))
    cells = [_cells(role, names, hues) for role in roles]
    states = {cell.state for row in cells for cell in row}
    samples, top = legend([state for state in ChoiceState if state in states], names, top)
    titles, top = _titles(roles, names, top)
    made += [*samples, *titles]
    words: list[str] = []
    for role, row in zip(roles, cells, strict=True):
        beside = _beside(role, names)
        height = max(height_of(beside, BESIDE), *(cell_height(cell, BOX) for cell in row))
        made += [line((MARGIN, top), (MARGIN + INNER, top), "rule"), *_row(row, beside, top + 8, height)]
        top += height + 16
        words += _sentences(role, beside, names)
    return Part([*made, line((MARGIN, top), (MARGIN + INNER, top), "rule")], top, tuple(words))


def _titles(roles: tuple[Coordinator, ...], names: Names, top: float) -> tuple[list[Element], float]:
    steps = [
        next((step_title(step, names) for step in found if step is not None), "")
        for found in ([role.unit for role in roles], [role.person for role in roles])
    ]
    titles = [[Words(title, "medium strong")] for title in (*steps, names.say("picture_role"))]
    follows = [Words(names.say("picture_follows"), "medium strong")]
    bottom = top + max(height_of(title, BOX) for title in titles)
    made = [
        found
        for position, title in enumerate(titles)
        for found in written(
            (_left(position) + BOX / 2, bottom - height_of(title, BOX)), title, BOX, "middle"
        )
    ]
    made += written((_left(3), bottom - height_of(follows, BESIDE)), follows, BESIDE)
    return made, bottom + 8


def _left(position: int) -> float:
    return MARGIN + position * (BOX + GAP)


def _cells(role: Coordinator, names: Names, hues: Hues) -> tuple[Cell, Cell, Cell]:
    own = Cell(ChoiceState.SETTLED, (Words(role.name, "strong"),), "teal")
    return _appoints(role.unit, names, hues), _appoints(role.person, names, hues), own


def _appoints(step: RouteAnswer | None, names: Names, hues: Hues) -> Cell:
    if step is None:
        return Cell(ChoiceState.SILENT, (Words(names.say("step_silent")),))
    return cell_of(step, names, hues)


def _row(row: tuple[Cell, ...], beside: Passage, top: float, height: float) -> list[Element]:
    high = max(cell_height(cell, BOX) for cell in row)
    made = [
        found
        for position, cell in enumerate(row)
        for found in drawn(cell, _left(position), top + (height - high) / 2, BOX, high)
    ]
    for position in (1, 2):
        sure = row[position - 1].state is not ChoiceState.SILENT
        made += arrow(_left(position) - GAP, _left(position), top + height / 2, sure=sure)
    upper = top + (height - height_of(beside, BESIDE)) / 2
    return [*made, *written((_left(3), upper), beside, BESIDE)]


def _beside(role: Coordinator, names: Names) -> Passage:
    """Say what goes with a role."""
    brings = names.say("picture_brings", names=names.listed(role.brings))
    brought = (Words(brings, "strong"),) if role.brings else ()
    if not role.brings and not role.links:
        return (Words(names.say("picture_follows_unsaid"), "soft"),)
    return (*brought, *bulleted(role.links, "medium"))


def _sentences(role: Coordinator, beside: Passage, names: Names) -> list[str]:
    """Give a role in words."""
    steps = [
        names.say("stated", what=step_title(step, names), value=doer(step, names))
        for step in (role.unit, role.person)
        if step is not None
    ]
    said = [words.words.removeprefix("• ") for words in beside]
    return [_ended(names.say("stated", what=role.name, value="; ".join(steps))), *map(_ended, said)]


# Those outside.


def _outside(found: tuple[Outsider, ...], names: Names, top: float) -> Part:
    """Draw the offices outside the municipality that treat applications."""
    key = "picture_outside_how" if found else "picture_outside_none"
    title = (Words(names.say("picture_outside"), "large strong"), Words(names.say(key), "soft", 4))
    made = [*written((MARGIN, top), title, INNER)]
    top += height_of(title, INNER) + 10
    words = [names.say(key)]
    for outsider in found:
        owner = owner_of(outsider.office.id, names)
        cell = Cell(ChoiceState.SETTLED, (Words(outsider.office.name), Words(owner, "small soft")), "purple")
        room = INNER - _left(1) + MARGIN - GAP
        about = tuple(Words(_step(step, names), "", 3) for step in outsider.steps)
        height = max(cell_height(cell, BOX), height_of(about, room))
        made += drawn(cell, MARGIN, top, BOX, height)
        made += written((_left(1), top + (height - height_of(about, room)) / 2), about, room)
        words += [_ended(outsider.office.name), *(_ended(said.words) for said in about)]
        top += height + 10
    return Part(made, top, tuple(words))


def _step(step: tuple[str, bool, tuple[str, ...]], names: Names) -> str:
    name, sure, about = step
    key = "picture_outside_step" if sure else "picture_outside_maybe"
    return names.say(key, step=name, names=names.listed(about))


def _ended(said: str) -> str:
    """End a sentence."""
    return said if said.endswith((".", ":", "?")) else f"{said}."
