"""A broken plugin takes down its own layers and whoever extends them, and says why; never the others."""

from __future__ import annotations

import sys

import pytest

import laget
from laget.errors import InvalidDocumentsError, PluginError
from laget.registry import Registry

from ..texts import DAY, layer_text
from .conftest import Install, simple

HEAD = "from laget import DocumentText, LayerDeclaration, hookimpl\n"


def plugin(body: str) -> str:
    """Write a module with a plugin whose class has a body."""
    indented = "".join(f"    {line}\n" for line in body.splitlines())
    return f"{HEAD}class Plugin:\n{indented}plugin = Plugin()\n"


LAYERS = "@hookimpl\ndef laget_layers(self):\n    return "
OWN = f"[LayerDeclaration('lia', [DocumentText('l.yaml', {layer_text('lia')!r})])]"
SERVICES = f"{LAYERS}{OWN}\n@hookimpl\ndef laget_service_catalogue(self, layer):\n    "

BROKEN = {
    "import-error": ("import no_such_module_anywhere", "No module named 'no_such_module_anywhere'"),
    "no-object": ("", "has no attribute 'plugin'"),
    "system-exit": ("raise SystemExit(3)", "SystemExit: 3"),
    "any-error": ("1 / 0", "ZeroDivisionError: division by zero"),
    "syntax": ("def", "SyntaxError"),
    "none": ("plugin = None", "its entry point gives None, not a plugin object"),
    "class": (f"{HEAD}class plugin: ...", "its entry point gives a class, not a plugin object"),
    "unmarked": (
        plugin("def laget_layers(self):\n    return []"),
        "laget_layers is not marked with @hookimpl, and would never be called",
    ),
    "misspelt": (plugin("@hookimpl\ndef laget_layer(self):\n    return []"), "laget_layer"),
    "misspelt-and-unmarked": (plugin("def laget_layerz(self):\n    return []"), "laget_layerz is not marked"),
    "wrong-arguments": (plugin("@hookimpl\ndef laget_layers(self, layer):\n    return []"), "laget_layers"),
    "property-fails": (
        plugin("@property\ndef laget_layers(self):\n    raise ValueError('no')"),
        "ValueError: no",
    ),
    "layers-fail": (plugin(f"{LAYERS}1 / 0"), "laget_layers failed: ZeroDivisionError: division by zero"),
    "layers-exit": (plugin(f"{LAYERS}exit('bye')"), "laget_layers failed: SystemExit: bye"),
    "layers-are-a-number": (plugin(f"{LAYERS}5"), "laget_layers failed: TypeError"),
    "layers-are-texts": (plugin(f"{LAYERS}['lia']"), "laget_layers gave str, not LayerDeclaration"),
    "documents-are-none": (plugin(f"{LAYERS}[LayerDeclaration('lia', None)]"), "gave NoneType as documents"),
    "documents-are-text": (plugin(f"{LAYERS}[LayerDeclaration('lia', 'l.yaml')]"), "gave str as documents"),
    "no-layers": (plugin(f"{LAYERS}None"), "it has no document of the kind «layer» for «lia»"),
    "no-hooks": ("plugin = object()", "it has no document of the kind «layer» for «lia»"),
    "another-layer": (plugin(f"{LAYERS}[LayerDeclaration('vik', [])]"), "no document of the kind «layer»"),
    "hook-fails": (
        plugin(f"{SERVICES}raise KeyError(layer)"),
        "laget_service_catalogue failed: KeyError: 'lia'",
    ),
    "hook-gives-text": (plugin(f"{SERVICES}return 'kind'"), "a hook gave str, not DocumentText or a mapping"),
    "hook-gives-number": (plugin(f"{SERVICES}return 5"), "laget_service_catalogue failed: TypeError"),
    "hook-gives-mapping": (plugin(f"{SERVICES}return {{'kind': 1}}"), "a hook gave str, not DocumentText"),
    "hook-fails-halfway": (
        plugin(f"{SERVICES}yield {{'kind': 'services'}}\n    raise OSError('gone')"),
        "laget_service_catalogue failed: OSError: gone",
    ),
    "text-is-none": (
        plugin(f"{SERVICES}return [DocumentText('a.yaml', None)]"),
        "a hook gave a DocumentText whose name or text is not text",
    ),
    "name-is-none": (
        plugin(f"{SERVICES}return [DocumentText(None, '')]"),
        "a hook gave a DocumentText whose name or text is not text",
    ),
}


