"""A handbook at a glance: its layers and dates, what it holds by kind, and where it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from laget.model.entitlements import Entitlement, EntitlementKind
from laget.model.handbook import Gone, Handbook, LayerUsed
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry
from laget.model.sections import SECTIONS
from laget.render.layout import bullets, columns, heading, section, text_of, wrapped
from laget.render.offers import gone_text
from laget.render.outcomes import strength_word
from laget.render.words import Names, yes_or_no

TITLES = ("name", "title", "label", "question", "wish", "text", "value", "message")
"""The keys that say what an entry is about, the best first."""
COUNTED = (
    "facts",
    "contradictions",
    "purposes",
    "service_kinds",
    "things",
    "step_kinds",
    "events",
    "answers",
)
"""Sections that are only counted: `laget facts` and `laget show` give their entries."""


@frozen(kw_only=True)
class LayerRow:
    """A layer that a handbook rests on."""

    id: str
    name: str
    version: str
    valid_from: str
    valid_to: str | None
    assumed: str | None
    last_known: str | None


@frozen(kw_only=True)
class Overview:
    """What a handbook holds."""

    id: str
    number: str | None
    name: str
    on: str
    digest: str
    layers: tuple[LayerRow, ...]
    notes: tuple[str, ...]
    sections: FrozenMapping[FrozenMapping[str]]
    """Section → id → what the entry is about."""
    gone: tuple[Gone, ...]
    silent: tuple[str, ...]
    """The open questions that nobody answers."""


def overview(handbook: Handbook, language: str = "nb") -> Overview:
    """Give what a handbook holds."""
    sections = {name: _titles(getattr(handbook, name), language) for name in SECTIONS if name != "layer"}
    layer = handbook.layer
    return Overview(
        id=layer.id,
        number=layer.number,
        name=layer.name,
        on=handbook.on.isoformat(),
        digest=handbook.digest,
        layers=tuple(map(_layer, handbook.layers)),
        notes=_notes(Names(handbook, language)),
        sections=FrozenMapping({name: found for name, found in sections.items() if found}),
        gone=tuple(gone.said(language) for gone in handbook.gone),
        silent=tuple(name for name in handbook.questions if name not in handbook.answers),
    )


def _layer(used: LayerUsed) -> LayerRow:
    valid = used.layer.valid
    return LayerRow(
        id=used.layer.id,
        name=used.layer.name,
        version=used.version,
        valid_from=valid.first.isoformat(),
        valid_to=valid.last.isoformat() if valid.last else None,
        assumed=valid.assumed,
        last_known=valid.last_known.isoformat() if valid.last_known else None,
    )


def _titles(entries: Mapping[str, Entry], language: str) -> FrozenMapping[str]:
    return FrozenMapping({name: title_of(entry, language) for name, entry in entries.items()})


def title_of(entry: Entry, language: str = "nb") -> str:
    """Give what an entry is about."""
    found: Any = next((getattr(entry, key) for key in TITLES if hasattr(entry, key)), entry.id)
    return yes_or_no(value=found, language=language) if isinstance(found, bool) else str(found)


def _notes(names: Names) -> tuple[str, ...]:
    return (*names.handbook.said(names.language), *names.other_language())


def overview_text(handbook: Handbook, language: str = "nb") -> str:
    """Give what a handbook holds, as text."""
    names, layer = Names(handbook, language), handbook.layer
    name = f"{layer.name} ({layer.number})" if layer.number else layer.name
    rest = [found for found in SECTIONS if found not in ("layer", "entitlements", "questions", *COUNTED)]
    return text_of(
        [
            *heading(names.say("title", name=name, day=names.day(handbook.on))),
            *(line for used in handbook.layers for line in _layer_lines(used, names)),
            *section(names.say("notes"), bullets(_notes(names))),
            *_entitlements(handbook.entitlements.values(), names),
            *(line for found in rest for line in _section(found, getattr(handbook, found), names)),
            *section(names.say("gone"), bullets(gone_text(gone, names) for gone in handbook.gone)),
            *section(names.say("silent", name=layer.name), _silent(handbook)),
            *_counts(names),
        ]
    )


def _layer_lines(used: LayerUsed, names: Names) -> list[str]:
    valid = used.layer.valid
    texts = [names.say("layer", name=used.layer.name, version=used.version, day=names.day(valid.first))]
    texts += [names.say("layer_ends", day=names.day(valid.last))] if valid.last else []
    texts += [names.say("layer_last_known", day=names.day(valid.last_known))] if valid.last_known else []
    texts += [names.say("layer_assumed", reason=valid.assumed)] if valid.assumed else []
    return wrapped(" ".join(texts), 0, 2)


def _entitlements(found: Iterable[Entitlement], names: Names) -> list[str]:
    entries = list(found)
    lines: list[str] = []
    for kind in EntitlementKind:
        rows = [
            (entry.id, _strengths(entry, names)) for entry in entries if entry.grounds and entry.kind is kind
        ]
        lines += section(names.say(f"kinds_{kind.value}"), columns(rows))
    offers = [(entry.id, entry.name) for entry in entries if not entry.grounds]
    return [*lines, *section(names.say("offers"), columns(offers))]


def _strengths(entry: Entitlement, names: Names) -> str:
    strengths = dict.fromkeys(strength_word(names, ground.strength) for ground in entry.grounds)
    return f"{entry.name} ({names.listed(strengths)})"


def _section(name: str, entries: Mapping[str, Entry], names: Names) -> list[str]:
    return section(
        names.say(f"sections_{name}"),
        columns([(id_, title_of(entry, names.language)) for id_, entry in entries.items()]),
    )


def _silent(handbook: Handbook) -> list[str]:
    silent = [entry for name, entry in handbook.questions.items() if name not in handbook.answers]
    return columns([(entry.id, entry.question) for entry in silent])


def _counts(names: Names) -> list[str]:
    counts = [
        (str(len(getattr(names.handbook, name))), names.say(f"sections_{name}").lower()) for name in COUNTED
    ]
    return section(names.say("also"), columns([row for row in counts if row[0] != "0"]))
