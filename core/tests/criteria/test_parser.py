"""Reading an expression: what it becomes, and what is refused at which column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laget.criteria import ExpressionError, is_name, parse, to_text
from laget.criteria.tree import (
    Age,
    And,
    Birthday,
    Comparison,
    Constant,
    Count,
    Duration,
    Expression,
    Fact,
    Has,
    Membership,
    Negative,
    Not,
    OnDate,
    Or,
    Quorum,
    Sum,
)

from .strategies import booleans, dates, numbers

A, B, C = Fact("a"), Fact("b"), Fact("c")


@given(booleans() | numbers(2) | dates(1))
@example(Negative(Constant(1)))
@example(Not(Not(Membership(A, (Constant(1),)))))
@example(Constant('a "b"'))
@example(Or((And((And((A, B)), Or((A, B)))), Not(And((A, B))))))
@example(Negative(Sum((A, B), ("-",))))
@example(Comparison((Comparison((A, B), ("==",)), Not(A)), ("==",)))
def test_a_printed_tree_reads_back(tree: Expression) -> None:
    """Every tree is printed as a text that reads back as the same tree."""
    assert tree == parse(to_text(tree))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("(a)", A),
        ("a and b and c", And((A, B, C))),
        ("a or b and c", Or((A, And((B, C))))),
        ("(a or b) and c", And((Or((A, B)), C))),
        ("not a == b", Not(Comparison((A, B), ("==",)))),
        ("1 <= a < 2", Comparison((Constant(1), A, Constant(2)), ("<=", "<"))),
        ("a in (1, -2, 3.50)", Membership(A, (Constant(1), Constant(-2), Constant(Decimal("3.50"))))),
        ("a not in ('x',)", Not(Membership(A, (Constant("x"),)))),
        ("a in (true, false)", Membership(A, (Constant(value=True), Constant(value=False)))),
        ("a == 2026-10-11", Comparison((A, Constant(date(2026, 10, 11))), ("==",))),
        ("2026 - 10 - 11", Sum((Constant(2026), Constant(10), Constant(11)), ("-", "-"))),
        ("a - -1", Sum((A, Constant(-1)), ("-",))),
        ("-a", Negative(A)),
        ("-(1)", Negative(Constant(1))),
        ("a\n+\r\n\tyears(2)", Sum((A, Duration(2, "years")), ("+",))),
        ("at_least(2, a, b, c)", Quorum(2, (A, B, C))),
        ("age(a, b)", Age("years", A, B)),
        ("age_months(a, b)", Age("months", A, B)),
        ("birthday(a)", Birthday(A)),
        ("on_date()", OnDate()),
        ("has(a)", Has("a")),
        ("count(a)", Count("a")),
        ("months(3)", Duration(3, "months")),
    ],
)
def test_each_form_becomes_its_node(text: str, tree: Expression) -> None:
    """Each form of the language has one tree."""
    assert tree == parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "a and (b or not c) or not (a and b)",
        "a and (b and c) and not a not in (1, 2)",
        'a == "x" and b in (-1.50,) and c != true',
        "(a == b) == not_c and (a in (1, 2)) == b",
        "-(1) < -a <= -(a + b) - (c - -1)",
        "at_least(2, a or b, age(a, b) > 3, age_months(a, b) > 3, birthday(c))",
        "on_date() - years(1) + months(2) >= 2026-03-01 and has(a) and count(b) > 2",
    ],
)
def test_a_plain_text_prints_as_it_was_written(text: str) -> None:
    """A text with single spaces and no needless parentheses is printed unchanged."""
    assert text == to_text(parse(text))


@pytest.mark.parametrize(
    ("text", "wrong", "message"),
    [
        ("", "", "expected a fact, a value or an expression in parentheses, found the end"),
        ("a b", "b", "expected and, or, or the end, found «b»"),
        ("a < b > c", ">", "a chain has only < and <=, or only > and >="),
        ("a == b == c", "==", "a chain has only < and <=, or only > and >="),
        ("a < b != c", "!=", "a chain has only < and <=, or only > and >="),
        ("a == not b", "not", "expected a fact, a value or an expression in parentheses, found «not»"),
        ("a not b", "b", "expected «in», found «b»"),
        ("a in b", "b", "expected «(», found «b»"),
        ("a in (b)", "b", "expected a number, a date, a text, true or false, found «b»"),
        ("a in (-b)", "-", "expected a number, a date, a text, true or false, found «-»"),
        ("a in (1 2)", "2", "expected «)», found «2»"),
        ("(a", "", "expected «)», found the end"),
        ("count", "", "expected «(», found the end"),
        ("has('a')", "'a'", "expected a name, found «'a'»"),
        ("hass(a)", "hass", "there is no function «hass»"),
        ("years(a)", "a", "expected a whole number, found «a»"),
        ("years(1.5)", "1.5", "expected a whole number, found «1.5»"),
        ("at_least(2)", ")", "expected «,», found «)»"),
        ("a and class", "class", "«class» is a reserved word and cannot be a name"),
        ("a == True", "True", "«True» is not a name: names have the letters a-z, digits and _"),
        (
            "særlig_tyngende",
            "særlig_tyngende",
            "«særlig_tyngende» is not a name: names have the letters a-z, digits and _",
        ),
        ("_a", "_a", "«_a» is not a name: names have the letters a-z, digits and _"),
        ("a > 1e999", "1e999", "«1e999» is not a number"),
        ("a > 007", "007", "«007» is not a number"),
        ("a > 1234567890123", "1234567890123", "«1234567890123» is not a number"),
        ("a > 10år", "10år", "«10år» is not a number"),
        ("a > 2026-02-30", "2026-02-30", "«2026-02-30» is not a date"),
        ("a > 2026-2-3", "2026-2-3", "«2026-2-3» is not a date"),
        ("a == 'x", "'", "«'» means nothing here"),
        ("a == 'x\ny'", "'x\ny'", "a text cannot hold a backslash, a line break or a control character"),
        (r"a == 'x\ny'", r"'x\ny'", "a text cannot hold a backslash, a line break or a control character"),
        ("a = 1", "=", "«=» means nothing here"),
        ("a => 1", "=>", "«=>» means nothing here"),
        ("a && b", "&&", "«&&» means nothing here"),
        ("a\0", "\0", "the character 0x0000 means nothing here"),
    ],
)
def test_each_mistake_is_pointed_at(text: str, wrong: str, message: str) -> None:
    """A text that is no expression is refused with what is wrong and where."""
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    error = caught.value
    assert (message, wrong) == (error.message, text[error.start : error.end])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a = 1", "write =="),
        ("a <> 1", "write !="),
        ("hass(a)", "did you mean «has»?"),
        ("Størrelse", "write «storrelse»"),
        ("a == «x»", 'texts stand in straight quotes: "…"'),
        ("_a", None),
    ],
)
def test_common_mistakes_have_a_hint(text: str, hint: str | None) -> None:
    """A mistake with one likely meaning comes with what to write instead."""
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert hint == caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" * 2001, "an expression has at most 2000 characters, and this has 2001"),
        ("a" + "+a" * 200, "an expression has at most 400 words and signs"),
        ("(" * 33 + "a" + ")" * 33, "parentheses, not and - are nested at most 32 deep"),
        ("not " * 33 + "a", "parentheses, not and - are nested at most 32 deep"),
        ("-" * 33 + "a", "parentheses, not and - are nested at most 32 deep"),
        ("birthday(" * 33 + "a" + ")" * 33, "parentheses, not and - are nested at most 32 deep"),
    ],
)
def test_size_is_limited(text: str, message: str) -> None:
    """Nothing is so long or so deep that a reader of the tree could fail on it."""
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert message == caught.value.message


@pytest.mark.parametrize(
    "text", ["a" * 2000, "a" + "+a" * 199 + " ", "(" * 32 + "a" + ")" * 32, "not " * 32 + "a"]
)
def test_the_limits_themselves_are_allowed(text: str) -> None:
    """What is exactly as long or as deep as allowed is read."""
    assert parse(text) == parse(to_text(parse(text)))


WORDS = """
    == <= => && and or not in a has at_least age count months on_date() 1 2.5 2026-10-11 true
    None lambda 'x' 1e9
