"""Layers: adds, amends, withdraws; who said what; and every mistake among them."""

from __future__ import annotations

from datetime import date

import pytest

from laget.errors import InvalidDocumentsError
from laget.findings import Finding, Severity
from laget.model.handbook import Handbook
from laget.model.origins import Origin
from laget.municipality import Municipality
from laget.registry import Registry

from ..texts import DAY, TextPlugin, book, country, errors, layer_text

OFFER = "kind: services\nentitlements:\n  - {id: tur, name: Tur, description: Ut., counts_as: []}\n"
GROUND = """\
kind: services
entitlements:
  - id: rett
    name: Rett
    description: En rett.
    grounds:
      - id: lov
        name: Lov
        strength: right
        statutory: true
        criteria:
          - {id: behov, text: Behov., when: behov}
"""
OPEN_GROUND = GROUND.replace("        statutory: true\n", "")


def services(*entries: str) -> str:
    """Write a document of services; the first entry is on line 3."""
    return "\n".join(["kind: services", "entitlements:", *(f"  - {entry}" for entry in entries), ""])


def found(registry: Registry, on: date = DAY) -> list[tuple[str, str, int]]:
    """Give code, file and line of each error in Lia's handbook on a day."""
    return errors(registry["lia"].built(on).findings)


def only(registry: Registry) -> Finding:
    """Give the only error of Lia's handbook."""
    with pytest.raises(InvalidDocumentsError) as caught:
        book(registry)
    (finding,) = caught.value.findings
    return finding


def test_adds() -> None:
    """A layer adds what no layer below it has."""
    assert ["tur"] == list(book(country({"a.yaml": OFFER})).entitlements)


def test_amends_field_by_field() -> None:
    """An amendment changes the values it names, and no others."""
    handbook = book(country({"a.yaml": services("{amends: tur, name: Langtur}")}, {"o.yaml": OFFER}))
    tur = handbook.entitlements["tur"]
    assert ("Langtur", "Ut.") == (tur.name, tur.description)


def test_origin_of_each_value() -> None:
    """Each value knows the layer, file and line that said it; the entry knows where it was added."""
    handbook = book(country({"a.yaml": services("{amends: tur, name: Langtur}")}, {"o.yaml": OFFER}))
    tur = handbook.entitlements["tur"]
    assert Origin("riket", "o.yaml", 3) == tur.origin
    assert Origin("lia", "a.yaml", 3) == tur.origins["name"]
    assert Origin("riket", "o.yaml", 3) == tur.origins["description"]


def test_origins_inside_lists(handbook: Handbook) -> None:
    """In a list of things with ids, each thing and each of its values knows where it comes from."""
    (limit,) = handbook.entitlements["turvenn"].limits
    file = "fiction/layers/lia/services.yaml"
    assert (file, file) == (limit.origin.file, limit.origins["max"].file)
    assert limit.origins["unit"].line < limit.origins["max"].line
    origins = [(ground.id, ground.origin.layer) for ground in handbook.entitlements["assistanse"].grounds]
    assert [("rett_20_timer", "riket"), ("lia_20_timer", "lia")] == origins


def test_things_with_ids_merge() -> None:
    """In lists of things with ids, a layer adds, amends and withdraws single things."""
    above = services(
        "id: tur\n    name: Tur\n    description: Ut.\n    limits:\n"
        "      - {id: a, text: A, unit: hours, max: 1}\n"
        "      - {id: b, text: B, unit: hours, max: 2}\n"
        "      - {id: c, text: C, unit: hours, max: 3}"
    )
    below = services(
        "amends: tur\n    limits:\n"
        "      - {amends: b, max: 20}\n"
        "      - {withdraws: a, reason: Gjelder ikke her.}\n"
        "      - {id: d, text: D, unit: hours}"
    )
    limits = book(country({"a.yaml": below}, {"o.yaml": above})).entitlements["tur"].limits
    assert [("b", "B", 20), ("c", "C", 3), ("d", "D", None)] == [
        (one.id, one.text, one.max) for one in limits
    ]


def test_plain_lists_are_replaced() -> None:
    """A list of plain values is replaced whole."""
    kinds = "kind: vocabulary\nservice_kinds: [{id: a, label: a}, {id: b, label: b}]\n"
    above = {"k.yaml": kinds, "o.yaml": OFFER.replace("[]", "[a]")}
    handbook = book(country({"a.yaml": services("{amends: tur, counts_as: [b]}")}, above))
    assert ("b",) == handbook.entitlements["tur"].counts_as


