"""What must hold inside a handbook: one module per subject, each a pure function of a `Folded` book."""

from __future__ import annotations

from laget.checks.choices import check_choices
from laget.checks.declared import check_declared
from laget.checks.duties import check_duties
from laget.checks.expressions import check_expressions
from laget.checks.folded import Folded
from laget.checks.observed import check_observed
from laget.checks.references import check_references
from laget.checks.rules import check_rules
from laget.checks.transitions import check_transitions
from laget.findings import Finding

CHECKS = (
    check_references,
    check_expressions,
    check_observed,
    check_rules,
    check_choices,
    check_duties,
    check_declared,
    check_transitions,
)


def check_book(folded: Folded) -> tuple[Finding, ...]:
    """Run every check on a folded book."""
    return tuple(finding for check in CHECKS for finding in check(folded))
