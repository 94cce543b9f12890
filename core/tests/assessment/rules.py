"""Small rule books made in code, for tests of one meaning at a time.

`town` gives a municipality that extends a nation. Both know the facts below and nothing else; a test
adds the entitlements, routes and other entries that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from laget.hookspecs import LayerDeclaration, hookimpl
from laget.model.answers import Assessment, EntitlementAnswer
from laget.municipality import Municipality
from laget.registry import Registry

Entries = Sequence[Mapping[str, Any]]

ON = "2026-03-01"

FACTS: list[dict[str, Any]] = [
    {"id": "a", "label": "første", "question": "Første?", "type": "boolean"},
    {"id": "b", "label": "andre", "question": "Andre?", "type": "boolean"},
    {"id": "c", "label": "tredje", "question": "Tredje?", "type": "boolean"},
    {"id": "d", "label": "fjerde", "question": "Fjerde?", "type": "boolean"},
    {"id": "skjonn", "label": "skjønn", "question": "Skjønn?", "type": "boolean", "judgement": True},
    {
        "id": "sjelden",
        "label": "sjeldent forhold",
        "question": "Er det noe sjeldent?",
        "type": "boolean",
        "presumed": {"value": False, "reason": "Det er sjeldent."},
    },
    {"id": "antall", "label": "antall", "question": "Hvor mange?", "type": "number", "minimum": 0},
    {"id": "frist", "label": "frist", "question": "Hvilken frist?", "type": "date"},
    {"id": "fodt", "label": "fødselsdato", "question": "Når?", "type": "date"},
    {
        "id": "ventet",
        "label": "ventet barn",
        "question": "Er barnet ventet?",
        "type": "boolean",
        "derived": "fodt > on_date()",
        "presumed": {"value": False, "reason": "De fleste er født."},
    },
    {
        "id": "alder",
        "label": "alder",
        "question": "Hvor gammelt?",
        "type": "integer",
        "derived": "age(fodt, ventet)",
    },
    {
        "id": "sted",
        "label": "sted",
        "question": "Hvor?",
        "type": "choice",
        "choices": {"hjemme": "hjemme", "borte": "borte", "ute": "ute"},
    },
    {"id": "om_lege", "label": "formål om lege", "question": "Er det til lege?", "type": "boolean"},
    {"id": "om_skole", "label": "formål om skole", "question": "Er det til skole?", "type": "boolean"},
]

VOCABULARY: dict[str, Entries] = {
    "purposes": [
        {"id": "lege", "label": "lege", "fact": "om_lege"},
        {"id": "skole", "label": "skole", "fact": "om_skole"},
        {"id": "fritid", "label": "fritid"},
    ],
    "service_kinds": [{"id": "tjeneste", "label": "tjenester"}],
    "things": [{"id": "plass", "label": "plass", "counts_as": ["tjeneste"]}],
    "step_kinds": [{"id": "soke", "label": "søknad", "done_by": "sokt"}, {"id": "mote", "label": "møte"}],
    "events": [{"id": "sokt", "label": "søkt"}, {"id": "vedtatt", "label": "vedtatt"}],
}

OFFICES: Entries = [{"id": name, "name": name.title()} for name in ("nord", "sor", "ost")]

Sections = Mapping[str, Entries]


class Rules:
    """A plugin that answers the hooks with entries made in code."""

    def __init__(self, local: Sections, national: Sections) -> None:
        self._sections = {"byen": local, "landet": national}

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare the nation and the town."""
        return [
            LayerDeclaration("landet", self._layer("landet", "nation", [])),
            LayerDeclaration("byen", self._layer("byen", "municipality", ["landet"])),
        ]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[dict[str, object]]:
        """Give the services of a layer."""
        return [{"kind": "services", **self._some(layer, "entitlements", "prerequisites")}]

    @hookimpl
    def laget_coordination(self, layer: str) -> list[dict[str, object]]:
        """Give the roles and ladders, and the rules for plans, consent and groups, of a layer."""
        names = ("roles", "ladders", "plans", "consents", "groups", "meeting_kinds")
        return [{"kind": "coordination", **self._some(layer, *names)}]

    @hookimpl
    def laget_routing(self, layer: str) -> list[dict[str, object]]:
        """Give the offices and routes of a layer."""
        offices = {"offices": OFFICES} if layer == "landet" else {}
        return [{"kind": "routing", **offices, **self._some(layer, "routes")}]

    @hookimpl
    def laget_reporting(self, layer: str) -> list[dict[str, object]]:
        """Give the duties of a layer."""
        return [{"kind": "reporting", **self._some(layer, "duties")}]

    def _some(self, layer: str, *names: str) -> dict[str, object]:
        return {name: self._sections[layer][name] for name in names if name in self._sections[layer]}

    def _layer(self, layer: str, kind: str, extends: list[str]) -> list[dict[str, object]]:
        own = {"id": layer, "name": layer.title(), "kind": kind, "extends": extends}
        vocabulary: dict[str, object] = dict(VOCABULARY) if layer == "landet" else {}
        facts = [*(FACTS if layer == "landet" else []), *self._sections[layer].get("facts", [])]
        more = self._some(layer, "given", "contradictions")
        background = self._some(layer, "conflicts", "questions", "answers")
        documents = {"documents": self._sections[layer].get("documents", [])}
        return [
            {"kind": "layer", "layer": {**own, "valid": {"first": "2020-01-01"}}},
            {"kind": "vocabulary", "facts": facts, **vocabulary, **more},
            {"kind": "sources", **documents},
            {"kind": "background", **background},
        ]


def town(national: Sections | None = None, **local: Entries) -> Municipality:
    """Give a town with its own entries, in a nation with its own."""
    return Registry.of([Rules(local, national or {})])["byen"]


def criterion(when: str, **more: Any) -> dict[str, Any]:
    """Make a criterion whose id and text follow from its expression."""
    name = re.sub(r"\W+", "_", when).strip("_")
    return {"id": name, "text": when, "when": when, **more}


def exclusion(when: str, **more: Any) -> dict[str, Any]:
    """Make an exclusion whose id and text follow from its expression."""
    return criterion(when, exclusion=True, **more)


def ground(*criteria: Mapping[str, Any], strength: str = "may", **more: Any) -> dict[str, Any]:
    """Make a ground of criteria."""
    return {"id": "grunn", "name": "Grunn", "strength": strength, "criteria": [*criteria], **more}


def service(*grounds: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Make an entitlement of grounds."""
    return {"id": "hjelp", "name": "Hjelp", "description": "Hjelp.", "grounds": [*grounds], **more}


def town_with(*criteria: Mapping[str, Any], **more: Any) -> Municipality:
    """Give a town with one entitlement that has one ground."""
    return town(entitlements=[service(ground(*criteria, **more))])


def assessed(place: Municipality, facts: Mapping[str, object] | None = None, **case: object) -> Assessment:
    """Assess a case on the day that these tests are about."""
    return place.assess({"on": ON, "facts": facts or {}, **case})


def answer(
    place: Municipality, facts: Mapping[str, object] | None = None, **case: object
) -> EntitlementAnswer:
    """Give the answer about `hjelp`."""
    found = assessed(place, facts, **case).entitlements
    return next(entitlement for entitlement in found if entitlement.id == "hjelp")


def missing(found: EntitlementAnswer) -> list[str]:
    """Give the ids of the facts that an answer waits for."""
    return [fact.fact for fact in found.missing]
