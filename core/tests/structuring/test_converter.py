"""Placed tree to model: nothing is turned into another type, and every misfit has its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest

from laget.documents.python_reader import from_python
from laget.documents.tree import Node, SourceFile
from laget.documents.yaml_reader import read_yaml
from laget.findings import Finding
from laget.model.case import Case
from laget.model.choices import Target
from laget.model.citations import Document, SourceRef
from laget.model.entitlements import Criterion, Entitlement, Fee, Limit
from laget.model.expressions import Formula
from laget.model.facts import DerivedCase, Fact, Given, Presumed
from laget.model.layers import Layer, Validity
from laget.model.mapping import FrozenMapping
from laget.model.origins import Origin
from laget.structuring.converter import as_date, structured
from laget.structuring.misfits import MisfitError

T = TypeVar("T")


def node(text: str) -> Node:
    """Read a text as a tree."""
    reading = read_yaml(text, "a.yaml", "lia")
    assert reading.node is not None
    return reading.node


def misfits(text: str, cls: type[object]) -> tuple[Finding, ...]:
    """Give what is wrong when a text is read as a class."""
    with pytest.raises(MisfitError) as caught:
        structured(node(text), cls)
    return caught.value.findings


CRITERION = "id: a\ntext: b\nwhen: alder > 1\n"
FACT = "id: a\nlabel: b\nquestion: c\n"

WRONG: dict[str, tuple[str, type[object], str, int, int, str]] = {
    # Text is text: what YAML reads as something else must be quoted.
    "number-for-text": ("{document: a, section: 5}", SourceRef, "wrong-type", 1, 24, '"5"'),
    "decimal-for-text": ("{document: a, section: 1.10}", SourceRef, "wrong-type", 1, 24, '"1.10"'),
    "truth-for-text": ("{document: a, section: true}", SourceRef, "wrong-type", 1, 24, '"true"'),
    "date-for-text": ("{document: a, section: 2026-01-01}", SourceRef, "wrong-type", 1, 24, '"2026-01-01"'),
    "nothing-for-text": ("document: a\nsection:\n", SourceRef, "wrong-type", 2, 9, "write a text"),
    "list-for-text": ("{document: a, section: [b]}", SourceRef, "wrong-type", 1, 24, "write a text"),
    "mapping-for-text": ("{document: a, section: {b: c}}", SourceRef, "wrong-type", 1, 24, "write a text"),
    # true and false are not words, nor numbers.
    "no-for-truth": ("{none: no, text: a}", Fee, "wrong-type", 1, 8, "write true or false"),
    "quoted-truth": ('{none: "true", text: a}', Fee, "wrong-type", 1, 8, "write true or false"),
    "one-for-truth": ("{none: 1, text: a}", Fee, "wrong-type", 1, 8, "write true or false"),
    "nothing-for-truth": ("{none: , text: a}", Fee, "wrong-type", 1, 8, "write true or false"),
    # Whole numbers and decimals.
    "text-for-whole": ("{document: a, section: b, page: '3'}", SourceRef, "wrong-type", 1, 33, "digits only"),
    "decimal-for-whole": ("{document: a, section: b, page: 3.0}", SourceRef, "wrong-type", 1, 33, "digits"),
    "truth-for-whole": ("{document: a, section: b, page: true}", SourceRef, "wrong-type", 1, 33, "digits"),
    "text-for-number": ("{id: a, text: b, unit: c, max: ten}", Limit, "wrong-type", 1, 32, "write digits"),
    "truth-for-number": ("{id: a, text: b, unit: c, max: true}", Limit, "wrong-type", 1, 32, "write digits"),
    # Dates.
    "text-for-date": ("first: tomorrow", Validity, "wrong-type", 1, 8, "write it like 2026-03-01"),
    "number-for-date": ("first: 2026", Validity, "wrong-type", 1, 8, "write it like 2026-03-01"),
    "impossible-date-text": ("first: '2026-02-30'", Validity, "wrong-type", 1, 8, "write it like"),
    # Words of a closed set.
    "near-word": (CRITERION + "force: normaly", Criterion, "unknown-value", 4, 8, "did you mean «normally»?"),
    "number-for-word": (CRITERION + "force: 5", Criterion, "wrong-type", 4, 8, ""),
    # Single values of several types.
    "list-for-value": ("{value: [true], reason: a}", Presumed, "wrong-type", 1, 9, "write true, false"),
    "nothing-for-value": ("{value: , reason: a}", Presumed, "wrong-type", 1, 9, "write true, false"),
    # Lists, mappings, objects.
    "text-for-list": (
        "{id: a, name: b, description: c, counts_as: d}",
        Entitlement,
        "wrong-type",
        1,
        45,
        "«- »",
    ),
    "number-in-list": (
        "{id: a, name: b, description: c, counts_as: [d, 5]}",
        Entitlement,
        "wrong-type",
        1,
        49,
        '"5"',
    ),
    "list-for-mapping": (
        "{id: a, title: b, publisher: c, sections: [d]}",
        Document,
        "wrong-type",
        1,
        43,
        "key: value",
    ),
    "number-in-mapping": (
        "{id: a, title: b, publisher: c, sections: {d: 5}}",
        Document,
        "wrong-type",
        1,
        47,
        '"5"',
    ),
    "text-for-object": (
        "{id: a, name: b, kind: nation, valid: now}",
        Layer,
        "wrong-type",
        1,
        39,
        "the keys first",
    ),
    "text-for-object-of-optional-keys": ("here", Target, "wrong-type", 1, 1, "office, role, same_as"),
    # Keys.
    "near-key": ("{documnt: a, document: a, section: b}", SourceRef, "unknown-key", 1, 2, "«document»"),
    "far-key": (
        "{zzz: a, document: a, section: b}",
        SourceRef,
        "unknown-key",
        1,
        2,
        "the keys here are document",
    ),
    "internal-key": (
        CRITERION + "origin: {layer: riket}",
        Criterion,
        "unknown-key",
        4,
        1,
        "the keys here are",
    ),
    "missing-key": ("{document: a}", SourceRef, "missing-key", 1, 1, "add «section:»"),
    # Expressions.
    "number-for-expression": ("id: a\ntext: b\nwhen: 5", Criterion, "wrong-type", 3, 7, '"5"'),
    "list-for-expression": ("id: a\ntext: b\nwhen: [c]", Criterion, "wrong-type", 3, 7, ""),
    "nothing-for-expression": ("id: a\ntext: b\nwhen: ", Criterion, "wrong-type", 3, 6, ""),
    "derived-case-without-value": (
        FACT + "type: number\nderived: [{when: a}]",
        Fact,
        "missing-key",
        5,
        11,
        "add «value:»",
    ),
}


@pytest.mark.parametrize("row", WRONG.values(), ids=WRONG.keys())
def test_misfit(row: tuple[str, type[object], str, int, int, str]) -> None:
    """A value of the wrong type is one finding at its line and column, with a hint; it is never coerced."""
    text, cls, code, line, column, hint = row
    (finding,) = misfits(text, cls)
    assert (code, line, column) == (finding.code, finding.place.line, finding.place.column)
    assert hint in (finding.hint or "")


EXPRESSIONS = {
    "plain": ("when: alder >> 5", 3, 14),
    "single-quoted": ("when: 'alder >> 5'", 3, 15),
    "double-quoted": ('when: "alder >> 5"', 3, 15),
    "escaped": ('when: "a\\u006cder >> 5"', 3, 20),
    "folded": ("when: >-\n  alder > 3\n  and alder >> 5", 5, 14),
    "literal": ("when: |\n  alder > 3\n  and alder >> 5", 5, 14),
    "over-two-lines": ("when: alder > 3\n  and alder >> 5", 4, 14),
}


@pytest.mark.parametrize(("text", "line", "column"), EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_expression_column(text: str, line: int, column: int) -> None:
    """An error in an expression is at its own line and column, however the text is quoted or folded."""
    (finding,) = misfits(f"id: a\ntext: b\n{text}", Criterion)
    assert ("expression", line, column, ("when",)) == (
        finding.code,
        finding.place.line,
        finding.place.column,
        finding.place.path,
    )
    assert finding.excerpt is not None
    assert "^" in finding.excerpt


def test_all_at_once() -> None:
    """Everything that is wrong in an entry comes out together, each with its own path."""
    text = """\
