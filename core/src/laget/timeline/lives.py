"""Lives: one case on all the days that matter, each asked of the handbook that holds then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from attrs import evolve, frozen

from laget.assessment import Assessor
from laget.criteria import Known
from laget.criteria.movement import Pace
from laget.model.answers import Assessment
from laget.model.case import Case
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.timeline.moments import ONE_DAY, moments, paces_of

BIRTH = "fodselsdato"
"""The national fact that holds the date of birth."""
UNBORN = "ufodt"
"""The national fact that says that the child is not born."""
DUE = "termin"
"""The national fact that holds the date on which a birth is expected."""


@frozen(eq=False)
class Stretch:
    """Days in a row on which the same rules hold; without an assessor, no rules do."""

    first: date
    last: date
    assessor: Assessor | None


@frozen(eq=False)
class Stage:
    """Days in a row on which every answer stays the same."""

    first: date
    last: date
    answer: Assessment | None
    """The answer on the first of them; `None` where no rules hold."""
    handbook: Handbook | None
    known: Known | None
    """What is known on the first of them, by the strict reading."""


@frozen(eq=False)
class Life:
    """One case from the first day shown to the last, stage by stage."""

    born: date
    expected: bool
    """True when the child is not born, and `born` is when the birth is expected."""
    stages: tuple[Stage, ...]


def birth_of(case: Case) -> tuple[date, bool] | None:
    """Give the date of birth, and whether it is only expected; `None` when neither is known.

    For a child that is not born, the date on which the birth is expected stands for it.
    """
    born, due = case.facts.get(BIRTH), case.facts.get(DUE)
    unborn = case.facts.get(UNBORN) is True
    if isinstance(born, date):
        return born, unborn
    return (due, True) if unborn and isinstance(due, date) else None


def life_of(case: Case, on: date, stretches: Sequence[Stretch]) -> Life:
    """Ask about a case on every day on which an answer can change.

    `case` must fit the handbook of the stretch that holds `on`, and have a date of birth, or the date
    on which the birth is expected: see `birth_of`.
    """
    found = birth_of(case)
    if found is None:
        raise ValueError("a life begins with a date of birth")
    born, expected = found
    asked = next(stretch.assessor for stretch in stretches if stretch.first <= on <= stretch.last)
    growing = _growing(case, born, on, asked) if asked else case
    stages = tuple(stage for stretch in stretches for stage in _stages(growing, stretch, on))
    return Life(born, expected, stages)


def _growing(case: Case, born: date, on: date, assessor: Assessor) -> Case:
    """Give a case that may grow older: what follows from the date of birth is no longer stated.

    The group and its meetings are left out, since no answer of a timeline reads them.
    """
    moving = {name for name, found in paces_of(assessor.handbook.facts).items() if found is not Pace.STILL}
    kept = {name: value for name, value in case.facts.items() if name not in moving}
    alone = evolve(case, facts=FrozenMapping({**kept, BIRTH: born}), group=None, meetings=())
    follows = assessor.see(alone, on).knowledge.strict.values
    stated = {name: value for name, value in case.facts.items() if follows.get(name) is None}
    return evolve(alone, facts=FrozenMapping({**kept, **stated, BIRTH: born}))


def _stages(case: Case, stretch: Stretch, on: date) -> Iterator[Stage]:
    assessor = stretch.assessor
    if assessor is None:
        yield Stage(stretch.first, stretch.last, None, None, None)
        return

    @cache
    def known(day: date) -> Known:
        return assessor.see(case, day).knowledge.presumed

    turns = moments(assessor.handbook, case, known, stretch.first, stretch.last)
    # The day asked about begins a stage of its own, so that a change before it is never one after.
    days = sorted({stretch.first, *turns, *([on] if stretch.first < on <= stretch.last else [])})
    for first, following in zip(days, [*days[1:], stretch.last + ONE_DAY], strict=True):
        answer, strict = assessor.assess(case, first), assessor.see(case, first).knowledge.strict
        yield Stage(first, following - ONE_DAY, answer, assessor.handbook, strict)
