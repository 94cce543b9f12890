"""A change in words: what has changed for whom in a municipality since a commit.

First what a family meets: what became harder or easier to get. Then bounds, deadlines, who does what, and
names. The same page as text and as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.assessment.notes import other_language
from laget.model.differences import Comparison
from laget.model.handbook import Handbook
from laget.model.past import ChangedEntry, Past
from laget.render.blocks import Block, Kind
from laget.render.change_getting import Part, getting_parts, holding_blocks
from laget.render.comparison import case_rows, fee_rows, limit_rows
from laget.render.consent_rows import consent_rows
from laget.render.duty_rows import duty_rows
from laget.render.rows import Row
from laget.render.witnesses import Pair
from laget.render.words import Names
from laget.render.workings import appointing_rows, ladder_rows, link_rows, route_rows, step_rows


def change_blocks(found: Comparison, then: Handbook, now: Handbook, language: str = "nb") -> list[Block]:
    """Give the page of a comparison that has a past: of the same municipality then and now."""
    past = found.past
    if past is None:
        raise ValueError("the comparison has no past")
    names = Names(then, language), Names(now, language)
    pair = Pair(names[1].say("change_before"), names[1].say("change_now"), *names)
    parts = [part for part in _parts(found, pair) if part.blocks]
    return [
        *_title(found, past, pair),
        *_verdict(found, past, pair),
        *_summary(parts, pair),
        *(block for part in parts for block in (Block(Kind.PART, part.title), *part.blocks)),
        *_written(past, pair),
    ]


def _title(found: Comparison, past: Past, pair: Pair) -> Iterator[Block]:
    names = pair.second_names
    yield Block(Kind.TITLE, names.say("change_title", name=found.second.municipality.name, ref=past.ref))
    yield Block(
        Kind.TEXT,
        names.say(
            "change_compared",
            ref=past.ref,
            commit=past.commit[:10],
            committed=names.day(past.committed),
            on=names.day(found.second.on),
        ),
    )
    for key, then in (("change_layers_then", True), ("change_layers_now", False)):
        layers = [layer.name for layer in past.layers if layer.then is then]
        if layers:
            yield Block(Kind.TEXT, names.say(key, names=names.listed(layers)))
    for text in other_language([used.layer for used in names.handbook.layers], names.language):
        yield Block(Kind.TEXT, text)


def _verdict(found: Comparison, past: Past, pair: Pair) -> Iterator[Block]:
    if past.identical:
        yield Block(Kind.TEXT, pair.say("change_identical"))
    elif found.same:
        yield Block(Kind.TEXT, pair.say("change_same_meaning"))
    elif found.same is None:
        yield Block(Kind.TEXT, pair.say("diff_perhaps_same"))


def _summary(parts: list[Part], pair: Pair) -> Iterator[Block]:
    """Say each part in a line, with what it is about."""
    if parts:
        yield Block(Kind.PART, pair.say("change_summary"))
    for part in parts:
        about = ", ".join(dict.fromkeys(part.about))
        yield Block(Kind.ITEM, pair.say("stated", what=part.title, value=about))


def _parts(found: Comparison, pair: Pair) -> Iterator[Part]:
    """Give the parts in the order in which people ask: what can I get, how much, by when, from whom."""
    yield from getting_parts(found, pair)
    yield _rows("diff_case", case_rows(found.case or (), pair), pair)
    yield _rows("change_limits", [*limit_rows(found, pair), *fee_rows(found.fees, pair)], pair)
    yield _rows("diff_duties", duty_rows(found.duties, pair), pair)
    yield _rows("steps", step_rows(found.steps, pair), pair)
    yield _rows("consent", (row for one in found.consents for row in consent_rows(one, pair)), pair)
    yield _rows("way", route_rows(found.routes, pair), pair)
    yield _roles(found, pair)
    yield _rows("levels", ladder_rows(found, pair), pair)
    yield _rows("links", link_rows(found, pair), pair)
    yield _names(found, pair)


def _rows(key: str, rows: Iterable[Row], pair: Pair) -> Part:
    shown = tuple(rows)
    blocks = tuple(block for row in shown for block in _row(row, pair))
    return Part(pair.say(key), (pair.say("change_count", number=str(len(shown))),), blocks)


def _row(row: Row, pair: Pair) -> Iterator[Block]:
    yield Block(Kind.ITEM, row.what)
    for when, said in ((pair.first, row.first), (pair.second, row.second)):
        yield Block(Kind.BELOW, pair.say("stated", what=when, value=said))


def _names(found: Comparison, pair: Pair) -> Part:
    pairs = dict.fromkeys((row.first, row.second) for row in found.names)
    texts = [pair.say("change_renamed", first=first, second=second) for first, second in pairs]
    blocks = tuple(Block(Kind.ITEM, text) for text in texts)
    return Part(pair.say("change_names"), tuple(second for _, second in pairs), blocks)


def _roles(found: Comparison, pair: Pair) -> Part:
    """Give roles that are new or gone, and those that are appointed or held in another way."""
    blocks: list[Block] = []
    about: list[str] = []
    for role in found.roles:
        side = role.second or role.first
        if side is None:
            continue
        about.append(side.name)
        blocks.append(Block(Kind.TOPIC, side.name))
        if role.first is None or role.second is None:
            blocks.append(Block(Kind.TEXT, pair.say("change_new" if role.second else "change_gone")))
            continue
        rows = appointing_rows(role.first, role.second, pair)
        blocks += [block for row in rows for block in _row(row, pair)]
        if role.holding is not None:
            blocks += holding_blocks(role.holding, pair)
    return Part(pair.say("roles"), tuple(about), tuple(blocks))


def _written(past: Past, pair: Pair) -> Iterator[Block]:
    """List what else is not the same text: it is not weighed."""
    if not past.entries:
        return
    yield Block(Kind.PART, pair.say("change_written"))
    yield Block(Kind.TEXT, pair.say("change_written_note"))
    for entry in past.entries:
        yield Block(Kind.ITEM, _entry(entry, pair))


def _entry(entry: ChangedEntry, pair: Pair) -> str:
    what = pair.say(f"section_{entry.section}")
    return f"{what}: {entry.name} ({pair.say(f'change_entry_{entry.state.value}')})"