id: turvenn
name: 5
kind: servise
available: "no"
counts_as: tjeneste
grounds:
  - id: tilbud
    name: Tilbud
    strength: perhaps
    criteria:
      - {id: alder, text: Alder, when: alder >= }
      - {id: behov, text: Behov, when: behov, force: 1}
limits:
  - {id: timer, text: Timer, max: "8", unit: hours}
fee: free
zzz: 1
"""
    findings = misfits(text, Entitlement)
    expected = {
        ("missing-key", 1, ()),
        ("wrong-type", 2, ("name",)),
        ("unknown-value", 3, ("kind",)),
        ("wrong-type", 4, ("available",)),
        ("wrong-type", 5, ("counts_as",)),
        ("unknown-value", 9, ("grounds", "tilbud", "strength")),
        ("expression", 11, ("grounds", "tilbud", "criteria", "alder", "when")),
        ("wrong-type", 12, ("grounds", "tilbud", "criteria", "behov", "force")),
        ("wrong-type", 14, ("limits", "timer", "max")),
        ("wrong-type", 15, ("fee",)),
        ("unknown-key", 16, ("zzz",)),
    }
    assert expected == {(found.code, found.place.line, found.place.path) for found in findings}


def test_items_without_id() -> None:
    """An item without an id is named by its position in paths."""
    findings = misfits("id: a\nname: b\ndescription: c\nsources: [{document: d, section: 5}]", Entitlement)
    assert [("sources", "0", "section")] == [finding.place.path for finding in findings]


def test_data_without_text() -> None:
    """Data made in code fits like a document does; what does not fit has a path and no line."""
    data = {"id": "a", "text": "b", "when": "alder > 1", "force": "should"}
    reading = from_python(data, SourceFile("code", layer="lia"))
    assert reading.node is not None
    criterion = structured(reading.node, Criterion)
    assert Criterion(id="a", text="b", when=Formula.of("alder > 1"), force=criterion.force) == criterion
    assert Origin("lia", "code", 0) == criterion.origin

    wrong = from_python({**data, "when": "alder >"}, SourceFile("code"))
    assert wrong.node is not None
    with pytest.raises(MisfitError) as caught:
        structured(wrong.node, Criterion)
    (finding,) = caught.value.findings
    assert (0, ("when",)) == (finding.place.line, finding.place.path)


def test_right_values() -> None:
    """Values of the right type come out as they were written."""
    case = structured(node("facts: {a: true, b: 2, c: 2.5, d: x, e: 2026-01-01, f: }"), Case)
    expected = {"a": True, "b": 2, "c": Decimal("2.5"), "d": "x", "e": date(2026, 1, 1), "f": None}
    assert FrozenMapping(expected) == case.facts
    assert [bool, int, Decimal, str, date, type(None)] == [type(value) for value in case.facts.values()]


def test_whole_number_is_a_number() -> None:
    """A whole number fits where decimals may stand."""
    assert Decimal(8) == structured(node("{id: a, text: b, unit: c, max: 8}"), Limit).max


def test_true_is_an_expression() -> None:
    """The bare words true and false are expressions, although YAML reads them as truth values."""
    for word in ("true", "false"):
        assert Formula.of(word) == structured(node(f"id: a\ntext: b\nwhen: {word}"), Criterion).when


def test_optional_nothing() -> None:
    """An optional value may be left empty, which is like leaving it out."""
    assert structured(node("{id: a, text: b, unit: c}"), Limit) == structured(
        node("{id: a, text: b, unit: c, max: }"), Limit
    )


def test_derived_by_shape() -> None:
    """A fact is derived by one expression or by a list of cases."""
    one = structured(node(FACT + "type: number\nderived: x + 1"), Fact)
    assert Formula.of("x + 1") == one.derived
    cases = structured(node(FACT + "type: number\nderived: [{when: y, value: x}]"), Fact)
    assert (DerivedCase(when=Formula.of("y"), value=Formula.of("x")),) == cases.derived


def test_dates_of_json() -> None:
    """JSON has no dates: a date written as text is one, an impossible one is not."""
    assert date(2026, 3, 1) == as_date("2026-03-01")
    assert [None, None, None] == [as_date("2026-02-30"), as_date("1. mars"), as_date(5)]


def test_origins() -> None:
    """An entry knows its own line and the line of each of its values."""
    given = structured(node("id: a\nvalue: true\nsources:\n  - {document: b, section: c}"), Given)
    assert Origin("lia", "a.yaml", 1) == given.origin
    assert {"id": 1, "value": 2, "sources": 4} == {name: at.line for name, at in given.origins.items()}
