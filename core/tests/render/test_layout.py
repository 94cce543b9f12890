"""Lines of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.render.layout import (
    WIDTH,
    bullets,
    columns,
    heading,
    marked,
    numbered,
    section,
    sticky,
    text_of,
    wrapped,
)

words = st.lists(st.text("abcæøå§-", min_size=1, max_size=100), max_size=40).map(" ".join)


@given(words, st.integers(0, 20), st.integers(0, 20))
def test_no_line_is_wider_than_the_page(text: str, indent: int, hanging: int) -> None:
    """Wrapping never gives a line of more than 80 columns."""
    assert all(len(line) <= WIDTH for line in wrapped(text, indent, hanging))


@given(words)
def test_wrapping_loses_no_letter(text: str) -> None:
    """Wrapping changes only blanks."""
    assert "".join(text.split()) == "".join("".join(wrapped(text)).split())


@given(st.lists(st.tuples(st.text("ab", max_size=9), words), max_size=5))
def test_columns_fit_the_page(rows: list[tuple[str, str]]) -> None:
    """A table is never wider than the page, and no line ends in a blank."""
    assert all(len(line) <= WIDTH and line == line.rstrip() for line in columns(rows))


def test_section_sign_stays_with_its_number() -> None:
    """A section sign is never the last on a line."""
    assert ["a" * 75, "§ 7-2"] == wrapped(f"{'a' * 75} § 7-2")


def test_sticky_words_stay_on_one_line() -> None:
    """Words that are made to stick are wrapped together, and printed with plain blanks."""
    assert ["a" * 70, "heftet 1.1 s. 3"] == wrapped(f"{'a' * 70} {sticky('heftet 1.1 s. 3')}")


def test_later_lines_of_a_marked_text_stand_under_its_first_word() -> None:
    """A text behind a mark hangs."""
    assert ["  • aaaa", f"    {'b' * 75}"] == marked("•", f"aaaa {'b' * 75}")


def test_bullets_and_numbers_list_texts() -> None:
    """A list has one mark for each text."""
    assert (["  • a", "  • b"], [["  1. a"], ["  2. b"]]) == (bullets(["a", "b"]), numbered(["a", "b"]))


def test_columns_stand_under_each_other() -> None:
    """The last column begins at the same place in all rows."""
    assert ["  a    x", "  bcd  y"] == columns([("a", "x"), ("bcd", "y")])


def test_a_row_without_its_last_cell_is_kept() -> None:
    """An empty last cell leaves the others."""
    assert ["  a"] == columns([("a", "")])


@pytest.mark.parametrize(("lines", "expected"), [([], []), (["x"], ["", "T", "x"])])
def test_empty_parts_have_no_name(lines: list[str], expected: list[str]) -> None:
    """A part without lines is left out, its name too."""
    assert expected == section("T", lines)


def test_text_begins_with_its_first_words() -> None:
    """Empty lines at the start are dropped."""
    assert "ÅR\n══" == text_of(heading("År"))
