"""Thirty different mistakes in a copy of Ørland's plugin: each is found on its line, with its remedy."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen
from core.tests.texts import TextPlugin

from laget.findings import Finding, Severity
from laget.national import plugin as national
from laget.registry import Registry

pytestmark = pytest.mark.once

PACKAGE = Path(__file__).parents[1] / "plugins" / "orland" / "src" / "laget_orland"
TODAY = date(2026, 3, 1)
SOURCE = 'sources: [{document: prosedyre, section: "3"}]'


@frozen
class Mistake:
    """A document, what is written instead of what, what is found, and where."""

    file: str
    good: str
    bad: str
    code: str
    hint: str
    """A part of the hint: what to write."""
    below: int = 0
    """How many lines below the first changed line the finding stands."""
    until: str = ""
    """Where what is replaced ends, when more than `good` is."""


MISTAKES = {
    "misspelt-key": Mistake(
        "plans.yaml", "        strength: may", "        strenght: may", "unknown-key", "«strength»"
    ),
    "misspelt-section": Mistake("reporting.yaml", "duties:", "dutys:", "unknown-section", "«duties»"),
    "misspelt-kind": Mistake(
        "consents.yaml", "kind: coordination", "kind: coordinaton", "unknown-kind", "«coordination»"
    ),
    "missing-key": Mistake(
        "vocabulary.yaml",
        "    question: Er behovet for hjelp omfattende?\n",
        "",
        "missing-key",
        "question",
        -2,
    ),
    "duplicate-key": Mistake(
        "reporting.yaml",
        "    owner: koordinator\n",
        "    owner: koordinator\n    owner: barnekoordinator\n",
        "duplicate-key",
        "remove or rename one of them",
        1,
    ),
    "wrong-indentation": Mistake(
        "reporting.yaml", "    every: P1Y\n", "   every: P1Y\n", "yaml-syntax", "indent"
    ),
    "tab": Mistake("reporting.yaml", "    every: P1Y\n", "\tevery: P1Y\n", "tab-indentation", "spaces"),
    "day-that-is-none": Mistake(
        "layer.yaml", "    first: 2022-08-01", "    first: 2022-02-30", "impossible-date", "date"
    ),
    "unquoted-section": Mistake("plans.yaml", 'section: "5.1"}', "section: 5.1}", "wrong-type", "quotes"),
    "unknown-section": Mistake(
        "plans.yaml", 'section: "5.2 IP"}', 'section: "5.2"}', "unknown-section-cited", "«5.2 IP»"
    ),
    "missing-source": Mistake(
        "groups.yaml",
        '        sources:\n          - {document: prosedyre, section: "V3"}\n      - id: lengde',
        "      - id: lengde",
        "no-source",
        "add «sources:",
        -6,
    ),
    "wrong-force": Mistake(
        "groups.yaml", "        force: should", "        force: shall", "unknown-value", "should"
    ),
    "wrong-strength": Mistake("plans.yaml", "strength: right", "strength: rett", "unknown-value", "right"),
    "bad-id": Mistake("plans.yaml", "- id: malgruppe", "- id: målgruppe", "bad-id", "å as a"),
    "amended-id-that-is-not": Mistake(
        "plans.yaml",
        "  - amends: barnekoordinator",
        "  - amends: barnekordinator",
        "nothing-to-amend",
        "«barnekoordinator»",
    ),
    "added-again": Mistake(
        "plans.yaml", "  - amends: koordinator", "  - id: koordinator", "added-twice", "amends"
    ),
    "impossible-yearly-day": Mistake(
        "reporting.yaml", 'yearly: "06-01"', 'yearly: "06-31"', "duration", '«yearly: "06-01"»'
    ),
    "two-triggers": Mistake(
        "reporting.yaml",
        "    before_meeting: ansvarsgruppemote\n",
        "    before_meeting: ansvarsgruppemote\n    after: mote_innkalt\n",
        "duty-days",
        "keep one of them",
    ),
    "bad-duration": Mistake("reporting.yaml", "within: P14D", "within: 14 days", "duration", "P14D"),
    "misspelt-event": Mistake(
        "reporting.yaml",
        "done_by: [mote_innkalt]",
        "done_by: [mote_inkalt]",
        "unknown-reference",
        "«mote_innkalt»",
    ),
    "misspelt-office": Mistake(
        "routing.yaml",
        "{office: beslutningsteam}",
        "{office: beslutningstem}",
        "unknown-reference",
        "«beslutningsteam»",
    ),
    "two-targets": Mistake(
        "routing.yaml",
        "to: {role: barnekoordinator}",
        "to: {role: barnekoordinator, office: koordinerende_enhet}",
        "one-target",
        "keep one of them",
    ),
    "misspelt-fact": Mistake(
        "plans.yaml", "when: omfattende_behov", "when: omfatende_behov", "expression", "«omfattende_behov»"
    ),
    "unfinished-expression": Mistake(
        "plans.yaml",
        "when: sammensatt_behov\n",
        "when: sammensatt_behov and\n",
        "expression",
        "write a fact, a value",
    ),
    "truth-beside-a-number": Mistake(
        "plans.yaml", "when: langvarig_behov\n", "when: langvarig_behov >= 2\n", "expression", "by itself"
    ),
    "threshold-outside": Mistake(
        "vocabulary.yaml", "derived: alder < 18", "derived: alder < 180", "threshold-outside", "in that range"
    ),
    "never-holds": Mistake(
        "groups.yaml",
        "when: 60 <= mote_minutter <= 90",
        "when: 90 <= mote_minutter <= 60",
        "never-holds",
        "no case",
    ),
    "always-holds": Mistake(
        "groups.yaml",
        "when: 2 <= moter_siste_ar <= 4 or moter_etter_behov",
        "when: moter_siste_ar >= 2 or moter_siste_ar <= 4",
        "always-holds",
        "«and»",
    ),
    "contradiction": Mistake(
        "plans.yaml",
        "when: koordinert_behov\n",
        "when: not sammensatt_behov\n",
        "contradicting-criteria",
        "mend one of",
    ),
    "repetition": Mistake(
        "plans.yaml",
        "when: sammensatt_behov\n",
        "when: omfattende_behov\n",
        "repeated-criterion",
        "remove «sammensatt»",
    ),
    "age-alone": Mistake(
        "plans.yaml",
        "        criteria:\n          - id: omfattende",
        "        criteria:\n          - id: ung\n            text: Ung.\n            when: alder < 18\n"
        '            sources: [{document: prosedyre, section: "3"}]\n',
        "decides-on-age",
        "add one",
        -3,
        '        sources:\n          - {document: prosedyre, section: "3"}\n'
        '          - {document: prosedyre, section: "5.1"}\n    steps:',
    ),
    "overlap-in-a-route": Mistake(
        "routing.yaml",
        "    lines:\n      - id: koordinerende_enhet\n",
        "    lines:\n"
        f"      - {{id: en, to: {{office: koordinerende_enhet}}, {SOURCE}}}\n"
        f"      - {{id: to, to: {{office: beslutningsteam}}, {SOURCE}}}\n",
        "overlap",
        "declare",
        1,
        "    hole:\n      note: Dokumentet sier bare hvem som utnevner",
    ),
    "hole-in-a-route": Mistake(
        "routing.yaml",
        "    hole:\n      note: Dokumentet sier bare hvem som kartlegger",
        "",
        "hole",
        "declare with «hole»",
        -6,
        "\n  - amends: handling",
    ),
    "hole-in-consent": Mistake(
        "consents.yaml",
        "      - id: mottaker\n",
        f"      - {{id: mottaker, who: tjenestemottaker, text: M., when: alder > 16, {SOURCE}}}\n"
        f"      - {{id: verge, who: verge, text: V., when: alder < 16, {SOURCE}}}\n",
        "hole",
        "add a line",
        0,
        "    before:",
    ),
    "form-without-file": Mistake(
        "reporting.yaml",
        "schema: melding.schema.json",
        "schema: meldinger.schema.json",
        "missing-file",
        "forms",
    ),
    "misspelt-law": Mistake(
        "plans.yaml",
        '{law: hol, section: "§ 7-2"}',
        '{law: hlo, section: "§ 7-2"}',
        "unknown-reference",
        "«hol»",
    ),
    "repealed-act": Mistake(
        "plans.yaml",
        '{law: hol, section: "§ 7-2"}',
        '{law: kommunehelsetjenesteloven_1982, section: "§ 7-2"}',
        "repealed-law",
        "corrected: {law: hol",
    ),
    "local-text-as-law": Mistake(
        "plans.yaml",
        "        narrows: rett\n",
        "        statutory: true\n",
        "statutory-floor",
        "remove «statutory»",
    ),
    "narrows-nothing": Mistake(
        "plans.yaml", "        narrows: rett\n", "        narrows: ret\n", "unknown-reference", "«rett»"
    ),
}


@cache
def documents() -> dict[str, str]:
    """Read Ørland's documents once."""
    folder = PACKAGE / "layers" / "orland"
    return {f"orland/{file.name}": file.read_text("utf-8") for file in sorted(folder.glob("*.yaml"))}


