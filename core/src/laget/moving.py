"""Moving: what changes for a child between two municipalities that are installed, given its case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from laget.carrying import Carried, carried
from laget.cases import Draft, date_of, read_case
from laget.comparison.moving import moved
from laget.comparison.sides import Side
from laget.errors import NoMoveError
from laget.model.layers import Language, LayerKind
from laget.model.moves import Move
from laget.municipality import Municipality, require_possible


def move(
    case: Mapping[str, object] | Path | Draft,
    first: Municipality,
    second: Municipality,
    on: date | None = None,
    language: str = Language.BOKMAL,
) -> Move:
    """Tell what changes for a child that moves from the first municipality to the second.

    The same answer, read both ways, is that of a child who lives in both. `case` is what `assess` takes;
    what only one of the two knows of it is left out for the other, and listed. `on` is the date asked
    about; without it, the case says. Raises `InvalidCaseError` for what fits neither or cannot be,
    `NoMoveError` when the two are one or no municipalities, and whatever `handbook` raises.
    """
    _require_move(first, second)
    draft = case if isinstance(case, Draft) else read_case(case)
    day = date_of(draft, on)
    one, other = carried(draft, first.handbook(day), second.handbook(day))
    sides = (_side(first, draft, one, day, language), _side(second, draft, other, day, language))
    return moved(*sides, draft.case, (one.left_out, other.left_out))


def _require_move(first: Municipality, second: Municipality) -> None:
    if first.id == second.id:
        raise NoMoveError(first.id, second.id)
    for place in (first, second):
        if place.layer.kind in (LayerKind.NATION, LayerKind.REGION):
            raise NoMoveError(first.id, second.id, place.id)


def _side(municipality: Municipality, draft: Draft, found: Carried, on: date, language: str) -> Side:
    """Give a municipality with the case as it takes it; raises `InvalidCaseError` for one that cannot be."""
    assessor = municipality.assessor(on, Language(language))
    require_possible(draft, found.case, assessor, on)
    handbook = municipality.handbook(on)
    return Side(handbook=handbook, case=found.case, language=language, assessor=assessor)
