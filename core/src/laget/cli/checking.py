"""`laget check`: everything that is wrong with the documents of layers."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from laget.cli.options import UnusableError, on_option, registry_of, today, write

if TYPE_CHECKING:
    from collections import Counter

    from laget.linting import Report
    from laget.linting.baseline import Comparison, Known
    from laget.registry import Registry

PAUSE = 0.5
"""Seconds between two looks at the files, with `--watch`."""


@frozen(kw_only=True)
class Asked:
    """What the user asks of a check."""

    on: date | None = None
    notes: bool = False
    form: str = "text"
    watch: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None

    def refuse_contradictions(self) -> None:
        """Refuse options that do not go together."""
        if self.baseline and self.write_baseline:
            raise click.UsageError("use --baseline or --write-baseline, not both")
        if self.watch and (self.write_baseline or self.form != "text"):
            raise click.UsageError("--watch shows text; it goes with neither --format nor --write-baseline")


_file = partial(click.option, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")


@click.command("check", short_help="What is wrong with the documents.")
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@on_option("Check what holds on this date (default: every date).")
@click.option("--notes", is_flag=True, help="Show notes too, and not only how many there are.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="The form of the output; github is annotations of a build.",
)
@_file("--baseline", help="Let only findings that are not in this file decide.")
@_file("--write-baseline", help="Write what is found now to a file for --baseline.")
@click.option("--watch", is_flag=True, help="Check again after each change, until Ctrl-C.")
@click.option("--explain", metavar="CODE", help="Tell what a code means, and check nothing.")
@click.pass_context
def command(ctx: click.Context, /, targets: tuple[str, ...], explain: str | None, **options: Any) -> int:
    """Everything that is wrong with the layers TARGET, or with all that are installed.

    Errors of the layers that a target extends are shown with it. Exits with 1 when there is an
    error or a warning; notes never do that. What a plugin ignores with a reason is only counted.
    """
    if explain is not None:
        return _explain(explain)
    asked = Asked(**options)
    asked.refuse_contradictions()
    registry = registry_of(ctx)
    ids = tuple(dict.fromkeys(registry[target].id for target in targets)) or tuple(registry)
    if asked.watch:
        from time import sleep

        from laget.cli.watching import watch_layers

        return watch_layers(registry, ids, asked, partial(sleep, PAUSE))
    return _check(registry, ids, asked)


def _explain(code: str) -> int:
    from laget.cli.options import nearest
    from laget.explanations import codes, explanation

    if code not in codes():
        hint = nearest(code, codes(), "docs/checks/README.md")
        raise UnusableError(f"there is no code «{code}»: {hint}")
    click.echo(explanation(code).page.rstrip("\n"))
    return 0


def _check(registry: Registry, ids: tuple[str, ...], asked: Asked) -> int:
    from laget.linting import lint
    from laget.linting.baseline import compare, written
    from laget.testing.inspecting import Inspector

    report = lint(registry, ids, asked.on, Inspector(today()))
    if asked.write_baseline is not None:
        write(written(report.findings).encode(), asked.write_baseline)
        kept = len(compare(report.findings, baseline_of(asked.write_baseline)).known)
        click.echo(f"{kept} finding{'' if kept == 1 else 's'} written to {asked.write_baseline}")
        return 0
    compared = compare(report.findings, baseline_of(asked.baseline))
    _show(report, compared, asked)
    return exit_code(compared)


def exit_code(compared: Comparison) -> int:
    """Give 1 when something new is an error or a warning."""
    from laget.findings import Severity

    return int(any(found.severity is not Severity.NOTE for found in compared.new))


def baseline_of(path: Path | None) -> Counter[Known]:
    """Read a baseline; an empty one where there is no file to read."""
    from collections import Counter

    from laget.linting.baseline import UnreadableBaselineError, read

    if path is None:
        return Counter()
    try:
        return read(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise UnusableError(f"{path} cannot be read: {reason}; --write-baseline makes one") from None
    except UnicodeDecodeError:
        raise UnusableError(f"{path}: {UnreadableBaselineError('it is not UTF-8')}") from None
    except UnreadableBaselineError as error:
        raise UnusableError(f"{path}: {error}") from None


def _show(report: Report, compared: Comparison, asked: Asked) -> None:
    """Print what was found in the form that is asked for."""
    from laget.cli.places import located
    from laget.plain import to_json
    from laget.render.annotations import github_annotations
    from laget.render.findings import finding_rows, findings_text, stale_text
    from laget.render.sarif import sarif

    stale = stale_text(compared.stale) if report.complete else ""
    known = compared.known if asked.baseline else None
    match asked.form:
        case "json":
            text = to_json(finding_rows(report.findings, located, compared.known))
        case "sarif":
            text = to_json(sarif(report, located, _version(), known))
        case "github":
            text = github_annotations(compared.new, located, notes=asked.notes)
        case _:
            counted = beside(report, compared, asked)
            found = findings_text(compared.new, located, notes=asked.notes, beside=counted)
            text, stale = "\n\n".join(filter(None, [stale, found])), ""
    if text:
        click.echo(text)
    if stale:
        click.echo(stale, err=True)


def beside(report: Report, compared: Comparison, asked: Asked) -> list[str]:
    """Count what is not shown."""
    ignored = [f"{len(report.ignored)} ignored with a reason"] if report.ignored else []
    return [*ignored, *([f"{len(compared.known)} in the baseline"] if asked.baseline else [])]


def _version() -> str:
    from importlib.metadata import version

    return version("laget")
