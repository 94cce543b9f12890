"""Examples: every key that people write has a title and a description, and a single value an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator

from laget.model.sections import KINDS

WRITTEN = (*KINDS, "cases", "case")
"""The schemas of what people write."""

Key = tuple[str, str, Mapping[str, Any], Mapping[str, Any]]


def keys(committed: Mapping[str, Any]) -> Iterator[Key]:
    """Give every key that people write: its class, its name, its shape and its schema."""
    for kind in WRITTEN:
        for name, definition in committed[kind]["$defs"].items():
            if not name.startswith("Expected"):
                for key, shape in definition.get("properties", {}).items():
                    yield name, key, shape, committed[kind]


def types(shape: Mapping[str, Any]) -> set[str]:
    """Give the JSON types that a key takes."""
    found = shape.get("type", [])
    return {found} if isinstance(found, str) else {*found}


def test_every_key_has_a_title_and_a_description(committed: Mapping[str, Any]) -> None:
    """An editor can say what every key is."""
    found = [
        (name, key) for name, key, shape, _ in keys(committed) if not {"title", "description"} <= shape.keys()
    ]
    assert [] == found


def test_every_single_value_has_an_example(committed: Mapping[str, Any]) -> None:
    """A key that takes a text, a number, a date or an expression has an example."""
    single = {"string", "number", "integer"}
    found = {
        f"{name}.{key}"
        for name, key, shape, _ in keys(committed)
        if "examples" not in shape and single & types(shape)
    }
    assert set() == found


def test_every_example_is_valid(committed: Mapping[str, Any]) -> None:
    """An example is a value that its own key takes."""
    checker = Draft202012Validator.FORMAT_CHECKER
    wrong = [
        f"{name}.{key}: {error.message}"
        for name, key, shape, schema in keys(committed)
        for example in shape.get("examples", [])
        for error in Draft202012Validator(
            {**shape, "$defs": schema["$defs"]}, format_checker=checker
        ).iter_errors(example)
    ]
    assert [] == wrong
