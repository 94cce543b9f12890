"""Conditions: an expression together with what the source leaves open about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from attrs import frozen

from laget.criteria import Evaluator, Expression, Known, evaluator, facts_of, kinds_of, things_of
from laget.model.expressions import Formula, Unclear


@frozen(eq=False)
class Reading:
    """The value of a condition in one case. There is one object for each combination: see `READINGS`."""

    holds: bool | None
    """The value that counts: unknown unless `unclear` is known to be false."""
    unclear: bool | None
    """Whether the source leaves this case open."""
    plain: bool | None
    """The value of the condition itself."""

    def at_best(self, *, exclusion: bool) -> Reading:
        """Give the best reading that further facts can lead to; what the source leaves open stays unknown."""
        if self.unclear is True:
            return self
        best = (not exclusion) if self.plain is None else self.plain
        if self.unclear is None and best is exclusion:
            return READINGS[None, None, self.plain]
        return READINGS[best, False, self.plain]


_VALUES = (True, False, None)
READINGS = {
    (holds, unclear, plain): Reading(holds, unclear, plain)
    for holds in _VALUES
    for unclear in _VALUES
    for plain in _VALUES
}
"""Every reading there can be: an assessment makes hundreds, and needs no new objects for them."""

ALWAYS = READINGS[True, False, True]
"""The value of a line without a condition."""


@frozen(eq=False)
class Condition:
    """A condition, prepared for being read many times."""

    trees: tuple[Expression, ...]
    """The expressions that decide its value."""
    always_unclear: bool
    note: str | None
    facts: tuple[str, ...]
    """The facts it reads, those of `unclear` included."""
    reads_lists: bool
    """Whether it reads what the child already has."""
    value_of: Evaluator | None
    unclear_of: Evaluator | None

    def read(self, known: Known) -> Reading:
        """Give the value in a case. Unless `unclear` is known to be false, it is unknown."""
        plain = True if self.value_of is None else cast("bool | None", self.value_of(known))
        if self.always_unclear:
            return READINGS[None, True, plain]
        if self.unclear_of is None:
            return READINGS[plain, False, plain]
        unclear = cast("bool | None", self.unclear_of(known))
        return READINGS[plain if unclear is False else None, unclear, plain]

    @property
    def is_fixed(self) -> bool:
        """Whether no case can change its value."""
        return not self.trees


def condition_of(when: Formula | None, unclear: Unclear | None) -> Condition:
    """Prepare a condition; without `when` it always holds."""
    tree = when.tree if when else None
    open_tree = unclear.when.tree if unclear and unclear.when else None
    trees = [found for found in (tree, open_tree) if found is not None]
    facts = tuple(dict.fromkeys(name for found in trees for name in facts_of(found)))
    return Condition(
        tuple(trees),
        unclear is not None and unclear.when is None,
        unclear.note if unclear else None,
        facts,
        reads_lists(trees),
        evaluator(tree) if tree is not None else None,
        evaluator(open_tree) if open_tree is not None else None,
    )


def reads_lists(trees: Iterable[Expression]) -> bool:
    """Tell whether expressions read what the child already has."""
    return any(things_of(tree) or kinds_of(tree) for tree in trees)
