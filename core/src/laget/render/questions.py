"""The silence map: what national rules leave open, and where a municipality answers it, or does not."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from laget.model.answers import LawAnswer
from laget.model.citations import SourceRef
from laget.model.handbook import Handbook
from laget.model.layers import AnswerState
from laget.model.mapping import FrozenMapping
from laget.render.layout import columns, heading, marked, section, text_of, wrapped
from laget.render.words import Names

SILENT = "silent"
"""The state of a question that no layer says anything of."""

STATES = (AnswerState.ANSWERED.value, AnswerState.NOT_OFFERED.value, SILENT)
"""Every state a question can have, in the order they are shown."""


@frozen(kw_only=True)
class QuestionRow:
    """An open question with its answer."""

    id: str
    question: str
    state: str
    """`answered`, `not_offered` or `silent`."""
    text: str | None
    """The answer in a sentence; `None` while it is silent."""
    layer: str | None
    """The layer that answers."""
    entries: tuple[str, ...]
    """The ids of the entries that hold the answer."""
    sources: tuple[SourceRef, ...]
    """Where the documents answer."""
    law: tuple[LawAnswer, ...]
    """What leaves the question open."""


@frozen(kw_only=True)
class SilenceMap:
    """All open questions of a municipality."""

    municipality: str
    on: str
    questions: tuple[QuestionRow, ...]
    counts: FrozenMapping[int]
    """State → how many questions have it."""
    settled: int
    """How many the municipality says something of: answered, or not offered."""
    percent: int
    """The same of all, in per cent, rounded down; 100 when there are none."""


def silence_map(handbook: Handbook) -> SilenceMap:
    """Give every open question of a handbook with its answer, in the order of the handbook."""
    rows = tuple(_row(handbook, name) for name in handbook.questions)
    states = [row.state for row in rows]
    settled = len(states) - states.count(SILENT)
    return SilenceMap(
        municipality=handbook.layer.id,
        on=handbook.on.isoformat(),
        questions=rows,
        counts=FrozenMapping({state: states.count(state) for state in STATES}),
        settled=settled,
        percent=100 * settled // len(states) if states else 100,
    )


def _row(handbook: Handbook, name: str) -> QuestionRow:
    question, answer = handbook.questions[name], handbook.answers.get(name)
    return QuestionRow(
        id=name,
        question=question.question,
        state=answer.state.value if answer else SILENT,
        text=answer.text if answer else None,
        layer=answer.origin.layer if answer else None,
        entries=answer.entries if answer else (),
        sources=answer.sources if answer else (),
        law=Names(handbook).citations(question.law),
    )


def open_text(found: SilenceMap, handbook: Handbook, language: str = "nb") -> str:
    """Give the silence map as text, with how many there are of each at the end."""
    names = Names(handbook, language)
    lines = heading(names.say("open_title", name=handbook.layer.name, day=names.day(handbook.on)))
    for text in (names.say("open_how"), *names.other_language()):
        lines += wrapped(text)
    for state in STATES:
        rows = [row for row in found.questions if row.state == state]
        lines += section(names.say(f"open_{state}"), _rows(rows, names))
    counts = {state: str(found.counts[state]) for state in STATES}
    total = names.say("open_counts", **counts, all=str(len(found.questions)))
    share = names.say(
        "open_share",
        name=handbook.layer.name,
        settled=str(found.settled),
        all=str(len(found.questions)),
        percent=str(found.percent),
    )
    return text_of([*lines, "", *wrapped(total), *wrapped(share)])


def _rows(rows: Iterable[QuestionRow], names: Names) -> list[str]:
    """Give questions: those without an answer as a table, others with it, and where it stands."""
    lines: list[str] = []
    for row in rows:
        if row.text is None:
            lines += columns([(row.id, row.question)])
            continue
        lines += marked("•", f"{row.question} [{row.id}]")
        lines += wrapped(row.text, 4)
        if row.entries:
            lines += wrapped(names.say("open_where", entries=", ".join(row.entries)), 4, 2)
        places = names.basis(row.sources)
        lines += wrapped(names.say("basis", places="; ".join(places)), 4, 2) if places else []
    return lines
