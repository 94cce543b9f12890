"""A whole assessment as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laget.model.answers import Assessment
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.render.assessment import ASK_FIRST, assessment_text, conflict_lines
from laget.render.layout import WIDTH
from laget.render.words import Names

Told = Callable[..., str]
FACTS = {"alder": 11, "trenger_folge": True, "boform": "hjemme"}


def headings(text: str) -> list[str]:
    """Give the headings of the first order, without the title."""
    lines = text.splitlines()
    return [lines[index - 1] for index, line in enumerate(lines) if line and set(line) == {"═"}][1:]


def test_head_says_what_it_is(told: Told) -> None:
    """The text begins with municipality and date, and says that it is never a decision."""
    lines = told().splitlines()
    assert ("Lia (9901), 1. mars 2026", "Dette er en veiledende vurdering av reglene, aldri et vedtak.") == (
        lines[0],
        lines[2][:61],
    )


def test_nation_has_no_number(fiction: dict[str, Municipality]) -> None:
    """A layer without a number is named without one."""
    riket = fiction["riket"]
    text = assessment_text(riket.assess({"on": "2026-03-01"}), riket.handbook(riket.layer.valid.first))
    assert "Riket, 1. mars 2026" == text.splitlines()[0]


def test_applied_for_stands_first(told: Told) -> None:
    """What is applied for is shown in full before a line for each of the others."""
    assert ["DET ER SØKT OM", "ANDRE TJENESTER, ROLLER OG PLANER"] == headings(
        told(FACTS, applied=("turvenn",))
    )[:2]


def test_without_application_the_overview_stands_first(told: Told) -> None:
    """Without an application, a line for each stands before those that may well be given."""
    assert ["OVERSIKT", "SVARENE I SIN HELHET"] == headings(told(FACTS))[:2]


def test_unknown_answers_are_only_lines_in_the_overview(told: Told) -> None:
    """Without an application, an answer that is not known yet is not shown in full."""
    assert "Hjelpeplan (plan)" not in told(FACTS)


def test_everything_is_shown_in_full_when_asked_for(told: Told, handbook: Handbook) -> None:
    """With `whole`, every entitlement has its own heading."""
    lines = told(FACTS, whole=True).splitlines()
    names = [entry.name for entry in handbook.entitlements.values()]
    assert [] == [name for name in names if not any(line.startswith(f"{name} (") for line in lines)]


def test_all_answers_applied_for_leave_no_others(
    assess: Callable[..., Assessment], handbook: Handbook
) -> None:
    """When everything is applied for, there are no others to list."""
    assessment = assess(FACTS)
    applied = [answer.id for answer in assessment.entitlements]
    assert "ANDRE TJENESTER, ROLLER OG PLANER" not in headings(assessment_text(assessment, handbook, applied))


def test_offer_that_is_applied_for_is_shown_in_full(told: Told) -> None:
    """An offer that is applied for is shown with everything the source says."""
    text = told(applied=("friluftsdag",))
    assert ("Friluftsdag (tilbud uten vilkår)" in text, "• Friluftsdag" in text) == (True, False)


def test_offer_that_does_not_exist_yet_says_so(told: Told) -> None:
    """An offer that is announced says that it is not there yet."""
    assert "Dette er varslet, men tilbys ikke ennå." in " ".join(told().split())


def test_what_is_withdrawn_and_applied_for_says_why(told: Told) -> None:
    """An application for what the municipality does not offer is met with the reason."""
    lines = told(applied=("nattevakt",)).splitlines()
    assert "• nattevakt tilbys ikke her: Lia tilbyr ikke nattevakt." in lines


def test_questions_that_settle_most_stand_first(told: Told) -> None:
    """The first question says how many open answers it can settle alone."""
    lines = told({"alder": 9}).splitlines()
    start = lines.index("SPØR OM DETTE FØRST")
    assert "avgjør alene" in " ".join(lines[start + 3 : start + 5])


def test_the_rest_of_the_questions_are_counted(told: Told) -> None:
    """Questions beyond the first are counted, and shown when everything is asked for."""
    counted = "spørsmål til; vis dem med --all."
    assert (True, False) == (counted in told(), counted in told(whole=True))


def test_a_case_with_few_questions_counts_none(assess: Callable[..., Assessment], handbook: Handbook) -> None:
    """When every question is shown, none is counted."""
    assessment = assess()
    few = evolve(assessment, missing=assessment.missing[:ASK_FIRST])
    assert "spørsmål til;" not in assessment_text(few, handbook)


def test_conflicts_that_bear_on_what_is_shown_are_told(told: Told) -> None:
    """A disagreement is told where it bears on what is shown in full, and else counted."""
    assert (
        "• Tjenesten har to navn." in told(FACTS, applied=("turvenn",)),
        "1 uenigheter som" in told(FACTS, applied=("lagleder",)),
    ) == (True, True)


def test_conflict_that_nothing_is_followed_in_says_so(
    assess: Callable[..., Assessment], names: Names
) -> None:
    """A disagreement in which no text is followed says that."""
    (conflict,) = assess().conflicts
    bare = evolve(conflict.sides[0], sources=(), law=())
    lines = conflict_lines(evolve(conflict, follows=None, sides=(bare,)), names)
    assert [
        "    – Overskriften bruker turvenn.",
        "    Ingen av dem følges her. Overskriften er tydeligst.",
    ] == lines[1:]


def test_silence_is_told_by_question(told: Told) -> None:
    """What the municipality has not said is told as the questions it leaves."""
    lines = told().splitlines()
    assert "  • Hvem kjører barnet?" == lines[lines.index("DETTE HAR LIA IKKE SAGT NOE OM") + 3]


def test_sources_are_told_by_title(told: Told) -> None:
    """The documents that are cited are listed with their titles."""
    assert "  • heftet: Heftet om hjelp i Lia. Lia kommune" in told(FACTS, applied=("turvenn",)).splitlines()


def test_empty_parts_are_left_out(assess: Callable[..., Assessment], handbook: Handbook) -> None:
    """An assessment with nothing in it has only a head and its receipt."""
    unasked = evolve(assess(), roles=(), consent=(), levels=(), silent=(), conflicts=(), notes=())
    empty = evolve(unasked, entitlements=(), offers=(), missing=())
    assert ["KILDER"] == headings(assessment_text(empty, handbook))


facts = st.fixed_dictionaries(
    {},
    optional={
        "alder": st.integers(0, 70),
        "boform": st.sampled_from(["hjemme", "institusjon", "fosterhjem"]),
        "timer_per_uke": st.integers(0, 168),
        **{
            name: st.sampled_from([True, False, None])
            for name in ("tung_omsorg", "natt", "varig_behov", "onsker_plan", "trenger_folge", "fast_folge")
        },
    },
)


APPLICATIONS = st.sampled_from([(), ("turvenn",), ("assistanse", "friluftsdag", "nattevakt")])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    known=facts,
    whole=st.booleans(),
    applied=st.sampled_from([(), ("turvenn",), ("assistanse", "friluftsdag", "nattevakt")]),
)
def test_no_line_is_wider_than_the_page(
    told: Told,
    *,
    known: dict[str, object],
    whole: bool,
    applied: tuple[str, ...],
) -> None:
    """Whatever the case, no line of the text has more than 80 columns or ends in a blank."""
    lines = told(known, applied=applied, whole=whole).splitlines()
    assert [] == [line for line in lines if len(line) > WIDTH or line != line.rstrip()]


@pytest.mark.parametrize("whole", [True, False])
def test_text_is_the_same_twice(told: Told, *, whole: bool) -> None:
    """The same case gives the same text."""
    assert told(FACTS, whole=whole) == told(FACTS, whole=whole)
