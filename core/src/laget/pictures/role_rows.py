"""Rows of the picture `coordination`: one for each role, one for each office outside the municipality."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from laget.model.answers import ChoiceState, RouteAnswer
from laget.model.entitlements import Link
from laget.pictures.cells import Cell, Hues, arrow, cell_height, cell_of, drawn, owner_of, step_title
from laget.pictures.frames import INNER, MARGIN, Part, ended, legend
from laget.pictures.passages import Passage, Words, bulleted, height_of, written
from laget.pictures.svg import line
from laget.pictures.unit import Coordinator, Outsider
from laget.render.ways import doer
from laget.render.words import Names

BOX = 200.0
GAP = 26.0
BESIDE = INNER - 3 * (BOX + GAP)
"""The room beside the boxes of a role."""


def role_rows(roles: tuple[Coordinator, ...], names: Names, hues: Hues, top: float) -> Part:
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
    return (*brought, *bulleted((_link(link, names) for link in role.links), "medium"))


def _link(link: Link, names: Names) -> str:
    note = f" {names.say('picture_unclear_note', note=link.unclear.note)}" if link.unclear else ""
    return f"{link.text}{note}"


def _sentences(role: Coordinator, beside: Passage, names: Names) -> list[str]:
    """Give a role in words."""
    steps = [
        names.say("stated", what=step_title(step, names), value=doer(step, names))
        for step in (role.unit, role.person)
        if step is not None
    ]
    said = [words.words.removeprefix("• ") for words in beside]
    return [ended(names.say("stated", what=role.name, value="; ".join(steps))), *map(ended, said)]


def outside_rows(found: tuple[Outsider, ...], names: Names, top: float) -> Part:
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
        words += [ended(outsider.office.name), *(ended(said.words) for said in about)]
        top += height + 10
    return Part(made, top, tuple(words))


def _step(step: tuple[str, bool, tuple[str, ...]], names: Names) -> str:
    name, sure, about = step
    key = "picture_outside_step" if sure else "picture_outside_maybe"
    return names.say(key, step=name, names=names.listed(about))
