"""A comparison as text: first what a family notices, then how the municipalities work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.assessment.notes import other_language
from laget.model.answers import Outcome, Provisional
from laget.model.differences import (
    CaseRow,
    CaseSide,
    Comparison,
    FeeDifference,
    FeeSide,
    LimitSide,
    NameDifference,
    Standing,
    StandingDifference,
    StandingState,
)
from laget.model.entitlements import Strength
from laget.model.handbook import Handbook
from laget.render.consent_rows import consent_lines
from laget.render.duty_rows import duty_rows
from laget.render.layout import bullets, heading, marked, subheading, text_of, wrapped
from laget.render.rows import Row, row_lines
from laget.render.witnesses import Pair, answer_word, grounds_lines
from laget.render.words import Names
from laget.render.workings import ladder_lines, link_lines, role_lines, route_lines, step_lines

THERE = (StandingState.ASSESSED, StandingState.OFFER, StandingState.ANNOUNCED)
"""How something stands that is there."""


def comparison_text(found: Comparison, first: Handbook, second: Handbook, language: str = "nb") -> str:
    """Give a comparison of two handbooks as text."""
    pair = _pair(found, Names(first, language), Names(second, language))
    lines = [*_title(found, pair), *_verdict(found, pair)]
    if found.case is not None:
        lines += _part(pair.say("diff_case"), _case_lines(found.case, pair))
    lines += _only(found.standing, pair)
    lines += _part(pair.say("diff_criteria"), _criteria(found, pair))
    lines += _part(pair.say("limits"), row_lines(limit_rows(found, pair), pair))
    lines += _part(pair.say("fee"), fee_lines(found.fees, pair))
    lines += _part(pair.say("diff_duties"), row_lines(duty_rows(found.duties, pair), pair))
    lines += _part(pair.say("consent"), consent_lines(found.consents, pair))
    lines += _part(pair.say("steps"), step_lines(found.steps, pair))
    lines += _part(pair.say("way"), route_lines(found.routes, pair))
    lines += _part(pair.say("roles"), role_lines(found, pair))
    lines += _part(pair.say("levels"), ladder_lines(found, pair))
    lines += _part(pair.say("links"), link_lines(found, pair))
    lines += _part(pair.say("diff_names"), name_rows(found.names, pair))
    return text_of(lines)


def _pair(found: Comparison, first: Names, second: Names) -> Pair:
    """Call the sides by the names of the municipalities; by the dates too, where that tells them apart."""
    names = [found.first.municipality.name, found.second.municipality.name]
    if names[0] == names[1]:
        sides = zip(names, (found.first.on, found.second.on), strict=True)
        names = [f"{name} {first.day(on)}" for name, on in sides]
    return Pair(names[0], names[1], first, second)


def _title(found: Comparison, pair: Pair) -> list[str]:
    books = (pair.first_names.handbook, pair.second_names.handbook)
    layers = [used.layer for book in books for used in book.layers]
    days = dict.fromkeys(pair.first_names.day(on) for on in (found.first.on, found.second.on))
    return [
        *wrapped(pair.say("diff_title", first=pair.first, second=pair.second, days=", ".join(days))),
        *wrapped(pair.say("diff_by_meaning")),
        *(line for text in other_language(layers, pair.first_names.language) for line in wrapped(text)),
    ]


def _verdict(found: Comparison, pair: Pair) -> list[str]:
    if found.same is False:
        return []
    return ["", *wrapped(pair.say("diff_same" if found.same else "diff_perhaps_same"))]


def _part(title: str, lines: Iterable[str]) -> list[str]:
    own = list(lines)
    return [*heading(title), *own] if own else []


def _case_lines(rows: Iterable[CaseRow], pair: Pair) -> Iterator[str]:
    """Give the two answers about the case: those that differ in full, the others in a line."""
    alike = []
    for row in rows:
        name = next(side.name for side in (row.first, row.second) if side is not None)
        if row.differs:
            yield from wrapped(name, 2)
            yield from marked("–", _case_side(row.first, pair.first, pair.first_names), 4)
            yield from marked("–", _case_side(row.second, pair.second, pair.second_names), 4)
        else:
            alike.append(name)
    if alike:
        yield from wrapped(pair.say("diff_case_alike", what=pair.first_names.listed(alike)), 2, 2)


def case_rows(rows: Iterable[CaseRow], pair: Pair) -> Iterator[Row]:
    """Give the two answers about the case where they differ."""
    for row in rows:
        if row.differs:
            name = next(side.name for side in (row.first, row.second) if side is not None)
            yield Row(name, _answered(row.first, pair.first_names), _answered(row.second, pair.second_names))


def _case_side(side: CaseSide | None, place: str, names: Names) -> str:
    return names.say("stated", what=place, value=_answered(side, names))


def _answered(side: CaseSide | None, names: Names) -> str:
    if side is None:
        return names.say("diff_not_assessed")
    return both_answers(side.outcome, side.strength, side.provisional, names)


def both_answers(outcome: Outcome, strength: Strength | None, likely: Provisional, names: Names) -> str:
    """Give the strict answer, and the likely one beside it where that is another."""
    strict = answer_word(outcome, strength, names)
    presumed = answer_word(likely.outcome, likely.strength, names)
    return strict if strict == presumed else names.say("diff_provisional", strict=strict, likely=presumed)


def _only(found: Iterable[StandingDifference], pair: Pair) -> list[str]:
    rows = sorted(found, key=lambda row: row.first.name or row.second.name or "")
    one = [row for row in rows if row.second.state not in THERE]
    other = [row for row in rows if row.first.state not in THERE]
    both = [row for row in rows if row not in one and row not in other]
    return [
        *_part(
            pair.say("diff_only", place=pair.first),
            bullets(_standing(row.first, row.second, row, pair, pair.second) for row in one),
        ),
        *_part(
            pair.say("diff_only", place=pair.second),
            bullets(_standing(row.second, row.first, row, pair, pair.first) for row in other),
        ),
        *_part(pair.say("diff_otherwise"), bullets(_both(row, pair) for row in both)),
    ]


def _standing(has: Standing, lacks: Standing, row: StandingDifference, pair: Pair, place: str) -> str:
    kind = pair.first_names.known("kind", row.kind.value)
    what = f"{has.name} ({kind}): {pair.say(f'diff_state_{has.state.value}')}."
    return f"{what} {place}: {lacks.reason}" if lacks.reason else what


def _both(row: StandingDifference, pair: Pair) -> str:
    first, second = (pair.say(f"diff_state_{side.state.value}") for side in (row.first, row.second))
    return f"{row.first.name}: {pair.first}: {first}; {pair.second}: {second}."


def _criteria(found: Comparison, pair: Pair) -> Iterator[str]:
    for row in sorted(found.criteria, key=lambda row: row.first_name):
        yield from subheading(row.first_name)
        for place, own in ((pair.first, row.first_own), (pair.second, row.second_own)):
            if not own:
                yield from wrapped(pair.say("diff_national_only", place=place), 2)
        yield from grounds_lines(row.grounds, pair)


def limit_rows(found: Comparison, pair: Pair) -> Iterator[Row]:
    """Give bounds that differ."""
    for row in sorted(found.limits, key=lambda row: row.first_name):
        first, second = (
            "; ".join(_limit(limit, pair) for limit in limits) or pair.say("diff_no_more_limits")
            for limits in (row.first, row.second)
        )
        if first == second:
            first, second = (_amounts(limits, pair) for limits in (row.first, row.second))
        yield Row(row.first_name, first, second)


def _amounts(limits: Iterable[LimitSide], pair: Pair) -> str:
    """Give bounds with their numbers, where their sentences do not tell them apart."""
    return "; ".join(f"{_limit(limit, pair)} ({_bounds(limit, pair.first_names)})" for limit in limits)


def _bounds(limit: LimitSide, names: Names) -> str:
    bounds = (("change_least", limit.min), ("change_most", limit.max))
    return ", ".join(
        names.say(key, amount=names.amount(value, limit.unit, limit.per))
        for key, value in bounds
        if value is not None
    )


def _limit(limit: LimitSide, pair: Pair) -> str:
    if limit.carries_over is None:
        return limit.text
    return f"{limit.text} {pair.say('diff_carries_over' if limit.carries_over else 'diff_not_carried_over')}"


def fee_lines(found: Iterable[FeeDifference], pair: Pair) -> Iterator[str]:
    """Give fees that differ, as text."""
    yield from row_lines(fee_rows(found, pair), pair)


def fee_rows(found: Iterable[FeeDifference], pair: Pair) -> Iterator[Row]:
    """Give fees that differ."""
    for row in sorted(found, key=lambda row: row.first_name):
        yield Row(row.first_name, _fee(row.first, pair), _fee(row.second, pair))


def _fee(fee: FeeSide, pair: Pair) -> str:
    return pair.say("fee_silent") if fee.text is None else fee.text


def name_rows(found: Iterable[NameDifference], pair: Pair) -> Iterator[str]:
    """Give names that differ, each pair of them once."""
    for first, second in dict.fromkeys((row.first, row.second) for row in found):
        yield from marked("•", f"{pair.first}: {first}; {pair.second}: {second}")
