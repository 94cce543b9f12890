"""What tests of the scaffold share: the national layer, a neighbour, and wishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from laget.model.layers import Language
from laget.national import plugin as norge
from laget.plugins import FolderPlugin
from laget.registry import Registry
from laget.scaffold import NewLayer, Wish, Written, document_of, municipality_of, plan_of, write
from laget.scaffold.surroundings import surroundings_of

NATIONAL = Registry.of([norge])
TODAY = date(2026, 3, 1)
DOCUMENT = "Hjelp til familier; 2025-01-10; 1 Turvenn; 2 Hvem gjør hva"


def municipality(number: str = "9901", name: str = "Lia", language: Language = Language.BOKMAL) -> NewLayer:
    """Give a fictional municipality that builds on the national layer."""
    return municipality_of(number, name, None, "norge", language)


def wish(*documents: str, layer: NewLayer | None = None) -> Wish:
    """Wish for a municipality with documents."""
    return Wish(layer=layer or municipality(), documents=tuple(map(document_of, documents)))


def founded(wanted: Wish, folder: Path) -> Written:
    """Write what is wished for."""
    return write(plan_of(wanted, surroundings_of(NATIONAL, wanted, TODAY), folder), folder)


def installed(folder: Path, package: str = "laget_lia") -> Registry:
    """Give a registry of a plugin on disk, with the national layer."""
    return Registry.of([norge, FolderPlugin(folder / "src" / package)])


def contents(folder: Path) -> dict[str, str]:
    """Give every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def lia(tmp_path: Path) -> Path:
    """Give the folder of a new plugin."""
    folder = tmp_path / "laget-lia"
    founded(wish(DOCUMENT), folder)
    return folder
