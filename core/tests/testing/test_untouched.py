"""Untouched rules: criteria that no case settles are noted, one note a file."""

from __future__ import annotations

import pytest

from laget.findings import Severity
from laget.hookspecs import DocumentText
from laget.registry import Registry
from laget.testing.untouched import check_cases

from ..texts import FACTS, TextPlugin, layer_text

SOURCE = 'sources: [{document: heftet, section: "1"}]'
SERVICES = f"""\
kind: services
entitlements:
  - id: tur
    name: Tur
    description: Ut.
    {SOURCE}
    grounds:
      - id: tilbud
        name: Tilbud
        strength: may
        {SOURCE}
        criteria:
          - {{id: behov, text: B., when: behov, {SOURCE}}}
          - {{id: alder, text: A., when: alder >= 5, {SOURCE}}}
prerequisites:
  - id: forst
    text: F.
    {SOURCE}
    criteria:
      - {{id: eldre, text: E., when: alder > 3, {SOURCE}}}
"""
HEFTET = 'kind: sources\ndocuments: [{id: heftet, title: H, publisher: L, sections: {"1": Turer}}]\n'


class CasePlugin(TextPlugin):
    """A plugin of texts that ships cases."""

    def __init__(self, layers: dict[str, dict[str, str]], *cases: str) -> None:
        super().__init__(layers)
        self._cases = cases

    def cases(self) -> tuple[DocumentText, ...]:
        """Give the documents of the kind `cases`."""
        return tuple(DocumentText(f"cases/{at}.yaml", text) for at, text in enumerate(self._cases))


def notes(*facts: str, kind: str = "municipality") -> list[tuple[str, int, str]]:
    """Check Lia with a case of each set of facts; give code, line and message."""
    cases = [
        f"kind: cases\nmunicipality: lia\ncases:\n  - id: c{at}\n    shows: S.\n"
        f"    case: {{on: 2026-03-01, facts: {{{said}}}}}\n    expect: {{}}\n"
        for at, said in enumerate(facts)
    ]
    below = {"layer.yaml": layer_text("lia", kind, extends="riket"), "a.yaml": SERVICES, "b.yaml": HEFTET}
    above = {"riket/layer.yaml": layer_text("riket", "nation"), "riket/facts.yaml": FACTS}
    registry = Registry.of([CasePlugin({"riket": above, "lia": below}, *cases)])
    found = list(check_cases(registry["lia"]))
    assert {Severity.NOTE} >= {finding.severity for finding in found}
    assert all(finding.hint for finding in found)
    assert [] == list(check_cases(registry["riket"]))
    return [(finding.code, finding.place.line, finding.message) for finding in found]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["alder: 6, behov: false"], []),
        (["alder: 6", "behov: true"], []),
        (["alder: 6"], [("untouched-rules", 13, "the value of «tur.behov» is known in no case")]),
        (
            ["behov: true"],
            [("untouched-rules", 14, "the value of «tur.alder», «forst.eldre» is known in no case")],
        ),
        ([], [("untouched-rules", 2, "no case shows what the 3 criteria of «lia» say")]),
    ],
)
def test_untouched(facts: list[str], expected: list[tuple[str, int, str]]) -> None:
    """A criterion is touched when its value is known in some case, whichever value it is."""
    assert expected == notes(*facts)


def test_cases_that_cannot_be_read_are_no_note() -> None:
    """What is wrong with a case is said where cases are run."""
    assert [] == notes("alder: tre")
