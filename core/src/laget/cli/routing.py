"""`laget route`: who does each step of the way for an entitlement or an offer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import UnusableError, format_option, nearest, on_option, registry_of, show, today

if TYPE_CHECKING:
    from laget.model.answers import Assessment, EntitlementAnswer, OfferAnswer, RouteAnswer


@click.command("route", short_help="Who does each step, from contact to appeal.")
@click.argument("municipality")
@click.argument("entitlement_id", metavar="ID")
@click.option("--step", metavar="STEP", help="Show this step alone.")
@click.option("--case", metavar="CASE", help="A case file, or - for standard input.")
@on_option("The date asked about (default: the case's own, or today).")
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    entitlement_id: str,
    *,
    step: str | None,
    case: str | None,
    on: date | None,
    form: str,
) -> None:
    """Who does each step for ID, an entitlement or an offer of MUNICIPALITY.

    Without a case, only what is settled for everybody is settled; what depends on the case is
    shown with the facts that settle it.
    """
    from laget.cases import read_case
    from laget.render.route import route_text

    asked = registry_of(ctx)[municipality]
    draft = draft_from(case) if case else read_case({})
    date_asked = on or draft.case.on or today()
    answer = _answer(asked.assess(draft, date_asked), entitlement_id)
    route = _steps(answer, step)
    show(route_text(answer.name, route, asked.handbook(date_asked), date_asked), route, form)


def _answer(assessment: Assessment, wanted: str) -> EntitlementAnswer | OfferAnswer:
    found: list[EntitlementAnswer | OfferAnswer] = [*assessment.entitlements, *assessment.offers]
    answers = {answer.id: answer for answer in found}
    if wanted not in answers:
        name = assessment.municipality.name
        message = f"{name} has no service, role, plan or group «{wanted}»: {nearest(wanted, answers)}"
        raise UnusableError(message)
    return answers[wanted]


def _steps(answer: EntitlementAnswer | OfferAnswer, step: str | None) -> tuple[RouteAnswer, ...]:
    if step is None:
        return answer.route
    steps = [found.step for found in answer.route]
    if step not in steps:
        raise UnusableError(f"there is no step «{step}»: the steps are {', '.join(steps)}")
    return tuple(found for found in answer.route if found.step == step)
