"""Lia with a form: a fictional municipality whose form answers facts, and one that answers none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from laget.registry import Registry

from ..texts import FACTS, TextPlugin, layer_text

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Melding",
    "type": "object",
    "required": ["barn", "dato"],
    "additionalProperties": False,
    "properties": {
        "barn": {
            "title": "Barnet",
            "type": "object",
            "required": ["alder"],
            "properties": {
                "alder": {"title": "Alder", "type": ["integer", "null"], "minimum": 0, "maximum": 18},
                "behov": {"title": "Behov", "type": ["boolean", "null"]},
            },
        },
        "dato": {"$ref": "#/$defs/dag", "title": "Dagen"},
        "hvor": {"title": "Sted", "enum": ["hjemme", "skole", None]},
        "slag": {"title": "Slag", "const": "melding"},
        "antall": {"title": "Antall", "multipleOf": 5},
        "turer": {
            "title": "Turer",
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "properties": {
                    "navn": {"title": "Navn", "minLength": 2, "maxLength": 5, "pattern": "^[A-Z]"}
                },
            },
        },
    },
    "$defs": {"dag": {"title": "Dag", "type": "string", "format": "date"}},
}

BLANK: dict[str, Any] = {"barn": {"alder": None, "behov": None}, "dato": "2026-01-01"}
FILLED: dict[str, Any] = {"barn": {"alder": 9, "behov": True}, "dato": "2026-02-02"}

FILES = {
    "melding.schema.json": json.dumps(SCHEMA),
    "melding.blank.json": json.dumps(BLANK),
    "melding.filled.json": json.dumps(FILLED),
}

SERVICES = """\
kind: services
entitlements:
  - id: turen
    name: Turen
    description: En tur.
    grounds:
      - id: behov
        name: Behov
        strength: may
        criteria: [{id: behov, text: Det er behov., when: behov}]
"""

ROUTING = """\
kind: routing
offices: [{id: kontoret, name: Kontoret}]
"""

NAMED = "schema: melding.schema.json, blank: melding.blank.json, filled: melding.filled.json"

REPORTING = f"""\
kind: reporting
forms:
  - {{id: melding, title: Melding, {NAMED}, about: [turen], recipient: kontoret,
     facts: {{/barn/alder: alder, /barn/behov: behov}}, unclear: [{{note: Hvem som skriver står ikke.}}]}}
  - {{id: notat, title: Notat, {NAMED}}}
"""

DOCUMENTS = {"services.yaml": SERVICES, "routing.yaml": ROUTING, "reporting.yaml": REPORTING}


class FormsPlugin(TextPlugin):
    """A plugin that also ships the files of forms."""

    def __init__(self, layers: Mapping[str, Mapping[str, str]], files: Mapping[str, str]) -> None:
        super().__init__(layers)
        self._files = files

    def form_file(self, name: str) -> bytes | None:
        """Give a file of a form."""
        return self._files[name].encode() if name in self._files else None


def lia(
    reporting: str = REPORTING,
    files: Mapping[str, str] = FILES,
    above: Mapping[str, str] = {},
) -> Registry:
    """Make a registry of a nation without forms, a region with the files `above`, and Lia with `files`."""
    riket = {"layer.yaml": layer_text("riket", "nation"), "facts.yaml": FACTS}
    dalen = {"layer.yaml": layer_text("dalen", "region", "riket")}
    own = {"layer.yaml": layer_text("lia", extends="dalen"), **DOCUMENTS, "reporting.yaml": reporting}
    return Registry.of(
        [TextPlugin({"riket": riket}), FormsPlugin({"dalen": dalen}, above), FormsPlugin({"lia": own}, files)]
    )
