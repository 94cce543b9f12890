"""Spots: what of a folded book a layer has written itself, and so can mend."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.expressions import vocabulary_of
from laget.checks.folded import Folded, Spot
from laget.criteria import BOOLEAN, check
from laget.model.expressions import Formula
from laget.model.handbook import Handbook
from laget.model.layers import LayerKind


def is_own(folded: Folded, spot: Spot) -> bool:
    """Tell whether something was written in the book's own layer."""
    node = folded.node(spot)
    return node is not None and node.source.layer == folded.book.layer.id


def own(folded: Folded) -> Iterator[Spot]:
    """Go through everything that the book's own layer has written."""
    return (spot for spot in folded.spots if is_own(folded, spot))


def own_conditions(folded: Folded) -> Iterator[tuple[Spot, Formula]]:
    """Go through the layer's own expressions that are true or false."""
    vocabulary = vocabulary_of(folded.book)
    for spot in own(folded):
        if isinstance(spot.value, Formula) and not check(spot.value.tree, vocabulary, BOOLEAN):
            yield spot, spot.value


def nations(book: Handbook) -> frozenset[str]:
    """Give the ids of the national layers of a book."""
    return frozenset(used.layer.id for used in book.layers if used.layer.kind is LayerKind.NATION)
