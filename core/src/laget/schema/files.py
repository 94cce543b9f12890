"""Files: one whole JSON Schema for each kind of document, for the case file and for the answers."""

from __future__ import annotations

from typing import Any, Final

from laget.linting.ignores import KIND as IGNORES
from laget.linting.ignores import Ignore, IgnoreFile
from laget.model.answers import CONTRACT, Assessment, RotaAnswer
from laget.model.calendars import Calendar
from laget.model.case import Case
from laget.model.differences import Comparison
from laget.model.layers import Layer
from laget.model.moves import Move
from laget.model.sections import KINDS, SECTIONS
from laget.model.timelines import Timeline
from laget.schema.case_files import CaseFile
from laget.schema.descriptions import class_description, key_description
from laget.schema.shapes import AnswerShapes, DocumentShapes, Shape, Shapes

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

PURPOSES: Final = {
    "layer": "What the layer is: its name, area, number, what it builds on, and from when it holds.",
    "sources": "The documents and laws that rules are made from.",
    "vocabulary": "The words that rules and cases use: facts, purposes, services, steps, events and terms.",
    "background": "What stands behind the rules: principles, conflicts, open questions and their answers.",
    "services": "The services: what they are, and the criteria, limits and steps of each.",
    "coordination": "How help is coordinated: units, roles, ladders of levels, plans and groups.",
    "routing": "The offices, and who does each step from contact to appeal.",
    "reporting": "What somebody must report, evaluate or answer, and by when.",
    "cases": "Cases with the part of the answer that each must get. `laget test` runs them.",
    "ignores": "The findings of `laget check` that a plugin knows of, and why they stay: its `ignore.yaml`.",
    "case": "A case file: what is known about one anonymous child on one date.",
    "comparison": "The answer of `laget diff --format json`. Every key is always there; more may come.",
    "move": "The answer of `laget move --format json`. Every key is always there; more may come.",
    "calendar": "The answer of `laget calendar --format json`. Every key is always there; more may come.",
    "assessment": "The answer of `laget assess --format json`. Every key is always there; more may come.",
    "timeline": "The answer of `laget timeline --format json`. Every key is always there; more may come.",
    "rota": "The answer of `laget route --at TIME --format json`. Every key is always there; more may come.",
}
"""What each kind of document, the case file and the answers are for."""


def schemas() -> dict[str, Shape]:
    """Give every schema by the name of its file."""
    made = {kind: document_schema(kind) for kind in KINDS}
    made |= {
        "cases": _with_kind("cases", CaseFile),
        IGNORES: _ignores(),
        "case": _case(),
    }
    made |= {"assessment": _answer("assessment", Assessment), "rota": _answer("rota", RotaAnswer)}
    made |= {"comparison": _answer("comparison", Comparison), "move": _answer("move", Move)}
    made["calendar"] = _answer("calendar", Calendar)
    made["timeline"] = _answer("timeline", Timeline)
    return {f"{name}.schema.json": schema for name, schema in made.items()}


def document_schema(kind: str) -> Shape:
    """Give the schema of one kind of document."""
    shapes = DocumentShapes()
    properties = {"kind": _kind(kind), **{name: _section(name, shapes) for name in KINDS[kind]}}
    return _file(kind, shapes, {**_closed(properties), "required": ["kind"]})


def _section(name: str, shapes: DocumentShapes) -> Shape:
    """Give the shape of a section. A layer describes only itself, so its description is always whole."""
    if name == "layer":
        return {"description": class_description(Layer), **shapes.of(Layer)}
    items = shapes.entry(SECTIONS[name], dated=True)
    return {"description": class_description(SECTIONS[name]), "type": "array", "items": items}


def _kind(kind: str) -> Shape:
    return {"description": "What kind of document this is.", "const": kind}


def _closed(properties: dict[str, Shape]) -> Shape:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _with_kind(kind: str, cls: type) -> Shape:
    """Give the schema of a document that is one class, and no list of entries."""
    shapes = DocumentShapes()
    body = _opened(cls, shapes)
    body["properties"] = {"kind": _kind(kind), **body["properties"]}
    return _file(kind, shapes, {**body, "required": ["kind", *body["required"]]})


def _ignores() -> Shape:
    """Give the schema of a file of ignores; an editor asks at once for the reason that the check asks for."""
    made = _with_kind(IGNORES, IgnoreFile)
    ignore = made["$defs"][Ignore.__name__]
    ignore["properties"]["reason"]["type"] = "string"
    ignore["required"] = [*ignore["required"], "reason"]
    return made


def _case() -> Shape:
    shapes = DocumentShapes()
    return _file("case", shapes, _opened(Case, shapes))


def _answer(name: str, cls: type) -> Shape:
    shapes = AnswerShapes()
    body = _opened(cls, shapes)
    body["properties"]["contract"] = {"description": key_description(cls, "contract"), "const": CONTRACT}
    return _file(name, shapes, body)


def _opened(cls: type, shapes: Shapes) -> dict[str, Any]:
    """Give the shape of a class as the body of a file instead of a definition."""
    shapes.of(cls)
    definition = shapes.definitions.pop(cls.__name__)
    return {key: value for key, value in definition.items() if key not in ("title", "description")}


def _file(name: str, shapes: Shapes, body: Shape) -> Shape:
    return {
        "$schema": DIALECT,
        "$id": f"urn:laget:schema:{CONTRACT}:{name}",
        "title": f"laget: {name}",
        "description": PURPOSES[name],
        **body,
        "$defs": dict(sorted(shapes.definitions.items())),
    }
