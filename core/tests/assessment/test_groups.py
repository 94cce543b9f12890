"""Groups and meetings: findings about the case, in which advice is not a duty."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.errors import InvalidCaseError
from laget.findings import Severity
from laget.model.answers import Assessment, GroupFinding
from laget.municipality import Municipality

from .rules import assessed, criterion, ground, service, town

KINDS = {
    "group_members": "integer",
    "group_offices": "integer",
    "group_coordinators": "integer",
    "group_has_child_side": "boolean",
    "group_has_doctor": "boolean",
    "meeting_notice_days": "integer",
    "meeting_minutes": "integer",
    "meetings_last_year": "integer",
}
FACTS = [
    {"id": kind, "label": kind, "question": f"{kind}?", "type": type_, "observed": kind}
    for kind, type_ in KINDS.items()
]
SIDE = ("tjenestemottaker", "foresatt", "verge", "parorende")
ROLES = [
    {"id": name, "name": name.title()}
    for name in (*SIDE, "koordinator", "barnekoordinator", "fastlege", "larer")
]
SIZE = {
    "id": "antall",
    "text": "Gruppen har 3–6 personer.",
    "when": "3 <= group_members <= 6",
    "expected": "3–6 personer",
    "actual": "group_members",
    "force": "should",
}
NOTICE = {
    "id": "varsel",
    "text": "Innkallingen sendes minst 14 dager før.",
    "when": "meeting_notice_days >= 14",
    "expected": "minst 14 dager",
    "actual": "meeting_notice_days",
}
OFTEN = {
    "id": "ofte",
    "text": "Minst to møter i året.",
    "when": "meetings_last_year >= 2",
    "expected": "minst to",
    "actual": "meetings_last_year",
    "force": "should",
}


def rule(when: str, **more: object) -> dict[str, object]:
    """Make a rule of an expression."""
    return {"id": "regel", "text": when, "when": when, "expected": "ja", **more}


def gathered(group: list[Any], meeting: list[Any], **local: Any) -> Municipality:
    """Give a town with one kind of group and one kind of meeting of it."""
    return town(
        facts=[*FACTS, *local.pop("facts", [])],
        roles=ROLES,
        groups=[{"id": "lag", "name": "Laget", "rules": group}],
        meeting_kinds=[
            {"id": "lagmote", "name": "Lagmøte", "group": "lag", "rules": meeting},
            {"id": "annet_mote", "name": "Annet møte", **local.pop("other", {})},
        ],
        **local,
    )


BOTH = gathered([SIZE], [NOTICE, OFTEN])


def members(*roles: str) -> dict[str, object]:
    """Make a group of some roles."""
    return {"kind": "lag", "members": [{"role": role} for role in roles]}


def meeting(on: str, **more: object) -> dict[str, object]:
    """Make a meeting of the group."""
    return {"kind": "lagmote", "on": on, **more}


def findings(found: Assessment) -> list[tuple[str, str | None, bool | None, object]]:
    """Give rule, day, value and actual value of each finding."""
    return [
        (one.rule, one.on.isoformat() if one.on else None, one.holds, one.actual)
        for one in found.group.findings
    ]


def only(place: Municipality, facts: dict[str, object] | None = None, **case: object) -> GroupFinding:
    """Give the only finding."""
    (found,) = assessed(place, facts, **case).group.findings
    return found


class TestGroup:
    """Rules of a kind of group are held against the group in the case."""

    @pytest.mark.parametrize(
        ("number", "holds"), [(1, False), (2, False), (3, True), (4, True), (6, True), (7, False)]
    )
    def test_size(self, number: int, *, holds: bool) -> None:
        """Three and six persons are within 3–6, two and seven are not; it is advice."""
        found = only(gathered([SIZE], []), group=members(*["larer"] * number))
        assert (found.holds, found.actual, found.force, found.on) == (holds, number, "should", None)

    @pytest.mark.parametrize(
        ("fact", "roles", "actual"),
        [
            ("group_coordinators", ["larer"], 0),
            ("group_coordinators", ["koordinator", "barnekoordinator", "larer"], 2),
            ("group_has_doctor", ["larer"], False),
            ("group_has_doctor", ["fastlege"], True),
            ("group_has_child_side", ["larer", "koordinator"], False),
            *(("group_has_child_side", ["larer", role], True) for role in SIDE),
        ],
    )
    def test_what_is_seen_by_role(self, fact: str, roles: list[str], actual: object) -> None:
        """Coordinators, the doctor and the child's side are seen by their national roles."""
        place = gathered([rule("group_members > 0", actual=fact)], [])
        assert only(place, group=members(*roles)).actual == actual

    def test_offices_count_once(self) -> None:
        """Two members from one office are one office, and one who comes from none is not counted."""
        place = gathered([rule("group_offices >= 3", actual="group_offices")], [])
        people = [{"role": "larer", "office": name} for name in ("nord", "nord", "sor")]
        group = {"kind": "lag", "members": [*people, {"role": "foresatt"}]}
        assert (only(place, group=group).actual, only(place, group=group).holds) == (2, False)

    def test_a_group_that_nobody_listed_is_unknown(self) -> None:
        """A group without any member is not a group of nobody: nothing is known of it."""
        found = only(gathered([SIZE], []), group={"kind": "lag"})
        assert (found.holds, found.actual) == (None, None)

    def test_without_a_group_there_are_no_findings(self) -> None:
        """A case without group and meetings has no findings."""
        assert assessed(BOTH).group.findings == ()

    def test_a_group_of_another_kind_has_no_findings(self) -> None:
        """A kind of group without rules is held against none, also one that is only an entitlement."""
        place = gathered([SIZE], [], entitlements=[service(kind="group")])
        group = {"kind": "hjelp", "members": [{"role": "larer"}]}
        assert assessed(place, group=group).group.findings == ()


