"""A small town whose one service has the rule that a test is about, for children who grow up in it."""

from __future__ import annotations

from datetime import date

from laget.model.timelines import Change, Timeline
from laget.municipality import Municipality

from ..texts import country

BORN = date(2015, 2, 20)
ON = date(2015, 6, 1)

FACTS = """\
kind: vocabulary
facts:
  - {id: fodselsdato, label: fødselsdato, question: Når er barnet født?, type: date}
  - id: ufodt
    label: ventet barn
    question: Er barnet ikke født?
    type: boolean
    derived: fodselsdato > on_date()
    presumed: {value: false, reason: De fleste er født.}
  - {id: termin, label: termindato, question: Når er det termin?, type: date}
  - {id: ar, label: fylte år, question: Hvor gammelt?, type: integer, derived: "age(fodselsdato, ufodt)"}
  - id: maneder
    label: fylte måneder
    question: Hvor mange?
    type: integer
    derived: age_months(fodselsdato, ufodt)
  - {id: bursdag, label: bursdag, question: Er det bursdag?, type: boolean, derived: birthday(fodselsdato)}
  - {id: skolear, label: skoleår, question: Hvilket?, type: integer, derived: ar - 5}
  - id: slag
    label: slag barn
    question: Hva slags?
    type: integer
    derived: [{when: ar < 6, value: ar + 10}, {when: ar >= 6, value: ar}]
  - {id: grense, label: grense, question: Hvilken grense?, type: integer}
things:
  - {id: plass, label: plass}
"""


def rule(when: str, more: str = "", **keys: str) -> str:
    """Write a document with one service whose one criterion this is."""
    unclear = f", unclear: {keys['unclear']}" if "unclear" in keys else ""
    return f"""\
kind: services
entitlements:
  - id: tilbud
    name: Tilbud
    description: Noe for noen.
    grounds:
      - id: grunn
        name: Grunn
        strength: may
        criteria:
          - {{id: behov, text: Det er behov., when: behov}}
          - {{id: alder, text: Alderen er rett., when: '{when}'{unclear}}}
{more}"""


def town(*documents: str, valid: str = "first: 2000-01-01", national: str = "") -> Municipality:
    """Give a town with some documents of its own."""
    below = {f"lia/{number}.yaml": text for number, text in enumerate(documents)}
    above = {"riket/birth.yaml": FACTS, **({"riket/more.yaml": national} if national else {})}
    return country(below, above, lia=valid, riket="first: 2000-01-01")["lia"]


def timeline(place: Municipality, born: date = BORN, on: date = ON, **facts: object) -> Timeline:
    """Give the timeline of a child who needs help, of whom all that matters is known."""
    case = {"facts": {"fodselsdato": born, "behov": True, **facts}, "has_complete": True}
    return place.timeline(case, on)


def days(found: Timeline) -> list[date]:
    """Give the days on which something changes."""
    return [change.on for change in found.changes]


def only(found: Timeline) -> Change:
    """Give the one change there must be."""
    (change,) = found.changes
    return change
