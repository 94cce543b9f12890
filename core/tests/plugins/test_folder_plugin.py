"""A folder of documents as a plugin, in a package or anywhere on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

import laget
from laget import FolderPlugin
from laget.errors import InvalidDocumentsError
from laget.registry import Registry

from ..texts import DAY, layer_text
from .conftest import Install

SERVICES = "kind: services\nentitlements:\n  - {id: tur, name: Tur, description: Ut.}\n"
DOCUMENTS = {
    "layers/lia/layer.yaml": layer_text("lia"),
    "layers/lia/services/tur.yml": SERVICES,
    "layers/lia/notes.txt": "not a document",
    "layers/.hidden/layer.yaml": "wrong: 1",
    "layers/_draft/layer.yaml": "wrong: 1",
    "cases/tur.yaml": "kind: cases\n",
}


def write(folder: Path, documents: dict[str, str]) -> Path:
    """Write documents below a folder."""
    for name, text in documents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def test_in_a_package(install: Install) -> None:
    """A municipality is three lines of Python and a folder for each layer; documents may lie in folders."""
    module = install(
        "from laget import FolderPlugin\n\nplugin = FolderPlugin(__name__)\n", ("lia",), documents=DOCUMENTS
    )
    registry = laget.discover()
    origin = registry["lia"].handbook(DAY).entitlements["tur"].origin
    assert (f"{module}/layers/lia/services/tur.yml", 3) == (origin.file, origin.line)
    assert () == tuple(found for found in registry["lia"].check() if found.code != "no-source")
    assert [f"{module}/cases/tur.yaml"] == [text.name for text in registry["lia"].case_documents()]


def test_anywhere(tmp_path: Path) -> None:
    """A host reads a folder that belongs to no package; files are named from that folder."""
    registry = Registry.of([FolderPlugin(write(tmp_path / "mine", DOCUMENTS))])
    assert ["lia"] == list(registry)
    assert "mine/layers/lia/services/tur.yml" == registry["lia"].handbook(DAY).entitlements["tur"].origin.file
    assert ["mine/cases/tur.yaml"] == [text.name for text in registry["lia"].case_documents()]


def test_another_folder(tmp_path: Path) -> None:
    """The folder of layers may have another name."""
    write(tmp_path / "rules" / "lia", {"layer.yaml": layer_text("lia")})
    registry = Registry.of([FolderPlugin(tmp_path, "rules")])
    assert "Lia" == registry["lia"].name
    assert () == registry["lia"].case_documents()


@pytest.mark.parametrize(
    "first", ['kind: "services"', "kind: 'services'", "kind:   services  # tjenester", "\ufeffkind: services"]
)
def test_kind_however_written(tmp_path: Path, first: str) -> None:
    """The kind of a document is seen in quotes, before a comment and after a byte order mark."""
    documents = {**DOCUMENTS, "layers/lia/services/tur.yml": SERVICES.replace("kind: services", first)}
    assert ["tur"] == list(
        Registry.of([FolderPlugin(write(tmp_path, documents))])["lia"].handbook(DAY).entitlements
    )


@pytest.mark.parametrize("text", ["", "kind: servises\n", "- a\n", "nothing at all: [\n", "kind\n"])
def test_document_without_a_known_kind(tmp_path: Path, text: str) -> None:
    """A document without a known kind is not passed over: it is a finding."""
    registry = Registry.of([FolderPlugin(write(tmp_path, {**DOCUMENTS, "layers/lia/x.yaml": text}))])
    with pytest.raises(InvalidDocumentsError) as caught:
        registry["lia"].handbook(DAY)
    assert {f"{tmp_path.name}/layers/lia/x.yaml"} == {found.place.file for found in caught.value.findings}


def test_not_utf_8(tmp_path: Path) -> None:
    """A document in another encoding is a finding."""
    write(tmp_path, DOCUMENTS)
    (tmp_path / "layers/lia/x.yaml").write_bytes("kind: services\n# Lærer".encode("latin-1"))
    with pytest.raises(InvalidDocumentsError) as caught:
        Registry.of([FolderPlugin(tmp_path)])["lia"].handbook(DAY)
    assert ["not-utf-8"] == [found.code for found in caught.value.findings]
