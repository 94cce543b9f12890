"""Handbooks: the same however plugins and documents are loaded, and changed only where somebody spoke."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from laget import LayerDeclaration, hookimpl
from laget.hookspecs import Contribution
from laget.model.handbook import Handbook
from laget.model.origins import Entry
from laget.model.sections import SECTIONS
from laget.registry import Registry

from ..texts import DAY, TextPlugin, book, country, layer_text

FOLDER = Path(__file__).parents[1] / "fiction" / "layers"
LAYERS = {
    folder.name: {
        f"fiction/layers/{folder.name}/{file.name}": file.read_text("utf-8") for file in folder.glob("*.yaml")
    }
    for folder in sorted(FOLDER.iterdir())
}
DOCUMENTS = [(layer, name) for layer, documents in LAYERS.items() for name in documents]
COUNT = 3


def entries(handbook: Handbook) -> dict[str, list[tuple[str, Entry]]]:
    """Give all entries by section, in their order."""
    return {name: list(getattr(handbook, name).items()) for name in SECTIONS if name != "layer"}


@settings(max_examples=15)
@given(st.permutations(DOCUMENTS), st.data())
def test_order_of_plugins_and_documents(order: list[tuple[str, str]], data: st.DataObject) -> None:
    """However documents are spread over plugins, and in whatever order, the handbook is the same."""
    layers: list[dict[str, dict[str, str]]] = [{} for _ in range(COUNT)]
    for layer, name in order:
        plugin = data.draw(st.integers(0, COUNT - 1))
        layers[plugin].setdefault(layer, {})[name] = LAYERS[layer][name]
    mixed = book(Registry.of([TextPlugin(found) for found in layers if found]))
    whole = book(Registry.of([TextPlugin(LAYERS)]))
    assert whole == mixed
    assert entries(whole) == entries(mixed)


class Spoken:
    """A plugin that gives its documents as data made in code."""

    def __init__(self, layer: str, *documents: Contribution) -> None:
        self._declaration = LayerDeclaration(layer, [])
        self._documents = documents

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Declare the layer."""
        return [self._declaration]

    @hookimpl
    def laget_service_catalogue(self, layer: str) -> list[Contribution]:
        """Give the documents."""
        return list(self._documents) if layer == self._declaration.id else []


def amendment(**values: object) -> Contribution:
    """Amend `turvenn` in code."""
    return {"kind": "services", "entitlements": [{"amends": "turvenn", **values}]}


def test_order_of_plugins_in_code() -> None:
    """Plugins of one class that answer in code come to the same handbook in either order."""
    one = Spoken("lia", amendment(kind="service", sources=[]))
    two = Spoken("lia", amendment(law=[{"law": "omsorgsloven", "section": "§ 3"}]))
    whole = TextPlugin(LAYERS)
    books = [book(Registry.of(plugins)) for plugins in ([whole, one, two], [two, one, whole])]
    assert books[0] == books[1]
    assert entries(books[0]) == entries(books[1])


VALUES = {
    "name": st.just("Nytt navn"),
    "description": st.just("Ny beskrivelse."),
    "kind": st.just("group"),
    "counts_as": st.just(["lokal"]),
    "not_covered": st.just([{"id": "nytt", "text": "Nytt."}]),
    "statements": st.just([{"id": "nytt", "text": "Nytt."}]),
}
ENTITLEMENTS = ["lagleder", "hjelpeplan", "assistanse", "hvilehelg", "foreldrestipend", "svommekurs"]


