"""Matching of coordination: which part of an answer a pattern addresses by name."""

from __future__ import annotations

import pytest

from laget.testing.matching import mismatches

ROLE = {"role": "los", "name": "Los"}
CANDIDATES = [{"office": None, "role": "los"}, {"office": "nord", "role": None}]
FINDINGS = [
    {"rule": "varsel", "about": "mote", "on": "2026-01-01", "holds": True},
    {"rule": "antall", "about": "lag", "on": None, "holds": None},
    {"rule": "varsel", "about": "mote", "on": "2026-02-01", "holds": False},
]


def paths(pattern: object, actual: object) -> list[str]:
    """Give the places where an answer is not as expected."""
    return [found.path for found in mismatches(pattern, actual)]


@pytest.mark.parametrize(
    ("pattern", "actual"),
    [
        ({"los": {"name": "Los"}}, [ROLE]),
        ({"plan": {"who": "los"}}, [{"about": "plan", "who": "los"}]),
        (["los", "nord"], CANDIDATES),
        (["los"], [{"who": "los", "name": "Los"}]),
        ({"antall": {"holds": None}}, FINDINGS),
        ({"varsel": [{"holds": True}, {"holds": False}]}, FINDINGS),
    ],
)
def test_names(pattern: object, actual: object) -> None:
    """Roles, consents, candidates and findings have names, and a name of several is their list in order."""
    assert paths(pattern, actual) == []


def test_a_name_of_several_keeps_their_order() -> None:
    """The second finding of a rule is the second meeting's."""
    assert paths({"varsel": [{"holds": True}, {"holds": True}]}, FINDINGS) == ["varsel.1.holds"]
