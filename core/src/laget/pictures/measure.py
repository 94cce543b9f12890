"""Measure: how wide text is, and where it breaks, without asking a screen.

The widths are those of Helvetica and Arial, which the stylesheet asks for. Where a reader's
machine has another font a line may be a little wider or narrower, so pictures leave room.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

_WIDTHS = MappingProxyType(
    {
        **dict.fromkeys("ijl'|", 0.222),
        **dict.fromkeys(" .,:;!/\\[]tfI·", 0.278),
        **dict.fromkeys("()-r`", 0.333),
        **dict.fromkeys("cksvxyzJ", 0.5),
        **dict.fromkeys("«»", 0.556),
        **dict.fromkeys("ABEKPSVXY&", 0.667),
        **dict.fromkeys("CDHNRUw", 0.722),
        **dict.fromkeys("GOQØ", 0.778),
        **dict.fromkeys("mM", 0.833),
        **dict.fromkeys("W–æ", 0.9),
        **dict.fromkeys("—Æ…@%", 1.0),
    }
)
_OTHERS = 0.56
"""Digits and most small letters are this wide, in parts of the font's size."""


@cache
def width_of(words: str, size: float) -> float:
    """Give how wide a line of text is.

    >>> round(width_of("kommune", 10), 1)
    44.1
    """
    return sum(_WIDTHS.get(sign, _OTHERS) for sign in words) * size


def broken(words: str, width: float, size: float) -> list[str]:
    """Break text into lines no wider than `width`; a single word that is wider stands alone.

    >>> broken("barnebolig og avlastning", 80, 12)
    ['barnebolig og', 'avlastning']
    """
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(words: str, width: float, size: float) -> str:
    """Cut text that is wider than `width`, with a sign that something is left out."""
    if width_of(words, size) <= width:
        return words
    kept = words
    while kept and width_of(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
