"""Sweeps of the fiction: where an answer changes, and what never matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from laget.model.answers import Outcome
from laget.model.sweeps import Sweep
from laget.municipality import Municipality

Swept = Callable[..., Sweep]


@pytest.fixture
def swept(lia: Municipality, today: date) -> Swept:
    """Give a function that varies a fact in Lia, all else being as some facts say."""

    def run(entitlement: str, fact: str, **facts: object) -> Sweep:
        return lia.sweep(entitlement, fact, {"facts": facts}, today)

    return run


def test_age_has_its_four_steps(swept: Swept) -> None:
    """Turvenn changes on the eighth birthday, which is unclear, the year after, and at eighteen."""
    steps = swept("turvenn", "alder").steps
    assert [(-1, 7), (8, 8), (9, 17), (18, 19)] == [(step.values[0], step.values[-1]) for step in steps]
    assert [False, False, False, True] == [step.open_ended for step in steps]
    assert [Outcome.EXCEPTION, Outcome.MET, Outcome.MET, Outcome.NOT_MET] == [step.at_best for step in steps]


def test_steps_say_what_flips(swept: Swept) -> None:
    """Each step after the first says which criteria are other than before."""
    flips = [
        [(flip.criterion.id, flip.before, flip.after) for flip in step.flips]
        for step in swept("turvenn", "alder").steps
    ]
    assert [[], [("alder", False, None)], [("alder", None, True)], [("under_18", True, False)]] == flips


def test_border_that_moves_with_another_fact_is_found(swept: Swept) -> None:
    """School hours move Lia's own border: 20 hours beside three at school are 23 in all."""
    found = swept("assistanse", "timer_per_uke", timer_skole=Decimal(3), natt=False)
    borders = {flip.criterion.ground: step.values[0] for step in found.steps for flip in step.flips}
    assert {"rett_20_timer": 20, "lia_20_timer": 23} == borders


def test_choices_have_a_step_each(swept: Swept) -> None:
    """The values of a choice stand in the handbook's order; equal neighbours share a step."""
    steps = swept("turvenn", "boform").steps
    assert [("hjemme",), ("institusjon",), ("fosterhjem",)] == [step.values for step in steps]


def test_truth_value_without_effect_is_one_step(swept: Swept) -> None:
    """A fact that nothing reads gives one step, and every criterion is untouched without reading it."""
    found = swept("turvenn", "natt")
    assert [(True, False)] == [step.values for step in found.steps]
    assert {False} == {row.reads for row in found.untouched}


def test_criterion_that_is_settled_otherwise_reads_and_never_changes(swept: Swept) -> None:
    """A criterion that reads the fact, and is the same for every value, says that it reads it."""
    found = swept("turvenn", "bursdag", alder=5)
    assert ["alder"] == [row.criterion.id for row in found.untouched if row.reads]


def test_what_is_bound_to_the_fact_is_set_aside(swept: Swept) -> None:
    """Neither what the fact follows from nor what follows from it stands in its way."""
    assert ("fodselsdato",) == swept("turvenn", "alder", fodselsdato="2015-02-20", boform="hjemme").set_aside
    assert ("alder",) == swept("turvenn", "fodselsdato", alder=3).set_aside


def test_birth_dates_are_swept_by_age(swept: Swept) -> None:
    """For a date of birth the borders are birthdays, to the day."""
    starts = [step.values[0] for step in swept("turvenn", "fodselsdato").steps]
    assert [date(2008, 3, 2), date(2018, 3, 1), date(2018, 3, 2)] == starts[1:]


def test_impossible_values_are_told(swept: Swept) -> None:
    """Values that cannot be with the rest of the case, such as a birth in the future, are listed."""
    found = swept("lagleder", "fodselsdato")
    assert ((date(2026, 3, 2),), 1) == (found.impossible, len(found.steps))


def test_every_step_is_the_answer_to_its_values(swept: Swept, lia: Municipality, today: date) -> None:
    """What a step says is what an assessment says of each of its values."""
    for step in swept("turvenn", "alder", trenger_folge=True).steps:
        for value in step.values:
            answer = lia.assess({"facts": {"trenger_folge": True, "alder": value}}, today)
            (found,) = (entry for entry in answer.entitlements if entry.id == "turvenn")
            assert (step.outcome, step.strength, step.at_best) == (
                found.outcome,
                found.strength,
                found.at_best,
            )
            assert step.provisional.outcome is found.provisional.outcome


@pytest.mark.parametrize(
    ("entitlement", "fact", "error"),
    [
        ("friluftsdag", "alder", KeyError),
        ("ingenting", "alder", KeyError),
        ("turvenn", "ingenting", KeyError),
        ("turvenn", "eget_tilbud", ValueError),
        ("turvenn", "antall_i_laget", ValueError),
    ],
)
def test_what_cannot_be_swept_is_refused(
    swept: Swept, entitlement: str, fact: str, error: type[Exception]
) -> None:
    """Offers, unknown ids, and facts that no case can say are refused."""
    with pytest.raises(error):
        swept(entitlement, fact)
