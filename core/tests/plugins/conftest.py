"""Distributions made for one test: a module, its folder of documents, and its entry points."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from ..texts import layer_text

Install = Callable[..., str]
"""Installs a distribution; gives the name of its module."""

_numbers = itertools.count()


def simple(layer: str, extends: str = "", kind: str = "municipality") -> str:
    """Write a module whose plugin has one layer with nothing but its own document."""
    text = layer_text(layer, kind, extends)
    return f"""\
from laget import DocumentText, LayerDeclaration, hookimpl

class Plugin:
    @hookimpl
    def laget_layers(self):
        return [LayerDeclaration({layer!r}, [DocumentText("{layer}/layer.yaml", {text!r})])]

plugin = Plugin()
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a function that installs a distribution for the time of a test."""
    modules: list[str] = []

    def make(  # noqa: PLR0913 - what a distribution has
        source: str,
        layers: tuple[str, ...],
        *,
        name: str = "laget-lia",
        version: str = "1.2.3",
        numbers: Mapping[str, str] | None = None,
        documents: Mapping[str, str] | None = None,
    ) -> str:
        module = f"laget_invented_{next(_numbers)}"
        modules.append(module)
        site = tmp_path / module
        package = site / module
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(source, "utf-8")
        for path, text in (documents or {}).items():
            file = package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        lines = ["[laget]", *(f"{layer} = {module}:plugin" for layer in layers)]
        lines += ["[laget.numbers]", *(f"{number} = {layer}" for number, layer in (numbers or {}).items())]
        meta = site / f"{name.replace('-', '_')}-{version}.dist-info"
        meta.mkdir()
        (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        (meta / "entry_points.txt").write_text("\n".join([*lines, ""]), "utf-8")
        monkeypatch.syspath_prepend(site)
        return module

    yield make
    for module in modules:
        sys.modules.pop(module, None)
