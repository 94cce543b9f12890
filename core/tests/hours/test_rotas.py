"""Rotas: who answers at which hour, until when, and who before and after."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.errors import InvalidCaseError, InvalidDocumentsError, UnknownHolidaysError
from laget.findings import Severity
from laget.model.answers import ChoiceState, RotaAnswer, TurnAnswer
from laget.municipality import Municipality
from laget.rotas import Turn, turns

from .lia import ROUTING, asked, hours_of, lia

LIA = lia()["lia"]
MOMENTS = st.datetimes(datetime(2021, 1, 1), datetime(2070, 12, 31, 23))  # noqa: DTZ001 - wall time


@pytest.fixture(scope="module")
def municipality() -> Municipality:
    """Give Lia with hours."""
    return LIA


def turns_of(municipality: Municipality, service: str, year: int) -> tuple[Turn, ...]:
    """Give who answers through a year."""
    first, after = datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - wall time
    return turns(municipality.handbook(first.date()).rotas[service], first, after)


def who(answer: RotaAnswer | TurnAnswer | None) -> tuple[str, str | None, tuple[str | None, ...]] | None:
    """Give what an answer says of who answers."""
    if answer is None:
        return None
    return answer.state.value, answer.office, tuple(found.office for found in answer.candidates)


def test_every_hour_of_a_year(municipality: Municipality) -> None:
    """Exactly one office answers for a whole rota in every hour of a leap year."""
    states = {asked(municipality, "hjelpen", at.isoformat()).state for at in hours_of(2024)}
    assert {ChoiceState.SETTLED} == states


@pytest.mark.parametrize("year", range(2024, 2032))
def test_every_turn_of_a_year(year: int, municipality: Municipality) -> None:
    """Exactly one office answers for a whole rota from the first moment of a year to its last."""
    found = turns_of(municipality, "hjelpen", year)
    assert {ChoiceState.SETTLED} == {turn.state for turn in found}
    assert [] == [turn for turn, after in pairwise(found) if turn.end != after.start]
    assert (year, year + 1) == (found[0].start.year, found[-1].end.year)


def test_every_turn_with_what_is_declared(municipality: Municipality) -> None:
    """Where a rota has a hole or an overlap, the answer carries what is declared of it, and nowhere else."""
    declared = {"Badet er stengt ellers.", "Onsdag er begge åpne."}
    found = [
        (turn, asked(municipality, "bading", turn.start.isoformat(), alder=9))
        for turn in turns_of(municipality, "bading", 2026)
    ]
    faults = {"Badet er stengt ellers.": ChoiceState.SILENT, "Onsdag er begge åpne.": ChoiceState.UNCLEAR}
    notes = [declared & {*answer.texts} for _, answer in found]
    assert [{note for note, state in faults.items() if answer.state is state} for _, answer in found] == notes
    assert declared == {note for some in notes for note in some}


@pytest.mark.parametrize(
    ("at", "office", "since", "until"),
    [
        ("2027-05-17T12:00", "vakta", "2027-05-14T16:00", "2027-05-18T08:00"),  # 17 May, a Monday
        ("2028-05-17T12:00", "vakta", "2028-05-16T16:00", "2028-05-18T08:00"),  # 17 May, a Wednesday
        ("2026-03-02T03:00", "vakta", "2026-02-27T16:00", "2026-03-02T08:00"),  # small hours after a weekend
        ("2026-02-28T03:00", "vakta", "2026-02-27T16:00", "2026-03-02T08:00"),  # small hours of a Saturday
        ("2026-04-30T23:30", "vakta", "2026-04-30T16:00", "2026-05-04T08:00"),  # the night before a holiday
        ("2028-05-18T02:00", "vakta", "2028-05-16T16:00", "2028-05-18T08:00"),  # small hours after a holiday
        ("2026-12-24T12:00", "kontoret", "2026-12-24T08:00", "2026-12-24T16:00"),  # no public holiday
        ("2026-12-24T20:00", "vakta", "2026-12-24T16:00", "2026-12-28T08:00"),
        ("2026-12-31T12:00", "kontoret", "2026-12-31T08:00", "2026-12-31T16:00"),  # no public holiday
        ("2026-12-31T23:59", "vakta", "2026-12-31T16:00", "2027-01-04T08:00"),  # across a year
        ("2024-12-31T16:00", "vakta", "2024-12-31T16:00", "2025-01-02T08:00"),
        ("2026-04-01T12:00", "kontoret", "2026-04-01T08:00", "2026-04-01T16:00"),  # before Maundy Thursday
        ("2026-04-02T12:00", "vakta", "2026-04-01T16:00", "2026-04-07T08:00"),  # Easter
        ("2026-05-14T12:00", "vakta", "2026-05-13T16:00", "2026-05-15T08:00"),  # Ascension Day
        ("2024-02-29T08:00", "kontoret", "2024-02-29T08:00", "2024-02-29T16:00"),  # the leap day
        ("2026-03-02T07:59", "vakta", "2026-02-27T16:00", "2026-03-02T08:00"),
        ("2026-03-02T08:00", "kontoret", "2026-03-02T08:00", "2026-03-02T16:00"),
        ("2026-03-02T15:59:59", "kontoret", "2026-03-02T08:00", "2026-03-02T16:00"),
        ("2026-03-29T02:30", "vakta", "2026-03-27T16:00", "2026-03-30T08:00"),  # an hour that the clock skips
        ("2026-10-25T02:30", "vakta", "2026-10-23T16:00", "2026-10-26T08:00"),  # an hour that it repeats
    ],
)
def test_who_answers(at: str, office: str, since: str, until: str, municipality: Municipality) -> None:
    """One office answers, from the moment it began until the moment the other takes over."""
    found = asked(municipality, "hjelpen", at)
    began, ends = datetime.fromisoformat(since), datetime.fromisoformat(until)
    assert ("settled", office, began, ends) == (found.state.value, found.office, found.since, found.until)


def test_before_and_after(municipality: Municipality) -> None:
    """Those before and after are given with their own times."""
    found = asked(municipality, "hjelpen", "2027-05-17T12:00")
    times = [
        turn and [moment and f"{moment:%d %H:%M}" for moment in (turn.since, turn.until)]
        for turn in (found.before, found.after)
    ]
    assert [["14 08:00", "14 16:00"], ["18 08:00", "18 16:00"]] == times
    assert "kontoret" == (found.before and found.before.office) == (found.after and found.after.office)


@given(MOMENTS, st.sampled_from(["hjelpen", "bading"]))
def test_until_is_exact(at: datetime, service: str) -> None:
    """The answer ends after the moment asked about, holds until then, and is another one from then on."""
    found = asked(LIA, service, at.isoformat())
    assert found.since is not None
    assert found.until is not None
    assert found.since <= at < found.until
    inside = [found.since + (found.until - found.since) * part / 7 for part in range(7)]
    ends = [found.since, *inside, found.until - timedelta(minutes=1)]
    assert {who(found)} == {who(asked(LIA, service, moment.isoformat())) for moment in ends}
    after = asked(LIA, service, found.until.isoformat())
    assert (who(found.after), found.until) == (who(after), after.since)
    assert who(found) != who(after)
    assert who(found) == who(after.before)


def test_following_shifts_of_one_office(municipality: Municipality) -> None:
    """Shifts of one office that follow each other are one answer, which ends when the office closes."""
    found = asked(municipality, "bading", "2026-03-06T11:00")
    assert ("badet", "2026-03-06T14:00") == (found.office, found.until and f"{found.until:%Y-%m-%dT%H:%M}")


def test_hours_that_are_not_given(municipality: Municipality) -> None:
    """Without hours nobody surely answers: those who may are candidates, and the notes say why."""
    found = asked(municipality, "doktor", "2026-03-06T11:00")
    assert ("unclear", None, ("legen",)) == who(found)
    assert (None, None, None, None) == (found.since, found.until, found.before, found.after)
    assert {"Når dagen begynner står ikke.", "Hvilke står ikke."} <= {*found.texts}


@pytest.mark.parametrize(("alder", "state"), [(4, "unclear"), (5, "settled"), (None, "unclear")])
def test_what_the_source_leaves_open(alder: int | None, state: str, municipality: Municipality) -> None:
    """A shift is sure only when what the source leaves open is known not to be so in this case."""
    facts = {} if alder is None else {"alder": alder}
    assert state == asked(municipality, "bading", "2026-03-07T11:00", **facts).state.value


def test_always(municipality: Municipality) -> None:
    """An office that always answers has nobody before or after it; an office can have hours of its own."""
    found = asked(municipality, "legen", "2026-03-07T11:00")
    assert ("settled", "legen", ()) == who(found)
    assert (None, None, None, None) == (found.since, found.until, found.before, found.after)


def test_no_hours(municipality: Municipality) -> None:
    """Where the sources give no hours the answer is silent and says so, with the rotas an office is in."""
    service, office = (asked(municipality, name, "2026-03-07T11:00") for name in ("stille", "vakta"))
    assert ("silent", None, ()) == who(service) == who(office)
    assert ("Kontoret er med på vakten for Hjelpen (hjelpen).",) == office.texts[1:2]


def test_unknown_service(municipality: Municipality) -> None:
    """A service that nobody knows is an error of the caller."""
    with pytest.raises(KeyError):
        asked(municipality, "hjelpn", "2026-03-07T11:00")


def test_times_with_a_zone_are_refused(municipality: Municipality) -> None:
    """A moment with a time zone is an error of the caller: hours are Norwegian wall time."""
    with pytest.raises(ValueError, match="no time zone"):
        municipality.who_answers("hjelpen", datetime(2026, 3, 7, 11, tzinfo=UTC))


def test_the_rules_of_another_day(municipality: Municipality) -> None:
    """The rules of another day can be asked about a moment; without one they are those of its own day."""
    at = datetime(2026, 3, 7, 11)  # noqa: DTZ001 - wall time
    other = municipality.who_answers("hjelpen", at, on=date(2025, 1, 1))
    assert ["2025-01-01", "2026-03-07"] == [
        str(other.on),
        str(municipality.who_answers("hjelpen", at).on),
    ]


def test_the_edge_of_what_is_known(municipality: Municipality) -> None:
    """In the last year whose holidays are known there is an answer, and after it an error."""
    last = asked(municipality, "hjelpen", "2075-12-31T23:30")
    assert ("vakta", None) == (last.office, last.until)
    with pytest.raises(UnknownHolidaysError):
        asked(municipality, "hjelpen", "2076-01-01T00:00")


def test_hours_that_cannot_be_read() -> None:
    """Asking by hours that cannot be read gives the finding; the handbook answers everything else."""
    broken = lia(ROUTING.replace("Mo-Th 10:00-18:00", "Mo-Th 10-18"))["lia"]
    with pytest.raises(InvalidDocumentsError, match="cannot be read as opening hours"):
        asked(broken, "bading", "2026-03-07T11:00")
    assert "settled" == asked(broken, "hjelpen", "2026-03-07T11:00").state.value


def test_a_wrong_case(municipality: Municipality) -> None:
    """A case that does not fit the handbook is refused here too."""
    with pytest.raises(InvalidCaseError):
        asked(municipality, "hjelpen", "2026-03-07T11:00", aldr=5)


def test_declared_faults_are_notes(municipality: Municipality) -> None:
    """`check` notes a declared hole and a declared overlap with the first time each happens."""
    notes = {
        finding.code: finding.message
        for finding in municipality.check()
        if finding.severity is Severity.NOTE and "bading" in finding.message
    }
    assert {
        "declared-hole": (
            "nobody answers for «bading» from Wednesday 2020-01-01 00:00 to Wednesday 2020-01-01 10:00, "
            "after nobody and before «badet», to name the first time: Badet er stengt ellers."
        ),
        "declared-overlap": (
            "both «badet» and «kontoret» answer for «bading» from Wednesday 2020-01-01 16:00 to "
            "Wednesday 2020-01-01 18:00, to name the first time: Onsdag er begge åpne."
        ),
    } == notes


def test_without_hours_there_is_nothing_to_follow(municipality: Municipality) -> None:
    """A rota without hours loses none: what is declared of it is noted, and no more is found."""
    findings = [found for found in municipality.check() if found.place.path[:2] == ("rotas", "doktor")]
    declared = ["Heftet har ingen klokkeslett.", "Begge kan være åpne."]
    assert declared == [found.message for found in findings if found.code.startswith("declared")]
    assert {"no-source", "declared-hole", "declared-overlap"} == {found.code for found in findings}


@pytest.mark.parametrize(
    ("hours", "first"),
    [
        ("Mo-Fr 16:00-08:00; Sa-Su,PH 00:00-24:00", "Monday 2020-01-06 00:00 to Monday 2020-01-06 08:00"),
        ("Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su 00:00-24:00", "Wednesday 2020-01-01 08:00"),
        ("Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su,PH 00:00-24:00; Feb 29 off", "Saturday 2020-02-29 00:00"),
    ],
)
def test_lost_hours(hours: str, first: str) -> None:
    """Small hours, holidays and leap days that are lost are found, with the first of them."""
    text = ROUTING.replace("Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su,PH 00:00-24:00", hours)
    (hole,) = [finding for finding in lia(text)["lia"].check() if finding.code == "hole"]
    assert f"nobody answers for «hjelpen» from {first}" in hole.message
