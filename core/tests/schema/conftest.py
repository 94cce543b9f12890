"""What the tests of schemas share: validators that also judge dates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SUFFIX = ".schema.json"


@pytest.fixture(scope="session")
def committed() -> dict[str, Any]:
    """Give the schemas that lie in the package, by kind."""
    folder = files("laget") / "schemas"
    return {
        path.name.removesuffix(SUFFIX): json.loads(path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if path.name.endswith(SUFFIX)
    }


@pytest.fixture(scope="session")
def validators(committed: Mapping[str, Any]) -> dict[str, Draft202012Validator]:
    """Give a validator for each kind."""
    checker = Draft202012Validator.FORMAT_CHECKER
    return {kind: Draft202012Validator(schema, format_checker=checker) for kind, schema in committed.items()}
