"""The plan: which files a wish comes to, without touching the disk."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from attrs import evolve, frozen

from laget.scaffold.entries import LAYERS, NUMBERS
from laget.scaffold.filling import filled, quoted
from laget.scaffold.ground import Ground
from laget.scaffold.layers import layer_files
from laget.scaffold.pages import COVERAGE, OPEN, Passage, coverage_passages, open_passages
from laget.scaffold.wishes import NewLayer, Surroundings, Wish

KINDS = (
    "layer",
    "sources",
    "vocabulary",
    "background",
    "services",
    "coordination",
    "routing",
    "reporting",
    "cases",
    "case",
)
"""What an editor may need the schema of."""


@frozen
class Plan:
    """Files by path from the plugin's folder, and what is added to those that are there already."""

    files: Mapping[str, str]
    """Written where they are not there; never over one that is."""
    entries: Mapping[str, Mapping[str, str]]
    """Entry points by group, added to `pyproject.toml`."""
    passages: Mapping[str, tuple[Passage, ...]]
    """Parts of pages, added at their end when they do not have them."""


def plan_of(wish: Wish, around: Surroundings, folder: Path, inside: Ground | None = None) -> Plan:
    """Plan a new plugin in a folder, or new layers inside one that is there."""
    wish = _with_free_ids(wish, around)
    package = inside.package if inside else f"laget_{wish.layer.id}"
    source = inside.source if inside else f"src/{package}"
    target = inside.target if inside else f"{package}:plugin"
    made = {} if inside else _distribution(wish, folder, package)
    for layer in wish.layers:
        made |= {f"{source}/{name}": text for name, text in layer_files(wish, layer, around).items()}
    made |= {f"schemas/{kind}.schema.json": _schema(kind) for kind in KINDS}
    numbers = {layer.number: layer.id for layer in wish.layers if layer.number}
    return Plan(
        files={**made, "COVERAGE.md": COVERAGE, "OPEN.md": OPEN},
        entries={LAYERS: {layer.id: target for layer in wish.layers}, NUMBERS: numbers},
        passages={"COVERAGE.md": coverage_passages(wish), "OPEN.md": open_passages(wish, around)},
    )


def _with_free_ids(wish: Wish, around: Surroundings) -> Wish:
    """Give documents other ids where what the layer builds on has theirs."""
    documents = [
        evolve(document, id=f"{wish.layer.id}_{document.id}") if document.id in around.documents else document
        for document in wish.documents
    ]
    return evolve(wish, documents=tuple(documents))


def _distribution(wish: Wish, folder: Path, package: str) -> dict[str, str]:
    values = {
        "name": wish.layer.name,
        "dashed": wish.layer.id.replace("_", "-"),
        "package": package,
        "folder": folder.name,
        "first": wish.members[0].id if wish.members else wish.layer.id,
        "again": f"laget new --inside {folder.name} {_options(wish)}",
        "areas": "\n".join(f"- {_area(layer)}" for layer in wish.layers),
        "description_quoted": quoted(
            f"The rules of {wish.layer.name} on help to children and families, for laget"
        ),
    }
    return {
        "pyproject.toml": filled("pyproject.toml", values),
        "README.md": filled("README.md", values),
        f"src/{package}/__init__.py": filled("plugin.py", values),
        f"src/{package}/py.typed": "",
        "tests/test_plugin.py": filled("test_plugin.py", values),
    }


def _options(wish: Wish) -> str:
    """Give the options that name the same layers again."""
    named = [_named(member) for member in wish.members]
    if named:
        members = " ".join(f'--member "{member}"' for member in named)
        return f'--region "{wish.layer.name}" --id {wish.layer.id} {members}'
    return f"--number {wish.layer.number} --id {wish.layer.id}" + (
        "" if wish.layer.county else f' --name "{wish.layer.name}"'
    )


def _named(layer: NewLayer) -> str:
    return f"{layer.number}" if layer.county else f"{layer.number} {layer.name}"


def _area(layer: NewLayer) -> str:
    """Say what a layer is, in a line."""
    parts = [f"municipality {layer.number}" if layer.number else layer.kind.value]
    parts += [f"in {layer.county}"] if layer.county else []
    return f"{layer.name}: layer `{layer.id}`, {', '.join(parts)}; builds on `{layer.extends}`"


def _schema(kind: str) -> str:
    return files("laget").joinpath("schemas", f"{kind}.schema.json").read_text("utf-8")
