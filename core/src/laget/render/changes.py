"""What changes on one date as text: each answer from what to what, and the criteria behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from laget.model.answers import ChoiceState, Outcome
from laget.model.plans import ConsentForm
from laget.model.timelines import (
    AnswerState,
    Change,
    ChangedAnswer,
    ChangedConsent,
    ChangedLevel,
    ChangedVoice,
    ChangedWay,
    ConsentState,
    Flip,
    WayState,
)
from laget.render.layout import bullets, wrapped
from laget.render.outcomes import GIVEN, MARKS, outcome_word, strength_word
from laget.render.words import Names


def change_lines(change: Change, names: Names) -> list[str]:
    """Give everything that changes on a date."""
    lines = [line for answers in _alike(change.answers) for line in _answers(answers, names)]
    lines += [line for way in change.ways for line in _way(way, names)]
    lines += [line for consent in change.consents for line in _consent(consent, names)]
    lines += [line for voice in change.voices for line in _voice(voice, names)]
    lines += [line for level in change.levels for line in _level(level, names)]
    if change.notes:
        lines += [*wrapped(names.say("timeline_notes"), 2), *bullets(change.notes, 4)]
    return lines


def _alike(answers: Iterable[ChangedAnswer]) -> Iterable[list[ChangedAnswer]]:
    """Put together what changes the same way, for the same reasons."""
    found: dict[object, list[ChangedAnswer]] = {}
    for answer in answers:
        reasons = tuple((flip.text, flip.old, flip.new) for flip in answer.flips)
        key = (answer.begins, answer.ends, answer.assessed, answer.old, answer.new, reasons)
        found.setdefault(key, []).append(answer)
    return found.values()


def _answers(answers: list[ChangedAnswer], names: Names) -> list[str]:
    """Give what changes the same way."""
    answer = answers[0]
    title = wrapped(names.listed(found.name for found in answers), 2, 2)
    if answer.begins or answer.ends:
        key = "timeline_begins" if answer.begins else "timeline_ends"
        after = _from_to(None, _state(answer.new, names), names) if answer.new else []
        return [*title, *wrapped(names.say(key), 4, 2), *after]
    flips = [line for flip in answer.flips for line in _flip(flip, names)]
    return [*title, *_from_to(_state(answer.old, names), _state(answer.new, names), names), *flips]


def _from_to(old: str | None, new: str, names: Names) -> list[str]:
    before = wrapped(names.say("timeline_before", what=old), 4, 2) if old is not None else []
    return [*before, *wrapped(names.say("timeline_after", what=new), 4, 2)]


def _state(state: AnswerState | None, names: Names) -> str:
    """Write how an answer stands, with all that may be what changes."""
    if state is None:
        return names.say("value_unknown")
    given = state.provisional_strength is not None and state.provisional in GIVEN
    strength = state.provisional_strength if given else None
    said = [f"{MARKS[state.provisional]} {_outcome(state.provisional, strength, names)}"]
    if (state.outcome, state.strength) != (state.provisional, state.provisional_strength):
        strict = _outcome(state.outcome, state.strength if state.outcome in GIVEN else None, names)
        said.append(names.say("timeline_strictly", outcome=strict))
    if state.outcome is Outcome.UNKNOWN:
        said += _at_best(state, names)
    if state.could_be is not None:
        said.append(names.say("timeline_could_be", strength=strength_word(names, state.could_be)))
    return "; ".join(said)


def _at_best(state: AnswerState, names: Names) -> list[str]:
    if state.at_best is Outcome.UNKNOWN:
        return [names.say("timeline_source_open")]
    is_news = state.at_best is not state.provisional
    return [names.say("timeline_at_best", outcome=outcome_word(names, state.at_best))] if is_news else []


def _outcome(outcome: Outcome, strength: object, names: Names) -> str:
    word = outcome_word(names, outcome)
    return f"{word} ({names.say(f'strength_{strength}')})" if strength is not None else word


def _flip(flip: Flip, names: Names) -> list[str]:
    old, new = names.yes_or_no(value=flip.old), names.yes_or_no(value=flip.new)
    note = f" {names.say('unclear', note=flip.unclear)}" if flip.unclear else ""
    said = names.say("timeline_because", text=flip.text, old=old, new=new)
    return wrapped(f"{said}{note}{_basis(names.basis(flip.sources, flip.law))}", 4, 2)


def _basis(places: list[str]) -> str:
    return f" [{'; '.join(places)}]" if places else ""


def _way(way: ChangedWay, names: Names) -> list[str]:
    """Give a step; of what the source says about it, only what is said before or after and not both."""
    title = names.say("timeline_way", step=way.step_name, names=names.listed(way.names))
    old, new = _doer(way.old, way.new, names), _doer(way.new, way.old, names)
    basis = wrapped(names.say("basis", places="; ".join(names.basis(way.sources, way.law))), 4, 2)
    return [*wrapped(title, 2, 2), *_from_to(old, new, names), *(basis if way.sources or way.law else [])]


def _doer(way: WayState, other: WayState, names: Names) -> str:
    candidates = names.listed((candidate.name for candidate in way.candidates), "or")
    who = _chosen(way.state, way.name or "", candidates, names)
    own = " ".join(said for said in way.texts if said not in other.texts)
    return names.say("timeline_says", who=who, texts=own) if own else who


def _chosen(state: ChoiceState, chosen: str, candidates: str, names: Names) -> str:
    listed = candidates or names.say("timeline_nobody")
    match state:
        case ChoiceState.SETTLED:
            return chosen
        case ChoiceState.OPEN:
            return names.say("timeline_open", candidates=listed)
        case ChoiceState.UNCLEAR:
            return names.say("timeline_unclear", candidates=listed)
        case ChoiceState.SILENT:
            return names.say("timeline_silent")
        case _ as never:
            assert_never(never)


def _consent(consent: ChangedConsent, names: Names) -> list[str]:
    title = names.say("timeline_consent", names=names.listed(consent.names))
    basis = names.basis(consent.sources, consent.law)
    return [
        *wrapped(title, 2, 2),
        *_from_to(_giver(consent.old, names), _giver(consent.new, names), names),
        *bullets(consent.texts, 4),
        *(wrapped(names.say("basis", places="; ".join(basis)), 4, 2) if basis else []),
    ]


def _giver(state: ConsentState, names: Names) -> str:
    candidates = names.listed((_in_form(found.name, found.form, names) for found in state.candidates), "or")
    chosen = _in_form(names.who(state.who or ""), state.form or ConsentForm.NOT_SAID, names)
    return _chosen(state.state, chosen, candidates, names)


def _in_form(name: str, form: ConsentForm, names: Names) -> str:
    return name if form is ConsentForm.NOT_SAID else f"{name} ({names.say(f'form_{form.value}')})"


def _voice(voice: ChangedVoice, names: Names) -> list[str]:
    said = f"{names.say('consent_voice')}: {names.listed(voice.names)}"
    old, new = names.yes_or_no(value=voice.old), names.yes_or_no(value=voice.new)
    because = f"{voice.text} {old} → {new}.{_basis(names.basis(voice.sources, voice.law))}"
    return [*wrapped(said, 2, 2), *wrapped(because, 4, 2)]


def _level(level: ChangedLevel, names: Names) -> list[str]:
    old, new = (
        _chosen(state, _stands(level, levels, names), _stands(level, levels, names), names)
        for state, levels in ((level.old, level.old_levels), (level.new, level.new_levels))
    )
    return [*wrapped(level.name, 2, 2), *_from_to(old, new, names)]


def _stands(level: ChangedLevel, levels: tuple[str, ...], names: Names) -> str:
    ladders = names.handbook.ladders
    named = (
        {found.id: found.name for found in ladders[level.ladder].levels} if level.ladder in ladders else {}
    )
    return names.listed((named.get(name, name) for name in levels), "or")
