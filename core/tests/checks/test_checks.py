"""Checks: each kind of mistake inside a whole rule book is found at its place, and absent from a good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import laget.checks
from laget.findings import Finding, Severity
from laget.municipality import Municipality

from ..texts import country, layer_text

GOOD = {
    "sources.yaml": """\
kind: sources
documents:
  - id: heftet
    title: Heftet
    publisher: Lia
    sections: {"1": Turer, "2": Saker}
laws:
  - {id: loven, name: Loven, short: loven, number: "1", successor: nyloven}
  - {id: nyloven, name: Ny lov, short: nyloven, number: "2"}
""",
    "words.yaml": """\
kind: vocabulary
facts:
  - {id: fodselsdato, label: fødselsdato, question: Når?, type: date}
  - {id: ar, label: alder i år, question: Hvor gammel?, type: integer, derived: "age(fodselsdato, ufodt)"}
  - {id: ufodt, label: ventet barn, question: Ufødt?, type: boolean}
  - {id: onske, label: ønske, question: Hva?, type: choice, choices: {lite: lite, mye: mye}}
  - id: timer
    label: timer
    question: Hvor mange?
    type: number
    unit: timer
    minimum: 0
    maximum: 40
    answered_by: [lege]
    presumed: {value: 0, reason: Sjelden.}
  - {id: frist, label: frist, question: Når?, type: date, presumed: {value: 2026-01-01, reason: Vanlig.}}
  - id: dobbelt
    label: det dobbelte
    question: Hvor mye?
    type: number
    derived: [{when: behov, value: timer + timer}]
  - {id: med, label: antall med, question: Hvor mange?, type: "integer", observed: group_members}
given:
  - {id: behov, value: true, sources: [{document: heftet, section: "1"}]}
service_kinds: [{id: tjeneste, label: tjenester}]
things: [{id: skole, label: skole, counts_as: [tjeneste]}]
step_kinds: [{id: soknad, label: søknad, done_by: mottatt}]
events: [{id: mottatt, label: mottatt}]
purposes: [{id: fritid, label: fritid, fact: behov}]
contradictions:
  - {id: nei, when: timer > 30 and not behov, fact: timer, message: Nei., hint: Rett.}
""",
    "services.yaml": """\
kind: services
entitlements:
  - id: tur
    name: Tur
    description: Ut.
    counts_as: [tjeneste]
    disregards: [dobbelt]
    grounds:
      - id: tilbud
        name: Tilbud
        strength: may
        criteria:
          - id: behov
            text: Behov.
            when: behov and ar > 5
            law: [{law: loven, section: "§ 1"}]
          - id: mye
            text: Mye.
            when: onske == 'mye'
            force: factor
            informs: behov
            sources: [{document: heftet, section: "1"}]
          - id: skole
            text: Skole.
            when: has(skole) or count(tjeneste) > 2
            exclusion: true
            scope: part
            purposes: [fritid]
            hours: timer
            sources: [{document: heftet, section: "1"}]
        sources: [{document: heftet, section: "1"}]
    steps:
      - {id: soknad, text: Søk., who: lege, by: frist, sources: [{document: heftet, section: "2"}]}
    limits:
      - {id: a, text: A., max: 3, unit: hours, measure: timer, sources: [{document: heftet, section: "1"}]}
    links:
      - {id: b, kind: brings, to: leir, text: B., sources: [{document: heftet, section: "1"}]}
    sources: [{document: heftet, section: "1"}]
  - {id: leir, name: Leir, description: Leir., sources: [{document: heftet, section: "1"}]}
prerequisites:
  - {id: p, text: P., applies_to: [tur], excepts: [leir], sources: [{document: heftet, section: "2"}]}
""",
    "roads.yaml": """\
kind: routing
offices: [{id: kontor, name: Kontoret}]
routes:
  - id: vedtak
    name: Vedtak
    position: 1
    lines:
      - id: en
        to: {office: kontor}
        applies_to: [tur]
        sources: [{document: heftet, section: "2"}]
      - id: resten
        to: {role: lege, at: kontor, assigned_by: kontor, holder_of: tur}
        others: true
        sources: [{document: heftet, section: "2"}]
  - id: klage
    name: Klage
    position: 2
    lines: [{id: a, to: {same_as: vedtak}, sources: [{document: heftet, section: "2"}]}]
