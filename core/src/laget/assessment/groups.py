"""Groups and meetings: each rule held against the case. What comes out is findings, never outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from laget.assessment.conditions import Condition, condition_of
from laget.assessment.entitlements import Seen
from laget.assessment.knowledge import Reasoner
from laget.assessment.observations import OF_A_MEETING, seen_in_group, seen_in_meeting, seen_in_year
from laget.assessment.observations import Seen as Observations
from laget.assessment.questions import Questions
from laget.assessment.reasons import shown
from laget.assessment.references import References
from laget.criteria import Evaluator, Known, evaluator, facts_of
from laget.model.answers import GroupAnswer, GroupFinding, LawAnswer
from laget.model.case import Case
from laget.model.expressions import Formula
from laget.model.facts import Observed
from laget.model.handbook import Handbook
from laget.model.plans import GroupRule, MeetingKind

NO_FINDINGS = GroupAnswer(findings=())
"""The answer about a case without group and meetings."""


@frozen
class RulePlan:
    """A rule for a group or a kind of meeting, prepared for being read many times."""

    about: str
    rule: GroupRule
    condition: Condition
    applies: Evaluator | None
    actual: Evaluator | None
    each: bool
    """Whether it is about each meeting for itself."""
    law: tuple[LawAnswer, ...]

    def findings(self, known: Known, on: date | None) -> Iterator[GroupFinding]:
        """Hold the rule against what is known: one finding, or none where the rule does not apply."""
        applies = self.applies(known) if self.applies else True
        if applies is False:
            return
        reading = self.condition.read(known)
        yield GroupFinding(
            rule=self.rule.id,
            about=self.about,
            on=on,
            text=self.rule.text,
            force=self.rule.force,
            holds=reading.holds if applies else None,
            expected=self.rule.expected,
            actual=shown(self.actual(known)) if self.actual else None,
            unclear=self.condition.note if reading.unclear is not False else None,
            sources=self.rule.sources,
            law=self.law,
        )


@frozen
class GroupsPlan:
    """All rules for groups and meetings of a handbook."""

    groups: Mapping[str, tuple[RulePlan, ...]]
    """Kind of group → its rules."""
    meetings: Mapping[str, tuple[RulePlan, ...]]
    """Kind of meeting → its rules."""
    kinds: Mapping[str, MeetingKind]
    facts: Mapping[Observed, tuple[str, ...]]
    """What is seen → the facts that it is the value of."""
    reasoner: Reasoner

    def answer(self, seen: Seen) -> GroupAnswer:
        """Hold every rule against the group and the meetings of a case."""
        case = seen.case
        if case.group is None and not case.meetings:
            return NO_FINDINGS
        known = seen.strict.known
        return GroupAnswer(findings=(*self._of_group(case, known), *self._of_meetings(case, known, seen.on)))

    def _of_group(self, case: Case, known: Known) -> Iterator[GroupFinding]:
        if case.group is None:
            return
        wider = self._with(known, seen_in_group(case.group))
        for rule in self.groups.get(case.group.kind, ()):
            yield from rule.findings(wider, None)

    def _of_meetings(self, case: Case, known: Known, on: date) -> Iterator[GroupFinding]:
        for name, rules in self.meetings.items():
            group = case.group if case.group and self.kinds[name].group == case.group.kind else None
            meetings = sorted((one for one in case.meetings if one.kind == name), key=lambda one: one.on)
            if group is None and not meetings:
                continue
            general = {**(seen_in_group(group) if group else {}), **seen_in_year(meetings, name, on)}
            wider = self._with(known, general)
            for rule in rules:
                if not rule.each:
                    yield from rule.findings(wider, None)
            for meeting in meetings:
                own = self._with(known, {**general, **seen_in_meeting(meeting)})
                for rule in rules:
                    if rule.each:
                        yield from rule.findings(own, meeting.on)

    def _with(self, known: Known, seen: Observations) -> Known:
        """Add what is seen, and what follows from it."""
        values = {name: value for kind, value in seen.items() for name in self.facts.get(kind, ())}
        return self.reasoner.with_derived(known.having({**known.values, **values}))


@frozen
class _Preparing:
    """Prepares the rules of one handbook."""

    handbook: Handbook
    references: References
    questions: Questions

    def rules(self, about: str, rules: Iterable[GroupRule]) -> tuple[RulePlan, ...]:
        return tuple(self._rule(about, rule) for rule in rules)

    def _rule(self, about: str, rule: GroupRule) -> RulePlan:
        return RulePlan(
            about=about,
            rule=rule,
            condition=condition_of(rule.when, rule.unclear),
            applies=evaluator(rule.applies.tree) if rule.applies else None,
            actual=evaluator(rule.actual.tree) if rule.actual else None,
            each=not OF_A_MEETING.isdisjoint(self._observed(rule)),
            law=self.references.law(rule.law),
        )

    def _observed(self, rule: GroupRule) -> Iterator[Observed]:
        formulas: list[Formula | None] = [rule.when, rule.applies, rule.actual]
        formulas.append(rule.unclear.when if rule.unclear else None)
        for formula in formulas:
            for name in facts_of(formula.tree) if formula else ():
                for base in (name, *self.questions.bases(name)):
                    observed = self.handbook.facts[base].observed
                    if observed is not None:
                        yield observed


def groups_plan(
    handbook: Handbook, references: References, questions: Questions, reasoner: Reasoner
) -> GroupsPlan:
    """Prepare the rules for groups and meetings of a handbook."""
    preparing = _Preparing(handbook, references, questions)
    facts: dict[Observed, tuple[str, ...]] = {}
    for name, fact in handbook.facts.items():
        if fact.observed is not None:
            facts[fact.observed] = (*facts.get(fact.observed, ()), name)
    return GroupsPlan(
        groups={name: preparing.rules(name, group.rules) for name, group in handbook.groups.items()},
        meetings={name: preparing.rules(name, kind.rules) for name, kind in handbook.meeting_kinds.items()},
        kinds=handbook.meeting_kinds,
        facts=facts,
        reasoner=reasoner,
    )
