"""What tests of the core share: the fiction, a small invented country that no real one is behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.plugins import FolderPlugin
from laget.registry import Registry


@pytest.fixture(scope="session")
def fiction_folder() -> Path:
    """Give the folder of the fiction; `fiction/README.md` tells what is in it."""
    return Path(__file__).parent / "fiction"


@pytest.fixture(scope="session")
def fiction(fiction_folder: Path) -> Registry:
    """Give a registry of the fiction alone: nothing that is installed is in it."""
    return Registry.of([FolderPlugin(fiction_folder)])


@pytest.fixture(scope="session")
def lia(fiction: Registry) -> Municipality:
    """Give Lia, the fictional municipality that says most."""
    return fiction["lia"]


@pytest.fixture(scope="session")
def today() -> date:
    """Give the day that questions to the fiction are about when the day does not matter."""
    return date(2026, 3, 1)


@pytest.fixture(scope="session")
def handbook(lia: Municipality, today: date) -> Handbook:
    """Give Lia's handbook today."""
    return lia.handbook(today)
