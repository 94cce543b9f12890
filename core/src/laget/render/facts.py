"""The vocabulary: every fact with its question, its values, who can answer it, and what uses it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from laget.model.facts import Fact, FactKind, FactValue
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.render.layout import columns, heading, subheading, text_of, wrapped
from laget.render.uses import uses_of
from laget.render.words import Names


@frozen(kw_only=True)
class FactRow:
    """A fact as the vocabulary shows it."""

    id: str
    label: str
    question: str
    type: FactKind
    unit: str | None
    choices: FrozenMapping[str] | None
    minimum: int | None
    maximum: int | None
    presumed: FactValue | None
    presumed_because: str | None
    given: FactValue | None
    answered_by: tuple[str, ...]
    judgement: bool
    derived_from: tuple[str, ...]
    observed: bool
    used_by: tuple[str, ...]
    help: str | None


@frozen(kw_only=True)
class Vocabulary:
    """The facts of a layer on a date."""

    layer: str
    on: str
    facts: tuple[FactRow, ...]


def vocabulary(handbook: Handbook, wanted: Iterable[str] | None = None) -> Vocabulary:
    """Give the vocabulary of a handbook, or the part of it that is wanted."""
    uses = uses_of(handbook)
    names = handbook.facts if wanted is None else wanted
    rows = tuple(
        _row(handbook, handbook.facts[name], uses.derived.get(name, ()), uses.of(name)) for name in names
    )
    return Vocabulary(layer=handbook.layer.id, on=handbook.on.isoformat(), facts=rows)


def _row(handbook: Handbook, fact: Fact, behind: tuple[str, ...], used_by: tuple[str, ...]) -> FactRow:
    given = handbook.given.get(fact.id)
    return FactRow(
        id=fact.id,
        label=fact.label,
        question=fact.question,
        type=fact.type,
        unit=fact.unit,
        choices=fact.choices,
        minimum=fact.minimum,
        maximum=fact.maximum,
        presumed=fact.presumed.value if fact.presumed else None,
        presumed_because=fact.presumed.reason if fact.presumed else None,
        given=given.value if given else None,
        answered_by=fact.answered_by,
        judgement=fact.judgement,
        derived_from=behind,
        observed=fact.observed is not None,
        used_by=used_by,
        help=fact.help,
    )


def vocabulary_text(found: Vocabulary, handbook: Handbook, language: str = "nb") -> str:
    """Give the vocabulary as text: first how to write a case, then each fact."""
    names = Names(handbook, language)
    title = names.say("facts_title", name=handbook.layer.name, day=names.day(handbook.on))
    lines = [*heading(title), *wrapped(names.say("facts_how"))]
    lines += [line for text in names.other_language() for line in wrapped(text)]
    return text_of([*lines, *(line for row in found.facts for line in fact_lines(row, names))])


def fact_lines(row: FactRow, names: Names) -> list[str]:
    """Give one fact: its id and question, what values it takes, where they come from, and what uses it."""
    lines = [*subheading(row.id), *wrapped(names.say("stated", what=row.label, value=row.question), 2, 2)]
    lines += wrapped(names.say("fact_values", values=_values(row, names)), 2, 2)
    if row.choices:
        lines += columns(list(row.choices.items()), 4)
    for text in _details(row, names):
        lines += wrapped(text, 2, 2)
    return lines


def _values(row: FactRow, names: Names) -> str:
    bounds = {"low": str(row.minimum), "high": str(row.maximum)}
    unit = f", {row.unit}" if row.unit else ""
    kind = f"{names.say(f'type_{row.type.value}')}{unit}"
    if row.minimum is not None:
        return f"{kind}, {names.say('fact_between' if row.maximum is not None else 'fact_least', **bounds)}"
    return f"{kind}, {names.say('fact_most', **bounds)}" if row.maximum is not None else kind


def _details(row: FactRow, names: Names) -> list[str]:
    texts = []
    if row.presumed is not None:
        value = names.value(row.id, row.presumed)
        texts.append(names.say("fact_presumed", value=value, reason=row.presumed_because or ""))
    if row.given is not None:
        texts.append(names.say("fact_given", value=names.value(row.id, row.given)))
    if row.derived_from:
        texts.append(names.say("fact_derived", facts=names.listed(row.derived_from)))
    if row.observed:
        texts.append(names.say("fact_observed"))
    if row.judgement:
        texts.append(names.say("fact_judgement"))
    if row.answered_by:
        texts.append(names.say("fact_answered_by", who=names.listed(map(names.who, row.answered_by), "or")))
    texts += [row.help] if row.help else []
    return [
        *texts,
        names.say("fact_used_by", what=", ".join(row.used_by)) if row.used_by else names.say("fact_unused"),
    ]
