"""Outcomes in words: the provisional answer first, what it assumes, then the strict one.

`not_met` is never worded as a refusal, and nothing here is worded as a decision.
"""

from __future__ import annotations

from laget.model.answers import EntitlementAnswer, Outcome
from laget.model.entitlements import Strength
from laget.render.layout import bullets, wrapped
from laget.render.words import Names

MARKS = {Outcome.MET: "✓", Outcome.EXCEPTION: "±", Outcome.UNKNOWN: "?", Outcome.NOT_MET: "✗"}
"""A sign for each outcome; it never stands without words."""

GIVEN = (Outcome.MET, Outcome.EXCEPTION)
"""The outcomes with which something may be given: only then is a strength told."""


def outcome_word(names: Names, outcome: Outcome) -> str:
    """Give an outcome in a few words."""
    return names.say(f"outcome_{outcome.value}")


def strength_word(names: Names, strength: Strength) -> str:
    """Give a strength in a few words."""
    return names.say(f"strength_{strength.value}")


def is_certain(answer: EntitlementAnswer) -> bool:
    """Tell whether the provisional answer is the strict one."""
    provisional = answer.provisional
    return provisional.outcome is answer.outcome and provisional.strength is answer.strength


def lead(answer: EntitlementAnswer, names: Names) -> str:
    """Give the sentence that an answer begins with: the provisional outcome and its strength."""
    provisional = answer.provisional
    degree = "certain" if is_certain(answer) else "likely"
    sentence = names.say(f"lead_{degree}_{provisional.outcome.value}")
    if provisional.strength is None or provisional.outcome not in GIVEN:
        return sentence
    return f"{sentence} {names.say(f'claim_{provisional.strength.value}')}"


def summary(answer: EntitlementAnswer, names: Names) -> str:
    """Give an answer in one line: its name and what weighs most."""
    parts = [answer.name]
    if answer.provisional.strength is not None and answer.provisional.outcome in GIVEN:
        parts.append(strength_word(names, answer.provisional.strength))
    if answer.missing:
        parts.append(names.say("missing_count", count=str(len(answer.missing))))
    if any(limit.exceeded or limit.below for limit in answer.limits):
        parts.append(names.say("outside_limit"))
    return f"{MARKS[answer.provisional.outcome]} {' · '.join(parts)}"


def verdict(answer: EntitlementAnswer, names: Names) -> list[str]:
    """Give the provisional answer with its assumptions, the strict one, and the best that can come."""
    lines = wrapped(f"{MARKS[answer.provisional.outcome]} {lead(answer, names)}", hanging=2)
    if answer.provisional.assumes:
        lines += wrapped(names.say("assumes"), 2)
        lines += bullets(map(names.presumed, answer.provisional.assumes), 4)
    return [*lines, *_strict(answer, names), *_at_best(answer, names)]


def _strict(answer: EntitlementAnswer, names: Names) -> list[str]:
    waits = names.listed(names.say(f"waits_{kind.value}") for kind in answer.waits_for)
    if answer.outcome is Outcome.UNKNOWN and answer.provisional.outcome is Outcome.UNKNOWN:
        return wrapped(names.say("waits", what=waits), 2) if waits else []
    if is_certain(answer):
        return []
    given = answer.strength is not None and answer.outcome in GIVEN
    strength = f" ({strength_word(names, answer.strength)})" if given and answer.strength else ""
    sentences = [names.say("strictly", outcome=f"{outcome_word(names, answer.outcome)}{strength}")]
    sentences += [names.say("waits", what=waits)] if waits else []
    return wrapped(" ".join(sentences), 2)


def _at_best(answer: EntitlementAnswer, names: Names) -> list[str]:
    lines = []
    if answer.outcome is Outcome.UNKNOWN and answer.at_best is not answer.provisional.outcome:
        lines += wrapped(names.say("at_best", outcome=outcome_word(names, answer.at_best)), 2)
    if answer.could_be is not None:
        lines += wrapped(names.say("could_be", strength=strength_word(names, answer.could_be)), 2)
    return lines
