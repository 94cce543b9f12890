"""A sweep as text: the steps of one fact, the criteria that change at each, and those that never do."""

from __future__ import annotations

from datetime import date

from laget.model.answers import Outcome
from laget.model.entitlements import Strength
from laget.model.facts import FactKind, FactValue
from laget.model.handbook import Handbook
from laget.model.sweeps import Flip, Sweep, SweepStep, SweptCriterion, Untouched
from laget.render.layout import bullets, heading, marked, section, text_of, wrapped
from laget.render.outcomes import GIVEN, MARKS, outcome_word, strength_word
from laget.render.words import Names

ORDERED = (FactKind.INTEGER, FactKind.NUMBER, FactKind.DATE)
"""The kinds of facts whose values have an order: their steps are ranges."""

WORDS = {True: "yes", False: "no", None: "unknown"}
"""The end of the key in the catalogue, by a criterion's value."""


def sweep_text(found: Sweep, handbook: Handbook, language: str = "nb") -> str:
    """Give a sweep as text."""
    names = Names(handbook, language)
    title = names.say(
        "sweep_title", fact=names.fact(found.fact), name=found.name, place=found.municipality.name
    )
    lines = heading(title)
    for text in (names.say("sweep_how", day=names.day(found.on)), *names.other_language()):
        lines += wrapped(text)
    if found.set_aside:
        lines += wrapped(names.say("sweep_aside", facts=names.listed(map(names.fact, found.set_aside))))
    if found.impossible:
        values = names.listed(names.value(found.fact, value) for value in found.impossible)
        lines += wrapped(names.say("sweep_impossible", values=values))
    if len(found.steps) == 1:
        lines += wrapped(names.say("sweep_same"))
    for step in found.steps:
        lines += ["", *_step(step, found, names)]
    never = [row for row in found.untouched if row.reads]
    others = [row for row in found.untouched if not row.reads]
    lines += section(names.say("sweep_settled"), _rows(never, names))
    lines += section(names.say("sweep_never"), _rows(others, names))
    return text_of(lines)


def _step(step: SweepStep, found: Sweep, names: Names) -> list[str]:
    likely = step.provisional
    said = _verdict(step.outcome, step.strength, names)
    lines = marked(MARKS[step.outcome], f"{_range(step, found, names)}: {said}", 0)
    if (likely.outcome, likely.strength) != (step.outcome, step.strength):
        lines += wrapped(
            names.say("sweep_likely", verdict=_verdict(likely.outcome, likely.strength, names)), 4, 2
        )
    if step.outcome is Outcome.UNKNOWN:
        lines += wrapped(names.say("sweep_best", verdict=outcome_word(names, step.at_best)), 4, 2)
    return [*lines, *bullets((_flip(flip, names) for flip in step.flips), 4)]


def _verdict(outcome: Outcome, strength: Strength | None, names: Names) -> str:
    word = outcome_word(names, outcome)
    return f"{word} ({strength_word(names, strength)})" if strength and outcome in GIVEN else word


def _range(step: SweepStep, found: Sweep, names: Names) -> str:
    """Write the values of a step: a range of those that have an order, else all of them."""
    kind = names.handbook.facts[found.fact].type
    if kind not in ORDERED:
        return _capital(names.listed(names.value(found.fact, value) for value in step.values))
    if step.open_ended and not step.values:
        return names.say("sweep_highest")
    first, last = step.values[0], step.values[-1]
    is_day = kind is FactKind.DATE and len(found.steps) > 1
    if step.open_ended or (is_day and step is found.steps[-1]):
        return names.say("sweep_from", value=_written(first, found, names))
    if is_day and step is found.steps[0]:
        return names.say("sweep_until", value=_written(last, found, names))
    if first == last:
        return _written(first, found, names)
    return names.say("sweep_range", first=_bare(first, found, names), last=_written(last, found, names))


def _written(value: FactValue, found: Sweep, names: Names) -> str:
    return names.value(found.fact, value)


def _bare(value: FactValue, found: Sweep, names: Names) -> str:
    """Write a number without its unit, which the end of the range has."""
    unit = names.handbook.facts[found.fact].unit
    written = names.value(found.fact, value)
    return written if unit is None or isinstance(value, date) else written.removesuffix(f" {unit}")


def _flip(flip: Flip, names: Names) -> str:
    change = names.say(
        "sweep_flip",
        before=_holds(flip.criterion, names, value=flip.before),
        after=_holds(flip.criterion, names, value=flip.after),
    )
    return f"{flip.criterion.text} {change} {_where(flip.criterion)}"


def _rows(rows: list[Untouched], names: Names) -> list[str]:
    return bullets(
        f"{row.criterion.text} ({_holds(row.criterion, names, value=row.holds)}) {_where(row.criterion)}"
        for row in rows
    )


def _holds(criterion: SweptCriterion, names: Names, *, value: bool | None) -> str:
    """Say whether a criterion is fulfilled; of what takes away, whether it applies."""
    kind = "exclusion" if criterion.exclusion else "criterion"
    return names.say(f"sweep_{kind}_{WORDS[value]}")


def _where(criterion: SweptCriterion) -> str:
    return f"[{criterion.ground}.{criterion.id}]"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
