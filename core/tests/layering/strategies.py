"""Hypothesis strategies: patches of all shapes, mistakes among them, and amendments of the fiction."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from laget.documents.tree import Node, SourceFile
from laget.layering.patches import Ended, Patch, PatchValue, Said
from laget.structuring.contents import Verb

IDS = st.sampled_from(["a", "b", "c"])
SOURCES = [SourceFile("x.yaml", "x" * 50, layer) for layer in ("riket", "dalen", "lia")]
NODES = st.builds(
    Node, st.sampled_from(["one", "two", "three"]), st.sampled_from(SOURCES), st.integers(0, 49)
)
SAID = st.builds(Said, st.sampled_from(Verb), NODES, st.none() | st.just(date(2025, 12, 31)))
VALUES = NODES | st.builds(Ended, NODES, st.just(date(2025, 12, 31)))


def patches(depth: int = 2) -> st.SearchStrategy[Patch]:
    """Patches with plain values under `name` and `text`, and things with ids under `items` and `parts`.

    A list of things may also hold a plain value: somebody's mistake.
    """
    keys: dict[str, st.SearchStrategy[PatchValue]] = {"name": VALUES, "text": VALUES}
    if depth:
        inner: st.SearchStrategy[PatchValue] = collections(depth - 1)
        keys |= {"items": inner | NODES, "parts": inner}
    values = st.fixed_dictionaries({}, optional=keys)
    return st.builds(Patch, st.lists(SAID, min_size=1, max_size=2).map(tuple), values)


def collections(depth: int = 2) -> st.SearchStrategy[dict[str, Patch]]:
    """Patches by id, as one layer or one document gives them."""
    return st.dictionaries(IDS, patches(depth), max_size=3)
