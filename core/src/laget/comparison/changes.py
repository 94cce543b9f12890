"""Changes: what a move changes for one entitlement, and the criteria that decide each side's answer."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from laget.comparison.standings import THERE
from laget.comparison.trials import against
from laget.comparison.witnesses import Answered, clearness, is_better
from laget.model.answers import CriterionAnswer, EntitlementAnswer, GroundAnswer, Outcome
from laget.model.differences import StandingState
from laget.model.entitlements import Force, Scope
from laget.model.moves import Change

GIVEN = (Outcome.MET, Outcome.EXCEPTION)
"""The outcomes with which something may be given."""


@frozen
class Stand:
    """How something stands on a side, with the answer where it is assessed."""

    state: StandingState
    answer: Answered | None

    @property
    def is_there(self) -> bool:
        """Whether it is assessed or offered; what is only announced is not there yet."""
        return self.state in THERE and self.state is not StandingState.ANNOUNCED

    @property
    def is_denied(self) -> bool:
        """Whether the documents say that it is not there. Saying nothing is no denial."""
        return not self.is_there and self.state is not StandingState.ABSENT

    @property
    def is_given(self) -> bool:
        """Whether the criteria open for it."""
        return self.answer is not None and self.answer.outcome in GIVEN


def change(first: Stand, second: Stand) -> Change:
    """Tell what changes from one side to another, of which at least one has it.

    Something is lost only when the criteria open for it on one side, and those of the other do not or the
    other says that it has no such thing. Silence is `only_here`; what is unknown is `uncertain`.
    """
    if first.is_there and second.is_there:
        return _between(first, second)
    if first.is_there:
        return Change.LOST if first.is_given and second.is_denied else Change.ONLY_HERE
    return Change.GAINED if second.is_given and first.is_denied else Change.ONLY_THERE


def _between(first: Stand, second: Stand) -> Change:
    one, other = first.answer, second.answer
    if one is None or other is None:
        return Change.SAME if one is other else Change.UNCERTAIN
    if Outcome.UNKNOWN in (one.outcome, other.outcome):
        return Change.UNCERTAIN
    if first.is_given is not second.is_given:
        return Change.LOST if first.is_given else Change.GAINED
    if clearness(one, other) is None:
        return Change.SAME
    return Change.WEAKER if is_better(one, other) else Change.STRONGER


def deciding(answer: EntitlementAnswer) -> Iterator[GroundAnswer]:
    """Give the grounds with the answer's outcome, with the criteria that decide it."""
    for ground in answer.grounds:
        if ground.outcome is answer.outcome:
            yield evolve(ground, criteria=tuple(_telling(ground)))


def _telling(ground: GroundAnswer) -> Iterator[CriterionAnswer]:
    for criterion in ground.criteria:
        is_part = criterion.exclusion and criterion.scope is Scope.PART
        if criterion.force not in (Force.MUST, Force.NORMALLY) or is_part:
            continue
        if ground.outcome is Outcome.MET or criterion.holds is against(criterion, ground.outcome):
            yield criterion
