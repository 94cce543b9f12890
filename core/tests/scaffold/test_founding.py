"""What a new plugin is: right from the start, in both languages, and with examples that hold."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laget.errors import LagetError
from laget.findings import Severity
from laget.model.layers import Language
from laget.plugins import FolderPlugin
from laget.registry import Registry
from laget.scaffold import CannotFoundError, Wish, document_of, municipality_of, plan_of, region_of
from laget.scaffold.surroundings import surroundings_of
from laget.testing import examples, run

from .conftest import DOCUMENT, NATIONAL, TODAY, contents, founded, installed, municipality, wish

EXAMPLE = re.compile(r"^( *)#((?:  )*[^ ].*)$", re.MULTILINE)
"""A line that is an example: after the sign an even number of blanks; prose has an odd number."""


def problems(registry: Registry, layer: str) -> list[str]:
    """Give everything that check and test find."""
    asked = registry[layer]
    wrong = [str(mismatch) for example in examples(asked) for mismatch in run(asked, example)]
    found = [finding for finding in asked.check() if finding.severity is not Severity.NOTE]
    return [*map(str, found), *wrong]


@pytest.mark.parametrize("language", Language)
def test_a_new_plugin_is_right(tmp_path: Path, language: Language) -> None:
    """A new plugin has no finding, and each of its cases gets its answer, in either language."""
    founded(wish(DOCUMENT, layer=municipality(language=language)), tmp_path)
    registry = installed(tmp_path)
    assert ([], 2) == (problems(registry, "lia"), len(examples(registry["lia"])))


def test_a_region_has_members(tmp_path: Path) -> None:
    """A region and its members are right, and a member has what the region's documents say."""
    region = region_of("Dalen", None, "norge", Language.BOKMAL)
    members = tuple(
        municipality_of(number, name, None, "dalen", Language.BOKMAL)
        for number, name in (("9901", "Lia"), ("9902", "Vik i Sør"))
    )
    founded(Wish(layer=region, members=members, documents=(document_of(DOCUMENT),)), tmp_path)
    registry = installed(tmp_path, "laget_dalen")
    assert [] == [found for id_ in ("dalen", "lia", "vik_i_sor") for found in problems(registry, id_)]
    assert "hjelp_til_familier" in registry["vik_i_sor"].handbook(TODAY).documents


def test_the_examples_in_comments_hold(lia: Path) -> None:
    """Every example that stands in a comment is right when its signs are taken away."""
    for path in (lia / "src").rglob("*.yaml"):
        path.write_text(EXAMPLE.sub(r"\1\2", path.read_text("utf-8")), encoding="utf-8")
    registry = installed(lia)
    assert [] == problems(registry, "lia")
    assert "turvenn" in registry["lia"].handbook(TODAY).entitlements


def test_every_document_names_a_schema_that_is_there(lia: Path) -> None:
    """The first line of each document leads to the copy of its kind's schema in the plugin."""
    for path in (lia / "src").rglob("*.yaml"):
        text = path.read_text("utf-8")
        header = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        kind = re.search(r"^kind: (\w+)$", text, re.MULTILINE)
        assert header
        assert kind
        schema = (path.parent / header[1]).resolve()
        assert (lia / "schemas" / f"{kind[1]}.schema.json").resolve() == schema
        assert schema.read_text("utf-8") == (files("laget") / "schemas" / schema.name).read_text("utf-8")


def test_the_worked_service_is_national(lia: Path) -> None:
    """The worked service keeps the national conditions, and is answered by them."""
    own, national = (
        registry[id_].handbook(TODAY).entitlements["parorendestotte"]
        for registry, id_ in ((installed(lia), "lia"), (NATIONAL, "norge"))
    )
    assert national.grounds == own.grounds


def test_the_lists_hold_sections_and_questions(lia: Path) -> None:
    """There is a box for each section of the document and for each question that is open."""
    found = contents(lia)
    questions = NATIONAL["norge"].handbook(TODAY).questions
    assert ["- [ ] `1` Turvenn", "- [ ] `2` Hvem gjør hva"] == re.findall(
        r"^- .*", found["COVERAGE.md"], re.MULTILINE
    )
    assert len(questions) == found["OPEN.md"].count("- [ ] ")


