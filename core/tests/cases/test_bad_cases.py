"""Bad input: each mistake in a case gives a message that says what, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from laget.municipality import Municipality

from .bad import FORMS, only, refused, written

DAY = {"on": "2026-03-01"}


def _with(**more: Any) -> dict[str, Any]:
    return {**DAY, **more}


MISTAKES: dict[str, tuple[dict[str, Any], str, str, str, str]] = {
    "unknown fact": (
        _with(facts={"fodselsdat": "2015-02-20"}),
        "unknown-fact",
        "facts.fodselsdat",
        "there is no fact «fodselsdat»",
        "did you mean «fodselsdato»?",
    ),
    "unknown fact like no other": (
        _with(facts={"xyz": 1}),
        "unknown-fact",
        "facts.xyz",
        "there is no fact «xyz»",
        "`laget facts` lists those there are",
    ),
    "number for a boolean": (_with(facts={"natt": 1}), "fact-value", "facts.natt", "«natt»", "true"),
    "text for a boolean": (_with(facts={"natt": "ja"}), "fact-value", "facts.natt", "«natt»", "true"),
    "boolean for a number": (
        _with(facts={"timer_per_uke": True}),
        "fact-value",
        "facts.timer_per_uke",
        "«timer_per_uke»",
        "number",
    ),
    "text for a number": (
        _with(facts={"timer_per_uke": "20"}),
        "fact-value",
        "facts.timer_per_uke",
        "«timer_per_uke»",
        "number",
    ),
    "decimal for a whole number": (
        _with(facts={"sosken": 1.5}),
        "fact-value",
        "facts.sosken",
        "«sosken» is a whole number",
        "write a number",
    ),
    "too small": (
        _with(facts={"sosken": -1}),
        "fact-value",
        "facts.sosken",
        "«sosken» is at least 0",
        "write a number",
    ),
    "too great": (
        _with(facts={"timer_per_uke": 169}),
        "fact-value",
        "facts.timer_per_uke",
        "«timer_per_uke» is at most 168",
        "write a number",
    ),
    "no such choice": (
        _with(facts={"boform": "hjeme"}),
        "fact-value",
        "facts.boform",
        "«boform»",
        "hjemme",
    ),
    "no date": (
        _with(facts={"fodselsdato": "i fjor"}),
        "fact-value",
        "facts.fodselsdato",
        "«fodselsdato» is a date; this value is not",
        "2026-03-01",
    ),
    "number for a date": (
        _with(facts={"fodselsdato": 2015}),
        "fact-value",
        "facts.fodselsdato",
        "«fodselsdato» is a date; this value is not",
        "2026-03-01",
    ),
    "future birth": (
        _with(facts={"fodselsdato": "2026-03-02"}),
        "impossible-case",
        "facts.fodselsdato",
        "Fødselsdatoen er etter dagen det spørres om.",
        "Rett datoen",
    ),
    "denied given fact": (
        _with(facts={"eget_tilbud": True}),
        "given-fact",
        "facts.eget_tilbud",
        "is given by the municipality's own rules",
        "remove it",
    ),
    "age against birth": (
        _with(facts={"fodselsdato": "2015-02-20", "alder": 10}),
        "impossible-case",
        "facts.alder",
        "11",
        "alder",
    ),
    "unknown held": (
        _with(has=[{"id": "asistanse"}]),
        "unknown-id",
        "has.0.id",
        "«asistanse» is not known as has.id",
        "did you mean «assistanse»?",
    ),
    "unknown applied for": (
        _with(applies_for=[{"id": "turvenn"}, {"id": "turven"}]),
        "unknown-id",
        "applies_for.1.id",
        "«turven» is not known as applies_for.id",
        "did you mean «turvenn»?",
    ),
    "applied for a thing": (
        _with(applies_for=[{"id": "skole"}]),
        "unknown-id",
        "applies_for.0.id",
        "«skole» is not known as applies_for.id",
        "turvenn",
    ),
    "unknown purpose": (
        _with(applies_for=[{"id": "turvenn", "purposes": ["fritid", "leg"]}]),
        "unknown-id",
        "applies_for.0.purposes.1",
        "«leg» is not known as purpose",
        "did you mean «lege»?",
    ),
    "unknown event": (
        _with(events=[{"event": "soknad_motatt", "on": "2026-01-01"}]),
        "unknown-id",
        "events.0.event",
        "«soknad_motatt» is not known as events.event",
        "did you mean «soknad_mottatt»?",
    ),
    "event about nothing known": (
        _with(events=[{"event": "vedtak", "on": "2026-01-01", "about": "xyz"}]),
        "unknown-id",
        "events.0.about",
        "«xyz» is not known as events.about",
        "expected one of assistanse",
    ),
    "unknown step": (
        _with(steps=[{"id": "soknat", "state": "done"}]),
        "unknown-id",
        "steps.0.id",
        "«soknat» is not known as steps.id",
        "did you mean «soknad»?",
    ),
    "step about nothing known": (
        _with(steps=[{"id": "soknad", "state": "done", "about": "turven"}]),
        "unknown-id",
        "steps.0.about",
        "«turven» is not known as steps.about",
        "did you mean «turvenn»?",
    ),
    "negative amount applied for": (
        _with(applies_for=[{"id": "turvenn", "amount": -0.5, "unit": "hours"}]),
        "fact-value",
        "applies_for.0.amount",
        "an amount can't be negative",
        "write 0 or more",
    ),
    "negative amount held": (
        _with(has=[{"id": "turvenn", "amount": -1, "unit": "hours"}]),
        "fact-value",
        "has.0.amount",
        "an amount can't be negative",
        "write 0 or more",
    ),
    "amount without unit": (
        _with(applies_for=[{"id": "turvenn", "amount": 10}]),
        "missing-key",
        "applies_for.0.amount",
        "an amount needs a unit",
        "unit: hours",
    ),
    "no date asked about": (
        {"facts": {}},
        "no-date",
        "",
        "which date is asked about",
        "add «on: 2026-03-01»",
    ),
    "unknown key": (_with(fact={}), "unknown-key", "fact", "«fact»", "did you mean «facts»?"),
    "unknown state": (
        _with(steps=[{"id": "soknad", "state": "ferdig"}]),
        "unknown-value",
        "steps.soknad.state",
        "«ferdig» is not one of done, open, declined, missed, unknown",
        "",
    ),
    "missing key": (_with(has=[{"amount": 1}]), "missing-key", "has.0", "«id»", "id"),
    "list for a mapping": (_with(facts=["natt"]), "wrong-type", "facts", "mapping", ""),
    "mapping for a list": (_with(has={"id": "skole"}), "wrong-type", "has", "list", ""),
    "text for a truth value": (_with(has_complete="ja"), "wrong-type", "has_complete", "true", ""),
    "impossible day": ({"on": "2026-02-30"}, "wrong-type", "on", "date", ""),
    "impossible birthday": (
        _with(facts={"fodselsdato": "2015-02-30"}),
        "fact-value",
        "facts.fodselsdato",
        "date",
        "",
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_place_and_hint(
    lia: Municipality, tmp_path: Path, name: str, form: str
) -> None:
    """Each mistake gives one finding, with its place in the case, what is wrong, and what to do."""
    case, code, path, message, hint = MISTAKES[name]
    finding = only(refused(lia, written(case, form, tmp_path)))
    assert (code, path) == (finding.code, ".".join(finding.place.path))
    assert (True, True) == (message in finding.message, hint in (finding.hint or ""))


@pytest.mark.parametrize("form", FORMS)
def test_all_mistakes_come_at_once(lia: Municipality, tmp_path: Path, form: str) -> None:
    """A case with many mistakes is refused once, with all of them."""
    case = _with(
        facts={"natt": 1, "xyz": 1, "sosken": -1},
        has=[{"id": "xyz", "amount": -1}],
        events=[{"event": "xyz", "on": "2026-01-01"}],
    )
    codes = sorted(finding.code for finding in refused(lia, written(case, form, tmp_path)).findings)
    expected = ["fact-value"] * 3 + ["missing-key", "unknown-fact", "unknown-id", "unknown-id"]
    assert expected == codes


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("on: 2026-03-01\nfacts:\n  natt: 1\n", 3, 9),
        ("on: 2026-03-01\nfacts: {nat: true}\n", 2, 9),
        ("on: 2026-03-01\nhas:\n  - id: skole\n  - id: skol\n", 4, 9),
    ],
)
def test_a_file_gives_line_and_column(
    lia: Municipality, tmp_path: Path, text: str, line: int, column: int
) -> None:
    """A mistake in a file is placed by line and column, and the file is named."""
    path = tmp_path / "sak.yaml"
    path.write_text(text, encoding="utf-8")
    place = only(refused(lia, path)).place
    assert (str(path), line, column) == (place.file, place.line, place.column)


FILES: dict[str, tuple[str, str, str]] = {
    "empty": ("a.yaml", "", "empty-document"),
    "empty JSON": ("a.json", "", "empty-document"),
    "only a comment": ("a.yaml", "# ingenting\n", "empty-document"),
    "malformed YAML": ("a.yaml", "facts: {natt: true\n", "yaml-syntax"),
    "malformed JSON": ("a.json", '{"facts": {"natt": true}', "json-syntax"),
    "YAML called JSON": ("a.json", "facts: {}\n", "json-syntax"),
    "a key twice": ("a.yaml", "on: 2026-03-01\nfacts: {natt: true, natt: false}\n", "duplicate-key"),
    "a key twice in JSON": ("a.json", '{"on": "2026-03-01", "on": "2026-03-02"}', "duplicate-key"),
    "an impossible date": ("a.yaml", "on: 2026-02-30\n", "impossible-date"),
    "an impossible birth": (
        "a.yaml",
        "on: 2026-03-01\nfacts: {fodselsdato: 2015-13-01}\n",
        "impossible-date",
    ),
    "a tag": ("a.yaml", "facts: !!python/name:os.system {}\n", "foreign-tag"),
    "an anchor": ("a.yaml", "facts: &a {}\nhas: *a\n", "anchor"),
    "a list": ("a.yaml", "- on: 2026-03-01\n", "wrong-type"),
    "a word": ("a.yaml", "sak\n", "wrong-type"),
    "no number": ("a.json", '{"facts": {"timer_per_uke": NaN}}', "not-finite"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_malformed_file_is_told(lia: Municipality, tmp_path: Path, name: str) -> None:
    """A file that cannot be read as a case is refused with the file's name and what is wrong."""
    file, text, code = FILES[name]
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    findings = refused(lia, path).findings
    assert (code, {str(path)}) == (findings[0].code, {finding.place.file for finding in findings})


