"""A whole assessment as text: what is applied for first, then the rest, and what to ask next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import frozen

from laget.model.answers import (
    Assessment,
    ConflictAnswer,
    EntitlementAnswer,
    LimitAnswer,
    NotCovered,
    Outcome,
    RankedFact,
    RoleAnswer,
    RouteAnswer,
    StepAnswer,
)
from laget.model.citations import SourceRef
from laget.model.handbook import Handbook
from laget.render.consents import consent_lines
from laget.render.duties import duty_lines
from laget.render.entitlements import entitlement_lines, question_of
from laget.render.groups import group_lines
from laget.render.layout import bullets, heading, numbered, section, text_of, wrapped
from laget.render.offers import gone_text, offer_line, offer_lines
from laget.render.outcomes import MARKS, summary
from laget.render.roles import relevant_roles, role_lines
from laget.render.ways import level_lines
from laget.render.words import Names

ASK_FIRST = 8
"""How many missing facts are shown, unless everything is asked for."""


def assessment_text(
    assessment: Assessment,
    handbook: Handbook,
    applied_for: Sequence[str] = (),
    language: str = "nb",
    *,
    whole: bool = False,
) -> str:
    """Give an assessment as text; `applied_for` stands first, and `whole` shows everything in full.

    `language` is that of what laget itself says; it must be the assessment's.
    """
    return text_of(_Report(assessment, Names(handbook, language), tuple(applied_for), whole=whole).lines())


@frozen
class _Report:
    """The parts of the text, over one assessment."""

    assessment: Assessment
    names: Names
    applied_for: tuple[str, ...]
    whole: bool

    def lines(self) -> list[str]:
        """Give all lines."""
        full = self._in_full()
        shown = {answer.id for answer in full}
        rest = [answer for answer in self.assessment.entitlements if answer.id not in shown]
        return [
            *self._head(),
            *([] if self.applied_for else self._overview("overview", self.assessment.entitlements)),
            *self._full(full),
            *(self._overview("others", rest) if self.applied_for else []),
            *self._missing(),
            *self._levels(),
            *self._consent(),
            *self._roles(),
            *self._group(),
            *self._duties(),
            *self._offers(),
            *self._conflicts(shown),
            *self._silent(),
            *self._sources(full),
        ]

    def _in_full(self) -> list[EntitlementAnswer]:
        """Choose what is shown in full: all; or what is applied for; or what may well be given."""
        answers = {answer.id: answer for answer in self.assessment.entitlements}
        applied = [answers[name] for name in dict.fromkeys(self.applied_for) if name in answers]
        others = [answer for answer in answers.values() if answer not in applied]
        if self.whole:
            return [*applied, *others]
        if self.applied_for:
            return applied
        return [found for found in others if found.provisional.outcome in (Outcome.MET, Outcome.EXCEPTION)]

    def _head(self) -> list[str]:
        asked = self.assessment.municipality
        name = f"{asked.name} ({asked.number})" if asked.number else asked.name
        title = self.names.say("title", name=name, day=self.names.day(self.assessment.on))
        notes = bullets(self.assessment.notes)
        return [
            *wrapped(title),
            "═" * len(title),
            *wrapped(self.names.say("never_a_decision")),
            *section(self.names.say("notes"), notes),
        ]

    def _full(self, answers: Sequence[EntitlementAnswer]) -> list[str]:
        offers = [offer for offer in self.assessment.offers if offer.id in self.applied_for]
        lines = [line for found in answers for line in entitlement_lines(found, self.names, whole=self.whole)]
        lines += [line for offer in offers for line in offer_lines(offer, self.names, whole=self.whole)]
        lines += self._gone()
        title = self.names.say("applied_for" if self.applied_for and not self.whole else "in_full")
        return [*heading(title), *lines[1:]] if lines else []

    def _gone(self) -> list[str]:
        """Say why something that is applied for is not there."""
        gone = [found for found in self.names.handbook.gone if found.section == "entitlements"]
        texts = [gone_text(found, self.names) for found in gone if found.id in self.applied_for]
        return ["", *bullets(texts, 0)] if texts else []

    def _overview(self, title: str, answers: Collection[EntitlementAnswer]) -> list[str]:
        """Give one line for each, those that may be given first."""
        lines: list[str] = []
        for outcome in MARKS:
            group = [answer for answer in answers if answer.provisional.outcome is outcome]
            rows = [line for answer in group for line in wrapped(summary(answer, self.names), 2, 2)]
            lines += section(self.names.say(f"group_{outcome.value}"), rows)
        hint = [] if self.whole else ["", *wrapped(self.names.say("all_hint"))]
        return [*heading(self.names.say(title)), *lines[1:], *hint] if lines else []

    def _missing(self) -> list[str]:
        open_answers = sum(answer.outcome is Outcome.UNKNOWN for answer in self.assessment.entitlements)
        ranked = self.assessment.missing if self.whole else self.assessment.missing[:ASK_FIRST]
        texts = [self._question(fact, open_answers) for fact in ranked]
        lines = [line for item in numbered(texts) for line in item]
        left = len(self.assessment.missing) - len(ranked)
        more = wrapped(self.names.say("more_missing", count=str(left)), 2) if left else []
        return [*heading(self.names.say("ask_first")), *lines, *more] if lines else []

    def _question(self, fact: RankedFact, open_answers: int) -> str:
        """Give a question, with how many open answers it can settle alone."""
        question = question_of(fact, self.names)
        if not fact.settles:
            return question
        settles = self.names.say("settles", count=str(fact.settles), open=str(open_answers))
        return f"{question} {settles}"

    def _levels(self) -> list[str]:
        levels = self.assessment.levels
        lines = [line for level in levels for line in level_lines(level, self.names, whole=self.whole)]
        return [*heading(self.names.say("levels")), *lines] if lines else []

    def _consent(self) -> list[str]:
        """Give who consents to what this case may come to."""
        outcomes = {answer.id: answer.outcome for answer in self.assessment.entitlements}
        found = [
            answer
            for answer in self.assessment.consent
            if self.whole or outcomes.get(answer.about) is not Outcome.NOT_MET
        ]
        lines = list(consent_lines(found, self.names, whole=self.whole))
        return [*heading(self.names.say("consent")), *lines] if lines else []

    def _roles(self) -> list[str]:
        roles: Sequence[RoleAnswer] = self.assessment.roles
        if not self.whole:
            roles = relevant_roles(roles, self.assessment.entitlements)
        lines = [line for role in roles for line in role_lines(role, self.names, whole=self.whole)]
        return [*heading(self.names.say("roles")), *lines[1:]] if lines else []

    def _group(self) -> list[str]:
        lines = group_lines(self.assessment.group, self.names, whole=self.whole)
        return [*heading(self.names.say("group_and_meetings")), *lines] if lines else []

    def _duties(self) -> list[str]:
        lines = duty_lines(self.assessment.duties, self.names, whole=self.whole)
        return [*heading(self.names.say("duties")), *lines] if lines else []

    def _offers(self) -> list[str]:
        rest = [offer for offer in self.assessment.offers if offer.id not in self.applied_for]
        lines = bullets(offer_line(offer, self.names) for offer in rest)
        if self.whole:
            lines = [line for offer in rest for line in offer_lines(offer, self.names, whole=True)][1:]
        return [*heading(self.names.say("offers")), *lines] if lines else []

    def _conflicts(self, shown: set[str]) -> list[str]:
        """Give the disagreements that bear on what is shown in full."""
        found = [c for c in self.assessment.conflicts if self.whole or not shown.isdisjoint(c.touches)]
        lines = [line for conflict in found for line in conflict_lines(conflict, self.names)]
        left = len(self.assessment.conflicts) - len(found)
        more = wrapped(self.names.say("more_conflicts", count=str(left)), 2) if left else []
        return [*heading(self.names.say("conflicts")), *lines, *more] if lines or more else []

    def _silent(self) -> list[str]:
        questions = self.names.handbook.questions
        lines = bullets(questions[name].question for name in self.assessment.silent)
        title = self.names.say("silent", name=self.assessment.municipality.name)
        return [*heading(title), *lines] if lines else []

    def _sources(self, full: Iterable[EntitlementAnswer]) -> list[str]:
        offers = [offer for offer in self.assessment.offers if offer.id in self.applied_for]
        refs = [ref for answer in full for ref in _refs(answer)]
        refs += [ref for offer in offers for ref in (*offer.sources, *_way_refs(offer.route))]
        used = [name for name in self.names.handbook.documents if name in {ref.document for ref in refs}]
        receipt = self.assessment.receipt
        layers = ", ".join(f"{layer.id} {layer.version}" for layer in receipt.layers)
        digest = receipt.handbook.partition(":")[2][:12]
        made_by = self.names.say("receipt", engine=receipt.engine, layers=layers, digest=digest)
        return [
            *heading(self.names.say("sources")),
            *bullets(map(self.names.document, used)),
            *wrapped(made_by, 2),
        ]


def _refs(answer: EntitlementAnswer) -> Iterator[SourceRef]:
    for ground in answer.grounds:
        yield from ground.sources
        for criterion in ground.criteria:
            yield from criterion.sources
    parts: list[StepAnswer | LimitAnswer | NotCovered]
    parts = [*answer.steps, *answer.limits, *answer.not_covered]
    for part in parts:
        yield from part.sources
    yield from _way_refs(answer.route)


def _way_refs(steps: Iterable[RouteAnswer]) -> Iterator[SourceRef]:
    for step in steps:
        yield from step.sources


def conflict_lines(conflict: ConflictAnswer, names: Names) -> list[str]:
    """Give a disagreement: what about, each text, and which of them is followed."""
    lines = bullets([conflict.text])
    for side in conflict.sides:
        basis = names.basis(side.sources, side.law)
        where = f" [{'; '.join(basis)}]" if basis else ""
        lines += wrapped(f"– {side.text}{where}", 4, 2)
    follows = names.say("follows", text=conflict.follows) if conflict.follows else names.say("follows_none")
    return [*lines, *wrapped(f"{follows} {conflict.reason}", 4)]
