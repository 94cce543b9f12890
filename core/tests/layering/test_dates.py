"""Dates: both ends are included, and what has ended never falls back to something older."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from laget.errors import NoLongerValidError, NotYetValidError
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.registry import Registry

from ..texts import book, country, errors

LAST = date(2025, 12, 31)
NEXT = date(2026, 1, 1)
RIGHT = """\
kind: services
entitlements:
  - id: tur
    name: Tur
    description: Ut.
    fee: {none: true, text: Gratis.}
    limits:
      - {id: timer, text: Timer., unit: hours, max: 8}
    grounds:
      - id: tilbud
        name: Tilbud
        strength: may
        criteria:
          - {id: behov, text: Behov., when: behov}
          - {id: alder, text: Alder., when: alder > 5, force: should}
"""


def dated(entry: str) -> Registry:
    """Make a registry in which an entry amends `tur` until the last day of 2025."""
    return country(
        {"a.yaml": f"kind: services\nentitlements:\n  - amends: tur\n    to: {LAST}\n{entry}"},
        {"o.yaml": RIGHT},
    )


def notes(handbook: Handbook) -> list[str]:
    """Give the notes about values that have ended."""
    return [note for note in handbook.notes if note.startswith("Noe om tur gjaldt til og med 2025-12-31.")]


def test_added_for_some_time(lia: Municipality) -> None:
    """What is added for some time is there from its first day to its last, and gone the day after."""
    first, last = date(2024, 6, 1), date(2024, 8, 31)
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    assert [False, True, True, False] == ["sommerleir" in lia.handbook(day).entitlements for day in days]


def test_ended_entry_is_gone(lia: Municipality) -> None:
    """The handbook says what has ended, and that nobody has said what holds now."""
    (gone,) = [found for found in lia.handbook(date(2024, 9, 1)).gone if found.id == "sommerleir"]
    assert not gone.withdrawn
    assert "Sluttet å gjelde 2024-08-31; hva som gjelder nå, er ikke oppgitt." == gone.reason


def test_not_begun_is_not_gone(lia: Municipality) -> None:
    """What has not begun is not among what has ended."""
    assert "sommerleir" not in {found.id for found in lia.handbook(date(2024, 5, 31)).gone}


def test_dated_amendment(lia: Municipality) -> None:
    """A changed number holds from its day; the day before answers as it always did."""
    days = {date(2023, 12, 31): Decimal(8), date(2024, 1, 1): Decimal(10), date(2030, 1, 1): Decimal(10)}
    for day, expected in days.items():
        assert expected == lia.handbook(day).entitlements["turvenn"].limits[0].max


def test_no_fall_back(lia: Municipality) -> None:
    """When an amendment ends, the value before it does not come back: an optional one becomes silence."""
    fees = [lia.handbook(day).entitlements["turvenn"].fee for day in (date(2023, 12, 31), LAST, NEXT)]
    assert ["Turvenn er gratis.", "Turvenn koster 100 kroner.", None] == [fee and fee.text for fee in fees]


def test_silence_has_a_note() -> None:
    """A value that has ended and was not needed leaves a note."""
    registry = dated("    fee: {none: false, text: Ti kroner.}\n")
    assert [[], ["tur"]] == [[text.split()[2] for text in notes(book(registry, day))] for day in (LAST, NEXT)]


def test_needed_value_ends_the_entry() -> None:
    """An entry can't be without a needed value: it ends with it."""
    registry = dated("    name: Langtur\n")
    assert "Langtur" == book(registry, LAST).entitlements["tur"].name
    handbook = book(registry, NEXT)
    assert "tur" not in handbook.entitlements
    assert [("tur", False)] == [(gone.id, gone.withdrawn) for gone in handbook.gone]


def test_value_with_a_default_ends_the_entry() -> None:
    """A value whose default says something can't become silence: the entry ends with it."""
    assert "tur" not in book(dated("    available: false\n"), NEXT).entitlements