@pytest.mark.parametrize(("source", "cause"), BROKEN.values(), ids=BROKEN.keys())
def test_broken(install: Install, source: str, cause: str) -> None:
    """A layer of a broken plugin gives an error that names layer, distribution, version and cause."""
    install(source, ("lia",), name="laget-lia", version="1.2.3")
    install(simple("vik"), ("vik",), name="laget-vik")
    registry = laget.discover()
    with pytest.raises(PluginError) as caught:
        registry["lia"].handbook(DAY)
    error = caught.value
    assert ("lia", "laget-lia", "1.2.3") == (error.layer, error.distribution, error.version)
    assert cause in error.cause
    assert str(error) == f"the layer «lia» of laget-lia 1.2.3 cannot be used: {error.cause}"
    assert "\n" not in str(error)

    assert DAY == registry["vik"].handbook(DAY).on
    assert ["lia"] == [problem.layer for problem in registry.problems() if isinstance(problem, PluginError)]
    (finding,) = registry["lia"].check()
    assert ("broken-plugin", "laget-lia") == (finding.code, finding.place.file)


def test_broken_again(install: Install) -> None:
    """A broken plugin gives the same error each time it is asked for."""
    install("raise ValueError('broken')", ("lia", "vik"))
    registry = laget.discover()
    errors = []
    for layer in ("lia", "lia", "vik"):
        with pytest.raises(PluginError) as caught:
            _ = registry[layer].name
        errors.append((caught.value.layer, caught.value.cause))
    cause = "ValueError: broken"
    assert [("lia", cause), ("lia", cause), ("vik", cause)] == errors


def test_interrupt_goes_through(install: Install) -> None:
    """A key press that stops the program is not taken for a broken plugin."""
    install("raise KeyboardInterrupt", ("lia",))
    with pytest.raises(KeyboardInterrupt):
        laget.discover()["lia"].handbook(DAY)


def test_who_extends_it(install: Install) -> None:
    """A layer that extends a broken one says which layer is broken, and why."""
    install("raise ValueError('broken')", ("dalen",), name="laget-dalen", version="7")
    install(simple("lia", "dalen"), ("lia",))
    registry = laget.discover()
    with pytest.raises(PluginError) as caught:
        registry["lia"].handbook(DAY)
    assert "the layer «dalen» of laget-dalen 7 cannot be used: ValueError: broken" == str(caught.value)
    assert 2 == len(registry.problems())
    (finding,) = registry["lia"].check()
    assert ("broken-plugin", "lia/layer.yaml", 2) == (finding.code, finding.place.file, finding.place.line)


def test_missing_layer_below(install: Install) -> None:
    """A layer that extends one that is not installed says which, at the line that names it."""
    install(simple("lia", "dalen"), ("lia",))
    registry = laget.discover()
    with pytest.raises(PluginError, match="it extends «dalen», which is not installed"):
        registry["lia"].handbook(DAY)
    (finding,) = registry["lia"].check()
    assert ("broken-plugin", "lia/layer.yaml", 2) == (finding.code, finding.place.file, finding.place.line)


@pytest.mark.parametrize(
    ("links", "way"),
    [
        ({"lia": "lia"}, "lia → lia"),
        ({"lia": "vik", "vik": "lia"}, "lia → vik → lia"),
        ({"lia": "vik", "vik": "dalen", "dalen": "vik"}, "lia → vik → dalen → vik"),
    ],
)
def test_circle(install: Install, links: dict[str, str], way: str) -> None:
    """Layers that extend each other in a circle are an error that shows the way round."""
    for layer, extends in links.items():
        install(simple(layer, extends), (layer,), name=f"laget-{layer}")
    with pytest.raises(PluginError, match=f"it extends itself by way of {way}"):
        laget.discover()["lia"].handbook(DAY)