""",
    "watch.yaml": """\
kind: routing
offices:
  - {id: vakt, name: Vakta, satellites: [lia], hosted_by: kontor, serves: [{id: alle, text: Alle., municipalities: [oslo]}]}
rotas:
  - id: leir
    name: Leir
    shifts:
      - id: dag
        office: kontor
        hours: Mo-Fr 08:00-16:00; PH off
        text: Hverdager.
        sources: [{document: heftet, section: "1"}]
      - id: natt
        office: vakt
        hours: "Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su,PH 00:00-24:00"
        text: Ellers.
        sources: [{document: heftet, section: "2"}]
""",  # noqa: E501 - one line of a document
    "people.yaml": """\
kind: coordination
roles: [{id: lege, name: lege}]
ladders:
  - id: stige
    name: Stige
    description: Stige.
    levels:
      - id: "1"
        name: En
        text: En.
        when: behov
        brings: [leir]
        sources: [{document: heftet, section: "2"}]
""",
    "duties.yaml": """\
kind: reporting
duties:
  - id: rapport
    text: Rapport.
    owner: kontor
    recipient: lege
    after: mottatt
    within: P1M
    about: [tur]
    sources: [{document: heftet, section: "2"}]
  - id: varsel
    text: Varsel.
    owner: lege
    before: mottatt
    sources: [{document: heftet, section: "1"}]
""",
    "steps.yaml": """\
kind: reporting
transitions:
  - id: skole
    name: til skole
    text: Barnet begynner.
    age: 6
    by: calendar_year
    first_month: 8
    last_month: 9
    sources: [{document: heftet, section: "2"}]
""",
    "back.yaml": """\
kind: background
principles: [{id: best, text: Best., law: [{law: loven, section: ""}]}]
questions: [{id: hvem, question: Hvem?}]
answers: [{id: hvem, state: answered, text: Kontoret., entries: [kontor]}]
""",
}


def check(files: dict[str, str]) -> tuple[Finding, ...]:
    """Check Lia, with documents beside a few of Riket's."""
    return country(files)["lia"].check()


def test_good() -> None:
    """A good rule book has no finding at all."""
    assert () == check(GOOD)


