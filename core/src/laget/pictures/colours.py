"""Colours: one palette for all pictures, on light and on dark paper, and the stylesheet.

Text is at least 4.5 times as light or dark as what it stands on, lines and areas that mean something at
least 3 times (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it. Nothing is said by colour alone.
"""

from __future__ import annotations

from types import MappingProxyType

LIGHT = MappingProxyType({"paper": "#ffffff", "ink": "#1a1a1a", "soft": "#595959", "rule": "#767676"})
DARK = MappingProxyType({"paper": "#14171a", "ink": "#f2f2f2", "soft": "#bdbdbd", "rule": "#8f8f8f"})
"""The paper, the text on it, text that stands back, and thin lines."""

HUES = MappingProxyType(
    {
        "blue": ("#0b5cad", "#7fb8ff"),
        "orange": ("#9a4a00", "#ffb066"),
        "green": ("#1b7038", "#7ed69b"),
        "purple": ("#7a3b9e", "#d3a6f2"),
        "teal": ("#00676f", "#67d5df"),
        "red": ("#b3261e", "#ff9e96"),
        "olive": ("#635c00", "#d9cf5e"),
        "grey": ("#595959", "#bdbdbd"),
    }
)
"""Colour → how it is on light and on dark paper."""


TINT = 0.14
"""How much colour a pale area has."""


def hue(position: int) -> str:
    """Give the colour for the first, second … of what a picture tells apart."""
    names = tuple(HUES)
    return names[position % len(names)]


def stylesheet() -> str:
    """Give the classes that pictures use.

    `paper`, `ink` (text), `soft` (text that stands back), `rule` (a thin line) and `wait` (a broken
    line); `small`, `medium`, `large`, `heading`, `on` (text on a filled area) and `strong`; and with one of
    `HUES`: `fill`, `edge` (an outline), `tint` (a pale area), `hatched`, and `word` (text in that colour);
    `dashed` breaks any line.
    """
    variables = _variables(LIGHT, 0), _variables(DARK, 1)
    hues = "".join(
        f".{name}{{--hue:var(--{name})}}.{name}.hatched{{fill:url(#hatch-{name})}}" for name in HUES
    )
    return (
        f":root{{{variables[0]}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{variables[1]}}}}}"
        f"@media print{{:root{{{variables[0]}}}}}"
        "text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;font-size:12px;fill:var(--ink)}"
        ".paper{fill:var(--paper)}.soft{fill:var(--soft)}.small{font-size:10px}.medium{font-size:11px}.large{font-size:14px}"
        ".heading{font-size:20px;font-weight:bold}.strong{font-weight:bold}"
        ".rule{stroke:var(--rule);stroke-width:1;fill:none}"
        ".wait{stroke:var(--rule);stroke-width:1;stroke-dasharray:4 3;fill:none}"
        f"{hues}"
        ".fill{fill:var(--hue)}.edge{stroke:var(--hue);stroke-width:1.5;fill:none}"
        ".hatched{stroke:var(--hue);stroke-width:1.5}.stripe{stroke:var(--hue);stroke-width:2.5}"
        f".tint{{fill:var(--hue);fill-opacity:{TINT};stroke:var(--hue);stroke-width:1.5}}"
        ".word{fill:var(--hue)}.on{fill:var(--paper)}.dashed{stroke-dasharray:5 3}"
    )


def _variables(paper: MappingProxyType[str, str], side: int) -> str:
    colours = {**paper, **{name: pair[side] for name, pair in HUES.items()}}
    return "".join(f"--{name}:{value};" for name, value in colours.items())
