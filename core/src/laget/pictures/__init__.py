"""Pictures: answers and handbooks as SVG. Pure: the same input gives the same bytes.

`svg` makes elements, `measure` knows how wide text is, `colours` holds the palette; every other module
is one picture. Text stays text: it can be selected, searched and read aloud.
"""
