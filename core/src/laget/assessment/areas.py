"""Areas: whether an office serves the municipality and the case. A note, which never changes who it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from laget.assessment.conditions import ALWAYS, Condition, condition_of
from laget.assessment.views import View
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind
from laget.model.organisation import Area, Office
from laget.texts import say


@frozen
class ServedArea:
    """An area that reaches the municipality, with its condition."""

    area: Area
    condition: Condition | None
    """`None` for an area of every case."""

    def holds(self, view: View) -> bool | None:
        """Tell whether a case is inside it."""
        return (ALWAYS if self.condition is None else view.read(self.condition)).holds


@frozen(eq=False)
class AreaPlan:
    """Whom an office serves in one municipality, prepared for being asked many times."""

    office: Office
    municipality: str
    """The name of the municipality."""
    areas: tuple[ServedArea, ...]
    """The areas that reach it; none when the source names others only."""
    language: str
    """The language of the note."""

    @property
    def is_fixed(self) -> bool:
        """Whether no case can change the note."""
        return all(found.condition is None or found.condition.is_fixed for found in self.areas)

    def notes(self, view: View) -> tuple[str, ...]:
        """Give what a reader must know when the office does not, or may not, serve a case."""
        if not self.areas:
            texts = _texts(self.office.serves)
            return (
                say(
                    "not_served", self.language, office=self.office.name, where=self.municipality, texts=texts
                ),
            )
        held = [(found, found.holds(view)) for found in self.areas]
        if any(holds for _, holds in held):
            return ()
        possible = [found.area for found, holds in held if holds is None]
        if not possible:
            return (
                say("outside_area", self.language, office=self.office.name, texts=_texts(self.office.serves)),
            )
        unclear = [say("unclear", self.language, note=area.unclear.note) for area in possible if area.unclear]
        return (
            say("perhaps_served", self.language, office=self.office.name, texts=_texts(possible)),
            *unclear,
        )


def area_plans(handbook: Handbook, offices: Iterable[str | None], language: str) -> Mapping[str, AreaPlan]:
    """Prepare those of some offices of which the source says whom they serve, by id."""
    found = {name: handbook.offices[name] for name in offices if name is not None}
    return {name: _plan(handbook, office, language) for name, office in found.items() if office.serves}


def _plan(handbook: Handbook, office: Office, language: str) -> AreaPlan:
    areas = [area for area in office.serves if _reaches(area, handbook)]
    return AreaPlan(
        office,
        handbook.layer.name,
        tuple(
            ServedArea(area, condition_of(area.when, area.unclear) if area.when or area.unclear else None)
            for area in areas
        ),
        language,
    )


def _reaches(area: Area, handbook: Handbook) -> bool:
    """Tell whether an area reaches the municipality; a region or a nation is in no area, nor outside one."""
    layer = handbook.layer
    return (
        layer.kind is not LayerKind.MUNICIPALITY or not area.municipalities or layer.id in area.municipalities
    )


def _texts(areas: Iterable[Area]) -> str:
    return " ".join(f"{area.text.rstrip('.')}." for area in areas)