BAD: dict[str, tuple[str, str, str, str, str]] = {
    # file, what is written instead of what, code, part of the line it is found on
    "document": (
        "services.yaml",
        '{document: heftet, section: "1"}]\n    steps',
        '{document: heftt, section: "1"}]\n    steps',
        "unknown-reference",
        "did you mean «heftet»?",
    ),
    "section": ("duties.yaml", 'section: "2"', 'section: "3"', "unknown-section-cited", "it has 1, 2"),
    "near-section": (
        "duties.yaml",
        'section: "2"',
        'section: "2."',
        "unknown-section-cited",
        "did you mean «2»",
    ),
    "law": ("services.yaml", "law: loven", "law: lven", "unknown-reference", "did you mean «loven»"),
    "successor": (
        "sources.yaml",
        "successor: nyloven",
        "successor: gammel",
        "unknown-reference",
        "add it to laws",
    ),
    "answered-by": (
        "words.yaml",
        "answered_by: [lege]",
        "answered_by: [mor]",
        "unknown-reference",
        "roles or offices",
    ),
    "counts-as": (
        "services.yaml",
        "counts_as: [tjeneste]",
        "counts_as: [hjelp]",
        "unknown-reference",
        "add it to service_kinds",
    ),
    "thing-counts-as": (
        "words.yaml",
        "counts_as: [tjeneste]",
        "counts_as: [hjelp]",
        "unknown-reference",
        "add it to service_kinds",
    ),
    "disregards": (
        "services.yaml",
        "disregards: [dobbelt]",
        "disregards: [penger]",
        "unknown-reference",
        "add it to facts",
    ),
    "given": (
        "words.yaml",
        "{id: behov, value: true",
        "{id: behv, value: true",
        "unknown-reference",
        "did you mean «behov»?",
    ),
    "purpose-fact": ("words.yaml", "fact: behov", "fact: behv", "unknown-reference", "did you mean «behov»?"),
    "contradiction-fact": (
        "words.yaml",
        "fact: timer",
        "fact: tmer",
        "unknown-reference",
        "did you mean «timer»?",
    ),
    "done-by": ("words.yaml", "done_by: mottatt", "done_by: sendt", "unknown-reference", "add it to events"),
    "purposes": (
        "services.yaml",
        "purposes: [fritid]",
        "purposes: [fri]",
        "unknown-reference",
        "did you mean «fritid»?",
    ),
    "informs": (
        "services.yaml",
        "informs: behov",
        "informs: behv",
        "unknown-reference",
        "did you mean «behov»?",
    ),
    "step": ("services.yaml", "{id: soknad", "{id: soknd", "unknown-reference", "did you mean «soknad»?"),
    "who": ("services.yaml", "who: lege", "who: far", "unknown-reference", "roles or offices"),
    "link": ("services.yaml", "to: leir", "to: lier", "unknown-reference", "did you mean «leir»?"),
    "applies-to": (
        "services.yaml",
        "applies_to: [tur]",
        "applies_to: [tr]",
        "unknown-reference",
        "did you mean «tur»?",
    ),
    "excepts": (
        "services.yaml",
        "excepts: [leir]",
        "excepts: [lir]",
        "unknown-reference",
        "did you mean «leir»?",
    ),
    "office": (
        "roads.yaml",
        "to: {office: kontor}",
        "to: {office: kontr}",
        "unknown-reference",
        "did you mean «kontor»?",
    ),
    "role": ("roads.yaml", "role: lege", "role: leg", "unknown-reference", "did you mean «lege»?"),
    "at": ("roads.yaml", "at: kontor", "at: kontr", "unknown-reference", "did you mean «kontor»?"),
    "assigned-by": (
        "roads.yaml",
        "assigned_by: kontor",
        "assigned_by: kontr",
        "unknown-reference",
        "«kontor»",
    ),
    "holder-of": (
        "roads.yaml",
        "holder_of: tur",
        "holder_of: tr",
        "unknown-reference",
        "did you mean «tur»?",
    ),
    "same-as": (
        "roads.yaml",
        "same_as: vedtak",
        "same_as: vedtk",
        "unknown-reference",
        "did you mean «vedtak»?",
    ),
    "brings": ("people.yaml", "brings: [leir]", "brings: [lir]", "unknown-reference", "did you mean «leir»?"),
    "owner": ("duties.yaml", "owner: kontor", "owner: kontr", "unknown-reference", "did you mean «kontor»?"),
    "recipient": (
        "duties.yaml",
        "recipient: lege",
        "recipient: leg",
        "unknown-reference",
        "did you mean «lege»?",
    ),
    "after": (
        "duties.yaml",
        "after: mottatt",
        "after: mottat",
        "unknown-reference",
        "did you mean «mottatt»?",
    ),
    "before": (
        "duties.yaml",
        "before: mottatt",
        "before: mottat",
        "unknown-reference",
        "did you mean «mottatt»?",
    ),
    "duration": ("duties.yaml", "within: P1M", "within: P1X", "duration", "write an ISO 8601 duration"),
    "duty-days": ("duties.yaml", "within: P1M", "within: P1M\n    every: P1Y", "duty-days", "remove «every»"),
    "about": ("duties.yaml", "about: [tur]", "about: [tr]", "unknown-reference", "did you mean «tur»?"),
    "entries": (
        "back.yaml",
        "entries: [kontor]",
        "entries: [kontr]",
        "unknown-reference",
        "did you mean «kontor»?",
    ),
    "answer": (
        "back.yaml",
        "answers: [{id: hvem",
        "answers: [{id: hva",
        "unknown-reference",
        "add it to questions",
    ),
    "no-target": ("roads.yaml", "to: {same_as: vedtak}", "to: {}", "one-target", "keep one"),
    "two-targets": (
        "roads.yaml",
        "to: {office: kontor}",
        "to: {office: kontor, role: lege}",
        "one-target",
        "keep one",
    ),
    # expressions
    "unknown-fact": (
        "services.yaml",
        "behov and ar > 5",
        "behov and aar > 5",
        "expression",
        "did you mean «ar»?",
    ),
    "unknown-thing": ("services.yaml", "has(skole)", "has(skle)", "expression", "did you mean «skole»?"),
    "unknown-kind": ("services.yaml", "count(tjeneste)", "count(tjenste)", "expression", "«tjeneste»"),
    "number-as-condition": ("services.yaml", "behov and ar > 5", "ar + 1", "expression", ""),
    "date-and-number": ("services.yaml", "behov and ar > 5", "frist > 5", "expression", ""),
    "unknown-choice": ("services.yaml", "onske == 'mye'", "onske == 'mie'", "expression", ""),
    "by-is-no-date": ("services.yaml", "by: frist", "by: timer", "expression", ""),
    "measure-is-no-number": ("services.yaml", "measure: timer", "measure: behov", "expression", ""),
    "hours-is-no-number": ("services.yaml", "hours: timer", "hours: behov", "expression", ""),
    "derived-when": (
        "words.yaml",
        "when: behov, value: timer + timer",
        "when: timer, value: timer + timer",
        "expression",
        "",
    ),
    "derived-value": ("words.yaml", "value: timer + timer", "value: behov", "expression", ""),
    "derived-type": ("words.yaml", 'derived: "age(fodselsdato, ufodt)"', "derived: behov", "expression", ""),
    "level": ("people.yaml", "when: behov", "when: timer", "expression", ""),
    "circle-of-facts": (
        "words.yaml",
        "value: timer + timer",
        "value: dobbelt + timer",
        "circle",
        "derive it from facts",
    ),
    # values
    "choices-missing": ("words.yaml", ", choices: {lite: lite, mye: mye}", "", "choices", "add «choices:»"),
    "choices-extra": (
        "words.yaml",
        "type: integer",
        "choices: {a: a}, type: integer",
        "choices",
        "or change the type",
    ),
    "given-type": ("words.yaml", "value: true", "value: 1", "fact-value", "write true or false"),
    "presumed-type": ("words.yaml", "value: 0", "value: lite", "fact-value", "write a number of timer"),
    "presumed-low": ("words.yaml", "value: 0", "value: -1", "fact-value", "write a number"),
    "presumed-high": ("words.yaml", "value: 0", "value: 40.5", "fact-value", "write a number"),
    "presumed-date": ("words.yaml", "value: 2026-01-01", "value: 5", "fact-value", "write a date like"),
    "presumed-choice": (
        "words.yaml",
        "mye: mye}}",
        "mye: mye}, presumed: {value: litt, reason: A.}}",
        "fact-value",
        "write one of lite, mye",
    ),
    "presumed-whole": (
        "words.yaml",
        'derived: "age(fodselsdato, ufodt)"',
        "presumed: {value: 1.5, reason: A.}",
        "fact-value",
        "write a number",
    ),
    # rules
    "no-source": (
        "services.yaml",
        '        sources: [{document: heftet, section: "1"}]\n    steps',
        "    steps",
        "no-source",
        "add «sources:",
    ),
    "disregarded": (
        "services.yaml",
        "behov and ar > 5",
        "behov and dobbelt > 5",
        "disregarded-fact",
        "remove «dobbelt»",
    ),
    "statutory": (
        "services.yaml",
        "strength: may",
        "strength: may\n        statutory: true",
        "statutory-floor",
        "remove «statutory»",
    ),
    "narrows": (
        "services.yaml",
        "strength: may",
        "strength: may\n        narrows: lov",
        "unknown-reference",
        "remove «narrows»",
    ),
    "circle-of-links": (
        "services.yaml",
        "{id: leir, name: Leir, description: Leir.,",
        (
            "{id: leir, name: Leir, description: Leir., links: [{id: c, kind: brings, to: tur, text: C., "
            'sources: [{document: heftet, section: "1"}]}],'
        ),
        "circle",
        "remove one of the links",
    ),
    "age-of-transition": ("steps.yaml", "age: 6", "age: -1", "transition-age", "write 0 or more"),
    "month-13": ("steps.yaml", "last_month: 9", "last_month: 13", "transition-months", "in order"),
    "months-turned": ("steps.yaml", "last_month: 9", "last_month: 7", "transition-months", "in order"),
    "one-month": ("steps.yaml", "    last_month: 9\n", "", "transition-months", "the other one"),
    "birthday-in-months": ("steps.yaml", "by: calendar_year", "by: birthday", "transition-months", "remove"),
    "doubled": ("words.yaml", "label: ønske", "label: Timer", "doubled-fact", "use «onske»"),
    # what is seen in a group
    "observed": (
        "services.yaml",
        "behov and ar > 5",
        "behov and med > 5",
        "observed-fact",
        "never touch outcomes",
    ),
    "observed-type": (
        "words.yaml",
        'type: "integer", observed',
        "type: number, observed",
        "observed-fact",
        "write «type: integer»",
    ),
    # choices
    "hole": (
        "roads.yaml",
        "        others: true\n",
        "        applies_to: [tur]\n        when: not behov\n",
        "hole",
        "declare with «hole»",
    ),
    "overlap": ("roads.yaml", "        others: true\n", "", "overlap", "give one «applies_to»"),
    "circle-of-steps": (
        "roads.yaml",
        "        to: {office: kontor}\n",
        "        to: {same_as: klage}\n",
        "circle",
        "name an office or a role",
    ),
    # hours and areas
    "rota": ("watch.yaml", "id: leir", "id: lir", "unknown-reference", "did you mean «leir»?"),
    "shift-office": (
        "watch.yaml",
        "office: vakt",
        "office: vkt",
        "unknown-reference",
        "did you mean «vakt»?",
    ),
    "notation": (
        "watch.yaml",
        "Mo-Fr 08:00-16:00; PH off",
        "Mo-Fr 08.00-16.00",
        "hours",
        "hours with two digits",
    ),
    "school-holidays": ("watch.yaml", "; PH off", "; SH off", "hours", "leave «hours» out"),
    "small-hours": (
        "watch.yaml",
        "Mo-Fr 00:00-08:00,16:00-24:00",
        "Mo-Fr 16:00-08:00",
        "hole",
        "Sa-Su,PH 00:00-24:00",
    ),
    "lost-hour": ("watch.yaml", "08:00-16:00; PH", "08:00-15:00; PH", "hole", "declare with «hole»"),
    "doubled-hour": ("watch.yaml", "08:00-16:00; PH", "08:00-17:00; PH", "overlap", "change the hours"),
    "satellite": ("watch.yaml", "satellites: [lia]", "satellites: [li]", "unknown-municipality", "æ→ae"),
    "served": (
        "watch.yaml",
        "municipalities: [oslo]",
        "municipalities: [Oslo]",
        "unknown-municipality",
        "æ→ae",
    ),
    "host": ("watch.yaml", "hosted_by: kontor", "hosted_by: kontr", "unknown-municipality", "id of a layer"),
}


