"""The whole answer: notes, silence, conflicts, receipt, and the same bytes for the same question."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from laget.model.answers import Assessment, EntitlementAnswer
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.plain import to_json, to_plain
from laget.plugins import FolderPlugin
from laget.registry import Registry

from .rules import answer, assessed, criterion, ground, service, town

NOTHING = {"on": "2026-03-01"}
MUCH: dict[str, Any] = {
    "on": "2026-03-01",
    "facts": {
        "fodselsdato": "2015-02-20",
        "timer_per_uke": 20.5,
        "boform": "hjemme",
        "natt": False,
        "trenger_folge": True,
        "tung_omsorg": True,
        "inntekt": None,
    },
    "has": [{"id": "skole", "since": "2021-08-01"}],
    "applies_for": [{"id": "turvenn", "amount": 12, "unit": "hours", "per": "month", "purposes": ["lege"]}],
    "events": [{"event": "soknad_mottatt", "on": "2026-01-31", "channel": "post"}],
    "steps": [{"id": "samtykke", "state": "declined", "about": "turvenn"}],
}


def _about(found: Assessment, name: str) -> EntitlementAnswer:
    return next(entitlement for entitlement in found.entitlements if entitlement.id == name)


def test_everything_with_conditions_is_assessed_and_the_rest_offered(lia: Municipality) -> None:
    """What has grounds is assessed, what has none is offered, and what is withdrawn or ended is neither."""
    found = lia.assess(NOTHING)
    assert (
        {"assistanse", "lagleder", "hjelpeplan", "hvilehelg", "turvenn", "foreldrestipend"},
        {"friluftsdag", "svommekurs"},
    ) == ({entry.id for entry in found.entitlements}, {entry.id for entry in found.offers})


def test_what_is_gone_is_noted(lia: Municipality) -> None:
    """What a layer has withdrawn, and what has ended, is noted with the reason."""
    notes = " ".join(lia.assess(NOTHING).notes)
    assert [True] * 3 == [
        word in notes for word in ("Lia tilbyr ikke nattevakt.", "samtalegruppe", "sommerleir")
    ]


def test_what_is_only_announced_says_so(lia: Municipality) -> None:
    """An offer that is announced but not yet given is marked, with a note."""
    found = {offer.id: (offer.available, bool(offer.notes)) for offer in lia.assess(NOTHING).offers}
    assert {"friluftsdag": (True, False), "svommekurs": (False, True)} == found


GUIDE = {"id": "skriv", "title": "Skriv", "publisher": "Byen", "sections": {"1": "En"}}
GUIDING = {**GUIDE, "guiding": {"text": "Bare veiledende.", "sources": []}}
SOURCE = [{"document": "skriv", "section": "1"}]


@pytest.mark.parametrize(
    ("document", "of_ground", "of_criterion", "expected"),
    [
        (GUIDING, SOURCE, [], True),
        (GUIDING, [], SOURCE, True),
        (GUIDING, SOURCE, SOURCE, True),
        (GUIDING, [], [], False),
        (GUIDE, SOURCE, SOURCE, False),
    ],
)
@pytest.mark.parametrize("value", [True, False, None])
def test_guiding_criteria_say_so_whatever_the_outcome(
    document: dict[str, Any],
    of_ground: list[Any],
    of_criterion: list[Any],
    *,
    expected: bool,
    value: bool | None,
) -> None:
    """Every answer from a guiding document says once that an individual assessment is a right."""
    entry = service(ground(criterion("a", sources=of_criterion), sources=of_ground))
    notes = answer(town(documents=[document], entitlements=[entry]), {"a": value}).notes
    told = [sum("Bare veiledende." in note for note in notes), sum("individuell" in note for note in notes)]
    assert [int(expected)] * 2 == told


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ([], True),
        ([{"amends": "hjelp", "name": "Vår hjelp"}], True),
        ([{"amends": "hjelp", "grounds": [ground(criterion("b"), id="by")]}], False),
    ],
)
def test_a_municipality_that_is_silent_says_so(local: list[dict[str, Any]], *, expected: bool) -> None:
    """Where only national grounds speak, a note says that the municipality has none of its own."""
    nation = {"entitlements": [service(ground(criterion("a"), id="lov", statutory=True))]}
    notes = answer(town(nation, entitlements=local)).notes
    assert expected is any("Byen har ikke oppgitt egne kriterier" in note for note in notes)


def test_a_nation_is_not_silent_about_itself(fiction: Registry) -> None:
    """The nation's own answers have no note that a municipality is silent."""
    found = fiction["riket"].assess(NOTHING)
    assert [()] * len(found.entitlements) == [entry.notes for entry in found.entitlements]


