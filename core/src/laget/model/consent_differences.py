"""Rules of consent that differ between two handbooks: plain data, a part of a comparison."""

from __future__ import annotations

from attrs import frozen

from laget.model.answers import ChoiceState
from laget.model.facts import FactValue
from laget.model.mapping import FrozenMapping
from laget.model.plans import ConsentForm
from laget.model.witnesses import WitnessCase


@frozen(kw_only=True)
class Consenter:
    """One who consents, or may do it."""

    role: str
    """The id of the role."""
    name: str
    """What it is called."""
    form: ConsentForm
    """How the consent is given."""


@frozen(kw_only=True)
class ConsentSide:
    """A rule of consent on one side."""

    name: str
    """What is consented to."""
    about: tuple[str, ...]
    """The ids of the entitlements and forms that need it."""
    lines: tuple[str, ...]
    """Who consents, as the source's sentences."""


@frozen(kw_only=True)
class ConsentWitnessSide:
    """What one side says about who consents in a case."""

    case: WitnessCase
    """The case, as this side takes it."""
    follows: FrozenMapping[FactValue]
    """Facts that the rules read, and that follow from the case, such as the age."""
    state: ChoiceState
    """What is known."""
    who: tuple[Consenter, ...]
    """The one who consents, when settled; all who may, when not; none, when the source is silent."""


@frozen(kw_only=True)
class ConsentWitness:
    """A case in which others consent on the two sides, or in another way."""

    first: ConsentWitnessSide
    """What the first side says."""
    second: ConsentWitnessSide
    """What the second says."""


@frozen(kw_only=True)
class ConsentDifference:
    """A rule of consent that differs, or that only one side has."""

    consent: str
    """The id of the rule."""
    first: ConsentSide | None
    """The rule on the first side; `null` when it is not there."""
    second: ConsentSide | None
    """The rule on the second side; `null` when it is not there."""
    witness: ConsentWitness | None
    """A case that shows who else consents; `null` when none was found, or only one side has the rule."""
