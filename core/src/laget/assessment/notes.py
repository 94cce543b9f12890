"""Notes: what a reader must know with an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.model.entitlements import Entitlement
from laget.model.handbook import Handbook
from laget.model.layers import Layer, LayerKind
from laget.texts import say


def notes_for(handbook: Handbook, entitlement: Entitlement, language: str) -> tuple[str, ...]:
    """Give what a reader must know with the answer about one entitlement."""
    notes = [*_guiding(handbook, entitlement, language), *_silence(handbook, entitlement, language)]
    if not entitlement.available:
        notes.append(say("not_available", language))
    notes += [
        say("conflict", language, text=conflict.text)
        for conflict in handbook.conflicts.values()
        if entitlement.id in conflict.touches
    ]
    return tuple(dict.fromkeys(notes))


def _guiding(handbook: Handbook, entitlement: Entitlement, language: str) -> Iterator[str]:
    """Say that criteria from a guiding document only guide."""
    refs = [ref for ground in entitlement.grounds for ref in ground.sources]
    refs += [
        ref for ground in entitlement.grounds for criterion in ground.criteria for ref in criterion.sources
    ]
    for name in dict.fromkeys(ref.document for ref in refs):
        guiding = handbook.documents[name].guiding
        if guiding is not None:
            yield guiding.text
            yield say("individual", language)


def _silence(handbook: Handbook, entitlement: Entitlement, language: str) -> Iterator[str]:
    """Say that only national rules speak, where the municipality has no ground of its own."""
    kinds = {used.layer.id: used.layer.kind for used in handbook.layers}
    nations = {name for name, kind in kinds.items() if kind is LayerKind.NATION}
    is_local = handbook.layer.kind is not LayerKind.NATION
    if (
        is_local
        and entitlement.grounds
        and all(ground.origin.layer in nations for ground in entitlement.grounds)
    ):
        yield say("municipality_silent", language, name=handbook.layer.name)


def general_notes(handbook: Handbook, language: str) -> tuple[str, ...]:
    """Give what every reader of an answer from the handbook must know."""
    said = (
        *handbook.said(language),
        *other_language([used.layer for used in handbook.layers], language),
    )
    gone = [
        say(
            "not_offered" if found.withdrawn else "ended_entry",
            language,
            name=found.id,
            reason=found.said(language).reason,
        )
        for found in handbook.gone
        if found.section == "entitlements"
    ]
    return (*said, *gone)


def other_language(layers: Iterable[Layer], language: str) -> tuple[str, ...]:
    """Say once which layers' texts are in another language than the one asked for."""
    others: dict[str, dict[str, None]] = {}
    for layer in layers:
        if layer.language != language:
            others.setdefault(layer.language, {})[layer.name] = None
    return tuple(
        say("texts_in", language, names=_listed(names, language), language=say(f"language_{own}", language))
        for own, names in others.items()
    )


def _listed(names: Iterable[str], language: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {say('and', language)} {last}" if most else last
