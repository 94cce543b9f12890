"""Consent, roles, groups and meetings as text: brief, and never advice as a duty."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from laget.model.citations import SourceRef
from laget.model.entitlements import Force, Statement
from laget.model.expressions import Formula
from laget.model.facts import Observed
from laget.model.forms import Form, Goal
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.model.origins import Entry
from laget.model.plans import Consent, ConsentForm, ConsentLine, Group, GroupRule, MeetingKind, Plan, Voice
from laget.model.rotas import Rota, Shift
from laget.model.sections import SECTIONS
from laget.municipality import Municipality
from laget.render.assessment import assessment_text
from laget.render.entries import entry_lines
from laget.render.facts import vocabulary, vocabulary_text
from laget.render.overview import overview, overview_text
from laget.render.uses import uses_of
from laget.render.words import Names
from laget.texts import TEXTS

from ..assessment.rules import criterion, ground, service, town

ON = date(2026, 3, 1)
ROLES: list[dict[str, Any]] = [
    {"id": "koordinator", "name": "Koordinator"},
    {"id": "foresatt", "name": "Foresatt"},
    {
        "id": "los",
        "name": "Los",
        "holding": [ground(criterion("a"))],
        "holders": [{"id": "hvem", "text": "En ansatt kan være los."}],
        "replacement": [{"id": "kort", "text": "Ved kort fravær trer en annen inn."}],
    },
]
CONSENTS = [
    {
        "id": "hjelp",
        "name": "Samtykke til hjelp",
        "about": ["hjelp"],
        "lines": [
            {"id": "alle", "who": "foresatt", "form": "written", "when": "b", "text": "Foreldre samtykker."}
        ],
        "voice": [{"id": "fra_12", "text": "Fra 12 år veier barnets mening tungt."}],
    }
]
FACTS = [
    {"id": "antall_med", "label": "antall i laget", "question": "?", "type": "integer", "unit": "personer",
     "observed": "group_members"},
    {"id": "varsel", "label": "varsel", "question": "?", "type": "integer", "unit": "dager",
     "observed": "meeting_notice_days"},
]  # fmt: skip
GROUPS = [
    {
        "id": "lag",
        "name": "Laget",
        "rules": [
            {"id": "antall", "text": "Laget har 3–6 personer.", "when": "3 <= antall_med <= 6",
             "expected": "3–6 personer", "actual": "antall_med", "force": "should"}
        ],
    }
]  # fmt: skip
MEETINGS = [
    {
        "id": "lagmote",
        "name": "Lagmøte",
        "group": "lag",
        "rules": [
            {"id": "varsel", "text": "Innkallingen sendes 14 dager før.", "when": "varsel >= 14",
             "expected": "minst 14 dager", "actual": "varsel"}
        ],
    }
]  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Municipality:
    """Give a town with a role, a consent, a group and its meetings."""
    return town(
        facts=FACTS,
        roles=ROLES,
        consents=CONSENTS,
        plans=[{"id": "hjelp", "name": "Planen"}],
        groups=GROUPS,
        meeting_kinds=MEETINGS,
        entitlements=[service(ground(criterion("d"))), service(ground(criterion("d")), id="los")],
        routes=[{"id": "appoint_unit", "name": "Hvem oppnevner", "position": 1,
                 "lines": [{"id": "alle", "to": {"office": "nord"}}]}],
    )  # fmt: skip


def text(place: Municipality, *, whole: bool = False, **case: object) -> str:
    """Give an assessment as text, on one line, so that wrapping does not matter."""
    found = assessment_text(place.assess({"on": "2026-03-01", **case}), place.handbook(ON), whole=whole)
    return " ".join(found.split())


GROUP = {"kind": "lag", "members": [{"role": "koordinator"}, {"role": "foresatt"}]}
MEETING = {"kind": "lagmote", "on": "2026-05-04", "invited": "2026-04-21"}


class TestAssessment:
    """The three parts of the text."""

    def test_consent_names_who_and_how(self, place: Municipality) -> None:
        """A settled consent is one line: what, who and in which form."""
        assert "Samtykke til hjelp: Foresatt (skriftlig)" in text(place, facts={"b": True})

    def test_an_open_consent_says_what_it_depends_on(self, place: Municipality) -> None:
        """A consent that is not settled names the candidates and the facts."""
        expected = "ikke avklart; kan være Foresatt (skriftlig). Avhenger av: andre"
        assert expected in text(place)

    def test_a_silent_consent_is_silence(self, place: Municipality) -> None:
        """A case that no line is about is told as silence of the source."""
        assert "Samtykke til hjelp: kilden sier ikke hvem" in text(place, facts={"b": False})

    def test_consent_to_what_is_not_met_is_left_out(self, place: Municipality) -> None:
        """Consent to what this case will not come to is shown with everything only."""
        facts = {"d": False, "b": True}
        shown = ["Samtykke til hjelp" in text(place, whole=whole, facts=facts) for whole in (False, True)]
        assert shown == [False, True]

    def test_roles_say_who_appoints_and_who_may_hold(self, place: Municipality) -> None:
        """A role that the case may come to is shown with its unit and its holders."""
        found = text(place)
        assert ("Hvem oppnevner: Nord" in found, "En ansatt kan være los." in found) == (True, True)

    def test_a_candidate_is_shown_when_described(self, place: Municipality) -> None:
        """Whether a candidate may hold the role is told once something is said of one."""
        shown = ["Den som er foreslått" in text(place, facts=facts) for facts in ({}, {"a": True})]
        assert shown == [False, True]

    def test_roles_that_do_not_matter_are_left_out(self, place: Municipality) -> None:
        """A role that is not met and has no candidate is left out; a candidate brings it back."""
        shown = ["ROLLER" in text(place, facts=facts) for facts in ({"d": False}, {"d": False, "a": False})]
        assert shown == [False, True]

    def test_the_rest_is_shown_with_everything(self, place: Municipality) -> None:
        """Replacement and the child's own say are shown when everything is asked for."""
        found = text(place, whole=True)
        assert ("trer en annen inn" in found, "barnets mening" in found) == (True, True)

    def test_advice_is_not_a_duty(self, place: Municipality) -> None:
        """A recommendation is called advice, a duty is what shall be done, each with what was expected."""
        found = text(place, group=GROUP, meetings=[MEETING])
        advice = "✗ Råd: Laget har 3–6 personer. Slik er det ikke. Ventet: 3–6 personer. I saken: 2 pers"
        duty = (
            "✗ Skal: Innkallingen sendes 14 dager før. Slik er det ikke. Ventet: minst 14 dager. I saken: 13"
        )
        assert (advice in found, duty in found, "Lagmøte, 4. mai 2026" in found) == (True, True, True)

    def test_without_a_group_there_is_no_part_about_it(self, place: Municipality) -> None:
        """A case without group and meetings has no such part."""
        assert "GRUPPE OG MØTER" not in text(place)


