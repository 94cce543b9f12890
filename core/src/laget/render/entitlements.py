"""One entitlement in full: the answer first, then why, what is missing, what must be done, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from laget.model.answers import (
    EntitlementAnswer,
    FeeAnswer,
    LimitAnswer,
    MissingFact,
    NotCovered,
    RankedFact,
    StatementAnswer,
    StepAnswer,
)
from laget.model.case import StepState
from laget.model.entitlements import Force
from laget.render.layout import bullets, marked, section, subheading, wrapped
from laget.render.outcomes import verdict
from laget.render.reasons import ground_lines
from laget.render.ways import way_lines
from laget.render.words import Names, number

STEP_MARKS = {
    StepState.DONE: "✓",
    StepState.OPEN: "○",
    StepState.DECLINED: "✗",
    StepState.MISSED: "✗",
    StepState.UNKNOWN: "?",
}
"""A sign for each state of a step; it never stands without words."""


def entitlement_lines(answer: EntitlementAnswer, names: Names, *, whole: bool = False) -> list[str]:
    """Give an answer in full; with `whole`, also forms of delivery and everything else the source says."""
    parts = frozenset() if whole else frozenset(part.id for part in answer.not_covered)
    grounds = [line for ground in answer.grounds for line in ground_lines(ground, names, parts)]
    return [
        *subheading(names.say("entitlement", name=answer.name, kind=names.say(f"kind_{answer.kind.value}"))),
        *verdict(answer, names),
        *section(names.say("why"), grounds[1:]),
        *section(names.say("missing"), missing_lines(answer.missing, names)),
        *section(names.say("limits"), limits(answer.limits, names)),
        *section(names.say("steps"), _steps(answer, names)),
        *section(names.say("fee"), fee_lines(answer.fee, names)),
        *section(names.say("not_covered"), _not_covered(answer.not_covered, names)),
        *_more(answer, names, whole=whole),
        *section(
            names.say("links"), bullets(_noted(link.text, link.unclear, names) for link in answer.links)
        ),
        *section(names.say("way"), way_lines(answer.route, names, whole=whole)),
        *section(names.say("notes"), bullets(answer.notes)),
    ]


def _more(answer: EntitlementAnswer, names: Names, *, whole: bool) -> list[str]:
    if not whole:
        return []
    return [
        *section(names.say("recipient_duties"), statement_lines(answer.recipient_duties, names)),
        *section(names.say("delivery"), statement_lines(answer.delivery, names)),
        *section(names.say("statements"), statement_lines(answer.statements, names)),
    ]


def missing_lines(missing: Iterable[MissingFact | RankedFact], names: Names) -> list[str]:
    """Give questions to ask, with the ids that a case file needs; a judgement says so."""
    return [line for fact in missing for line in marked("?", question_of(fact, names))]


def question_of(fact: MissingFact | RankedFact, names: Names) -> str:
    """Give a question with the id of its fact, and who must answer where only a professional can."""
    judgement = f" · {names.say('judgement')}" if fact.judgement else ""
    return f"{fact.question} [{fact.fact}{judgement}]"


def limits(answers: Iterable[LimitAnswer], names: Names, indent: int = 2) -> list[str]:
    """Give bounds; one that is passed says so first."""
    lines: list[str] = []
    for limit in answers:
        mark, comparison = _compared(limit, names)
        lines += marked(mark, f"{comparison}{limit.text}", indent)
        lines += wrapped(names.say("unclear", note=limit.unclear), indent + 2) if limit.unclear else []
        lines += _basis(names.basis(limit.sources, limit.law), names, indent + 2)
    return lines


def _compared(limit: LimitAnswer, names: Names) -> tuple[str, str]:
    """Give a sign, and how what is applied for compares; nothing when nothing is applied for."""
    if limit.amount is None:
        return "•", ""
    asked = names.amount(limit.amount, limit.unit, limit.per)
    if limit.exceeded and limit.max is not None:
        return "✗", names.say("limit_exceeded", asked=asked, bound=number(limit.max))
    if limit.below and limit.min is not None:
        return "✗", names.say("limit_below", asked=asked, bound=number(limit.min))
    known = limit.exceeded is False and limit.below is False
    return ("✓" if known else "?"), names.say("limit_within" if known else "limit_unknown", asked=asked)


def _steps(answer: EntitlementAnswer, names: Names) -> list[str]:
    lines = [line for step in answer.steps for line in _step(step, names)]
    if not any(step.force is Force.MUST for step in answer.steps):
        return lines
    ready = {True: "ready_yes", False: "ready_no", None: "ready_unknown"}[answer.ready]
    return [*lines, *wrapped(names.say(ready), 2)]


def _step(step: StepAnswer, names: Names) -> list[str]:
    details = [names.say(f"step_state_{step.state.value}")]
    details += [names.say("step_who", name=names.who(step.who))] if step.who else []
    details += [names.say("step_by", day=names.day(step.by))] if step.by else []
    details += [names.say(f"force_{step.force.value}")] if step.force is not Force.MUST else []
    lines = marked(STEP_MARKS[step.state], f"{step.text} ({', '.join(details)})")
    return [*lines, *_basis(names.basis(step.sources, step.law), names)]


def fee_lines(fee: FeeAnswer | None, names: Names) -> list[str]:
    """Give what something costs. Silence is said as silence, never as free."""
    if fee is None:
        return marked("?", names.say("fee_silent"))
    lines = marked("•", names.say("fee_none", text=fee.text) if fee.none else fee.text)
    return [*lines, *_basis(names.basis(fee.sources), names)]


def _not_covered(parts: Iterable[NotCovered], names: Names) -> list[str]:
    lines: list[str] = []
    for part in parts:
        hours = names.say("hours_taken", hours=number(part.hours)) if part.hours is not None else ""
        perhaps = "" if part.holds else names.say("perhaps")
        places = ", ".join(map(names.source, part.sources))
        where = f" ({places})" if places else ""
        lines += marked("?" if part.holds is None else "•", f"{perhaps}{part.text}{hours}{where}")
    return lines


def statement_lines(statements: Iterable[StatementAnswer], names: Names) -> list[str]:
    """Give sentences with their places."""
    lines: list[str] = []
    for statement in statements:
        lines += marked("•", _noted(statement.text, statement.unclear, names))
        lines += _basis(names.basis(statement.sources, statement.law), names)
    return lines


def _noted(text: str, unclear: str | None, names: Names) -> str:
    return f"{text} {names.say('unclear', note=unclear)}" if unclear else text


def _basis(places: list[str], names: Names, indent: int = 4) -> list[str]:
    return wrapped(names.say("basis", places="; ".join(places)), indent, 2) if places else []
