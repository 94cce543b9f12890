"""Who answers for child welfare at every hour, and what stays open for emergency care."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from opening_hours import OpeningHours

import laget
from laget.model.rotas import Rota

REGISTRY = laget.discover()
MUNICIPALITIES = ("fla", "nesbyen", "gol", "hemsedal", "al", "hol")
DAY, WATCH = ("barnevern", "barnevernvakt")


def rota(municipality: str, service: str) -> Rota:
    """Give a rota of a municipality as it is in the middle of the plan's period."""
    return REGISTRY[municipality].handbook(date(2026, 6, 1)).rotas[service]


def hours_of(year: int) -> Iterator[datetime]:
    """Give every half hour of a year on Norwegian clocks, so that both sides of each change are met."""
    moment = datetime(year, 1, 1)  # noqa: DTZ001 - wall time, as the notation means it
    while moment.year == year:
        yield moment
        moment += timedelta(minutes=30)


def answering(found: Rota) -> dict[str, OpeningHours]:
    """Give the hours of each office of a rota, read by the library itself and not by laget."""
    return {
        shift.office: OpeningHours(shift.hours, country="NO", auto_country=False, auto_timezone=False)
        for shift in found.shifts
        if shift.office is not None and shift.hours is not None
    }


@pytest.mark.parametrize("year", [2026, 2027])
def test_exactly_one_office_answers_at_every_hour(year: int) -> None:
    """No hour of a year is without an office, and none has two: small hours and holidays included."""
    offices = answering(rota("hallingdal", "barnevern"))
    assert {DAY, WATCH} == set(offices)
    wrong = [
        moment for moment in hours_of(year) if 1 != sum(office.is_open(moment) for office in offices.values())
    ]
    assert [] == wrong


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T07:59", WATCH),  # the small hours of a Monday belong to the night before
        ("2026-11-23T08:00", DAY),
        ("2026-11-23T15:59", DAY),
        ("2026-11-23T16:00", WATCH),
        ("2026-11-27T23:59", WATCH),  # into the weekend
        ("2026-11-28T12:00", WATCH),
        ("2027-05-17T12:00", WATCH),  # the national day, a Monday
        ("2027-05-18T03:00", WATCH),  # the night after it
        ("2027-03-24T12:00", DAY),  # the day before Maundy Thursday
        ("2027-03-25T12:00", WATCH),
        ("2026-12-24T12:00", DAY),  # no public holiday, whatever people do on it
    ],
)
def test_the_right_office_answers(moment: str, expected: str) -> None:
    """At the bounds of the day, at weekends and on holidays, the right one of the two answers."""
    offices = answering(rota("hallingdal", "barnevern"))
    open_now = [name for name, office in offices.items() if office.is_open(datetime.fromisoformat(moment))]
    assert [expected] == open_now


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_all_six_have_the_same_hours_for_child_welfare(municipality: str) -> None:
    """No municipality is left out of the child welfare watch."""
    assert rota("hallingdal", "barnevern") == rota(municipality, "barnevern")


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_emergency_care_has_no_clock_hours(municipality: str) -> None:
    """The plan gives no clock hours for emergency care: every shift says so, and so does the rota."""
    found = rota(municipality, "legevakt")
    assert all(shift.hours is None and shift.unclear is not None for shift in found.shifts)
    assert found.hole is not None


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_night_duty_is_shared_by_all_but_fla(municipality: str) -> None:
    """Five share the night duty; for Flå the plan names nobody."""
    offices = {shift.office for shift in rota(municipality, "legevakt").shifts}
    assert ("nattlegevakt" in offices) is (municipality != "fla")
