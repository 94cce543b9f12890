"""The register of Norway's municipalities, so that a real one is told from a misspelt one.

The division in force since 2024-01-01; check it against SSB Klass 131 before a release.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from attrs import frozen

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "á": "a", "č": "c", "đ": "d", "ŋ": "n", "š": "s"})


@frozen
class RegisteredMunicipality:
    """A municipality as the register has it."""

    number: str
    name: str
    """The official name; parallel names are separated by " - "."""
    county: str


@cache
def register() -> tuple[RegisteredMunicipality, ...]:
    """Give all municipalities, by number."""
    text = files("laget").joinpath("register.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines()[1:])
    return tuple(RegisteredMunicipality(number, name, county) for number, name, _, county in rows)


def find(asked: str) -> RegisteredMunicipality | None:
    """Find a municipality by number, official name or one of its parallel names.

    >>> find("0301").county
    'Oslo'
    >>> find("nowhere") is None
    True
    """
    wanted = plain_id(asked)
    for municipality in register():
        names = {plain_id(name) for name in municipality.name.split(" - ")}
        if asked == municipality.number or wanted in names:
            return municipality
    return None


def plain_id(name: str) -> str:
    """Write a name as an id: lower case, plain ASCII letters, words joined by `_`.

    >>> plain_id("Nordre Øy")
    'nordre_oy'
    """
    letters = name.strip().casefold().translate(_LETTERS)
    return "_".join(letters.replace("-", " ").split())
