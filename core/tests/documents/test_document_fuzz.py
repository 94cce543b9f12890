"""Whatever the bytes, reading ends with a tree or with findings, never with an exception."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.documents.identity_findings import identity_numbers
from laget.documents.json_reader import read_json
from laget.documents.places import place_of_character
from laget.documents.tree import Reading, plain
from laget.documents.yaml_reader import read_yaml

Reader = Callable[[bytes | str, str], Reading]
pieces = st.sampled_from(
    [
        *"[]{}:,-?&*!|>'\"%@`#\\ \t\n\r0a1.~<=+\x07\x85\ufeffé",
        *(
            "\n  ",
            "\n- ",
            ": ",
            "? ",
            "---\n",
            "...\n",
            "<<: ",
            "a: ",
            "!!str ",
            "&x ",
            "*x",
            "\\u12",
            "\r\n",
        ),
        *('"a": ', "true", "NaN", "1e9", "0x", "2026-02-30", ">-\n ", "|2\n", "\U0001f600", "\\x0", "\ud800"),
    ],
)
anything = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=60),
    st.lists(pieces, max_size=40).map("".join),
)


@pytest.mark.parametrize("read", [read_yaml, read_json])
@settings(max_examples=400, deadline=None)
@given(data=anything)
def test_never_raises(read: Reader, data: bytes | str) -> None:
    """Reading anything gives a tree or a finding, and all places lie inside the text."""
    reading = read(data, "a")
    assert reading.node is not None or reading.findings
    lines = (data if isinstance(data, str) else data.decode(errors="replace")).split("\n")
    for finding in reading.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


@pytest.mark.parametrize("read", [read_yaml, read_json])
@settings(max_examples=200, deadline=None)
@given(data=anything, offset=st.integers(0, 20))
def test_what_is_read_can_be_used(read: Reader, data: bytes | str, offset: int) -> None:
    """A tree of anything can be turned into plain data, looked through, shown and asked for places."""
    node = read(data, "a").node
    if node is not None:
        assert isinstance(repr(plain(node)), str)
        assert list(identity_numbers(node)) == []
        assert place_of_character(node, offset).line >= 1
