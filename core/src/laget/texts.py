"""What the framework itself says to the one who reads an answer: one catalogue, by key and language."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "assumed_start": (
            "Reglene til {name} er regnet fra {day}, og spørsmålet gjelder en tidligere dag. "
            "Startdagen er antatt: {reason}"
        ),
        "last_known": (
            "Planperioden eller revisjonsdatoen til {name} var {day}. Reglene er de siste som er kjent."
        ),
        "ended_value": "Noe om {what} gjaldt til og med {day}. Kilden sier ikke hva som gjelder nå.",
        "conflict": "Kildene er uenige: {text}",
        "not_offered": "{name} tilbys ikke her: {reason}",
        "ended_entry": "{name}: {reason}",
        "municipality_silent": (
            "{name} har ikke oppgitt egne kriterier for dette. Svaret bygger bare på nasjonale regler."
        ),
        "individual": "Alle har rett til en individuell vurdering, uansett hva kriteriene sier.",
        "not_available": "Dette er varslet, men tilbys ikke ennå.",
        "does_not_follow": "{fact} er oppgitt, men av det andre i saken følger verdien {value}",
        "remove_derived": "fjern {fact}, eller rett det som verdien følger av",
        "cannot_compare": "Omfanget det er søkt om, er oppgitt i en annen enhet enn grensen «{limit}».",
    },
}
"""Language → key → text with named gaps."""


def say(key: str, language: str = "nb", **values: str) -> str:
    """Give a text of the catalogue with its gaps filled.

    >>> say("individual")
    'Alle har rett til en individuell vurdering, uansett hva kriteriene sier.'
    """
    return TEXTS[language][key].format(**values)
