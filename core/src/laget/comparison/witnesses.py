"""Witnesses: cases that two sides answer differently, found by trying the values that matter.

The search starts from a case in which nothing is known and asks, again and again, for a fact that an
outcome still waits for. An outcome that is known never changes when more gets known, so a branch ends
as soon as both sides know theirs: a few hundred trials often stand for millions of cases.
"""

from __future__ import annotations

from typing import Final, Protocol

from attrs import define, field

from laget.assessment.outcomes import BEST_FIRST, STRONGEST_FIRST
from laget.assessment.planning import Plan
from laget.assessment.verdicts import Grounds
from laget.comparison.meaning import grounds_meaning
from laget.comparison.trials import HAS, Setting, Tested, Trial
from laget.comparison.values import Values, Variable, is_covered, reach_of
from laget.criteria import kinds_of
from laget.model.answers import Outcome
from laget.model.entitlements import Strength
from laget.model.witnesses import GroundsDifference, Search, Witness

BOUND: Final = 20_000
"""How many cases are tried for one entitlement, unless the caller says otherwise."""

CLEAREST: Final = (
    frozenset({Outcome.MET, Outcome.NOT_MET}),
    frozenset({Outcome.MET, Outcome.EXCEPTION}),
    frozenset({Outcome.EXCEPTION, Outcome.NOT_MET}),
    frozenset({Outcome.MET, Outcome.UNKNOWN}),
    frozenset({Outcome.UNKNOWN, Outcome.NOT_MET}),
    frozenset({Outcome.UNKNOWN, Outcome.EXCEPTION}),
)
"""Pairs of outcomes, those that show a difference most clearly first; then come other strengths."""


def difference(
    first: tuple[Plan, Grounds], second: tuple[Plan, Grounds], bound: int
) -> GroundsDifference | None:
    """Compare two sets of grounds, of which one is enough on each side; `None` when they mean the same."""
    if grounds_meaning(first[1].parts, first[0]) == grounds_meaning(second[1].parts, second[0]):
        return None
    hunt = Hunt(Tested(*first), Tested(*second), bound)
    hunt.run()
    return hunt.result()


