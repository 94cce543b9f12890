"""Pictures of everything that is installed can be read, and are the same every time."""

from __future__ import annotations

from datetime import date

import pytest
from core.tests.pictures.drawn import Drawn, drawn

import laget
from laget.pictures import PICTURES, draw

pytestmark = pytest.mark.once

DAY = date(2026, 3, 1)
LAYERS = sorted(laget.discover())
"""Everything that is installed: municipalities, regions and the nation."""
LARGEST = 200_000
"""The greatest size of a picture, in bytes."""


@pytest.fixture(scope="module")
def registry() -> laget.Registry:
    """Give what is installed."""
    return laget.discover()


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("layer", LAYERS)
def test_picture_can_be_read(registry: laget.Registry, layer: str, name: str, language: str) -> None:
    """No text runs out of a picture or stands on another; it has a title and a description, and is small."""
    picture = draw(registry[layer].handbook(DAY), name, language)
    found: Drawn = drawn(picture)
    assert ([], []) == (found.outside, found.overlaps)
    assert "" not in (found.title.strip(), found.description.strip())
    assert len(picture.encode()) <= LARGEST


@pytest.mark.parametrize("name", PICTURES)
def test_same_input_gives_the_same_bytes(name: str) -> None:
    """A picture of what was discovered again is the same, to the byte."""
    first, again = (draw(laget.discover()["norge"].handbook(DAY), name) for _ in range(2))
    assert first == again
