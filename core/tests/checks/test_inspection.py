"""Inspection: what is wrong inside conditions, citations, ages and names is found, and the mended is not."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import frozen

from laget.findings import Finding, Severity
from laget.inspection.floor import check_floor
from laget.inspection.gathering import listed
from laget.inspection.holding import check_holding
from laget.inspection.regions import Space
from laget.registry import Registry

from ..texts import TextPlugin, country, layer_text

TODAY = date(2026, 3, 1)

ABOVE = {
    "riket/words.yaml": """\
kind: vocabulary
facts:
  - {id: fodselsdato, label: fødselsdato, question: Når?, type: date}
  - {id: ufodt, label: ventet barn, question: Ufødt?, type: boolean}
  - id: ar
    label: år
    question: Hvor gammel?
    type: integer
    minimum: -1
    maximum: 120
    derived: age(fodselsdato, ufodt)
  - {id: timer, label: timer, question: Hvor mange?, type: number, minimum: 0, maximum: 40}
  - {id: grad, label: grad, question: Hvor mye?, type: choice, choices: {lav: lav, hoy: høy}}
  - {id: travel, label: travelt, question: Er det travelt?, type: boolean}
  - {id: rolig, label: rolig, question: Er det rolig?, type: boolean, derived: not travel}
terms:
  - {id: tur, concept: trip, name: Tur, also_called: [fottur], definition: Ut.}
""",
    "riket/acts.yaml": """\
kind: sources
documents:
  - {id: heftet, title: Heftet, publisher: Riket, sections: {"1": Turer}}
laws:
  - {id: loven, name: Loven, short: loven, number: "1", in_force_from: 2021-01-01}
  - {id: gammel, name: Gammel, short: gammelloven, number: "2", in_force_to: 2020-12-31, successor: loven}
  - {id: snart, name: Snart, short: snartloven, number: "3", in_force_from: 2027-01-01}
""",
    "riket/services.yaml": """\
kind: services
entitlements:
  - id: plan
    name: Plan
    description: En plan.
    grounds:
      - id: rett
        name: Rett
        strength: right
        statutory: true
        criteria:
          - {id: behov, text: Behov., when: behov, law: [{law: loven, section: "§ 3-1"}]}
        law: [{law: loven, section: "§ 3-1 første ledd"}]
    law: [{law: loven, section: "§ 3-1"}]
""",
}

SOURCE = 'sources: [{document: heftet, section: "1"}]'


def service(when: str, name: str = "tur", more: str = "") -> str:
    """Write a service with one deciding criterion, and more criteria; the criterion is on line 11."""
    return f"""\
kind: services
entitlements:
  - id: {name}
    name: Tur
    description: Ut.
    {SOURCE}
    grounds:
      - id: tilbud
        name: Tilbud
        strength: may
        criteria: [{{id: en, text: En., when: "{when}", {SOURCE}}}{more}]
        {SOURCE}
"""


def second(when: str, more: str = "") -> str:
    """Write another criterion, on a line of its own."""
    return f',\n          {{id: to, text: To., when: "{when}", {SOURCE}{more}}}'


def aged(name: str, age: str, need: str = "behov") -> str:
    """Write a service for an age, without its heading."""
    return service(f"{age}", name, second(need)).removeprefix("kind: services\nentitlements:\n")


def ages(*services: str) -> str:
    """Write a document of several services; each takes ten lines or more, its age on the ninth."""
    return "kind: services\nentitlements:\n" + "".join(services)


def citing(law: str, strength: str = "right") -> str:
    """Write a local ground for a plan with a legal basis of its own, on line 11."""
    return f"""\
kind: services
entitlements:
  - amends: plan
    grounds:
      - id: lokal
        name: Lokal
        strength: {strength}
        narrows: rett
        criteria: [{{id: b, text: B., when: behov, {SOURCE}}}]
        {SOURCE}
        law: [{law}]