class TestMeetings:
    """Rules of a kind of meeting are held against each meeting, or once against how often there are any."""

    @pytest.mark.parametrize(
        ("invited", "days", "holds"),
        [
            ("2026-05-02", 13, False),
            ("2026-05-01", 14, True),
            ("2026-04-30", 15, True),
            ("2026-05-15", 0, False),
        ],
    )
    def test_notice(self, invited: str, days: int, *, holds: bool) -> None:
        """Fourteen days' notice is kept by 14 and 15 days, and not by 13; it is a duty."""
        found = only(gathered([], [NOTICE]), meetings=[meeting("2026-05-15", invited=invited)])
        assert (found.actual, found.holds, found.force) == (days, holds, "must")

    def test_a_notice_that_nobody_dated_is_unknown(self) -> None:
        """Without the day of the notice the rule is neither kept nor broken."""
        found = only(gathered([], [NOTICE]), meetings=[meeting("2026-05-15")])
        assert (found.holds, found.actual) == (None, None)

    def test_minutes(self) -> None:
        """The length is that of the meeting, and unknown where it is not given."""
        place = gathered([], [rule("60 <= meeting_minutes <= 90", actual="meeting_minutes")])
        meetings = [
            meeting("2026-02-01", minutes=95),
            meeting("2026-02-02", minutes=90),
            meeting("2026-02-03"),
        ]
        found = assessed(place, meetings=meetings).group.findings
        assert [(one.holds, one.actual) for one in found] == [(False, 95), (True, 90), (None, None)]

    def test_one_finding_for_each_meeting_and_one_for_how_often(self) -> None:
        """A rule about one meeting has a finding for each, by day; a rule about the year has one."""
        meetings = [meeting("2026-02-10", invited="2026-02-01"), meeting("2026-01-20", invited="2026-01-01")]
        assert findings(assessed(BOTH, meetings=meetings)) == [
            ("ofte", None, True, 2),
            ("varsel", "2026-01-20", True, 19),
            ("varsel", "2026-02-10", False, 9),
        ]

    def test_group_and_meetings_together(self) -> None:
        """Findings about the group come first."""
        found = assessed(BOTH, group=members("larer"), meetings=[meeting("2026-02-10")])
        assert [one.rule for one in found.group.findings] == ["antall", "ofte", "varsel"]

    def test_a_rule_of_a_meeting_can_read_its_group(self) -> None:
        """A meeting of the group is held against rules about who is in the group, once."""
        place = gathered([], [rule("group_has_doctor")])
        found = only(place, group=members("fastlege"), meetings=[meeting("2026-02-10")])
        assert (found.holds, found.on) == (True, None)

    def test_a_meeting_of_no_group_does_not_see_the_group(self) -> None:
        """A kind of meeting that belongs to no group knows nothing of the group in the case."""
        place = gathered([], [], other={"rules": [rule("group_has_doctor")]})
        meetings = [{"kind": "annet_mote", "on": "2026-02-10"}]
        assert only(place, group=members("fastlege"), meetings=meetings).holds is None


