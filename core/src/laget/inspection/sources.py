"""Sources: documents, and sections of them, that no rule cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.inspection.gathering import listed
from laget.inspection.spots import is_own
from laget.model.citations import SourceRef
from laget.model.layers import LayerKind


def check_sources(folded: Folded, members: Iterable[Folded] = ()) -> Iterator[Finding]:
    """Note what of the layer's own documents nothing rests on; `members` may cite them too."""
    if folded.book.layer.kind is LayerKind.NATION:
        return  # what the nation has is there for others to cite
    cited = defaultdict[str, set[str]](set)
    for book in (folded, *members):
        for found in book.spots:
            if isinstance(found.value, SourceRef):
                cited[found.value.document].add(found.value.section)
    for document in folded.book.documents.values():
        spot = Spot("documents", document, (), document)
        if not is_own(folded, spot):
            continue
        left = [section for section in document.sections if section not in cited.get(document.id, ())]
        if not cited.get(document.id):
            message = f"no rule cites «{document.id}»"
            hint = "write its rules, or remove the document"
            yield Finding("uncited-source", message, folded.place(spot), Severity.NOTE, hint)
        elif left:
            message = f"no rule cites the sections {listed(left)} of «{document.id}»"
            hint = "write their rules, or leave them when they hold none"
            yield Finding("uncited-source", message, folded.place(spot, "sections"), Severity.NOTE, hint)