def test_a_conflict_is_a_note_on_what_it_touches(lia: Municipality) -> None:
    """A conflict is a note on each answer that it touches, and on no other."""
    found = lia.assess(NOTHING)
    noted = [entry.id for entry in found.entitlements if any("to navn" in note for note in entry.notes)]
    assert ["turvenn"] == noted


def test_a_conflict_shows_both_sides(lia: Municipality) -> None:
    """A conflict that touches answers shows both texts, which is followed, and why."""
    (conflict,) = lia.assess(NOTHING).conflicts
    assert (2, "turvenn", "Overskriften er tydeligst.", ("turvenn",)) == (
        len(conflict.sides),
        conflict.follows,
        conflict.reason,
        conflict.touches,
    )


def test_a_conflict_that_touches_nothing_is_left_out() -> None:
    """A conflict that bears on no answer is not part of the answer."""
    sides = [{"text": "En."}, {"text": "To."}]
    conflict = {"id": "strid", "text": "Strid.", "sides": sides, "reason": "Ingen."}
    place = town(conflicts=[conflict], entitlements=[service(ground(criterion("a")))])
    assert () == assessed(place).conflicts


def test_silent_questions_are_named(lia: Municipality) -> None:
    """A question answered, or answered "not offered", is not silent; one that nobody answers is."""
    assert ("hvem_kjorer",) == lia.assess(NOTHING).silent


def test_a_wrong_citation_stands_beside_the_right_one(lia: Municipality) -> None:
    """A citation keeps what the source printed, and has the corrected reference beside it with the reason."""
    handbook = lia.handbook(date(2026, 3, 1))
    (citation,) = handbook.entitlements["assistanse"].law
    corrected = citation.corrected
    assert ("§8", "hjelpeloven", "omsorgsloven", "Loven som er trykt, er opphevet.") == (
        citation.printed,
        citation.law,
        corrected and corrected.law,
        citation.reason,
    )


def test_a_citation_without_printed_text_is_written_out(lia: Municipality) -> None:
    """Where a source prints a reference as usual, the answer writes it with the law's short name."""
    law = _about(lia.assess(NOTHING), "lagleder").grounds[0].law[0]
    assert ("omsorgsloven § 7", None) == (law.printed, law.corrected)


def test_every_criterion_knows_its_place(lia: Municipality) -> None:
    """Each criterion tells the layer, file and line that it was read from, and a source or law."""
    found = [
        criterion
        for entry in lia.assess(NOTHING).entitlements
        for ground in entry.grounds
        for criterion in ground.criteria
    ]
    lacking = [c.id for c in found if not (c.origin.layer and c.origin.file and c.origin.line)]
    assert ([], []) == (lacking, [c.id for c in found if not (c.sources or c.law)])


class TestReceipt:
    """The fingerprint of everything that produced an answer."""

    def test_it_names_engine_handbook_and_layers(self, lia: Municipality, handbook: Handbook) -> None:
        """The receipt has the engine's version, the handbook's digest, and the layers, widest first."""
        receipt = lia.assess(NOTHING).receipt
        layers = [(layer.id, layer.version) for layer in receipt.layers]
        expected = (version("laget"), handbook.digest, [("riket", "0"), ("dalen", "0"), ("lia", "0")])
        assert expected == (receipt.engine, receipt.handbook, layers)

    def test_the_contract_has_a_version(self, lia: Municipality) -> None:
        """The answer says which version of the contract it follows."""
        assert 1 == lia.assess(NOTHING).contract

    def test_other_rules_have_another_digest(self, lia: Municipality) -> None:
        """Two dates with different rules have different digests; two with the same rules have the same."""
        days = ("2023-12-31", "2024-01-01", "2024-01-02")
        first, second, third = [lia.assess({"on": day}).receipt.handbook for day in days]
        assert (True, True) == (first != second, second == third)


@pytest.mark.parametrize("case", [NOTHING, MUCH])
def test_the_same_question_has_the_same_bytes(
    lia: Municipality, fiction_folder: Path, case: dict[str, Any]
) -> None:
    """The same handbook, case and date give the same JSON, also from a handbook that is loaded anew."""
    again = Registry.of([FolderPlugin(fiction_folder)])["lia"]
    texts = {to_json(place.assess(case)) for place in (lia, lia, again)}
    assert 1 == len(texts)


def test_the_order_of_facts_does_not_matter(lia: Municipality) -> None:
    """A case with its facts in another order has the same JSON."""
    backwards = {**MUCH, "facts": dict(reversed(MUCH["facts"].items()))}
    assert to_json(lia.assess(MUCH)) == to_json(lia.assess(backwards))


