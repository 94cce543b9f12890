"""The unchanging parts of answers: sources, laws and statements, made once for each handbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from laget.model.answers import Candidate, FeeAnswer, LawAnswer, SideAnswer, StatementAnswer, VoiceAnswer
from laget.model.choices import Target
from laget.model.citations import Citation
from laget.model.entitlements import Fee, Statement
from laget.model.handbook import Handbook
from laget.model.layers import ConflictSide
from laget.model.plans import Voice
from laget.texts import say


@frozen
class References:
    """Turns what stands in a handbook into the form that answers have."""

    handbook: Handbook
    language: str = "nb"
    """The language of what laget itself says."""

    def law(self, citations: Iterable[Citation]) -> tuple[LawAnswer, ...]:
        """Give citations as printed, with corrected references beside them."""
        return tuple(
            LawAnswer(
                printed=citation.printed or self.printed(citation),
                law=citation.law,
                section=citation.section,
                corrected=citation.corrected,
                reason=citation.reason,
            )
            for citation in citations
        )

    def printed(self, citation: Citation) -> str:
        """Write a reference as it is usually printed."""
        return f"{self.handbook.laws[citation.law].short} {citation.section}".strip()

    def statements(self, statements: Iterable[Statement]) -> tuple[StatementAnswer, ...]:
        """Give sentences that are shown with an answer."""
        return tuple(StatementAnswer(**self._said(statement)) for statement in statements)

    def voice(self, voice: Voice) -> VoiceAnswer:
        """Give how much weight the child's own view has, before it is held against a case."""
        return VoiceAnswer(**self._said(voice), holds=None if voice.when else True)

    def _said(self, statement: Statement) -> dict[str, Any]:
        return {
            "id": statement.id,
            "text": statement.text,
            "force": statement.force,
            "unclear": statement.unclear.note if statement.unclear else None,
            "sources": statement.sources,
            "law": self.law(statement.law),
        }

    def fee(self, fee: Fee | None) -> FeeAnswer | None:
        """Give what something costs; `None` is silence."""
        return FeeAnswer(none=fee.none, text=fee.text, sources=fee.sources) if fee else None

    def side(self, side: ConflictSide) -> SideAnswer:
        """Give one side of a conflict."""
        return SideAnswer(text=side.text, sources=side.sources, law=self.law(side.law))

    def candidate(self, target: Target) -> Candidate:
        """Give who a target points to, with a name."""
        if target.office is not None:
            return Candidate(office=target.office, role=None, name=self.handbook.offices[target.office].name)
        role = target.role or ""
        name = self.handbook.roles[role].name
        if target.at is not None:
            name = f"{name} ({self.handbook.offices[target.at].name})"
        if target.holder_of is not None:
            held = self.handbook.entitlements.get(target.holder_of)
            what = held.name if held else target.holder_of
            name = say("holder_of", self.language, role=name, what=what)
        return Candidate(office=target.at, role=role, name=name)
