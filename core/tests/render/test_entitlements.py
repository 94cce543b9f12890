"""One entitlement in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from laget.model.answers import EntitlementAnswer, FeeAnswer, LimitAnswer, NotCovered
from laget.model.case import StepState
from laget.render.entitlements import entitlement_lines, fee_lines, limits
from laget.render.words import Names

Answered = Callable[..., EntitlementAnswer]


def part(lines: list[str], title: str) -> list[str]:
    """Give the lines of a named part."""
    start = lines.index(title) + 1
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return lines[start:end]


@pytest.fixture
def limit(answered: Answered) -> LimitAnswer:
    """Give a bound of ten hours a month with which twelve are compared."""
    applied = [{"id": "turvenn", "amount": 12, "unit": "hours", "per": "month"}]
    return answered("turvenn", applies_for=applied).limits[0]


def test_passed_limit_says_so_first(limit: LimitAnswer, names: Names) -> None:
    """A bound that is passed begins with that."""
    expected = "  ✗ OVER GRENSEN: det er søkt om 12 timer per måned, og grensen er 10. Inntil 10"
    assert expected == limits([limit], names)[0]


def test_too_little_says_so_first(limit: LimitAnswer, names: Names) -> None:
    """An amount under the least one begins with that."""
    low = evolve(limit, min=Decimal(20), max=None, exceeded=False, below=True)
    expected = "  ✗ UNDER GRENSEN: det er søkt om 12 timer per måned, og minst 20 kreves. Inntil"
    assert expected == limits([low], names)[0]


def test_amount_within_the_limit_says_so(limit: LimitAnswer, names: Names) -> None:
    """An amount within the bound says that it is."""
    within = evolve(limit, exceeded=False)
    assert (
        "  ✓ Innenfor: det er søkt om 12 timer per måned. Inntil 10 timer i måneden."
        == limits([within], names)[0]
    )


def test_amount_that_cannot_be_compared_says_so(limit: LimitAnswer, names: Names) -> None:
    """A bound that the source leaves open settles nothing, and says why."""
    unclear = evolve(limit, exceeded=None, below=None, unclear="Reisetid.")
    lines = limits([unclear], names)
    assert ("  ? Kan ikke sammenliknes", "    Kilden lar dette stå åpent: Reisetid.") == (
        lines[0][:25],
        lines[2],
    )


def test_limit_without_an_application_is_only_told(limit: LimitAnswer, names: Names) -> None:
    """Without an amount the bound is told as it stands."""
    assert "  • Inntil 10 timer i måneden." == limits([evolve(limit, amount=None)], names)[0]


def test_limit_without_a_source_names_none(limit: LimitAnswer, names: Names) -> None:
    """A bound that no document has shows no place."""
    assert 1 == len(limits([evolve(limit, amount=None, sources=())], names))


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        (None, "  ? Kilden sier ikke noe om egenbetaling."),
        (FeeAnswer(none=True, text="Gratis.", sources=()), "  • Ingen egenbetaling. Gratis."),
        (FeeAnswer(none=False, text="100 kroner.", sources=()), "  • 100 kroner."),
    ],
)
def test_silence_about_the_fee_is_not_free(names: Names, fee: FeeAnswer | None, expected: str) -> None:
    """A fee, no fee and silence are three things."""
    assert [expected] == fee_lines(fee, names)


@pytest.mark.parametrize(
    ("ready", "expected"),
    [
        (True, "  Alt som må gjøres før vedtak, er gjort."),
        (False, "  Noe som må gjøres før vedtak, er ikke gjort. Det endrer ikke svaret over."),
        (None, "  Det er ikke kjent om alt som må gjøres før vedtak, er gjort."),
    ],
)
def test_readiness_is_told_apart_from_the_outcome(
    answered: Answered, names: Names, *, ready: bool | None, expected: str
) -> None:
    """What must be done before a decision ends with whether it is done."""
    lines = entitlement_lines(evolve(answered("turvenn"), ready=ready), names)
    assert expected == part(lines, "Før vedtak")[-1]


def test_step_has_state_doer_and_last_day(answered: Answered, names: Names) -> None:
    """A step is told with how far it has come, who does it, and by when."""
    answer = answered("turvenn")
    done = evolve(answer.steps[0], state=StepState.DONE, by=date(2026, 4, 1))
    lines = entitlement_lines(evolve(answer, steps=(done,)), names)
    expected = "  ✓ Send søknad til teamet. (gjort, av: foresatt, senest 1. april 2026)"
    assert expected == part(lines, "Før vedtak")[0]


def test_only_recommended_steps_make_nothing_ready(answered: Answered, names: Names) -> None:
    """Where nothing must be done, nothing is said of readiness."""
    lines = entitlement_lines(answered("assistanse"), names)
    assert (
        "  ? Gi samtykke. (ikke oppgitt, av: foresatt, anbefalt, avgjør ikke)" == part(lines, "Før vedtak")[0]
    )
    assert "    Kilde: heftet 2.0" == part(lines, "Før vedtak")[-1]


def test_parts_that_may_be_taken_away_are_told_with_hours(answered: Answered, names: Names) -> None:
    """A part that is not covered says whether it bears on the case, and how many hours it takes."""
    answer = answered("turvenn")
    taken = NotCovered(id="a", text="Skoletid.", holds=True, hours=Decimal("2.5"), sources=())
    perhaps = NotCovered(id="b", text="Lege.", holds=None, hours=None, sources=())
    lines = entitlement_lines(evolve(answer, not_covered=(taken, perhaps)), names)
    expected = ["  • Skoletid. Trekkes fra: 2,5 timer.", "  ? Kan gjelde her: Lege."]
    assert expected == part(lines, "Dekkes ikke")


def test_unclear_links_have_their_note(answered: Answered, names: Names) -> None:
    """A relation that the source leaves open is told with what is open."""
    lines = entitlement_lines(answered("hvilehelg"), names)
    assert [
        "  • Hvilehelg kan gis sammen med assistanse. Kilden lar dette stå åpent: Planen",
        "    sier ikke hvor ofte.",
    ] == part(lines, "Henger sammen med")


def test_judgement_is_marked_among_questions(answered: Answered, names: Names) -> None:
    """A question that only a professional can answer is marked."""
    lines = entitlement_lines(answered("hvilehelg"), names)
    assert ["  ? Er omsorgen særlig tung? [tung_omsorg · faglig skjønn]"] == part(
        lines, "Dette mangler svaret"
    )


def test_everything_is_shown_when_asked_for(answered: Answered, names: Names) -> None:
    """With `whole`, forms of delivery, duties and other sentences are shown too."""
    short, whole = (entitlement_lines(answered("turvenn"), names, whole=whole) for whole in (False, True))
    added = {"Den som får tjenesten, skal", "Slik kan det gis", "Dette sier kilden også"}
    assert (set(), added) == (added & {*short}, added & {*whole})
