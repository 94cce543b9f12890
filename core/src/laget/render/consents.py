"""Consent: who consents to what and in which form, and what may happen without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from laget.model.answers import ChoiceState, ConsentAnswer
from laget.model.plans import ConsentForm
from laget.render.entitlements import statement_lines
from laget.render.layout import bullets, section, wrapped
from laget.render.words import Names


def consent_lines(answers: Iterable[ConsentAnswer], names: Names, *, whole: bool = False) -> Iterator[str]:
    """Give each rule of consent once; with `whole`, also what must come before and the child's own say."""
    for _, group in groupby(answers, lambda answer: answer.consent):
        answer = next(group)
        yield from wrapped(names.say("stated", what=answer.name, value=_who(answer, names)), 2, 2)
        if whole or answer.state is not ChoiceState.SETTLED:
            yield from bullets(answer.texts, 4)
        if whole:
            basis = names.basis(answer.sources, answer.law)
            yield from wrapped(names.say("basis", places="; ".join(basis)), 4, 2) if basis else []
            yield from section(names.say("consent_before"), statement_lines(answer.before, names))
        yield from (
            section(names.say("consent_without"), statement_lines(answer.without, names)) if whole else []
        )
        yield from section(names.say("consent_voice"), statement_lines(answer.voice, names)) if whole else []


def _who(answer: ConsentAnswer, names: Names) -> str:
    candidates = names.listed((_named(found.name, found.form, names) for found in answer.candidates), "or")
    match answer.state:
        case ChoiceState.SETTLED:
            return _named(names.who(answer.who or ""), answer.form or ConsentForm.NOT_SAID, names)
        case ChoiceState.OPEN:
            waits = names.listed(map(names.fact, answer.missing)) or names.say("value_unknown")
            return names.say("step_open", candidates=candidates, facts=waits)
        case ChoiceState.UNCLEAR:
            return names.say("step_unclear", candidates=candidates)
        case ChoiceState.SILENT:
            return names.say("step_silent")


def _named(name: str, form: ConsentForm, names: Names) -> str:
    return name if form is ConsentForm.NOT_SAID else f"{name} ({names.say(f'form_{form.value}')})"
