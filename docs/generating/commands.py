"""The page of commands: each with its usage, its help and its options, as the program says them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Final

import click

from laget.cli import main

HEAD: Final = """\
# Commands: every command and every option

Made by `python -m docs.generating` from the program's own help; a change there is a change here.
[The guide](../commands.md) tells when to use which, with examples. MUNICIPALITY is an id, a number or
a name. Every command has `--help`.

| command | for |
| --- | --- |
"""

WIDTH: Final = 80
"""The width of a usage, whatever the terminal's."""

SPELT_OUT: Final = {"|": "\\|", "\n": " ", "  [": " ["}
"""What a cell of a table cannot hold as it is."""


def commands_page() -> str:
    """Give the page."""
    context = click.Context(main, info_name="laget", terminal_width=WIDTH)
    found = [(name, main.get_command(context, name)) for name in main.list_commands(context)]
    commands = [(command, click.Context(command, context, name)) for name, command in found if command]
    rows = "".join(
        f"| [`{within.command_path}`](#{within.command_path.replace(' ', '-')}) | {_short(command)} |\n"
        for command, within in commands
    )
    sections = [_section(main, context), *(_section(command, within) for command, within in commands)]
    return HEAD + rows + "".join(sections)


def _short(command: click.Command) -> str:
    return command.get_short_help_str(limit=200)


def _section(command: click.Command, context: click.Context) -> str:
    usage = context.get_usage().removeprefix("Usage: ")
    told = inspect.cleandoc(command.help or "").replace("\b\n", "")
    rows = "".join(_rows(command, context))
    return (
        f"\n## `{context.command_path}`\n\n```text\n{usage}\n```\n\n{told}\n\n"
        f"| option | meaning |\n| --- | --- |\n{rows}"
    )


def _rows(command: click.Command, context: click.Context) -> Iterator[str]:
    """Give a row for each option but `--help`; what an argument is, the help says."""
    for param in command.params:
        record = param.get_help_record(context)
        if isinstance(param, click.Option) and record is not None:
            written, meaning = map(_cell, record)
            yield f"| `{written}` | {meaning} |\n"


def _cell(text: str) -> str:
    for sign, spelt in SPELT_OUT.items():
        text = text.replace(sign, spelt)
    return text
