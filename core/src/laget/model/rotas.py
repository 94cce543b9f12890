"""Rotas: who answers at which hour."""

from __future__ import annotations

from attrs import frozen

from laget.model.choices import Declared
from laget.model.citations import Citation, SourceRef
from laget.model.expressions import Unclear
from laget.model.origins import Entry


@frozen(kw_only=True)
class Shift(Entry):
    """Hours in which an office answers."""

    office: str | None = None
    """The id of the office; left out where the source does not say who answers."""
    hours: str | None = None
    """The hours in the OpenStreetMap notation, `PH` being public holidays; left out when not given."""
    text: str
    """The hours in a sentence."""
    unclear: Unclear | None = None
    """What the source leaves open: the office is then one that may answer, never the answer."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Rota(Entry):
    """Who answers at which hour for one service. Its id is that of the service."""

    name: str
    """The service."""
    shifts: tuple[Shift, ...]
    """The shifts; together they are to cover every hour once."""
    overlap: Declared | None = None
    """Set when the source itself lets two offices answer at the same hour."""
    hole: Declared | None = None
    """Set when the source itself leaves hours without an office."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
