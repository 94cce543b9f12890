"""`laget test`: runs the cases that plugins ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, registry_of, show

if TYPE_CHECKING:
    from laget.municipality import Municipality
    from laget.render.results import ResultRow


@click.command("test", short_help="Run the cases that plugins ship.")
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@format_option
@click.pass_context
def command(ctx: click.Context, targets: tuple[str, ...], *, form: str) -> int:
    """Run the cases of the layers TARGET, or of all that are installed, each on its own date.

    Exits with 1 when a case fails, when cases cannot be run, or when a named layer has none.
    """
    from laget.documents.identity import redact
    from laget.errors import LagetError
    from laget.render.results import Results, results_text

    registry = registry_of(ctx)
    rows: list[ResultRow] = []
    problems: list[str] = []
    for asked in [registry[target] for target in targets or registry]:
        try:
            found = _run(asked)
        except LagetError as error:
            problems.append(redact(str(error)))
            continue
        rows += found
        if targets and not found:
            problems.append(f"{asked.id}: its plugins ship no cases")
    failed = sum(bool(row.mismatches) for row in rows)
    results = Results(
        passed=len(rows) - failed, failed=failed, cases=tuple(rows), problems=tuple(dict.fromkeys(problems))
    )
    show(results_text(results), results, form)
    return int(bool(failed or problems))


def _run(asked: Municipality) -> list[ResultRow]:
    from laget.cli.places import located
    from laget.render.results import ResultRow
    from laget.testing import examples, run

    return [
        ResultRow(
            layer=asked.id,
            case=example.id,
            shows=example.shows,
            file=located(example.file),
            line=example.line,
            mismatches=tuple(str(mismatch) for mismatch in run(asked, example)),
        )
        for example in examples(asked)
    ]
