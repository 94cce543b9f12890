"""Bearing: whether a duty concerns a case, by what has happened and by what the child has."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.case import Case, Event


@frozen
class Bearing:
    """What a duty is about, held against cases."""

    about: frozenset[str]
    """The entitlements it is about; all, when there are none."""
    is_backwards: bool
    """Whether it must be done before something happens."""
    event_about: frozenset[str] = frozenset()
    """The entitlements that its event is about, where those are others."""

    def on_event(self, event: Event, case: Case) -> bool:
        """Tell whether an event is about what the duty is about.

        One about nothing in particular is about all that the child has or applies for. Before a planned
        event it always is: what must be applied for by then may not be listed yet. One about something
        else that the duty names counts unless a complete list rules out what the duty is about.
        """
        if event.about in self.event_about:
            return self._may_be_on_child(case)
        if not self.about or event.about in self.about:
            return True
        if event.about is not None:
            return False
        own = _own(case)
        return self.is_backwards or not own or not self.about.isdisjoint(own)

    def _may_be_on_child(self, case: Case) -> bool:
        group = {case.group.kind} if case.group else set[str]()
        return not case.has_complete or not self.about.isdisjoint(_own(case) | group)

    def on_child(self, case: Case, on: date) -> bool:
        """Tell whether the child has what the duty is about; a duty about all is no child's own."""
        held = {found.id for found in case.has if found.since is None or found.since <= on}
        group = {case.group.kind} if case.group else set[str]()
        return not self.about.isdisjoint(held | group)

    def on_day(self, case: Case, on: date) -> bool:
        """Tell whether a day that follows from facts is the case's: by what it has, or applies for."""
        applied = {found.id for found in case.applies_for}
        return not self.about or not self.about.isdisjoint(applied) or self.on_child(case, on)

    def since(self, case: Case, day: date) -> bool:
        """Tell whether the case says that the child had on a day what the duty is about."""
        return any(held.since is not None and held.since <= day for held in case.has if held.id in self.about)


def _own(case: Case) -> set[str]:
    """Give what the child has or applies for."""
    return {*(held.id for held in case.has), *(found.id for found in case.applies_for)}