"""


def ladder(*whens: str, more: str = "") -> str:
    """Write a ladder whose levels stand from line 7 on."""
    levels = "".join(
        f'      - {{id: "{at}", name: N., text: T., when: "{when}", {SOURCE}}}\n'
        for at, when in enumerate(whens)
    )
    head = (
        "kind: coordination\nladders:\n  - id: stige\n    name: Stige\n    description: Stige.\n    levels:\n"
    )
    return f"{head}{levels}{more}"


def consent(*whens: str) -> str:
    """Write who consents to a plan; the lines stand from line 7 on."""
    lines = "".join(
        f'      - {{id: "{at}", who: mor, text: T., when: "{when}", {SOURCE}}}\n'
        for at, when in enumerate(whens)
    )
    head = "kind: coordination\nroles: [{id: mor, name: mor}]\nconsents:\n  - id: ja\n    name: Ja\n"
    return f"{head}    about: [plan]\n    {SOURCE}\n    lines:\n{lines}"


def road(first: str, other: str) -> str:
    """Write a step of the way with two lines; the second condition is on line 9."""
    lines = "".join(
        f'      - {{id: {name}, to: {{office: kontor}}, when: "{when}", {SOURCE}}}\n'
        for name, when in (("en", first), ("to", other))
    )
    head = "kind: routing\noffices: [{id: kontor, name: Kontoret}]\nroutes:\n  - id: vedtak\n    name: V\n"
    return f"{head}    position: 1\n    lines:\n{lines}"


def refusal(when: str, fact: str) -> str:
    """Write a contradiction; what it points at is on line 5."""
    return (
        "kind: vocabulary\ncontradictions:\n  - id: nei\n"
        f'    when: "{when}"\n    fact: {fact}\n    message: Nei.\n    hint: Rett.\n'
    )


def duty(more: str) -> str:
    """Write two duties, the first on line 4."""
    return (
        "kind: reporting\nduties:\n"
        f"  - {{id: a, text: A., {more}{SOURCE}}}\n  - {{id: b, text: B., {more}{SOURCE}}}\n"
    )


def sources(sections: str) -> str:
    """Write a document of the municipality's own, on line 3, and something that cites its first section."""
    return (
        "kind: sources\ndocuments:\n"
        f"  - {{id: eget, title: Eget, publisher: Lia, sections: {{{sections}}}}}\n"
    )


CITING = """\
kind: background
principles: [{id: best, text: Best., sources: [{document: eget, section: "1"}]}]
"""


@frozen
class Try:
    """A document that is wrong, the line it is wrong on, what its hint says, and the mended document."""

    code: str
    bad: str
    line: int
    hint: str
    good: str
    severity: Severity = Severity.WARNING


