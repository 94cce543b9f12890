"""The life line: one child from before birth until a little after 18, with one bar for each service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from laget.model.timelines import Bar, BarState, Timeline, TransitionAnswer
from laget.pictures.agebars import LEFT, RIGHT, WIDTH, Chart, Mark, Row, Stripe, ages, axis_name, bars
from laget.pictures.agewords import described, footer, heading, legend
from laget.pictures.measure import width_of
from laget.pictures.svg import Picture, element, line, text
from laget.texts import say
from laget.timeline.wording import day_in_words, when_in_words

MONTH = 365.2425 / 12
"""Days in a month on the axis, on average."""

STATES = (
    (BarState.MET, "bars_met"),
    (BarState.EXCEPTION, "bars_exception"),
    (BarState.WAITS, "bars_waits"),
    (BarState.NOT_MET, "bars_not_met"),
)
"""The looks in the legend, with their words."""


def lifeline_picture(timeline: Timeline, language: str = "nb") -> Picture:
    """Draw a timeline: the provisional answers of a life, with the day asked about and transitions."""
    return _Drawing(timeline, language).picture()


class _Drawing:
    """The parts of the picture, over one timeline."""

    def __init__(self, timeline: Timeline, language: str) -> None:
        self.timeline = timeline
        self.language = language
        self.chart = Chart(
            first=self._months(timeline.first),
            last=self._months(timeline.last),
            language=language,
            rows=tuple(map(self._row, timeline.bars)),
            marks=tuple(self._mark(*found) for found in enumerate(timeline.transitions, 1)),
            states=tuple((state, say(key, language)) for state, key in STATES),
        )

    def picture(self) -> Picture:
        """Put everything together, from the top."""
        elements, y = heading(self._title(), self._subtitles())
        top = y + 66
        bottom = top + self.chart.height()
        elements += [*self._years(top - 42), *ages(self.chart, top - 24), axis_name(self.chart, top - 24)]
        elements += [
            *bars(self.chart, top),
            *ages(self.chart, bottom + 18),
            axis_name(self.chart, bottom + 18),
        ]
        elements += self._asked(top, bottom)
        below, height = legend(self.chart, bottom + 48)
        last, more = footer(self._footer(), bottom + 50 + height)
        return Picture(
            WIDTH,
            bottom + 70 + height + more,
            self._title(),
            self._description(),
            [*elements, *below, *last],
            language=self.language,
        )

    def _months(self, day: date) -> float:
        return (day - self.timeline.born).days / MONTH

    def _day(self, day: date) -> str:
        return day_in_words(day, self.language)

    def _title(self) -> str:
        return say("lifeline_title", self.language, name=self.timeline.municipality.name)

    def _subtitles(self) -> list[str]:
        key = "lifeline_from_expected" if self.timeline.expected else "lifeline_from"
        day, on = self._day(self.timeline.born), self._day(self.timeline.on)
        return [say(key, self.language, day=day, on=on), say("lifeline_provisional", self.language)]

    def _row(self, bar: Bar) -> Row:
        stripes = [
            Stripe(
                self._months(span.first),
                self._months(min(span.last + timedelta(days=1), self.timeline.last)),
                span.state,
                self._span(span.first, span.last, span.state),
            )
            for span in bar.spans
        ]
        return Row(bar.name, bar.kind, tuple(stripes))

    def _span(self, first: date, last: date, state: BarState) -> str:
        return say(
            "bars_span",
            self.language,
            state=say(f"bars_{state.value}", self.language),
            first=self._day(first),
            last=self._day(last),
        )

    def _mark(self, number: int, transition: TransitionAnswer) -> Mark:
        when = when_in_words(transition, self.language)
        label = say("timeline_transition", self.language, when=when, name=transition.name)
        return Mark(number, self._months(transition.first), self._months(transition.last), label)

    def _years(self, y: float) -> Iterator[Element]:
        """Write the calendar years, each over its own months."""
        for year in range(self.timeline.first.year, self.timeline.last.year + 1):
            start = max(self.chart.at(self._months(date(year, 1, 1))), LEFT)
            end = min(self.chart.at(self._months(date(year + 1, 1, 1))), RIGHT)
            if end - start > width_of("2000", 10):
                yield text(((start + end) / 2, y), str(year), "small soft", "middle")
            if start > LEFT:
                yield line((start, y - 8), (start, y + 4), "rule")

    def _asked(self, top: float, bottom: float) -> list[Element]:
        """Draw the day asked about, with its date below."""
        x = self.chart.at(self._months(self.timeline.on))
        words = self._day(self.timeline.on)
        width = width_of(words, 12) * 1.05 + 12
        start = min(max(x - width / 2, LEFT), RIGHT - width)
        box: dict[str, str | float] = {
            "x": start,
            "y": bottom + 23,
            "width": width,
            "height": 18,
            "rx": 3,
            "fill": "var(--ink)",
        }
        stem: dict[str, str | float] = {
            "x1": x,
            "y1": top - 4,
            "x2": x,
            "y2": bottom + 5,
            "stroke-width": "2",
            "stroke": "var(--ink)",
        }
        return [
            element("line", stem),
            element("rect", box),
            text((start + width / 2, bottom + 36), words, "on strong", "middle"),
        ]

    def _footer(self) -> list[str]:
        offers = ", ".join(self.timeline.offers)
        said = [] if self.timeline.bars else [say("bars_none", self.language)]
        spans = [span for bar in self.timeline.bars for span in bar.spans]
        if any(span.state is BarState.ABSENT for span in spans):
            said.append(say("bars_empty", self.language))
        return [*said, *([say("bars_offers", self.language, names=offers)] if offers else [])]

    def _description(self) -> str:
        born, provisional = self._subtitles()
        rows = [described(row, self.language) for row in self.chart.rows]
        marks = [f"{mark.label}." for mark in self.chart.marks]
        return " ".join([f"{born}.", provisional, *rows, *marks, *self._footer()])
