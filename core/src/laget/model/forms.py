"""Forms, and goals of an action plan."""

from __future__ import annotations

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.entitlements import Statement
from laget.model.expressions import Unclear
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry


@frozen(kw_only=True)
class Form(Entry):
    """A form as a JSON Schema, with what its fields mean for an assessment."""

    title: str
    """The title of the form."""
    schema: str
    """The file with its JSON Schema, in the folder `forms` of the plugin's package."""
    blank: str
    """The file with a blank form, in the same folder."""
    filled: str
    """The file with a filled example (synthetic), in the same folder."""
    about: tuple[str, ...] = ()
    """The ids of the entitlements and duties that it belongs to."""
    recipient: str | None = None
    """The id of the role or office that it is sent to."""
    facts: FrozenMapping[str] | None = None
    """The facts that fields answer: JSON pointer of the field → id of the fact."""
    unclear: tuple[Unclear, ...] = ()
    """What can't be recovered from the source, such as columns without headings."""
    statements: tuple[Statement, ...] = ()
    """Who fills it in, when, and what happens after."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document has it."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""


@frozen(kw_only=True)
class Goal(Entry):
    """A goal of an action plan with its measures."""

    wish: str
    """What is wanted."""
    measures: tuple[str, ...] = ()
    """What is to be done."""
    responsible: tuple[str, ...] = ()
    """The ids of the offices, teams and meetings that answer for it; none, where the source names none."""
    note: str | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
