"""`laget sweep`: what changes in an answer while one fact goes through all values that matter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import (
    UnusableError,
    format_option,
    lang_option,
    nearest,
    on_option,
    registry_of,
    show,
    today,
)

if TYPE_CHECKING:
    from laget.model.handbook import Handbook


@click.command("sweep", short_help="How an answer follows one fact, step by step.")
@click.argument("municipality")
@click.argument("entitlement", metavar="ID")
@click.argument("fact")
@click.argument("case", required=False)
@on_option("The date asked about (default: the case's own, or today).")
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    entitlement: str,
    fact: str,
    case: str | None,
    *,
    on: date | None,
    language: str,
    form: str,
) -> None:
    """How the answer about ID in MUNICIPALITY follows FACT, all else being as CASE says.

    Every value at which a rule can change is tried. The steps tell where the answer changes and
    which criteria do; last come the criteria that never change. Without CASE nothing else is known.
    """
    from laget.render.sweep import sweep_text

    asked = registry_of(ctx)[municipality]
    draft = draft_from(case) if case else None
    day = on or (draft.case.on if draft else None) or today()
    handbook = asked.handbook(day)
    _require_known(handbook, entitlement, fact)
    found = asked.sweep(entitlement, fact, draft, day, language)
    show(sweep_text(found, handbook, language), found, form)


def _require_known(handbook: Handbook, entitlement: str, fact: str) -> None:
    """Require something that is assessed, and a fact that a case can say."""
    name = handbook.layer.name
    assessed = [found.id for found in handbook.entitlements.values() if found.grounds]
    if entitlement not in assessed:
        message = f"{name} has no criteria for «{entitlement}»: {nearest(entitlement, assessed)}"
        raise UnusableError(message)
    if fact not in handbook.facts:
        hint = nearest(fact, handbook.facts, f"laget facts {handbook.layer.id}")
        raise UnusableError(f"{name} has no fact «{fact}»: {hint}")
    if fact in handbook.given:
        raise UnusableError(f"«{fact}» cannot be varied: {name} gives it for all cases")
    if handbook.facts[fact].observed is not None:
        raise UnusableError(f"«{fact}» cannot be varied: it is seen in the group and the meetings of a case")
