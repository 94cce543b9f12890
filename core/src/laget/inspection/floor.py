"""The national floor: local text that asks more than the statutory ground it narrows.

The two grounds are held against the same imagined cases (`comparison.witnesses`): each value from
every stretch between thresholds, as many cases as the bound allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from laget.assessment import Assessor
from laget.assessment.reasons import GroundParts
from laget.assessment.verdicts import Grounds
from laget.checks.folded import Folded, Spot
from laget.comparison.trials import Tested
from laget.comparison.witnesses import Hunt
from laget.findings import Finding, Severity
from laget.inspection.regions import told
from laget.inspection.spots import is_own
from laget.model.answers import Outcome
from laget.model.entitlements import Entitlement, Ground
from laget.model.witnesses import Witness

BOUND: Final = 2_000
"""How many cases are tried for one local ground."""


def check_floor(folded: Folded, bound: int = BOUND) -> Iterator[Finding]:
    """Note local grounds that are not met in cases in which the statutory ground is."""
    narrowing = [
        (entitlement, at, ground)
        for entitlement in folded.book.entitlements.values()
        for at, ground in enumerate(entitlement.grounds)
        if ground.narrows is not None
        and is_own(folded, Spot("entitlements", entitlement, ("grounds", at), ground))
    ]
    if not narrowing:
        return
    plan = Assessor(folded.book).plan
    parts = {found.entitlement.id: _by_id(found.grounds) for found in plan.entitlements}
    for entitlement, at, ground in narrowing:
        own = parts[entitlement.id]
        floor = Tested(plan, Grounds((own[str(ground.narrows)],)))
        hunt = Hunt(floor, Tested(plan, Grounds((own[ground.id],))), bound)
        hunt.run()
        yield from _found(folded, entitlement, at, ground, hunt)


def _by_id(grounds: Grounds) -> Mapping[str, GroundParts]:
    return {parts.plan.ground.id: parts for parts in grounds.parts}


def _found(
    folded: Folded, entitlement: Entitlement, at: int, ground: Ground, hunt: Hunt
) -> Iterator[Finding]:
    place = folded.place(Spot("entitlements", entitlement, ("grounds", at), ground), "narrows")
    result = hunt.result()
    witness = result.better_in_first if result else None
    share = f"not all, at most {hunt.bound}" if hunt.left_out else "all there are"
    tried = f"{hunt.tried} cases tried, {share}"
    if witness is not None and witness.first.outcome is Outcome.MET:
        hint = (
            f"{_reasons(witness)}: the right holds all the same, and laget shows both; assess the case file "
            f"«{{on: {witness.second.case.on}, facts: {{{told(witness.second.case.facts)}}}}}»"
        )
        message = (
            f"«{ground.id}» of «{entitlement.id}» is {witness.second.outcome.value} where the statutory "
            f"«{ground.narrows}» is met ({tried})"
        )
        yield Finding("stricter-than-floor", message, place, Severity.NOTE, hint)
    elif hunt.tried >= hunt.bound:
        message = f"whether «{ground.id}» is stricter than «{ground.narrows}» was not settled ({tried})"
        hint = "nothing is wrong; try a case of your own with «laget assess»"
        yield Finding("not-enumerated", message, place, Severity.NOTE, hint)


def _reasons(witness: Witness) -> str:
    texts = " and ".join(f"«{text}»" for text in witness.second.because[:2])
    return f"the local text also asks {texts}" if texts else "the local text asks more"