def test_a_neighbours_ids_become_questions(tmp_path: Path, fiction_folder: Path) -> None:
    """What a neighbour has becomes questions by id; nothing else of it is written."""
    registry = Registry.of([FolderPlugin("laget.national"), FolderPlugin(fiction_folder)])
    layer = municipality("9903", "Nes på Øya")
    wanted = evolve(wish(DOCUMENT, layer=layer), like="lia")
    plan = plan_of(wanted, surroundings_of(registry, wanted, TODAY), tmp_path)
    (questions,) = (text for name, text in plan.files.items() if name.endswith("/questions.yaml"))
    asked = set(re.findall(r"id: har_(\w+)", questions))
    neighbour = registry["lia"].handbook(TODAY).entitlements
    assert set(neighbour) - set(NATIONAL["norge"].handbook(TODAY).entitlements) == asked
    assert [] == [
        entry.description
        for entry in neighbour.values()
        if any(entry.description in t for t in plan.files.values())
    ]


@pytest.mark.parametrize(
    ("documents", "first"),
    [
        (["Plan"], date(2022, 8, 1)),
        (["Plan; 2022-07-31"], date(2022, 8, 1)),
        (["Plan; 2022-08-02"], date(2022, 8, 2)),
        (["Plan; 2025-01-10", "Eldre plan; 2024-01-10"], date(2024, 1, 10)),
    ],
)
def test_the_first_day(tmp_path: Path, documents: list[str], first: date) -> None:
    """The rules are assumed to hold from the oldest document, never from before what they build on."""
    founded(wish(*documents), tmp_path)
    valid = installed(tmp_path)["lia"].layer.valid
    assert (first, True) == (valid.first, valid.assumed is not None)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"], exclude_characters=";"))


@given(st.lists(WORDS, max_size=3), WORDS)
@example([], "Uten hjemmel")
@settings(max_examples=12)
def test_any_text_can_stand_in_a_document(tmp_path_factory: Any, headings: list[str], title: str) -> None:
    """Whatever stands in titles and headings, they are refused, or the plugin is right and has them."""
    try:
        wanted = wish("; ".join([title, "", *headings]))
    except CannotFoundError:
        return
    folder = tmp_path_factory.mktemp("any")
    founded(wanted, folder)
    registry = installed(folder)
    documents = registry["lia"].handbook(TODAY).documents.values()
    (document,) = (
        found for found in documents if found.id not in NATIONAL["norge"].handbook(TODAY).documents
    )
    expected = [heading for _, heading in wanted.documents[0].sections] or ["Hele dokumentet"]
    assert (title.strip(), expected) == (document.title, [*document.sections.values()])


def test_the_distribution_can_be_read(lia: Path) -> None:
    """The project file is TOML with the entry points, and the modules are Python."""
    project = tomllib.loads((lia / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"laget": {"lia": "laget_lia:plugin"}, "laget.numbers": {"9901": "lia"}} == project["entry-points"]
    for path in lia.rglob("*.py"):
        ast.parse(path.read_text("utf-8"))
    for path in lia.rglob("*.json"):
        json.loads(path.read_text("utf-8"))


def test_no_gap_is_left(lia: Path) -> None:
    """No file has a gap of a template left in it, or a blank at the end of a line."""
    found = {n: t for n, t in contents(lia).items() if not n.endswith(".json")}
    left = re.compile(r"\{\{|[ \t]$", re.MULTILINE)
    assert [] == [name for name, text in found.items() if left.search(text)]


def test_what_it_builds_on_must_be_installed() -> None:
    """A layer that nobody has can't be built on, and the error says which there are."""
    layer = municipality_of("9901", "Lia", None, "riket", Language.BOKMAL)
    with pytest.raises(LagetError, match=r"«riket» is not installed.* there is norge"):
        surroundings_of(NATIONAL, wish(DOCUMENT, layer=layer), TODAY)
