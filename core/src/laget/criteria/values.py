"""What an expression can be about and can become: values, and what is known of a case.

Reads nothing. Gives the types of values, `AtLeast` for a number that is only partly known, and
`Known`, which an expression is evaluated against. Unknown is always `None`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import Factory, frozen

Number = int | Decimal
Scalar = bool | int | Decimal | str | date


@frozen
class AtLeast:
    """A number of which only a lower bound is known.

    A list of what a child has that may lack something gives a count that can only grow. Comparisons
    answer what the bound settles and are unknown for the rest.
    """

    number: Number


Value = Scalar | AtLeast | None


@frozen
class Known:
    """What is known about one case on one date.

    Values must have the types that the vocabulary promises (finite decimals, plain dates): whoever
    reads the case has checked that, and evaluation does not check it again.
    """

    values: Mapping[str, Value]
    """Fact → value. A missing name or `None` is unknown."""
    on: date
    """The date asked about."""
    has: frozenset[str] = frozenset()
    """The ids of what the child already has."""
    has_complete: bool = False
    """Whether the list of what the child has lacks nothing."""
    counts: Mapping[str, int] = Factory(dict)
    """Kind → number of listed things of that kind. A missing kind is 0."""

    def having(self, values: Mapping[str, Value]) -> Known:
        """Give the same with other values of facts; what the child has stays as it is."""
        return Known(values, self.on, self.has, self.has_complete, self.counts)
