"""What is asked for: layers and documents, and what they stand on."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.layers import Language, LayerKind


@frozen(kw_only=True)
class NewLayer:
    """A layer that is to be made."""

    id: str
    name: str
    kind: LayerKind
    number: str | None = None
    """The municipality's number; `None` for a region."""
    county: str | None = None
    """The county of a real municipality."""
    extends: str
    """The layer that it builds on."""
    language: Language = Language.BOKMAL


@frozen(kw_only=True)
class NewDocument:
    """A document that rules are to be made from."""

    id: str
    title: str
    dated: date | None = None
    sections: tuple[tuple[str, str], ...] = ()
    """Number and heading of each section; none, if nobody has said."""


@frozen(kw_only=True)
class Surroundings:
    """What a new layer builds on, as it is installed."""

    first: date
    """The first day on which all of it holds."""
    questions: tuple[tuple[str, str], ...] = ()
    """What it leaves open: id and question."""
    documents: tuple[str, ...] = ()
    """The ids of its documents: a new one needs another."""
    catalogue: tuple[str, ...] = ()
    """The ids of what a neighbour has beyond it, when one is to be like a neighbour."""


@frozen(kw_only=True)
class Wish:
    """Everything that is asked for."""

    layer: NewLayer
    """The municipality, or the region: the documents are its own."""
    members: tuple[NewLayer, ...] = ()
    """The municipalities of a region."""
    documents: tuple[NewDocument, ...] = ()
    like: str | None = None
    """The id of the neighbour whose catalogue becomes questions."""

    @property
    def layers(self) -> tuple[NewLayer, ...]:
        """All layers that are to be made, the widest first."""
        return (self.layer, *self.members)
