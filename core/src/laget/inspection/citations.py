"""Citations: acts that are repealed or not yet in force, and a basis that the right itself does not have.

What the source printed stays: the right reference comes beside it, as `corrected`, with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.inspection.spots import is_own, nations, own
from laget.model.citations import Citation, Document, Law, LawRef
from laget.model.entitlements import Entitlement, Ground
from laget.model.layers import Conflict

_SECTION = re.compile(r"§+ *\d+[a-z]?(?:-\d+[a-z]?)?")


def check_citations(folded: Folded, today: date | None) -> Iterator[Finding]:
    """Find citations of acts that do not hold, and those that differ from the right's own.

    Without `today` acts are looked at on the book's own day. A corrected reference names what holds now,
    so that day says nothing of it.
    """
    for spot in own(folded):
        if isinstance(spot.value, Citation) and spot.section != "conflicts":
            yield from _check_time(folded, spot, spot.value, today)
    for entitlement in folded.book.entitlements.values():
        if not any(_is_disputed(entitlement, conflict) for conflict in folded.book.conflicts.values()):
            yield from _check_same_right(folded, entitlement)


def effective(citation: Citation) -> LawRef:
    """Give the reference that counts: the corrected one, where there is one."""
    return citation.corrected or LawRef(law=citation.law, section=citation.section)


def _check_time(folded: Folded, spot: Spot, citation: Citation, today: date | None) -> Iterator[Finding]:
    cited, on = effective(citation), today or folded.book.on
    law = folded.book.laws.get(cited.law)
    if law is None:
        return
    key = ("corrected", "law") if citation.corrected else ("law",)
    place = folded.place(spot, *key)
    if law.in_force_to is not None and law.in_force_to < on:
        message = f"«{law.id}» ({law.short}) was repealed after {law.in_force_to}"
        yield Finding("repealed-law", message, place, Severity.WARNING, _successor(folded, law, spot))
    elif citation.corrected and today is None:
        return
    elif law.in_force_from is not None and on < law.in_force_from:
        message = f"«{law.id}» ({law.short}) is in force from {law.in_force_from}, after {on}"
        hint = "cite the act that holds now, and the new one in an entry with «from»"
        yield Finding("law-outside-time", message, place, Severity.WARNING, hint)
    elif citation.corrected is None:
        yield from _check_document(folded, spot, law)


def _successor(folded: Folded, law: Law, spot: Spot) -> str:
    """Name the reference to write: the successor, with the section where the right itself tells it."""
    known = folded.book.laws.get(law.successor or "")
    if known is None:
        return "add «corrected: {law: …, section: …}» with a «reason», or remove the citation"
    right = spot.entry if isinstance(spot.entry, Entitlement) else None
    refs = _own_basis(right, nations(folded.book)) if right else {}
    section = next((ref.section for ref in refs.values() if ref.law == known.id), "…")
    return (
        f'keep what the source printed, and add «corrected: {{law: {known.id}, section: "{section}"}}» '
        f"with a «reason»: {known.short} took over"
    )


def _check_document(folded: Folded, spot: Spot, law: Law) -> Iterator[Finding]:
    """Find acts that were not in force on the day that the rule's document bears."""
    for document in _documents(folded, spot):
        day = document.dated
        if day is None:
            continue
        if law.in_force_from is not None and day < law.in_force_from:
            when = f"came into force on {law.in_force_from}"
        elif law.in_force_to is not None and law.in_force_to < day:
            when = f"was repealed after {law.in_force_to}"
        else:
            continue
        message = f"«{document.id}» is dated {day}, and «{law.id}» ({law.short}) {when}"
        hint = "look at what the source printed: cite that, and add the act of today as «corrected»"
        yield Finding("law-after-document", message, folded.place(spot, "law"), Severity.NOTE, hint)


def _documents(folded: Folded, spot: Spot) -> list[Document]:
    """Give the documents that the rule around a citation comes from."""
    value: object = spot.entry
    sources = getattr(value, "sources", ())
    for step in spot.path:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        sources = getattr(value, "sources", ()) or sources
    found = (folded.book.documents.get(source.document) for source in sources)
    return list({document.id: document for document in found if document is not None}.values())


def _is_disputed(entitlement: Entitlement, conflict: Conflict) -> bool:
    """Tell whether a layer has said that sources disagree about the legal basis of something."""
    return entitlement.id in conflict.touches and any(side.law for side in conflict.sides)


def _check_same_right(folded: Folded, entitlement: Entitlement) -> Iterator[Finding]:
    """Note local text that names another basis than the wider layers do for the same right."""
    basis = _own_basis(entitlement, nations(folded.book))
    spots = [Spot("entitlements", entitlement, (), entitlement)]
    for at, ground in enumerate(entitlement.grounds):
        if not ground.statutory:
            spots.append(Spot("entitlements", entitlement, ("grounds", at), ground))
    for spot in spots:
        law = Spot(spot.section, spot.entry, (*spot.path, "law"), spot.value.law)
        cited = {_key(effective(found)) for found in spot.value.law}
        if not basis or not cited or not cited.isdisjoint(basis) or not is_own(folded, law):
            continue
        right = " or ".join(f'«{{law: {ref.law}, section: "{ref.section}"}}»' for ref in basis.values())
        names = ", ".join(f"{law} {section}" for law, section in sorted(cited))
        message = f"«{spot.value.id}» cites {names}, and the right «{entitlement.id}» rests on {right}"
        hint = f"add {right} as «corrected» with a «reason», or declare a conflict that touches it"
        yield Finding("other-citation", message, folded.place(law), Severity.NOTE, hint)


def _own_basis(entitlement: Entitlement, national: frozenset[str]) -> Mapping[tuple[str, str], LawRef]:
    """Give what a right rests on by the wider layers: law and section, without its parts."""
    grounds: Iterable[Ground] = (ground for ground in entitlement.grounds if ground.statutory)
    found = [effective(citation) for ground in grounds for citation in ground.law]
    if entitlement.origins.get("law", entitlement.origin).layer in national:
        found += [effective(citation) for citation in entitlement.law]
    return {_key(ref): ref for ref in found}


def _key(ref: LawRef) -> tuple[str, str]:
    match = _SECTION.match(ref.section)
    return ref.law, match.group() if match else ref.section
