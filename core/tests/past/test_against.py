"""`laget diff MUNICIPALITY --against GIT-REF`: what has changed for whom, and when that cannot be said."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from laget.cli import main
from laget.plugins import FolderPlugin
from laget.registry import Registry

from ..texts import TextPlugin, layer_text
from .conftest import Edit, commit, git

Asked = Callable[..., Result]
ON = ("--on", "2026-03-01")


@pytest.fixture
def changes(package: Path) -> Asked:
    """Give a function that asks what has changed in the town since a ref."""

    def run(*arguments: str, registry: Registry | None = None, town: str = "byen") -> Result:
        asked = registry or Registry.of([FolderPlugin(package)])
        return CliRunner().invoke(main, ["diff", town, *ON, *arguments], obj=asked, prog_name="laget")

    return run


def text_of(result: Result) -> str:
    """Give what was printed, on one line; it must have gone well."""
    assert 0 == result.exit_code, result.stderr
    return " ".join(result.stdout.split())


def test_harder_comes_with_a_child(changes: Asked, edit: Edit) -> None:
    """A higher age makes a service harder to get, and a child who no longer meets the criteria shows it."""
    edit("byen/services.yaml", "alder >= 8", "alder >= 10")
    said = text_of(changes("--against", "v1"))
    assert "Vanskeligere å få: Følge" in said
    assert "For eksempel for et barn med dette: • alder: 8 • sykdom: ja Før: oppfylt (kan gis)" in said


def test_easier_is_told_apart(changes: Asked, edit: Edit) -> None:
    """A lower age makes it easier, and nothing is harder."""
    edit("byen/services.yaml", "alder >= 8", "alder >= 6")
    said = text_of(changes("--against", "v1"))
    assert (True, False) == ("Lettere å få: Følge" in said, "Vanskeligere" in said)


def test_what_a_family_meets_comes_first(changes: Asked, edit: Edit) -> None:
    """Criteria come before bounds, these before deadlines, and routes and names come last."""
    edit("byen/services.yaml", "alder >= 8", "alder >= 10")
    edit("byen/services.yaml", "max: 10", "max: 12")
    edit("byen/reporting.yaml", "P1M", "P3W")
    edit("byen/routing.yaml", "office: teamet", "office: kontoret")
    edit("byen/services.yaml", "name: Følge", "name: Turfølge")
    said = changes("--against", "v1").stdout
    parts = ["VANSKELIGERE Å FÅ", "HVOR MYE", "FRISTER OG PLIKTER", "HVEM GJØR HVA", "NYE NAVN"]
    assert sorted(map(said.index, parts)) == [said.index(part) for part in parts]
    assert "Følge heter nå Turfølge" in said
    assert "– Nå: senest 21 dager etter mottatt søknad; hvem: Teamet" in said


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("byen/services.yaml", "kind: services", "# En kommentar.\nkind: services"),
        ("byen/services.yaml", "{id: timer, text:", "{id:   timer,   text:"),
        ("byen/services.yaml", "alder >= 8", "(alder >= 8)"),
    ],
)
def test_formatting_alone_changes_nothing(changes: Asked, edit: Edit, name: str, old: str, new: str) -> None:
    """A comment, blanks, or brackets around an expression: nothing changed, and the text says so."""
    edit(name, old, new)
    said = text_of(changes("--against", "v1"))
    assert "Ingenting er endret" in said
    assert "KORT SAGT" not in said


def test_moving_a_document_changes_nothing(changes: Asked, package: Path) -> None:
    """A document under another file name says the same."""
    folder = package / "layers" / "byen"
    (folder / "services.yaml").rename(folder / "tjenester.yaml")
    assert "ord for ord" in text_of(changes("--against", "v1"))


def test_other_words_are_listed_and_not_weighed(changes: Asked, edit: Edit) -> None:
    """A sentence written anew is no change of meaning; it is listed for whoever wants to read it."""
    edit("byen/services.yaml", "Barnet er minst 8 år.", "Barnet har fylt 8 år.")
    said = text_of(changes("--against", "v1"))
    assert "Ingenting er endret i det som sammenliknes etter mening" in said
    assert "Tjeneste, rolle, plan eller gruppe: Følge (skrevet om)" in said


def test_a_service_that_is_gone_or_new(changes: Asked, edit: Edit, repository: Path) -> None:
    """What is no longer in the documents is told with that word, and so is what is new."""
    edit("byen/services.yaml", "id: folge", "id: tur")
    commit(repository, "v2")
    said = text_of(changes("--against", "v1"))
    assert "Følge (tjeneste): før: vurderes etter vilkår; nå: står ikke i dokumentene." in said
    assert "Følge (tjeneste): før: står ikke i dokumentene; nå: vurderes etter vilkår." in said


def test_a_withdrawal_is_told_with_its_reason(changes: Asked, edit: Edit, package: Path) -> None:
    """A service of the nation that the town withdraws is harder to get, with the town's own reason."""
    text = (package / "layers/byen/services.yaml").read_text(encoding="utf-8")
    (package / "layers/landet/services.yaml").write_text(text.replace("folge", "plan"), encoding="utf-8")
    commit(package.parents[1], "v2")
    own = "entitlements:\n  - {withdraws: plan, reason: Det finnes ikke folk.}"
    edit("byen/services.yaml", "entitlements:", own)
    assert "nå: tilbys ikke. Det finnes ikke folk." in text_of(changes("--against", "v2"))


