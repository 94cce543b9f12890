"""The nodes of a tree and their places."""

from __future__ import annotations

import pickle

import pytest

from laget.documents.places import place_of_character
from laget.documents.python_reader import from_python
from laget.documents.tree import Node, SourceFile
from laget.documents.yaml_reader import read_yaml
from laget.findings import Place

SOURCE = SourceFile("a.yaml", "ab\ncd\r\nef")


@pytest.mark.parametrize(
    ("index", "position"),
    [(-1, (0, 0)), (0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (6, (2, 4)), (7, (3, 1)), (9, (3, 3))],
)
def test_position(index: int, position: tuple[int, int]) -> None:
    """Lines and columns start at 1, whatever the line end."""
    assert position == SOURCE.position(index)


def test_equality_is_of_values() -> None:
    """Two nodes are equal when their values are, wherever they stand."""
    assert Node("x", SOURCE, 1, 2) == Node("x", SourceFile("b.yaml"), 5, 6)


def test_equality_tells_types_apart() -> None:
    """True, 1 and the text 1 are three values, and no node equals what is no node."""
    nodes: list[object] = [Node(True, SOURCE), Node(1, SOURCE), Node("1", SOURCE), 1]  # noqa: FBT003 - a value
    assert [1, 1, 1, 1] == [sum(one == other for other in nodes[:3]) + (one == 1) for one in nodes]


def test_nested_equality() -> None:
    """Equality reaches into lists and mappings, and tells their types apart."""
    one, two = read_yaml("a: [1, {b: x}]", "a.yaml"), read_yaml("a:\n- 1\n- b: x", "b.yaml")
    other = read_yaml("a: [true, {b: x}]", "a.yaml")
    assert (True, False) == (one.node == two.node, one.node == other.node)


def test_pickle() -> None:
    """A tree survives pickling with its places."""
    node = read_yaml("a:\n  b: 1", "a.yaml").node
    assert node is not None
    copy = pickle.loads(pickle.dumps(node))  # noqa: S301 - our own bytes
    assert (node, node.place(), node.source) == (copy, copy.place(), copy.source)


def test_key_place() -> None:
    """The key's place is that of the value when there is no key."""
    node = read_yaml("a:\n  bc: [7]", "x.yaml").node
    assert node is not None
    assert isinstance(node.value, dict)
    inner = node.value["a"]
    assert (Place("x.yaml", 2, 3, ("a",)), Place("x.yaml", 1, 1)) == (inner.place(("a",)), inner.key_place())
    assert Place("x.yaml", 1, 1) == node.key_place()


def test_character_without_text() -> None:
    """A character of data from Python has the place of its value."""
    node = from_python("x + y", SourceFile("plugin")).node
    assert node is not None
    assert Place("plugin", path=("when",)) == place_of_character(node, 2, ("when",))
