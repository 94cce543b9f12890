"""Duties: their days can be worked out, from one thing, and their periods can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.model.duties import Duty
from laget.model.organisation import Meets
from laget.schedule.occurrences import read_month_day
from laget.schedule.periods import Period

ANCHORS: Final = (
    "after",
    "before",
    "after_meeting",
    "before_meeting",
    "after_day",
    "before_day",
    "yearly",
)
"""The keys that say what a duty's days are counted from."""

BACKWARDS: Final = ("before", "before_meeting", "before_day")
LENGTHS: Final = ("within", "working_days")

_PERIOD_HINT = "write an ISO 8601 duration of years, months, weeks and days, such as P1M, P14D or P1Y6M"
_DAY_HINT = 'write month and day in quotes, such as «yearly: "06-01"»'
_READERS: Final[dict[tuple[type, str], tuple[Callable[[str], object], str]]] = {
    (Duty, "within"): (Period.read, _PERIOD_HINT),
    (Duty, "every"): (Period.read, _PERIOD_HINT),
    (Meets, "every"): (Period.read, _PERIOD_HINT),
    (Duty, "yearly"): (read_month_day, _DAY_HINT),
}


def check_duties(folded: Folded) -> Iterator[Finding]:
    """Find periods and days that cannot be read, and duties whose keys do not go together."""
    for spot in folded.spots:
        yield from _check_readable(folded, spot)
        if isinstance(spot.value, Duty):
            yield from _check_together(folded, spot, spot.value)


def _check_readable(folded: Folded, spot: Spot) -> Iterator[Finding]:
    for (cls, key), (read, hint) in _READERS.items():
        written = getattr(spot.value, key) if isinstance(spot.value, cls) else None
        if written is None:
            continue
        try:
            read(written)
        except ValueError:
            what = "day of the year" if key == "yearly" else "period"
            yield Finding("duration", f"«{written}» is no {what}", folded.place(spot, key), hint=hint)


def _check_together(folded: Folded, spot: Spot, duty: Duty) -> Iterator[Finding]:
    """Find what cannot stand in one duty; each hint says which key to change."""
    anchors = [key for key in ANCHORS if getattr(duty, key) is not None]
    lengths = [key for key in LENGTHS if getattr(duty, key) is not None]
    wrong: list[tuple[str, str, str]] = []
    if len(anchors) > 1:
        message = f"«{duty.id}» is counted from several things: {' and '.join(anchors)}"
        wrong.append((anchors[1], message, "keep one of them, and make another duty of the other"))
    if len(lengths) > 1:
        wrong.append(("working_days", f"«{duty.id}» has two lengths", "keep «within» or «working_days»"))
    for key in lengths if not anchors or anchors == ["yearly"] else ():
        message = f"«{duty.id}» has a length, and nothing that it is counted from"
        wrong.append((key, message, f"add one of {', '.join(ANCHORS[:-1])}, or remove «{key}»"))
    for key in (*lengths, *(found for found in anchors if found in (*BACKWARDS, "yearly"))):
        if duty.every is not None:
            message = f"«{duty.id}» recurs, and «{key}» does not go with that"
            wrong.append(("every", message, f"remove «every» or «{key}»"))
    if duty.times < 1 or (duty.times > 1 and (duty.every is None or anchors)):
        hint = "use it with «every», and without anything that the days are counted from"
        wrong.append(("times", f"«{duty.id}» is done {duty.times} times in no interval", hint))
    if duty.working_days is not None and duty.working_days < 1:
        wrong.append(("working_days", "a length is at least 1", "count from the day after the event"))
    if duty.moves is not None and not (lengths or anchors == ["yearly"] or duty.every):
        wrong.append(("moves", f"«{duty.id}» has no last day that could move", "remove «moves»"))
    for key, message, hint in (*wrong, *_about_events(duty)):
        yield Finding("duty-days", message, folded.place(spot, key), Severity.ERROR, hint)


def _about_events(duty: Duty) -> Iterator[tuple[str, str, str]]:
    """Give what is said of an event by a duty that follows from none."""
    if duty.early and (duty.every is not None or not (duty.after or duty.after_meeting)):
        message = f"«{duty.id}» follows from no single event that it could be done before"
        yield (
            "early",
            message,
            "use it with «after» or «after_meeting», without «every», or remove «early»",
        )
    if duty.event_about and not (duty.after or duty.before):
        message = f"«{duty.id}» has no event that could be about something"
        yield "event_about", message, "use it with «after» or «before», or remove «event_about»"
