"""Explanations: every code has a page whose bad example is found, and whose good one is clean."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import laget
from laget.documents.codes import Code
from laget.explanations import PARTS, codes, explained, explanation, index
from laget.findings import Severity

from ..explained import blocks, found_in, marks, shown_at

pytestmark = pytest.mark.once

SOURCES = sorted(Path(laget.__file__).parent.rglob("*.py"))


def _trees() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]


TREES = _trees()


def _makers(tree: ast.Module) -> dict[str, int]:
    """Find the functions that take a code as text, with its position among what they are called with.

    Those that take a `Code` can give no other one. `self` is not counted: calls do not write it.
    """
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            given = [argument for argument in node.args.args if argument.arg != "self"]
            for at, argument in enumerate(given):
                if (
                    argument.arg == "code"
                    and argument.annotation
                    and ast.unparse(argument.annotation) == "str"
                ):
                    found[node.name] = at
    return found


def _public() -> dict[str, int]:
    """Give the makers that any module may call: findings, and functions without `_`."""
    found = {name: at for tree in TREES for name, at in _makers(tree).items() if not name.startswith("_")}
    return {"Finding": 0, **found}


def _written() -> Iterator[ast.expr]:
    """Give what is written as the code of each finding in the sources."""
    public = _public()
    for tree in TREES:
        makers = {**public, **_makers(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in makers:
                named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                at = makers[name]
                yield from named or node.args[at : at + 1]


def _pattern(code: ast.expr) -> str | None:
    """Give what a code looks like; none where it is passed on from a caller, which is found by itself."""
    match code:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.Attribute(value=ast.Name(id="Code"), attr=name):
            return re.escape(Code[name].value)
        case ast.JoinedStr(values=parts):
            texts = (str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
            return "".join("[a-z]+" if text == "*" else re.escape(text) for text in texts)
        case ast.Name() | ast.Attribute():
            return None
        case _:
            message = f"a code is written in a way that this test cannot read: {ast.unparse(code)}"
            raise AssertionError(message)


PATTERNS = sorted(
    {re.escape(code) for code in Code}
    | {pattern for code in _written() if (pattern := _pattern(code)) is not None}
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_code_has_a_page(pattern: str) -> None:
    """Every code that stands in the sources has a page."""
    assert any(re.fullmatch(pattern, code) for code in codes())


@pytest.mark.parametrize("code", codes())
def test_page_has_a_code(code: str) -> None:
    """No page is about a code that no source gives."""
    assert any(re.fullmatch(pattern, code) for pattern in PATTERNS)


@pytest.mark.parametrize("code", codes())
def test_page_is_its_files(code: str) -> None:
    """A page's heading is the code that its file is named by."""
    assert code == explanation(code).code


@pytest.mark.parametrize("code", codes())
def test_page_fits_a_terminal(code: str) -> None:
    """No line of a page is wider than 80 columns."""
    assert [] == [line for line in explanation(code).page.splitlines() if len(line) > 80]


@pytest.mark.parametrize("code", codes())
def test_bad_example_is_found(code: str, tmp_path: Path) -> None:
    """The bad example gives the code on the lines that are marked, and on no others."""
    example = blocks(explanation(code).bad)
    found = {shown_at(finding, example) for finding in found_in(example, tmp_path) if finding.code == code}
    expected: set[tuple[str, int] | None] = {*marks(example)} or {None}
    assert expected == found


@pytest.mark.parametrize("code", codes())
def test_bad_example_is_as_bad_as_the_page_says(code: str, tmp_path: Path) -> None:
    """The bad example's finding has the severity that the page gives."""
    found = found_in(blocks(explanation(code).bad), tmp_path)
    assert {explanation(code).severity} == {finding.severity for finding in found if finding.code == code}


@pytest.mark.parametrize("code", codes())
def test_good_example_is_clean(code: str, tmp_path: Path) -> None:
    """The good example has no error, no warning, and no finding of the page's code."""
    found = found_in(blocks(explanation(code).good), tmp_path)
    assert [] == [
        str(finding) for finding in found if finding.severity is not Severity.NOTE or finding.code == code
    ]


def test_index_names_every_code() -> None:
    """The index has a row for each code."""
    assert list(codes()) == sorted(re.findall(r"^\| \[`([a-z0-9-]+)`\]", index(), re.MULTILINE))


@pytest.mark.parametrize("part", PARTS)
def test_page_without_a_part_is_refused(part: str) -> None:
    """A page that lacks a part is none."""
    page = explanation("no-source").page.replace(f"## {part}\n", "### Other\n")
    with pytest.raises(ValueError, match="a page begins with"):
        explained(page)


def test_what_is_no_code_has_no_page() -> None:
    """What is no code has no page."""
    with pytest.raises(KeyError):
        explanation("../head")


def test_pages_are_in_the_package() -> None:
    """The pages are files of the package, so that an installed laget can print them."""
    assert files("laget.explanations").joinpath("pages", "no-source.md").is_file()
