"""Carrying: one case held against two handbooks, each with what it can take of it.

Municipalities have facts and services of their own. What only one of two knows is left out for the
other, and listed; what fits neither is wrong. Leaving out never makes anything known: lists that are no
longer whole are no longer called complete.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from laget.cases import Draft, misfits, typed
from laget.errors import InvalidCaseError
from laget.findings import Finding
from laget.model.case import Application, Case, Held
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.model.moves import Kept, LeftOut

Path = tuple[str, ...]

Item = TypeVar("Item")

WHOLE = frozenset({"id", "event", "about"})
"""The keys of an item of a list without which it says nothing, or something else."""

COUNTED = frozenset({"unit", "per"})
"""The keys that say how an amount is counted."""

NAMING = ("id", "event", "kind")
"""The keys that name an item, by what it is an item of."""

REASONS: Mapping[str, Kept] = {
    "unknown-fact": Kept.UNKNOWN,
    "unknown-id": Kept.UNKNOWN,
    "given-fact": Kept.GIVEN,
}
"""Why something is left out, by the code of the finding; all else is a value that does not fit."""


@frozen
class Carried:
    """A case as one side takes it."""

    case: Case
    left_out: tuple[LeftOut, ...]


def carried(draft: Draft, first: Handbook, second: Handbook) -> tuple[Carried, Carried]:
    """Give a draft as each of two handbooks takes it, for a child that moves from the first to the second.

    Raises `InvalidCaseError` with what fits neither. What the case says of residence it says of the first;
    only a child that is said to live there is taken to live in the second too, once it has moved.
    """
    wrong = misfits(draft, first)
    found = [{_path(finding): finding for finding in told} for told in (wrong, misfits(draft, second))]
    neither = [finding for finding in wrong if _path(finding) in found[1]]
    if neither:
        raise InvalidCaseError(neither)
    one = _carried(draft.case, found[0], (first, second))
    other = _carried(draft.case, {**found[1], **_residence(draft.case, second)}, (second, first))
    return one, other


def _path(finding: Finding) -> Path:
    """Give where in the case a finding is: two sides that cannot take the same have it at the same place."""
    return tuple(map(str, finding.place.path))


def _residence(case: Case, handbook: Handbook) -> dict[Path, None]:
    """Find what a case says about living elsewhere than where the child moves to."""
    return {
        ("facts", name): None
        for name, value in case.facts.items()
        if name in handbook.facts and handbook.facts[name].residence and value is not True
    }


def _carried(case: Case, left: Mapping[Path, Finding | None], books: tuple[Handbook, Handbook]) -> Carried:
    """Give a case without what is left out; `books` are the side's handbook and the other one."""
    said = tuple(_left_out(case, path, finding, books) for path, finding in left.items())
    return Carried(typed(_without(case, set(left)), books[0]), tuple(dict.fromkeys(said)))


def _without(case: Case, left: Collection[Path]) -> Case:
    """Take away what is left out; a group and meetings, which are counted, all at once."""
    sections = {path[0] for path in left}
    has = _items(case.has, "has", left, _held)
    return evolve(
        case,
        facts=FrozenMapping({name: v for name, v in case.facts.items() if ("facts", name) not in left}),
        has=has,
        has_complete=case.has_complete and len(has) == len(case.has),
        applies_for=_items(case.applies_for, "applies_for", left, _application),
        events=_items(case.events, "events", left),
        steps=_items(case.steps, "steps", left),
        group=None if "group" in sections else case.group,
        meetings=() if "meetings" in sections else case.meetings,
    )


def _items(
    items: Sequence[Item],
    section: str,
    left: Collection[Path],
    part: Callable[[Item, set[str]], Item] = lambda item, _: item,
) -> tuple[Item, ...]:
    """Take away items that a side does not know, and from the others the part that it does not."""
    keys = [{path[2] for path in left if path[:2] == (section, str(index))} for index in range(len(items))]
    return tuple(part(item, found) for item, found in zip(items, keys, strict=True) if not found & WHOLE)


def _held(item: Held, left: set[str]) -> Held:
    """Take away an amount that a side counts in another way."""
    return evolve(item, amount=None, unit=None, per=None) if left & COUNTED else item


def _application(item: Application, left: set[str]) -> Application:
    """Take away an amount, and all purposes where one is not known: the others are not the whole."""
    counted = evolve(item, amount=None, unit=None, per=None) if left & COUNTED else item
    return evolve(counted, purposes=()) if "purposes" in left else counted


def _left_out(case: Case, path: Path, finding: Finding | None, books: tuple[Handbook, Handbook]) -> LeftOut:
    id_ = path[1] if path[0] == "facts" else _id(case, path)
    reason = REASONS.get(finding.code, Kept.MISFIT) if finding else Kept.RESIDENCE
    named = (name for book in reversed(books) for name in _names(book, id_))
    return LeftOut(section=path[0], id=id_, name=next(named, id_), reason=reason)


def _id(case: Case, path: Path) -> str:
    """Give the id that a path points at, or that of what it is a part of."""
    if path[0] == "group":
        return case.group.kind if case.group else path[0]
    item = getattr(case, path[0])[int(path[1])]
    if path[2] == "purposes":
        return str(item.purposes[int(path[3])])
    names = [getattr(item, key, None) for key in (path[2] if path[2] in WHOLE else "", *NAMING)]
    return next(str(name) for name in names if name is not None)


def _names(book: Handbook, id_: str) -> Iterator[str]:
    """Give what a handbook calls something that a case names."""
    for labelled in (book.facts, book.things, book.purposes, book.events, book.step_kinds):
        if id_ in labelled:
            yield labelled[id_].label
    for named in (book.entitlements, book.groups, book.meeting_kinds):
        if id_ in named:
            yield named[id_].name
