"""The picture `routes`: each step with who does it, exactly as an assessment of nothing says."""

from __future__ import annotations

from datetime import date

import pytest

from laget.model.answers import Assessment, ChoiceState
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.pictures import draw
from laget.pictures.ways import Way, answers_of, silent_steps, ways_of, without_a_case

from .drawn import Drawn, drawn


@pytest.fixture(scope="module")
def routes(handbook: Handbook) -> Drawn:
    """Give the ways of Lia as they are drawn."""
    return drawn(draw(handbook, "routes"))


@pytest.fixture(scope="module")
def nothing(lia: Municipality, today: date) -> Assessment:
    """Give what is said of a case in which nothing is known."""
    return lia.assess({}, today)


@pytest.fixture(scope="module")
def ways(nothing: Assessment) -> tuple[Way, ...]:
    """Give the ways of Lia."""
    return ways_of(nothing)


def test_it_is_the_assessment_of_nothing(handbook: Handbook, nothing: Assessment) -> None:
    """The picture reads the same routes as everybody who asks without a case."""
    assert nothing == without_a_case(handbook, "nb")


def test_everything_goes_one_way(ways: tuple[Way, ...], nothing: Assessment) -> None:
    """Every entitlement and offer stands in one row."""
    assert sorted(found.name for found in answers_of(nothing)) == sorted(
        name for way in ways for name in way.services
    )


def test_a_row_is_the_way_of_all_in_it(ways: tuple[Way, ...], nothing: Assessment) -> None:
    """Who does a step, and how sure that is, is the same for all that share a row."""
    rows = {name: way for way in ways for name in way.services}
    assert [] == [
        (found.name, step.step)
        for found in answers_of(nothing)
        for step, shown in zip(found.route, rows[found.name].steps, strict=True)
        if (step.state, step.name, step.candidates) != (shown.state, shown.name, shown.candidates)
    ]


def test_boxes_cover_every_step_once(ways: tuple[Way, ...]) -> None:
    """The boxes of a row stand beside each other and leave no step out."""
    for way in ways:
        covered = [step for first, last, _ in way.stretches() for step in range(first, last + 1)]
        assert [*range(len(way.steps))] == covered


def test_every_step_and_doer_is_named(routes: Drawn, ways: tuple[Way, ...]) -> None:
    """Each step, service, office and role that the source names stands in the picture."""
    steps = [step for way in ways for step in way.steps]
    named = [step.name for step in steps if step.name] + [
        found.name for step in steps for found in step.candidates
    ]
    wanted = [*named, *(name for way in ways for name in way.services)]
    assert [] == [name for name in dict.fromkeys(wanted) if name not in routes.shown]
    assert [] == [step.step_name for step in steps if step.step_name.lower() not in routes.shown.lower()]


def test_each_state_has_its_look(routes: Drawn) -> None:
    """What is settled, open, unclear and silent differs by its outline, not by colour alone."""
    classes = " ".join(found.get("class") or "" for found in routes.root.iter() if found.tag.endswith("rect"))
    assert [] == [look for look in ("tint", "dashed", "hatched", "wait") if look not in classes.split()]
    assert "uklart i kilden" in routes.shown
    assert "kommer an på: " in routes.shown


def test_owners_outside_the_municipality_are_told(routes: Drawn) -> None:
    """An office that somebody else runs says who."""
    assert "(utenfor kommunen)" in routes.shown
    assert "(staten)" in routes.shown


def test_steps_that_are_silent_for_all_have_no_column(routes: Drawn, ways: tuple[Way, ...]) -> None:
    """A step that the source says nothing of, for anything, is named above the table instead."""
    assert ["Gjennomføring"] == [step.step_name for step in silent_steps(ways)]
    assert "hvem som har disse stegene: gjennomføring." in routes.shown


def test_silent_steps_are_silent(ways: tuple[Way, ...]) -> None:
    """Nothing that the source does say is left out of the table."""
    gone = {step.step for step in silent_steps(ways)}
    assert {ChoiceState.SILENT} == {step.state for way in ways for step in way.steps if step.step in gone}
