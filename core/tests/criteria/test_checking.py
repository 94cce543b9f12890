"""What a vocabulary refuses: unknown names, and types that do not go together."""

from __future__ import annotations

import pytest
from hypothesis import given

from laget.criteria import (
    BOOLEAN,
    DATE,
    DURATION,
    NUMBER,
    TEXT,
    ExpressionError,
    FactType,
    Vocabulary,
    check,
    choice_of,
    parse,
    type_of,
)
from laget.criteria.tree import Expression

from .strategies import VOCABULARY, booleans, dates, numbers

WORDS = Vocabulary(
    {
        "alder": NUMBER,
        "b": BOOLEAN,
        "d": DATE,
        "t": choice_of("hjemme", "bolig"),
        "u": choice_of("skole"),
        "free": TEXT,
    },
    things={"bpa"},
    kinds={"service"},
)


@given(booleans())
def test_generated_criteria_are_boolean(tree: Expression) -> None:
    """What the strategies call a boolean has no errors as a criterion."""
    assert () == check(tree, VOCABULARY, BOOLEAN)


@given(numbers(2), dates(1))
def test_generated_numbers_and_dates_have_their_types(number: Expression, day: Expression) -> None:
    """Numbers are numbers and dates are dates."""
    assert (NUMBER, DATE) == (type_of(number, VOCABULARY), type_of(day, VOCABULARY))


@pytest.mark.parametrize(
    ("text", "wrong", "message"),
    [
        ("aldr > 3", "aldr", "there is no fact «aldr»"),
        ("has(bpaa)", "has(bpaa)", "there is no service or role that a child can have called «bpaa»"),
        ("count(x) > 1", "count(x)", "there is no kind to count called «x»"),
        ("b and alder", "alder", "«and» joins what is a boolean, and this is a number"),
        ("b or d", "d", "«or» joins what is a boolean, and this is a date"),
        ("not alder", "alder", "«not» denies what is a boolean, and this is a number"),
        ("at_least(1, alder)", "alder", "at_least counts what is a boolean, and this is a number"),
        ("at_least(3, b, b)", "at_least(3, b, b)", "at_least needs 3 of 2, which no case can change"),
        ("at_least(0, b)", "at_least(0, b)", "at_least needs 0 of 1, which no case can change"),
        ("alder > d", "d", "a number cannot be compared with a date"),
        ("b == 1", "1", "a boolean cannot be compared with a number"),
        ("b < b", "b", "a boolean has no order"),
        ("t < 'bolig'", "'bolig'", "a text (hjemme, bolig) has no order"),
        ("years(1) < years(2)", "years(2)", "durations cannot be compared"),
        ("t == 'bolg'", "'bolg'", "«bolg» is not among the choices"),
        ("'bolg' != t", "'bolg'", "«bolg» is not among the choices"),
        ("t in ('bolig', 'x')", "'x'", "«x» is not among the choices"),
        ("t in ('bolig', 1)", "1", "a text (hjemme, bolig) cannot be compared with a number"),
        ("t == u", "u", "these two texts have no choice in common"),
        ("alder + d > 3", "d", "a date cannot be added to a number"),
        ("d - d > 3", "d", "a date cannot be subtracted from a date"),
        ("d + 3 > d", "3", "a number cannot be added to a date"),
        ("years(1) + d > d", "d", "a date cannot be added to a duration"),
        ("-b > 3", "b", "a minus stands before a number, and this is a boolean"),
        ("age(alder, b) > 3", "alder", "an age counts from a date, and this is a number"),
        ("age(d, d) > 3", "d", "whether the child is unborn is a boolean, and this is a date"),
        ("birthday(b)", "b", "birthday counts from a date, and this is a boolean"),
        ("alder + 1", "alder + 1", "the whole expression must be a boolean, and this is a number"),
    ],
)
def test_each_mistake_is_pointed_at(text: str, wrong: str, message: str) -> None:
    """Each wrong name or type gives one error, at the part that is wrong."""
    found = [(error.message, text[error.start : error.end]) for error in check(parse(text), WORDS, BOOLEAN)]
    assert [(message, wrong)] == found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("aldr > 3", "did you mean «alder»?"),
        ("has(bpaa)", "did you mean «bpa»?"),
        ("t == 'bolg'", "did you mean «bolig»?"),
        ("t == 'x'", "the choices are hjemme, bolig"),
        ("d - d > 3", "compare a date with another plus or minus months(n) or years(n)"),
        ("d + 3 > d", "say what is added: months(n) or years(n)"),
        ("alder > d", "compare it with a number"),
    ],
)
def test_hints_name_what_is_near(text: str, hint: str) -> None:
    """An error says what was likely meant, where that can be told."""
    assert [hint] == [error.hint for error in check(parse(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("t", choice_of("hjemme", "bolig")),
        ("'x'", choice_of("x")),
        ("free", TEXT),
        ("true", BOOLEAN),
        ("2.5", NUMBER),
        ("2026-01-01", DATE),
        ("d + years(1) - months(2)", DATE),
        ("months(2)", DURATION),
        ("count(service) + age_months(d, b)", NUMBER),
        ("has(bpa) and free == 'what' and t == free", BOOLEAN),
    ],
)
def test_every_expression_has_a_type(text: str, kind: FactType) -> None:
    """A derived fact has the type of its expression."""
    assert kind == type_of(parse(text), WORDS)


@pytest.mark.parametrize("text", ["aldr", "b and alder"])
def test_what_is_wrong_has_no_type(text: str) -> None:
    """Asking for the type of an expression with errors raises the first of them."""
    with pytest.raises(ExpressionError):
        type_of(parse(text), WORDS)


@pytest.mark.parametrize(
    ("expected", "errors"),
    [(TEXT, 0), (choice_of("hjemme", "bolig", "annet"), 0), (choice_of("hjemme"), 1), (NUMBER, 1)],
)
def test_a_text_fits_a_type_with_its_choices(expected: FactType, errors: int) -> None:
    """A text may stand where all its choices are allowed."""
    assert errors == len(check(parse("t"), WORDS, expected))


def test_free_text_does_not_fit_choices() -> None:
    """Any text does not fit where only some texts are allowed."""
    assert 1 == len(check(parse("free"), WORDS, choice_of("hjemme")))


def test_all_errors_come_at_once() -> None:
    """Independent mistakes are all reported, in the order of the text, and none of their consequences."""
    text = "aldr > 3 and (t == 'x' or foo + 1 + alder in (2, 3)) and bar in (1,) and -alder == quux"
    found = [text[error.start : error.end] for error in check(parse(text), WORDS)]
    assert ["aldr", "'x'", "foo", "bar", "quux"] == found


def test_any_thing_and_kind_is_allowed_without_a_list() -> None:
    """A vocabulary that lists no things or kinds allows all."""
    assert () == check(parse("has(x) and count(y) > 1"), Vocabulary())