_PRINTS = """
import json, sys
from pathlib import Path
from laget.plain import to_json
from laget.plugins import FolderPlugin
from laget.registry import Registry
print(to_json(Registry.of([FolderPlugin(Path(sys.argv[1]))])["lia"].assess(json.loads(sys.argv[2]))))
"""


def test_another_process_gives_the_same_bytes(lia: Municipality, fiction_folder: Path) -> None:
    """A new interpreter, with other hashes of text, gives the same JSON."""
    command = [sys.executable, "-c", _PRINTS, str(fiction_folder), json.dumps(MUCH)]
    environment = {"PYTHONHASHSEED": "5026", "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment, encoding="utf-8")
    assert to_json(lia.assess(MUCH)) == done.stdout.strip()


def test_an_earlier_case_leaves_no_trace(lia: Municipality) -> None:
    """The answer to a case is the same before and after other cases were assessed."""
    before = to_json(lia.assess(NOTHING))
    for hours in range(40):
        lia.assess({**MUCH, "facts": {**MUCH["facts"], "timer_per_uke": hours, "boform": "institusjon"}})
    assert before == to_json(lia.assess(NOTHING))


def test_more_answers_than_are_kept_change_nothing(lia: Municipality) -> None:
    """After hundreds of different values the answer to an earlier case is still the same."""
    before = to_json(lia.assess(MUCH))
    for quarter in range(600):
        lia.assess({"on": "2026-03-01", "facts": {"timer_per_uke": quarter / 4}})
    assert before == to_json(lia.assess(MUCH))


def test_threads_share_a_municipality(fiction_folder: Path) -> None:
    """Many threads that ask a fresh registry at once get the answers that one would get."""
    cases: list[dict[str, Any]] = [
        {**MUCH, "facts": {**MUCH["facts"], "timer_per_uke": hours % 30}} for hours in range(60)
    ]
    alone = Registry.of([FolderPlugin(fiction_folder)])["lia"]
    expected = [to_json(alone.assess(case)) for case in cases]
    shared = Registry.of([FolderPlugin(fiction_folder)])
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda case: to_json(shared["lia"].assess(case)), cases))
    assert expected == found


def test_an_answer_survives_pickling(lia: Municipality) -> None:
    """An answer that is sent to another process and back is equal."""
    found = lia.assess(MUCH)
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 (our own bytes)


def test_an_answer_is_plain_data(lia: Municipality) -> None:
    """The JSON of an answer reads back as the same plain data, with Norwegian letters as they are."""
    found = lia.assess(MUCH)
    text = to_json(found)
    assert (to_plain(found), True) == (json.loads(text), "Søknad" in text)


def test_whole_numbers_are_written_as_such() -> None:
    """A decimal without decimals is written like a whole number, whatever it was read from."""
    place = town(entitlements=[service(ground(criterion("antall > 2")))])
    texts = {to_json(assessed(place, {"antall": amount})) for amount in (3, 3.0)}
    assert 1 == len(texts)


def test_a_date_may_be_given_beside_the_case(lia: Municipality) -> None:
    """A date that the call gives counts before the one in the case."""
    found = lia.assess(NOTHING, on=date(2024, 6, 1))
    assert date(2024, 6, 1) == found.on


@pytest.mark.parametrize(
    ("day", "maximum", "fee"),
    [
        ("2023-12-31", 8, (True, "Turvenn er gratis.")),
        ("2024-01-01", 10, (False, "Turvenn koster 100 kroner.")),
        ("2025-12-31", 10, (False, "Turvenn koster 100 kroner.")),
        ("2026-01-01", 10, None),
    ],
)
def test_the_rules_of_the_day_count(
    lia: Municipality, day: str, maximum: int, fee: tuple[bool, str] | None
) -> None:
    """An answer follows the rules of its day; a rule that has ended does not fall back to an older one."""
    found = _about(lia.assess({"on": day}), "turvenn")
    told = (found.fee.none, found.fee.text) if found.fee else None
    assert (Decimal(maximum), fee) == (found.limits[0].max, told)


def test_an_answer_before_an_assumed_start_says_so(lia: Municipality) -> None:
    """A date before an assumed start is answered, with a note that says what is assumed."""
    notes = lia.assess({"on": "2021-06-01"}).notes
    assert any("Lia" in note and "antatt" in note for note in notes)


def test_what_municipality_is_shown(lia: Municipality) -> None:
    """The answer names the municipality with id and number."""
    found = lia.assess(NOTHING).municipality
    assert ("lia", "9901", "Lia") == (found.id, found.number, found.name)
