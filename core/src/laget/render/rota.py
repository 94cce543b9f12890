"""Who answers for a service at one moment, until when, and who before and after, as text."""

from __future__ import annotations

from datetime import datetime

from laget.model.answers import ChoiceState, RotaAnswer, TurnAnswer
from laget.model.handbook import Handbook
from laget.render.hours import moment
from laget.render.layout import bullets, subheading, text_of, wrapped
from laget.render.words import Names


def rota_text(answer: RotaAnswer, handbook: Handbook, language: str = "nb") -> str:
    """Give who answers, as text."""
    names = Names(handbook, language)
    written = bullets(names.other_language())
    title = names.say(
        "rota_title",
        what=answer.service_name,
        moment=moment(answer.at, names.language),
        where=answer.municipality.name,
    )
    if answer.service not in handbook.rotas:
        return text_of(
            [*subheading(title), *(line for text in answer.texts for line in wrapped(text, 2)), *written]
        )
    basis = names.basis(answer.sources, answer.law)
    return text_of(
        [
            *subheading(title),
            *wrapped(_now(answer, names), 2),
            *_beside("rota_before", answer.before, names),
            *_beside("rota_after", answer.after, names),
            *bullets(answer.texts),
            *(wrapped(names.say("basis", places="; ".join(basis)), 2, 2) if basis else []),
        ]
    )


def _now(answer: RotaAnswer, names: Names) -> str:
    until = _when("rota_until", answer.until, names)
    match answer.state:
        case ChoiceState.SETTLED:
            return names.say("rota_settled", who=answer.name or "", until=until)
        case ChoiceState.SILENT:
            return names.say("rota_silent", until=until)
        case ChoiceState.UNCLEAR | ChoiceState.OPEN:
            candidates = _candidates(answer, names)
            key = "rota_unclear" if candidates else "rota_unnamed"
            return names.say(key, until=until, candidates=candidates)


def _beside(key: str, turn: TurnAnswer | None, names: Names) -> list[str]:
    if turn is None:
        return []
    since, until = _when("rota_since", turn.since, names), _when("rota_until", turn.until, names)
    return wrapped(names.say(key, who=_who(turn, names), since=since, until=until), 2, 2)


def _who(turn: TurnAnswer, names: Names) -> str:
    match turn.state:
        case ChoiceState.SETTLED:
            return turn.name or ""
        case ChoiceState.SILENT:
            return names.say("turn_silent")
        case ChoiceState.UNCLEAR | ChoiceState.OPEN:
            candidates = _candidates(turn, names)
            return names.say("turn_unclear" if candidates else "turn_unnamed", candidates=candidates)


def _candidates(answer: RotaAnswer | TurnAnswer, names: Names) -> str:
    return names.listed((candidate.name for candidate in answer.candidates), "or")


def _when(key: str, at: datetime | None, names: Names) -> str:
    return names.say(key, moment=moment(at, names.language)) if at else ""
