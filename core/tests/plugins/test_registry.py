"""The registry: a mapping of layers by id, number and name, safe to ask from many threads."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

import laget
from laget import DocumentText, FolderPlugin, LayerDeclaration, hookimpl
from laget.errors import (
    InvalidCaseError,
    InvalidDocumentsError,
    LagetError,
    NoPluginError,
    UnknownMunicipalityError,
)
from laget.findings import Severity
from laget.hookspecs import Contribution
from laget.municipality import Municipality
from laget.plain import to_json
from laget.registry import Registry

from ..texts import DAY, TextPlugin, book, country, layer_text
from .conftest import Install, simple


def test_is_a_mapping(fiction: Registry) -> None:
    """A registry is a mapping from layer ids to municipalities, in the order of ids."""
    assert isinstance(fiction, Mapping)
    assert ["dalen", "lia", "riket", "vik"] == list(fiction)
    assert 4 == len(fiction)
    assert ["dalen", "lia", "riket", "vik"] == [found.id for found in fiction.values()]
    assert None is fiction.get("zzz")
    assert fiction["lia"] is fiction["lia"]


@pytest.mark.parametrize("asked", ["lia", "9901", "Lia", " LIA "])
def test_found_by(fiction: Registry, asked: str) -> None:
    """A municipality is found by id, by number, and by name in any case."""
    assert "lia" == fiction[asked].id
    assert asked in fiction


@pytest.mark.parametrize("asked", ["", "zzz", "0000", "²", 5, None, "Lia kommune"])
def test_not_in(fiction: Registry, asked: object) -> None:
    """What is not installed is not in the registry, whatever its type."""
    assert asked not in fiction


def test_real_municipality_without_plugin(fiction: Registry) -> None:
    """A real municipality for which nothing is installed is told by name, also when asked for by number."""
    for asked in ("0301", "Oslo", "oslo"):
        with pytest.raises(NoPluginError) as caught:
            _ = fiction[asked]
        assert ("0301", "Oslo") == (caught.value.number, caught.value.name)
        assert "no plugin for it is installed" in str(caught.value)


@pytest.mark.parametrize(("asked", "near"), [("liaa", "lia"), ("Dale", "dalen"), ("Osslo", "oslo")])
def test_misspelt(fiction: Registry, asked: str, near: str) -> None:
    """A misspelt municipality is an error that names near ones, installed or only registered."""
    with pytest.raises(UnknownMunicipalityError, match=f"did you mean .*«{near}»") as caught:
        _ = fiction[asked]
    assert asked == caught.value.asked


def test_nothing_near(fiction: Registry) -> None:
    """Where nothing is near, the error says how to see what there is."""
    with pytest.raises(UnknownMunicipalityError, match="`laget list` shows what is installed"):
        _ = fiction["qqqqqq"]


def test_errors_are_key_errors(fiction: Registry) -> None:
    """Both errors are key errors too, so that a registry behaves like any mapping."""
    for asked in ("0301", "zzz"):
        with pytest.raises(KeyError):
            _ = fiction[asked]


def test_number_without_entry_point() -> None:
    """A number that no entry point gives is found in the layer itself; a broken layer has none."""
    good = TextPlugin(
        {"lia": {"l.yaml": layer_text("lia").replace("kind: mun", 'number: "9901", kind: mun')}}
    )
    bad = TextPlugin({"vik": {"v.yaml": "kind: layer\nlayer: {id: vik}\n"}})
    registry = Registry.of([bad, good])
    assert "lia" == registry["9901"].id
    assert "9902" not in registry


def test_number_of_what_is_not_installed(install: Install) -> None:
    """A number whose entry point names a layer that is not there finds nothing, and breaks nothing."""
    install(simple("lia"), ("lia",), numbers={"9901": "ghost"})
    registry = laget.discover()
    assert "9901" not in registry
    with pytest.raises(UnknownMunicipalityError):
        _ = registry["9901"]


def test_wrong_number(install: Install) -> None:
    """A number that differs between entry point and layer is a finding at the layer."""
    install(simple("lia"), ("lia",), numbers={"9901": "lia"})
    (finding,) = laget.discover()["lia"].check()
    assert ("wrong-number", "lia/layer.yaml", 2) == (finding.code, finding.place.file, finding.place.line)
    assert "«9901»" in finding.message


def test_parallel_name(install: Install) -> None:
    """A registered municipality is found by each of its parallel names, when its number is installed."""
    install(simple("hovedstaden"), ("hovedstaden",), numbers={"0301": "hovedstaden"})
    assert "hovedstaden" == laget.discover()["Oslove"].id


def test_host_object() -> None:
    """A host adds a plugin object to what is installed, without installing it."""
    registry = laget.discover([TextPlugin({"lia": {"l.yaml": layer_text("lia")}})])
    assert {"lia", "norge"} <= set(registry)
    assert "Lia" == registry["lia"].name


def test_host_adds_to_an_installed_layer(install: Install) -> None:
    """A host's own plugin object may add to an installed layer."""
    install(simple("lia"), ("lia",))
    text = "kind: services\nentitlements:\n  - {id: tur, name: Tur, description: Ut.}\n"
    registry = laget.discover([TextPlugin({"lia": {"a.yaml": text}})])
    assert ["tur"] == list(registry["lia"].handbook(DAY).entitlements)


