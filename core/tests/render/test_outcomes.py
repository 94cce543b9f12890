"""Outcomes in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from laget.model.answers import EntitlementAnswer, Outcome, Provisional, WaitsFor
from laget.model.entitlements import Strength
from laget.render.outcomes import MARKS, lead, summary, verdict
from laget.render.words import Names

Answered = Callable[..., EntitlementAnswer]
REFUSALS = ("avslag", "avslått", "nekt", "kan ikke få", "får ikke", "ikke rett")


def with_outcome(
    answer: EntitlementAnswer, outcome: Outcome, strict: Outcome | None = None
) -> EntitlementAnswer:
    """Give an answer with another provisional outcome, and the same strict one unless it is named."""
    strength = None if outcome is Outcome.UNKNOWN else Strength.MAY
    provisional = Provisional(outcome=outcome, strength=strength, assumes=())
    outcomes = evolve(answer, outcome=strict or outcome, provisional=provisional, could_be=None, waits_for=())
    return evolve(outcomes, strength=strength if strict is None else None)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("strict", [None, Outcome.UNKNOWN])
def test_no_outcome_is_worded_as_a_refusal(
    answered: Answered, names: Names, outcome: Outcome, strict: Outcome | None
) -> None:
    """Whatever the outcome, no word of it refuses."""
    text = " ".join(verdict(with_outcome(answered("turvenn"), outcome, strict), names)).lower()
    assert [] == [word for word in REFUSALS if word in text]


def test_not_met_says_that_assessment_is_a_right(answered: Answered, names: Names) -> None:
    """An outcome that is not met says that an individual assessment is a right."""
    expected = (
        "Kriteriene er ikke oppfylt slik saken er beskrevet. En individuell vurdering er likevel en rett."
    )
    assert expected == lead(with_outcome(answered("turvenn"), Outcome.NOT_MET), names)


def test_strength_is_not_told_of_what_is_not_met(answered: Answered, names: Names) -> None:
    """An outcome that is not met says nothing of what the municipality can give."""
    likely = with_outcome(answered("turvenn"), Outcome.NOT_MET, Outcome.UNKNOWN)
    strict = evolve(with_outcome(answered("turvenn"), Outcome.MET, Outcome.NOT_MET), strength=Strength.MAY)
    told = [lead(likely, names), summary(likely, names), verdict(strict, names)[1]]
    assert [False, False, False] == ["kan gi" in text for text in told]


def test_an_answer_that_rests_on_presumptions_is_likely(answered: Answered, names: Names) -> None:
    """A provisional outcome that differs from the strict one is called likely, with its strength."""
    answer = with_outcome(answered("turvenn"), Outcome.EXCEPTION, Outcome.UNKNOWN)
    expected = (
        "Trolig unntak: hovedregelen er ikke oppfylt, men et unntak kan vurderes. Kommunen kan da gi dette."
    )
    assert expected == lead(answer, names)


def test_a_strict_answer_is_not_called_likely(answered: Answered, names: Names) -> None:
    """A provisional outcome that is the strict one is told as it is."""
    assert "Oppfylt. Kommunen kan da gi dette." == lead(with_outcome(answered("turvenn"), Outcome.MET), names)


def test_assumptions_are_told_by_label_and_value(answered: Answered, names: Names) -> None:
    """What a provisional answer assumes is told in words, never by ids."""
    answer = answered("turvenn", {"alder": 11, "trenger_folge": True, "boform": "hjemme"})
    lines = verdict(answer, names)
    assert ["    • bosted i kommunen: ja", "    • fast følge hele dagen: nei"] == lines[2:4]


def test_strict_outcome_stands_after_the_provisional(answered: Answered, names: Names) -> None:
    """Where the strict outcome differs, it is told with what it waits for."""
    answer = answered("turvenn", {"alder": 11, "trenger_folge": True, "boform": "hjemme"})
    assert "  Uten antakelsene: ikke avklart. Svaret venter på opplysninger." == verdict(answer, names)[-1]


def test_strict_outcome_has_its_strength(answered: Answered, names: Names) -> None:
    """A strict outcome that is known but weaker is told with its strength."""
    provisional = Provisional(outcome=Outcome.MET, strength=Strength.RIGHT, assumes=())
    known = with_outcome(answered("turvenn"), Outcome.MET)
    answer = evolve(known, provisional=provisional, could_be=Strength.RIGHT)
    assert [
        "✓ Trolig oppfylt. Dette er da en rett.",
        "  Uten antakelsene: oppfylt (kan gis).",
        "  Med flere opplysninger kan det bli sterkere: rett.",
    ] == verdict(answer, names)


def test_best_outcome_is_told_where_it_is_another(answered: Answered, names: Names) -> None:
    """An unknown outcome says the best that further facts can give."""
    answer = with_outcome(answered("turvenn"), Outcome.UNKNOWN)
    expected = ["? Ikke avklart ennå.", "  Det beste flere opplysninger kan gi: oppfylt."]
    assert expected == verdict(evolve(answer, at_best=Outcome.MET), names)


def test_waiting_is_told_in_words(answered: Answered, names: Names) -> None:
    """An unknown outcome says whether it waits for facts, judgement or the source."""
    answer = evolve(with_outcome(answered("turvenn"), Outcome.UNKNOWN), waits_for=tuple(WaitsFor))
    expected = "  Svaret venter på opplysninger, faglig skjønn og noe kilden selv lar stå åpent."
    assert expected == verdict(answer, names)[1]


def test_summary_says_when_a_limit_is_passed(answered: Answered, names: Names) -> None:
    """An answer in one line says that what is applied for is outside the limit."""
    applied = [{"id": "turvenn", "amount": 12, "unit": "hours", "per": "month"}]
    answer = answered(
        "turvenn", {"alder": 11, "trenger_folge": True, "boform": "hjemme"}, applies_for=applied
    )
    assert "✓ Turvenn · kan gis · 2 spørsmål uten svar · utenfor grensen" == summary(answer, names)


def test_summary_of_a_known_answer_is_short(answered: Answered, names: Names) -> None:
    """An answer with nothing more to say is its sign and its name."""
    answer = evolve(with_outcome(answered("turvenn"), Outcome.NOT_MET), missing=(), limits=())
    assert "✗ Turvenn" == summary(answer, names)


def test_every_outcome_has_a_sign() -> None:
    """Each outcome has a sign of its own."""
    assert len(Outcome) == len({*MARKS.values()})