def test_withdraws() -> None:
    """What a layer withdraws is not in the handbook, which keeps the reason and where it stands."""
    handbook = book(country({"a.yaml": services("{withdraws: tur, reason: Ikke her.}")}, {"o.yaml": OFFER}))
    (gone,) = handbook.gone
    assert [] == list(handbook.entitlements)
    assert ("entitlements", "tur", True, "Ikke her.") == (gone.section, gone.id, gone.withdrawn, gone.reason)
    assert Origin("lia", "a.yaml", 3) == gone.origin


def test_neighbour_never_leaks(fiction: Registry, handbook: Handbook) -> None:
    """What one municipality says is not in the handbook of another, nor what a region not its own says."""
    vik = fiction["vik"].handbook(DAY)
    assert {"lagleder", "hjelpeplan", "assistanse", "nattevakt", "turvenn"} == set(vik.entitlements)
    assert ("Turven", "Turvenn") == (vik.entitlements["turvenn"].name, handbook.entitlements["turvenn"].name)
    assert {"riket", "vik"} == {used.layer.id for used in vik.layers}


def test_silence_of_a_region(handbook: Handbook) -> None:
    """What a region does not say is as the nation says it: silence changes nothing."""
    assert "riket" == handbook.entitlements["hjelpeplan"].origin.layer
    assert ["riket", "dalen", "lia"] == [used.layer.id for used in handbook.layers]


def test_silence_is_no_answer(handbook: Handbook) -> None:
    """A question that no layer answers has no answer: it is not answered with no."""
    assert "hvem_kjorer" in handbook.questions
    assert "hvem_kjorer" not in handbook.answers


def test_added_twice() -> None:
    """An id that a wider layer has can't be added again, only amended."""
    finding = only(country({"a.yaml": OFFER}, {"o.yaml": OFFER}))
    assert ("added-twice", "a.yaml", 3) == (finding.code, finding.place.file, finding.place.line)
    assert "o.yaml:3:5" in finding.message
    assert "write «amends: tur» to change it, or choose another id" == finding.hint


def test_added_twice_in_one_document() -> None:
    """An id that stands twice in one document is an error at the second."""
    line = "{id: tur, name: Tur, description: Ut.}"
    assert [("added-twice", "a.yaml", 4)] == found(country({"a.yaml": services(line, line)}))


def test_added_by_two_plugins() -> None:
    """Two plugins that add one id to one layer are an error, whichever is loaded first."""
    base = {"riket": {"r.yaml": layer_text("riket", "nation")}}
    one = TextPlugin({**base, "lia": {"lia.yaml": layer_text("lia", extends="riket"), "a.yaml": OFFER}})
    two = TextPlugin({"lia": {"b.yaml": OFFER}})
    for plugins in ([one, two], [two, one]):
        assert [("added-twice", "b.yaml", 3)] == found(Registry.of(plugins))


def test_added_twice_inside() -> None:
    """An id that stands twice in one list is an error at the second."""
    twice = "{id: a, text: A, unit: hours}"
    text = services(
        f"id: tur\n    name: Tur\n    description: Ut.\n    limits:\n      - {twice}\n      - {twice}"
    )
    assert [("added-twice", "a.yaml", 8)] == found(country({"a.yaml": text}))


@pytest.mark.parametrize("verb", ["{amends: turr, name: Tur}", "{withdraws: turr, reason: Nei.}"])
def test_nothing_to_amend(verb: str) -> None:
    """Amending or withdrawing what is not there is an error that names near ids."""
    finding = only(country({"a.yaml": services(verb)}, {"o.yaml": OFFER}))
    assert ("nothing-to-amend", 3, "did you mean «tur»?") == (finding.code, finding.place.line, finding.hint)


def test_nothing_to_amend_inside() -> None:
    """Amending a thing that is not in the list is an error at that thing, with near ids of the list."""
    text = services("amends: rett\n    grounds:\n      - {amends: lovv, name: Nytt}")
    finding = only(country({"a.yaml": text}, {"o.yaml": GROUND}))
    assert ("nothing-to-amend", 5, "did you mean «lov»?") == (finding.code, finding.place.line, finding.hint)
    assert ("entitlements", "rett", "grounds", "lovv") == finding.place.path


def test_nothing_near() -> None:
    """Where no id is near, the hint tells how to add one."""
    finding = only(country({"a.yaml": services("{amends: xyz, name: Tur}")}))
    assert "write «id: xyz» to add it" == finding.hint


