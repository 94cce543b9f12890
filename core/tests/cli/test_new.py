"""`laget new`, and plugins that are used from their folders."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import Result

from laget.cli.asking import completed
from laget.cli.folders import plugin_in
from laget.cli.founding import Request
from laget.cli.options import UnusableError
from laget.national import plugin as norge
from laget.plugins import FolderPlugin
from laget.registry import Registry

Laget = Callable[..., Result]
LIA = ("--number", "9901", "--name", "Lia", "--document", "Plan; 2025-01-10; 1 Turvenn")
LAYERS = {"norge", "dalen"}
NOTHING = Request(
    number=None,
    name=None,
    id=None,
    region=None,
    members=(),
    extends=None,
    language=None,
    documents=(),
    like=None,
    inside=None,
    to=None,
)


@pytest.fixture
def new(laget: Laget, fiction_folder: Path, tmp_path: Path) -> Laget:
    """Give a function that runs `laget new` where the national layer and the fiction are installed."""
    registry = Registry.of([norge, FolderPlugin(fiction_folder)])

    def run(*arguments: str, to: Path | None = tmp_path / "made") -> Result:
        where = () if to is None else ("--to", str(to))
        return laget("new", *arguments, *where, registry=registry)

    return run


def test_it_says_what_it_wrote_and_what_comes_next(new: Laget, tmp_path: Path) -> None:
    """Each file is named, and so are the commands to run next."""
    result = new(*LIA)
    written = [path for path in (tmp_path / "made").rglob("*") if path.is_file()]
    assert (0, len(written)) == (result.exit_code, result.stdout.count("wrote "))
    assert f"laget --plugin {tmp_path / 'made'} check lia" in result.stdout


def test_again_it_says_what_it_kept(new: Laget) -> None:
    """Run again, it writes nothing and says how many files it kept."""
    count = new(*LIA).stdout.count("wrote ")
    assert f"kept {count} files that were there\n" == new(*LIA).stdout.partition("\nNext")[0]


def test_a_region_inside_and_like(new: Laget, tmp_path: Path) -> None:
    """A region with members is made, a member is added to it, and a neighbour's ids become questions."""
    made = tmp_path / "made"
    region = ("--region", "Øya", "--member", "9903 Nes på Øya", "--member", "5026", "--document", "Plan")
    assert 0 == new(*region).exit_code
    more = ("--number", "9904", "--name", "Odden", "--like", "lia", "--inside", str(made))
    assert 0 == new(*more, to=None).exit_code
    assert "har_turvenn" in (made / "src/laget_oya/layers/odden/questions.yaml").read_text("utf-8")
    project = (made / "pyproject.toml").read_text("utf-8")
    assert all(f'{number} = "' in project for number in ("9903", "5026", "9904"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "missing: --number, --document; give them, or run `laget new` in a terminal"),
        (("--number", "9903"), "missing: --name, --document;"),
        (("--number", "5026"), "missing: --document;"),
        (("--region", "Øya"), "missing: --member, --document;"),
        (("--region", "Øya", "--number", "9903"), "a region has neither --number nor --name"),
        (("--member", "5026"), "--member is for a region"),
        (("--inside", "x"), "leave --to out"),
        (
            ("--number", "9999", "--name", "Lia", "--document", "Plan"),
            "«lia» is installed, with the number 9901",
        ),
        (
            ("--number", "9999", "--name", "Dalen", "--document", "Plan"),
            "«dalen» is installed, and is no munic",
        ),
        ((*LIA, "--document", "Plan"), "the document «plan» is given twice"),
        (
            ("--region", "Ø", "--member", "0301", "--member", "0301", "--document", "P"),
            "the id «oslo» is",
        ),
        ((*LIA, "--like", "nowhere"), "no municipality is called «nowhere»"),
        ((*LIA, "--like", "5026"), "no plugin for it is installed"),
        ((*LIA, "--extends", "nowhere"), "«nowhere» is not installed"),
    ],
    ids=range(14),
)
def test_what_cannot_be_made(new: Laget, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """What is missing, contradicts itself or is taken is an error that says so, and nothing is written."""
    result = new(*arguments)
    assert (2, True) == (result.exit_code, said in result.stderr)
    assert not (tmp_path / "made").exists()


def test_inside_what_is_no_plugin(new: Laget, tmp_path: Path) -> None:
    """A folder that is no plugin can't get a layer."""
    result = new(*LIA, "--inside", str(tmp_path), to=None)
    assert (2, True) == (result.exit_code, "is no plugin" in result.stderr)


def answers(*said: str) -> Callable[[str, str | None], str]:
    """Give one answer after another; an empty one means what an empty answer means."""
    left: Iterator[str] = iter(said)

    def ask(question: str, default: str | None) -> str:  # noqa: ARG001 - every question gets the next answer
        return next(left) or default or ""

    return ask


def test_asking_for_everything() -> None:
    """Everything that is left out is asked for, again where the answer can't be used."""
    said = ("50", "9901", "Oslo", "Lia", "nowhere", "", "no", "nn")
    first = ("", "A; B", "Plan", "mars", "2025-01-10", "1 A", "1 B", "", "1 A", "2 B", "")
    found = completed(NOTHING, answers(*said, *first, "Annen", "", "", ""), LAYERS)
    assert ("9901", "Lia", "norge", "nn") == (found.number, found.name, found.extends, found.language)
    assert ("Plan; 2025-01-10; 1 A; 2 B", "Annen; ") == found.documents


def test_asking_for_a_real_one() -> None:
    """The name of a real municipality is not asked for."""
    found = completed(NOTHING, answers("5026", "", "", "Plan", "", "", ""), LAYERS)
    assert ("5026", None, ("Plan; ",)) == (found.number, found.name, found.documents)


def test_asking_for_members() -> None:
    """A region is asked for its members, until there are no more."""
    said = ("9901", "9901 Lia", "5026", "", "", "", "Plan", "", "", "")
    found = completed(evolve(NOTHING, region="Øya"), answers(*said), LAYERS)
    assert ("9901 Lia", "5026") == found.members


def test_it_asks_in_a_terminal(tmp_path: Path) -> None:
    """With a terminal as its input, the command asks for what is left out."""
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "from laget.cli import main; main(prog_name='laget')",
        "new",
        "--number",
        "9901",
    ]
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=tmp_path
    ) as run:
        os.write(ours, b"Lia\n\n\nPlan\n\n\n\n")
        printed = run.communicate(timeout=60)[0].decode("utf-8")
    assert 0 == run.returncode, printed
    assert (tmp_path / "laget-lia" / "pyproject.toml").is_file()


