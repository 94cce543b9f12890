"""The catalogue has every text that the renderings ask for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import laget.render
from laget.model.answers import ChoiceState, Outcome, WaitsFor
from laget.model.case import StepState
from laget.model.entitlements import EntitlementKind, Force, Strength
from laget.model.facts import FactKind
from laget.texts import TEXTS

FOLDER = Path(laget.render.__file__).parent
FOLDERS = (FOLDER, FOLDER.with_name("pictures"))
ENUMS: dict[str, type[Enum]] = {
    "outcome_": Outcome,
    "group_": Outcome,
    "lead_certain_": Outcome,
    "lead_likely_": Outcome,
    "strength_": Strength,
    "claim_": Strength,
    "waits_": WaitsFor,
    "force_": Force,
    "force_exclusion_": Force,
    "step_state_": StepState,
    "kind_": EntitlementKind,
    "kinds_": EntitlementKind,
    "type_": FactKind,
}


def said() -> Iterator[str]:
    """Give every key that a rendering asks for by a plain text."""
    for path in (path for folder in FOLDERS for path in folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and "say" in (
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            ):
                key = node.args[0] if node.args else ast.Constant("")
                texts = [str(part.value) for part in ast.walk(key) if isinstance(part, ast.Constant)]
                yield from (text for text in texts if re.fullmatch(r"[a-z_]+[a-z]", text))


def test_every_text_is_in_the_catalogue() -> None:
    """Each key that a rendering names is in the catalogue, whole or as the beginning of others."""
    keys = TEXTS["nb"]
    assert [] == sorted(key for key in {*said()} if key not in keys and key not in FRAGMENTS)


FRAGMENTS = {"holds", "fails", "certain", "likely"}
"""Words that keys are made of."""


@pytest.mark.parametrize("start", ENUMS)
def test_every_value_has_its_text(start: str) -> None:
    """Each value that is shown by its own text has one."""
    assert [] == [value for value in ENUMS[start] if f"{start}{value.value}" not in TEXTS["nb"]]


def test_levels_that_are_not_settled_have_texts() -> None:
    """Each state of a level but settled has its text."""
    states = [state for state in ChoiceState if state is not ChoiceState.SETTLED]
    assert [] == [state for state in states if f"level_{state.value}" not in TEXTS["nb"]]
