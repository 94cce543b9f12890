"""The glossary joins the Norwegian of the field to the English of the code, and leaves nothing out."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from attrs import frozen

import laget
from laget.findings import Finding
from laget.model import answers, case, citations, entitlements, expressions, facts, handbook, origins
from laget.model.sections import SECTIONS

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"

ENUMS: tuple[type[StrEnum], ...] = (
    entitlements.Strength,
    entitlements.Force,
    entitlements.Scope,
    entitlements.EntitlementKind,
    entitlements.LinkKind,
    answers.Outcome,
    answers.ChoiceState,
    answers.WaitsFor,
    case.StepState,
)
"""The values that answers and documents show."""

CLASSES: tuple[type, ...] = (
    *SECTIONS.values(),
    Finding,
    answers.Assessment,
    answers.Receipt,
    case.Application,
    case.Case,
    case.Event,
    case.Held,
    citations.Citation,
    citations.Guiding,
    citations.LawRef,
    citations.SourceRef,
    entitlements.Criterion,
    entitlements.ExceptionExample,
    entitlements.Fee,
    entitlements.Ground,
    entitlements.Limit,
    entitlements.Opening,
    entitlements.Statement,
    entitlements.Step,
    entitlements.Strength,
    expressions.Formula,
    expressions.Unclear,
    facts.Presumed,
    handbook.Handbook,
    origins.Origin,
)
"""The words of the domain that are classes."""


@frozen
class Row:
    """One row of the table."""

    norwegian: str
    code: str
    meaning: str

    @property
    def codes(self) -> frozenset[str]:
        """The words of the code in it."""
        return frozenset(re.findall(r"`([^`]+)`", self.code))


@pytest.fixture(scope="module")
def lines(root: Path) -> list[str]:
    """Give the lines of the table below its head."""
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    return text.partition("| --- | --- | --- |\n")[2].splitlines()


@pytest.fixture(scope="module")
def rows(lines: list[str]) -> list[Row]:
    """Give the rows of the table."""
    return [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for line in lines]


@pytest.fixture(scope="module")
def codes(rows: list[Row]) -> frozenset[str]:
    """Give every word of the code in the table."""
    return frozenset(code for row in rows for code in row.codes)


def test_rows_have_three_filled_cells(lines: list[str]) -> None:
    """Each line of the table is a row with a Norwegian word, a word of the code, and a meaning."""
    assert [] == [line for line in lines if not re.fullmatch(r"(\| [^|\s][^|]* ){3}\|", line)]


def test_rows_are_in_norwegian_alphabetical_order(rows: list[Row]) -> None:
    """The rows stand in Norwegian alphabetical order."""
    words = [row.norwegian for row in rows]
    assert sorted(words, key=_norwegian) == words


def test_a_word_has_one_row(rows: list[Row]) -> None:
    """No Norwegian word has two rows."""
    words = [word for row in rows for word in row.norwegian.split(", ")]
    assert [] == sorted({word for word in words if words.count(word) > 1})


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: str(cls.__name__))
def test_every_class_of_the_domain_has_a_row(cls: type, codes: frozenset[str]) -> None:
    """A class that is a word of the domain stands in the glossary."""
    assert cls.__name__ in codes


@pytest.mark.parametrize("value", [value for enum in ENUMS for value in enum], ids=repr)
def test_every_value_has_a_norwegian_word(value: StrEnum, codes: frozenset[str]) -> None:
    """Each value of a strength, a force, an outcome and the like has a row of its own."""
    assert f"{type(value).__name__}.{value.name}" in codes


def test_every_national_term_has_a_row(rows: list[Row]) -> None:
    """A term of the national layer stands in one row with its id and its English concept."""
    terms = laget.discover()["norge"].handbook(date(2026, 3, 1)).terms.values()
    assert [] == [
        term.id
        for term in terms
        if not any(term.id in row.codes and term.concept in row.code for row in rows)
    ]


def test_words_of_the_code_exist(codes: frozenset[str]) -> None:
    """A value that the glossary names is one of the code."""
    names = {enum.__name__: {value.name for value in enum} for enum in ENUMS}
    dotted = [code.split(".") for code in codes if code.count(".") == 1 and code.split(".")[0] in names]
    assert [] == [f"{enum}.{name}" for enum, name in dotted if name not in names[enum]]


def _norwegian(word: str) -> list[int]:
    """Give the key that sorts by the Norwegian alphabet; what is no letter comes first."""
    return [ALPHABET.find(character) for character in word.casefold()]
