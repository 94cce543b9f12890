"""The rows of a move as text: one entitlement, one thing, one act at a time, on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from laget.model.answers import Outcome
from laget.model.differences import StandingState
from laget.model.moves import Change, LeftOut, Moved, MovedLimits, MovedRole, MovedSide, MovedThing
from laget.render.comparison import both_answers
from laget.render.entitlements import limits
from laget.render.layout import marked, wrapped
from laget.render.reasons import criterion_mark
from laget.render.witnesses import MOST_REASONS, Pair
from laget.render.words import Names
from laget.render.workings import appointing_lines

MARKS = {
    Change.LOST: "−",
    Change.WEAKER: "↓",
    Change.ONLY_HERE: "−",
    Change.GAINED: "+",
    Change.STRONGER: "↑",
    Change.ONLY_THERE: "+",
    Change.UNCERTAIN: "?",
    Change.SAME: "=",
}
"""A sign for each change; it never stands without words."""


@frozen
class Rows:
    """How the rows of one move are written."""

    pair: Pair
    whole: bool

    def changed(self, row: Moved) -> Iterator[str]:
        """Give a row whose answers are not the same, with the reasons on both sides."""
        yield from self._title(row)
        for side, place, names in self._sides(row):
            yield from marked("–", self.said(side, place, names), 4)
            yield from self._reasons(side, names)

    def beside(self, row: Moved) -> Iterator[str]:
        """Give a row with what both sides say, without reasons."""
        yield from self._title(row)
        for side, place, names in self._sides(row):
            yield from marked("–", self.said(side, place, names), 4)

    def one_sided(self, row: Moved, *, first: bool) -> Iterator[str]:
        """Give a row that only one side says something of."""
        side, place, names = list(self._sides(row))[0 if first else 1]
        yield from self._title(row)
        yield from marked("–", self.said(side, place, names), 4)
        yield from self._reasons(side, names)

    def _title(self, row: Moved) -> list[str]:
        likely = f" ({self.pair.say('move_likely_mark')})" if self._is_likely(row) else ""
        return marked(MARKS[row.likely], f"{self.name(row)}{likely}")

    @staticmethod
    def _is_likely(row: Moved) -> bool:
        """Tell whether the change rests on presumptions."""
        return row.change is not row.likely

    def name(self, row: Moved) -> str:
        """Call an entitlement what both sides call it, the first one first."""
        one, other = row.first.standing.name, row.second.standing.name
        if one is None or other is None or one == other:
            return one or other or row.id
        return f"{one} → {other}"

    def _sides(self, row: Moved) -> Iterator[tuple[MovedSide, str, Names]]:
        yield row.first, self.pair.first, self.pair.first_names
        yield row.second, self.pair.second, self.pair.second_names

    def said(self, side: MovedSide, place: str, names: Names) -> str:
        """Say how something stands on a side, with the answer where it is assessed."""
        return names.say("stated", what=place, value=self._standing(side, names))

    def _standing(self, side: MovedSide, names: Names) -> str:
        standing = side.standing
        match standing.state:
            case StandingState.ASSESSED:
                if side.outcome is None or side.provisional is None:
                    return names.say("outcome_unknown")
                said = both_answers(side.outcome, side.strength, side.provisional, names)
                return said if side.own else f"{said}; {names.say('move_no_criteria')}"
            case StandingState.OFFER:
                return names.say("diff_state_offer")
            case StandingState.ANNOUNCED:
                return names.say("diff_state_announced")
            case StandingState.WITHDRAWN | StandingState.ENDED:
                return names.say("move_gone", reason=standing.reason or "").strip()
            case StandingState.ABSENT:
                return names.say("move_absent")
            case _:
                assert_never(standing.state)

    def _reasons(self, side: MovedSide, names: Names) -> Iterator[str]:
        """Give the criteria that decide, and what a likely answer assumes; the first few unless whole."""
        criteria = [criterion for ground in side.grounds for criterion in ground.criteria]
        for criterion in criteria if self.whole else criteria[:MOST_REASONS]:
            mark, word = criterion_mark(criterion, names)
            basis = "; ".join(names.basis(criterion.sources, criterion.law))
            where = f" [{basis}]" if basis else ""
            yield from marked(mark, f"{word}: {criterion.text}{where}", 6)
        assumes = side.provisional.assumes if side.provisional else ()
        if assumes and side.outcome is Outcome.UNKNOWN:
            said = "; ".join(map(names.presumed, assumes))
            yield from wrapped(f"{names.say('assumes')} {said}", 6)

    def thing(self, thing: MovedThing, row: Moved | None) -> str:
        """Say what becomes of something that the child has; `row` is what both sides say of it."""
        names = self.pair.first_names
        amount = ""
        if thing.amount is not None and thing.unit is not None:
            amount = f" ({names.amount(thing.amount, thing.unit, thing.per)})"
        said = self._there(thing)
        if row is not None and row.second.provisional is not None:
            answer = self._standing(row.second, self.pair.second_names)
            said = names.say("move_has_answer", said=said, answer=answer)
        return names.say("stated", what=f"{thing.name}{amount}", value=said)

    def _there(self, thing: MovedThing) -> str:
        place, standing = self.pair.second, thing.second
        if standing is None:
            return self.pair.say("move_has_thing")
        match standing.state:
            case StandingState.ASSESSED | StandingState.OFFER:
                if standing.name is None or standing.name == thing.name:
                    return self.pair.say("move_has_there", place=place)
                return self.pair.say("move_has_called", place=place, name=standing.name)
            case StandingState.ANNOUNCED:
                return self.pair.say("move_has_announced", place=place)
            case StandingState.WITHDRAWN | StandingState.ENDED:
                return self.pair.say("move_has_gone", place=place, reason=standing.reason or "").strip()
            case StandingState.ABSENT:
                return self.pair.say("move_has_silent", place=place)
            case _:
                assert_never(standing.state)

    def role(self, row: MovedRole) -> Iterator[str]:
        """Give a role that differs: who appoints, and who may hold it."""
        if row.first is not None and row.second is not None:
            same = row.first.name == row.second.name
            lines = list(appointing_lines(row.first, row.second, self.pair))
            if lines or not same:
                yield from wrapped(row.first.name if same else f"{row.first.name} → {row.second.name}", 2)
            yield from lines
            return
        found, lacks = (row.first, self.pair.second) if row.first else (row.second, self.pair.first)
        if found is not None:
            yield from wrapped(found.name, 2)
            yield from marked("–", self.pair.say("move_only_role", place=lacks), 4)

    def limits(self, row: MovedLimits) -> Iterator[str]:
        """Give bounds that differ; one that what is applied for passes says so first."""
        yield from wrapped(_both(row.first_name, row.second_name), 2)
        sides = (
            (self.pair.first, self.pair.first_names, row.first),
            (self.pair.second, self.pair.second_names, row.second),
        )
        for place, names, found in sides:
            value = "" if found else names.say("diff_no_more_limits")
            yield from wrapped(names.say("stated", what=place, value=value).rstrip(), 4)
            yield from limits(found, names, 6)

    def left_out(self, found: LeftOut, place: str) -> str:
        """Say why something of the case is not held against a side."""
        return self.pair.say(f"move_kept_{found.reason.value}", name=found.name, place=place)


def _both(first: str, second: str) -> str:
    return first if first == second else f"{first} → {second}"