TRIES = {
    "never": Try("never-holds", service("behov and timer < 5 and timer > 9"), 11, "«or»", service("behov")),
    "never-age": Try("never-holds", service("behov and ar < 4 and ar > 5"), 11, "no case", service("behov")),
    "never-choice": Try(
        "never-holds",
        service("behov and (grad == 'lav' and grad == 'hoy')"),
        11,
        "check its values",
        service("behov and grad == 'lav'"),
    ),
    "never-derived": Try(
        "never-holds", service("rolig and travel"), 11, "no case", service("rolig and behov")
    ),
    "always": Try(
        "always-holds", service("timer < 9 or timer > 5"), 11, "«and»", service("timer < 5 or timer > 9")
    ),
    "always-part": Try(
        "always-holds", service("behov and timer >= 0"), 11, "every case", service("behov and timer > 0")
    ),
    "outside": Try(
        "threshold-outside", service("timer > 168"), 11, "write a value in that range", service("timer > 16")
    ),
    "contradiction": Try(
        "contradicting-criteria",
        service("timer > 9", more=second("timer < 5")),
        12,
        "mend one of «en» and «to»",
        service("timer > 9", more=second("timer < 15")),
    ),
    "contradiction-with-an-exclusion": Try(
        "contradicting-criteria",
        service("timer > 9", more=second("timer > 5", ", exclusion: true")),
        12,
        "mend one of",
        service("timer > 9", more=second("timer > 15", ", exclusion: true")),
    ),
    "contradiction-of-three": Try(
        "contradicting-criteria",
        service(
            "behov or travel",
            more=second("behov or not travel") + second("not behov").replace("id: to", "id: tre"),
        ),
        13,
        "one ground for each way",
        service("behov or travel", more=second("behov or not travel")),
    ),
    "repetition": Try(
        "repeated-criterion",
        service("timer > 9", more=second("not timer <= 9")),
        12,
        "remove «to»",
        service("timer > 9", more=second("timer < 20")),
    ),
    "ladder-overlap": Try(
        "overlap",
        ladder("timer < 5", "timer >= 4"),
        8,
        "declare",
        ladder("timer < 4", "timer >= 4"),
        Severity.ERROR,
    ),
    "ladder-hole": Try(
        "hole",
        ladder("timer < 4", "timer > 4"),
        7,
        "declare",
        ladder("timer < 4", "timer >= 4"),
        Severity.ERROR,
    ),
    "consent-hole": Try(
        "hole", consent("ar < 16", "ar > 16"), 9, "declare", consent("ar < 16", "ar >= 16"), Severity.ERROR
    ),
    "route-overlap": Try(
        "overlap", road("behov", "timer > 3"), 9, "declare", road("behov", "not behov"), Severity.ERROR
    ),
    "message": Try(
        "message-beside",
        refusal("timer > 30 and behov or travel and behov", "timer"),
        5,
        "one contradiction of each branch",
        refusal("timer > 30 and behov", "timer"),
    ),
    "repealed": Try(
        "repealed-law",
        citing('{law: gammel, section: "§ 2"}'),
        11,
        'corrected: {law: loven, section: "§ 3-1"}',
        citing('{law: gammel, section: "§ 2", corrected: {law: loven, section: "§ 3-1"}, reason: Ny.}'),
    ),
    "not-yet": Try(
        "law-outside-time",
        citing('{law: snart, section: "§ 3-1"}'),
        11,
        "cite the act that holds now",
        citing('{law: loven, section: "§ 3-1"}'),
    ),
    "other-citation": Try(
        "other-citation",
        citing('{law: loven, section: "§ 4-1"}'),
        11,
        'add «{law: loven, section: "§ 3-1"}» as «corrected»',
        citing('{law: loven, section: "§ 3-1 b"}'),
        Severity.NOTE,
    ),
    "gap": Try(
        "age-gap",
        ages(aged("tur", "0 <= ar < 4"), aged("leir", "ar >= 5")),
        22,
        "{on: 2026-03-01, facts: {ar: 4, behov: true}}",
        ages(aged("tur", "0 <= ar < 4"), aged("leir", "ar >= 4")),
        Severity.NOTE,
    ),
    "age-overlap": Try(
        "age-overlap",
        ages(aged("tur", "0 <= ar <= 5"), aged("leir", "ar >= 5")),
        22,
        "{on: 2026-03-01, facts: {ar: 5, behov: true}}",
        ages(aged("tur", "0 <= ar <= 5"), aged("leir", "ar >= 5", "travel")),
        Severity.NOTE,
    ),
    "owner": Try("no-owner", duty(""), 3, "invent none", duty("owner: mor, "), Severity.NOTE),
    "stricter": Try(
        "stricter-than-floor",
        citing('{law: loven, section: "§ 3-1"}').replace("when: behov", "when: behov and timer > 5"),
        8,
        "facts: {behov: true, timer: 4}",
        citing('{law: loven, section: "§ 3-1"}'),
        Severity.NOTE,
    ),
    "term": Try(
        "unlisted-term",
        service("behov").replace("name: Tur\n", "name: Utflukt\n"),
        4,
        "amends: tur",
        service("behov").replace("name: Tur\n", "name: Fottur (FT)\n"),
        Severity.NOTE,
    ),
    "source": Try(
        "uncited-source",
        sources('"1": Turer, "2": Saker'),
        3,
        "write their rules",
        sources('"1": Turer'),
        Severity.NOTE,
    ),
}


def check(text: str, **valid: str) -> tuple[Finding, ...]:
    """Check Lia with one document, beside those that give it something to name."""
    kind = text.splitlines()[0].removeprefix("kind: ")
    beside = (
        {"lia/mor.yaml": "kind: coordination\nroles: [{id: mor, name: mor}]\n"} if kind == "reporting" else {}
    )
    if kind == "sources":
        beside["lia/cites.yaml"] = CITING
    return country({"lia/a.yaml": text, **beside}, ABOVE, **valid)["lia"].check(TODAY)


@pytest.mark.parametrize("name", TRIES)
def test_bad(name: str) -> None:
    """A mistake is found once, on its line, with a hint that says what to do."""
    tried = TRIES[name]
    found = [finding for finding in check(tried.bad) if finding.code == tried.code]
    assert [(tried.line, tried.severity)] == [(each.place.line, each.severity) for each in found]
    assert tried.hint in (found[0].hint or "")


