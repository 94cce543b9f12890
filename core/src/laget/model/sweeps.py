"""Sweeps: what is said of one entitlement while one fact goes through all values that matter."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from laget.model.answers import MunicipalityRef, Outcome, Provisional, Receipt
from laget.model.entitlements import Strength
from laget.model.facts import FactValue


@frozen(kw_only=True)
class SweptCriterion:
    """A criterion or an exclusion of the entitlement."""

    ground: str
    """The ground that it stands in."""
    id: str
    """Its id in the ground."""
    text: str
    """The rule as a sentence."""
    exclusion: bool
    """True when the rule takes away."""


@frozen(kw_only=True)
class Flip:
    """A criterion that gets another value from one step to the next."""

    criterion: SweptCriterion
    """The criterion."""
    before: bool | None
    """Its value in the step before; `null` is unknown."""
    after: bool | None
    """Its value in this step; `null` is unknown."""


@frozen(kw_only=True)
class SweepStep:
    """Neighbouring values of the fact for which everything stays the same."""

    values: tuple[FactValue, ...]
    """The values tried, in order; between two numbers or days of one step nothing changes."""
    open_ended: bool
    """Whether every higher value belongs to the step too."""
    outcome: Outcome
    """The outcome."""
    strength: Strength | None
    """The strength of the outcome."""
    provisional: Provisional
    """The outcome if rarely raised facts are as people presume."""
    at_best: Outcome
    """The best that any further fact can give."""
    flips: tuple[Flip, ...]
    """The criteria that are other than in the step before; the first step has none."""


@frozen(kw_only=True)
class Untouched:
    """A criterion whose value is the same for every value of the fact."""

    criterion: SweptCriterion
    """The criterion."""
    reads: bool
    """Whether it reads the fact all the same: then something else in the case settles it."""
    holds: bool | None
    """Its value throughout; `null` is unknown."""


@frozen(kw_only=True)
class Sweep:
    """How the answer about one entitlement follows one fact, all else in a case being as it is."""

    contract: int
    """The version of this form."""
    receipt: Receipt
    """The fingerprint of everything that produced it."""
    municipality: MunicipalityRef
    """The municipality asked about."""
    on: date
    """The date asked about."""
    entitlement: str
    """The id of the entitlement."""
    name: str
    """What the municipality calls it."""
    fact: str
    """The id of the fact."""
    set_aside: tuple[str, ...]
    """Facts of the case that are left out: the fact follows from them, or they from the fact."""
    impossible: tuple[FactValue, ...]
    """Values that cannot be with the rest of the case, and are left out."""
    steps: tuple[SweepStep, ...]
    """The steps, from the lowest value."""
    untouched: tuple[Untouched, ...]
    """The criteria that never change."""