class TestYear:
    """Meetings of a kind in the year up to the date asked about, that date included."""

    @pytest.mark.parametrize(
        ("days", "count"),
        [
            (["2026-03-01"], 1),
            (["2025-03-02"], 1),
            (["2025-03-01"], 0),
            (["2025-02-28"], 0),
            (["2026-03-01", "2026-03-02"], 1),
            (["2025-03-01", "2025-03-02", "2026-02-01"], 2),
            (["2026-03-02"], None),
            ([], None),
        ],
    )
    def test_count(self, days: list[str], count: int | None) -> None:
        """The date asked about counts, the same day a year before does not, and none held is unknown."""
        found = only(gathered([], [OFTEN]), group=members("larer"), meetings=[*map(meeting, days)])
        assert (found.actual, found.on) == (count, None)

    def test_leap_day(self) -> None:
        """A year back from 29 February is 28 February, and that day is no longer within it."""
        place = gathered([], [OFTEN])
        meetings = [meeting("2027-02-28"), meeting("2027-03-01")]
        found = place.assess({"on": "2028-02-29", "meetings": meetings})
        assert found.group.findings[0].actual == 1

    def test_other_kinds_do_not_count(self) -> None:
        """Only meetings of the same kind are counted."""
        meetings = [meeting("2026-02-01"), {"kind": "annet_mote", "on": "2026-02-02"}]
        assert only(gathered([], [OFTEN]), meetings=meetings).actual == 1


class TestApplying:
    """When a rule applies, and what the source leaves open about it."""

    def place(self) -> Municipality:
        """Give a town whose rule applies to some cases only."""
        return gathered([{**SIZE, "applies": "a"}], [])

    @pytest.mark.parametrize(("facts", "values"), [({"a": True}, [False]), ({"a": False}, []), ({}, [None])])
    def test_applies(self, facts: dict[str, object], values: list[bool | None]) -> None:
        """A rule that does not apply gives no finding; one that may apply gives one that is not known."""
        found = assessed(self.place(), facts, group=members("larer")).group.findings
        assert [one.holds for one in found] == values

    @pytest.mark.parametrize(("number", "holds", "note"), [(6, True, None), (7, None, "Teller foresatte?")])
    def test_unclear(self, number: int, note: str | None, *, holds: bool | None) -> None:
        """What the source leaves open makes a finding unknown, with the note, and only where it is open."""
        unclear = {"note": "Teller foresatte?", "when": "group_members == 7"}
        place = gathered([{**SIZE, "unclear": unclear}], [])
        found = only(place, group=members(*["larer"] * number))
        assert (found.holds, found.unclear) == (holds, note)

    def test_without_actual_no_value_is_shown(self) -> None:
        """A rule that shows nothing beside it has no actual value."""
        assert only(gathered([rule("group_has_doctor")], []), group=members("fastlege")).actual is None

    def test_rules_read_other_facts_too(self) -> None:
        """A rule can read facts of the case, and what follows from the group."""
        few = {
            "id": "faa",
            "label": "få",
            "question": "Få?",
            "type": "boolean",
            "derived": "group_members < 3",
        }
        place = gathered([rule("faa and a")], [], facts=[few])
        assert only(place, {"a": True}, group=members("larer")).holds is True

    def test_findings_never_touch_outcomes(self) -> None:
        """Neither outcomes nor what is missing changes with the group."""
        place = gathered([SIZE], [NOTICE], entitlements=[service(ground(criterion("a")))])
        alone = assessed(place)
        found = assessed(place, group=members("larer"), meetings=[meeting("2026-03-01")])
        assert (found.entitlements, found.missing) == (alone.entitlements, alone.missing)


FEBRUARY = st.integers(1, 28).map(lambda day: f"2026-02-{day:02}")
STATED = st.fixed_dictionaries({}, optional={"a": st.booleans(), "b": st.booleans()})
HELD = st.fixed_dictionaries({}, optional={"invited": FEBRUARY, "minutes": st.integers(0, 120)})
COMPLETED = gathered([{**SIZE, "applies": "a"}], [NOTICE, rule("meeting_minutes >= 60 or b")])


