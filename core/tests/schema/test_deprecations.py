"""Deprecations: what is on its way out is told wherever it is used, and nothing goes before its time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from laget import hookimpl
from laget.cli import main
from laget.cli.options import show
from laget.deprecations import Deprecation, Deprecations, Promised
from laget.findings import Finding, Place, Severity
from laget.model.differences import Comparison
from laget.plugins import FolderPlugin, Provider
from laget.registry import Registry
from laget.render.findings import explained
from laget.schema.files import document_schema
from laget.schema.promises import Names, broken, current, hasty, kept, promises_text, read, unpromised
from laget.schema.shapes import AnswerShapes, DocumentShapes

from ..texts import TextPlugin, layer_text

TODAY = date(2026, 3, 1)
SOURCES = """\
kind: sources
documents:
  - {id: hefte, title: Hefte, publisher: Lia, sections: {"1": Turer}}
"""
SERVICES = """\
kind: services
entitlements:
  - id: tur
    name: Tur
    description: En tur.
    sources: [{document: hefte, section: "1"}]
    fee: {none: true, text: Gratis., sources: [{document: hefte, section: "1"}]}
    statements:
      - {id: en, text: Ut i det fri., force: should, sources: [{document: hefte, section: "1"}]}
"""


def entry(kind: Promised, name: str, since: date = TODAY, days: int = 365) -> Deprecation:
    """Make an entry of the table."""
    until = since + timedelta(days=days)
    return Deprecation(kind=kind, name=name, since=since, until=until, instead="write «ny»")


def table(*names: str, kind: Promised = Promised.DOCUMENT) -> Deprecations:
    """Make a table of entries of one kind."""
    return Deprecations(entry(kind, name) for name in names)


def asked(deprecations: Deprecations, plugin: object | None = None) -> Registry:
    """Give a registry in which one plugin is asked with a table of deprecations."""
    texts = {"layer.yaml": layer_text("lia"), "sources.yaml": SOURCES, "services.yaml": SERVICES}
    own = plugin or TextPlugin({"lia": texts})
    return Registry({"lia": (Provider("laget-lia", "1", lambda: own, deprecations),)})


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("services", 1),
        ("services.entitlements", 2),
        ("Entitlement.name", 4),
        ("Fee.none", 7),
        ("Statement.text", 9),
        ("Force.should", 9),
    ],
)
def test_whatever_is_deprecated_in_a_document_is_noted_at_its_place(name: str, line: int) -> None:
    """A kind, a section, a key at any depth and a word each give a note at their line, and no error."""
    found = [note for note in asked(table(name))["lia"].check() if note.code == "deprecated-key"]
    told = [(one.place.line, one.severity, one.hint) for one in found]
    assert [(line, Severity.NOTE, "write «ny»")] == told


def test_the_note_tells_since_when_and_until_when() -> None:
    """The note names what is deprecated, and the day after which it goes."""
    (found,) = (one for one in asked(table("Fee.none"))["lia"].check() if one.code == "deprecated-key")
    said = "«Fee.none» is deprecated since 2026-03-01, and goes after 2027-03-01"
    assert said == found.message


def test_what_nobody_uses_is_not_noted() -> None:
    """Deprecated keys that a plugin does not write give it no notes."""
    assert () == asked(table("Fee.law", "Duty.text", "routing"))["lia"].check()


def test_check_prints_it_unasked_and_does_not_fail() -> None:
    """`laget check` shows the note without `--notes`, and exits with 0: a year is a year."""
    result = CliRunner().invoke(main, ["check", "lia"], obj=asked(table("Fee.none")), prog_name="laget")
    assert (0, True) == (result.exit_code, "goes after 2027-03-01" in result.stdout)
    assert "hint: write «ny»" in result.stdout


class OwnHooks:
    """A plugin that answers hooks itself."""

    @hookimpl
    def laget_layers(self) -> list[object]:
        """Give the layers of another plugin."""
        return list(TextPlugin({"lia": {"layer.yaml": layer_text("lia")}}).laget_layers())

    @hookimpl
    def laget_routing(self, layer: str) -> None:
        """Say nothing."""


def test_a_deprecated_hook_is_noted_for_who_answers_it() -> None:
    """A plugin that answers a deprecated hook itself gets a note that names its distribution."""
    hooks = table("laget_routing", "laget_reporting", kind=Promised.HOOK)
    (found,) = asked(hooks, OwnHooks())["lia"].check()
    assert ("deprecated-hook", "laget-lia") == (found.code, found.place.file)
    assert "«laget_routing»" in found.message


def test_a_plugin_that_is_a_folder_answers_no_hook_itself(fiction_folder: object) -> None:
    """A folder's hooks are laget's own: its author can do nothing, and is not bothered."""
    plugin = FolderPlugin(fiction_folder)  # type: ignore[arg-type]  # a path, which the fixture gives
    found = asked(table("laget_routing", kind=Promised.HOOK), plugin)
    registry = Registry({layer: found.providers("lia") for layer in plugin_layers(plugin)})
    assert [] == [one for one in registry["lia"].check() if one.code == "deprecated-hook"]


def plugin_layers(plugin: FolderPlugin) -> list[str]:
    """Give the ids of a plugin's layers."""
    return [declared.id for declared in plugin.laget_layers()]


