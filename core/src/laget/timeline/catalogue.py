"""The catalogue by age: what the rules of one handbook say of a child of whom only the age is known."""

from __future__ import annotations

from datetime import date

from laget.assessment import Assessor
from laget.criteria import completed_months
from laget.model.case import Case
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.model.timelines import Bar, BarState
from laget.timeline.bars import at_best_state, bars_of
from laget.timeline.lives import BIRTH, Stretch, life_of
from laget.timeline.spans import first_day, last_day


def bars_by_age(handbook: Handbook) -> tuple[date, tuple[Bar, ...]]:
    """Give the bars of what each age allows, and the day of birth that they are counted from.

    All ages are asked of the same rules, those of the handbook's own date. A child who is born on that
    day is followed, of whom nothing else is known.
    """
    born = handbook.on.replace(day=1)  # a day that every month has
    case = Case(facts=FrozenMapping({BIRTH: born}))
    stretch = Stretch(first_day(born, born), last_day(born, born), Assessor(handbook))
    return born, bars_of(life_of(case, born, [stretch]), at_best_state, BarState.MET)


def months_of(born: date, day: date) -> int:
    """Give an age in whole months; below 0 before birth."""
    if day >= born:
        return completed_months(born, day)
    return -((born.year - day.year) * 12 + born.month - day.month)