def test_layers_of_the_same_repository_go_back_too(changes: Asked, edit: Edit) -> None:
    """What the nation, which lies in the same repository, has changed is told; the text says who did."""
    edit("landet/facts.yaml", "id: sokt, label: mottatt søknad", "id: sokt, label: søknad mottatt")
    said = text_of(changes("--against", "v1"))
    assert "slik de var da og slik de er nå: Landet og Byen." in said
    assert "Hendelse: søknad mottatt (skrevet om)" in said


def test_layers_elsewhere_are_as_they_are_now(changes: Asked, package: Path, tmp_path: Path) -> None:
    """A nation that lies in no repository is the same on both sides, and the text says so."""
    elsewhere = tmp_path / "annet"
    shutil.move(package / "layers" / "landet", elsewhere / "layers" / "landet")
    commit(package.parents[1], "v2")
    both = Registry.of([FolderPlugin(package), FolderPlugin(elsewhere)])
    said = text_of(changes("--against", "v2", registry=both))
    assert "lest slik de er nå på begge sider: Landet." in said


def test_a_sentence_that_was_not_changed_with_its_number(changes: Asked, edit: Edit) -> None:
    """Where the number of a bound is another and the sentence is not, both numbers are told."""
    edit("byen/services.yaml", "max: 10", "max: 12")
    said = text_of(changes("--against", "v1"))
    assert "(høyst 10 timer per måned) – Nå: Inntil 10 timer i måneden. (høyst 12 timer per måned)" in said


def test_documents_that_are_not_committed_count(changes: Asked, edit: Edit) -> None:
    """The second side is the folder as it lies there, committed or not."""
    edit("byen/services.yaml", "max: 10", "max: 12")
    assert "KORT SAGT ═════════ • Hvor mye, og hva det koster: 1 endret" in text_of(
        changes("--against", "HEAD")
    )


def test_the_answer_as_data_is_as_its_schema_says(changes: Asked, edit: Edit) -> None:
    """The JSON is a comparison, valid by its schema, with the commit that the first side was read from."""
    edit("byen/services.yaml", "Inntil 10 timer i måneden.", "Ti timer i måneden.")
    found = json.loads(changes("--against", "v1", "--format", "json").stdout)
    schema = json.loads((files("laget") / "schemas" / "comparison.schema.json").read_text(encoding="utf-8"))
    assert [] == [*Draft202012Validator(schema).iter_errors(found)]
    assert ("v1", False, ["folge"]) == (
        found["past"]["ref"],
        found["past"]["identical"],
        [entry["id"] for entry in found["past"]["entries"]],
    )
    assert found["past"]["commit"] == found["first"]["receipt"]["layers"][-1]["version"]


def test_markdown_fits_a_change_log(changes: Asked, edit: Edit) -> None:
    """Markdown has a title, parts as headings, and lists; signs of its own in texts are escaped."""
    edit("byen/services.yaml", "Inntil 10 timer i måneden., max: 10", "Inntil *12* timer., max: 12")
    lines = changes("--against", "v1", "--format", "markdown").stdout.splitlines()
    assert "# Byen: hva som er endret siden v1" == lines[0]
    last = ["- Følge", "  - Før: Inntil 10 timer i måneden.", "  - Nå: Inntil \\*12\\* timer."]
    assert ["## Hvor mye, og hva det koster", "", *last] == lines[-5:]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_text_is_at_most_eighty_columns_wide(changes: Asked, edit: Edit, language: str) -> None:
    """No line is wider than a terminal, in either language."""
    edit("byen/services.yaml", "alder >= 8", "alder >= 10")
    edit("byen/reporting.yaml", "P1M", "P3W")
    text = changes("--against", "v1", "--lang", language).stdout
    assert [] == [line for line in text.splitlines() if len(line) > 80]


def test_a_case_is_answered_then_and_now(changes: Asked, edit: Edit, tmp_path: Path) -> None:
    """With a case, both answers to it are told."""
    case = tmp_path / "case.yaml"
    case.write_text("facts: {alder: 9, syk: true}\n", encoding="utf-8")
    edit("byen/services.yaml", "alder >= 8", "alder >= 10")
    said = text_of(changes("--against", "v1", "--case", str(case)))
    assert "SVARENE I SAKEN" in said
    assert "• Følge – Før: oppfylt (kan gis) – Nå: ikke oppfylt slik saken er beskrevet" in said


