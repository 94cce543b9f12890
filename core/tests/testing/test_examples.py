"""Cases that plugins ship: found, read, run, and told of when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from laget.errors import InvalidDocumentsError
from laget.findings import Finding
from laget.municipality import Municipality
from laget.plugins import FolderPlugin
from laget.registry import Registry
from laget.testing import Example, examples, run

HEAD = "kind: cases\nmunicipality: lia\ncases:\n"
GOOD = """\
  - id: tom
    shows: Ingenting er kjent.
    case: {on: 2026-03-01}
    expect: {entitlements: {turvenn: {outcome: unknown}}}
"""


def shipped(folder: Path, fiction: Path, *documents: str, layer: str = "lia") -> Municipality:
    """Give a municipality from a plugin that also ships cases."""
    (folder / "layers").symlink_to(fiction / "layers", target_is_directory=True)
    (folder / "cases").mkdir()
    for number, text in enumerate(documents):
        (folder / "cases" / f"nr{number}.yaml").write_text(text, encoding="utf-8")
    return Registry.of([FolderPlugin(folder)])[layer]


def only(place: Municipality) -> Example:
    """Give the one case that is shipped."""
    (example,) = examples(place)
    return example


def wrong(place: Municipality) -> tuple[Finding, ...]:
    """Give what is wrong with the shipped cases."""
    with pytest.raises(InvalidDocumentsError) as caught:
        examples(place)
    return caught.value.findings


def test_a_case_is_found_with_its_place(tmp_path: Path, fiction_folder: Path) -> None:
    """A case has an id made of its file's name and its own, what it shows, and the place it stands at."""
    example = only(shipped(tmp_path, fiction_folder, HEAD + GOOD))
    expected = ("nr0/tom", "Ingenting er kjent.", f"{tmp_path.name}/cases/nr0.yaml", 4)
    assert expected == (example.id, example.shows, example.file, example.line)


def test_a_case_that_holds_has_no_mismatch(tmp_path: Path, fiction_folder: Path) -> None:
    """A case whose answer is as expected passes."""
    place = shipped(tmp_path, fiction_folder, HEAD + GOOD)
    assert () == run(place, only(place))


def test_a_case_that_does_not_hold_is_told(tmp_path: Path, fiction_folder: Path) -> None:
    """A case whose answer is not as expected tells where, what was expected, and what is there."""
    place = shipped(tmp_path, fiction_folder, HEAD + GOOD.replace("unknown", "met"))
    told = [str(found) for found in run(place, only(place))]
    assert ["entitlements.turvenn.outcome: expected 'met', got 'unknown'"] == told


def test_a_case_that_does_not_fit_fails(tmp_path: Path, fiction_folder: Path) -> None:
    """A case with a fact that does not exist fails with the error, and the others still run."""
    text = GOOD.replace("{on: 2026-03-01}", "{on: 2026-03-01, facts: {xyz: 1}}")
    place = shipped(tmp_path, fiction_folder, HEAD + text + GOOD.replace("tom", "to"))
    found = [run(place, example) for example in examples(place)]
    assert (True, ()) == (str(found[0][0].actual).startswith("InvalidCaseError"), found[1])


def test_a_case_on_a_day_without_rules_fails(tmp_path: Path, fiction_folder: Path) -> None:
    """A case on a day on which the municipality has no rules fails with the error."""
    text = (HEAD + GOOD).replace("lia", "vik").replace("2026-03-01", "2022-12-31")
    vik = shipped(tmp_path, fiction_folder, text, layer="vik")
    assert "NotYetValidError" in str(run(vik, only(vik))[0].actual)


def test_a_plugin_without_cases_ships_none(lia: Municipality) -> None:
    """A plugin without a folder of cases ships none, and that is no mistake."""
    assert () == examples(lia)


def test_cases_of_another_municipality_are_left_to_it(tmp_path: Path, fiction_folder: Path) -> None:
    """A document of cases is about one municipality, and is not run for another of the same plugin."""
    place = shipped(tmp_path, fiction_folder, HEAD + GOOD, (HEAD + GOOD).replace("lia", "vik"))
    assert ["nr0/tom"] == [example.id for example in examples(place)]