@given(STATED, HELD)
def test_completing_a_case_never_changes_a_known_finding(
    facts: dict[str, object], held: dict[str, object]
) -> None:
    """What is known of a rule with some facts stays so with more; only an unknown finding may go."""
    some, whole = (
        assessed(COMPLETED, stated, group=members("larer"), meetings=[meeting("2026-03-01", **more)]).group
        for stated, more in (
            (facts, held),
            ({"a": True, "b": False, **facts}, {"invited": "2026-02-20", "minutes": 30, **held}),
        )
    )
    known = {one.rule: one.holds for one in some.findings if one.holds is not None}
    assert known.items() <= {one.rule: one.holds for one in whole.findings}.items()


class TestCase:
    """What a case can say of a group and its meetings."""

    def codes(self, **case: Any) -> list[tuple[str, str]]:
        """Give code and place of everything that is wrong with a case."""
        with pytest.raises(InvalidCaseError) as raised:
            assessed(BOTH, **case)
        return [(found.code, "/".join(found.place.path)) for found in raised.value.findings]

    @pytest.mark.parametrize(
        ("case", "place"),
        [
            ({"group": {"kind": "laget"}}, "group/kind"),
            ({"group": members("larrer")}, "group/members/0/role"),
            (
                {"group": {"kind": "lag", "members": [{"role": "larer", "office": "norrd"}]}},
                "group/members/0/office",
            ),
            ({"meetings": [{"kind": "lagmoter", "on": "2026-02-01"}]}, "meetings/0/kind"),
        ],
    )
    def test_unknown_ids(self, case: dict[str, Any], place: str) -> None:
        """A kind, a role or an office that the handbook does not have is a finding at its place."""
        assert self.codes(**case) == [("unknown-id", place)]

    def test_near_names_are_suggested(self) -> None:
        """A misspelt role is answered with the one that is meant."""
        with pytest.raises(InvalidCaseError) as raised:
            assessed(BOTH, group=members("larrer"))
        assert "larer" in (raised.value.findings[0].hint or "")

    def test_minutes_are_not_negative(self) -> None:
        """A meeting of less than no minutes can't be."""
        assert self.codes(meetings=[meeting("2026-02-01", minutes=-1)]) == [
            ("fact-value", "meetings/0/minutes")
        ]

    def test_notice_is_not_after_the_meeting(self) -> None:
        """A notice that was sent the day after the meeting can't be."""
        found = self.codes(meetings=[meeting("2026-02-01", invited="2026-02-02")])
        assert found == [("fact-value", "meetings/0/invited")]

    @pytest.mark.parametrize("value", [4, None])
    def test_observed_facts_are_not_stated(self, value: int | None) -> None:
        """What laget sees in the group is not written among the facts, not even as not known."""
        assert self.codes(facts={"group_members": value}) == [("observed-fact", "facts/group_members")]


class TestChecks:
    """Which rules may read what is seen in a group and its meetings."""

    def codes(self, place: Municipality) -> set[str]:
        """Give the codes of the errors of a town."""
        return {found.code for found in place.check() if found.severity is Severity.ERROR}

    def test_rules_of_groups_and_meetings_may(self) -> None:
        """The rules of a group and of its meetings pass."""
        assert self.codes(BOTH) == set()

    @pytest.mark.parametrize("when", ["group_members > 2", "mange", "meetings_last_year > 2"])
    def test_criteria_may_not(self, when: str) -> None:
        """A criterion that reads what is seen would wait for a fact that nobody is asked for."""
        many = {
            "id": "mange",
            "label": "m",
            "question": "M?",
            "type": "boolean",
            "derived": "group_members > 2",
        }
        place = gathered([], [], facts=[many], entitlements=[service(ground(criterion(when, id="x")))])
        assert self.codes(place) == {"observed-fact"}

    @pytest.mark.parametrize("when", ["meeting_minutes > 2", "meetings_last_year > 2"])
    def test_rules_of_a_group_read_no_meeting(self, when: str) -> None:
        """A group's own rule sees no meeting."""
        assert self.codes(gathered([rule(when)], [])) == {"observed-fact"}

    @pytest.mark.parametrize(
        "more",
        [
            {"type": "boolean"},
            {"derived": "antall"},
            {"presumed": {"value": 3, "reason": "Vanlig."}},
        ],
    )
    def test_the_fact_itself(self, more: dict[str, object]) -> None:
        """An observed fact has the type of what is seen, and comes from nowhere else."""
        fact = {"id": "sett", "label": "s", "question": "S?", "type": "integer", "observed": "group_members"}
        assert "observed-fact" in self.codes(gathered([], [], facts=[{**fact, **more}]))
