"""A document to operations: each mistake in its outline is a finding at its line, and all come at once."""

from __future__ import annotations

from datetime import date

import pytest

from laget.documents.python_reader import from_python
from laget.documents.tree import SourceFile, plain
from laget.documents.yaml_reader import read_yaml
from laget.findings import Finding
from laget.structuring.contents import Contents, Verb, contents_of

SERVICES = ("services",)
LAYER = ("layer", "sources", "vocabulary", "background")


def contents(text: str, allowed: tuple[str, ...] = SERVICES) -> Contents:
    """Read a text as a document of one of the allowed kinds."""
    reading = read_yaml(text, "a.yaml", "lia")
    assert reading.node is not None
    return contents_of(reading.node, allowed)


def entry(text: str) -> str:
    """Write a document with one entry, which begins on line 3."""
    return f"kind: services\nentitlements:\n  - {text}\n"


def spots(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    """Give code, line and column of each finding."""
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings]


WRONG = {
    "a-list": ("- a", "wrong-type", 1, 1, "begin with «kind: …»"),
    "a-text": ("hello", "wrong-type", 1, 1, "begin with «kind: …»"),
    "no-kind": ("entitlements: []", "missing-key", 1, 1, "one of services"),
    "near-kind": ("kind: servises", "unknown-kind", 1, 7, "did you mean «services»?"),
    "far-kind": ("kind: zzz", "unknown-kind", 1, 7, "write one of them"),
    "other-hooks-kind": ("kind: routing", "unknown-kind", 1, 7, "write one of them"),
    "number-as-kind": ("kind: 5", "unknown-kind", 1, 7, "write one of them"),
    "mapping-as-kind": ("kind: {a: 1}", "unknown-kind", 1, 7, "write one of them"),
    "nothing-as-kind": ("kind:\n", "unknown-kind", 1, 6, "write one of them"),
    "near-section": (
        "kind: services\nentitelments: []",
        "unknown-section",
        2,
        1,
        "did you mean «entitlements»?",
    ),
    "far-section": ("kind: services\nzzz: []", "unknown-section", 2, 1, "has entitlements, prerequisites"),
    "section-is-text": (
        "kind: services\nentitlements: all",
        "wrong-type",
        2,
        15,
        "begin each entry with «- id: …»",
    ),
    "section-is-mapping": ("kind: services\nentitlements: {a: 1}", "wrong-type", 2, 15, "begin each entry"),
    "section-is-nothing": ("kind: services\nentitlements:\n", "wrong-type", 2, 14, "begin each entry"),
    "entry-is-text": (entry("turvenn"), "wrong-type", 3, 5, "begin it with «id: …»"),
    "entry-is-nothing": (entry(""), "wrong-type", 3, 4, "begin it with «id: …»"),
    "no-verb": (entry("name: Turvenn"), "one-verb", 3, 5, "«id» adds something new"),
    "two-verbs": (entry("{id: a, amends: a}"), "one-verb", 3, 5, "«id» adds something new"),
    "three-verbs": (entry("{id: a, amends: a, withdraws: a}"), "one-verb", 3, 5, "«id» adds"),
    "norwegian-letter": (entry("id: støtte"), "bad-id", 3, 9, "ø as o"),
    "capital": (entry("amends: Turvenn"), "bad-id", 3, 13, "lower-case letters"),
    "blank": (entry('id: "a b"'), "bad-id", 3, 9, "lower-case letters"),
    "empty-id": (entry('id: ""'), "bad-id", 3, 9, "lower-case letters"),
    "number-as-id": (entry("id: 1.10"), "wrong-type", 3, 9, 'in quotes: "1.10"'),
    "truth-as-id": (entry("id: true"), "wrong-type", 3, 9, 'in quotes: "true"'),
    "text-as-date": (entry("{id: a, from: soon}"), "wrong-type", 3, 19, "write it like 2026-03-01"),
    "number-as-date": (entry("{id: a, to: 2026}"), "wrong-type", 3, 17, "write it like 2026-03-01"),
    "reversed": (
        entry("{id: a, from: 2026-02-01, to: 2026-01-31}"),
        "dates-reversed",
        3,
        5,
        "swap «from» and «to»",
    ),
    "no-reason": (entry("withdraws: a"), "missing-key", 3, 5, "add «reason:»"),
    "reason-is-number": (entry("{withdraws: a, reason: 5}"), "wrong-type", 3, 28, '"5"'),
    "withdrawal-with-more": (
        entry("{withdraws: a, reason: b, name: c}"),
        "unknown-key",
        3,
        31,
        "the keys here are reason, sources, law",
    ),
    "withdrawal-with-bad-source": (
        entry("{withdraws: a, reason: b, sources: heftet}"),
        "wrong-type",
        3,
        40,
        "write each item",
    ),
}