def test_a_folder_is_no_case(lia: Municipality, tmp_path: Path) -> None:
    """A folder instead of a file is refused as such."""
    finding = only(refused(lia, tmp_path))
    assert ("not-a-file", "name one file inside it") == (finding.code, finding.hint)


def test_a_file_that_is_missing_is_told_with_near_names(lia: Municipality, tmp_path: Path) -> None:
    """A file that does not exist is refused, with the name of a file that does."""
    (tmp_path / "sak.yaml").write_text("on: 2026-03-01", encoding="utf-8")
    finding = only(refused(lia, tmp_path / "sak.yml"))
    assert ("missing-file", "did you mean «sak.yaml»?") == (finding.code, finding.hint)


def test_bytes_that_are_no_text_are_told(lia: Municipality, tmp_path: Path) -> None:
    """A file that is not UTF-8 is refused as such."""
    path = tmp_path / "a.yaml"
    path.write_bytes("on: 2026-03-01 # ø".encode("latin-1"))
    assert "not-utf-8" == refused(lia, path).findings[0].code


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan"), b"x"])
def test_what_is_no_data_is_told(lia: Municipality, value: object) -> None:
    """A value that is no plain data is refused with its place."""
    finding = refused(lia, _with(facts={"natt": value})).findings[0]
    assert ("facts", "natt") == finding.place.path