def test_two_distributions(install: Install) -> None:
    """Two distributions that describe one layer are an error at both, whichever is found first."""
    install(simple("lia"), ("lia",), name="laget-lia", version="1")
    install(simple("lia"), ("lia",), name="laget-lia-again", version="2")
    with pytest.raises(
        InvalidDocumentsError, match=r"the layer «lia» is already described at lia/layer\.yaml:2:8"
    ):
        laget.discover()["lia"].handbook(DAY)


def test_adding_to_the_layer_of_another(install: Install) -> None:
    """A distribution may add to the layer of another; the handbook names both versions."""
    adding = plugin(
        "@hookimpl\ndef laget_layers(self):\n    return [LayerDeclaration('lia', [])]\n"
        "@hookimpl\ndef laget_service_catalogue(self, layer):\n"
        "    return [{'kind': 'services', 'entitlements': "
        "[{'id': 'tur', 'name': 'Tur', 'description': 'Ut.'}]}]"
    )
    install(simple("lia"), ("lia",), name="laget-lia", version="1")
    install(adding, ("lia",), name="laget-more", version="2")
    handbook = laget.discover()["lia"].handbook(DAY)
    assert ["tur"] == list(handbook.entitlements)
    assert "1, 2" == handbook.layers[0].version
    assert "laget-more (made in code, 0)" == handbook.entitlements["tur"].origin.file


def test_lazy(install: Install) -> None:
    """Asking for one layer imports its plugin and those of the layers it extends, and no others."""
    names = {
        layer: install(simple(layer, extends), (layer,), name=f"laget-{layer}")
        for layer, extends in {"dalen": "", "lia": "dalen", "vik": ""}.items()
    }
    registry = laget.discover()
    assert set() == names.values() & sys.modules.keys()
    assert {"dalen", "lia", "vik"} <= set(registry)
    assert "lia" in registry
    assert set() == names.values() & sys.modules.keys()
    municipality = registry["lia"]
    assert set() == names.values() & sys.modules.keys()
    municipality.handbook(DAY)
    assert {names["dalen"], names["lia"]} == names.values() & sys.modules.keys()


def test_numbers_are_lazy(install: Install) -> None:
    """A number that an entry point gives finds its layer without importing anything."""
    module = install(simple("lia"), ("lia",), numbers={"9901": "lia"})
    registry = laget.discover()
    assert "lia" == registry["9901"].id
    assert module not in sys.modules


def test_one_module_for_many_layers(install: Install) -> None:
    """A distribution with many layers is imported once, and each layer is its own."""
    texts = {layer: layer_text(layer) for layer in ("lia", "vik")}
    declarations = ", ".join(
        f"LayerDeclaration('{layer}', [DocumentText('{layer}.yaml', {text!r})])"
        for layer, text in texts.items()
    )
    install(plugin(f"{LAYERS}[{declarations}]"), ("lia", "vik"))
    registry = laget.discover()
    assert ["Lia", "Vik"] == [registry[layer].name for layer in ("lia", "vik")]
    assert registry.providers("lia") == registry.providers("vik")


def test_one_bad_document_of_many(install: Install) -> None:
    """A layer whose own document is bad is down with findings; other layers of the plugin are not."""
    bad = layer_text("vik").replace("municipality", "town")
    declarations = (
        f"LayerDeclaration('lia', [DocumentText('lia.yaml', {layer_text('lia')!r})]), "
        f"LayerDeclaration('vik', [DocumentText('vik.yaml', {bad!r})])"
    )
    install(plugin(f"{LAYERS}[{declarations}]"), ("lia", "vik"))
    registry = laget.discover()
    assert DAY == registry["lia"].handbook(DAY).on
    with pytest.raises(InvalidDocumentsError) as caught:
        registry["vik"].handbook(DAY)
    assert [("unknown-value", 2)] == [(found.code, found.place.line) for found in caught.value.findings]
    assert ["unknown-value"] == [found.code for found in registry["vik"].check()]


def test_host_plugin_that_is_broken() -> None:
    """A plugin object that a host hands over is asked at once, and its error is raised at once."""
    with pytest.raises(PluginError, match="of NoneType 0 cannot be used"):
        Registry.of([None])
    with pytest.raises(PluginError, match="a class, not a plugin object"):
        laget.discover([dict])