def test_thing_in_a_list_ends_alone() -> None:
    """A limit that loses a needed value ends, with a note, and the entry goes on."""
    registry = dated("    limits: [{amends: timer, unit: days}]\n")
    handbook = book(registry, NEXT)
    assert () == handbook.entitlements["tur"].limits
    assert 1 == len(notes(handbook))


def test_bound_becomes_silence() -> None:
    """A limit that loses its bound keeps its text, with a note, and not the older bound."""
    handbook = book(dated("    limits: [{amends: timer, max: 10}]\n"), NEXT)
    assert None is handbook.entitlements["tur"].limits[0].max
    assert 1 == len(notes(handbook))


@pytest.mark.parametrize(
    "entry",
    [
        "{amends: tilbud, criteria: [{amends: behov, when: alder > 3}]}",
        "{amends: tilbud, criteria: [{amends: alder, force: must}]}",
        "{amends: tilbud, criteria: [{amends: alder, unclear: {note: Uklart.}}]}",
        "{amends: tilbud, strength: right}",
        "{amends: tilbud, sources: []}",
    ],
    ids=["expression", "force", "unclear", "strength", "optional"],
)
def test_ground_never_loses_a_part(entry: str) -> None:
    """When any part of a ground or criterion ends, the entitlement ends: it never goes on without it."""
    registry = dated(f"    grounds: [{entry}]\n")
    assert "tur" in book(registry, LAST).entitlements
    handbook = book(registry, NEXT)
    assert ["tur"] == [gone.id for gone in handbook.gone]


def test_added_criterion_ends_with_a_note() -> None:
    """A criterion that was added for some time ends as the source said, with a note."""
    registry = dated("    grounds: [{amends: tilbud, criteria: [{id: ny, text: Ny., when: alder > 9}]}]\n")
    counts = [len(book(registry, day).entitlements["tur"].grounds[0].criteria) for day in (LAST, NEXT)]
    assert [3, 2] == counts
    assert 1 == len(notes(book(registry, NEXT)))


def test_withdrawal_ends() -> None:
    """When a withdrawal ends, what it took away does not come back, and its reason no longer counts."""
    text = f"kind: services\nentitlements:\n  - {{withdraws: tur, to: {LAST}, reason: Stengt.}}\n"
    registry = country({"a.yaml": text}, {"o.yaml": RIGHT})
    for day, expected in (
        (LAST, (True, "Stengt.")),
        (NEXT, (False, "Sluttet å gjelde 2025-12-31; hva som gjelder nå, er ikke oppgitt.")),
    ):
        handbook = book(registry, day)
        assert "tur" not in handbook.entitlements
        assert [expected] == [(gone.withdrawn, gone.reason) for gone in handbook.gone]


ROUTE = f"""\
kind: routing
offices:
  - {{id: a, name: A}}
  - {{id: b, name: B}}
routes:
  - id: handling
    name: Saksbehandling
    position: 1
    lines:
      - {{id: resten, to: {{office: b}}, others: true}}
  - amends: handling
    to: {LAST}
"""


@pytest.mark.parametrize(
    "lines",
    [
        "[{id: tur, to: {office: a}, applies_to: [tur]}]",
        "[{amends: resten, when: alder < 18}]",
        "[{amends: resten, applies_to: [tur]}]",
    ],
    ids=["added-line", "condition", "what-it-is-for"],
)
def test_route_that_lost_a_line_is_silent(lines: str) -> None:
    """When a line of a route ends, the other lines do not answer in its place: the step is silent."""
    registry = country({"r.yaml": f"{ROUTE}    lines: {lines}\n"}, {"o.yaml": RIGHT})
    assert 0 < len(book(registry, LAST).routes["handling"].lines)
    handbook = book(registry, NEXT)
    assert () == handbook.routes["handling"].lines
    assert 1 == len([note for note in handbook.notes if "handling" in note])


