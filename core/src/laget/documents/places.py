"""From a character of a value back to the character of the file.

Quotes, escapes, folding and indentation change only blanks: the k-th character of the value
that is not blank is the k-th of the source that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from laget.documents.tree import Node, Style
from laget.findings import Place

_BLANKS: Final = " \t\r\n"
_CHARACTER: Final = re.compile(r"[^ \t\r\n]")
_SINGLE_QUOTED: Final = re.compile(r"''|[^ \t\r\n]")
_DOUBLE_QUOTED: Final = re.compile(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?:x(?P<x>..)|u(?P<u>.{4})|U(?P<U>.{8})|(?P<blank>\r?\n|[ \tntr])|.)"
    r"|[^ \t\r\n]",
)


def place_of_character(node: Node, offset: int, path: tuple[str, ...] = ()) -> Place:
    """Give the place in the file of the character at `offset` of a scalar's text.

    A blank, or the end of the text, has the place just after the character before it.
    """
    if node.style is None:
        return node.place(path)
    return node.source.place(_index(node, offset), path)


def _index(node: Node, offset: int) -> int:
    text = node.value if isinstance(node.value, str) else node.raw
    before = sum(character not in _BLANKS for character in text[:offset])
    at_its_start = before == 0 or text[offset : offset + 1].strip(_BLANKS) != ""
    spans = list(islice(_spans(node), before + at_its_start))
    if not spans:
        return node.start
    start, end = spans[-1]
    return start if at_its_start else end


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    """Give start and end in the file of each character of the value that is not blank."""
    text, start, end = node.source.text, node.start, node.end
    match node.style:
        case Style.SINGLE:
            matches = _SINGLE_QUOTED.finditer(text, start + 1, end - 1)
        case Style.DOUBLE:
            matches = filter(_is_visible, _DOUBLE_QUOTED.finditer(text, start + 1, end - 1))
        case Style.LITERAL | Style.FOLDED:
            header_end = text.find("\n", start, end)
            matches = _CHARACTER.finditer(text, header_end if header_end >= 0 else end, end)
        case _:
            matches = _CHARACTER.finditer(text, start, end)
    return (match.span() for match in matches)


def _is_visible(match: re.Match[str]) -> bool:
    """Tell whether a piece of a double-quoted text stands for a character that is not blank."""
    code = match["x"] or match["u"] or match["U"]
    return not match["blank"] and (code is None or chr(int(code, 16)) not in _BLANKS)
