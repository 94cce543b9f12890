"""Consent: who consents to what, in which form, and what may happen without it."""

from __future__ import annotations

from attrs import evolve, frozen

from laget.assessment.choices import ConditionedLine, Settled, conditioned, declared_of, settle
from laget.assessment.conditions import Condition, condition_of
from laget.assessment.references import References
from laget.assessment.views import View
from laget.model.answers import ChoiceState, ConsentAnswer, ConsentCandidate, VoiceAnswer
from laget.model.plans import Consent, ConsentLine


@frozen
class ConsentPlan:
    """A rule of consent, prepared for being settled many times."""

    consent: Consent
    lines: tuple[ConditionedLine[ConsentLine], ...]
    voices: tuple[Condition | None, ...]
    """When each sentence about the child's own view holds; `None` for one that always does."""
    references: References
    untouched: ConsentAnswer
    """The answer while nothing is settled."""

    def answer(self, view: View) -> tuple[ConsentAnswer, ...]:
        """Settle who consents in a case, once for each thing that is consented to."""
        first = self._answer(settle(self.lines, view), view)
        return tuple(
            [first if name == first.about else evolve(first, about=name) for name in self.consent.about]
        )

    def _answer(self, settled: Settled[ConsentLine], view: View) -> ConsentAnswer:
        sure = settled.lines[0] if settled.state is ChoiceState.SETTLED else None
        declared = declared_of(self.consent, settled)
        texts = [
            *(line.text for line in settled.lines),
            *settled.notes,
            *([declared.note] if declared else []),
        ]
        refs = [ref for line in settled.lines for ref in line.sources]
        law = [found for line in settled.lines for found in self.references.law(line.law)]
        return evolve(
            self.untouched,
            state=settled.state,
            who=sure.who if sure else None,
            form=sure.form if sure else None,
            candidates=() if sure else tuple(map(self._candidate, settled.lines)),
            missing=view.to_ask(settled.waiting),
            texts=tuple(dict.fromkeys(texts)),
            voice=self._voice(view),
            sources=tuple(
                dict.fromkeys([*refs, *(declared.sources if declared else ()), *self.untouched.sources])
            ),
            law=tuple(dict.fromkeys([*law, *self.untouched.law])),
        )

    def _voice(self, view: View) -> tuple[VoiceAnswer, ...]:
        said = self.untouched.voice
        return tuple(
            [
                voice if condition is None else evolve(voice, holds=view.read(condition).holds)
                for voice, condition in zip(said, self.voices, strict=True)
            ]
        )

    def _candidate(self, line: ConsentLine) -> ConsentCandidate:
        name = self.references.handbook.roles[line.who].name
        return ConsentCandidate(who=line.who, name=name, form=line.form)


def consent_plan(consent: Consent, references: References) -> ConsentPlan:
    """Prepare a rule of consent."""
    untouched = ConsentAnswer(
        about=next(iter(consent.about), consent.id),
        consent=consent.id,
        name=consent.name,
        state=ChoiceState.SILENT,
        who=None,
        form=None,
        candidates=(),
        missing=(),
        texts=(),
        before=references.statements(consent.before),
        without=references.statements(consent.without),
        voice=tuple(map(references.voice, consent.voice)),
        sources=consent.sources,
        law=references.law(consent.law),
    )
    voices = tuple(condition_of(voice.when, None) if voice.when else None for voice in consent.voice)
    return ConsentPlan(consent, tuple(map(conditioned, consent.lines)), voices, references, untouched)
