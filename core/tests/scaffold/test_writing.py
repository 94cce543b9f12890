"""Writing: run again, it adds and never overwrites; and what can't be written is said first."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.plugins import FolderPlugin
from laget.registry import Registry
from laget.scaffold import CannotFoundError, ground_at, plan_of, write
from laget.scaffold.ground import refuse_taken
from laget.scaffold.surroundings import surroundings_of

from .conftest import DOCUMENT, NATIONAL, TODAY, contents, founded, installed, municipality, wish

GROWING = {"pyproject.toml", "COVERAGE.md", "OPEN.md"}
"""Files that get lines when they are there already."""

DOCUMENTS = st.lists(
    st.sampled_from([DOCUMENT, "Plan", "Plan B; 2024-01-01; 1 Om; 2 Mer", "Rutine;; 3.1 Møter"]), unique=True
)
LAYERS = st.sampled_from([("9901", "Lia"), ("9902", "Vik i Sør"), ("9903", "Nes på Øya")])
EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["# Egen linje", "", "## Lia (`lia`)"])), max_size=4
)


def is_kept(before: str, after: str) -> bool:
    """Tell whether every line is still there, in the same order."""
    lines = iter(after.splitlines())
    return all(line in lines for line in before.splitlines())


@given(DOCUMENTS, DOCUMENTS, LAYERS, EDITS)
@settings(max_examples=12)
def test_again_adds_and_never_overwrites(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[str],
    second: list[str],
    layer: tuple[str, str],
    edits: list[tuple[int, str]],
) -> None:
    """Whatever was written, edited or removed, running again keeps every line and adds what is missing."""
    folder = tmp_path_factory.mktemp("again")
    founded(wish(*first), folder)
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in {".md", ".yaml", ".toml"}]
    for number, line in edits:
        with paths[number % len(paths)].open("a", encoding="utf-8") as file:
            file.write(line)
    before = contents(folder)
    inside = ground_at(folder)
    wanted = wish(*second, layer=municipality(*layer))
    write(plan_of(wanted, surroundings_of(NATIONAL, wanted, TODAY), folder, inside), folder)
    after = contents(folder)
    assert [] == [name for name, text in before.items() if not is_kept(text, after[name])]
    assert [] == [name for name in before if name not in GROWING and before[name] != after[name]]
    assert {document.title for document in wanted.documents} <= {
        line[3:].partition(" (`")[0] for line in after["COVERAGE.md"].splitlines() if line.startswith("## ")
    }
    assert wanted.layer.id in installed(folder)


@given(DOCUMENTS)
@settings(max_examples=10)
def test_again_with_the_same_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, documents: list[str]
) -> None:
    """Running again with the same wish changes nothing at all."""
    folder = tmp_path_factory.mktemp("same")
    founded(wish(*documents), folder)
    before = contents(folder)
    written = founded(wish(*documents), folder)
    assert ((), (), before) == (written.wrote, written.added, contents(folder))


def test_again_writes_what_was_removed(lia: Path) -> None:
    """A file that was removed is written again, and no other."""
    (lia / "schemas" / "layer.schema.json").unlink()
    assert ("schemas/layer.schema.json",) == founded(wish(DOCUMENT), lia).wrote


def test_a_layer_inside_another_plugin(lia: Path) -> None:
    """A layer inside an existing plugin is found beside the first, and gets none of a plugin's own files."""
    (lia / "README.md").unlink()
    vik = wish(layer=evolve(municipality("9902", "Vik i Sør"), extends="lia"))
    registry = Registry.of([FolderPlugin("laget.national"), FolderPlugin(lia / "src" / "laget_lia")])
    write(plan_of(vik, surroundings_of(registry, vik, TODAY), lia, ground_at(lia)), lia)
    assert (False, "lia") == ((lia / "README.md").exists(), installed(lia)["vik_i_sor"].layer.extends[0])


def refused(folder: Path) -> str:
    """Give the error of writing to a folder; nothing may have been written."""
    before = contents(folder.parent)
    with pytest.raises(CannotFoundError) as caught:
        founded(wish(DOCUMENT), folder)
    assert before == contents(folder.parent)
    return str(caught.value)


@pytest.mark.parametrize("place", ["laget-lia", "laget-lia/src", "laget-lia/src/laget_lia/layers/lia"])
def test_a_file_where_a_folder_should_be(tmp_path: Path, place: str) -> None:
    """A file where a folder should be is named, and nothing is written."""
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text("x", encoding="utf-8")
    assert f"{tmp_path / place} is a file where a folder should be" in refused(tmp_path / "laget-lia")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    """A folder where a file should be is named, and nothing is written."""
    (tmp_path / "laget-lia" / "OPEN.md").mkdir(parents=True)
    assert "OPEN.md is a folder where a file should be" in refused(tmp_path / "laget-lia")


def test_a_page_that_is_no_text(tmp_path: Path) -> None:
    """A page that can't be read can't get lines: it is named, and nothing is written."""
    (tmp_path / "laget-lia").mkdir()
    (tmp_path / "laget-lia" / "OPEN.md").write_bytes(b"\xff")
    with pytest.raises(CannotFoundError, match=r"OPEN\.md can't be read as text"):
        founded(wish(DOCUMENT), tmp_path / "laget-lia")
    assert ["OPEN.md"] == [path.name for path in (tmp_path / "laget-lia").iterdir()]


def test_a_folder_that_cannot_be_made() -> None:
    """A folder that can't be written to is named, with the reason."""
    with pytest.raises(CannotFoundError, match=r"can't be written, .*--to"):
        founded(wish(DOCUMENT), Path("/proc/laget-lia"))


@pytest.mark.parametrize(
    ("project", "said"),
    [
        (None, "it has no pyproject.toml"),
        ("[project]\nname = 'x'\n", "no entry points «laget»"),
        ("[project.entry-points.laget]\nlia = 'somewhere:plugin'\n", "has no folder «src/somewhere/layers»"),
        ("[project\n", "can't be read"),
    ],
)
def test_what_is_no_plugin(tmp_path: Path, project: str | None, said: str) -> None:
    """A folder that is no plugin is refused, with what it lacks."""
    if project is not None:
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    with pytest.raises(CannotFoundError) as caught:
        ground_at(tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize(("id_", "number"), [("lia", "9902"), ("vik", "9901")])
def test_numbers_and_layers_that_are_taken(lia: Path, id_: str, number: str) -> None:
    """A plugin can't have one number for two layers, or two numbers for one."""
    with pytest.raises(CannotFoundError, match="9901 is the number of «lia»"):
        refuse_taken(ground_at(lia), id_, number)


def _is_refused(folder: Path, id_: str, number: str | None) -> bool:
    try:
        refuse_taken(ground_at(folder), id_, number)
    except CannotFoundError:
        return True
    return False


def test_the_same_and_another_are_not_taken(lia: Path) -> None:
    """The same layer again, another layer and a region are fine."""
    fine = [("lia", "9901"), ("vik", "9902"), ("dalen", None)]
    assert [] == [(id_, number) for id_, number in fine if _is_refused(lia, id_, number)]