def test_order_in_a_layer_does_not_matter() -> None:
    """An amendment may stand before what it amends, in the same layer."""
    text = services("{amends: tur, name: Langtur}", "{id: tur, name: Tur, description: Ut.}")
    assert "Langtur" == book(country({"a.yaml": text})).entitlements["tur"].name


def test_after_withdrawal() -> None:
    """What a wider layer withdrew can't be changed by a narrower one."""
    dalen = {
        "dalen.yaml": layer_text("dalen", "region", "riket"),
        "w.yaml": services("{withdraws: tur, reason: Nei.}"),
    }
    lia = {"lia.yaml": layer_text("lia", extends="dalen"), "a.yaml": services("{amends: tur, name: Ny}")}
    riket = {"riket.yaml": layer_text("riket", "nation"), "o.yaml": OFFER}
    finding = only(Registry.of([TextPlugin({"riket": riket, "dalen": dalen, "lia": lia})]))
    assert ("after-withdrawal", "a.yaml", 3) == (finding.code, finding.place.file, finding.place.line)
    assert "w.yaml:3:5" in finding.message


def test_withdrawn_twice() -> None:
    """Withdrawing twice is an error at the second."""
    line = "{withdraws: tur, reason: Nei.}"
    assert [("after-withdrawal", "a.yaml", 4)] == found(
        country({"a.yaml": services(line, line)}, {"o.yaml": OFFER})
    )


def test_amended_twice_on_one_day() -> None:
    """Two amendments of one value from the same day have no order, and are an error at the second."""
    files = {"a.yaml": services("{amends: tur, name: A}"), "b.yaml": services("{amends: tur, name: B}")}
    finding = only(country(files, {"o.yaml": OFFER}))
    assert ("amended-twice", "b.yaml") == (finding.code, finding.place.file)
    assert "«name» of «tur» is already amended at a.yaml:3:5" == finding.message


def test_amended_twice_inside() -> None:
    """Two amendments of one value inside a list are an error too, with the whole path."""
    line = "{amends: rett, grounds: [{amends: lov, name: A}]}"
    registry = country({"a.yaml": services(line, line)}, {"o.yaml": OPEN_GROUND})
    assert "«grounds.lov.name» of «rett» is already amended at a.yaml:3:5" == only(registry).message


def test_amended_on_two_days() -> None:
    """Two amendments of one value from different days are in order: the later one holds from its day."""
    text = services("{amends: tur, name: A}", "{amends: tur, from: 2026-01-01, name: B}")
    registry = country({"a.yaml": text}, {"o.yaml": OFFER})
    names = [book(registry, on).entitlements["tur"].name for on in (date(2025, 12, 31), date(2026, 1, 1))]
    assert ["A", "B"] == names


def test_amended_apart() -> None:
    """Two plugins may amend different values of one entry."""
    files = {
        "a.yaml": services("{amends: tur, name: A}"),
        "b.yaml": services("{amends: tur, description: B}"),
    }
    tur = book(country(files, {"o.yaml": OFFER})).entitlements["tur"]
    assert ("A", "B") == (tur.name, tur.description)


def test_wrong_list_stays_wrong() -> None:
    """A list of things written as something else is a finding, also when a later layer writes it right."""
    below = services("{amends: tur, limits: [{id: a, text: A, unit: hours}]}")
    above = OFFER.replace("counts_as: []", "limits: none")
    assert [("wrong-type", "o.yaml", 3)] == found(country({"a.yaml": below}, {"o.yaml": above}))


def test_wrong_thing_in_a_list() -> None:
    """Something without an id in a list of things with ids is a finding at its line."""
    text = services("id: tur\n    name: Tur\n    description: Ut.\n    limits:\n      - hours")
    assert [("wrong-type", "a.yaml", 7)] == found(country({"a.yaml": text}))


FLOOR = {
    "amends-ground": "amends: rett\n    grounds:\n      - {amends: lov, strength: may}",
    "amends-criterion": (
        "amends: rett\n    grounds:\n      - {amends: lov, criteria: [{amends: behov, text: A}]}"
    ),
    "withdraws-ground": "amends: rett\n    grounds:\n      - {withdraws: lov, reason: Nei.}",
    "takes-the-mark": "amends: rett\n    grounds:\n      - {amends: lov, statutory: false}",
}


@pytest.mark.parametrize("text", FLOOR.values(), ids=FLOOR.keys())
def test_statutory_floor(text: str) -> None:
    """No other layer can amend or withdraw a statutory ground, or anything in it."""
    assert [("statutory-floor", "a.yaml", 5)] == found(
        country({"a.yaml": services(text)}, {"o.yaml": GROUND})
    )


