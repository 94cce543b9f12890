"""What libyaml says about broken syntax, in words that tell a person what to do and where."""

from __future__ import annotations

from typing import Final, NoReturn

import yaml

from laget.documents.codes import Code
from laget.documents.complaints import Complaints

_OPENED: Final = {
    "while scanning a quoted scalar": (
        "the quote that opens here is never closed",
        "end the text with the same kind of quote; double a single quote inside single quotes",
    ),
    "while scanning a simple key": (
        "this is neither a key with a colon nor part of the text above",
        "write «key: value», or indent the line as part of the text above",
    ),
    "while parsing a flow sequence": (
        "the list that opens here with «[» is not closed, or lacks a comma",
        "put commas between the items and «]» at the end",
    ),
    "while parsing a flow mapping": (
        "the mapping that opens here with «{» is not closed, or lacks a comma",
        "put commas between the entries and «}» at the end",
    ),
}
"""Faults that are best shown where the thing began; libyaml notices them only much later."""

_NOTICED: Final = (
    (
        "mapping values are not allowed",
        "a colon stands where no key can be",
        "check the indentation; quote a text that holds «: »",
    ),
    (
        "block sequence entries are not allowed",
        "a list item stands where none can be",
        "begin the list on a line of its own below its key",
    ),
    (
        "did not find expected key",
        "expected a key at the same indentation as those above",
        "check the indentation of this line, and quotes and brackets on the lines above",
    ),
    (
        "did not find expected '-' indicator",
        "expected a list item, «- », at the same indentation as those above",
        "check the indentation of this line",
    ),
    (
        "character that cannot start any token",
        "an unquoted text cannot begin with this character",
        "put the text in quotes",
    ),
    (
        "unknown escape character",
        "the escape after the backslash is unknown",
        "write two backslashes, or use single quotes",
    ),
    (
        "expected <document start>",
        "the document has ended before this",
        "put everything inside the one document",
    ),
)
_TAB: Final = ("a tab stands in the indentation; YAML is indented with spaces", "replace the tab with spaces")
_TAG: Final = ("a tag with an undeclared handle is not allowed", "remove it; quote the value if it is text")


def explain(error: yaml.MarkedYAMLError, complaints: Complaints) -> NoReturn:
    """Stop with a finding about a syntax error, at the place where a person would look."""
    text = complaints.source.text
    problem, at = error.problem or "", _index(error.problem_mark, text)
    opened = _OPENED.get(error.context or "")
    if text[at : at + 1] == "\t" or "tab character" in problem:
        complaints.stop(Code.TAB_INDENTATION, _TAB[0], at, hint=_TAB[1])
    if "tag handle" in problem:
        complaints.stop(Code.FOREIGN_TAG, _TAG[0], at, hint=_TAG[1])
    if opened:
        line = complaints.source.position(at)[0]
        message = f"{opened[0]}; noticed on line {line}"
        complaints.stop(Code.YAML_SYNTAX, message, _index(error.context_mark, text), hint=opened[1])
    message, hint = _words_for(problem)
    complaints.stop(Code.YAML_SYNTAX, message, at, hint=hint)


def _index(mark: yaml.Mark | None, text: str) -> int:
    """Give a mark's place in the text; libyaml may count one past the end, or tell no place."""
    return min(mark.index, len(text)) if mark else 0


def _words_for(problem: str) -> tuple[str, str]:
    for part, message, hint in _NOTICED:
        if part in problem:
            return message, hint
    return f"not valid YAML: {problem}", "check indentation, quotes and brackets here and just above"
