"""What the tests of Holtålen share: the municipality as it is installed."""

from __future__ import annotations

import pytest

import laget
from laget import Municipality


@pytest.fixture(scope="session")
def holtalen() -> Municipality:
    """Give Holtålen."""
    return laget.discover()["holtalen"]