FORMS = {file.name: file.read_bytes() for file in sorted((PACKAGE / "forms").iterdir())}


def check(texts: dict[str, str]) -> tuple[Finding, ...]:
    """Check Ørland with these documents, beside the national layer alone."""
    return Registry.of([national, TextPlugin({"orland": texts}, FORMS)])["orland"].check(TODAY)


def test_the_copy_is_good() -> None:
    """The copy has no error and no warning as it is."""
    assert [] == [str(found) for found in check(documents()) if found.severity is not Severity.NOTE]


def test_there_are_thirty() -> None:
    """There are thirty mistakes or more, and no two of them are the same."""
    assert 30 <= len({(each.file, each.good, each.bad) for each in MISTAKES.values()})


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str) -> None:
    """The mistake is found on its line, with a hint that says what to write."""
    mistake = MISTAKES[name]
    file = f"orland/{mistake.file}"
    text = documents()[file]
    start = text.index(mistake.good)
    end = text.index(mistake.until, start) if mistake.until else start + len(mistake.good)
    line = text[:start].count("\n") + 1 + mistake.below
    changed = {**documents(), file: text[:start] + mistake.bad + text[end:]}
    found = [each for each in check(changed) if each.code == mistake.code]
    assert (file, line) in [(each.place.file, each.place.line) for each in found]
    here = next(each for each in found if (each.place.file, each.place.line) == (file, line))
    assert here.severity is not Severity.NOTE
    assert here.hint
    assert mistake.hint in here.hint
