"""Timeline: the dates on which an answer changes when nothing but time passes. Pure: no clock, no file.

`moments` finds the days on which a rule can turn, `lives` asks the assessment on each of them,
`changes` and `turned` tell what became other, and `bars` and `transitions` are the rest of the answer.
"""

from __future__ import annotations

from laget.timeline.answering import timeline_of
from laget.timeline.bars import at_best_state, bars_of, provisional_state
from laget.timeline.catalogue import bars_by_age, months_of
from laget.timeline.lives import BIRTH, DUE, UNBORN, Life, Stretch, birth_of, life_of
from laget.timeline.spans import LAST_YEAR, first_day, last_day

__all__ = [
    "BIRTH",
    "DUE",
    "LAST_YEAR",
    "UNBORN",
    "Life",
    "Stretch",
    "at_best_state",
    "bars_by_age",
    "bars_of",
    "birth_of",
    "first_day",
    "last_day",
    "life_of",
    "months_of",
    "provisional_state",
    "timeline_of",
]
