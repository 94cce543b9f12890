"""Examples: values that an editor can show for a key, by `Class.key` or, for every class, by `key`."""

from __future__ import annotations

from typing import Any, Final

_DAY: Final = ("2026-03-01",)
_ROLES: Final = ("saksbehandler", "koordinator")
_OFFICES: Final = ("koordinerende_enhet", "helsestasjon")

EXAMPLES: Final[dict[str, tuple[Any, ...]]] = {
    "id": ("stottekontakt", "saerlig_tyngende_omsorg"),
    "amends": ("parorendestotte",),
    "withdraws": ("ansvarsgruppe",),
    "reason": ("Kommunen tilbyr ikke dette.", "Loven som er trykt, er opphevet."),
    "text": ("Barnet har fylt 8 år.", "Inntil 10 timer i måneden."),
    "from": _DAY,
    "to": _DAY,
    "when": ("alder >= 8", "trenger_bistand_fritid and not en_til_en_bemanning"),
    "unless": ("ufodt",),
    "derived": ("age(fodselsdato, ufodt)",),
    "name": ("Støttekontakt", "Familiekontoret"),
    "section": ("1.1", "§ 3-2"),
    "law": ("hol", "pbrl"),
    "note": ("Dokumentet sier ikke om bursdagen er med.",),
    "printed": ("helse- og omsorgstjenesteloven § 3-2 nr. 6",),
    "document": ("tildelingskriterier",),
    "page": (3,),
    "unit": ("hours", "weekends"),
    "Fact.unit": ("år", "timer per uke"),
    "per": ("month", "week"),
    "description": ("En voksen som følger barnet ut på tur.",),
    "on": _DAY,
    "label": ("alder", "mottatt søknad"),
    "office": _OFFICES,
    "role": _ROLES,
    "amount": (12,),
    "about": ("stottekontakt",),
    "kind": ("ansvarsgruppe",),
    "who": ("foresatt", "saksbehandler"),
    "every": ("P3M", "P1Y"),
    "number": ("5026",),
    "Law.number": ("2011-06-24-30",),
    "title": ("Kriterier for tildeling av helse- og omsorgstjenester",),
    "fact": ("fodselsdato",),
    "question": ("Trenger barnet noen med seg på fritiden?",),
    "value": (False,),
    "informs": ("tyngende",),
    "narrows": ("plikt",),
    "min": (3,),
    "max": (10,),
    "minimum": (0,),
    "maximum": (168,),
    "seat": ("gol",),
    "hosted_by": ("gol",),
    "owner": _OFFICES,
    "recipient": ("koordinerende_enhet", "foresatt"),
    "event": ("soknad_mottatt", "vedtak"),
    "channel": ("brev",),
    "since": _DAY,
    "invited": _DAY,
    "minutes": (75,),
    "first": _DAY,
    "last": _DAY,
    "last_known": _DAY,
    "assumed": ("Dokumentet er ikke datert.",),
    "publisher": ("Lia kommune",),
    "dated": _DAY,
    "short": ("hol",),
    "in_force_from": ("2012-01-01",),
    "in_force_to": ("2011-12-31",),
    "successor": ("hol",),
    "message": ("Fødselsdatoen er etter dagen det spørres om.",),
    "hint": ("Rett fødselsdatoen eller dagen.",),
    "help": ("Svar ja også når den er lett.",),
    "done_by": ("soknad_mottatt",),
    "concept": ("coordinating unit",),
    "definition": ("Enheten som har ansvaret for koordinatorene.",),
    "follows": ("turvenn",),
    "expected": ("Tre til seks personer.",),
    "group": ("ansvarsgruppe",),
    "position": (1,),
    "hours": ("Mo-Fr 08:00-15:30",),
    "same_as": ("decision",),
    "at": _OFFICES,
    "holder_of": ("koordinator",),
    "assigned_by": _OFFICES,
    "after": ("soknad_mottatt",),
    "before": ("mote",),
    "after_meeting": ("ansvarsgruppemote",),
    "before_meeting": ("ansvarsgruppemote",),
    "yearly": ("06-01",),
    "within": ("P1M", "P14D"),
    "working_days": (5,),
    "times": (2,),
    "schema": ("melding.schema.json",),
    "blank": ("melding.blank.json",),
    "filled": ("melding.filled.json",),
    "wish": ("Alle barn skal ha en aktivitet på fritiden.",),
    "shows": ("En femåring med særlig tyngende omsorg fyller kriteriene.",),
    "age": (18,),
    "first_month": (8,),
    "last_month": (9,),
    "municipality": ("lia", "9901"),
}
"""Examples of what stands in documents and case files. None is a rule, and none is about a person."""


def shown(owner: str, key: str) -> dict[str, Any]:
    """Give what an editor shows for a key beside its description: its title, and examples if there are any.

    >>> shown("Duty", "working_days")
    {'title': 'working days', 'examples': [5]}
    """
    found = EXAMPLES.get(f"{owner}.{key}", EXAMPLES.get(key))
    return {"title": key.replace("_", " "), **({"examples": list(found)} if found else {})}
