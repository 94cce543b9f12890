"""A move as text: what falls away and what to do now come first, then what is new, then how it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from laget.model.handbook import Handbook
from laget.model.moves import Change, Move, Moved
from laget.render.comparison import fee_lines, name_rows
from laget.render.layout import bullets, heading, marked, text_of, wrapped
from laget.render.move_anew import anew_lines
from laget.render.move_ends import is_alike, is_open, is_silent, note_lines, question_lines
from laget.render.move_rows import MARKS, Rows
from laget.render.move_ways import way_lines
from laget.render.witnesses import Pair
from laget.render.words import Names
from laget.render.workings import step_lines

FEW = 6
"""How many names are listed in a sentence, unless everything is asked for."""


def move_text(  # noqa: PLR0913 - the two handbooks, and what is asked for
    found: Move,
    first: Handbook,
    second: Handbook,
    language: str = "nb",
    *,
    whole: bool = False,
    both: bool = False,
) -> str:
    """Give a move between two handbooks as text.

    `whole` shows everything in full; `both` adds, for a child who lives in both, what each gives.
    """
    places = found.first.municipality.name, found.second.municipality.name
    pair = Pair(*places, Names(first, language), Names(second, language))
    return text_of(_Report(found, pair, Rows(pair, whole), whole=whole, both=both).lines())


@frozen
class _Report:
    """The parts of the text, over one move."""

    move: Move
    pair: Pair
    rows: Rows
    whole: bool
    both: bool

    def lines(self) -> Iterator[str]:
        """Give all lines."""
        pair = self.pair
        first, second = pair.first, pair.second
        yield from self._head()
        yield from self._part(pair.say("move_lost"), self._lost())
        yield from self._part(pair.say("move_has"), self._has())
        yield from self._part(pair.say("move_only", place=first), self._only(Change.ONLY_HERE))
        yield from self._part(pair.say("move_anew", place=second), self._anew())
        yield from self._part(pair.say("move_gained"), self._changed(Change.GAINED, Change.STRONGER))
        yield from self._part(pair.say("move_only", place=second), self._only(Change.ONLY_THERE))
        yield from self._part(pair.say("move_uncertain"), self._uncertain())
        yield from self._part(pair.say("move_same"), self._same())
        yield from self._part(pair.say("move_names"), self._names())
        yield from self._part(pair.say("way"), self._ways())
        yield from self._part(pair.say("roles"), self._roles())
        if self.whole:
            yield from self._part(pair.say("steps"), step_lines(self.move.steps, pair))
        yield from self._part(pair.say("limits"), self._limits())
        fees = [row for row in self.move.fees if self._is_shown(row.about)]
        yield from self._part(pair.say("fee"), fee_lines(fees, pair))
        yield from self._part(pair.say("move_questions"), question_lines(self.move, pair, whole=self.whole))
        for side, place in ((self.move.first, first), (self.move.second, second)):
            left = bullets(dict.fromkeys(self.rows.left_out(found, place) for found in side.left_out))
            yield from self._part(pair.say("move_left_out", place=place), left)
        if self.both or self.whole:
            yield from self._part(pair.say("move_both"), self._side_by_side())
        yield from self._part(pair.say("notes"), note_lines(self.move, pair))

    @staticmethod
    def _part(title: str, lines: Iterable[str]) -> list[str]:
        own = list(lines)
        return [*heading(title), *own] if own else []

    def _head(self) -> Iterator[str]:
        pair = self.pair
        when = pair.first_names.day(self.move.on)
        yield from wrapped(pair.say("move_title", first=pair.first, second=pair.second, day=when))
        yield from wrapped(pair.say("never_a_decision"))
        if not self.whole:
            yield from wrapped(pair.say("move_more_hint"))

    def _of(self, *changes: Change) -> list[Moved]:
        return [row for row in self.move.entitlements if row.likely in changes]

    def _changed(self, *changes: Change) -> Iterator[str]:
        for row in self._of(*changes):
            yield from self.rows.changed(row)

    def _lost(self) -> Iterator[str]:
        """Give what falls away; that nothing does is said too, since it is what is asked for first."""
        lines = list(self._changed(Change.LOST, Change.WEAKER))
        said = self.pair.say("move_nothing_lost", first=self.pair.first, second=self.pair.second)
        yield from lines or wrapped(said, 2)

    def _has(self) -> list[str]:
        rows = {row.id: row for row in self.move.entitlements}
        return bullets(self.rows.thing(thing, rows.get(thing.id)) for thing in self.move.has)

    def _only(self, change: Change) -> Iterator[str]:
        """Give what one side alone has: what matters in the case in full, the rest named or counted."""
        here = change is Change.ONLY_HERE
        place, other = (self.pair.first, self.pair.second) if here else (self.pair.second, self.pair.first)
        found = self._of(change)
        denied = [row for row in found if not is_silent(row)]
        shown = [row for row in found if is_silent(row) and (row.matters or self.whole)]
        for row in denied:
            yield from self.rows.changed(row)
        if len(found) > len(denied):
            yield from wrapped(self.pair.say("move_only_silent", place=other), 2)
        for row in shown:
            yield from self.rows.one_sided(row, first=here)
        yield from self._rest([row for row in found if row not in denied and row not in shown], place)

    def _rest(self, rows: list[Moved], place: str) -> Iterator[str]:
        """Name offers without conditions, and count what the case does not open for."""
        offers = [self.rows.name(row) for row in rows if row.first.outcome is row.second.outcome is None]
        if offers:
            what = self.pair.first_names.listed(offers)
            yield from wrapped(self.pair.say("move_only_offers", what=what), 2, 2)
        left = len(rows) - len(offers)
        if left:
            yield from wrapped(self.pair.say("move_only_more", count=str(left), place=place), 2)

    def _anew(self) -> Iterator[str]:
        lines = list(anew_lines(self.move.anew, self.pair.second, self.pair.second_names))
        alone = [self.rows.name(row) for row in self._of(Change.ONLY_HERE) if row.matters and is_silent(row)]
        if alone:
            what = self.pair.first_names.listed(alone)
            said = self.pair.say("move_ask", place=self.pair.second, first=self.pair.first, what=what)
            lines += marked("•", said)
        yield from lines or wrapped(self.pair.say("move_anew_none", place=self.pair.second), 2)

    def _uncertain(self) -> Iterator[str]:
        """Give what nobody can tell yet: where the criteria differ in full, the others in a sentence."""
        found = self._of(Change.UNCERTAIN)
        alike = [row for row in found if row.same_criteria and is_alike(row)]
        open_ = [row for row in found if row not in alike and not self.whole and is_open(row)]
        for row in found:
            if row not in alike and row not in open_:
                yield from (self.rows.changed(row) if self.whole else self.rows.beside(row))
        if open_:
            what = self.pair.first_names.listed(self.rows.name(row) for row in open_)
            yield from wrapped(self.pair.say("move_unlike_criteria", what=what), 2, 2)
        if not alike:
            return
        if len(alike) > FEW and not self.whole:
            yield from wrapped(self.pair.say("move_same_criteria_many", count=str(len(alike))), 2)
            return
        what = self.pair.first_names.listed(self.rows.name(row) for row in alike)
        yield from wrapped(self.pair.say("move_same_criteria", what=what), 2)

    def _same(self) -> Iterator[str]:
        rows = [row for row in self._of(Change.SAME) if row.matters or self.whole]
        for row in rows:
            said = self.rows.said(row.first, self.rows.name(row), self.pair.first_names)
            yield from marked(MARKS[Change.SAME], said)

    def _names(self) -> list[str]:
        ids = {row.id for row in self.move.entitlements if row.matters}
        ids |= {row.role for row in self.move.roles if self._is_shown(row.role)}
        shown = [row for row in self.move.names if self.whole or row.id in ids]
        return list(name_rows(shown, self.pair))

    def _is_shown(self, id_: str) -> bool:
        return self.whole or self._mattering.get(id_, False)

    @property
    def _mattering(self) -> Mapping[str, bool]:
        return {row.id: row.matters for row in self.move.entitlements}

    def _ways(self) -> Iterator[str]:
        found = (evolve(row, about=tuple(filter(self._is_shown, row.about))) for row in self.move.routes)
        return way_lines([row for row in found if row.about], self.pair, whole=self.whole)

    def _roles(self) -> Iterator[str]:
        for row in self.move.roles:
            if self._is_shown(row.role):
                yield from self.rows.role(row)

    def _limits(self) -> Iterator[str]:
        for row in self.move.limits:
            if self._is_shown(row.about):
                yield from self.rows.limits(row)

    def _side_by_side(self) -> Iterator[str]:
        for row in self.move.entitlements:
            if row.matters or self.whole:
                yield from self.rows.beside(row)