@pytest.mark.parametrize(("file", "good", "bad", "code", "hint"), BAD.values(), ids=BAD.keys())
def test_bad(file: str, good: str, bad: str, code: str, hint: str) -> None:
    """A mistake gives a finding of its code in its file, with a hint, where the change was made."""
    assert 1 == GOOD[file].count(good)
    text = GOOD[file].replace(good, bad)
    findings = [found for found in check({**GOOD, file: text}) if found.code == code]
    assert findings
    assert {file} == {finding.place.file for finding in findings}
    assert any(hint in (finding.hint or "") for finding in findings)


LINES = {
    "unknown-fact": (15, 29, ("entitlements", "tur", "grounds", "tilbud", "criteria", "behov", "when")),
    "disregards": (7, 18, ("entitlements", "tur", "disregards", "0")),
    "step": (33, 14, ("entitlements", "tur", "steps", "soknd", "id")),
    "two-targets": (9, 13, ("routes", "vedtak", "lines", "en", "to")),
    "no-source": (9, 9, ("entitlements", "tur", "grounds", "tilbud")),
    "presumed-type": (15, 23, ("facts", "timer", "presumed", "value")),
    "overlap": (8, 9, ("routes", "vedtak", "lines")),
    "notation": (10, 22, ("rotas", "leir", "shifts", "dag", "hours")),
    "doubled-hour": (8, 9, ("rotas", "leir", "shifts")),
}


