"""`laget draw`: a municipality's rules as a picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from laget.cli.options import UnusableError, lang_option, on_option, registry_of, today
from laget.pictures import PICTURES


@click.command("draw", short_help="A municipality's rules as a picture.")
@click.argument("municipality")
@click.argument("picture", type=click.Choice([*PICTURES]))
@on_option()
@lang_option
@click.option("--output", metavar="FILE", help="Write the picture to FILE (default: standard output).")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context, municipality: str, picture: str, *, on: date | None, language: str, output: str | None
) -> None:
    """The rules of MUNICIPALITY as PICTURE, an SVG document.

    The pictures are without a case: what depends on one is shown as open. What the source does not
    say is shown as silence.
    """
    from laget.pictures import draw

    drawn = draw(registry_of(ctx)[municipality].handbook(on or today()), picture, language)
    if output is None:
        click.echo(drawn, nl=False)
    else:
        _write(Path(output), drawn)


def _write(path: Path, text: str) -> None:
    """Write the same bytes on every system."""
    try:
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        why = (error.strerror or "it is closed").lower()
        message = f"«{path}» cannot be written: {why}; name a file in a folder that you can write to"
        raise UnusableError(message) from None