MALFORMED = {
    "no YAML": ("kind: [", "yaml-syntax", 1),
    "empty": ("", "empty-document", 1),
    "a list": ("- kind: cases", "wrong-type", 1),
    "a misspelt key": (HEAD.replace("cases:\n", "case:\n"), "missing-key", 1),
    "no list of cases": (HEAD.replace("cases:\n", "cases: {}\n"), "wrong-type", 3),
    "a case that is a word": (HEAD + "  - tom\n", "wrong-type", 4),
    "a case without an expectation": (HEAD + GOOD.partition("    expect")[0], "missing-key", 4),
    "a misspelt key of a case": (HEAD + GOOD.replace("shows:", "show:"), "missing-key", 4),
    "a misspelt key in a case": (HEAD + GOOD.replace("{on:", "{day:"), "unknown-key", 6),
    "a key twice": (HEAD + GOOD.replace("{on:", "{has: [], has: [], on:"), "duplicate-key", 6),
    "a case twice": (HEAD + GOOD + GOOD, "added-twice", 10),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_document_of_cases_is_told(tmp_path: Path, fiction_folder: Path, name: str) -> None:
    """What is wrong with a document of cases is told with its line, and no case is run."""
    text, code, line = MALFORMED[name]
    found = [
        (str(finding.code), finding.place.line) for finding in wrong(shipped(tmp_path, fiction_folder, text))
    ]
    assert (code, line) in found


def test_a_misspelt_key_gets_near_names(tmp_path: Path, fiction_folder: Path) -> None:
    """A misspelt key of a case is told with the name that was meant."""
    place = shipped(tmp_path, fiction_folder, HEAD + GOOD.replace("shows:", "show:"))
    hints = [finding.hint for finding in wrong(place) if finding.code == "unknown-key"]
    assert ["did you mean «shows»?"] == hints


def test_a_key_that_nothing_is_like_gets_them_all(tmp_path: Path, fiction_folder: Path) -> None:
    """A key that is like no other is told with those that can stand there."""
    place = shipped(tmp_path, fiction_folder, HEAD + GOOD + "    qqq: 1\n")
    (finding,) = wrong(place)
    assert "the keys here are id, shows, case, expect" == finding.hint


def test_all_documents_are_told_of_at_once(tmp_path: Path, fiction_folder: Path) -> None:
    """The mistakes of all documents come together, each with its file."""
    place = shipped(tmp_path, fiction_folder, "kind: [", HEAD + "  - tom\n", HEAD + GOOD)
    files = {finding.place.file.rsplit("/", 1)[-1] for finding in wrong(place)}
    assert {"nr0.yaml", "nr1.yaml"} == files


@pytest.mark.parametrize(
    ("municipality", "hint"),
    [("dalne", "did you mean «dalen»?"), ("5026", "write one of dalen, lia, riket, vik")],
)
def test_cases_of_no_municipality_are_told(
    tmp_path: Path, fiction_folder: Path, municipality: str, hint: str
) -> None:
    """Cases about a municipality that is not installed are told with the near names, and not passed over."""
    text = (HEAD + GOOD).replace("lia", municipality)
    (found,) = wrong(shipped(tmp_path, fiction_folder, HEAD + GOOD, text))
    assert ("unknown-reference", 2, hint) == (found.code, found.place.line, found.hint)


@pytest.mark.parametrize(("key", "line"), [("id", 4), ("shows", 5)])
def test_what_names_a_case_is_text(tmp_path: Path, fiction_folder: Path, key: str, line: int) -> None:
    """An id of a case, or what it shows, that is no text is told with its place."""
    text = GOOD.replace("id: tom", "id: 7") if key == "id" else GOOD.replace("Ingenting er kjent.", "[7]")
    (found,) = wrong(shipped(tmp_path, fiction_folder, HEAD + text))
    assert ("wrong-type", line, (key,)) == (found.code, found.place.line, found.place.path)
