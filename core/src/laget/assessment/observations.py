"""Observations: what laget itself sees in the group around a child and in its meetings.

A group is listed whole, so its numbers are exact; a group without any member is one that nobody
listed, and nothing is known of it. Nobody lists the meetings held but for some: where a meeting of
a kind is listed that was held by the date asked about, all of that kind are. Without one, how often
they meet is unknown, never zero.

A year back from a date that the year before lacks is its month's last day: from 29 February 2028
to 28 February 2027. That day itself is no longer within the year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from laget.criteria import Value, shifted
from laget.model.case import GroupAround, MeetingHeld
from laget.model.facts import Observed

CHILD_SIDE = frozenset({"tjenestemottaker", "foresatt", "verge", "parorende"})
"""The national roles of the recipient and those who stand beside the child."""
COORDINATORS = frozenset({"koordinator", "barnekoordinator"})
"""The national roles of those who coordinate by law."""
DOCTOR = "fastlege"
"""The national role of the child's doctor."""

OF_A_GROUP = frozenset(
    {
        Observed.GROUP_MEMBERS,
        Observed.GROUP_OFFICES,
        Observed.GROUP_COORDINATORS,
        Observed.GROUP_HAS_CHILD_SIDE,
        Observed.GROUP_HAS_DOCTOR,
    }
)
"""What is seen in a group."""
OF_A_MEETING = frozenset({Observed.MEETING_NOTICE_DAYS, Observed.MEETING_MINUTES})
"""What is seen in one meeting."""

Seen = Mapping[Observed, Value]


def seen_in_group(group: GroupAround) -> Seen:
    """Give what is seen in a group; nothing, where nobody listed its members."""
    if not group.members:
        return {}
    roles = [member.role for member in group.members]
    return {
        Observed.GROUP_MEMBERS: len(roles),
        Observed.GROUP_OFFICES: len({member.office for member in group.members} - {None}),
        Observed.GROUP_COORDINATORS: sum(role in COORDINATORS for role in roles),
        Observed.GROUP_HAS_CHILD_SIDE: not CHILD_SIDE.isdisjoint(roles),
        Observed.GROUP_HAS_DOCTOR: DOCTOR in roles,
    }


def seen_in_meeting(meeting: MeetingHeld) -> Seen:
    """Give what is seen in one meeting."""
    notice = None if meeting.invited is None else (meeting.on - meeting.invited).days
    return {Observed.MEETING_NOTICE_DAYS: notice, Observed.MEETING_MINUTES: meeting.minutes}


def seen_in_year(meetings: Iterable[MeetingHeld], kind: str, on: date) -> Seen:
    """Give how many meetings of a kind were held in the year up to a date, that date included."""
    held = [meeting.on for meeting in meetings if meeting.kind == kind and meeting.on <= on]
    start = shifted(on, -12)
    if not held or start is None:
        return {}
    return {Observed.MEETINGS_LAST_YEAR: sum(day > start for day in held)}
