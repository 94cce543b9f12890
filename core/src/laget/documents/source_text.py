"""Bytes to text that can be parsed: UTF-8, not too large, and lines that everybody counts alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Final

from laget.documents.codes import Code
from laget.documents.complaints import Complaints, ReadingStoppedError
from laget.documents.limits import MAX_BYTES, MAX_FINDINGS
from laget.documents.tree import Node, Reading, SourceFile
from laget.findings import Severity, in_order

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)",
)
"""Characters that no document may hold: unseen, or counted as line breaks by some programs only."""
_BYTE_ORDER_MARK: Final = "\ufeff"
_NAMES: Final = {
    "\r": "carriage return without line feed",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufffe": "no character",
    "\uffff": "no character",
}


def read_text(
    data: bytes | str, name: str, layer: str, build: Callable[[Complaints], Node | None]
) -> Reading:
    """Give what `build` makes of the text, or why it never came to that."""
    complaints = Complaints(SourceFile(name, "", layer))
    node = None
    try:
        _open(data, complaints)
        node = build(complaints)
    except ReadingStoppedError:
        pass
    return Reading(node, in_order(complaints.findings))


def name_of(character: str) -> str:
    """Name a character that cannot be shown."""
    kind = "half of a surrogate pair" if unicodedata.category(character) == "Cs" else "control character"
    name = _NAMES.get(character) or unicodedata.name(character, kind).lower()
    return f"U+{ord(character):04X} ({name})"


def _open(data: bytes | str, complaints: Complaints) -> None:
    """Put the decoded text into the complaints' source, or stop."""
    if len(data) > MAX_BYTES:
        _refuse_size(complaints)
    text = _decoded(data, complaints) if isinstance(data, bytes) else data
    if text.startswith(_BYTE_ORDER_MARK):
        _note_byte_order_mark(complaints)
        text = text[1:]
    complaints.source = SourceFile(complaints.source.name, text, complaints.source.layer)
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        _refuse_size(complaints)
    _refuse_characters(complaints)
    if not text.strip():
        complaints.stop(
            Code.EMPTY_DOCUMENT,
            "the file is empty; expected one document",
            0,
            hint="write the document, or remove the file",
        )


def _refuse_size(complaints: Complaints) -> None:
    complaints.stop(
        Code.TOO_LARGE,
        f"the file is larger than {MAX_BYTES // 1024} KiB, the most that is read",
        0,
        hint="split it into several files",
    )


def _decoded(data: bytes, complaints: Complaints) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        # The text before the fault is enough to tell its line and column.
        before = data[: error.start].decode()
        complaints.source = SourceFile(complaints.source.name, before, complaints.source.layer)
        complaints.stop(
            Code.NOT_UTF_8,
            f"the byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8",
            len(before),
            hint="save the file as UTF-8 in the editor",
        )


def _note_byte_order_mark(complaints: Complaints) -> None:
    complaints.add(
        Code.BYTE_ORDER_MARK,
        "the file begins with a byte order mark, which some programs take for text",
        0,
        hint="save the file as UTF-8 without byte order mark (BOM)",
        severity=Severity.WARNING,
    )


def _refuse_characters(complaints: Complaints) -> None:
    matches = list(islice(FORBIDDEN.finditer(complaints.source.text), MAX_FINDINGS + 1))
    for match in matches:
        complaints.add(
            Code.CONTROL_CHARACTER,
            f"the character {name_of(match[0])} may not stand in a document",
            match.start(),
            hint="remove it; lines end with a line feed, or carriage return and line feed",
        )
    if matches:
        raise ReadingStoppedError