@define(eq=False)
class Hunt:
    """A search for cases that separate two sides. Neither side comes first in it."""

    first: Tested
    second: Tested
    bound: int
    tried: int = field(default=0, init=False)
    left_out: bool = field(default=False, init=False)
    """Whether something could not be tried."""
    found: dict[bool, tuple[int, Setting]] = field(factory=dict, init=False)
    """Whether the first side is the better one → how clear the best such case is, and the case."""
    _variables: dict[str, Variable] = field(factory=dict, init=False)
    _values: Values = field(init=False)

    def __attrs_post_init__(self) -> None:
        reaches = (reach_of(self.first.trees, self.first.plan), reach_of(self.second.trees, self.second.plan))
        self._values = Values(reaches)
        self.left_out = not all(map(is_covered, reaches)) or any(
            kinds_of(tree) for reach in reaches for tree in reach.trees
        )

    def run(self) -> None:
        """Search until nothing is left to try, all that is looked for is found, or the bound is met."""
        stack: list[Setting] = [{}]
        while stack and not self._is_done:
            if self.tried >= self.bound:
                self.left_out = True
                return
            setting = stack.pop()
            self.tried += 1
            stack += reversed(self._further(setting))

    def result(self) -> GroundsDifference | None:
        """Give what was found; `None` when everything was tried and nothing was found."""
        if not self.found and not self.left_out:
            return None
        return GroundsDifference(
            better_in_first=self._witness(first_is_better=True),
            better_in_second=self._witness(first_is_better=False),
            search=Search(
                tried=self.tried,
                bound=self.bound,
                exhaustive=not self.left_out,
            ),
        )

    @property
    def _is_done(self) -> bool:
        """Whether no clearer case can be found in either direction."""
        return all(self._clearest(first_is_better=better) == 0 for better in (True, False))

    def _clearest(self, *, first_is_better: bool) -> int:
        return self.found[first_is_better][0] if first_is_better in self.found else len(CLEAREST) + 1

    def _further(self, setting: Setting) -> list[Setting]:
        """Try a case, note it when it separates, and give the cases that say one thing more."""
        first, second = self.first.trial(setting), self.second.trial(setting)
        if first.is_stuck or second.is_stuck:
            self.left_out = True
        if self._is_decided(first, second):
            self._note(setting, first, second)
            return []
        if self._is_hopeless(first, second):
            return []
        for name in _in_turn(first, second):
            options = self._variable(name).options
            if options:
                return [{**setting, fact: value} for fact, value in options if fact not in setting]
        return []

    def _is_decided(self, first: Trial, second: Trial) -> bool:
        """Tell whether nothing more that matters can come out of a case."""
        if first.is_known and second.is_known and first.verdict.outcome is not second.verdict.outcome:
            return True
        return not first.waits and not second.waits

    def _is_hopeless(self, first: Trial, second: Trial) -> bool:
        """Tell whether a case can only lead to what has been shown as clearly before."""
        for one, first_is_better in ((first, True), (second, False)):
            if self._clearest(first_is_better=first_is_better) == 0 and one.verdict.outcome is Outcome.MET:
                return True
            if (
                self._clearest(first_is_better=not first_is_better) == 0
                and one.verdict.outcome is Outcome.NOT_MET
            ):
                return True
        return False

    def _variable(self, name: str) -> Variable:
        if name not in self._variables:
            self._variables[name] = self._made(name)
        return self._variables[name]

    def _made(self, name: str) -> Variable:
        if name.startswith(HAS):
            return Variable(name, ((name, True), (name, False)))
        variable = self._values.variable(name)
        self.left_out = self.left_out or not variable.options
        return variable

    def _note(self, setting: Setting, first: Trial, second: Trial) -> None:
        if first.is_stuck or second.is_stuck:
            return
        clear = clearness(first.verdict, second.verdict)
        if clear is None:
            return
        better = is_better(first.verdict, second.verdict)
        if clear < self._clearest(first_is_better=better) and self._is_possible(setting):
            self.found[better] = (clear, setting)

    def _is_possible(self, setting: Setting) -> bool:
        return self.first.is_possible(setting) and self.second.is_possible(setting)

    def _witness(self, *, first_is_better: bool) -> Witness | None:
        if first_is_better not in self.found:
            return None
        setting = self._smallest(self.found[first_is_better][1])
        return Witness(first=self.first.side(setting), second=self.second.side(setting))

    def _smallest(self, setting: Setting) -> Setting:
        """Take away what the two answers do not need."""
        answers = self._answers(setting)
        for name in sorted(setting):
            less = {other: value for other, value in setting.items() if other != name}
            if self._answers(less) == answers and self._is_possible(less):
                setting = less
        return setting

    def _answers(self, setting: Setting) -> list[tuple[object, ...]]:
        trials = (self.first.trial(setting), self.second.trial(setting))
        return [(trial.verdict.outcome, trial.verdict.strength, trial.verdict.could_be) for trial in trials]


def _in_turn(first: Trial, second: Trial) -> list[str]:
    """Order what to ask for: first what both wait for, then what stands early."""
    places = [{name: place for place, name in enumerate(trial.waits)} for trial in (first, second)]

    def urgency(name: str) -> tuple[int, int, str]:
        found = [place[name] for place in places if name in place]
        return -len(found), min(found), name

    return sorted({*first.waits, *second.waits}, key=urgency)


class Answered(Protocol):
    """Something that was answered: by the rules of a side, strictly or with presumptions."""

    @property
    def outcome(self) -> Outcome:
        """The outcome."""

    @property
    def strength(self) -> Strength | None:
        """The strength; none while the outcome is unknown."""


def clearness(first: Answered, second: Answered) -> int | None:
    """Tell how clearly two answers differ, 0 being clearest; `None` when they don't."""
    if first.outcome is not second.outcome:
        return CLEAREST.index(frozenset({first.outcome, second.outcome}))
    same = first.strength is second.strength or first.outcome is Outcome.NOT_MET
    return None if same else len(CLEAREST)


def is_better(first: Answered, second: Answered) -> bool:
    """Tell whether the first of two different answers is the better one for the child."""
    return _worth(first) < _worth(second)


def _worth(verdict: Answered) -> tuple[int, int]:
    strength = len(STRONGEST_FIRST) if verdict.strength is None else STRONGEST_FIRST.index(verdict.strength)
    return BEST_FIRST.index(verdict.outcome), strength