def test_a_plugin_from_its_folder(laget: Laget, new: Laget, tmp_path: Path) -> None:
    """A plugin that is not installed is used from its folder, found by id, number and name."""
    new("--number", "9977", "--name", "Ubebodd øy", "--document", "Plan")
    for asked in ("ubebodd_oy", "9977", "Ubebodd øy"):
        result = laget("--plugin", str(tmp_path / "made"), "test", asked)
        assert (0, True) == (result.exit_code, result.stdout.endswith("\n2 passed, 0 failed\n"))


def test_findings_of_a_folder_name_its_files(laget: Laget, new: Laget, tmp_path: Path) -> None:
    """A finding in a plugin that is not installed names the file where it lies."""
    new("--number", "9978", "--name", "Feiløy", "--document", "Plan")
    path = tmp_path / "made/src/laget_feiloy/layers/feiloy/routing.yaml"
    path.write_text("kind: routing\nofices: []\n", encoding="utf-8")
    result = laget("--plugin", str(tmp_path / "made"), "check", "feiloy")
    assert (1, True) == (result.exit_code, f"{path}:2:1: error" in result.stdout)


def test_rules_that_are_not_packaged(laget: Laget, fiction_folder: Path) -> None:
    """A folder of layers without a project is used as it is."""
    result = laget("--plugin", str(fiction_folder), "check", "vik")
    assert 0 == result.exit_code


def test_a_folder_without_a_plugin(tmp_path: Path) -> None:
    """A folder without a plugin is an error that says what to give."""
    with pytest.raises(UnusableError, match=r"no pyproject\.toml: give the folder"):
        plugin_in(tmp_path)


def test_a_plugin_whose_code_is_broken(new: Laget, tmp_path: Path) -> None:
    """A plugin that can't be imported is an error with the cause."""
    new("--number", "9979", "--name", "Brutt øy", "--document", "Plan")
    (tmp_path / "made/src/laget_brutt_oy/__init__.py").write_text("1 / 0\n", encoding="utf-8")
    with pytest.raises(UnusableError, match="can't be imported: ZeroDivisionError"):
        plugin_in(tmp_path / "made")
