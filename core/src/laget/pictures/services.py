"""Services by age: the catalogue of a municipality without a case, so that gaps and overlaps are seen."""

from __future__ import annotations

from datetime import date, timedelta

from laget.model.handbook import Handbook
from laget.model.timelines import Bar, BarState
from laget.model.transitions import Transition, TransitionBy
from laget.pictures.agebars import WIDTH, YEAR, Chart, Mark, Row, Stripe, ages, axis_name, bars
from laget.pictures.agewords import described, footer, heading, legend
from laget.pictures.svg import Picture
from laget.texts import say
from laget.timeline import LAST_YEAR, bars_by_age, months_of
from laget.timeline.wording import age_in_words, day_in_words

STATES = (
    (BarState.MET, "bars_allowed"),
    (BarState.EXCEPTION, "bars_exception"),
    (BarState.NOT_MET, "bars_not_allowed"),
)
"""The looks in the legend, with their words."""

WORDS = {
    BarState.MET: "bars_allowed",
    BarState.EXCEPTION: "bars_exception_alone",
    BarState.UNCLEAR: "bars_unclear",
    BarState.WAITS: "bars_waits",
    BarState.NOT_MET: "bars_not_allowed",
    BarState.ABSENT: "bars_absent",
}
"""Each state in words."""


def services_picture(handbook: Handbook, language: str = "nb") -> Picture:
    """Draw what each age allows, for every service, role, plan and group with conditions."""
    born, found = bars_by_age(handbook)
    rows = tuple(_row(bar, born, language) for bar in found)
    stripes = [stripe for row in rows for stripe in row.stripes]
    transitions = sorted(handbook.transitions.values(), key=lambda entry: (entry.age, entry.id))
    chart = Chart(
        first=min((stripe.first for stripe in stripes), default=0),
        last=max((stripe.last for stripe in stripes), default=LAST_YEAR * YEAR),
        language=language,
        rows=rows,
        marks=tuple(_mark(number, entry, language) for number, entry in enumerate(transitions, 1)),
        states=tuple((state, say(key, language)) for state, key in STATES),
    )
    return _picture(handbook, chart, language)


def _row(bar: Bar, born: date, language: str) -> Row:
    stripes = []
    for span in bar.spans:
        ends = min(span.last + timedelta(days=1), bar.spans[-1].last)
        first, last = months_of(born, span.first), months_of(born, ends)
        ages_of = [age_in_words(age, language) for age in (first, last)]
        state = say(WORDS[span.state], language)
        label = say("bars_span", language, state=state, first=ages_of[0], last=ages_of[1])
        stripes.append(Stripe(first, last, span.state, label))
    return Row(bar.name, bar.kind, tuple(stripes))


def _mark(number: int, transition: Transition, language: str) -> Mark:
    """Give where a transition stands; by the calendar year, from the youngest of a class to the oldest."""
    age = transition.age * YEAR
    label = say("bars_transition", language, name=transition.name)
    if transition.by is TransitionBy.BIRTHDAY:
        return Mark(number, age, age, label)
    first, last = (transition.first_month or 1) - 1, transition.last_month or YEAR
    return Mark(number, age + first - YEAR, age + last, label)


def _picture(handbook: Handbook, chart: Chart, language: str) -> Picture:
    title = say("services_title", language, name=handbook.layer.name)
    on = day_in_words(handbook.on, language)
    said = [say("services_from", language, on=on), say("services_only_age", language)]
    drawn = {row.name for row in chart.rows}
    offers = ", ".join(found.name for found in handbook.entitlements.values() if found.name not in drawn)
    below = [] if chart.rows else [say("bars_none", language)]
    below += [say("bars_offers", language, names=offers)] if offers else []
    elements, y = heading(title, said)
    top = y + 50
    bottom = top + chart.height()
    elements += [*ages(chart, top - 24), axis_name(chart, top - 24), *bars(chart, top)]
    elements += [*ages(chart, bottom + 18), axis_name(chart, bottom + 18)]
    key, height = legend(chart, bottom + 36)
    last, more = footer(below, bottom + 40 + height)
    words = [
        f"{said[0]}.",
        said[1],
        *(described(row, language) for row in chart.rows),
        *(f"{mark.label}." for mark in chart.marks),
        *below,
    ]
    description = " ".join(words)
    whole = [*elements, *key, *last]
    return Picture(WIDTH, bottom + 60 + height + more, title, description, whole, language=language)
