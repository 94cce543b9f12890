"""What tests of the renderings share: assessments of the fiction, as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from laget.model.answers import Assessment, EntitlementAnswer
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.render.assessment import assessment_text
from laget.render.words import Names

Assess = Callable[..., Assessment]


@pytest.fixture
def names(handbook: Handbook) -> Names:
    """Give the words of Lia's handbook."""
    return Names(handbook)


@pytest.fixture
def assess(lia: Municipality) -> Assess:
    """Give a function that assesses a case in Lia, given its facts and other keys."""

    def run(facts: dict[str, object] | None = None, **case: Any) -> Assessment:
        return lia.assess({"on": "2026-03-01", "facts": facts or {}, **case})

    return run


@pytest.fixture
def answered(assess: Assess) -> Callable[..., EntitlementAnswer]:
    """Give a function that assesses a case and gives one entitlement's answer."""

    def run(entitlement: str, facts: dict[str, object] | None = None, **case: Any) -> EntitlementAnswer:
        return next(found for found in assess(facts, **case).entitlements if found.id == entitlement)

    return run


@pytest.fixture
def told(assess: Assess, handbook: Handbook) -> Callable[..., str]:
    """Give a function that tells a case in Lia as text."""

    def run(
        facts: dict[str, object] | None = None, *, applied: tuple[str, ...] = (), whole: bool = False
    ) -> str:
        return assessment_text(assess(facts), handbook, applied, whole=whole)

    return run
