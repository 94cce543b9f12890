"""Roles: who appoints, who may hold them, and whether a candidate can, by what the case says."""

from __future__ import annotations

from collections.abc import Iterable

from laget.model.answers import EntitlementAnswer, GroundAnswer, HolderAnswer, Outcome, RoleAnswer
from laget.render.entitlements import missing_lines, statement_lines
from laget.render.layout import bullets, section, subheading, topic, wrapped
from laget.render.outcomes import MARKS, outcome_word
from laget.render.reasons import criterion_lines
from laget.render.ways import way_lines
from laget.render.words import Names


def relevant_roles(
    roles: Iterable[RoleAnswer], entitlements: Iterable[EntitlementAnswer]
) -> list[RoleAnswer]:
    """Choose the roles that this case may come to, and those that a candidate is described for."""
    outcomes = {answer.id: answer.outcome for answer in entitlements}
    possible = {name for name, outcome in outcomes.items() if outcome is not Outcome.NOT_MET}
    return [role for role in roles if role.role in possible or _has_candidate(role)]


def _has_candidate(role: RoleAnswer) -> bool:
    criteria = role.holder.criteria if role.holder else ()
    return any(value is not None for criterion in criteria for value in criterion.facts.values())


def role_lines(role: RoleAnswer, names: Names, *, whole: bool = False) -> list[str]:
    """Give a role: who appoints, and who may hold it; with `whole`, all that the source says of it."""
    steps = [step for step in (role.appoint_unit, role.appoint_person) if step is not None]
    way = way_lines(steps, names, whole=whole)
    return [
        *subheading(role.name),
        *way,
        *_holder(role, names, whole=whole),
        *(_more(role, names) if whole else []),
    ]


def _holder(role: RoleAnswer, names: Names, *, whole: bool) -> list[str]:
    holders = statement_lines(role.holders, names) if whole else bullets(said.text for said in role.holders)
    lines = section(names.say("holders"), holders)
    if role.holder is not None and (whole or _has_candidate(role)):
        lines += _candidate(role.holder, names)
    return lines


def _candidate(holder: HolderAnswer, names: Names) -> list[str]:
    """Give whether the candidate may hold the role, with reasons."""
    ways = [line for ground in holder.grounds for line in _way(ground, names)]
    answer = names.say("stated", what=names.say("candidate"), value=outcome_word(names, holder.outcome))
    return [
        *topic(f"{MARKS[holder.outcome]} {answer}"),
        *ways,
        *section(names.say("missing"), missing_lines(holder.missing, names)),
    ]


def _way(ground: GroundAnswer, names: Names) -> list[str]:
    """Give one way to come to hold a role."""
    head = names.say("stated", what=ground.name, value=outcome_word(names, ground.outcome))
    opening = wrapped(names.say("ground_opening", text=ground.opening), 2) if ground.opening else []
    criteria = [line for criterion in ground.criteria for line in criterion_lines(criterion, names)]
    return [*topic(f"{MARKS[ground.outcome]} {head}"), *opening, *criteria]


def _more(role: RoleAnswer, names: Names) -> list[str]:
    return [
        *section(names.say("tasks"), statement_lines(role.tasks, names)),
        *section(names.say("replacement"), statement_lines(role.replacement, names)),
        *section(names.say("handover"), statement_lines(role.handover, names)),
        *section(names.say("statements"), statement_lines(role.statements, names)),
    ]
