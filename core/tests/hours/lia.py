"""Lia with hours: a fictional municipality whose rotas are whole, holed, overlapping or unclear."""

from __future__ import annotations

from datetime import datetime, timedelta

from laget.model.answers import RotaAnswer
from laget.municipality import Municipality
from laget.registry import Registry

from ..texts import country

OFFICE_HOURS = "Mo-Fr 08:00-16:00; PH off"
OTHER_HOURS = "Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su,PH 00:00-24:00"

SERVICES = """\
kind: services
entitlements:
  - {id: hjelpen, name: Hjelpen, description: Hjelp.}
  - {id: doktor, name: Doktor, description: En doktor.}
  - {id: bading, name: Bading, description: Bading.}
  - {id: stille, name: Stille, description: Ingen vet når.}
  - {id: samtale, name: Samtale, description: En samtale.}
"""

ROUTING = f"""\
kind: routing
offices:
  - {{id: kontoret, name: Kontoret}}
  - {{id: vakta, name: Vakta, seat: Lia torg, satellites: [lia], hosted_by: kontoret}}
  - {{id: badet, name: Badet}}
  - {{id: legen, name: Legen}}
rotas:
  - id: hjelpen
    name: Hjelpen
    shifts:
      - {{id: dag, office: kontoret, hours: "{OFFICE_HOURS}", text: Hverdager fra 8 til 16.}}
      - {{id: ellers, office: vakta, hours: "{OTHER_HOURS}", text: Ellers.}}
  - id: doktor
    name: Doktor
    shifts:
      - {{id: dag, office: legen, text: Om dagen., unclear: {{note: Når dagen begynner står ikke.}}}}
      - {{id: kveld, text: Kommuner samarbeider., unclear: {{note: Hvilke står ikke.}}}}
    hole: {{note: Heftet har ingen klokkeslett.}}
    overlap: {{note: Begge kan være åpne.}}
  - id: bading
    name: Bading
    shifts:
      - {{id: man, office: badet, hours: "Mo-Th 10:00-18:00", text: Mandag til torsdag.}}
      - {{id: fre, office: badet, hours: "Fr 10:00-12:00", text: Fredag.}}
      - {{id: sent, office: badet, hours: "Fr 12:00-14:00", text: Fredag litt til.}}
      - {{id: to, office: kontoret, hours: "We 16:00-20:00", text: Onsdag kveld.}}
      - id: tre
        office: vakta
        hours: Sa 10:00-12:00
        text: Lørdag.
        unclear: {{note: Om små barn får bade står ikke., when: alder < 5}}
    hole: {{note: Badet er stengt ellers.}}
    overlap: {{note: Onsdag er begge åpne.}}
  - id: legen
    name: Legen
    shifts: [{{id: alltid, office: legen, hours: 24/7, text: Alltid.}}]
"""


def lia(routing: str = ROUTING, services: str = SERVICES) -> Registry:
    """Make a registry in which Lia has hours."""
    return country({"routing.yaml": routing, "services.yaml": services})


def asked(municipality: Municipality, service: str, at: str, **facts: object) -> RotaAnswer:
    """Ask who answers for a service at a moment."""
    return municipality.who_answers(service, datetime.fromisoformat(at), {"facts": facts})


def hours_of(year: int) -> list[datetime]:
    """Give every hour of a year as the clock on the wall counts them."""
    first, after = datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - wall time
    return [first + timedelta(hours=hour) for hour in range((after - first).days * 24)]
