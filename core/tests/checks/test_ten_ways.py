"""Breaking any document of the fiction in ten ways gives ten findings, each on the line that was broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from laget.errors import LagetError
from laget.findings import Finding, Severity
from laget.registry import Registry

from ..texts import DAY, TextPlugin

FOLDER = Path(__file__).parents[1] / "fiction" / "layers"
LAYERS = {
    folder.name: {f"{folder.name}/{file.name}": file.read_text("utf-8") for file in folder.glob("*.yaml")}
    for folder in sorted(FOLDER.iterdir())
}
FORMS = {file.name: file.read_bytes() for file in (FOLDER.parent / "forms").iterdir()}
NAMES = [name for documents in LAYERS.values() for name in documents]
KEY = re.compile(r"^( *(?:- )?)([a-z_]+): (.+)$")

Break = Callable[[list[str]], int | None]
"""Breaks the lines of a document in place and gives the index of the broken one; `None` where it can't."""


def first(lines: list[str], pattern: str) -> int | None:
    """Give the index of the first line that fits."""
    return next((index for index, line in enumerate(lines) if re.search(pattern, line)), None)


def last_line_of_an_entry(lines: list[str]) -> int | None:
    """Give the last line that is a plain «key: value» of a block mapping."""
    fitting = [index for index, line in enumerate(lines) if re.search(r"^ +[a-z_]+: [^>|]+$", line)]
    return fitting[-1] if fitting else None


def tab(lines: list[str]) -> int | None:
    """Indent a line with a tab."""
    index = len(lines) - 1
    lines[index] = "\t" + lines[index].strip()
    return index


def open_quote(lines: list[str]) -> int | None:
    """Open a quote that is never closed."""
    lines.append('zzz: "never closed')
    return len(lines) - 1


def duplicate_key(lines: list[str]) -> int | None:
    """Write the kind a second time."""
    lines.append(lines[0] if lines[0].startswith("kind:") else "kind: layer")
    return len(lines) - 1


def unknown_section(lines: list[str]) -> int | None:
    """Add a section that no kind of document has."""
    lines.append("entitlments: []")
    return len(lines) - 1


def unknown_kind(lines: list[str]) -> int | None:
    """Misspell the kind."""
    lines[0] = lines[0] + "s"
    return 0


def anchor(lines: list[str]) -> int | None:
    """Give a value an anchor."""
    lines[0] = lines[0].replace("kind: ", "kind: &a ")
    return 0


def second_document(lines: list[str]) -> int | None:
    """Begin a second document."""
    lines += ["---", "kind: layer"]
    return len(lines) - 2


def unknown_key(lines: list[str]) -> int | None:
    """Add a key to the first entry that is written over several lines, or to the first in braces."""
    index = first(lines, r"^ +- id: [a-z0-9_]+$|^ {2}id: ")
    if index is None:
        index = first(lines, r"^  - \{(id|amends): ")
        if index is not None:
            lines[index] = lines[index].replace("- {", "- {zzz: 1, ", 1)
        return index
    indent = re.match(r" *(?:- )?", lines[index])
    assert indent is not None
    lines.insert(index + 1, " " * indent.end() + "zzz: 1")
    return index + 1


def wrong_type(lines: list[str]) -> int | None:
    """Write a mapping where a text is expected."""
    index = first(lines, r"\b(name|label|text|title|concept|question|state): [^{\[>|]+?(,|\}|$)")
    if index is not None:
        lines[index] = re.sub(
            r"\b(name|label|text|title|concept|question|state): (\"[^\"]*\"|[^{\[>|,}]+)",
            r"\1: {a: b}",
            lines[index],
            count=1,
        )
    return index


def bad_id(lines: list[str]) -> int | None:
    """Write an id with a capital letter."""
    index = first(lines, r"^ *(- \{?)?(id|amends): ")
    if index is not None:
        lines[index] = re.sub(r"\b(id|amends): ", r"\1: X", lines[index], count=1)
    return index


def bad_date(lines: list[str]) -> int | None:
    """Let an entry begin on a day that does not exist."""
    index = first(lines, r"^  - (id|amends): [a-z_]+$")
    if index is not None:
        lines.insert(index + 1, "    from: 2026-02-30")
        return index + 1
    index = first(lines, r"^  - \{(id|amends): ")
    if index is not None:
        lines[index] = lines[index].replace("- {", "- {from: 2026-02-30, ", 1)
        return index
    index = first(lines, r"first: ")
    if index is not None:
        lines[index] = re.sub(r"first: [0-9-]+", "first: 2026-02-30", lines[index])
    return index


