"""`laget test`: runs the cases that plugins ship, and tells how well they cover the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.model.coverage import Coverage
    from laget.municipality import Municipality
    from laget.render.results import Progress, ResultRow


@click.command("test", short_help="Run the cases that plugins ship.")
@click.argument("targets", metavar="[TARGET]...", nargs=-1)
@click.option(
    "--coverage", "covered", is_flag=True, help="Also which rules some case meets, fails and leaves."
)
@format_option
@click.pass_context
def command(ctx: click.Context, targets: tuple[str, ...], *, covered: bool, form: str) -> int:
    """Run the cases of the layers TARGET, or of all that are installed, each on its own date.

    Exits with 1 when a case fails, when cases cannot be run, or when a named layer has none.

    With --coverage, for each rule of the layers how many cases meet it, fail it and leave it
    unknown; it exits with 1 too when that is less than a layer's plugin asks for.
    """
    from laget.cli.places import located
    from laget.documents.identity import redact
    from laget.errors import LagetError
    from laget.render.results import Results, results_text

    registry = registry_of(ctx)
    rows: list[ResultRow] = []
    coverage: list[Coverage] = []
    progress: list[Progress] = []
    problems: list[str] = []
    for asked in [registry[target] for target in targets or registry]:
        try:
            found = _run(asked)
            coverage += _coverage(asked) if covered else ()
        except LagetError as error:
            problems.append(redact(str(error)))
            continue
        rows += found
        progress += _progress(asked)
        if targets and not found and not covered:
            problems.append(f"{asked.id}: its plugins ship no cases")
    problems += [_too_little(found) for found in coverage if not found.is_enough]
    failed = sum(bool(row.mismatches) for row in rows)
    results = Results(
        passed=len(rows) - failed,
        failed=failed,
        cases=tuple(rows),
        problems=tuple(dict.fromkeys(problems)),
        progress=tuple(progress),
        coverage=tuple(coverage),
    )
    show(results_text(results, located), results, form)
    return int(bool(failed or problems))


def _too_little(found: Coverage) -> str:
    return f"{found.layer}: the rule coverage is {found.percent} %, and {found.threshold} % is asked for"


def _coverage(asked: Municipality) -> Iterator[Coverage]:
    from laget.testing.coverage import coverage

    yield coverage(asked)


def _progress(asked: Municipality) -> Iterator[Progress]:
    """Give how far a municipality has come today; nothing for a wider layer, or outside its time."""
    from laget.errors import NoLongerValidError, NotYetValidError
    from laget.render.questions import silence_map
    from laget.render.results import progress_of

    if not asked.is_municipality:
        return
    try:
        yield progress_of(silence_map(asked.handbook(today())))
    except (NoLongerValidError, NotYetValidError):
        return


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
