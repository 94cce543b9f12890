"""Case files: the form of a document of the kind `cases`, as `laget.testing` reads it."""

from __future__ import annotations

from attrs import frozen

from laget.model.answers import Assessment
from laget.model.case import Case


@frozen(kw_only=True)
class CaseExample:
    """A case with a part of the answer it must get."""

    id: str
    """A name for the case, unlike the others in the file."""
    shows: str
    """What the case shows, in a sentence."""
    case: Case
    """The case."""
    expect: Assessment
    """The part of the answer that must be so; lists are addressed by id, what is left out may be anything."""


@frozen(kw_only=True)
class CaseFile:
    """Cases of one municipality."""

    municipality: str
    """The id of the layer that is asked."""
    coverage: int | None = None
    """The least rule coverage, in per cent, that `laget test --coverage` asks for; said once for a layer."""
    cases: tuple[CaseExample, ...]
    """The cases."""
