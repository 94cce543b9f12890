"""The year wheel: days stand at their angle, every duty is there, and no text hides another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.model.answers import DutyState
from laget.model.calendars import Calendar
from laget.model.layers import Language
from laget.municipality import Municipality
from laget.pictures.polar import angle_of, arc_of, point
from laget.pictures.wheel_rings import LEAST, rings_of
from laget.pictures.year_wheel import year_wheel
from laget.registry import Registry
from laget.texts import say

from .calendars import calendar, duty, entry, weeks
from .wheels import SVG, drawn, marker_angles, outside, overlaps, said, texts_of


@pytest.mark.parametrize(
    ("day", "angle"),
    [
        (date(2026, 1, 1), 0.0),
        (date(2026, 7, 1), 181 / 365 * 360),
        (date(2024, 7, 1), 182 / 366 * 360),
        (date(2026, 12, 31), 364 / 365 * 360),
        (date(2024, 2, 29), 59 / 366 * 360),
    ],
    ids=str,
)
def test_a_day_stands_at_its_angle(day: date, angle: float) -> None:
    """A marker stands where its day is: 1 January at the top, 1 July about the bottom, leap years too."""
    root = drawn(calendar([duty("a")], [entry("a", day)], day.year))
    assert [pytest.approx(angle, abs=0.05)] == list(marker_angles(root).values())


@given(st.dates(date(2023, 1, 1), date(2028, 12, 31)))
def test_later_days_are_further_round(day: date) -> None:
    """Each day of a year has a larger angle than the one before it, and all lie on the circle."""
    angle = angle_of(day, day.year)
    assert 0 <= angle < 360
    assert angle < arc_of(day, day, day.year)[1] <= 360 + 1e-9


def test_a_stretch_ends_where_the_year_does() -> None:
    """A week that begins in the year before is drawn from the top, and the whole year goes round."""
    assert 0.0 == arc_of(date(2025, 12, 29), date(2026, 1, 4), 2026)[0]
    assert [0.0, 360.0] == pytest.approx(arc_of(date(2026, 1, 1), date(2026, 12, 31), 2026))
    assert pytest.approx(360.0) == arc_of(date(2026, 12, 28), date(2027, 1, 3), 2026)[1]


def test_days_that_are_near_stand_apart() -> None:
    """Markers of days side by side do not cover each other, on the last and first days of a year either."""
    days = [date(2026, 1, 1) + timedelta(days=count) for count in (0, 1, 2, 3, 363, 364)]
    ring = rings_of(calendar([duty("a")], [entry("a", day) for day in days]))[0]
    places = [point((0, 0), mark.radius, angle_of(mark.day, 2026)) for mark in ring.marks]
    assert 6 == len(places)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= 22 for a, b in combinations(places, 2))


def test_a_weekly_duty_is_an_arc_for_each_week() -> None:
    """A duty of each week is a ring of 53 short arcs, the first and last cut at the year's ends."""
    root = drawn(calendar([duty("a")], weeks("a")))
    arcs = [found for found in root.iter(f"{SVG}path") if found.get("class") == "fill blue"]
    assert 53 == len(arcs)


def test_a_yearly_duty_says_so_on_its_ring() -> None:
    """A duty of once a year is a ring that says so, in the language asked for."""
    asked = calendar([duty("a", when="hvert år")], [entry("a", date(2026, 1, 1), date(2026, 12, 31))])
    assert "en gang i året" in [words for words, _ in texts_of(drawn(asked))]
    assert "ein gong i året" in [words for words, _ in texts_of(drawn(asked, "nn"))]


def test_a_duty_without_owner_has_a_ring_that_says_so() -> None:
    """Where the source does not say who, the wheel says that, innermost and in no owner's colour."""
    asked = calendar(
        [duty("a", None), duty("b")], [entry("a", date(2026, 2, 1)), entry("b", date(2026, 3, 1))]
    )
    assert [("lege", "Lege"), (None, None)] == [ring.owner for ring in rings_of(asked)]
    assert ["blue", "grey"] == [ring.hue for ring in rings_of(asked)]
    assert "Kilden sier ikke hvem" in [words for words, _ in texts_of(drawn(asked))]


