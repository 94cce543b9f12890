"""Rule coverage: whether some case meets each rule, fails it, and leaves it unknown.

A rule is whatever has a condition that decides something: a criterion or an exclusion, a line of a
route or a consent, a level, a rule for groups and meetings, whom an office serves. Its value in a
case is the same wherever it stands, so a rule that stands before many services is counted once,
where it is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from laget.assessment.conditions import Condition, condition_of
from laget.assessment.entitlements import Seen
from laget.assessment.planning import Plan
from laget.cases import date_of
from laget.checks.folded import Folded, Spot
from laget.model.case import Case
from laget.model.choices import Level, RouteLine
from laget.model.coverage import Coverage, RuleRow
from laget.model.entitlements import Criterion
from laget.model.expressions import Formula
from laget.model.handbook import Handbook
from laget.model.organisation import Area
from laget.model.plans import ConsentLine, GroupRule
from laget.municipality import Municipality
from laget.testing.examples import Example, shipped

Rule = Criterion | RouteLine | Level | ConsentLine | GroupRule | Area
"""What has a condition that decides something."""

VALUES = {True: "met", False: "failed", None: "unknown"}
"""What a condition can be, by its value in a case."""


@frozen(order=True)
class RulePlace:
    """Where a rule's condition is written."""

    file: str
    line: int
    name: str
    """What leads to it: section, entry and ids, joined by dots."""


@frozen
class _Book:
    """One handbook, prepared for asking for the values of its rules."""

    folded: Folded
    plan: Plan
    rules: Mapping[RulePlace, tuple[Spot, Condition]]

    @cached_property
    def nothing(self) -> Seen:
        """A case of which nothing is known."""
        return self.plan.see(Case(), self.folded.book.on)

    def possible(self, condition: Condition) -> frozenset[bool | None]:
        """Give the values that a condition can have: what the layer gives, and what is always unclear."""
        if condition.always_unclear:
            return frozenset({None})
        if condition.facts and not condition.reads_lists and self._is_given(condition.facts):
            return frozenset({self.nothing.strict.read(condition).holds})
        return frozenset(VALUES)

    def _is_given(self, names: Iterable[str]) -> bool:
        return all(name in self.folded.book.given for name in names)

    def values(self, seen: Seen) -> Iterator[tuple[RulePlace, bool | None]]:
        """Give the value of every rule in a case; nothing for rules of groups that the case has none of."""
        groups = self.plan.groups.answer(seen).findings
        for place, (spot, condition) in self.rules.items():
            if isinstance(spot.value, GroupRule):
                found = {
                    one.holds for one in groups if (one.about, one.rule) == (spot.entry.id, spot.value.id)
                }
                yield from ((place, holds) for holds in found)
            else:
                yield place, seen.strict.read(condition).holds


class _Books:
    """The handbooks of one layer, each prepared once."""

    def __init__(self, asked: Municipality, layer: str) -> None:
        self._asked = asked
        self._layer = layer
        self._made: dict[str, _Book] = {}

    def on(self, book: Handbook) -> _Book:
        """Give a handbook's rules that were written in the layer."""
        if book.digest not in self._made:
            folded = self._asked.built(book.on).checked
            self._made[book.digest] = _Book(folded, Plan(book), dict(_rules(folded, self._layer)))
        return self._made[book.digest]


def _rules(folded: Folded, layer: str) -> Iterator[tuple[RulePlace, tuple[Spot, Condition]]]:
    """Find the rules whose conditions a layer has written."""
    for spot in folded.spots:
        rule = spot.value
        if not isinstance(rule, Rule):
            continue
        when: Formula | None = rule.when
        origin = rule.origins.get("when", rule.origin)
        if when is not None and origin.layer == layer:
            name = ".".join(folded.place(spot).path)
            yield RulePlace(origin.file, origin.line, name), (spot, condition_of(when, rule.unclear))


def coverage(asked: Municipality) -> Coverage:
    """Hold the rules that a layer has written against the cases of all that has them.

    A nation's or a region's rules are met by the cases of the municipalities that build on it.
    Rules of every date are counted. Raises what reading cases and handbooks raises.
    """
    possible: dict[RulePlace, set[bool | None]] = {}
    seen: dict[RulePlace, Counter[bool | None]] = {}
    for one in (asked, *(() if asked.is_municipality else asked.members())):
        books = _Books(one, asked.id)
        for day in one.days():
            book = books.on(one.handbook(day))
            for place, (_, condition) in book.rules.items():
                possible.setdefault(place, set()).update(book.possible(condition))
        for example in shipped(one).examples:
            for place, value in _values(one, books, example):
                seen.setdefault(place, Counter())[value] += 1
    rows = [_row(place, possible[place], seen.get(place, Counter())) for place in sorted(possible)]
    return _summed(asked.id, tuple(rows), shipped(asked).threshold)


def _values(one: Municipality, books: _Books, example: Example) -> Iterator[tuple[RulePlace, bool | None]]:
    day = date_of(example.draft, None)
    book = books.on(one.handbook(day))
    return book.values(book.plan.see(one.case(example.draft, day), day))


def _row(place: RulePlace, possible: set[bool | None], seen: Counter[bool | None]) -> RuleRow:
    counts = {name: seen[value] for value, name in VALUES.items()}
    lacking = tuple(name for value, name in VALUES.items() if value in possible and not seen[value])
    return RuleRow(
        name=place.name, file=place.file, line=place.line, **counts, lacking=lacking, possible=len(possible)
    )


def _summed(layer: str, rows: tuple[RuleRow, ...], threshold: int | None) -> Coverage:
    possible = sum(row.possible for row in rows)
    seen = possible - sum(len(row.lacking) for row in rows)
    percent = 100 * seen // possible if possible else 100
    return Coverage(
        layer=layer, rules=rows, seen=seen, possible=possible, percent=percent, threshold=threshold
    )