def test_data_that_contains_itself_is_told(lia: Municipality) -> None:
    """Data that contains itself is refused, and does not hang."""
    case: dict[str, Any] = _with(facts={})
    case["facts"]["natt"] = case
    assert "cycle" == refused(lia, case).findings[0].code


GOOD: Mapping[str, dict[str, Any]] = {
    "an unborn child": _with(facts={"fodselsdato": "2026-06-01", "ufodt": True}),
    "a child born today": _with(facts={"fodselsdato": "2026-03-01"}),
    "a leap day": _with(facts={"fodselsdato": "2016-02-29"}),
    "what is not offered": _with(has=[{"id": "nattevakt"}], applies_for=[{"id": "nattevakt"}]),
    "what has ended": _with(has=[{"id": "samtalegruppe"}]),
    "nothing of an amount": _with(applies_for=[{"id": "turvenn", "amount": 0, "unit": "hours"}]),
    "bounds": _with(facts={"timer_per_uke": 168, "timer_skole": 0}),
    "whole decimals": _with(facts={"sosken": 2}),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_at_the_border_is_taken(
    lia: Municipality, tmp_path: Path, name: str, form: str
) -> None:
    """A case that is unusual but possible is assessed."""
    assert "2026-03-01" == lia.assess(written(GOOD[name], form, tmp_path)).on.isoformat()