@settings(max_examples=20)
@given(st.sampled_from(ENTITLEMENTS), st.fixed_dictionaries({}, optional=VALUES))
def test_later_layer_changes_what_it_names(name: str, values: Mapping[str, object]) -> None:
    """A later layer changes the values it names, and nothing else in the whole handbook, origins included."""
    below = TextPlugin({"grenda": {"g.yaml": layer_text("grenda", "district", "lia")}})
    spoken = Spoken("grenda", {"kind": "services", "entitlements": [{"amends": name, **values}]})
    registry = Registry.of([TextPlugin(LAYERS), below, spoken])
    before, after = registry["lia"].handbook(DAY), registry["grenda"].handbook(DAY)
    unnamed = {section: dict(found) for section, found in entries(before).items()}
    changed = {section: dict(found) for section, found in entries(after).items()}
    old, new = unnamed["entitlements"].pop(name), changed["entitlements"].pop(name)
    assert unnamed == changed
    keys = {field.name for field in attrs.fields(type(old))} - {*values, "origins"}
    assert {key: getattr(old, key) for key in keys} == {key: getattr(new, key) for key in keys}
    kept = set(old.origins) - {*values}
    assert {key: old.origins[key] for key in kept} == {key: new.origins[key] for key in kept}
    assert {"grenda"} >= {new.origins[key].layer for key in values if not isinstance(values[key], list)}


def test_digest_across_processes(handbook: Handbook) -> None:
    """Another process with another order of hashes gives the same digest."""
    program = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from laget import FolderPlugin, Registry\n"
        "registry = Registry.of([FolderPlugin(Path(sys.argv[1]))])\n"
        "print(registry['lia'].handbook(date(2026, 3, 1)).digest)"
    )
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", program, str(FOLDER.parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert handbook.digest == found.stdout.strip()


SERVICES = "kind: services\nentitlements:\n  - {id: tur, name: Tur, description: Ut.}\n"
SLEEP = "kind: services\nentitlements:\n  - {withdraws: tur, reason: Nei.}\n"


def digest(
    below: Mapping[str, str], above: Mapping[str, str] | None = None, on: date = DAY, **valid: str
) -> str:
    """Give the digest of Lia's handbook."""
    return book(country(below, above, **valid), on).digest


def test_digest_changes() -> None:
    """The digest changes with a rule, its place, a withdrawal's reason, and what a layer says of itself."""
    fee = "fee: {none: true, text: Gratis.}"
    digests = [
        digest({"a.yaml": SERVICES}),
        digest({"b.yaml": SERVICES}),
        digest({"a.yaml": SERVICES.replace("Ut.", "Inn.")}),
        digest({"a.yaml": "# A comment\n" + SERVICES}),
        digest({"a.yaml": SERVICES.replace("Ut.}", f"Ut., {fee}}}")}),
        digest({"a.yaml": SERVICES.replace("Ut.}", "Ut., available: false}")}),
        digest({"a.yaml": SLEEP}, {"o.yaml": SERVICES}),
        digest({"a.yaml": SLEEP.replace("Nei.", "Stengt.")}, {"o.yaml": SERVICES}),
        digest({"a.yaml": SERVICES}, lia="first: 2020-01-01, assumed: Ikke datert."),
        digest({"a.yaml": SERVICES}, lia="first: 2020-01-01, last_known: 2025-01-01"),
    ]
    assert len(digests) == len(set(digests))


def test_digest_tells_types_apart() -> None:
    """The number 1.10 and the text "1.10" do not have the same digest, nor do a date and its text."""
    facts = (
        "kind: vocabulary\nfacts:\n"
        "  - {{id: a, label: a, question: A?, type: {}, presumed: {{value: {}, reason: B.}}}}\n"
    )
    registries = [
        country({"a.yaml": facts.format("number", "1.10")}),
        country({"a.yaml": facts.format("number", '"1.10"')}),
        country({"a.yaml": facts.format("date", "2026-01-01")}),
        country({"a.yaml": facts.format("date", '"2026-01-01"')}),
    ]
    digests = [registry["lia"].built(DAY).book.digest for registry in registries]
    assert 4 == len(set(digests))


def test_line_ends_do_not_matter() -> None:
    """A checkout with other line ends has the same digest."""
    assert digest({"a.yaml": SERVICES}) == digest({"a.yaml": SERVICES.replace("\n", "\r\n")})
