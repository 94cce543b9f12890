"""Groups and meetings: each rule held against the case. Advice is called advice, and a duty a duty."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from laget.model.answers import GroupAnswer, GroupFinding
from laget.model.facts import FactValue
from laget.model.handbook import Handbook
from laget.model.plans import GroupRule
from laget.render.layout import marked, topic, wrapped
from laget.render.words import Names, number

MARKS: Mapping[bool | None, str] = {True: "✓", False: "✗", None: "?"}
"""A sign for whether it is as the rule says; it never stands without words."""


def group_lines(answer: GroupAnswer, names: Names, *, whole: bool = False) -> list[str]:
    """Give the findings, those of a group or meeting together; with `whole`, also where each rule stands."""
    lines: list[str] = []
    for (about, on), findings in groupby(answer.findings, lambda found: (found.about, found.on)):
        name = _name(about, names.handbook)
        lines += topic(names.say("meeting_on", name=name, day=names.day(on)) if on else name)
        lines += [line for found in findings for line in _finding(found, names, whole=whole)]
    return lines[1:]


def _name(about: str, handbook: Handbook) -> str:
    return (
        handbook.meeting_kinds[about].name if about in handbook.meeting_kinds else handbook.groups[about].name
    )


def _finding(found: GroupFinding, names: Names, *, whole: bool) -> list[str]:
    word = names.say({True: "finding_holds", False: "finding_fails", None: "finding_unknown"}[found.holds])
    lines = marked(MARKS[found.holds], f"{names.say(f'rule_{found.force.value}')}: {found.text} {word}")
    actual = names.say("value_unknown") if found.actual is None else _value(found, found.actual, names)
    lines += wrapped(names.say("expected_actual", expected=found.expected, actual=actual), 4, 2)
    lines += wrapped(names.say("unclear", note=found.unclear), 4) if found.unclear else []
    basis = names.basis(found.sources, found.law) if whole or found.holds is not True else []
    return [*lines, *(wrapped(names.say("basis", places="; ".join(basis)), 4, 2) if basis else [])]


def _value(found: GroupFinding, value: FactValue, names: Names) -> str:
    """Write the value in the case: by its fact's unit, where the rule shows a fact as it is."""
    rule = _rule(found, names.handbook)
    if rule.actual is not None and rule.actual.text in names.handbook.facts:
        return names.value(rule.actual.text, value)
    match value:
        case bool():
            return names.yes_or_no(value=value)
        case str():
            return value
        case int():
            return number(value)
        case _:
            return str(value)


def _rule(found: GroupFinding, handbook: Handbook) -> GroupRule:
    sections = (handbook.groups, handbook.meeting_kinds)
    rules = [rule for section in sections if found.about in section for rule in section[found.about].rules]
    return next(rule for rule in rules if rule.id == found.rule)
