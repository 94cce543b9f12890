"""The files of a layer: its description, its documents, and a file for each thing it may say."""

from __future__ import annotations

from datetime import date
from textwrap import fill, indent

from laget.model.layers import LayerKind
from laget.render.words import day
from laget.scaffold.filling import filled, quoted
from laget.scaffold.wishes import NewDocument, NewLayer, Surroundings, Wish
from laget.texts import say

EVERYWHERE = ("layer", "services", "coordination", "routing", "reporting", "background", "vocabulary")
"""The documents of every layer."""

MEMBER = tuple(name for name in EVERYWHERE if name != "services")
"""The documents of a region's member: the worked service is the region's."""


def layer_files(wish: Wish, layer: NewLayer, around: Surroundings) -> dict[str, str]:
    """Give the documents of a layer, by path inside the package."""
    folder = f"layers/{layer.id}"
    values = _values(wish, layer, around)
    names = EVERYWHERE if layer is wish.layer else MEMBER
    made = {f"{folder}/{name}.yaml": filled(f"layer/{name}.yaml", values) for name in names}
    made[f"cases/{layer.id}.yaml"] = filled("cases.yaml", {**values, "schemas": "../../../schemas"})
    if layer is not wish.layer:
        return made
    for document in wish.documents:
        name = f"{folder}/sources/{document.id}.yaml"
        made[name] = filled("layer/source.yaml", values | _document_values(document, layer))
    if around.catalogue:
        made[f"{folder}/questions.yaml"] = filled("layer/questions.yaml", values)
    return made


def first_day(wish: Wish, around: Surroundings) -> date:
    """Give the first day of the rules: that of the oldest document, but never before what they build on."""
    dated = [document.dated for document in wish.documents if document.dated]
    return max([min(dated), around.first]) if dated else around.first


def _values(wish: Wish, layer: NewLayer, around: Surroundings) -> dict[str, str]:
    tongue = layer.language.value
    cited, section = _cited(wish)
    return {
        "layer": layer.id,
        "name_quoted": quoted(layer.name),
        "kind": layer.kind.value,
        "number_line": f"  number: {quoted(layer.number)}" if layer.number else "",
        "county_comment": f"{layer.name} is in {layer.county}." if layer.county else "",
        "extends": layer.extends,
        "language": tongue,
        "first_day": first_day(wish, around).isoformat(),
        "assumed_lines": indent(fill(_assumed(wish, around, tongue), 94), " " * 6),
        "schemas": "../../../../schemas",
        "schemas_deeper": "../../../../../schemas",
        "service_name_quoted": quoted(say("new_service_name", tongue)),
        "case_met_quoted": quoted(say("new_case_met", tongue)),
        "case_unknown_quoted": quoted(say("new_case_unknown", tongue)),
        "cited": cited,
        "cited_section": section,
        "like": wish.like or "",
        "question_lines": _question_lines(around, tongue),
    }


def _document_values(document: NewDocument, layer: NewLayer) -> dict[str, str]:
    tongue = layer.language.value
    owner = "new_region_publisher" if layer.kind is LayerKind.REGION else "new_publisher"
    return {
        "document": document.id,
        "title_quoted": quoted(document.title),
        "publisher_quoted": quoted(say(owner, tongue, name=layer.name)),
        "dated_line": f"    dated: {document.dated.isoformat()}" if document.dated else "",
        "section_lines": "\n".join(
            f"      {quoted(key)}: {quoted(heading)}" for key, heading in sections_of(document, tongue)
        ),
    }


def sections_of(document: NewDocument, tongue: str) -> tuple[tuple[str, str], ...]:
    """Give the sections; the whole document as one, when nobody has said which there are."""
    return document.sections or (("hele", say("new_whole_document", tongue)),)


def _cited(wish: Wish) -> tuple[str, str]:
    """Give what examples cite: the first section of the first document."""
    if not wish.documents:
        return "dokumentets_id", quoted("1")
    document = wish.documents[0]
    return document.id, quoted(sections_of(document, wish.layer.language.value)[0][0])


def _assumed(wish: Wish, around: Surroundings, tongue: str) -> str:
    dated = [document.dated for document in wish.documents if document.dated]
    if not dated:
        key = "new_start_undated" if wish.documents else "new_start_unread"
        return say(key, tongue, day=day(around.first, tongue))
    oldest = min(dated)
    key = "new_start_dated" if oldest >= around.first else "new_start_older"
    return say(key, tongue, dated=day(oldest, tongue), day=day(around.first, tongue))


def _question_lines(around: Surroundings, tongue: str) -> str:
    lines = [
        f"  - id: har_{name}\n    question: {quoted(say('new_question', tongue, id=name))}"
        for name in around.catalogue
    ]
    return "\n".join(lines)
