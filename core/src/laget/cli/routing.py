"""`laget route`: who does each step of the way for an entitlement or an offer, or who answers at an hour."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from laget.cli.assessing import draft_from
from laget.cli.options import (
    UnusableError,
    at_option,
    format_option,
    lang_option,
    nearest,
    on_option,
    registry_of,
    show,
    today,
)

if TYPE_CHECKING:
    from laget.cases import Draft
    from laget.model.answers import Assessment, EntitlementAnswer, OfferAnswer, RotaAnswer, RouteAnswer
    from laget.model.handbook import Handbook
    from laget.municipality import Municipality


@click.command("route", short_help="Who does each step, from contact to appeal; who answers at an hour.")
@click.argument("municipality")
@click.argument("entitlement_id", metavar="ID")
@click.option("--step", metavar="STEP", help="Show this step alone.")
@at_option
@click.option("--case", metavar="CASE", help="A case file, or - for standard input.")
@on_option("The date asked about (default: the day of --at, the case's own, or today).")
@lang_option
@format_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    municipality: str,
    entitlement_id: str,
    *,
    step: str | None,
    at: datetime | None,
    case: str | None,
    on: date | None,
    language: str,
    form: str,
) -> None:
    """Who does each step for ID, an entitlement or an offer of MUNICIPALITY.

    Without a case, only what is settled for everybody is settled; what depends on the case is
    shown with the facts that settle it.

    With --at, who answers for ID at an hour, until when, and who before and after; ID may then
    be an office too.
    """
    from laget.cases import read_case
    from laget.render.route import route_text

    asked = registry_of(ctx)[municipality]
    draft = draft_from(case) if case else read_case({})
    if at is not None:
        if step is not None:
            raise click.UsageError("--step and --at are two questions: ask one of them", ctx)
        day = on or at.date()
        show(*_rota(asked, entitlement_id, at, draft, on=day, language=language), form)
        return
    date_asked = on or draft.case.on or today()
    handbook = asked.handbook(date_asked)
    answer = _answer(asked.assess(draft, date_asked, language), entitlement_id, handbook)
    route = _steps(answer, step)
    show(route_text(answer.name, route, handbook, date_asked, language), route, form)


def _rota(  # noqa: PLR0913 - one argument for each option
    asked: Municipality, service: str, at: datetime, draft: Draft, *, on: date, language: str
) -> tuple[str, RotaAnswer]:
    """Say who answers at an hour, as text and as data."""
    from laget.render.rota import rota_text

    handbook = asked.handbook(on)
    known = {**handbook.entitlements, **handbook.offices}
    if service not in known:
        message = f"{handbook.layer.name} has no service or office «{service}»: {nearest(service, known)}"
        raise UnusableError(message)
    answer = asked.who_answers(service, at, draft, on, language)
    return rota_text(answer, handbook, language), answer


def _answer(assessment: Assessment, wanted: str, handbook: Handbook) -> EntitlementAnswer | OfferAnswer:
    found: list[EntitlementAnswer | OfferAnswer] = [*assessment.entitlements, *assessment.offers]
    answers = {answer.id: answer for answer in found}
    if wanted in handbook.offices and wanted not in answers:
        message = f"«{wanted}» is an office: `--at TIME` says who answers, `laget show` what is known of it"
        raise UnusableError(message)
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
