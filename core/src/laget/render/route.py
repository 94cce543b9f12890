"""The way for one entitlement or offer: who does each step, with everything the source says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from laget.model.answers import RouteAnswer
from laget.model.handbook import Handbook
from laget.render.layout import bullets, subheading, text_of
from laget.render.ways import way_lines
from laget.render.words import Names


def route_text(
    name: str, route: Sequence[RouteAnswer], handbook: Handbook, on: date, language: str = "nb"
) -> str:
    """Give who does each step, as text."""
    names = Names(handbook, language)
    title = names.say("route_title", what=name, where=handbook.layer.name, day=names.day(on))
    return text_of(
        [*subheading(title), *way_lines(route, names, whole=True), *bullets(names.other_language())]
    )
