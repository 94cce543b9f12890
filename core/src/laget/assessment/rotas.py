"""Rotas: who answers for a service at one moment, until when, and who before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from attrs import frozen

from laget.assessment.areas import area_plans
from laget.assessment.conditions import condition_of
from laget.assessment.references import References
from laget.assessment.views import View
from laget.hours import END, FIRST, require_known
from laget.model.answers import (
    CONTRACT,
    Candidate,
    ChoiceState,
    MunicipalityRef,
    Receipt,
    RotaAnswer,
    TurnAnswer,
)
from laget.model.handbook import Handbook
from laget.model.rotas import Rota, Shift
from laget.rotas import Turn, merged, turns
from laget.texts import say

NEAR = (timedelta(days=9), timedelta(days=60))
"""How far around a moment changes are looked for first."""
FARTHEST = timedelta(days=731)
"""How far around a moment they are looked for at last."""

Group = tuple[Turn, ...]
"""Turns next to each other in which the same ones answer."""


@frozen
class _Around:
    """The turns in which the same ones answer at a moment, and those next to them."""

    groups: Sequence[Group]
    index: int
    """The position of the moment's own."""

    @property
    def is_whole(self) -> bool:
        """Whether the time that was looked at shows both ends of all three."""
        return 1 < self.index < len(self.groups) - 2

    def since(self, index: int) -> datetime | None:
        """Give when a group begins; `None` when that is outside the time that was looked at."""
        return self.groups[index][0].start if index > 0 else None

    def until(self, index: int) -> datetime | None:
        """Give when a group ends; `None` when that is outside the time that was looked at."""
        return self.groups[index][-1].end if index < len(self.groups) - 1 else None


@frozen
class RotaAsker:
    """Answers who answers, from the rotas of a handbook."""

    handbook: Handbook
    references: References
    receipt: Receipt
    municipality: MunicipalityRef
    language: str

    def answer(self, service: str, at: datetime, on: date, view: View) -> RotaAnswer:
        """Say who answers for a service at a moment.

        `service` is the id of an entitlement or an office, `at` wall time without a zone, and `on`
        the day whose rules are asked. Raises `UnknownHolidaysError` for a moment whose public
        holidays are not known.
        """
        rota = self.handbook.rotas.get(service)
        moment = at.replace(second=0, microsecond=0)
        if rota is None:
            return self._silent(service, moment, on)
        around = _around(rota, moment, view)
        group = around.groups[around.index]
        turn = next(found for found in group if found.start <= moment < found.end)
        before, after = self._neighbour(around, -1), self._neighbour(around, 1)
        refs = [ref for shift in turn.shifts for ref in shift.sources]
        return RotaAnswer(
            contract=CONTRACT,
            receipt=self.receipt,
            municipality=self.municipality,
            on=on,
            service=service,
            service_name=rota.name,
            at=moment,
            **self._who(turn),
            since=around.since(around.index),
            until=around.until(around.index),
            before=before,
            after=after,
            texts=tuple(dict.fromkeys(self._texts(rota, turn, view))),
            sources=tuple(dict.fromkeys([*refs, *rota.sources])),
            law=tuple(dict.fromkeys(law for shift in turn.shifts for law in self.references.law(shift.law))),
        )

    def _silent(self, service: str, at: datetime, on: date) -> RotaAnswer:
        """Say that the sources give no hours."""
        named = self.handbook.entitlements.get(service) or self.handbook.offices[service]
        return RotaAnswer(
            contract=CONTRACT,
            receipt=self.receipt,
            municipality=self.municipality,
            on=on,
            service=service,
            service_name=named.name,
            at=at,
            state=ChoiceState.SILENT,
            office=None,
            name=None,
            candidates=(),
            since=None,
            until=None,
            before=None,
            after=None,
            texts=(say("no_hours", self.language, what=named.name), *self._elsewhere(service)),
            sources=(),
            law=(),
        )

    def _elsewhere(self, office: str) -> Iterator[str]:
        """Say which rotas an office is in."""
        for rota in self.handbook.rotas.values():
            if any(shift.office == office for shift in rota.shifts):
                yield say("in_rota", self.language, what=rota.name, id=rota.id)

    def _neighbour(self, around: _Around, step: int) -> TurnAnswer | None:
        index = around.index + step
        if not 0 <= index < len(around.groups):
            return None
        since, until = around.since(index), around.until(index)
        return TurnAnswer(**self._who(around.groups[index][0]), since=since, until=until)

    def _who(self, turn: Turn) -> dict[str, Any]:
        """Give state, office, name and candidates of a turn, as answers have them."""
        named = {name: self.handbook.offices[name].name for name in turn.offices}
        if turn.state is ChoiceState.SETTLED:
            ((office, name),) = named.items()
            return {"state": turn.state, "office": office, "name": name, "candidates": ()}
        found = tuple(Candidate(office=office, role=None, name=name) for office, name in named.items())
        return {"state": turn.state, "office": None, "name": None, "candidates": found}

    def _texts(self, rota: Rota, turn: Turn, view: View) -> Iterator[str]:
        """Give the hours in words, what the source leaves open, and whom the office serves."""
        for shift in turn.shifts:
            yield shift.text
        for shift in turn.perhaps:
            if shift.unclear is not None:
                yield shift.unclear.note
        if turn.state is ChoiceState.SILENT and rota.hole is not None:
            yield rota.hole.note
        if turn.overlaps and rota.overlap is not None:
            yield rota.overlap.note
        if turn.state is ChoiceState.SETTLED:
            for plan in area_plans(self.handbook, turn.offices, self.language).values():
                yield from plan.notes(view)


def _around(rota: Rota, at: datetime, view: View) -> _Around:
    """Find the turns around a moment, looking no further than it takes to see both ends of each."""

    def unclear(shift: Shift) -> bool:
        return shift.unclear is not None and view.read(condition_of(None, shift.unclear)).holds is not True

    for span in NEAR:
        around = _within(rota, at, span, unclear)
        if around.is_whole:
            return around
    return _within(rota, at, FARTHEST, unclear)


def _within(rota: Rota, at: datetime, span: timedelta, unclear: Callable[[Shift], bool]) -> _Around:
    require_known(at)
    groups = merged(turns(rota, max(FIRST, at - span), min(END, at + span), unclear))
    return _Around(groups, bisect_right([group[0].start for group in groups], at) - 1)