class Coded:
    """A plugin that answers every hook in code with plain data."""

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare one layer, in two parts."""
        layer = {
            "id": "lia",
            "name": "Lia",
            "kind": "municipality",
            "number": "9901",
            "valid": {"first": date(2020, 1, 1)},
        }
        words = {"facts": [{"id": "behov", "label": "behov", "question": "Behov?", "type": "boolean"}]}
        return [
            LayerDeclaration("lia", [{"kind": "layer", "layer": layer}]),
            LayerDeclaration("lia", [{"kind": "vocabulary", **words}]),
        ]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[Contribution]:
        """Give one service."""
        criterion = {"id": "behov", "text": "Behov.", "when": "behov"}
        ground = {"id": "a", "name": "A", "strength": "may", "criteria": [criterion]}
        tur = {"id": "tur", "name": f"Tur i {layer}", "description": "Ut.", "grounds": [ground]}
        return [{"kind": "services", "entitlements": (tur,)}]

    @hookimpl
    def laget_coordination(self, layer: str) -> None:
        """Say nothing."""

    @hookimpl
    def laget_routing(self, layer: str) -> list[Contribution]:
        """Give a document as text."""
        return [DocumentText(f"{layer}.yaml", "kind: routing\noffices: [{id: kontor, name: Kontor}]\n")]


def test_answers_in_code() -> None:
    """A plugin may answer in code with plain data; its values have the origin of the code, without line."""
    registry = Registry.of([Coded()])
    handbook = registry["lia"].handbook(DAY)
    tur = handbook.entitlements["tur"]
    assert ("Tur i lia", "lia", "Coded (made in code, 2)", 0) == (
        tur.name,
        tur.origin.layer,
        tur.origin.file,
        tur.origin.line,
    )
    assert "lia.yaml" == handbook.offices["kontor"].origin.file
    assert [] == [found for found in registry["lia"].check() if found.severity is Severity.ERROR]
    answer = registry["9901"].assess({"facts": {"behov": True}}, on=DAY)
    assert "met" == answer.entitlements[0].outcome


def test_mistake_in_code() -> None:
    """A mistake in plain data is a finding with a path, and names the distribution."""

    class Wrong(Coded):
        @hookimpl
        def laget_reporting(self, layer: str) -> list[Contribution]:
            """Give a duty without a text."""
            return [{"kind": "reporting", "duties": [{"id": layer, "every": 5}]}]

    with pytest.raises(InvalidDocumentsError) as caught:
        Registry.of([Wrong()])["lia"].handbook(DAY)
    assert [("missing-key", ("duties", "lia")), ("wrong-type", ("duties", "lia", "every"))] == sorted(
        (found.code, found.place.path) for found in caught.value.findings
    )
    assert {"Wrong (made in code, 4)"} == {found.place.file for found in caught.value.findings}


def test_document_of_another_hook() -> None:
    """A document of a kind that its hook does not give is a finding."""

    class Wrong(Coded):
        @hookimpl
        def laget_reporting(self, layer: str) -> list[Contribution]:
            """Give a document of services."""
            return [{"kind": "services", "entitlements": [{"withdraws": layer, "reason": "A."}]}]

    with pytest.raises(InvalidDocumentsError, match="«services» is not a kind of document that is expected"):
        Registry.of([Wrong()])["lia"].handbook(DAY)


def test_threads(fiction_folder: Path) -> None:
    """Many threads that ask a fresh registry at once for many days get equal answers."""
    registry = Registry.of([FolderPlugin(fiction_folder)])
    case = {"facts": {"fodselsdato": date(2015, 2, 20), "trenger_folge": True, "timer_per_uke": 30}}
    days = [date(2023, 6, 1) + timedelta(days=200 * (number % 8)) for number in range(48)]

    def ask(day: date) -> tuple[str, str]:
        municipality = registry["9901"]
        return municipality.handbook(day).digest, to_json(municipality.assess(case, on=day))

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(ask, days))
    alone = Registry.of([FolderPlugin(fiction_folder)])["lia"]
    for day, (digest, text) in zip(days, together, strict=True):
        assert (alone.handbook(day).digest, to_json(alone.assess(case, on=day))) == (digest, text)


def test_what_a_municipality_tells(fiction: Registry, lia: Municipality) -> None:
    """A municipality tells its name, its number and whether it is a municipality."""
    assert ("Lia", "9901", True) == (lia.name, lia.number, lia.is_municipality)
    assert (None, False) == (fiction["dalen"].number, fiction["dalen"].is_municipality)
    assert "Municipality(id='lia')" == repr(lia)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (layer_text("vik"), "wrong-layer"),
        (layer_text("lia").replace("{id: lia,", "{amends: lia,"), "wrong-layer"),
        (layer_text("lia").replace("{id: lia,", "{id: lia, from: 2020-01-01,"), "unknown-key"),
        (layer_text("lia", valid="last: 2020-01-01"), "missing-key"),
    ],
)
def test_wrong_layer_document(text: str, code: str) -> None:
    """A layer's own document must describe that layer, by `id`, and nothing that it can't have."""
    registry = Registry.of([TextPlugin({"lia": {"l.yaml": text}})])
    findings = registry["lia"].check()
    assert code in {found.code for found in findings}
    assert {("l.yaml", 2)} == {(found.place.file, found.place.line) for found in findings}
    with pytest.raises(LagetError):
        registry["lia"].handbook(DAY)


def test_unreadable_document_takes_the_layer_down() -> None:
    """A document that can't be read is an error of every handbook that rests on its layer."""
    for files in ({"a.yaml": "kind: services\n\tx: 1\n"}, {"a.yaml": "kind: services\nzzz: []\n"}):
        with pytest.raises(InvalidDocumentsError) as caught:
            book(country(files))
        assert {"a.yaml"} == {found.place.file for found in caught.value.findings}


