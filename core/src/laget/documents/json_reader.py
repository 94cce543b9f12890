"""JSON text to a placed tree.

The standard library judges the syntax; since it tells no places, a walk over the tokens builds
the tree. After the judgement, that walk can trust every token.
"""

from __future__ import annotations

import json
import re
from typing import Final

from laget.documents.builder import TreeBuilder
from laget.documents.codes import Code
from laget.documents.complaints import Complaints
from laget.documents.limits import MAX_DEPTH
from laget.documents.scalars import Fault, not_finite, number
from laget.documents.source_text import read_text
from laget.documents.tree import Node, Reading, Scalar, Style

# The last quote is optional so that an unclosed text is read once, not once for each quote in it.
_TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]|[^\s\[\]{},:"]+', re.DOTALL)
_CLOSING: Final = re.compile(r"[ \t\r\n]*[}\]]")
_WORDS: Final[dict[str, Scalar | Fault]] = {
    "true": True,
    "false": False,
    "null": None,
    "NaN": not_finite(),
    "Infinity": not_finite(),
    "-Infinity": not_finite(),
}
_HINT: Final = (
    "JSON wants double quotes around keys and texts, a comma between entries and none after the last, "
    "and has no comments"
)


def read_json(data: bytes | str, name: str, layer: str = "") -> Reading:
    """Give the tree of one JSON document and everything that is wrong with its form."""
    return read_text(data, name, layer, _build)


def _build(complaints: Complaints) -> Node | None:
    _refuse_depth(complaints)
    _check_syntax(complaints)
    builder = TreeBuilder(complaints)
    for match in _TOKEN.finditer(complaints.source.text):
        _read_token(match, builder)
    return builder.root


def _refuse_depth(complaints: Complaints) -> None:
    """Stop before the standard library's recursive parser meets deep nesting."""
    depth = 0
    for match in _TOKEN.finditer(complaints.source.text):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > MAX_DEPTH:
            message = f"the document is nested more than {MAX_DEPTH} levels deep"
            complaints.stop(Code.TOO_DEEP, message, match.start(), hint="write it with fewer levels")


def _check_syntax(complaints: Complaints) -> None:
    try:
        # Numbers are left as text: reading a very long one takes very long.
        json.loads(complaints.source.text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        message, index = _told(error)
        complaints.stop(Code.JSON_SYNTAX, f"not valid JSON: {message}", index, hint=_HINT)


def _told(error: json.JSONDecodeError) -> tuple[str, int]:
    """Say what is wrong and where, the same with every Python: they differ about a comma too many."""
    before = error.doc[: error.pos + 1].rstrip("}] \t\r\n")
    if before.endswith(",") and _CLOSING.match(error.doc, len(before)):
        return "a comma before a closing bracket", len(before) - 1
    return error.msg.lower(), error.pos


def _read_token(match: re.Match[str], builder: TreeBuilder) -> None:
    token, start, end = match[0], match.start(), match.end()
    match token[0]:
        case "{":
            builder.open_mapping(start)
        case "[":
            builder.open_list(start)
        case "}" | "]":
            builder.close(end)
        case '"':
            builder.scalar(_text(token), start, end, Style.DOUBLE)
        case _:
            value = _WORDS[token] if token in _WORDS else number(token)
            builder.scalar(value, start, end, Style.PLAIN)


def _text(token: str) -> str:
    return str(json.loads(token)) if "\\" in token else token[1:-1]
