"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.

Pages of codes travel in `help`: they have no address of their own that every reader could open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from laget.explanations import Explanation, explanation
from laget.findings import Finding
from laget.linting import Report
from laget.linting.baseline import Known
from laget.render.findings import Located

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(
    report: Report, located: Located, version: str, known: Sequence[Finding] | None = None
) -> dict[str, Any]:
    """Give a report as SARIF; `known` are the findings that are in the baseline, where there is one."""
    everything = [*report.findings, *(each.finding for each in report.ignored)]
    rules = sorted({str(finding.code) for finding in everything})
    results = [{**_result(found, rules, located), **_state(found, known)} for found in report.findings]
    results += [
        {**_result(each.finding, rules, located), "suppressions": [_suppression(each.reason)]}
        for each in report.ignored
    ]
    driver = {"name": "laget", "version": version, "rules": [_rule(explanation(code)) for code in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(found: Explanation) -> dict[str, Any]:
    return {
        "id": found.code,
        "shortDescription": {"text": found.summary},
        "fullDescription": {"text": f"{found.problem} {found.why}"},
        "help": {"text": found.page, "markdown": found.page},
        "defaultConfiguration": {"level": found.severity.value},
    }


def _result(finding: Finding, rules: list[str], located: Located) -> dict[str, Any]:
    hint = f"\nHint: {finding.hint}" if finding.hint else ""
    identity = "\n".join(map(str, (Known.of(finding).document, Known.of(finding).path, finding.code)))
    return {
        "ruleId": str(finding.code),
        "ruleIndex": rules.index(str(finding.code)),
        "level": finding.severity.value,
        "message": {"text": finding.message + hint},
        "locations": [_location(finding, located)],
        "partialFingerprints": {"laget/v1": hashlib.sha256(identity.encode()).hexdigest()},
    }


def _location(finding: Finding, located: Located) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": address(located(place.file))}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    if not place.path:
        return {"physicalLocation": physical}
    logical = [{"fullyQualifiedName": ".".join(place.path)}]
    return {"physicalLocation": physical, "logicalLocations": logical}


def address(path: str) -> str:
    """Give a path as a URI: relative where the path is.

    >>> address("layers/på tur.yaml")
    'layers/p%C3%A5%20tur.yaml'
    """
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())


def _state(finding: Finding, known: Sequence[Finding] | None) -> dict[str, str]:
    if known is None:
        return {}
    return {"baselineState": "unchanged" if finding in known else "new"}


def _suppression(reason: str) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": reason}
