"""Rule coverage: which values some case gives to each rule, and what a plugin asks for."""

from __future__ import annotations

import pytest

from laget import DocumentText, InvalidDocumentsError
from laget.model.coverage import Coverage, RuleRow
from laget.registry import Registry
from laget.testing import coverage
from laget.testing.examples import shipped

from ..texts import FACTS, TextPlugin, layer_text

GROUND = """\
kind: services
entitlements:
  - {VERB: turvenn, NAMEgrounds: [{id: GROUND, name: Tilbud, strength: may, criteria: [CRITERIA]}]}
"""
NAME = "name: Turvenn, description: En voksen., "


def ground(name: str, criteria: str, *, amends: bool = False) -> str:
    """Write a document with one ground of `turvenn`."""
    text = GROUND.replace("VERB", "amends" if amends else "id").replace("NAME", "" if amends else NAME)
    return text.replace("GROUND", name).replace("CRITERIA", criteria)


RIKET = ground("riket", "{id: alder, text: Stor nok., when: alder >= 8}")
LIA = ground("lia", "{id: behov, text: Det er behov., when: behov}", amends=True)
CASE = "  - {id: nr, shows: Noe., case: {on: 2026-03-01, facts: {FACTS}}, expect: {}}\n"


class Shipping(TextPlugin):
    """A plugin in memory that ships cases of Lia with these facts."""

    def __init__(self, *facts: str, lia: str = LIA, head: str = "municipality: lia\n") -> None:
        layers = {
            "riket": {"r.yaml": layer_text("riket", "nation"), "f.yaml": FACTS, "s.yaml": RIKET},
            "lia": {"l.yaml": layer_text("lia", extends="riket"), "t.yaml": lia},
        }
        super().__init__(layers)
        cases = [CASE.replace("FACTS", found).replace("nr", f"nr{i}", 1) for i, found in enumerate(facts)]
        self._cases = "".join([f"kind: cases\n{head}", "cases:\n" if cases else "cases: []\n", *cases])

    def cases(self) -> list[DocumentText]:
        """Give the cases."""
        return [DocumentText("cases.yaml", self._cases)]


def covered(plugin: Shipping, layer: str = "lia") -> Coverage:
    """Give the coverage of a layer."""
    return coverage(Registry.of([plugin])[layer])


def only(found: Coverage) -> RuleRow:
    """Give the one rule of a layer."""
    (row,) = found.rules
    return row


@pytest.mark.parametrize(
    ("facts", "counts", "lacking", "percent"),
    [
        ((), (0, 0, 0), ("met", "failed", "unknown"), 0),
        (("behov: true",), (1, 0, 0), ("failed", "unknown"), 33),
        (("behov: true", "behov: true", ""), (2, 0, 1), ("failed",), 66),
        (("behov: true", "behov: false", "alder: 3"), (1, 1, 1), (), 100),
    ],
)
def test_values_are_counted(
    facts: tuple[str, ...], counts: tuple[int, int, int], lacking: tuple[str, ...], percent: int
) -> None:
    """Each case gives a rule one value; what no case gives is lacking, and the share is rounded down."""
    found = covered(Shipping(*facts))
    row = only(found)
    assert (counts, lacking) == ((row.met, row.failed, row.unknown), row.lacking)
    assert (percent, len(lacking)) == (found.percent, found.possible - found.seen)


def test_rule_is_known_by_its_place() -> None:
    """A rule has the file and the line of its condition, and what leads to it."""
    row = only(covered(Shipping()))
    assert ("t.yaml", 3, "entitlements.turvenn.grounds.lia.criteria.behov") == (row.file, row.line, row.name)


def test_rules_count_where_they_are_written() -> None:
    """A nation's rules are covered by the cases of those who build on it, and are nobody else's."""
    found = covered(Shipping("alder: 8", "alder: 7"), "riket")
    row = only(found)
    assert ("r", (1, 1, 0)) == (row.name.split(".")[3][0], (row.met, row.failed, row.unknown))


@pytest.mark.parametrize(
    ("criterion", "possible"),
    [
        ("{id: behov, text: Uklart., when: behov, unclear: {note: Uklart.}}", 1),
        ("{id: behov, text: Behov., when: behov}", 3),
    ],
)
def test_what_is_always_unclear_has_one_value(criterion: str, possible: int) -> None:
    """A rule whose source is always unclear can only be unknown, so no more is asked of it."""
    assert possible == only(covered(Shipping(lia=ground("lia", criterion, amends=True)))).possible


def test_what_the_layer_gives_has_one_value() -> None:
    """A rule on a fact that the layer gives has the value that follows."""
    given = 'given: [{id: behov, value: false, sources: [{document: d, section: "1"}]}]\n'
    documents = 'documents: [{id: d, title: D, publisher: L, sections: {"1": En}}]\n'
    plugin = Shipping("alder: 8")
    plugin._layers["lia"].update(  # type: ignore[attr-defined]  # noqa: SLF001 - a mapping of this test's
        {"g.yaml": f"kind: vocabulary\n{given}", "d.yaml": f"kind: sources\n{documents}"}
    )
    found = covered(plugin)
    assert (1, 1, 100) == (found.seen, found.possible, found.percent)


@pytest.mark.parametrize(("threshold", "is_enough"), [(0, True), (33, True), (34, False), (100, False)])
def test_threshold_is_reached_at_itself(threshold: int, is_enough: bool) -> None:  # noqa: FBT001
    """A coverage of just what is asked for is enough, and a per cent less is not."""
    found = covered(Shipping("behov: true", head=f"municipality: lia\ncoverage: {threshold}\n"))
    assert (33, threshold, is_enough) == (found.percent, found.threshold, found.is_enough)


def test_no_rules_are_wholly_covered() -> None:
    """A layer without rules of its own lacks nothing."""
    found = covered(Shipping(lia="kind: services\n"))
    assert ((), 100, True) == (found.rules, found.percent, found.is_enough)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("101", "expected a whole number from 0 to 100"),
        ("-1", "expected a whole number from 0 to 100"),
        ("true", "expected a whole number"),
        ("9.5", "expected a whole number"),
    ],
)
def test_threshold_is_per_cent(value: str, said: str) -> None:
    """What is asked for is a whole number of per cent."""
    plugin = Shipping(head=f"municipality: lia\ncoverage: {value}\n")
    with pytest.raises(InvalidDocumentsError, match=said):
        shipped(Registry.of([plugin])["lia"])


def test_threshold_is_said_once() -> None:
    """Two documents of one layer that both ask for a coverage are told."""
    plugin = Shipping(head="municipality: lia\ncoverage: 50\n")
    twice = Shipping(head="municipality: lia\ncoverage: 60\n")
    plugin.cases = lambda: [*Shipping.cases(plugin), *twice.cases()]  # type: ignore[method-assign]
    with pytest.raises(InvalidDocumentsError, match="already asked for at cases"):
        shipped(Registry.of([plugin])["lia"])