def missing_key(lines: list[str]) -> int | None:
    """Add an entry without anything but its id."""
    index = first(
        lines, r"^(entitlements|documents|facts|routes|duties|conflicts|principles|step_kinds|layer):"
    )
    if index is None:
        return None
    if lines[index] == "layer:":
        gone = first(lines, r"^  name: ")
        assert gone is not None
        del lines[gone]
        return index + 1
    lines.insert(index + 1, "  - {id: zzz}")
    return index + 1


def two_verbs(lines: list[str]) -> int | None:
    """Let an entry both add and withdraw."""
    index = first(lines, r"^  - \{?(id|amends): ")
    if index is None:
        return None
    lines[index] = (
        re.sub(r"- (\{?)(id|amends): ([a-z_]+)", r"- \1\2: \3,", lines[index])
        if "{" in lines[index]
        else lines[index]
    )
    if "{" in lines[index]:
        lines[index] = lines[index].replace(",", ", withdraws: zzz,", 1).replace(",,", ",")
    else:
        lines.insert(index + 1, "    withdraws: zzz")
    return index


def unknown_reference(lines: list[str]) -> int | None:
    """Cite a law or a document that nobody has, name a layer that nobody has."""
    index = first(lines, r"\b(law|document|done_by|answered_by|extends): \[?[a-z_]+")
    if index is not None:
        lines[index] = re.sub(
            r"(law|document|done_by|answered_by|extends): (\[?)[a-z_]+", r"\1: \2zzz", lines[index], count=1
        )
    return index


def unknown_fact(lines: list[str]) -> int | None:
    """Read a fact that nobody has in the first expression."""
    index = first(lines, r"\bwhen: [a-z]")
    if index is not None:
        lines[index] = re.sub(r"\bwhen: ", "when: zzz and ", lines[index], count=1)
    return index


def bad_expression(lines: list[str]) -> int | None:
    """End an expression in the middle."""
    index = first(lines, r"^ +when: [a-z]")
    if index is not None:
        lines[index] += " and"
    return index


WAYS: tuple[Break, ...] = (
    tab,
    open_quote,
    duplicate_key,
    unknown_section,
    unknown_kind,
    anchor,
    second_document,
    unknown_key,
    wrong_type,
    bad_id,
    bad_date,
    missing_key,
    two_verbs,
    unknown_reference,
    unknown_fact,
    bad_expression,
)


def findings(name: str, text: str) -> list[Finding]:
    """Give what is wrong with the layer of a document that has another text, on one day."""
    layer = name.split("/", 1)[0]
    registry = Registry.of([TextPlugin({**LAYERS, layer: {**LAYERS[layer], name: text}}, FORMS)])
    try:
        built = registry[layer].built(DAY).findings
    except LagetError:
        built = registry[layer].check()
    return [f for f in (*registry.loaded(layer).findings, *built) if f.severity is not Severity.NOTE]


def test_unbroken() -> None:
    """No document of the fiction has an error or a warning as it is."""
    registry = Registry.of([TextPlugin(LAYERS, FORMS)])
    assert [] == [f for layer in registry.values() for f in layer.check() if f.severity is not Severity.NOTE]


@pytest.mark.parametrize("name", NAMES)
def test_ten_ways(name: str) -> None:
    """A document broken in ten ways or more gives, each time, a finding at exactly the broken line."""
    missed = []
    tried = 0
    for way in WAYS:
        lines = LAYERS[name.split("/", 1)[0]][name].splitlines()
        index = way(lines)
        if index is None:
            continue
        tried += 1
        places = {(found.place.file, found.place.line) for found in findings(name, "\n".join([*lines, ""]))}
        if (name, index + 1) not in places:
            missed.append((way.__name__, index + 1, sorted(places)))
    assert [] == missed
    assert 10 <= tried


@pytest.mark.parametrize("name", NAMES)
def test_ten_at_once(name: str) -> None:
    """Ten mistakes in one document are all found in one run, each on its line."""
    lines = [*LAYERS[name.split("/", 1)[0]][name].splitlines(), ""]
    start = len(lines)
    lines += [f"unknown_{number}: []" for number in range(10)]
    found = {f.place.line for f in findings(name, "\n".join(lines)) if f.code == "unknown-section"}
    assert set(range(start + 1, start + 11)) == found