def test_withdrawing_what_has_a_floor() -> None:
    """No other layer can withdraw an entitlement that has a statutory ground."""
    registry = country({"a.yaml": services("{withdraws: rett, reason: Nei.}")}, {"o.yaml": GROUND})
    assert [("statutory-floor", "a.yaml", 3)] == found(registry)


def test_floor_marked_later() -> None:
    """A ground that its own layer marks as statutory in an amendment is as firm as one marked at once."""
    above = {
        "o.yaml": OPEN_GROUND,
        "p.yaml": services("{amends: rett, grounds: [{amends: lov, statutory: true}]}"),
    }
    below = {"a.yaml": services("{amends: rett, grounds: [{amends: lov, strength: may}]}")}
    assert [("statutory-floor", "a.yaml", 3)] == found(country(below, above))


def test_beside_the_floor() -> None:
    """A layer adds a ground of its own beside the statutory one, and both are there, unmixed."""
    own = (
        "amends: rett\n    grounds:\n      - id: egen\n        name: Egen\n        strength: may\n"
        "        narrows: lov\n        criteria: [{id: behov, text: B, when: behov}]"
    )
    registry = country({"a.yaml": services(own)}, {"o.yaml": GROUND})
    grounds = book(registry).entitlements["rett"].grounds
    assert [("lov", True, "riket"), ("egen", False, "lia")] == [
        (ground.id, ground.statutory, ground.origin.layer) for ground in grounds
    ]


def test_own_layer_amends_its_floor() -> None:
    """The layer that gave a statutory ground may amend it."""
    above = {
        "o.yaml": GROUND,
        "p.yaml": services("{amends: rett, from: 2026-01-01, grounds: [{amends: lov, name: Ny lov}]}"),
    }
    assert "Ny lov" == book(country({}, above)).entitlements["rett"].grounds[0].name


@pytest.mark.parametrize(
    ("below", "line"),
    [
        (services(GROUND.split("  - ", 1)[1].replace("id: rett", "id: egen").rstrip()), 10),
        (services("{amends: rett, grounds: [{amends: lov, statutory: true}]}"), 3),
    ],
    ids=["added", "amended"],
)
def test_only_the_nation_marks_a_floor(below: str, line: int) -> None:
    """Only a national layer marks a ground as statutory; another layer can't put the mark on either."""
    registry = country({"a.yaml": below}, {"o.yaml": OPEN_GROUND})
    assert [("statutory-floor", "a.yaml", line)] == found(registry)


def test_errors_carry_all(lia: Municipality) -> None:
    """A handbook of good documents has no error and no warning: the fiction is whole."""
    assert {Severity.NOTE} == {finding.severity for finding in lia.check()}


def test_wrong_thing_in_an_amended_list() -> None:
    """Something without an id in an amended list is a finding at its line, and nothing else is."""
    text = services("{amends: rett, grounds: [lov]}")
    assert [("wrong-type", "a.yaml", 3)] == found(country({"a.yaml": text}, {"o.yaml": OPEN_GROUND}))


@pytest.mark.parametrize("key", ["type: number", "derived: behov", "choices: {a: A}"])
def test_meaning_of_a_national_fact(key: str) -> None:
    """No other layer can give a national fact another meaning: statutory grounds read it."""
    text = f"kind: vocabulary\nfacts:\n  - amends: behov\n    {key}\n"
    registry = country({"a.yaml": text}, {"o.yaml": GROUND})
    assert ("statutory-floor", "a.yaml", 4) in found(registry)


def test_words_of_a_national_fact() -> None:
    """A layer may ask for a national fact in words of its own."""
    text = "kind: vocabulary\nfacts: [{amends: behov, question: Trenger barnet hjelp?}]\n"
    assert "Trenger barnet hjelp?" == book(country({"a.yaml": text})).facts["behov"].question


def test_speaking_of_what_has_gone() -> None:
    """What a layer has withdrawn may still be named by others, and answers leave such links out."""
    above = services(
        "{id: tur, name: Tur, description: Tur., links: [{id: l, kind: brings, to: leir, text: L.}]}",
        "{id: leir, name: Leir, description: Leir.}",
    )
    registry = country({"a.yaml": services("{withdraws: leir, reason: Nei.}")}, {"o.yaml": above})
    answer = registry["lia"].assess({"on": DAY})
    assert [("tur", ())] == [(offer.id, offer.links) for offer in answer.offers]
