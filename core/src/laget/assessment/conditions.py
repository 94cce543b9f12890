"""Conditions: an expression together with what the source leaves open about it."""

from __future__ import annotations

from typing import cast

from attrs import frozen

from laget.criteria import Evaluator, Expression, Known, evaluator, facts_of
from laget.model.expressions import Formula, Unclear


@frozen
class Reading:
    """The value of a condition in one case."""

    holds: bool | None
    """The value that counts: unknown unless `unclear` is known to be false."""
    unclear: bool | None
    """Whether the source leaves this case open."""
    plain: bool | None = None
    """The value of the condition itself."""


ALWAYS = Reading(holds=True, unclear=False, plain=True)
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
    value_of: Evaluator | None
    unclear_of: Evaluator | None

    def read(self, known: Known) -> Reading:
        """Give the value in a case. Unless `unclear` is known to be false, it is unknown."""
        plain = True if self.value_of is None else cast("bool | None", self.value_of(known))
        if self.always_unclear:
            return Reading(None, unclear=True, plain=plain)
        if self.unclear_of is None:
            return Reading(plain, unclear=False, plain=plain)
        unclear = cast("bool | None", self.unclear_of(known))
        return Reading(plain if unclear is False else None, unclear, plain)

    @property
    def is_fixed(self) -> bool:
        """Whether no case can change its value."""
        return not self.trees


def condition_of(when: Formula | None, unclear: Unclear | None) -> Condition:
    """Prepare a condition; without `when` it always holds."""
    tree = when.tree if when else None
    open_tree = unclear.when.tree if unclear and unclear.when else None
    trees = [found for found in (tree, open_tree) if found is not None]
    return Condition(
        tuple(trees),
        unclear is not None and unclear.when is None,
        unclear.note if unclear else None,
        tuple(dict.fromkeys(name for found in trees for name in facts_of(found))),
        evaluator(tree) if tree is not None else None,
        evaluator(open_tree) if open_tree is not None else None,
    )
