"""Grounds: the criteria of one set of conditions, read in a case and come to an outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from laget.assessment.conditions import Condition, Reading, condition_of
from laget.assessment.outcomes import Fulfilled, all_of, any_of, ground_outcome, opposite
from laget.assessment.views import View
from laget.model.answers import Outcome
from laget.model.entitlements import Criterion, Force, Ground, Scope, Strength


@frozen(eq=False)
class CriterionPlan:
    """A criterion, prepared for being read many times."""

    criterion: Criterion
    condition: Condition
    is_part: bool
    """Whether it is an exclusion that takes away only a part."""
    decides: bool
    """Whether its value alone can change the outcome of its ground."""


@frozen(eq=False)
class GroundReading:
    """A ground in one case: its outcome, and the values that led to it."""

    outcome: Outcome
    opened: bool
    """Whether an opening is why the outcome is `exception`."""
    readings: tuple[Reading, ...]
    total: Fulfilled
    """Whether everything applied for falls under partial exclusions that must not apply."""
    usual_total: Fulfilled
    """The same, when those that normally exclude count too."""
    at_best: Outcome
    """The best outcome that further facts can lead to."""
    waiting: tuple[tuple[CriterionPlan, Reading], ...]
    """The deciding criteria whose value is unknown."""


KEPT_READINGS = 1024
"""How many readings of one ground are kept: there are few ways in which its criteria can stand."""


@frozen(eq=False)
class GroundPlan:
    """A ground with all criteria that reach it, prepared for being read many times."""

    ground: Ground
    criteria: tuple[CriterionPlan, ...]
    conditions: tuple[Condition, ...]
    """The criteria's conditions; below stand positions in this list."""
    reading: Mapping[str, tuple[int, ...]]
    """Fact → the conditions that read it."""
    musts: tuple[int, ...]
    barriers: tuple[int, ...]
    """Exclusions that must not apply."""
    prerequisites: tuple[int, ...]
    """Conditions of other rules that stand before the ground."""
    normallys: tuple[int, ...]
    normal_exclusions: tuple[int, ...]
    parts: tuple[int, ...]
    """Exclusions that take away only a part."""
    must_parts: tuple[int, ...]
    usual_parts: tuple[int, ...]
    """Those of them that must not, or normally do not, apply."""
    _made: dict[object, GroundReading] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def strength(self) -> Strength:
        """What the ground gives when it is met."""
        return self.ground.strength

    def strength_of(self, reading: GroundReading) -> Strength:
        """Give what the ground gives in a case: what its opening gives, where that is why."""
        return (
            self.ground.opening.strength if reading.opened and self.ground.opening else self.ground.strength
        )

    def read(self, view: View, purposes: frozenset[str]) -> GroundReading:
        """Read the ground in a case where help is applied for with some purposes.

        Equal readings give the same object: it is made once, and kept. Where the view changes a few
        facts of another one, only what reads them is read anew.
        """
        if view.base is None:
            key = (self, purposes)
            found = view.grounds.get(key)
            if found is None:
                readings = tuple([view.read(condition) for condition in self.conditions])
                found = view.grounds[key] = self._kept(readings, purposes)
            return found
        base = self.read(view.base, purposes)
        changed = list(base.readings)
        for name in view.changed:
            for position in self.reading.get(name, ()):
                changed[position] = view.read(self.conditions[position])
        readings = tuple(changed)
        return base if readings == base.readings else self._kept(readings, purposes)

    def _kept(self, readings: tuple[Reading, ...], purposes: frozenset[str]) -> GroundReading:
        key = (readings, purposes)
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= KEPT_READINGS:
                self._made.clear()
            made = self._made[key] = self._reading(readings, purposes)
        return made

    def _reading(self, readings: tuple[Reading, ...], purposes: frozenset[str]) -> GroundReading:
        total = self._total(readings, purposes, self.must_parts)
        usual_total = self._total(readings, purposes, self.usual_parts)
        outcome, opened = self._outcome(readings, total, usual_total)
        return GroundReading(
            outcome=outcome,
            opened=opened,
            readings=readings,
            total=total,
            usual_total=usual_total,
            at_best=self._at_best(outcome, readings, total, usual_total),
            waiting=self._waiting(readings, parts_wait=total is None or usual_total is None),
        )

    def _at_best(
        self, outcome: Outcome, readings: tuple[Reading, ...], total: Fulfilled, usual_total: Fulfilled
    ) -> Outcome:
        if outcome is not Outcome.UNKNOWN:
            return outcome
        pairs = zip(self.criteria, readings, strict=True)
        best = tuple(found.at_best(exclusion=plan.criterion.exclusion) for plan, found in pairs)
        return self._outcome(best, total or False, usual_total or False)[0]

    def _waiting(
        self, readings: tuple[Reading, ...], *, parts_wait: bool
    ) -> tuple[tuple[CriterionPlan, Reading], ...]:
        pairs = zip(self.criteria, readings, strict=True)
        return tuple(
            (plan, found)
            for plan, found in pairs
            if found.holds is None and (plan.decides or (plan.is_part and parts_wait))
        )

    def _outcome(
        self, readings: tuple[Reading, ...], total: Fulfilled, usual_total: Fulfilled
    ) -> tuple[Outcome, bool]:
        """Give the outcome, and whether an opening is why it is `exception`."""
        has_opening = self.ground.opening is not None
        musts = _all_hold(readings, self.musts)
        barriers = (
            _all_hold(readings, self.prerequisites),
            _none_holds(readings, self.barriers),
            opposite(total),
        )
        normallys = (
            _all_hold(readings, self.normallys),
            _none_holds(readings, self.normal_exclusions),
            opposite(usual_total),
        )
        outcome = ground_outcome(musts, all_of(normallys), all_of(barriers), opening=has_opening)
        return outcome, has_opening and outcome is Outcome.EXCEPTION and musts is False

    def _total(
        self, readings: Sequence[Reading], purposes: frozenset[str], parts: tuple[int, ...]
    ) -> Fulfilled:
        """Tell whether everything that is applied for falls under some partial exclusions."""
        if not purposes or not parts:
            return False
        return all_of(
            any_of(
                readings[part].holds for part in parts if purpose in self.criteria[part].criterion.purposes
            )
            for purpose in purposes
        )


