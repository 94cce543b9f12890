"""Entry points are added to project files however those are written, or not at all."""

from __future__ import annotations

import tomllib

import pytest

from laget.scaffold import CannotFoundError
from laget.scaffold.entries import with_entries

WANTED = {"laget": {"vik": "laget_lia:plugin"}, "laget.numbers": {"9902": "vik"}}

WRITTEN = [
    "",
    "[project]\nname = 'x'",
    "[project.entry-points.laget]\nlia = 'laget_lia:plugin'\n\n# About what follows.\n[tool.x]\ny = 1\n",
    '[project.entry-points."laget"] # ours\nlia = "a:b"\n[project.entry-points."laget.numbers"]\n',
    "[ project . entry-points . laget ]\n\na = 'b:c'\n\n[project.entry-points.'laget.numbers']\n9901 = 'lia'",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_entries_are_added(text: str) -> None:
    """The entries that are missing are added, and every line stays where it was."""
    added = with_entries(text, WANTED)
    groups = tomllib.loads(added)["project"]["entry-points"]
    lines = iter(added.splitlines())
    assert ("laget_lia:plugin", "vik") == (groups["laget"]["vik"], groups["laget.numbers"]["9902"])
    assert all(line in lines for line in text.splitlines())


@pytest.mark.parametrize("text", WRITTEN)
def test_adding_again_changes_nothing(text: str) -> None:
    """What has been added is not added again, and a value that is there is kept."""
    added = with_entries(text, WANTED)
    assert added == with_entries(added, {**WANTED, "laget": {"vik": "another:plugin"}})


@pytest.mark.parametrize(
    "text",
    [
        "[project]\nentry-points = {laget = {lia = 'a:b'}}\n",
        "[project]\nentry-points.laget.lia = 'a:b'\n",
        "[project\n",
    ],
)
def test_what_cannot_be_added_to_is_said(text: str) -> None:
    """A project file that can't be added to for certain is refused, with the lines to add by hand."""
    with pytest.raises(
        CannotFoundError, match=r'add these by hand .* vik = "laget_lia:plugin", 9902 = "vik"'
    ):
        with_entries(text, WANTED)
