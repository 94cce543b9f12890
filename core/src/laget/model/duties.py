"""Duties: what somebody must do by a date, and what the date is counted from."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from laget.model.citations import Citation, SourceRef
from laget.model.entitlements import Force
from laget.model.expressions import Formula, Unclear
from laget.model.origins import Entry


class Moves(StrEnum):
    """Where a last day that is no working day is moved to."""

    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"


@frozen(kw_only=True)
class Duty(Entry):
    """What somebody must do by a date.

    At most one of `after`, `before`, `after_meeting`, `before_meeting`, `after_day`, `before_day` and
    `yearly` says what the date is counted from. With `within` or `working_days` it has a last day;
    without them the source gives no deadline, and none is made up. `every` repeats it.
    """

    text: str
    """The duty as a sentence."""
    owner: str | None = None
    """The id of the role, office or group that must do it; left out where the source is silent."""
    recipient: str | None = None
    """The id of the role, office or group that it is done for."""
    force: Force = Force.MUST
    """How binding the source's words are."""
    after: str | None = None
    """The id of the event that the period runs from."""
    before: str | None = None
    """The id of the event that the period is counted back from."""
    after_meeting: str | None = None
    """The id of the kind of meeting that the period runs from: every such meeting of the case."""
    before_meeting: str | None = None
    """The id of the kind of meeting that the period is counted back from."""
    after_day: Formula | None = None
    """The day that the period runs from, as an expression, such as `fodselsdato + years(16)`."""
    before_day: Formula | None = None
    """The day that the period is counted back from, as an expression."""
    yearly: str | None = None
    """The same day each year, as month and day, such as "06-01"."""
    event_about: tuple[str, ...] = ()
    """The entitlements that the event is about, where the duty itself is about others: a new coordinator
    ends another plan. The same as `about`, if left out."""
    early: bool = False
    """Whether it counts as done also when it was done before the event, nearer to it than to the one
    before. Only with `after`."""
    within: str | None = None
    """The length of the period, an ISO 8601 duration, such as "P1M" or "P14D"."""
    working_days: int | None = None
    """The length of the period in working days, where the source counts those."""
    every: str | None = None
    """The interval of what recurs, an ISO 8601 duration, from an event; without one, by the calendar."""
    times: int = 1
    """How often in each interval."""
    moves: Moves | None = None
    """Where the last day moves when it is no working day. Leave it out unless the source says so."""
    done_by: tuple[str, ...] = ()
    """The ids of events that show that it is done."""
    about: tuple[str, ...] = ()
    """The entitlements it is about; all, if left out."""
    transitions: tuple[str, ...] = ()
    """The ids of transitions, such as from school to work, that it prepares for."""
    unclear: Unclear | None = None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...] = ()
    """Where the document says so."""
    law: tuple[Citation, ...] = ()
    """The legal basis, where the source gives one."""
