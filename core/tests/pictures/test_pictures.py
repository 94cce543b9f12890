"""Pictures of the fiction: whole, readable, the same every time, and silent where the source is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from laget.model.handbook import Handbook
from laget.pictures import PICTURES, draw
from laget.plugins import FolderPlugin
from laget.registry import Registry
from laget.texts import say

from .drawn import drawn

LARGEST = 200_000
"""The greatest size of a picture, in bytes."""
every_picture = pytest.mark.parametrize("name", PICTURES)
both_languages = pytest.mark.parametrize("language", ["nb", "nn"])


@every_picture
@both_languages
def test_a_picture_says_what_it_is(handbook: Handbook, name: str, language: str) -> None:
    """A picture has a title, a description and its language before everything else."""
    found = drawn(draw(handbook, name, language))
    assert ("title", "desc", language) == (
        *(child.tag.rpartition("}")[2] for child in found.root[:2]),
        found.root.get("lang"),
    )
    assert "" not in (found.title.strip(), found.description.strip())


@pytest.mark.parametrize("name", ["levels", "routes", "coordination"])
@both_languages
def test_title_and_description_are_in_the_language(handbook: Handbook, name: str, language: str) -> None:
    """What laget itself says is in the language that is asked for."""
    found = drawn(draw(handbook, name, language))
    assert say(f"picture_{name}_title", language, name="Lia") == found.title
    assert found.description.startswith(say(f"picture_{name}_desc", language))


@every_picture
def test_the_same_handbook_gives_the_same_bytes(
    handbook: Handbook, fiction_folder: Path, today: date, name: str
) -> None:
    """Two handbooks of the same rules are drawn alike, to the byte."""
    again = Registry.of([FolderPlugin(fiction_folder)])["lia"].handbook(today)
    assert draw(handbook, name) == draw(again, name)


@every_picture
def test_a_picture_is_small(handbook: Handbook, name: str) -> None:
    """A picture is never larger than 200 kB."""
    assert len(draw(handbook, name).encode()) <= LARGEST


@every_picture
@both_languages
@pytest.mark.parametrize("municipality", ["lia", "vik"])
def test_text_can_be_read(
    fiction: Registry, today: date, municipality: str, name: str, language: str
) -> None:
    """No text runs out of the picture, and none stands on top of another."""
    found = drawn(draw(fiction[municipality].handbook(today), name, language))
    assert ([], []) == (found.outside, found.overlaps)


def test_there_is_no_other_picture(handbook: Handbook) -> None:
    """A name that is no picture is met with those that are."""
    with pytest.raises(
        ValueError, match="there is no picture «map»: the pictures are services, levels, routes"
    ):
        draw(handbook, "map")


def test_there_is_no_other_language(handbook: Handbook) -> None:
    """A language that laget does not write is refused."""
    with pytest.raises(ValueError, match="there is no language «en»"):
        draw(handbook, "levels", "en")