def test_warning_does_not_take_it_down() -> None:
    """A warning about a document, such as a byte order mark, is shown, and the rules answer."""
    text = "\ufeffkind: services\nentitlements:\n  - {id: tur, name: Tur, description: Ut.}\n"
    plugin = TextPlugin({"lia": {"l.yaml": layer_text("lia"), "a.yaml": text.lstrip("\ufeff")}})
    registry = Registry.of([plugin])
    assert ["tur"] == list(registry["lia"].handbook(DAY).entitlements)
    marked = Registry.of([Marked(text)])
    assert ["tur"] == list(marked["lia"].handbook(DAY).entitlements)
    assert ("byte-order-mark", Severity.WARNING) in {(f.code, f.severity) for f in marked["lia"].check()}


class Marked:
    """A plugin with a document of services."""

    def __init__(self, text: str) -> None:
        self._text = text

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare Lia."""
        return [LayerDeclaration("lia", [DocumentText("l.yaml", layer_text("lia"))])]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[Contribution]:
        """Give the document."""
        return [DocumentText(f"{layer}.yaml", self._text.encode())]


def test_broken_wider_layer() -> None:
    """A wider layer with a bad document of its own takes its municipalities down, and they say where."""
    layers = {
        "dalen": {"d.yaml": layer_text("dalen", "town")},
        "lia": {"l.yaml": layer_text("lia", extends="dalen")},
    }
    registry = Registry.of([TextPlugin(layers)])
    assert ["d.yaml"] == [found.place.file for found in registry["lia"].check()]
    assert 2 == len(registry.problems())


def test_impossible_case(lia: Municipality) -> None:
    """A case that can't be is refused at the fact that it turns on."""
    case = {"facts": {"fodselsdato": date(2030, 1, 1), "ufodt": False}}
    with pytest.raises(InvalidCaseError) as caught:
        lia.assess(case, on=DAY)
    assert ("facts", "fodselsdato") in {found.place.path for found in caught.value.findings}