CITED = (SourceRef(document="heftet", section="1"),)
SAID = (Statement(id="x", text="Sagt."),)
VOICE = (Voice(id="x", text="Sagt.", when=Formula.of("a")),)
RULE = GroupRule(
    id="r", text="R.", when=Formula.of("antall_med >= 3"), expected="3", actual=Formula.of("antall_med"),
    applies=Formula.of("a"), force=Force.SHOULD,
)  # fmt: skip
ENTRIES: dict[str, Entry] = {
    "plans": Plan(id="p", name="P", owner="foresatt", tools=("t",), one_per_person=True, life_areas=SAID,
                  sub_plans=SAID, evaluation_questions=SAID, statements=SAID, sources=CITED),
    "consents": Consent(id="c", name="C", about=("hjelp",), before=SAID, without=SAID, voice=VOICE,
                        lines=(ConsentLine(id="l", who="foresatt", form=ConsentForm.ORAL, text="L."),)),
    "groups": Group(id="g", name="G", members=SAID, rules=(RULE,), threshold=SAID[0], takes_over=SAID),
    "meeting_kinds": MeetingKind(id="m", name="M", group="g", description="D.", rules=(RULE,)),
    "rotas": Rota(id="v", name="V", shifts=(Shift(id="s", office="nord", hours="24/7", text="Alltid."),)),
    "forms": Form(id="f", title="F", schema="f.json", blank="b.json", filled="e.json", about=("hjelp",),
                  recipient="nord", facts=FrozenMapping({"/a": "a"}), statements=SAID),
    "goals": Goal(id="o", wish="Et ønske", measures=("Ett",), responsible=("nord",), note="Merk."),
}  # fmt: skip


class TestShow:
    """The new sections in `laget show`."""

    @pytest.mark.parametrize("section", ENTRIES)
    def test_an_entry_of_each_section(self, section: str, place: Municipality) -> None:
        """An entry is shown under the name of its section, with all its values."""
        lines = entry_lines(section, ENTRIES[section], Names(place.handbook(ON)))
        title = f"{TEXTS['nb'][f'section_{section}']}: {ENTRIES[section].id}"
        assert (lines[1], len(lines) > len(("", "title", "line"))) == (title, True)

    def test_a_key_that_one_class_calls_otherwise(self, place: Municipality) -> None:
        """What comes before a consent is not a period counted back."""
        lines = entry_lines("consents", ENTRIES["consents"], Names(place.handbook(ON)))
        assert "  Før det bes om samtykke:" in lines

    def test_sections_stand_in_the_overview(self, place: Municipality) -> None:
        """Plans, consents, groups and meetings are listed, in text and as data."""
        handbook = place.handbook(ON)
        titles = [
            TEXTS["nb"][f"sections_{name}"] for name in ("plans", "consents", "groups", "meeting_kinds")
        ]
        assert {*titles} <= {*overview_text(handbook).splitlines()}
        assert overview(handbook).sections["groups"] == {"lag": "Laget"}

    def test_every_section_has_a_name(self) -> None:
        """No section is without a name in the catalogue."""
        assert [name for name in SECTIONS if f"section_{name}" not in TEXTS["nb"]] == []

    @pytest.mark.parametrize("seen", Observed)
    def test_what_is_seen_has_a_name(self, seen: Observed) -> None:
        """Each thing that laget sees in a group is named in the catalogue."""
        assert f"observed_{seen.value}" in TEXTS["nb"]


class TestFacts:
    """Observed facts in `laget facts`."""

    def test_observed_facts_say_so(self, place: Municipality) -> None:
        """The vocabulary says that an observed fact is not written in the case."""
        handbook: Handbook = place.handbook(ON)
        found = vocabulary_text(vocabulary(handbook, ["varsel"]), handbook)
        assert "Oppgis ikke: laget ser det i gruppen og møtene i saken." in found

    def test_what_reads_a_fact(self, place: Municipality) -> None:
        """Roles, consents, groups and kinds of meetings count among what uses a fact."""
        uses = uses_of(place.handbook(ON))
        found = [uses.of(name) for name in ("a", "b", "antall_med", "varsel")]
        assert found == [("los",), ("hjelp",), ("lag",), ("lagmote",)]
