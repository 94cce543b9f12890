"""`laget assess`: what the rules of a municipality say about a case."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.options import format_option, lang_option, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.cases import Draft


@click.command("assess", short_help="What the rules say about a case, and why.")
@click.argument("municipality")
@click.argument("case")
@on_option("The date asked about (default: the case's own, or today).")
@lang_option
@format_option
@click.option("--all", "whole", is_flag=True, help="Show everything in full.")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    case: str,
    *,
    on: date | None,
    language: str,
    form: str,
    whole: bool,
) -> None:
    """What the rules of MUNICIPALITY say about CASE, and why.

    CASE is a YAML or JSON file, or - for standard input. The text begins with what is applied
    for, each answer with what is likely and what that assumes.
    """
    asked = registry_of(ctx)[municipality]
    draft = draft_from(case)
    date_asked = on or draft.case.on or today()
    assessment = asked.assess(draft, date_asked, language)
    from laget.render.assessment import assessment_text

    applied_for = [application.id for application in draft.case.applies_for]
    text = assessment_text(assessment, asked.handbook(date_asked), applied_for, language, whole=whole)
    show(text, assessment, form)


def draft_from(case: str) -> Draft:
    """Read a case from a file, or from standard input; raises `InvalidCaseError`."""
    from pathlib import Path

    from laget.cases import read_case

    return _standard_input() if case == "-" else read_case(Path(case))


def _standard_input() -> Draft:
    """Read YAML or JSON: what begins like JSON is read as JSON, unless it is YAML after all."""
    from laget.cases import draft_of_text
    from laget.documents.json_reader import read_json
    from laget.documents.limits import MAX_BYTES
    from laget.documents.yaml_reader import read_yaml

    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    reading = read_yaml(data, "standard input")
    if reading.findings and data.lstrip().startswith(b"{"):
        as_json = read_json(data, "standard input")
        reading = as_json if as_json.node is not None else reading
    return draft_of_text(reading, data, "standard input")
