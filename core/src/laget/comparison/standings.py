"""Standings: what only one side has, or has in another way; and other names for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from laget.comparison.sides import Prepared
from laget.model.differences import NameDifference, Standing, StandingDifference, StandingState

THERE = (StandingState.ASSESSED, StandingState.OFFER, StandingState.ANNOUNCED)
"""How something stands that is there."""


class Named(Protocol):
    """Something with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


def standing_differences(first: Prepared, second: Prepared) -> Iterator[StandingDifference]:
    """Find what does not stand the same way on both sides; what neither has is no difference."""
    names = {*first.handbook.entitlements, *second.handbook.entitlements}
    for name in sorted(names):
        one, other = standing(first, name), standing(second, name)
        if one.state is not other.state:
            entry = first.handbook.entitlements.get(name) or second.handbook.entitlements[name]
            yield StandingDifference(id=name, kind=entry.kind, first=one, second=other)


def standing(side: Prepared, name: str) -> Standing:
    """Tell how something stands on a side."""
    handbook = side.handbook
    entry = handbook.entitlements.get(name)
    if entry is not None:
        if not entry.available:
            return Standing(state=StandingState.ANNOUNCED, name=entry.name, reason=None)
        state = StandingState.ASSESSED if entry.grounds else StandingState.OFFER
        return Standing(state=state, name=entry.name, reason=None)
    gone = next(
        (found for found in handbook.gone if found.section == "entitlements" and found.id == name), None
    )
    if gone is None:
        return Standing(state=StandingState.ABSENT, name=None, reason=None)
    state = StandingState.WITHDRAWN if gone.withdrawn else StandingState.ENDED
    return Standing(state=state, name=None, reason=gone.said(side.side.language).reason)


def name_differences(first: Prepared, second: Prepared) -> Iterator[NameDifference]:
    """Find other names for what both have."""
    for section in ("entitlements", "roles", "offices", "terms"):
        one: Mapping[str, Named] = getattr(first.handbook, section)
        other: Mapping[str, Named] = getattr(second.handbook, section)
        for id_ in sorted({*one} & {*other}):
            if one[id_].name != other[id_].name:
                yield NameDifference(section=section, id=id_, first=one[id_].name, second=other[id_].name)