def test_prerequisite_ends_whole() -> None:
    """A prerequisite that loses what it applies to ends, with a note: it does not come to apply to all."""
    text = f"""\
kind: services
prerequisites:
  - {{id: under_18, text: Barn., criteria: [{{id: a, text: A., when: alder < 18}}]}}
  - {{amends: under_18, to: {LAST}, applies_to: [tur]}}
"""
    registry = country({"a.yaml": text}, {"o.yaml": RIGHT})
    assert "under_18" in book(registry, LAST).prerequisites
    handbook = book(registry, NEXT)
    assert "under_18" not in handbook.prerequisites
    assert 1 == len([note for note in handbook.notes if "under_18" in note])


def test_assumed_start(lia: Municipality) -> None:
    """Before an assumed first day the rules answer, with a note that tells the reason."""
    (note,) = [note for note in lia.handbook(date(2021, 12, 31)).notes if "Lia" in note]
    assert "2022-01-01" in note
    assert "Heftet bærer ingen dato" in note
    assert [] == [note for note in lia.handbook(date(2022, 1, 1)).notes if "Lia" in note]


def test_not_yet_valid(fiction: Registry) -> None:
    """Before a first day that is not assumed there is no handbook; on that day there is."""
    with pytest.raises(NotYetValidError, match="hold from 2023-01-01") as caught:
        fiction["vik"].handbook(date(2022, 12, 31))
    error = caught.value
    assert ("vik", date(2022, 12, 31), date(2023, 1, 1)) == (error.layer, error.on, error.valid_from)
    assert date(2023, 1, 1) == fiction["vik"].handbook(date(2023, 1, 1)).on


def test_no_longer_valid(fiction: Registry) -> None:
    """On the last day there is a handbook; after it there is none."""
    assert date(2027, 12, 31) == fiction["vik"].handbook(date(2027, 12, 31)).on
    with pytest.raises(NoLongerValidError, match="ended on 2027-12-31") as caught:
        fiction["vik"].handbook(date(2028, 1, 1))
    assert date(2027, 12, 31) == caught.value.valid_to


def test_last_known(lia: Municipality) -> None:
    """After the end of a plan period the rules hold on as the last known ones, with a note."""
    days = (date(2026, 12, 31), date(2027, 1, 1))
    counts = [len([n for n in lia.handbook(day).notes if "siste som er kjent" in n]) for day in days]
    assert [0, 1] == counts
    assert "hvilehelg" in lia.handbook(days[1]).entitlements


def test_end_of_a_wider_layer() -> None:
    """When a wider layer ends, what it said ends with it, and nothing it amended comes back."""
    registry = country({}, {"o.yaml": RIGHT}, riket=f"first: 2020-01-01, last: {LAST}")
    assert ["tur"] == list(book(registry, LAST).entitlements)
    handbook = book(registry, NEXT)
    assert ([], []) == (list(handbook.entitlements), list(handbook.facts))
    assert "tur" in {gone.id for gone in handbook.gone}


RENAMED = "kind: vocabulary\nfacts: [{amends: behov, label: behovet}]\n"


def test_wider_layer_begins_later() -> None:
    """Before a wider layer begins, nothing it says holds."""
    registry = country(
        {"a.yaml": RIGHT.replace("tur", "egen"), "f.yaml": RENAMED},
        {},
        riket="first: 2025-01-01",
    )
    assert [] == errors(registry["lia"].built(date(2025, 1, 1)).findings)
    assert "nothing-to-amend" in {
        code for code, _, _ in errors(registry["lia"].built(LAST.replace(year=2024)).findings)
    }


def test_each_day_has_its_own_handbook(lia: Municipality) -> None:
    """A handbook tells the day it was asked for, also between two days on which nothing changes."""
    days = (date(2026, 3, 1), date(2026, 3, 2))
    books = [lia.handbook(day) for day in days]
    assert list(days) == [handbook.on for handbook in books]
    assert books[0].digest == books[1].digest
