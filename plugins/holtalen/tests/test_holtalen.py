"""Holtålen: what its two documents say about the way of a case, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

import laget
from laget import Assessment, Municipality, Registry, Severity
from laget.model.answers import RouteAnswer
from laget.national import plugin as norge
from laget.plain import to_json
from laget_holtalen import plugin

ON = date(2026, 3, 1)
SENT_OUT = {"avlastning_privat", "bpa", "avlastning_bolig"}
UNIT = "koordinerende_enhet"
OFFICE = "forvaltningskontor"


@pytest.fixture(scope="module")
def answer(holtalen: Municipality) -> Assessment:
    """Give the answer about a child of whom only the age is known."""
    return holtalen.assess({"facts": {"fodselsdato": "2016-03-01"}}, on=ON)


def _step(answer: Assessment, name: str) -> Iterator[tuple[str, RouteAnswer]]:
    ways = {entry.id: entry.route for entry in answer.entitlements}
    ways |= {offer.id: offer.route for offer in answer.offers}
    for entry, way in ways.items():
        yield from ((entry, route) for route in way if route.step == name)


def test_it_is_found_by_number_and_name() -> None:
    """Holtålen is found by its id, its number and its name."""
    registry = laget.discover()
    found = {id(registry[name]) for name in ("holtalen", "5026", "Holtålen")}
    assert (1, "5026", "Holtålen") == (len(found), registry["5026"].number, registry["5026"].name)


def test_exactly_three_services_are_handled_elsewhere(answer: Assessment) -> None:
    """Applications for three services are handled by the external office, all others by the unit."""
    offices = {name: route.office for name, route in _step(answer, "handling")}
    assert SENT_OUT == {name for name, office in offices.items() if office == OFFICE}
    assert {OFFICE, UNIT} == set(offices.values())


def test_the_external_office_has_no_name(holtalen: Municipality) -> None:
    """The documents do not name the external office, and neither does laget."""
    office = holtalen.handbook(ON).offices[OFFICE]
    assert (False, "external") == (office.named, office.owner)


def test_mapping_is_always_local_and_assigned_by_the_unit(answer: Assessment) -> None:
    """Needs are mapped in the municipality whoever handles the case, by whom the unit picks."""
    found = {(route.state, route.office, route.assigned_by) for _, route in _step(answer, "mapping")}
    assert {("settled", "faginstans", UNIT)} == found


def test_who_decides_the_three_is_unclear(answer: Assessment) -> None:
    """Who decides the three services is unclear, with both as candidates; the unit decides all others."""
    found = {
        name: (route.state, route.office, [candidate.office for candidate in route.candidates])
        for name, route in _step(answer, "decision")
    }
    expected = {
        name: ("unclear", None, [OFFICE, UNIT]) if name in SENT_OUT else ("settled", UNIT, [])
        for name in found
    }
    assert expected == found


def test_unclear_deciders_are_explained(answer: Assessment) -> None:
    """Where it is unclear who decides, the answer says why, with sources."""
    found = [
        bool(route.texts and route.sources) for name, route in _step(answer, "decision") if name in SENT_OUT
    ]
    assert [True] * 3 == found


def test_extensive_cases_are_a_note(answer: Assessment) -> None:
    """That extensive cases go to another office is a note on every handling, and makes nobody a candidate."""
    found = {
        (any("omfattende" in text for text in route.texts), route.state, route.candidates)
        for _, route in _step(answer, "handling")
    }
    assert {(True, "settled", ())} == found


def test_complaints_always_go_to_the_unit(answer: Assessment) -> None:
    """A complaint goes to the unit, also about the three services that are handled elsewhere."""
    assert {UNIT} == {route.office for _, route in _step(answer, "complaint")}


def test_appeals_always_go_to_the_state(answer: Assessment) -> None:
    """A complaint that is not upheld goes to the county governor."""
    assert {"statsforvalter"} == {route.office for _, route in _step(answer, "appeal")}


def test_nobody_is_named_who_picks_the_person(answer: Assessment) -> None:
    """The unit decides which unit coordinates; who picks the person, the documents do not say."""
    units = {name: route.office for name, route in _step(answer, "appoint_unit") if route.office}
    people = {route.state for _, route in _step(answer, "appoint_person")}
    assert ({"koordinator": UNIT, "barnekoordinator": UNIT}, {"silent"}) == (units, people)


def test_reviews_are_nobodys(answer: Assessment) -> None:
    """The documents say when a decision is reviewed, and not by whom."""
    assert {"silent"} == {route.state for _, route in _step(answer, "review")}


def test_adults_have_no_contact(holtalen: Municipality) -> None:
    """The documents are silent about where grown-ups turn, from the very birthday."""
    found = [
        {
            route.state
            for _, route in _step(holtalen.assess({"facts": {"fodselsdato": born}}, on=ON), "contact")
        }
        for born in ("2008-03-02", "2008-03-01")
    ]
    assert [{"settled"}, {"silent"}] == found


def test_the_gap_between_four_and_five_is_a_note(holtalen: Municipality) -> None:
    """That no kind of respite is the rule from four to five is a note, and no warning."""
    found = {
        finding.severity for finding in holtalen.check() if "fireårsdagen til femårsdagen" in finding.message
    }
    assert {Severity.NOTE} == found


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2022-03-02", ("met", "exception")),
        ("2022-03-01", ("exception", "exception")),
        ("2021-03-02", ("exception", "exception")),
        ("2021-03-01", ("exception", "met")),
    ],
)
def test_the_gap_is_answered_with_exceptions(
    holtalen: Municipality, born: str, expected: tuple[str, str]
) -> None:
    """From four to five, respite at home and respite in a house are both exceptions, never refusals."""
    facts = {
        "fodselsdato": born,
        "bor_i_kommunen": True,
        "behov_etter_lov": True,
        "saerlig_tyngende_omsorg": True,
    }
    found = {entry.id: entry.outcome for entry in holtalen.assess({"facts": facts}, on=ON).entitlements}
    assert expected == (found["avlastning_hjemme"], found["avlastning_bolig"])


def test_steps_that_overlap_say_so(holtalen: Municipality) -> None:
    """A family that fits two steps of the care ladder is told that the document does not choose."""
    names = (
        "omsorg_over_vanlig_foreldrerolle",
        "sosken_og_utmattelse",
        "kan_vaere_i_gruppe_med_tilsyn",
        "systematisk_avlastning_nodvendig",
        "foreldres_hvilebehov_dokumentert",
        "behov_uforenlig_med_sosken",
    )
    levels = {
        found.ladder: found for found in holtalen.assess({"facts": dict.fromkeys(names, True)}, on=ON).levels
    }
    assert any("utelukker ikke hverandre" in text for text in levels["omsorgstrappen"].texts)


def test_nothing_is_refused_without_a_fact(holtalen: Municipality) -> None:
    """Of a child of whom nothing is known, every outcome is unknown."""
    assert {"unknown"} == {entry.outcome for entry in holtalen.assess({}, on=ON).entitlements}


def test_every_own_answer_says_that_assessment_is_a_right(holtalen: Municipality, answer: Assessment) -> None:
    """Every answer with a ground of Holtålen's own says that an individual assessment is a right."""
    own = {
        entry.id
        for entry in answer.entitlements
        if any(ground.origin_layer == holtalen.id for ground in entry.grounds)
    }
    told = {
        entry.id
        for entry in answer.entitlements
        if any("individuell vurdering" in note for note in entry.notes)
    }
    assert (True, set()) == (bool(own), own - told)


