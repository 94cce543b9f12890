"""The two lists to tick off: the sections of each document, and what national rules leave open."""

from __future__ import annotations

from attrs import frozen

from laget.scaffold.layers import sections_of
from laget.scaffold.wishes import NewDocument, NewLayer, Surroundings, Wish
from laget.texts import say

COVERAGE = """\
# What of each document is expressed, and what is not

Tick a section off when all of it is expressed, and say where: the file and the ids. Say also what is only
shown, what the document leaves open, and what you left out, with the reason. Nothing is filled in.
"""

OPEN = """\
# What is open

What national rules leave to the municipality. Answer in `background.yaml` of the layer, under `answers`,
with the document and section that says so; «not offered» is an answer too. What your document does not
say stays silent: that is not wrong, and is shown as silence. `laget show LAYER --open` counts.
"""


@frozen
class Passage:
    """A part of a page under a heading of its own: added when the page does not have the heading."""

    heading: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join([self.heading, "", *self.lines]) + "\n"


def coverage_passages(wish: Wish) -> tuple[Passage, ...]:
    """Give a passage for each document, with a box for each section."""
    return tuple(_sections(document, wish.layer) for document in wish.documents)


def open_passages(wish: Wish, around: Surroundings) -> tuple[Passage, ...]:
    """Give a passage for each layer, with a box for each question."""
    return tuple(_questions(wish, layer, around) for layer in wish.layers)


def _sections(document: NewDocument, layer: NewLayer) -> Passage:
    sections = sections_of(document, layer.language.value)
    boxes = tuple(f"- [ ] `{key}` {heading}" for key, heading in sections)
    return Passage(f"## {document.title} (`{layer.id}`, `{document.id}`)", boxes)


def _questions(wish: Wish, layer: NewLayer, around: Surroundings) -> Passage:
    heading = f"## {layer.name} (`{layer.id}`)"
    if layer is not wish.layer:
        box = f"- [ ] What {wish.layer.name} leaves to {layer.name}: `laget show {layer.id} --open`"
        return Passage(heading, (box,))
    boxes = [f"- [ ] {question} (`{name}`)" for name, question in around.questions]
    tongue = layer.language.value
    boxes += [f"- [ ] {say('new_question', tongue, id=name)} (`har_{name}`)" for name in around.catalogue]
    return Passage(heading, tuple(boxes))