def test_a_deprecated_code_is_told_with_its_finding() -> None:
    """Whoever looks for a code is told in the finding's hint what it will be called."""
    found = Finding("hole", "A hole.", Place("a.yaml", 1, 1), hint="close it")
    hint = explained(found, table("hole", kind=Promised.CODE)).hint
    assert "close it; «hole» is deprecated since" in str(hint)
    assert found == explained(found)


def test_a_deprecated_key_of_an_answer_is_said_beside_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON stays whole on standard output; the warning stands on standard error."""
    far = entry(Promised.CONTRACT, "Comparison.same", date(2999, 1, 1))
    gone = entry(Promised.CONTRACT, "Comparison.names", date(2020, 1, 1))
    show("", {"a": 1}, "json", Deprecations([far, gone]))
    printed = capsys.readouterr()
    assert {"a": 1} == json.loads(printed.out)
    assert "note: «Comparison.same» is deprecated since 2999-01-01" in printed.err
    assert "Comparison.names" not in printed.err


def test_schemas_mark_what_is_deprecated() -> None:
    """The schemas strike a deprecated key through, of documents and of answers, and say when it goes."""
    from laget.model.entitlements import Fee

    documents = DocumentShapes(deprecations=table("Fee.none"))
    documents.of(Fee)
    answers = AnswerShapes(deprecations=table("Comparison.same", kind=Promised.CONTRACT))
    answers.of(Comparison)
    keys = documents.definitions["Fee"]["properties"]["none"], answers.definitions["Comparison"]["properties"]
    assert (True, True) == (keys[0]["deprecated"], keys[1]["same"]["deprecated"])
    assert "it goes after 2027-03-01; write «ny»." in keys[0]["description"]
    assert "deprecated" not in json.dumps(document_schema("services"))


def names(**more: set[str]) -> Names:
    """Make names by kind."""
    return {kind: frozenset(more.get(kind.value, ())) for kind in Promised}


def test_what_goes_without_an_entry_is_told() -> None:
    """A promised name that is gone breaks the promise, and the message says what to do."""
    (said,) = broken(names(hook={"laget_x"}), names(), Deprecations(()), TODAY)
    assert "«laget_x» (hook) is gone, and was promised: bring it back, and add an entry" in said


@pytest.mark.parametrize(("day", "count"), [(date(2027, 3, 1), 1), (date(2027, 3, 2), 0)])
def test_what_is_announced_may_go_after_its_last_day(day: date, count: int) -> None:
    """On the last day of its year a name must still be there; the day after it may go."""
    found = broken(names(document={"Fee.none?"}), names(), table("Fee.none"), day)
    assert count == len(found)


def test_what_may_be_left_out_may_not_become_required() -> None:
    """A key that turns from optional to required breaks a promise; the other way round does not."""
    optional, required = names(document={"Fee.none?"}), names(document={"Fee.none"})
    assert (1, 0) == (
        len(broken(optional, required, Deprecations(()), TODAY)),
        len(broken(required, optional, Deprecations(()), TODAY)),
    )


@pytest.mark.parametrize(("days", "count"), [(364, 1), (365, 0)])
def test_a_year_is_a_year(days: int, count: int) -> None:
    """An entry with a day less than a year between its dates is refused."""
    short = Deprecations([entry(Promised.HOOK, "laget_x", days=days)])
    assert count == len(hasty(short, names(hook={"laget_x"}), TODAY))


def test_an_entry_about_nothing_is_told() -> None:
    """An entry that misspells its name is found while it should warn, and not when it is over."""
    wrong = table("laget_y", kind=Promised.HOOK)
    promised = names(hook={"laget_x"})
    assert (1, 0) == (len(hasty(wrong, promised, TODAY)), len(hasty(wrong, promised, date(2030, 1, 1))))


def test_the_file_keeps_what_is_promised_and_takes_in_what_is_new() -> None:
    """Written anew, the file has the new, keeps what is gone too early, and leaves out what may go."""
    before = names(hook={"a", "b", "c"})
    after = kept(before, names(hook={"c", "d"}), table("b", kind=Promised.HOOK), date(2030, 1, 1))
    assert names(hook={"a", "c", "d"}) == after
    assert ["hook: d"] == unpromised(before, names(hook={"c", "d"}))


def test_the_file_is_read_as_it_is_written(tmp_path: object) -> None:
    """What is written can be read again; without a file nothing is promised."""
    from pathlib import Path

    from laget.schema.promises import PROMISES

    root = Path(str(tmp_path))
    assert names() == read(root)
    (root / PROMISES).parent.mkdir(parents=True)
    (root / PROMISES).write_text(promises_text(current()), encoding="utf-8")
    assert current() == read(root)


def test_what_others_rely_on_is_found() -> None:
    """Hooks with their arguments, kinds, sections, keys, words, answers and codes are all there."""
    found: Mapping[Promised, frozenset[str]] = current()
    expected = {
        Promised.HOOK: {"laget_routing", "laget_routing.layer"},
        Promised.DOCUMENT: {"services", "services.entitlements", "Fee.none", "Force.must", "Case.facts?"},
        Promised.CONTRACT: {"Assessment.contract", "Outcome.met", "Comparison.past"},
        Promised.CODE: {"unknown-key", "yaml-syntax", "deprecated-hook"},
    }
    assert {} == {kind: some - found[kind] for kind, some in expected.items() if some - found[kind]}