@pytest.mark.parametrize(("name", "place"), LINES.items())
def test_place(name: str, place: tuple[int, int, tuple[str, ...]]) -> None:
    """A finding stands at the line and column of the value that is wrong, with the path to it."""
    file, good, bad, code, _ = BAD[name]
    findings = check({**GOOD, file: GOOD[file].replace(good, bad)})
    found = next(finding.place for finding in findings if finding.code == code)
    assert place == (found.line, found.column, found.path)


def test_decides_on_age() -> None:
    """A ground must decide on something else than age: an age that is derived, or a birth date."""
    text = GOOD["services.yaml"]
    for when in ("ar > 5", "ar < 18 and fodselsdato < 2020-01-01", "true"):
        findings = check({**GOOD, "services.yaml": text.replace("behov and ar > 5", when)})
        assert ["decides-on-age"] == [finding.code for finding in findings]
        assert 9 == findings[0].place.line
    for when in ("timer > 3", "has(skole)", "count(tjeneste) > 1"):
        assert () == check({**GOOD, "services.yaml": text.replace("behov and ar > 5", when)})


def test_whole_ground_of_factors() -> None:
    """A ground whose criteria only weigh or exclude decides nothing."""
    text = GOOD["services.yaml"].replace("when: behov and ar > 5", "when: behov\n            exclusion: true")
    assert ["decides-on-age"] == [found.code for found in check({**GOOD, "services.yaml": text})]


