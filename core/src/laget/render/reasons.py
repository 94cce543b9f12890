"""Reasons: the grounds of an answer with each criterion, its value, and where it stands."""

from __future__ import annotations

from laget.model.answers import CriterionAnswer, GroundAnswer
from laget.model.entitlements import Force
from laget.render.layout import wrapped
from laget.render.outcomes import MARKS, outcome_word, strength_word
from laget.render.words import Names

INSIDE = 4
"""How far what belongs to a criterion is moved in."""


def ground_lines(ground: GroundAnswer, names: Names, left_out: frozenset[str] = frozenset()) -> list[str]:
    """Give a ground with its criteria, what speaks against first; those left out are shown elsewhere."""
    shown = [criterion for criterion in ground.criteria if criterion.id not in left_out]
    shown.sort(key=_weight)
    return [
        *_head(ground, names),
        *(line for criterion in shown for line in criterion_lines(criterion, names)),
    ]


def _head(ground: GroundAnswer, names: Names) -> list[str]:
    strength = strength_word(names, ground.strength)
    title = names.say(
        "ground", name=ground.name, strength=strength, outcome=outcome_word(names, ground.outcome)
    )
    lines = ["", *wrapped(f"{MARKS[ground.outcome]} {title}", hanging=2)]
    if ground.statutory:
        lines += wrapped(names.say("ground_statutory"), 2)
    if ground.narrows is not None:
        lines += wrapped(names.say("ground_narrows"), 2)
    if ground.opening is not None:
        lines += wrapped(names.say("ground_opening", text=ground.opening), 2)
    basis = names.basis(ground.sources, ground.law)
    return [*lines, *(wrapped(names.say("basis", places="; ".join(basis)), 2) if basis else [])]


def criterion_lines(criterion: CriterionAnswer, names: Names) -> list[str]:
    """Give a criterion: whether it holds, its text, its force, the facts behind it, and where it stands."""
    mark, word = criterion_mark(criterion, names)
    lines = wrapped(f"{mark} {word}: {criterion.text}", 2, 2)
    if criterion.unclear is not None:
        lines += wrapped(names.say("unclear", note=criterion.unclear), INSIDE)
    basis = names.basis(criterion.sources, criterion.law)
    places = [names.say("basis", places="; ".join(basis))] if basis else []
    lines += wrapped(" · ".join([_force(criterion, names), *_facts(criterion, names), *places]), INSIDE, 2)
    for example in criterion.examples:
        text = names.say("example", text=example.text, value=names.yes_or_no(value=example.holds))
        lines += wrapped(text, INSIDE, 2)
    return lines


def _facts(criterion: CriterionAnswer, names: Names) -> list[str]:
    """Give the facts behind a criterion; a single unknown one would only repeat that it is unknown."""
    if [*criterion.facts.values()] == [None]:
        return []
    known = [names.stated(name, value) for name, value in criterion.facts.items() if value is not None]
    unknown = "; ".join(names.fact(name) for name, value in criterion.facts.items() if value is None)
    return [*known, names.say("facts_unknown", facts=unknown)] if unknown else known


def _weight(criterion: CriterionAnswer) -> int:
    """Give the place of a criterion: not fulfilled, unknown, fulfilled, and factors last."""
    if criterion.force is Force.FACTOR:
        return 3
    if criterion.holds is None:
        return 1
    return 2 if criterion.holds is not criterion.exclusion else 0


def criterion_mark(criterion: CriterionAnswer, names: Names) -> tuple[str, str]:
    """Give the sign and the word for a criterion's value, seen from the one who asks."""
    holds = criterion.holds
    if holds is None:
        return "?", names.say("criterion_unclear" if criterion.unclear is not None else "criterion_unknown")
    if criterion.force is Force.FACTOR:
        return ("+" if holds else "−"), names.say("factor_present" if holds else "factor_absent")
    kind = "exclusion" if criterion.exclusion else "criterion"
    return ("✓" if holds is not criterion.exclusion else "✗"), names.say(
        f"{kind}_{'holds' if holds else 'fails'}"
    )


def _force(criterion: CriterionAnswer, names: Names) -> str:
    if criterion.exclusion:
        return names.say(f"force_exclusion_{criterion.force.value}")
    return names.say(f"force_{criterion.force.value}")
