"""Text → tokens, with every limit on what may be written.

Reads the text of an expression. Gives tokens whose `kind` is the word or sign itself (`and`, `<=`)
or one of `name`, `number`, `date`, `text` and `end`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from keyword import iskeyword

from attrs import frozen

from laget.criteria.errors import ExpressionError
from laget.criteria.values import Scalar

MAX_CHARACTERS = 2_000
MAX_TOKENS = 400

WORDS = frozenset({"and", "or", "not", "in", "true", "false"})
FUNCTIONS = frozenset(
    {"age", "age_months", "at_least", "birthday", "count", "has", "months", "on_date", "years"}
)

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+)
  | (?P<date>[0-9]{4}-[0-9]+-[0-9]+\w*)
  | (?P<number>[0-9][\w.]*)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<word>\w+)
  | (?P<sign>[=!<>]=|<(?!>)|[>()+,-])
  | (?P<stray>&&|\|\||=[<>]|<>|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
# Short numbers keep sums exact and texts readable; nothing in the field needs longer ones.
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_INSTEAD = {
    "=": "write ==",
    "=>": "write >=",
    "=<": "write <=",
    "<>": "write !=",
    "!": "write not",
    "&": "write and",
    "&&": "write and",
    "|": "write or",
    "||": "write or",
    ".": "a decimal has a digit on both sides of the point: 0.5",
    '"': "a text ends with the quote it began with",
    "'": "a text ends with the quote it began with",
} | dict.fromkeys("«»“”„‘’", 'texts stand in straight quotes: "…"')


@frozen
class Token:
    """One word, sign or literal, and where it stands."""

    kind: str
    text: str
    start: int
    end: int
    value: Scalar = ""


def is_name(text: str) -> bool:
    """Tell whether a fact, a thing or a kind can have this name.

    >>> is_name("alder"), is_name("class"), is_name("count"), is_name("Alder")
    (True, False, False, False)
    """
    return bool(_NAME.fullmatch(text)) and not (text in WORDS | FUNCTIONS or iskeyword(text))


def tokens_of(text: str) -> tuple[Token, ...]:
    """Split a text into tokens, the last of which is `end`.

    Raises `ExpressionError` for what is too long and for what is no token.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"an expression has at most {MAX_CHARACTERS} characters, and this has {len(text)}"
        raise ExpressionError(text, MAX_CHARACTERS, len(text), message, "split it into derived facts")
    tokens = tuple(islice(_tokens(text), MAX_TOKENS + 1))
    if len(tokens) > MAX_TOKENS:
        last = tokens[-1]
        message = f"an expression has at most {MAX_TOKENS} words and signs"
        raise ExpressionError(text, last.start, last.end, message, "split it into derived facts")
    return (*tokens, Token("end", "", len(text), len(text)))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind != "space":
            yield _token(kind, match)


def _token(kind: str, match: re.Match[str]) -> Token:
    token = Token(kind, match.group(), match.start(), match.end())
    try:
        return _READERS[kind](token)
    except _NoTokenError as error:
        message, hint = error.args
        raise ExpressionError(match.string, token.start, token.end, message, hint) from None


class _NoTokenError(Exception):
    """A message and a hint, before it is known which text they are about."""


def _read_word(token: Token) -> Token:
    if token.text in WORDS:
        return _with(token, token.text)
    if iskeyword(token.text) and token.text.islower():
        message = f"«{token.text}» is a reserved word and cannot be a name"
        raise _NoTokenError(message, None)
    if not _NAME.fullmatch(token.text):
        message = f"«{token.text}» is not a name: names have the letters a-z, digits and _"
        raise _NoTokenError(message, _plainer(token.text))
    return _with(token, "name")


def _plainer(word: str) -> str | None:
    """Spell a word with the letters that a name may have."""
    plain = word.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return f"write «{plain}»" if _NAME.fullmatch(plain) else None


def _read_number(token: Token) -> Token:
    if not _NUMBER.fullmatch(token.text):
        message = f"«{token.text}» is not a number"
        raise _NoTokenError(message, "numbers are written 12 or 0.5, with at most 12 digits and 6 decimals")
    value = Decimal(token.text) if "." in token.text else int(token.text)
    return _with(token, "number", value)


def _read_date(token: Token) -> Token:
    try:
        if _DATE.fullmatch(token.text):
            return _with(token, "date", date.fromisoformat(token.text))
    except ValueError:
        pass
    message = f"«{token.text}» is not a date"
    raise _NoTokenError(message, "dates are written year-month-day, as 2026-03-01")


def _read_text(token: Token) -> Token:
    inside = token.text[1:-1]
    if "\\" in inside or not inside.isprintable():
        message = "a text cannot hold a backslash, a line break or a control character"
        raise _NoTokenError(message, None)
    return _with(token, "text", inside)


def _read_sign(token: Token) -> Token:
    return _with(token, token.text)


def _read_stray(token: Token) -> Token:
    shown = f"«{token.text}»" if token.text.isprintable() else f"the character {ord(token.text):#06x}"
    message = f"{shown} means nothing here"
    raise _NoTokenError(message, _INSTEAD.get(token.text))


def _with(token: Token, kind: str, value: Scalar = "") -> Token:
    return Token(kind, token.text, token.start, token.end, value)


_READERS = {
    "date": _read_date,
    "number": _read_number,
    "text": _read_text,
    "word": _read_word,
    "sign": _read_sign,
    "stray": _read_stray,
}
