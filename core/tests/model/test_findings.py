"""Findings and errors: plain, complete, in order, and clear to the one who reads them."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import laget
from laget import errors
from laget.errors import (
    FindingsError,
    InvalidCaseError,
    LagetError,
    NoLongerValidError,
    NoPluginError,
    NotYetValidError,
    PluginError,
    UnknownMunicipalityError,
)
from laget.findings import Finding, Place, Severity, did_you_mean, in_order
from laget.register import find, plain_id, register

PLACES = st.builds(Place, st.sampled_from("ab"), st.integers(0, 3), st.integers(0, 3))
FINDINGS = st.builds(Finding, st.sampled_from(["x", "y"]), st.sampled_from(["m", "n"]), PLACES)


def test_text_of_a_finding() -> None:
    """A finding tells place, severity, what is wrong, where inside, its code, the excerpt and what to do."""
    place = Place("a.yaml", 3, 7, ("facts", "alder"))
    finding = Finding(
        "expression", "there is no fact", place, Severity.ERROR, "write it right", "aldr > 1\n^^^^"
    )
    expected = (
        "a.yaml:3:7: error: there is no fact (at facts.alder) [expression]\n"
        "  aldr > 1\n  ^^^^\n  hint: write it right"
    )
    assert expected == str(finding)


def test_text_without_place() -> None:
    """A finding about data from code has only the name of the code, and no hint where there is none."""
    assert "code: note: m [x]" == str(Finding("x", "m", Place("code"), Severity.NOTE))


@given(st.lists(FINDINGS))
def test_in_order(findings: list[Finding]) -> None:
    """Findings come by place, then code, each once, whatever order they were found in."""
    ordered = in_order(findings)
    assert ordered == in_order(reversed(findings))
    assert len(set(findings)) == len(ordered)
    assert sorted(found.place for found in ordered) == [found.place for found in ordered]


def test_did_you_mean() -> None:
    """Up to three near names are suggested, and nothing where none is near."""
    assert "did you mean «alder»?" == did_you_mean("aldr", ["alder", "behov"])
    assert None is did_you_mean("zzz", ["alder", "behov"])
    three = "did you mean «abc3» or «abc2» or «abc1»?"
    for known in (["abc1", "abc2", "abc3"], ["abc3", "abc1", "abc2"]):
        assert three == did_you_mean("abc", known)


ERRORS: dict[str, tuple[LagetError, str]] = {
    "plugin": (
        PluginError("lia", "laget-lia", "1.0", "it broke"),
        "the layer «lia» of laget-lia 1.0 cannot be used: it broke",
    ),
    "not-yet": (
        NotYetValidError("lia", date(2020, 1, 1), date(2022, 1, 1)),
        (
            "the rules of «lia» hold from 2022-01-01, and the question is about 2020-01-01: "
            "ask about a later date"
        ),
    ),
    "no-longer": (
        NoLongerValidError("lia", date(2030, 1, 1), date(2022, 1, 1)),
        (
            "the rules of «lia» ended on 2022-01-01, and the question is about 2030-01-01: "
            "ask about an earlier date"
        ),
    ),
    "no-plugin": (
        NoPluginError("9901", "Lia"),
        (
            "Lia (9901) is a municipality, but no plugin for it is installed: install its plugin, or see "
            "`laget list` for those that are"
        ),
    ),
    "unknown": (
        UnknownMunicipalityError("Liaa", ["lia"]),
        "no municipality is called «Liaa»: did you mean «lia»?",
    ),
    "findings": (
        InvalidCaseError([Finding("y", "n", Place("b")), Finding("x", "m", Place("a"))]),
        "a: error: m [x]\nb: error: n [y]",
    ),
}


@pytest.mark.parametrize(("error", "text"), ERRORS.values(), ids=ERRORS.keys())
def test_text_of_an_error(error: LagetError, text: str) -> None:
    """An error tells what is wrong and what to do, also after it has travelled between processes."""
    assert text == str(error)
    assert text == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own bytes


def test_one_root() -> None:
    """Every exception that laget raises on purpose is a `LagetError`."""
    found = [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert found
    assert all(issubclass(cls, LagetError) for cls in found)
    assert issubclass(laget.InvalidDocumentsError, FindingsError)


def test_register_is_whole() -> None:
    """The register has all 357 municipalities, each with its own number of four digits."""
    numbers = [entry.number for entry in register()]
    assert (357, 357) == (len(numbers), len(set(numbers)))
    assert all(len(number) == 4 and number.isdigit() for number in numbers)


def test_register_finds() -> None:
    """Every registered municipality is found by its number; one name may be that of two municipalities."""
    assert all(find(entry.number) is entry for entry in register())
    names = [name for entry in register() for name in entry.name.split(" - ")]
    assert all(find(name) is not None for name in names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nordre Øy", "nordre_oy"), (" Åa ", "aa"), ("Áŋŋa-Čđš", "anna_cds"), ("VIK", "vik"), ("a  b", "a_b")],
)
def test_plain_id(name: str, expected: str) -> None:
    """A name becomes an id in plain ASCII, Sámi letters too."""
    assert expected == plain_id(name)


def test_public_names() -> None:
    """Each public name can be had from the top, and nothing else can."""
    assert sorted(laget.__all__) == dir(laget)
    assert all(getattr(laget, name) is not None for name in laget.__all__)
    with pytest.raises(AttributeError, match="module «laget» has no name «zzz»"):
        _ = laget.zzz


def test_no_exclamation_marks() -> None:
    """No message of the core shouts."""
    source = Path(errors.__file__).read_text("utf-8")
    assert "!" not in source.replace("!=", "")