def _all_hold(readings: Sequence[Reading], positions: tuple[int, ...]) -> Fulfilled:
    """Tell whether all of some conditions hold."""
    result: Fulfilled = True
    for position in positions:
        holds = readings[position].holds
        if holds is False:
            return False
        if holds is None:
            result = None
    return result


def _none_holds(readings: Sequence[Reading], positions: tuple[int, ...]) -> Fulfilled:
    """Tell whether none of some exclusions applies."""
    result: Fulfilled = True
    for position in positions:
        holds = readings[position].holds
        if holds is True:
            return False
        if holds is None:
            result = None
    return result


def criterion_plan(criterion: Criterion) -> CriterionPlan:
    """Prepare a criterion."""
    is_part = criterion.exclusion and criterion.scope is Scope.PART
    decides = criterion.force in (Force.MUST, Force.NORMALLY) and not is_part
    return CriterionPlan(criterion, condition_of(criterion.when, criterion.unclear), is_part, decides)


def _positions_by_fact(plans: Sequence[CriterionPlan]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for position, plan in enumerate(plans):
        for name in plan.condition.facts:
            found.setdefault(name, []).append(position)
    return {name: tuple(positions) for name, positions in found.items()}


def ground_plan(ground: Ground, plans: tuple[CriterionPlan, ...], first: int) -> GroundPlan:
    """Prepare a ground with all criteria that reach it; before `first` stand the prerequisites.

    An opening is for people outside the criteria. It does not open what is asked before any
    criterion, so prerequisites count as barriers.
    """

    def positions(force: Force, *, exclusion: bool) -> tuple[int, ...]:
        return tuple(
            index
            for index, plan in enumerate(plans)
            if plan.decides and plan.criterion.force is force and plan.criterion.exclusion is exclusion
        )

    def parts(*forces: Force) -> tuple[int, ...]:
        return tuple(
            index for index, plan in enumerate(plans) if plan.is_part and plan.criterion.force in forces
        )

    conditions = positions(Force.MUST, exclusion=False)
    return GroundPlan(
        ground,
        plans,
        conditions=tuple(plan.condition for plan in plans),
        reading=_positions_by_fact(plans),
        musts=tuple(index for index in conditions if index >= first),
        barriers=positions(Force.MUST, exclusion=True),
        prerequisites=tuple(index for index in conditions if index < first),
        normallys=positions(Force.NORMALLY, exclusion=False),
        normal_exclusions=positions(Force.NORMALLY, exclusion=True),
        parts=parts(*Force),
        must_parts=parts(Force.MUST),
        usual_parts=parts(Force.MUST, Force.NORMALLY),
    )
