"""What loading Holtålen's handbook costs beside merely parsing its YAML with PyYAML's C loader.

Loading is everything from the documents (the national layer's and Holtålen's) to a handbook that answers:
places of every value, structure, folding, checking, fingerprint. Each round makes a fresh
registry, and plugins that have read nothing yet.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

import laget
from laget.assessment import Assessor
from laget.documents.yaml_reader import read_yaml
from laget.model.case import Case

ON = date(2026, 3, 1)
ROUNDS = 15
PACKAGES = ("laget.national", "laget_holtalen")


def texts(folder: Traversable) -> list[bytes]:
    """Read every document below a folder."""
    found: list[bytes] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += texts(entry)
        elif entry.name.endswith(".yaml"):
            found.append(entry.read_bytes())
    return found


def documents() -> list[bytes]:
    """Read every document of both layers."""
    return [text for package in PACKAGES for text in texts(files(package).joinpath("layers"))]


def parse() -> None:
    """Parse with PyYAML's C loader: no places, no checks, and `no` is false."""
    for text in documents():
        yaml.load(text, yaml.CSafeLoader)


def place() -> None:
    """Read with laget: YAML 1.2, with a place for every key and value."""
    for text in documents():
        read_yaml(text, "measured.yaml")


def registry() -> laget.Registry:
    """Make a registry in which nothing is loaded."""
    return laget.Registry.of([laget.FolderPlugin(package) for package in PACKAGES])


def read() -> None:
    """Read the documents into what each entry adds, amends or withdraws."""
    registry().chain("holtalen")


def load() -> None:
    """Load the handbook as a host does: read, fold, structure, check and take the fingerprint."""
    registry()["holtalen"].handbook(ON)


def prepare() -> None:
    """Load the handbook, and prepare it for assessing."""
    Assessor(registry()["holtalen"].handbook(ON)).assess(Case(), ON)


WAYS: Mapping[str, Callable[[], None]] = {
    "yaml.CSafeLoader": parse,
    "laget: YAML with places": place,
    "laget: documents read": read,
    "laget: handbook": load,
    "laget: first assessment": prepare,
}
"""What is measured; from the second on, each holds the one before."""


def main() -> None:
    """Measure the ways in turns, so that a busy moment hits all of them, and print medians."""
    rounds = [{name: milliseconds(way) for name, way in WAYS.items()} for _ in range(ROUNDS + 1)][1:]
    median = {name: statistics.median(turn[name] for turn in rounds) for name in WAYS}
    size = sum(len(text) for text in documents())
    print(f"{len(documents())} documents, {size / 1000:.0f} kB")
    for name, spent in median.items():
        print(f"{name:<26} {spent:6.0f} ms  {spent / median['yaml.CSafeLoader']:4.1f} times")


def milliseconds(way: Callable[[], None]) -> float:
    """Give the wall time of one run."""
    start = time.perf_counter()
    way()
    return (time.perf_counter() - start) * 1000


main()
