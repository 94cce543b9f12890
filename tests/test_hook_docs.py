"""Hooks, public names and commands are documented, with the signatures and options that they have."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

import laget
from laget import hookspecs
from laget.cli import COMMANDS, main

HOOKS: dict[str, Callable[..., object]] = {
    name: found for name, found in vars(hookspecs).items() if name.startswith("laget_")
}
"""Every hook by its name."""


@pytest.fixture(scope="module")
def pages(root: Path) -> str:
    """Give the text of all pages that a reader may meet."""
    found = [root / "README.md", *sorted((root / "docs").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in found)


@pytest.fixture(scope="module")
def command_sections(root: Path) -> dict[str, str]:
    """Give the sections of the page about commands, by the command in their heading."""
    text = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = re.split(r"^## `laget (\w+)`\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(sections[::2], sections[1::2], strict=True))


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_hook_has_a_heading_with_its_signature(name: str, root: Path) -> None:
    """A hook has a heading with its exact signature in the reference of hooks."""
    text = (root / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
    signature = str(inspect.signature(HOOKS[name])).replace("'", "")
    assert f"### `{name}{signature}`\n" in text


def test_reference_has_no_hook_that_is_not_there(root: Path) -> None:
    """Every hook that the reference has a heading for exists."""
    text = (root / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
    assert sorted(HOOKS) == sorted(re.findall(r"^### `(laget_\w+)\(", text, re.MULTILINE))


@pytest.mark.parametrize("name", laget.__all__)
def test_public_name_is_documented(name: str, pages: str) -> None:
    """A name that `laget` exports is written about in the documentation."""
    assert re.search(rf"`[^`\n]*\b{name}\b|^[^#\n]*laget\.{name}\b", pages, re.MULTILINE)


def test_every_command_has_a_section(command_sections: dict[str, str]) -> None:
    """The page about commands has a section for each command, in the order of the program's help."""
    assert list(COMMANDS) == list(command_sections)


@pytest.mark.parametrize("name", COMMANDS)
def test_section_lists_every_option(name: str, command_sections: dict[str, str]) -> None:
    """A command's section lists its options, all of them and no others."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    options = {option for found in command.params for option in found.opts if option.startswith("--")}
    assert options == set(re.findall(r"^- `(--[\w-]+)`", command_sections[name], re.MULTILINE))


def test_reference_has_every_command_with_every_option(root: Path) -> None:
    """The reference of commands has each command in the order of the help, with all of its options."""
    text = (root / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    sections = re.split(r"^## `laget (\w+)`\n", text, flags=re.MULTILINE)[1:]
    written = {
        name: sorted(re.findall(r"^\| `(--[\w-]+)", section, re.MULTILINE))
        for name, section in zip(sections[::2], sections[1::2], strict=True)
    }
    found = {name: main.get_command(click.Context(main), name) for name in COMMANDS}
    options = {
        name: sorted(param.opts[0] for param in command.params if isinstance(param, click.Option))
        for name, command in found.items()
        if command is not None
    }
    assert options == written
