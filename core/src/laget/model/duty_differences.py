"""Duties that differ between two handbooks: plain data, a part of a comparison."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from laget.model.entitlements import Force


class DutyPart(StrEnum):
    """What can differ in a duty."""

    COUNTED_FROM = "counted_from"
    LENGTH = "length"
    RECURRENCE = "recurrence"
    MOVES = "moves"
    OWNER = "owner"
    RECIPIENT = "recipient"
    FORCE = "force"
    DONE_BY = "done_by"
    ABOUT = "about"
    TRANSITIONS = "transitions"
    UNCLEAR = "unclear"


@frozen(kw_only=True)
class DutySide:
    """A duty on one side."""

    text: str
    """The duty as a sentence."""
    when: str
    """When it is done, in words: the length of the period and what it is counted from."""
    owner: str | None
    """The id of the role or office that must do it; `null` is silence."""
    owner_name: str | None
    """What the one who must do it is called; `null` is silence."""
    recipient: str | None
    """The id of the role or office that it is done for; `null` is silence."""
    recipient_name: str | None
    """What the one it is done for is called; `null` is silence."""
    force: Force
    """How binding the source's words are."""
    done_by: tuple[str, ...]
    """The ids of the events that show that it is done."""
    about: tuple[str, ...]
    """The ids of the entitlements it is about; none is all."""
    unclear: str | None
    """What the source leaves open about it."""


@frozen(kw_only=True)
class DutyDifference:
    """A duty, with its deadline, that differs, or that only one side has."""

    duty: str
    """The id of the duty."""
    first: DutySide | None
    """The duty on the first side; `null` when it is not there."""
    second: DutySide | None
    """The duty on the second side; `null` when it is not there."""
    parts: tuple[DutyPart, ...]
    """What differs; nothing, when only one side has it."""
