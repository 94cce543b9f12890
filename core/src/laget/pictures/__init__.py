"""Pictures: answers and handbooks as SVG. Pure: the same input gives the same bytes.

`svg` makes elements, `measure` knows how wide text is, `colours` holds the palette, `passages` sets text in
lines; every other module is one picture or a part of one. Text stays text: it can be selected, searched and
read aloud.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from laget.model.handbook import Handbook
    from laget.pictures.svg import Picture

PICTURES = {
    "services": "laget.pictures.services",
    "levels": "laget.pictures.levels",
    "routes": "laget.pictures.routes",
    "coordination": "laget.pictures.coordination",
}
"""Every picture of a handbook, with the module that has it; its function is `NAME_picture`."""


def draw(handbook: Handbook, name: str, language: str = "nb") -> str:
    """Draw a picture of a handbook: an SVG document, as text that ends with a newline.

    `name` is one of `PICTURES`, `language` that of what laget itself says, `nb` or `nn`. What the handbook
    does not say is shown as silence. Raises `ValueError` for a picture or a language that is not there.
    """
    if name not in PICTURES:
        raise ValueError(f"there is no picture «{name}»: the pictures are {', '.join(PICTURES)}")
    if language not in ("nb", "nn"):
        raise ValueError(f"there is no language «{language}»: the languages are nb, nn")
    picture: Picture = getattr(import_module(PICTURES[name]), f"{name}_picture")(handbook, language)
    return picture.svg()


__all__ = ["PICTURES", "draw"]