@pytest.mark.parametrize(("text", "code", "line", "column", "hint"), WRONG.values(), ids=WRONG.keys())
def test_wrong_outline(text: str, code: str, line: int, column: int, hint: str | None) -> None:
    """Each mistake in the outline of a document is one finding, at its line and column, with a hint."""
    (finding,) = contents(text).findings
    assert (code, line, column) == (finding.code, finding.place.line, finding.place.column)
    assert (hint or "") in (finding.hint or "")


@pytest.mark.parametrize(
    ("text", "line"),
    [("kind: layer\nlayer: []", 2), ("kind: layer\nlayer: lia", 2), ("kind: layer\nlayer:\n  - id: lia", 3)],
)
def test_layer_is_mapping(text: str, line: int) -> None:
    """The section `layer` is a mapping, and not a list or a text."""
    (finding,) = contents(text, LAYER).findings
    assert ("wrong-type", line) == (finding.code, finding.place.line)
    assert "write its keys below it" == finding.hint


def test_all_at_once() -> None:
    """Twelve mistakes in one document are twelve findings in the order of their lines."""
    text = """\
kind: services
entitlments: []
entitlements:
  - turvenn
  - name: Turvenn
  - id: Turvenn
  - id: 5
  - {id: a, amends: a}
  - {id: a, from: soon}
  - {id: a, to: soon}
  - {id: a, from: 2026-01-02, to: 2026-01-01}
  - withdraws: a
  - {withdraws: a, reason: b, name: c}
prerequisites: none
"""
    expected = [2, *range(4, 15)]
    assert expected == sorted(finding.place.line for finding in contents(text).findings)


def test_reads_on() -> None:
    """A mistake in one entry does not hide the entries after it."""
    found = contents("kind: services\nentitlements:\n  - wrong\n  - id: right\n")
    assert ["right"] == [operation.id for operation in found.operations]


def test_operation() -> None:
    """An operation knows verb, section, id, layer, and from when to when; its tree holds only values."""
    text = entry("{amends: turvenn, from: 2026-01-01, to: 2026-12-31, name: Turvenn}")
    (operation,) = contents(text).operations
    expected = (Verb.AMENDS, "entitlements", "turvenn", "lia", date(2026, 1, 1), date(2026, 12, 31))
    assert expected == (
        operation.verb,
        operation.section,
        operation.id,
        operation.layer,
        operation.first,
        operation.last,
    )
    assert {"name": "Turvenn"} == plain(operation.node)


def test_added_entry_keeps_id() -> None:
    """The id of an added entry is one of its values."""
    (operation,) = contents(entry("id: turvenn")).operations
    assert {"id": "turvenn"} == plain(operation.node)


def test_one_day() -> None:
    """A rule may hold for a single day: its first and last day can be the same."""
    found = contents(entry("{id: a, from: 2026-01-01, to: 2026-01-01}"))
    assert () == found.findings


def test_layer_has_no_dates_of_entries() -> None:
    """`from` and `to` on a layer stay in its tree, where they are unknown keys, and are not dropped."""
    (operation,) = contents("kind: layer\nlayer: {id: lia, from: 2020-01-01}", LAYER).operations
    assert {"id": "lia", "from": date(2020, 1, 1)} == plain(operation.node)


def test_data_without_text() -> None:
    """Mistakes in data made in code have paths instead of lines."""
    reading = from_python({"kind": "services", "entitlements": [{"name": "a"}, 5]}, SourceFile("code"))
    assert reading.node is not None
    findings = contents_of(reading.node, SERVICES).findings
    assert [("one-verb", 0, 0), ("wrong-type", 0, 0)] == spots(findings)
    assert [("entitlements",)] * 2 == [finding.place.path for finding in findings]
