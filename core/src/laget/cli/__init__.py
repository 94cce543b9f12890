"""The command line: `laget COMMAND`. Thin: it reads what is asked for, calls, and shows.

Each command has a module, imported when the command is asked for; a command imports what it
needs when it runs. Exit codes: 0 fine, 1 errors, warnings or failed cases, 2 wrong use or
unusable input, 3 an error in laget itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from laget.documents.identity import redact
from laget.errors import LagetError

COMMANDS = {
    "list": "listing",
    "show": "showing",
    "facts": "vocabulary",
    "assess": "assessing",
    "route": "routing",
    "check": "checking",
    "test": "testing",
}
"""Every command, with the module that has it."""

UNUSABLE = 2
"""The exit code for wrong use and for input that cannot be used."""

BROKEN = 3
"""The exit code for an error in laget itself."""


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

    def main(self, args: Sequence[str] | None = None, **settings: Any) -> Any:
        """Run a command and exit with its code."""
        settings["standalone_mode"] = False
        if os.environ.get("LAGET_DEBUG") == "1":
            sys.exit(super().main(args, **settings) or 0)
        sys.exit(self._code(args, settings))

    def _code(self, args: Sequence[str] | None, settings: dict[str, Any]) -> int:
        try:
            return int(super().main(args, **settings) or 0)
        except click.Abort:
            return _said("stopped", BROKEN)
        except click.ClickException as error:
            error.message = redact(error.message)
            error.show()
            return error.exit_code
        except LagetError as error:
            return _said(redact(str(error)), UNUSABLE)
        except Exception as error:  # noqa: BLE001 - a traceback could repeat the case
            return _said(_unexpected(error), BROKEN)


def _said(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _unexpected(error: Exception) -> str:
    return (
        f"laget failed ({type(error).__name__}). This is an error in laget, not in your data: please report it. "
        "What it was about is not shown, since a case may be part of it; "
        "with LAGET_DEBUG=1 the whole trace is shown."
    )


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="laget")
def main() -> None:
    """What a municipality's rules say about help to a child, and why.

    MUNICIPALITY is an id, a number or a name; `laget list` shows those that are installed.
    The answer is an assessment that guides a person who decides, never a decision.
    """
