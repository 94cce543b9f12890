"""SARIF: the form that code hosts read, with what the standard requires of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from laget.findings import Finding, Place, Severity
from laget.linting import Ignored, Report
from laget.render.sarif import address, sarif

HERE = Finding("no-source", "nothing", Place("lia/å b.yaml", 3, 5, ("entitlements", "tur")), Severity.WARNING)
NOWHERE = Finding("broken-plugin", "gone", Place("laget-lia"), hint="install it")
NOTE = Finding("conflict", "two", Place("lia/c.yaml", 1, 1), Severity.NOTE)
REPORT = Report(findings=(NOWHERE, HERE), ignored=(Ignored(NOTE, "Gammelt."),))

TEXT = {"type": "string", "minLength": 1}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": TEXT, "markdown": TEXT}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
FROM_ONE = {"type": "integer", "minimum": 1}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """Give the schema of an object with these keys and no others."""
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def listed(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    """Give the schema of a list without repetitions."""
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


RULE = closed(
    ["id"],
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed(["level"], level=LEVEL),
)
PHYSICAL = closed(
    ["artifactLocation"],
    artifactLocation=closed(
        ["uri"], uri={"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#%!$&'()*+,;=@-]+$"}
    ),
    region=closed(["startLine", "startColumn"], startLine=FROM_ONE, startColumn=FROM_ONE),
)
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=PHYSICAL,
    logicalLocations=listed(closed(["fullyQualifiedName"], fullyQualifiedName=TEXT), 1),
)
RESULT = closed(
    ["ruleId", "ruleIndex", "level", "message", "locations"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=listed(LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=listed(
        closed(
            ["kind"],
            kind={"enum": ["inSource", "external"]},
            status={"const": "accepted"},
            justification=TEXT,
        ),
        1,
    ),
)
DRIVER = closed(["name"], name=TEXT, version=TEXT, rules=listed(RULE))
RUN = closed(
    ["tool", "results"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=listed(RESULT),
)
LOG = closed(["version", "runs"], version={"const": "2.1.0"}, runs=listed(RUN), **{"$schema": TEXT})
"""The part of the schema of SARIF 2.1.0 that findings need, by sections 3.13 to 3.59 of the standard."""


def made(report: Report = REPORT, known: tuple[Finding, ...] | None = None) -> Any:
    """Give a report as SARIF, as it is read from a file."""
    return json.loads(json.dumps(sarif(report, str, "0.1", known)))


def results(report: Report = REPORT, known: tuple[Finding, ...] | None = None) -> list[dict[str, Any]]:
    """Give the results of a report."""
    found: list[dict[str, Any]] = made(report, known)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("known", [None, (), (HERE,)])
def test_log_is_valid(known: tuple[Finding, ...] | None) -> None:
    """What is written is valid SARIF."""
    assert [] == [error.message for error in Draft202012Validator(LOG).iter_errors(made(known=known))]


def test_empty_log_is_valid() -> None:
    """A report without findings is valid SARIF too."""
    assert [] == list(Draft202012Validator(LOG).iter_errors(made(Report(findings=()))))


def test_rule_of_a_result_is_the_one_at_its_index() -> None:
    """The index of a result's rule leads to the rule with its id."""
    rules = [rule["id"] for rule in made()["runs"][0]["tool"]["driver"]["rules"]]
    assert [result["ruleId"] for result in results()] == [rules[found["ruleIndex"]] for found in results()]


def test_severities_are_levels() -> None:
    """Errors, warnings and notes are the levels of those names."""
    assert ["error", "warning", "note"] == [result["level"] for result in results()]


def test_place_is_a_region() -> None:
    """A finding with a line points at it."""
    assert {
        "artifactLocation": {"uri": "lia/%C3%A5%20b.yaml"},
        "region": {"startLine": 3, "startColumn": 5},
    } == results()[1]["locations"][0]["physicalLocation"]


def test_finding_without_a_line_has_no_region() -> None:
    """A finding about a whole plugin has no region."""
    assert {"artifactLocation": {"uri": "laget-lia"}} == results()[0]["locations"][0]["physicalLocation"]


def test_hint_is_part_of_the_message() -> None:
    """The message ends with what to do."""
    assert "gone\nHint: install it" == results()[0]["message"]["text"]


def test_ignored_findings_are_suppressed_with_the_reason() -> None:
    """What a plugin ignores is there, suppressed, with the reason."""
    assert [{"kind": "external", "status": "accepted", "justification": "Gammelt."}] == results()[2][
        "suppressions"
    ]


def test_baseline_tells_new_from_known() -> None:
    """With a baseline each finding says whether it was there before."""
    states = [result.get("baselineState") for result in results(known=(HERE,))]
    assert ["new", "unchanged", None] == states


def test_rule_has_its_whole_page() -> None:
    """The page of a code travels with the rule."""
    rules = made()["runs"][0]["tool"]["driver"]["rules"]
    assert "# `no-source`\n" == rules[-1]["help"]["markdown"][:14]


def test_whole_paths_are_whole_addresses(tmp_path: Path) -> None:
    """A path from the root is an address of a file."""
    assert (tmp_path / "a.yaml").as_uri() == address(str(tmp_path / "a.yaml"))
