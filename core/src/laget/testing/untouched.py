"""Untouched rules: criteria of a layer whose value is known in none of its cases.

Reads the cases that plugins ship and assesses each; gives one note a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.errors import LagetError
from laget.findings import Finding, Severity
from laget.inspection.gathering import gathered
from laget.inspection.spots import own
from laget.model.answers import Assessment
from laget.model.entitlements import Criterion, Entitlement, Prerequisite
from laget.model.layers import LayerKind
from laget.municipality import Municipality
from laget.testing.examples import examples


def check_cases(asked: Municipality) -> Iterator[Finding]:
    """Note criteria that no case of a municipality, or of a region's members, ever settles.

    A layer without any case has one note. What is wrong with cases, `laget test` says.
    """
    try:
        if asked.layer.kind is LayerKind.NATION:
            return  # its rules are tried by every municipality's cases
        folded, answers = _assessed(asked)
    except LagetError:
        return
    rules = list(_rules(folded))
    known = {name for answer in answers for name in _known(answer)}
    left = [(spot, names) for spot, names in rules if known.isdisjoint(names)]
    if rules and not answers:
        place = folded.place(Spot("layer", asked.layer, (), asked.layer))
        message = f"no case shows what the {len(rules)} criteria of «{asked.id}» say"
        hint = "add documents of the kind «cases» to the plugin's folder «cases»"
        yield Finding("untouched-rules", message, place, Severity.NOTE, hint)
        return
    for place, ids in gathered((folded.place(spot), f"{spot.entry.id}.{spot.value.id}") for spot, _ in left):
        hint = "add a case that says the facts they read; «laget test» runs it"
        yield Finding(
            "untouched-rules", f"the value of {ids} is known in no case", place, Severity.NOTE, hint
        )


def _assessed(asked: Municipality) -> tuple[Folded, list[Assessment]]:
    """Assess all cases; give the answers with the rules of the latest day that a case is about."""
    asking = asked.members() if asked.layer.kind is LayerKind.REGION else (asked,)
    answers = [member.assess(found.draft) for member in asking for found in examples(member)]
    day = max((answer.on for answer in answers), default=asked.layer.valid.first)
    return asked.built(day).checked, answers


def _rules(folded: Folded) -> Iterator[tuple[Spot, frozenset[tuple[str, str]]]]:
    """Go through the layer's own criteria, each with the names that answers may have for it."""
    book = folded.book
    for spot in own(folded):
        if not isinstance(spot.value, Criterion):
            continue
        match spot.entry:
            case Entitlement() as entitlement:
                yield spot, frozenset({(entitlement.id, spot.value.id)})
            case Prerequisite():
                yield spot, frozenset((name, spot.value.id) for name in book.entitlements)
            case _:
                continue  # ways to hold a role are about a candidate


def _known(answer: Assessment) -> Iterator[tuple[str, str]]:
    for entitlement in answer.entitlements:
        for ground in entitlement.grounds:
            for criterion in ground.criteria:
                if criterion.holds is not None:
                    yield entitlement.id, criterion.id
