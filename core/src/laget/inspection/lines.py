"""Lines: cases that a choice loses or sends two ways, found by trying every stretch between thresholds.

A route without conditions is looked at wherever a book is folded (`checks.choices`); here come the
conditions: of routes, of ladders and of consent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from laget.checks.choices import lines_for
from laget.checks.folded import Folded, Spot
from laget.criteria import Expression, facts_of
from laget.criteria.tree import And, Constant, Not, Or
from laget.findings import Finding
from laget.inspection.regions import Space, told
from laget.inspection.spots import own
from laget.model.choices import Declared, Ladder, Level, Route, RouteLine
from laget.model.plans import Consent, ConsentLine

Line = RouteLine | Level | ConsentLine


@frozen
class _Choice:
    """Some lines of which one holds, and what the source says of holes and overlaps."""

    spot: Spot
    key: str
    lines: tuple[Line, ...]
    overlap: Declared | None
    hole: Declared | None
    name: str


def check_lines(folded: Folded, space: Space) -> Iterator[Finding]:
    """Find choices whose conditions leave cases out, or let two lines hold, without saying so."""
    for spot in own(folded):
        for choice in _choices(folded, spot):
            yield from _overlaps(folded, choice, space)
            yield from _holes(folded, choice, space)


def _choices(folded: Folded, spot: Spot) -> Iterator[_Choice]:
    match spot.value:
        case Ladder() as ladder:
            yield _Choice(spot, "levels", ladder.levels, ladder.overlap, ladder.hole, ladder.id)
        case Consent() as consent:
            yield _Choice(spot, "lines", consent.lines, consent.overlap, consent.hole, consent.id)
        case Route() as route:
            ways = {lines_for(route, name): name for name in folded.book.entitlements}
            for lines, name in ways.items():
                yield _Choice(spot, "lines", lines, route.overlap, route.hole, f"{route.id}» for «{name}")
        case _:
            return


def _overlaps(folded: Folded, choice: _Choice, space: Space) -> Iterator[Finding]:
    if choice.overlap is not None:
        return
    for first, second in combinations(choice.lines, 2):
        if (first.when is None and second.when is None) or first.unclear or second.unclear:
            continue
        example = _example(folded, And((_tree(first), _tree(second))), space)
        if example is not None:
            message = f"«{first.id}» and «{second.id}» of «{choice.name}» both hold when {example}"
            index = _position(choice.spot.value, choice.key, second)
            place = folded.place(choice.spot, choice.key, index, "when")
            hint = f"mend «when» of «{first.id}» or «{second.id}», or declare the source's own «overlap»"
            yield Finding("overlap", message, place, hint=hint)


def _holes(folded: Folded, choice: _Choice, space: Space) -> Iterator[Finding]:
    whens = [_tree(line) for line in choice.lines]
    if choice.hole is not None or not whens or any(isinstance(tree, Constant) for tree in whens):
        return
    example = _example(folded, Not(whens[0]) if len(whens) == 1 else Not(Or(tuple(whens))), space)
    if example is not None:
        message = f"«{choice.name}» says nothing when {example}"
        hint = "add a line for it, or declare with «hole» that the source is silent"
        yield Finding("hole", message, folded.place(choice.spot, choice.key), hint=hint)


def _tree(line: Line) -> Expression:
    return line.when.tree if line.when is not None else Constant(value=True)


def _position(entry: object, key: str, line: Line) -> int:
    lines: Sequence[Line] = getattr(entry, key)
    return next(index for index, found in enumerate(lines) if found is line)


def _example(folded: Folded, tree: Expression, space: Space) -> str | None:
    """Give a case that can be told and that no contradiction refuses."""
    names = {*facts_of(space.opened(tree))}
    refused = [
        _refusal(found.when.tree, found.unless.tree if found.unless else None)
        for found in folded.book.contradictions.values()
        if names.issuperset(facts_of(found.when.tree))
    ]
    whole = And((tree, *(Not(found) for found in refused))) if refused else tree
    found = space.can_be(whole, value=True, given=True)
    return told(found.example) if found.example is not None and found.is_real else None


def _refusal(when: Expression, unless: Expression | None) -> Expression:
    return And((when, Not(unless))) if unless is not None else when
