"""Pictures: what laget itself draws, for the pages that tell of it."""

from __future__ import annotations

from datetime import date
from typing import Final

import laget
from laget.pictures import draw
from laget.pictures.year_wheel import year_wheel

ON: Final = date(2026, 3, 1)
"""The date of every picture, which is that of the examples."""

DRAWN: Final = {
    "services": "holtalen",
    "levels": "holtalen",
    "routes": "orland",
    "coordination": "vestre_toten",
}
"""The pictures of `laget draw`, each with the municipality that it is shown for."""

WHEEL: Final = "orland"
"""The municipality whose year wheel is shown."""


def pictures() -> dict[str, str]:
    """Give every picture as SVG, by the name of its file."""
    registry = laget.discover()
    drawn = {
        f"{name}.svg": draw(registry[municipality].handbook(ON), name, "nb")
        for name, municipality in DRAWN.items()
    }
    wheel = year_wheel(registry[WHEEL].calendar(ON.year, None, ON, "nb"), "nb").svg()
    return {**drawn, "year_wheel.svg": wheel}
