"""`laget check --watch`: the check again after each change, with what is new and what is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from laget.cli.checking import Asked, baseline_of, exit_code
from laget.cli.options import today
from laget.cli.places import located
from laget.errors import InvalidDocumentsError
from laget.linting import lint
from laget.linting.baseline import Comparison, compare
from laget.linting.watching import Stamps, folders_of, stamps_of, watch
from laget.render.findings import findings_text, round_text
from laget.testing.inspecting import Inspector

if TYPE_CHECKING:
    from laget.findings import Finding
    from laget.registry import Registry


def watch_layers(registry: Registry, ids: Sequence[str], asked: Asked, wait: Callable[[], None]) -> int:
    """Check layers until Ctrl-C, and give the exit code of the last round.

    `wait` is called between two looks at the files; what it raises ends the watch.
    """
    baseline = baseline_of(asked.baseline)
    current, last = registry, Comparison((), (), ())

    def check() -> Sequence[Finding]:
        nonlocal current, last
        current = current.renewed()
        try:
            findings = lint(current, ids, asked.on, Inspector(today())).findings
        except InvalidDocumentsError as error:  # with `--on` a layer that cannot be read has no date
            findings = error.findings
        last = compare(findings, baseline)
        return last.new

    def stamps() -> Stamps:
        return stamps_of(folders_of(current, ids))

    with suppress(KeyboardInterrupt):
        for number, each in enumerate(watch(check, stamps, wait)):
            if number == 0:
                click.echo(findings_text(each.findings, located, notes=asked.notes))
                click.echo("\nwaiting for changes; end with Ctrl-C")
            else:
                click.echo(f"\n{round_text(each, located, notes=asked.notes)}")
    return exit_code(last)
