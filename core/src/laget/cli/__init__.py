"""The command line: `laget COMMAND`. Thin: it reads what is asked for, calls, and shows.

Each command has a module, imported when the command is asked for; a command imports what it
needs when it runs. Exit codes: 0 fine, 1 errors, warnings or failed cases, 2 wrong use or
unusable input, 3 an error in laget itself.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from laget.documents.identity import redact
from laget.errors import LagetError

COMMANDS = {
    "list": "listing",
    "show": "showing",
    "facts": "vocabulary",
    "terms": "naming",
    "assess": "assessing",
    "route": "routing",
    "timeline": "ageing",
    "calendar": "planning",
    "diff": "comparing",
    "move": "moving",
    "draw": "drawing",
    "form": "filling",
    "check": "checking",
    "test": "testing",
}
"""Every command, with the module that has it."""

UNUSABLE = 2
"""The exit code for wrong use and for input that cannot be used."""

BROKEN = 3
"""The exit code for an error in laget itself."""

STOPPED = 130
"""The exit code when the user stops it."""


class Commands(click.Group):
    """The commands, each imported when it is asked for; says every error without repeating the case."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of all commands, in the order of their help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; `None` for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"laget.cli.{COMMANDS[cmd_name]}").command
        return command

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command and exit with its code."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a console without our signs shows others
        sys.exit(self._code(*args, **{**settings, "standalone_mode": False}))

    def _code(self, *args: Any, **settings: Any) -> int:
        try:
            return int(super().main(*args, **settings) or 0)
        except click.Abort:
            return STOPPED
        except click.ClickException as error:
            return _said(_misused(error), error.exit_code)
        except LagetError as error:
            return _said(redact(str(error)), UNUSABLE)
        except OSError as error:
            return _said(f"the output cannot be written: {(error.strerror or 'closed').lower()}", UNUSABLE)
        except Exception as error:
            if os.environ.get("LAGET_DEBUG") == "1":
                raise
            return _said(_unexpected(error), BROKEN)


def _said(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _misused(error: click.ClickException) -> str:
    """Say what is wrong with the use, with the usage of the command where that is known."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = f"{context.get_usage()}\n\n" if context else ""
    return f"{usage}error: {redact(error.format_message())}"


def _unexpected(error: Exception) -> str:
    return (
        f"laget failed ({type(error).__name__}). "
        "This is an error in laget, not in your data: please report it. "
        "What it was about is not shown, since a case may be part of it; "
        "with LAGET_DEBUG=1 the whole trace is shown."
    )


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="laget")
@click.pass_context
def main(ctx: click.Context) -> int:
    """What a municipality's rules say about help to a child, and why.

    MUNICIPALITY is an id, a number or a name; `laget list` shows those that are installed.
    The answer is an assessment that guides a person who decides, never a decision.
    """
    if ctx.invoked_subcommand is not None:
        return 0
    click.echo(ctx.get_help(), err=True)
    return UNUSABLE