def test_declared() -> None:
    """What the source itself leaves open is a note, and no error."""
    road = GOOD["roads.yaml"].replace(
        "        others: true\n", "        applies_to: [tur]\n        when: not behov\n"
    )
    road = road.replace("    position: 1\n", "    position: 1\n    hole: {note: Resten er ikke omtalt.}\n")
    people = GOOD["people.yaml"] + "    overlap: {note: To trinn.}\n    hole: {note: Intet trinn.}\n"
    back = GOOD["back.yaml"] + "conflicts: [{id: k, text: Uenige., sides: [], reason: A., touches: [tur]}]\n"
    findings = check({**GOOD, "roads.yaml": road, "people.yaml": people, "back.yaml": back})
    assert {"declared-hole", "declared-overlap", "conflict"} == {found.code for found in findings}
    assert {Severity.NOTE} == {found.severity for found in findings}
    lines = {(found.code, found.place.file): found.place.line for found in findings}
    assert {
        ("declared-hole", "roads.yaml"): 7,
        ("declared-overlap", "people.yaml"): 14,
        ("declared-hole", "people.yaml"): 15,
        ("conflict", "back.yaml"): 5,
    } == lines


def test_declared_overlap_of_a_route() -> None:
    """Two lines that always hold are no error when the source itself has them."""
    road = (
        GOOD["roads.yaml"]
        .replace("        others: true\n", "")
        .replace("    position: 1\n", "    position: 1\n    overlap: {note: Heftet nevner begge.}\n")
    )
    assert [] == [found for found in check({**GOOD, "roads.yaml": road}) if found.severity is Severity.ERROR]


def test_conflict_touches() -> None:
    """A conflict can touch only what exists."""
    back = GOOD["back.yaml"] + "conflicts: [{id: k, text: A., sides: [], reason: B., touches: [tr]}]\n"
    assert "unknown-reference" in {found.code for found in check({**GOOD, "back.yaml": back})}


