"""Documents written from what was read say the same when they are read again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.documents.python_reader import from_python
from laget.documents.tree import Node, SourceFile, plain
from laget.documents.yaml_reader import read_yaml
from laget.testing.writing import written

characters = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
)
texts = st.one_of(
    st.text(st.one_of(characters, st.sampled_from("\n\t")), max_size=12),
    st.sampled_from(["no", "true", "null", "12:30", "0301", "1.10", "2026-01-01", "<<", "~", "- a", "a: b"]),
)
scalars = st.one_of(
    texts,
    st.integers(-(10**30), 10**30),
    st.decimals(-(10**6), 10**6, allow_nan=False, places=3),
    st.booleans(),
    st.none(),
    st.dates(),
)
trees = st.dictionaries(texts, st.one_of(scalars, st.lists(scalars, max_size=3)), max_size=4)


def read(text: str) -> Node:
    """Read a document that has no fault."""
    reading = read_yaml(text, "a.yaml")
    assert reading.node is not None
    assert () == reading.findings
    return reading.node


@given(trees)
def test_what_is_written_is_read_back(data: dict[str, object]) -> None:
    """Every value comes back as it was, with its type."""
    node = from_python(data, SourceFile("a.yaml")).node
    assert node is not None
    assert node == read(written(plain(node)))


@pytest.mark.parametrize("number", ["5e0", "1e2", "1.10", "-0.5", "1.", ".5"])
def test_decimal_stays_decimal(number: str) -> None:
    """A number that is written as a decimal does not become a whole number."""
    node = read(f"a: {number}")
    again = read(written(plain(node)))
    assert node == again
    assert isinstance(again.value, dict)
    assert isinstance(again.value["a"].value, Decimal)
