"""Areas: a municipality that an office serves, or has a place in, is one that exists.

Runs in `laget check`: which layers are installed, only the registry knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding
from laget.model.organisation import Area, Office


def check_areas(folded: Folded, exists: Callable[[str], bool]) -> Iterator[Finding]:
    """Find ids of municipalities that are neither installed layers nor in the register."""
    for spot in folded.spots:
        match spot.value:
            case Office() as office:
                yield from _check(folded, spot, "satellites", office.satellites, exists)
                hosts = () if office.hosted_by in folded.ids("offices") else (office.hosted_by,)
                yield from _check(folded, spot, "hosted_by", tuple(filter(None, hosts)), exists)
            case Area() as area:
                yield from _check(folded, spot, "municipalities", area.municipalities, exists)
            case _:
                continue


def _check(
    folded: Folded, spot: Spot, key: str, names: tuple[str, ...], exists: Callable[[str], bool]
) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if not exists(name):
            place = folded.place(spot, key, index)
            message = f"«{name}» is neither an installed layer nor a municipality of Norway"
            hint = "write the id of a layer, or the municipality's name in lower case: æ→ae, ø→o, å→a"
            yield Finding("unknown-municipality", message, place, hint=hint)
