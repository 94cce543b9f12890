"""The picture `coordination`: the coordinating unit, the roles and who appoints, and who is outside."""

from __future__ import annotations

from laget.model.handbook import Handbook
from laget.pictures.cells import hues_of
from laget.pictures.frames import WIDTH, dated, foot, head, notes_of
from laget.pictures.role_rows import outside_rows, role_rows
from laget.pictures.svg import Picture
from laget.pictures.unit import coordinators, outsiders, unit_of
from laget.pictures.unit_card import unit_card
from laget.pictures.ways import without_a_case
from laget.render.words import Names


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
    unit = unit_card(found, names, hues, top)
    inside = role_rows(roles, names, hues, unit.bottom + 30)
    outside = outside_rows(outsiders(handbook, assessment), names, inside.bottom + 26)
    last, bottom = foot(notes_of(names), outside.bottom + 18)
    parts = (unit, inside, outside)
    description = " ".join(
        [names.say("picture_coordination_desc"), *(said for part in parts for said in part.words)]
    )
    drawn_parts = [found for part in parts for found in part.elements]
    return Picture(WIDTH, bottom, title, description, [*elements, *drawn_parts, *last], language=language)
