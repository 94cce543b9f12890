"""A folded book: every object of the model has a place, and a path to it."""

from __future__ import annotations

from laget.checks.folded import Folded, Spot
from laget.documents.yaml_reader import read_yaml
from laget.model.entitlements import Entitlement, Limit
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.structuring.converter import structured

TEXT = """\
id: tur
name: Tur
description: Ut.
limits:
  - {id: timer, text: Timer., unit: hours, measure: timer_per_uke + 1}
"""


def folded(handbook: Handbook) -> tuple[Folded, Entitlement]:
    """Give a book with one more entitlement, whose tree is the text above."""
    node = read_yaml(TEXT, "a.yaml").node
    assert node is not None
    return Folded(handbook, {("entitlements", "tur"): node}), structured(node, Entitlement)


def test_place(handbook: Handbook) -> None:
    """A value has its own place; what is not written has the place of what is around it."""
    book, tur = folded(handbook)
    spot = Spot("entitlements", tur, ("limits", 0), tur.limits[0])
    written, silent = book.place(spot, "unit"), book.place(spot, "per")
    path = ("entitlements", "tur", "limits", "timer")
    assert (5, 37, (*path, "unit")) == (written.line, written.column, written.path)
    assert (5, 5, path) == (silent.line, silent.column, silent.path)


def test_node(handbook: Handbook) -> None:
    """An object that is not written has no tree."""
    book, tur = folded(handbook)
    for path in (("fee", "sources", 0), ("name", "x")):
        assert None is book.node(Spot("entitlements", tur, path, tur))
    node = book.node(Spot("entitlements", tur, ("limits", 0, "measure"), tur))
    assert node is not None
    assert "timer_per_uke + 1" == node.value


def test_spots(handbook: Handbook, lia: Municipality) -> None:
    """Every object inside every entry is visited once, and the inside of expressions is not."""
    assert lia.layer == handbook.layer
    book, _ = folded(handbook)
    limits = [spot for spot in book.spots if isinstance(spot.value, Limit)]
    assert [("assistanse", "uke"), ("turvenn", "timer")] == sorted(
        (spot.entry.id, spot.value.id) for spot in limits
    )
    places = [(spot.section, spot.entry.id, spot.path) for spot in book.spots]
    assert len(places) == len(set(places))
    assert not any("tree" in spot.path for spot in book.spots)
