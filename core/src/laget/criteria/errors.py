"""Where in an expression something is, and what is wrong there.

Reads nothing. Gives `Span`, which every node of a tree keeps, and `ExpressionError`.
"""

from __future__ import annotations

from attrs import frozen

from laget.errors import LagetError


@frozen
class Span:
    """A stretch of the text that an expression was read from, as offsets from its start."""

    text: str = ""
    start: int = 0
    end: int = 0


class ExpressionError(LagetError):
    """One thing wrong with an expression, and the stretch of its text that is wrong."""

    def __init__(self, text: str, start: int, end: int, message: str, hint: str | None = None) -> None:
        super().__init__(text, start, end, message, hint)
        self.text = text
        self.start = start
        self.end = end
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Give the message, the line of the text with a caret line under it, and the hint.

        A tree that was built in code has no text to point into, so it gets no caret.

        >>> print(ExpressionError("alder => 3", 6, 8, "«=>» means nothing here", "write >="))
        «=>» means nothing here
          alder => 3
                ^^
          hint: write >=
        """
        pointer = self._pointer() if self.text else ()
        hint = (f"  hint: {self.hint}",) if self.hint else ()
        return "\n".join((self.message, *pointer, *hint))

    def _pointer(self) -> tuple[str, str]:
        line_start = self.text.rfind("\n", 0, self.start) + 1
        line = self.text[line_start:].partition("\n")[0]
        # Tabs and control characters would move the caret away from its column.
        shown = "".join(character if character.isprintable() else " " for character in line)
        width = max(1, min(self.end, line_start + len(line)) - self.start)
        return f"  {shown}", f"  {' ' * (self.start - line_start)}{'^' * width}"


def error_at(span: Span, message: str, hint: str | None = None) -> ExpressionError:
    """Make the error that points at a span."""
    return ExpressionError(span.text, span.start, span.end, message, hint)