@pytest.mark.parametrize("name", TRIES)
def test_good(name: str) -> None:
    """The mended document has neither that finding nor an error or a warning."""
    found = [
        finding
        for finding in check(TRIES[name].good)
        if finding.code == TRIES[name].code or finding.severity is not Severity.NOTE
    ]
    assert [] == [str(finding) for finding in found]


DATED = ABOVE["riket/acts.yaml"].replace("publisher: Riket", "publisher: Riket, dated: 2019-05-01")


def codes(findings: tuple[Finding, ...], *wanted: str) -> list[tuple[str, int]]:
    """Give code and line of the findings that are wanted."""
    return [(found.code, found.place.line) for found in findings if found.code in wanted]


def test_act_of_a_later_day_than_its_document() -> None:
    """A document of 2019 that cites an act of 2021 is noted; with the act corrected, it is not."""
    for law, expected in (
        ('{law: loven, section: "§ 3-1"}', [("law-after-document", 11)]),
        ('{law: gammel, section: "§ 2", corrected: {law: loven, section: "§ 3-1"}, reason: Ny.}', []),
    ):
        registry = country({"lia/a.yaml": citing(law)}, {**ABOVE, "riket/acts.yaml": DATED})
        assert expected == codes(registry["lia"].check(TODAY), "law-after-document", "repealed-law")


def test_declared_disagreement_about_a_basis_is_quiet() -> None:
    """A basis that a conflict with laws on its sides touches is not noted again."""
    conflict = """\
kind: background
conflicts:
  - id: k
    text: Uenige.
    sides: [{text: A., law: [{law: loven, section: "§ 4-1"}]}]
    reason: A.
    touches: [plan]
"""
    below = {"lia/a.yaml": citing('{law: loven, section: "§ 4-1"}'), "lia/b.yaml": conflict}
    assert [] == codes(country(below, ABOVE)["lia"].check(TODAY), "other-citation")


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 12, 31), []), (date(2027, 1, 1), [("overdue-review", 2)]), (None, [])],
)
def test_review(today: date | None, expected: list[tuple[str, int]]) -> None:
    """A review is overdue from the day after it was due, and never without a day to ask about."""
    registry = country({}, ABOVE, lia="first: 2020-01-01, last_known: 2026-12-31")
    assert expected == codes(registry["lia"].check(today), "overdue-review")


def test_gap_names_what_is_between_and_what_declares_it() -> None:
    """The note of a gap names the services that cover it, and the conflict that is about it."""
    book = ages(aged("tur", "0 <= ar < 4"), aged("leir", "ar >= 6"), aged("alt", "0 <= ar < 99"))
    conflict = (
        "kind: background\nconflicts:\n"
        "  - {id: hull, text: Hull., sides: [], reason: A., touches: [tur, leir]}\n"
    )
    registry = country({"lia/a.yaml": book, "lia/b.yaml": conflict}, ABOVE)
    (gap,) = [found for found in registry["lia"].check(TODAY) if found.code == "age-gap"]
    assert "(lia/a.yaml:11:46) ends at 3; between them is only «alt»" in gap.message
    assert "«hull» declares it" in (gap.hint or "")


def test_services_in_a_row_leave_no_gap() -> None:
    """What begins where another one ends fills the years to a third."""
    book = ages(aged("tur", "0 <= ar < 4"), aged("leir", "ar >= 9"), aged("midt", "4 <= ar < 9"))
    assert [] == codes(check(book), "age-gap", "age-overlap")


def test_what_a_layer_gives_leaves_no_hole() -> None:
    """A value that a layer gives for all its cases needs no line for another one."""
    given = f"kind: vocabulary\ngiven: [{{id: behov, value: true, {SOURCE}}}]\n"
    registry = country({"lia/a.yaml": ladder("behov"), "lia/b.yaml": given}, ABOVE)
    assert [] == codes(registry["lia"].check(TODAY), "hole")


def test_what_no_case_can_be_is_no_hole() -> None:
    """A hole that only a refused case falls into is none."""
    book = ladder("timer < 4 or behov", "timer >= 4 and not behov and not travel")
    assert [("hole", 7)] == codes(check(book), "hole")
    below = {"lia/a.yaml": book, "lia/b.yaml": refusal("travel and not behov", "travel")}
    assert [] == codes(country(below, ABOVE)["lia"].check(TODAY), "hole")


