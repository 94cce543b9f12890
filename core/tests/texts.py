"""Small rule books written as text inside a test, for tests that are about one rule each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from laget import DocumentText, LayerDeclaration, hookimpl
from laget.findings import Finding, Severity
from laget.model.handbook import Handbook
from laget.model.sections import HOOK_KINDS
from laget.registry import Registry

DAY = date(2026, 3, 1)


class TextPlugin:
    """A plugin whose documents are texts in memory: by layer, then by name."""

    def __init__(
        self, layers: Mapping[str, Mapping[str, str]], forms: Mapping[str, bytes] | None = None
    ) -> None:
        self._layers = layers
        self._forms = forms or {}

    def form_file(self, name: str) -> bytes | None:
        """Give a file of the forms."""
        return self._forms.get(name)

    def _of(self, layer: str, hook: str) -> list[DocumentText]:
        """Choose by kind; a document of no known kind comes with the layer."""
        known = {kind for kinds in HOOK_KINDS.values() for kind in kinds}
        kinds = {name: _kind(text) for name, text in self._layers[layer].items()}
        return [
            DocumentText(name, text)
            for name, text in self._layers[layer].items()
            if kinds[name] in HOOK_KINDS[hook] or (hook == "laget_layers" and kinds[name] not in known)
        ]

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare every layer."""
        return [LayerDeclaration(layer, self._of(layer, "laget_layers")) for layer in self._layers]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[DocumentText]:
        """Give documents of the kind `services`."""
        return self._of(layer, "laget_service_catalogue")

    @hookimpl
    def laget_coordination(self, layer: str) -> list[DocumentText]:
        """Give documents of the kind `coordination`."""
        return self._of(layer, "laget_coordination")

    @hookimpl
    def laget_routing(self, layer: str) -> list[DocumentText]:
        """Give documents of the kind `routing`."""
        return self._of(layer, "laget_routing")

    @hookimpl
    def laget_reporting(self, layer: str) -> list[DocumentText]:
        """Give documents of the kind `reporting`."""
        return self._of(layer, "laget_reporting")


def _kind(text: str) -> str:
    """Give the kind that a document says it is of."""
    said = [line.removeprefix("kind: ") for line in text.splitlines() if line.startswith("kind: ")]
    return said[0] if said else ""


def layer_text(
    name: str, kind: str = "municipality", extends: str = "", valid: str = "first: 2020-01-01"
) -> str:
    """Write a document of the kind `layer`."""
    return (
        f"kind: layer\nlayer: {{id: {name}, name: {name.title()}, kind: {kind}, "
        f"extends: [{extends}], valid: {{{valid}}}}}\n"
    )


FACTS = """\
kind: vocabulary
facts:
  - {id: alder, label: alder, question: Hvor gammelt er barnet?, type: integer}
  - {id: behov, label: behov, question: Er det behov?, type: boolean}
"""


def country(below: Mapping[str, str], above: Mapping[str, str] | None = None, **valid: str) -> Registry:
    """Make a registry of a nation `riket` and a municipality `lia`, with a few facts and what is given.

    `below` holds documents of Lia, `above` those of Riket, by name.
    """
    riket = layer_text("riket", "nation", valid=valid.get("riket", "first: 2020-01-01"))
    lia = layer_text("lia", extends="riket", valid=valid.get("lia", "first: 2020-01-01"))
    layers = {
        "riket": {"riket/layer.yaml": riket, "riket/facts.yaml": FACTS, **(above or {})},
        "lia": {"lia/layer.yaml": lia, **below},
    }
    return Registry.of([TextPlugin(layers)])


def errors(findings: Sequence[Finding]) -> list[tuple[str, str, int]]:
    """Give code, file and line of everything but warnings and notes."""
    return [
        (finding.code, finding.place.file, finding.place.line)
        for finding in findings
        if finding.severity is Severity.ERROR
    ]


def book(registry: Registry, on: date = DAY) -> Handbook:
    """Give Lia's handbook on a day."""
    return registry["lia"].handbook(on)
