"""Bad cases in three forms: a YAML file, a JSON file, and plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from laget.errors import InvalidCaseError
from laget.findings import Finding
from laget.municipality import Municipality

FORMS = ("yaml", "json", "data")


def written(case: Mapping[str, Any], form: str, folder: Path) -> Path | Mapping[str, Any]:
    """Give a case in a form."""
    if form == "data":
        return case
    path = folder / f"sak.{form}"
    text = json.dumps(case) if form == "json" else yaml.safe_dump(dict(case), sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def refused(place: Municipality, case: Path | Mapping[str, Any]) -> InvalidCaseError:
    """Give the error that a case is refused with."""
    with pytest.raises(InvalidCaseError) as caught:
        place.assess(case)
    return caught.value


def only(error: InvalidCaseError) -> Finding:
    """Give the one finding of an error."""
    (finding,) = error.findings
    return finding