"""
SIGNS = "()+-,<>=!'\"\\.\0\n\t _0åK﹤１²\ud800\u202e"
PIECES = st.sampled_from([*SIGNS, *WORDS.split()])


@given(st.text() | st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map(" ".join))
@example("not " * 10_000)
@example("+" * 1_999)
@example("(" * 1_999)
@example("²")
@example("a == '\ud800'")
def test_only_our_own_error_escapes(text: str) -> None:
    """Any text is either an expression, which prints and reads back, or an `ExpressionError`."""
    try:
        tree = parse(text)
    except ExpressionError as error:
        fine = 0 <= error.start <= error.end <= len(text) and error.message in str(error)
    else:
        fine = tree == parse(to_text(tree))
    assert fine


def test_true_and_one_are_different_trees() -> None:
    """`true`, `1` and `1.0` are different literals, though Python calls them equal."""
    assert len({parse("true"), parse("1"), parse("1.0")}) == 3


def test_the_caret_stands_under_the_column() -> None:
    """The caret line marks the wrong part of its own line, tabs and line breaks notwithstanding."""
    with pytest.raises(ExpressionError) as caught:
        parse("a and\n\tb => 3\nand c")
    expected = "«=>» means nothing here\n   b => 3\n     ^^\n  hint: write >="
    assert expected == str(caught.value)


def test_the_caret_of_a_missing_end_stands_after_the_text() -> None:
    """Where something is missing at the end, the caret stands after the last character."""
    with pytest.raises(ExpressionError) as caught:
        parse("(a")
    assert "expected «)», found the end\n  (a\n    ^\n  hint: write «)» here" == str(caught.value)


def test_a_tree_built_in_code_has_no_caret() -> None:
    """An error about a tree without a text is its message."""
    assert "wrong" == str(ExpressionError("", 0, 0, "wrong"))


@pytest.mark.parametrize(("node", "span"), [(0, "a + 1 >= f"), (1, "a + 1"), (2, "a"), (4, "f")])
def test_nodes_keep_their_spans(node: int, span: str) -> None:
    """Every node knows the stretch of text it was read from."""
    tree = parse(" a + 1 >= f ")
    assert isinstance(tree, Comparison)
    total = tree.operands[0]
    assert isinstance(total, Sum)
    found = (tree, total, *total.operands, tree.operands[1])[node].span
    assert span == found.text[found.start : found.end]


def test_the_span_of_a_function_ends_with_its_parenthesis() -> None:
    """A function's span reaches from its name to the parenthesis that closes it."""
    span = parse(" has( a ) ").span
    assert "has( a )" == span.text[span.start : span.end]


@pytest.mark.parametrize("word", ["and", "class", "true", "age", "Alder", "1a", "", "a-b", "å"])
def test_reserved_and_foreign_words_are_no_names(word: str) -> None:
    """Reserved words, functions and words with other letters can't name a fact."""
    assert not is_name(word)
