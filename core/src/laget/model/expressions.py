"""An expression of the criteria language as it stands in a document."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from laget.criteria import Expression, parse
from laget.findings import Place


@frozen
class Formula:
    """A parsed expression with the text it came from."""

    text: str
    tree: Expression
    locate: Callable[[int], Place] | None = field(default=None, eq=False, repr=False)
    """Gives the place in the file of the n-th character; `None` for formulas made in code."""

    @classmethod
    def of(cls, text: str) -> Formula:
        """Parse a text; raises `ExpressionError` with the span that is wrong.

        >>> Formula.of("alder >= 5").text
        'alder >= 5'
        """
        return cls(text, parse(text))


@frozen(kw_only=True)
class Unclear:
    """What the source's own words do not settle."""

    note: str
    """What is left open, in a sentence that a family can read."""
    when: Formula | None = None
    """When it is left open; always, if this is left out."""
