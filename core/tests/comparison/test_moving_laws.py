"""The laws of a move: equal rules change nothing, and the way back mirrors the way there."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from laget.comparison import Side, compare
from laget.errors import InvalidCaseError
from laget.model.moves import Change, Move, Moved
from laget.moving import move
from laget.municipality import Municipality
from laget.plugins import FolderPlugin
from laget.registry import Registry

from ..assessment.random_cases import parts, wholes

TODAY = date(2026, 3, 1)
FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])

BACK = {
    Change.LOST: Change.GAINED,
    Change.WEAKER: Change.STRONGER,
    Change.ONLY_HERE: Change.ONLY_THERE,
    Change.UNCERTAIN: Change.UNCERTAIN,
    Change.SAME: Change.SAME,
}
"""What a change is on the way back; the others are the other way round."""
MIRRORED = {**BACK, **{there: here for here, there in BACK.items()}}


@pytest.fixture(scope="module")
def twins(fiction_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """Give the fiction with one municipality more: Lia's rules under another id."""
    folder = tmp_path_factory.mktemp("twins") / "fiction"
    shutil.copytree(fiction_folder, folder)
    twin = folder / "layers" / "tvilling"
    shutil.copytree(folder / "layers" / "lia", twin)
    layer = twin / "layer.yaml"
    text = layer.read_text(encoding="utf-8").replace("id: lia", "id: tvilling").replace("9901", "9903")
    layer.write_text(text, encoding="utf-8")
    return Registry.of([FolderPlugin(folder)])


def drawn(data: st.DataObject, place: Municipality) -> dict[str, Any]:
    """Draw a case of a municipality, of which some may be unknown, whose child lives there if that is said.

    What a case says of living elsewhere it says of where the child moves from, so it has no mirror.
    """
    whole = data.draw(wholes(place.handbook(TODAY)))
    facts = data.draw(parts(whole))
    residence = {} if facts.get("bor_i_kommunen") is True else {"bor_i_kommunen"}
    return whole.on(TODAY, {name: value for name, value in facts.items() if name not in residence})


def possible(case: Mapping[str, Any], first: Municipality, second: Municipality) -> Move:
    """Give a move; a case that cannot be is not counted."""
    try:
        return move(case, first, second)
    except InvalidCaseError as error:
        assume(any(finding.code != "impossible-case" for finding in error.findings))
        raise


@FEW
@given(data=st.data())
def test_equal_rules_under_another_id_change_nothing(twins: Registry, data: st.DataObject) -> None:
    """Nothing is lost, gained, weaker or stronger; what is uncertain is so by the same criteria."""
    case = drawn(data, twins["lia"])
    found = possible(case, twins["lia"], twins["tvilling"])
    changes = {(row.change, row.likely) for row in found.entitlements if row.change is not Change.UNCERTAIN}
    assert changes <= {(Change.SAME, Change.SAME)}
    assert all(row.same_criteria for row in found.entitlements if row.change is Change.UNCERTAIN)
    assert [row.first for row in found.entitlements] == [_as_first(row, twins) for row in found.entitlements]
    assert [()] * 6 == [found.routes, found.roles, found.steps, found.limits, found.fees, found.names]
    assert ((), ()) == (found.first.left_out, found.second.left_out)


def _as_first(row: Moved, twins: Registry) -> object:
    """Give the second side as the first would be: only where the rules are written down may differ."""
    grounds = tuple(
        evolve(
            ground,
            origin_layer=ground.origin_layer.replace("tvilling", "lia"),
            criteria=tuple(evolve(one, origin=_at_home(one.origin, twins["lia"])) for one in ground.criteria),
        )
        for ground in row.second.grounds
    )
    return evolve(row.second, grounds=grounds)


def _at_home(origin: Any, lia: Municipality) -> Any:
    layer, file = (text.replace("tvilling", lia.id) for text in (origin.layer, origin.file))
    return evolve(origin, layer=layer, file=file)


@FEW
@given(data=st.data(), name=st.sampled_from(["lia", "vik"]))
def test_the_way_back_mirrors_the_way_there(fiction: Registry, name: str, data: st.DataObject) -> None:
    """Swapping the two swaps gained and lost, stronger and weaker, here and there, and both sides."""
    case = drawn(data, fiction[name])
    there = possible(case, fiction["lia"], fiction["vik"])
    back = possible(case, fiction["vik"], fiction["lia"])
    assert [_mirrored(row) for row in there.entitlements] == list(back.entitlements)
    assert (there.first, there.second) == (back.second, back.first)
    for part in ("routes", "roles", "steps", "limits", "fees", "names"):
        mirrored = [_turned(row) for row in getattr(there, part)]
        assert sorted(mirrored, key=repr) == sorted(getattr(back, part), key=repr)


def _mirrored(row: Moved) -> Moved:
    turned: Moved = _turned(row)
    return evolve(turned, change=MIRRORED[row.change], likely=MIRRORED[row.likely])


def _turned(row: Any) -> Any:
    named = hasattr(row, "first_name")
    names = {"first_name": row.second_name, "second_name": row.first_name} if named else {}
    return evolve(row, first=row.second, second=row.first, **names)


@FEW
@given(data=st.data())
def test_nothing_unknown_is_a_loss_or_a_gain(fiction: Registry, data: st.DataObject) -> None:
    """Where an outcome is unknown on a side, the change is uncertain, or only one side says anything."""
    found = possible(drawn(data, fiction["lia"]), fiction["lia"], fiction["vik"])
    unknown = {
        row.change
        for row in found.entitlements
        for side in (row.first, row.second)
        if side.outcome is not None and side.outcome.value == "unknown"
    }
    assert unknown <= {Change.UNCERTAIN, Change.ONLY_HERE, Change.ONLY_THERE}


def test_what_no_case_changes_is_what_a_comparison_says(fiction: Registry) -> None:
    """Acts, fees and names that differ are those of the comparison: there is no second notion of them."""
    first, second = fiction["lia"], fiction["vik"]
    found = move({"on": TODAY}, first, second)
    compared = compare(*(Side(handbook=place.handbook(TODAY)) for place in (first, second)))
    assert (compared.steps, compared.fees, compared.names) == (found.steps, found.fees, found.names)
    bounds = [(row.about, [limit.id for limit in row.first]) for row in compared.limits]
    assert bounds == [(row.about, [limit.id for limit in row.first]) for row in found.limits]


def test_a_child_said_to_live_elsewhere_is_taken_to_live_where_it_moves(fiction: Registry) -> None:
    """That a child does not live in the first municipality is not held against it in the second."""
    facts = {"fodselsdato": date(2015, 2, 20), "trenger_folge": True, "bor_i_kommunen": False}
    found = move({"on": TODAY, "facts": facts}, fiction["vik"], fiction["lia"])
    (row,) = [row for row in found.entitlements if row.id == "turvenn"]
    assert row.second.provisional is not None
    assert "bor_i_kommunen" in row.second.provisional.assumes