def test_the_plugin_alone_has_the_same_digest(holtalen: Municipality) -> None:
    """Holtålen's rules are the same whatever other plugins are there, and in whatever order."""
    alone = [
        Registry.of(plugins)["holtalen"].handbook(ON)
        for plugins in ([norge, plugin], [plugin, norge], [plugin, Neighbour(), norge])
    ]
    versionless = {book.digest for book in alone}
    assert 1 == len(versionless)
    assert holtalen.handbook(ON).entitlements == alone[0].entitlements


def test_what_is_installed_beside_it_changes_nothing(holtalen: Municipality) -> None:
    """A plugin registered beside the installed ones leaves Holtålen's digest and answers as they are."""
    beside = laget.discover([Neighbour()])["holtalen"]
    case = {"facts": {"fodselsdato": "2016-03-01"}}
    assert to_json(holtalen.assess(case, on=ON)) == to_json(beside.assess(case, on=ON))


class Neighbour:
    """Another municipality with the same national layer."""

    @laget.hookimpl
    def laget_layers(self) -> list[laget.LayerDeclaration]:
        """Declare the neighbour."""
        valid = {"first": "2020-01-01"}
        layer = {"id": "nabo", "name": "Nabo", "kind": "municipality", "extends": ["norge"], "valid": valid}
        return [laget.LayerDeclaration("nabo", [{"kind": "layer", "layer": layer}])]