def test_one_owner_with_two_names_has_two_rings() -> None:
    """In a region an office may be called different things: each name has its ring and its place."""
    duties = [duty("a", "ke", owner_name="Team Vik"), duty("b", "ke", owner_name="Team Lia"), duty("c", "ke")]
    asked = calendar(duties, [entry("a", date(2026, 2, 1)), entry("b", date(2026, 3, 1))])
    assert ["Team Vik", "Team Lia"] == [ring.owner[1] for ring in rings_of(asked)]
    assert "Ke" in [words for words, _ in texts_of(drawn(asked))]


def test_a_year_without_days_says_so() -> None:
    """A wheel without a single day says that, and still lists what follows when something happens."""
    root = drawn(calendar([duty("a", text="Det sies fra."), duty("b", "rektor")], []))
    assert "Ingen plikt har en dato i dette året." in said(root)
    assert "Det sies fra." in said(root)


def test_a_region_says_where_a_duty_holds() -> None:
    """A duty that does not hold in all municipalities names those it holds in; one that does names none."""
    duties = [duty("a", municipalities=("lia", "vik")), duty("b", municipalities=("lia", "vik", "dal"))]
    root = drawn(calendar(duties, [], members=("lia", "vik", "dal")))
    assert 1 == [words for words, _ in texts_of(root)].count("Gjelder: Lia og Vik.")
    assert 2 == said(root).count("Dal")


STATES: dict[str, dict[str, Any]] = {
    "Gjort 1. mars 2026.": {"state": DutyState.DONE, "done_on": date(2026, 3, 1), "overdue": False},
    "Gjort 3. april 2026, etter fristen.": {
        "state": DutyState.DONE,
        "done_on": date(2026, 4, 3),
        "overdue": False,
    },
    "Fristen er ute, og ingenting i saken viser at det er gjort.": {"state": DutyState.OPEN, "overdue": True},
    "Ingenting i saken viser at det er gjort ennå.": {"state": DutyState.OPEN, "overdue": False},
    "Saken kan ikke vise om det er gjort.": {"state": DutyState.UNKNOWN, "overdue": None},
}
"""What a wheel says of a day on 2 April → the state in a case."""


@pytest.mark.parametrize("words", STATES)
def test_a_case_says_where_a_day_stands(words: str) -> None:
    """Whether something is done is said in words; and a day off is named."""
    found = entry("a", date(2026, 4, 2), day_off="skjærtorsdag", **STATES[words])
    root = drawn(calendar([duty("a")], [found], has_case=True))
    assert f"2. april (skjærtorsdag): {words}" in said(root)
    assert words.rsplit(maxsplit=1)[-1] in " ".join(shown for shown, _ in texts_of(root))


def test_a_day_off_is_told_without_a_case_too() -> None:
    """A last day that is no working day is named in the legend, and so is the day that it was moved from."""
    off = entry("a", date(2026, 5, 17), day_off="søndag")
    moved = entry("a", date(2026, 6, 1), moved_from=date(2026, 5, 30))
    shown = " ".join(words for words, _ in texts_of(drawn(calendar([duty("a")], [off, moved]))))
    assert "17. mai (søndag)" in shown
    assert "1. juni: Fristen er flyttet fra 30. mai, fordi det ikke er en virkedag." in shown


def test_no_state_is_told_by_colour_alone() -> None:
    """Each state has a shape of its own."""
    shapes = set()
    for state in ("Gjort 1. mars 2026.", *list(STATES)[2:]):
        found = entry("a", date(2026, 4, 2), **STATES[state])
        root = drawn(calendar([duty("a")], [found], has_case=True))
        marks = [group for group in root.iter(f"{SVG}g") if group.findtext(f"{SVG}title") == "2. april"]
        shapes.add(tuple((part.tag, part.get("class")) for part in marks[0] if part.tag != f"{SVG}text"))
    assert 4 == len(shapes)


