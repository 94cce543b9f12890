"""What the commands have in common: their options, the clock, and the way out.

Reads what the user wrote; gives dates, the registry, and text or JSON on standard output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from laget.deprecations import Deprecations
    from laget.registry import Registry

F = TypeVar("F", bound=Callable[..., Any])


class UnusableError(click.ClickException):
    """What the user asks for is not there. Its text says what is."""

    exit_code = 2


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read a date; anything else is wrong use."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        message = f"«{value}» is no date; write it like 2026-03-01"
        raise click.BadParameter(message, ctx=ctx, param=param) from None


def on_option(text: str = "The date asked about (default: today).", name: str = "--on") -> Callable[[F], F]:
    """Give the option `--on`, or another one for a date, with what it means for the command."""
    return click.option(name, callback=_day, metavar="DATE", help=text)


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """Read a day with an hour, Norwegian wall time; anything else is wrong use."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.isoformat(timespec="minutes") != value or moment.tzinfo is not None:
        message = f"«{value}» is no time; write Norwegian time like 2027-05-17T12:00"
        raise click.BadParameter(message, ctx=ctx, param=param)
    return moment


at_option = click.option("--at", callback=_moment, metavar="TIME", help="Say who answers at this hour.")


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The form of the output.",
)


lang_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["nb", "nn"]),
    default="nb",
    show_default=True,
    help="The written language of what laget itself says.",
)


output_option = click.option(
    "--output",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file instead of standard output.",
)


def today() -> date:
    """Give the day it is here. The clock is read in this one place."""
    return datetime.now(UTC).astimezone().date()


def registry_of(ctx: click.Context) -> Registry:
    """Give the registry that was passed in, or else what is installed."""
    if ctx.obj is None:
        from laget.registry import discover

        ctx.obj = discover()
    registry: Registry = ctx.obj
    return registry


def show(text: str, value: object, form: str, deprecations: Deprecations | None = None) -> None:
    """Print an answer in the form that is asked for: its text, or its data as JSON.

    What is on its way out in the JSON is said beside it, on standard error.
    """
    from laget.deprecations import DEPRECATIONS, Promised
    from laget.plain import to_json

    if form != "json":
        click.echo(text.rstrip("\n"))
        return
    click.echo(to_json(value))
    for entry in (deprecations or DEPRECATIONS).still(Promised.CONTRACT, today()):
        click.echo(f"note: {entry.told()}", err=True)


def write(data: bytes, output: Path | None) -> None:
    """Write an answer to a file, or to standard output."""
    if output is None:
        click.echo(data, nl=not data.endswith(b"\n"))
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise UnusableError(f"{output} cannot be written: {reason}") from None


def nearest(wrong: str, known: Iterable[str], command: str = "laget show MUNICIPALITY") -> str:
    """Give near names as a hint; the command that lists all of them when none is near."""
    from laget.findings import did_you_mean

    return did_you_mean(wrong.casefold(), known) or f"`{command}` lists what there is"