def test_what_no_threshold_bounds_shows_nothing() -> None:
    """Sums of facts and days beside days are taken to be free: nothing is said that is not certain."""
    for when in ("behov and timer + ar > 40", "fodselsdato < on_date()", "has(tur) and behov"):
        assert [] == codes(check(service(when)), "never-holds", "always-holds", "threshold-outside")
    assert [] == codes(check(ladder("fodselsdato < on_date()", "behov")), "hole", "overlap")


def test_days_and_choices_have_ranges_too() -> None:
    """An expression over days or choices that no value fulfils is found."""
    for when in ("fodselsdato < 2020-01-01 and fodselsdato > 2020-01-01", "grad not in ('lav', 'hoy')"):
        assert [("never-holds", 11)] == codes(check(service(f"behov and ({when})")), "never-holds")


def test_only_the_layer_that_wrote_it_is_told() -> None:
    """A mistake of the nation is a finding of the nation's, and not of each municipality's."""
    registry = country({}, {**ABOVE, "riket/a.yaml": service("timer > 168")})
    told = [codes(registry[name].check(TODAY), "threshold-outside") for name in ("riket", "lia")]
    assert [[("threshold-outside", 11)], []] == told


def test_too_much_to_try_is_said() -> None:
    """A condition with more cases than are tried has a note, and nothing is claimed of it."""
    folded = country({"lia/a.yaml": service("timer < 5 and timer > 9")}, ABOVE)["lia"].built(TODAY).checked
    found = tuple(check_holding(folded, Space(folded.book, bound=3)))
    assert [("not-enumerated", 11)] == codes(found, "not-enumerated", "never-holds")
    assert "3 trials" in found[0].message


def test_bound_of_the_floor_is_reported() -> None:
    """How many cases were tried, and that not all were, stands in the note."""
    text = citing('{law: loven, section: "§ 3-1"}').replace("when: behov", "when: behov and timer > 5")
    folded = country({"lia/a.yaml": text}, ABOVE)["lia"].built(TODAY).checked
    (none,), (all_,) = check_floor(folded, bound=1), check_floor(folded)
    assert ("not-enumerated", "stricter-than-floor") == (none.code, all_.code)
    assert "(1 cases tried, not all, at most 1)" in none.message
    assert "cases tried, all there are)" in all_.message


def test_uncited_document() -> None:
    """A document that nothing cites is noted at its entry."""
    registry = country({"lia/a.yaml": sources('"1": Turer')}, ABOVE)
    assert [("uncited-source", 3)] == codes(registry["lia"].check(TODAY), "uncited-source")


def test_what_members_cite_counts_for_the_region() -> None:
    """A section that only a member cites is cited; a member that cannot be read says nothing."""
    region = {"dal/l.yaml": layer_text("dal", "region"), "dal/a.yaml": sources('"1": Turer, "2": Saker')}
    member = {"lia/l.yaml": layer_text("lia", extends="dal"), "lia/a.yaml": CITING}
    broken = {"by/l.yaml": "kind: layer\nlayer: 1\n"}
    registry = Registry.of([TextPlugin({"by": broken, "dal": region, "lia": member})])
    (found,) = registry["dal"].check(TODAY)
    assert "no rule cites the sections «2» of «eget»" == found.message


def test_rules_of_one_day() -> None:
    """What holds on one day is inspected alone, and reviews are overdue by it."""
    registry = country(
        {"lia/a.yaml": service("timer > 168")}, ABOVE, lia="first: 2020-01-01, last_known: 2026-12-31"
    )
    found = registry["lia"].check_on(date(2027, 5, 1))
    assert [("threshold-outside", 11), ("overdue-review", 2)] == codes(
        found, "threshold-outside", "overdue-review"
    )
    broken = country({"lia/a.yaml": service("tmer > 168")}, ABOVE)["lia"].check_on(TODAY)
    assert ["expression"] == [each.code for each in broken]


def test_many_of_the_same_are_counted() -> None:
    """A note names a few, and counts the rest."""
    assert "«a0», «a1», «a2», «a3», «a4», «a5», «a6», «a7» and 2 more" == listed(f"a{at}" for at in range(10))