def test_stretches_of_a_case_say_where_they_stand() -> None:
    """Stretches that stand alike are said once, others with when they are."""
    year = [entry("a", date(2026, 1, 1), date(2026, 12, 31))]
    root = drawn(calendar([duty("a")], year, has_case=True))
    assert 2 == said(root).count("Saken kan ikke vise om det er gjort.")
    done = entry("a", date(2026, 2, 1), date(2026, 2, 28), state=DutyState.DONE, done_on=date(2026, 2, 3))
    root = drawn(
        calendar([duty("a")], [entry("a", date(2026, 1, 1), date(2026, 1, 31)), done], has_case=True)
    )
    assert "1. februar–28. februar: Gjort 3. februar 2026." in said(root)


LONG = "Koordinerende enhet for barn og unge med særskilte behov skriver en rapport om året som gikk. " * 3
OWNERS = st.sampled_from(["lege", "rektor", "helsesykepleier", "kontor_for_tildeling_og_koordinering", None])


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Make calendars with up to six duties that fall on days, in months or once a year."""
    year = draw(st.sampled_from([2024, 2026]))
    duties, entries = [], []
    for count in range(draw(st.integers(0, 6))):
        key = f"plikt_{count}"
        duties.append(duty(key, draw(OWNERS), draw(st.sampled_from(["Kort tekst.", LONG]))))
        kind = draw(st.sampled_from(["days", "months", "year", "none"]))
        if kind == "days":
            numbers = draw(st.sets(st.integers(0, 364), min_size=1, max_size=8))
            entries += [entry(key, date(year, 1, 1) + timedelta(days=number)) for number in numbers]
        elif kind == "months":
            starts = [date(year, month, 1) for month in range(1, 13)]
            entries += [entry(key, start, start + timedelta(days=27)) for start in starts]
        elif kind == "year":
            entries.append(entry(key, date(year, 1, 1), date(year, 12, 31)))
    return calendar(duties, entries, year, has_case=draw(st.booleans()))


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_texts_never_overlap_and_stay_in_the_picture(asked: Calendar) -> None:
    """Whatever the calendar, no text stands on another, and none runs out of the picture."""
    root = drawn(asked)
    assert [] == overlaps(root)
    assert [] == outside(root)


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_every_duty_is_told(asked: Calendar) -> None:
    """Every duty of a calendar stands in the description, in full, and every day on the wheel."""
    root = drawn(asked)
    assert [] == [found.text for found in asked.duties if found.text.strip() not in said(root)]
    days = {
        f"{found.first.day}. {say(f'month_{found.first.month}')}" for found in asked.entries if found.is_day
    }
    assert days == set(marker_angles(root)) | days
    assert days <= {words for words, _ in texts_of(root)}


def test_many_owners_make_the_wheel_grow() -> None:
    """However many rings there are, the year in the middle has room."""
    duties = [duty(f"plikt_{count}", f"eier_{count}") for count in range(9)]
    asked = calendar(duties, [found for one in duties for found in weeks(one.key)])
    root = drawn(asked)
    assert rings_of(asked)[-1].radii[0] >= LEAST - 0.01
    assert [] == overlaps(root)
    assert [] == outside(root)


def test_same_calendar_same_bytes() -> None:
    """The same calendar gives the same bytes, at most 200 kB also with duties of each week."""
    duties = [duty(f"plikt_{count}", text=LONG) for count in range(5)]
    asked = calendar(duties, [found for one in duties for found in weeks(one.key)])
    svg = year_wheel(asked, "nb").svg()
    assert svg == year_wheel(asked, "nb").svg()
    assert len(svg.encode()) <= 200_000


@pytest.mark.parametrize("language", Language)
def test_fiction_has_a_wheel_in_both_languages(lia: Municipality, language: Language) -> None:
    """A municipality's wheel has a title, and a description with every duty, in the language asked for."""
    asked = lia.calendar(2026, language=language)
    root = drawn(asked, language)
    assert "Årshjul for Lia 2026" == root[0].text
    description = root[1].text or ""
    assert [] == [found.text for found in asked.duties if found.text not in description]
    assert say("calendar_without_day", language) in description
    assert language == root.get("lang")


def test_fictional_region_has_one_wheel(fiction: Registry) -> None:
    """A region's wheel is of its municipalities together."""
    root = drawn(fiction["dalen"].calendar(2026))
    assert "Hva som skal gjøres i løpet av året i Lia, og hvem som gjør det." in said(root)
    assert [] == overlaps(root)
