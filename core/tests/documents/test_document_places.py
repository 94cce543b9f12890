"""From a character of a value to the character of the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.documents.json_reader import read_json
from laget.documents.places import place_of_character
from laget.documents.tree import Node
from laget.documents.yaml_reader import read_yaml

WRITTEN = [
    "w: {x}",
    "w: '{x}'",
    'w: "{x}"',
    "w: |\n  {x}\n",
    "w: >-   # why\n\n  {x}\n\n# after @\n",
    "a: 1\r\nw: |+2\r\n   {x}\r\n\r\n",
]


def _value(text: str) -> Node:
    node = read_yaml(text, "a.yaml").node
    assert node is not None
    assert isinstance(node.value, dict)
    return node.value["w"]


def _character_at(text: str, place: tuple[int, int]) -> str:
    return text.split("\n")[place[0] - 1][place[1] - 1]


@pytest.mark.parametrize("written", WRITTEN)
def test_expression(written: str) -> None:
    """In each style, also over several lines, a name of an expression is found where it is written."""
    text = written.replace("{x}", "age < 18\n    and @ > æøå")
    node = _value(text)
    assert isinstance(node.value, str)
    place = place_of_character(node, node.value.index("@"), ("w",))
    assert ("@", ("w",)) == (_character_at(text, (place.line, place.column)), place.path)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("w: 'it''s ''@'''", "@"),
        ("w: '@''x'", "x"),
        (r'w: "\"\\\t\x20\u0020\U00000020\n \x41@"', "@"),
        ('w: "a\\\n   b\\  @"', "@"),
        ('w: "a\n\n   b @"', "@"),
        (r'w: "\_\0@"', "@"),
    ],
)
def test_escapes(text: str, wanted: str) -> None:
    """Doubled quotes, escapes and folded line ends are passed over."""
    node = _value(text)
    assert isinstance(node.value, str)
    place = place_of_character(node, node.value.index(wanted))
    assert wanted == _character_at(text, (place.line, place.column))


def test_surrogate_pair_in_json() -> None:
    """Two escapes of JSON that make one character count as one."""
    node = read_json(r'"\ud83d\ude00\/@"', "a.json").node
    assert node is not None
    assert place_of_character(node, 2).column == 16


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("w: ab cd", 2, (1, 6)),
        ("w: ab cd", 5, (1, 9)),
        ("w: ab cd", 99, (1, 9)),
        ("w: '  ab'", 0, (1, 7)),
        ("w: ''", 0, (1, 4)),
        ("w: |", 0, (1, 4)),
        ("w: 1.10", 2, (1, 6)),
        ("w: [a]", 0, (1, 4)),
        ("w: >-\n  ab\n  cd", 2, (2, 5)),
    ],
)
def test_edges(text: str, offset: int, place: tuple[int, int]) -> None:
    """A blank or the end has the place after the character before it; an empty text that of its value."""
    found = place_of_character(_value(text), offset)
    assert place == (found.line, found.column)


words = st.lists(st.text("abæ'\"\\#:@&", min_size=1, max_size=5), min_size=1, max_size=6)


@settings(max_examples=100)
@given(words, st.sampled_from(["'", '"', "|", ">"]), st.data())
def test_every_character(parts: list[str], style: str, data: st.DataObject) -> None:
    """Every character that needs no escape is found at its place, in every style."""
    blanks = st.sampled_from([" ", "\n  "])
    body = parts[0] + "".join(data.draw(blanks) + part for part in parts[1:])
    written = {
        "'": "'" + body.replace("'", "''") + "'",
        '"': '"' + body.replace("\\", "\\\\").replace('"', '\\"') + '"',
    }.get(style, f"{style}-\n  {body}")
    text = f"w: {written}\n"
    node = _value(text)
    assert isinstance(node.value, str)
    for offset, character in enumerate(node.value):
        if character not in " \n\"\\'":
            place = place_of_character(node, offset)
            assert character == _character_at(text, (place.line, place.column))