def test_a_folder_can_stand_for_the_installed_plugin(changes: Asked, edit: Edit, repository: Path) -> None:
    """With `--plugin`, the distribution's folder is compared, whatever is installed."""
    edit("byen/services.yaml", "alder >= 8", "alder >= 10")
    installed = Registry.of([TextPlugin({"byen": {"layer.yaml": layer_text("byen")}})])
    result = changes("--against", "v1", "--plugin", str(repository), registry=installed)
    assert "Vanskeligere å få: Følge" in text_of(result)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--against", "v9"), "has no such commit"),
        (("--against", "--output=x"), "cannot be the name of a commit"),
        (("--against", "v1; rm x"), "cannot be the name of a commit"),
        (("--against", "v1", "byen"), "one of them"),
        ((), "one of them"),
        (("--against", "v1", "--on-b", "2026-03-01"), "--on-b"),
        (("byen", "--plugin", "."), "--plugin goes with --against"),
        (("byen", "--format", "markdown"), "markdown goes with --against"),
        (("--against", "v1", "--plugin", "."), "holds no plugin"),
    ],
)
def test_wrong_use_is_told(changes: Asked, arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """What cannot be compared is refused with what is wrong, and exits with 2."""
    given = [str(tmp_path) if argument == "." else argument for argument in arguments]
    result = changes(*given)
    assert (2, True) == (result.exit_code, said in result.stderr), result.stderr


def test_a_folder_outside_a_repository_has_no_past(changes: Asked, package: Path, tmp_path: Path) -> None:
    """A plugin that lies in no repository, as one from a wheel, is told what to do."""
    shutil.copytree(package, tmp_path / "wheel")
    result = changes("--against", "v1", registry=Registry.of([FolderPlugin(tmp_path / "wheel")]))
    assert (2, True) == (result.exit_code, "lies in no git repository" in result.stderr)
    assert "--plugin DIR" in result.stderr


def test_a_plugin_made_in_code_has_no_past(changes: Asked) -> None:
    """A plugin that is no folder has nothing to compare with."""
    made = Registry.of([TextPlugin({"byen": {"layer.yaml": layer_text("byen")}})])
    result = changes("--against", "v1", registry=made)
    assert (2, True) == (result.exit_code, "not read from a folder on disk" in result.stderr)


def test_a_plugin_that_was_not_there_yet(changes: Asked, repository: Path, package: Path) -> None:
    """A commit before the plugin, and one before its layer, are told apart."""
    shutil.copytree(package, repository / "annet")
    before = changes("--against", "v1", registry=Registry.of([FolderPlugin(repository / "annet")]))
    shutil.copytree(package / "layers" / "byen", package / "layers" / "vik")
    layer = (package / "layers/vik/layer.yaml").read_text(encoding="utf-8").replace("byen", "vik")
    (package / "layers/vik/layer.yaml").write_text(layer, encoding="utf-8")
    commit(repository, "v2")
    git(repository, "checkout", "--quiet", "v2")
    later = changes("--against", "v1", town="vik")
    assert "the commit has nothing in" in before.stderr
    assert "the plugin did not have «vik» yet" in later.stderr


def test_old_documents_that_cannot_be_read_are_named(changes: Asked, edit: Edit, repository: Path) -> None:
    """An error in the old documents is told with the ref before the document."""
    edit("byen/services.yaml", "alder >= 8", "aldr >= 8")
    commit(repository, "broken")
    edit("byen/services.yaml", "aldr >= 8", "alder >= 8")
    result = changes("--against", "broken")
    assert (2, True) == (result.exit_code, "broken:laget_byen/layers/byen/services.yaml" in result.stderr)


def test_no_git_is_told(changes: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git on the path, the message says to install it."""
    monkeypatch.setenv("PATH", "")
    result = changes("--against", "v1")
    assert (2, True) == (result.exit_code, "install git" in result.stderr)


def test_another_repository_named_by_the_environment_is_not_read(
    changes: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Inside a hook of git, which points to another repository, the plugin's own is read."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert "ord for ord" in text_of(changes("--against", "v1"))


def test_a_plugin_at_the_top_of_its_repository(changes: Asked, tmp_path: Path, package: Path) -> None:
    """A folder that is the repository itself is read like any other."""
    top = tmp_path / "top"
    shutil.copytree(package, top)
    git(tmp_path, "init", "--quiet", str(top))
    commit(top, "v1")
    assert "ord for ord" in text_of(changes("--against", "v1", registry=Registry.of([FolderPlugin(top)])))
