"""A new plugin: from what is asked for to files on disk that already pass their own checks.

Reads a `Wish` (layers, documents, a name) and what is installed; gives files. It adds and never
overwrites: what is there keeps every line that it has.
"""

from __future__ import annotations

from laget.scaffold.ground import Ground, ground_at
from laget.scaffold.planning import Plan, plan_of
from laget.scaffold.reading import (
    document_of,
    municipality_of,
    region_of,
)
from laget.scaffold.refusals import CannotFoundError
from laget.scaffold.wishes import NewDocument, NewLayer, Surroundings, Wish
from laget.scaffold.writing import Written, write

__all__ = [
    "CannotFoundError",
    "Ground",
    "NewDocument",
    "NewLayer",
    "Plan",
    "Surroundings",
    "Wish",
    "Written",
    "document_of",
    "ground_at",
    "municipality_of",
    "plan_of",
    "region_of",
    "write",
]
