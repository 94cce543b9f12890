"""`laget check`: everything that is wrong with the documents of layers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.findings import Finding
    from laget.registry import Registry


@click.command("check", short_help="What is wrong with the documents.")
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@on_option("Check what holds on this date (default: every date).")
@click.option("--notes", is_flag=True, help="Show notes too, and not only how many there are.")
@format_option
@click.pass_context
def command(ctx: click.Context, targets: tuple[str, ...], *, on: date | None, notes: bool, form: str) -> int:
    """Everything that is wrong with the layers TARGET, or with all that are installed.

    Errors of the layers that a target extends are shown with it. Exits with 1 when there is an
    error or a warning; notes never do that.
    """
    from laget.cli.places import located
    from laget.findings import Severity, in_order
    from laget.render.findings import finding_rows, findings_text

    registry = registry_of(ctx)
    ids = tuple(dict.fromkeys(registry[target].id for target in targets)) or tuple(registry)
    findings = in_order(found for id_ in ids for found in _findings(registry, id_, ids, on))
    show(findings_text(findings, located, notes=notes), finding_rows(findings, located), form)
    return int(any(found.severity is not Severity.NOTE for found in findings))


def _findings(registry: Registry, id_: str, named: tuple[str, ...], on: date | None) -> list[Finding]:
    """Give the findings of a layer; those of a layer it extends only when that is named, or for errors."""
    from laget.findings import Severity

    wider = [name for name in _extended(registry, id_) if name not in named]
    others = {found for name in wider for found in _own(registry, name, on)}
    errors = [found for found in others if found.severity is Severity.ERROR]
    return [*errors, *(found for found in _own(registry, id_, on) if found not in others)]


def _extended(registry: Registry, id_: str) -> list[str]:
    from laget.errors import LagetError

    try:
        return [loaded.layer.id for loaded in registry.chain(id_)][:-1]
    except LagetError:
        return []


def _own(registry: Registry, id_: str, on: date | None) -> tuple[Finding, ...]:
    from laget.testing.untouched import check_cases

    asked = registry[id_]
    if on is None:
        return (*asked.check(today()), *check_cases(asked))
    return (*registry.loaded(id_).findings, *asked.check_on(on))
