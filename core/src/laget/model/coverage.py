"""Rule coverage: the values that a plugin's cases give to its rules."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class RuleRow:
    """One rule, with how many cases give it each value."""

    name: str
    file: str
    line: int
    met: int
    failed: int
    unknown: int
    lacking: tuple[str, ...]
    """The values that it can have, and that no case gives it."""
    possible: int
    """How many values it can have."""


@frozen(kw_only=True)
class Coverage:
    """The rules that one layer itself has written, with the values that cases give them."""

    layer: str
    rules: tuple[RuleRow, ...]
    seen: int
    """How many values of rules some case gives."""
    possible: int
    """How many values the rules can have."""
    percent: int
    """What is seen of what is possible, rounded down."""
    threshold: int | None
    """The least that the layer's plugin asks for, in a document of its cases."""

    @property
    def is_enough(self) -> bool:
        """Whether the coverage is what the plugin asks for."""
        return self.threshold is None or self.percent >= self.threshold