def test_unreadable_entry_is_no_second_mistake() -> None:
    """An entry that could not be read exists: rules that name it, or read it, are not blamed."""
    words = GOOD["words.yaml"].replace("label: timer\n", "label: 5\n")
    services = GOOD["services.yaml"].replace("name: Leir", "name: 5")
    findings = check({**GOOD, "words.yaml": words, "services.yaml": services})
    assert ["wrong-type", "wrong-type"] == [finding.code for finding in findings]


def test_value_without_a_place() -> None:
    """A finding about something that is not written has the place of what is around it."""
    services = GOOD["services.yaml"].replace(
        '    sources: [{document: heftet, section: "1"}]\n  - {id: leir', "  - {id: leir"
    )
    (finding,) = check({**GOOD, "services.yaml": services})
    assert ("no-source", Severity.WARNING, 3) == (finding.code, finding.severity, finding.place.line)


def test_layers_are_checked_too() -> None:
    """A layer that extends a nation may name only what is in its own chain."""
    registry = country({**GOOD, "lia2.yaml": layer_text("lia")})
    assert "added-twice" in {found.code for found in registry["lia"].check()}


def test_every_code_is_tried() -> None:
    """Every code that a check can give is given by some bad document in these tests."""
    sources = Path(laget.checks.__file__).parent.glob("*.py")
    codes = {
        code
        for source in sources
        for code in re.findall(r'Finding\(\s*"([a-z-]+)"', source.read_text("utf-8"))
    }
    tried = {code for _, _, _, code, _ in BAD.values()} | {"decides-on-age", "conflict", "declared-hole"}
    assert set() == codes - tried


def test_fiction_is_good(lia: Municipality) -> None:
    """The fiction has no error and no warning."""
    assert {Severity.NOTE} == {finding.severity for finding in lia.check()}


DISREGARDED = {
    "in a criterion": (
        "when: behov and ar > 5",
        "when: dobbelt > 5 and behov",
        "this reads «dobbelt», which must",
    ),
    "common": (
        "    grounds:\n",
        "    common: [{id: felles, text: Felles., when: dobbelt < 9}]\n    grounds:\n",
        "«dobbelt»",
    ),
    "unclear": (
        "when: behov and ar > 5\n",
        "when: behov and ar > 5\n            unclear: {note: Uklart., when: dobbelt == 1}\n",
        "this reads «dobbelt»",
    ),
    "common unclear": (
        "    grounds:\n",
        "    common: [{id: x, text: A, when: behov, unclear: {note: U., when: dobbelt > 1}}]\n    grounds:\n",
        "this reads «dobbelt»",
    ),
    "unclear without when": (
        "when: behov and ar > 5\n",
        "when: behov and ar > 5\n            unclear: {note: Uklart.}\n",
        None,
    ),
}


@pytest.mark.parametrize("name", DISREGARDED)
def test_disregarded_facts(name: str) -> None:
    """What must not count is found in every criterion of an entitlement, and in what leaves it unclear."""
    good, bad, message = DISREGARDED[name]
    text = GOOD["services.yaml"]
    assert 1 == text.count(good)
    findings = check({**GOOD, "services.yaml": text.replace(good, bad)})
    found = [finding.message for finding in findings if finding.code == "disregarded-fact"]
    assert (message is not None, True) == (len(found) == 1, all((message or "") in text for text in found))


def test_what_follows_from_a_disregarded_fact() -> None:
    """What follows from what must not count must not count either, and the fact it follows from is named."""
    words = GOOD["words.yaml"].replace(
        "given:\n",
        "  - {id: firedobbelt, label: fire, question: Hvor?, type: number, derived: dobbelt + dobbelt}\n"
        "given:\n",
    )
    text = GOOD["services.yaml"].replace("disregards: [dobbelt]", "disregards: [timer]")
    findings = check(
        {
            **GOOD,
            "words.yaml": words,
            "services.yaml": text.replace("behov and ar > 5", "behov and firedobbelt > 5"),
        }
    )
    found = [finding.message for finding in findings if finding.code == "disregarded-fact"]
    assert ["this reads «firedobbelt», which follows from «timer», which must not count for «tur»"] == found
