"""What a new plugin can't be made from: the error that says so, and what no text may hold."""

from __future__ import annotations

from laget.documents.identity import find_identity_number
from laget.errors import LagetError


class CannotFoundError(LagetError):
    """A new plugin or layer that can't be made; the text says what is wrong and what to do."""

    def __init__(self, problem: str, advice: str) -> None:
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.problem}: {self.advice}"


def plain_text(text: str, what: str) -> str:
    """Give a text of the user's without blanks around it.

    Raises `CannotFoundError` for one that is empty, has characters that are no text, or holds a
    national identity number.
    """
    stripped = text.strip()
    if not stripped:
        raise CannotFoundError(f"{what} is empty", "write what the document or the municipality says")
    if find_identity_number(stripped):
        raise CannotFoundError(f"{what} holds a national identity number", "remove it")
    if not stripped.isprintable():
        raise CannotFoundError(
            f"{what} has a line break or a sign that can't be shown", "write it on one line"
        )
    return stripped
