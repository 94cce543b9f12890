"""Witnesses: cases that two handbooks answer differently, and how they were searched for; plain data."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.answers import Outcome
from laget.model.entitlements import Strength
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping


@frozen(kw_only=True)
class WitnessThing:
    """Something the child of a witness already has."""

    id: str
    """The id of an entitlement or a thing."""


@frozen(kw_only=True)
class WitnessCase:
    """The witness as a case file for one side: `laget assess` takes it as it is."""

    on: date
    """The date asked about."""
    facts: FrozenMapping[FactValue]
    """The facts, without those that this side does not know or gives itself."""
    has: tuple[WitnessThing, ...]
    """What the child already has."""
    has_complete: bool
    """True when `has` lists everything."""


@frozen(kw_only=True)
class WitnessSide:
    """What one side says about a witness."""

    case: WitnessCase
    """The case, as this side takes it."""
    follows: FrozenMapping[FactValue]
    """Facts that the rules read, and that follow from the case, such as the age."""
    outcome: Outcome
    """The strict outcome."""
    strength: Strength | None
    """The strength; `null` while the outcome is unknown."""
    because: tuple[str, ...]
    """The criteria that keep the outcome from being better, as sentences."""


@frozen(kw_only=True)
class Witness:
    """A smallest case that the two sides answer differently."""

    first: WitnessSide
    """What the first side says."""
    second: WitnessSide
    """What the second says."""


@frozen(kw_only=True)
class Search:
    """How thoroughly two sets of rules were searched for a case that separates them."""

    tried: int
    """The number of cases tried on both sides, also those that leave facts open."""
    bound: int
    """The greatest number that would have been tried."""
    exhaustive: bool
    """True when nothing was left out: then having found nothing means that there is nothing."""


@frozen(kw_only=True)
class GroundsDifference:
    """Two sets of grounds that are not the same, with cases that show it."""

    better_in_first: Witness | None
    """A case that the first side answers better; `null` when none was found."""
    better_in_second: Witness | None
    """A case that the second side answers better; `null` when none was found."""
    search: Search
    """How thoroughly it was searched. Nothing found within the bound is not "equal"."""
