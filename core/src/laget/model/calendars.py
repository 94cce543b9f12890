"""The calendar of a year: every duty, with the days and stretches in which it falls."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.answers import DutyState, LawAnswer, MunicipalityRef, Receipt
from laget.model.citations import SourceRef
from laget.model.entitlements import Force


@frozen(kw_only=True)
class CalendarDuty:
    """A duty of a calendar. Its entries name it by `key`."""

    key: str
    """Its name in this calendar: its id, and the municipality's where municipalities differ."""
    id: str
    """The id of the duty."""
    municipalities: tuple[str, ...]
    """The ids of the municipalities that it holds in."""
    text: str
    """The duty as a sentence."""
    when: str
    """What the day is counted from, and how, in words."""
    owner: str | None
    """The id of the role, office or group that must do it; `null` where the source is silent."""
    owner_name: str | None
    """What the owner is called."""
    to: str | None
    """The id of the role, office or group that it is done for; `null` where the source is silent."""
    to_name: str | None
    """What the recipient is called."""
    force: Force
    """How binding the source's words are."""
    about: tuple[str, ...]
    """The ids of the entitlements it is about; none where it is about all."""
    forms: tuple[str, ...]
    """The ids of the forms it is done on."""
    unclear: str | None
    """What the source leaves open about it."""
    sources: tuple[SourceRef, ...]
    """Where the documents say so."""
    law: tuple[LawAnswer, ...]
    """The legal basis."""


@frozen(kw_only=True)
class CalendarEntry:
    """One time that a duty falls in the year: on a day, or some time in a stretch."""

    key: str
    """Names this time, and stays the same when its day moves: for joining it with what was sent before."""
    duty: str
    """The key of the duty."""
    first: date
    """The last day for doing it; the first day of the stretch, where the source gives no day."""
    last: date
    """The same day; the last day of the stretch, where the source gives no day."""
    is_day: bool
    """True for a last day, false for a stretch in which it is done on a day that the source does not give."""
    times: int
    """How often in the stretch."""
    about: tuple[str, ...]
    """The ids of the entitlements it is about this time."""
    counted_from: date | None
    """The day of the event that it is counted from."""
    day_off: str | None
    """What makes the day no working day: the name of the weekend day or of the public holiday."""
    moved_from: date | None
    """The day before it was moved, where a rule moves it."""
    state: DutyState
    """Whether the case shows that it is done; without a case always unknown."""
    overdue: bool | None
    """Whether the day has passed and nothing shows that it is done; `null` when nothing could."""
    done_on: date | None
    """The day on which it was done."""


@frozen(kw_only=True)
class Calendar:
    """What must be done in a year, in a municipality, for a case, or in all municipalities of a region."""

    contract: int
    """The version of this form."""
    receipts: tuple[Receipt, ...]
    """The fingerprints of everything that produced the answer, one for each rule book that was asked."""
    municipality: MunicipalityRef
    """The municipality, or the region."""
    members: tuple[MunicipalityRef, ...]
    """The municipalities of a region."""
    year: int
    """The year."""
    on: date
    """The date asked about: what is overdue is so on this day."""
    has_case: bool
    """Whether the calendar is that of a case."""
    duties: tuple[CalendarDuty, ...]
    """Every duty, also those without a day in this year."""
    entries: tuple[CalendarEntry, ...]
    """The days and stretches, in order."""
    without_day: tuple[str, ...]
    """The keys of duties without an entry: they follow from what happens, or the source gives no time."""
    notes: tuple[str, ...]
    """What a reader must know."""
