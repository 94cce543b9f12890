"""A stranger's plugin: a distribution's folder written for a test, importable and not installed."""

from __future__ import annotations

from pathlib import Path

INIT = """\
from laget import FolderPlugin

plugin = FolderPlugin(__name__)
"""

LAYER = """\
kind: layer
layer:
  id: fjell
  name: Fjell
  kind: nation
  valid: {first: 2024-01-01}
"""

SOURCES = """\
kind: sources
documents:
  - {id: heftet, title: Heftet, publisher: Fjell, sections: {"1": Ord, "2": Tjenester, "3": Trinn}}
"""

WORDS = """\
kind: vocabulary
facts:
  - id: alder
    label: alder
    question: Hvor gammelt er barnet?
    type: integer
    minimum: 0
    maximum: 120
    sources: [{document: heftet, section: "1"}]
"""

SERVICES = """\
kind: services
entitlements:
  - id: turvenn
    name: Turvenn
    description: En voksen som blir med på tur.
    grounds:
      - id: tilbud
        name: Tilbud
        strength: may
        criteria:
          - id: alder
            text: Barnet er minst åtte år.
            when: alder >= 8
            sources: [{document: heftet, section: "2"}]
        sources: [{document: heftet, section: "2"}]
    sources: [{document: heftet, section: "2"}]
"""

CASES = """\
kind: cases
municipality: fjell
coverage: 100
cases:
  - id: eldre
    shows: En niåring er gammel nok.
    case: {on: 2026-03-01, facts: {alder: 9}}
    expect: {entitlements: {turvenn: {outcome: met}}}
  - id: yngre
    shows: En sjuåring er for ung.
    case: {on: 2026-03-01, facts: {alder: 7}}
    expect: {entitlements: {turvenn: {outcome: not_met}}}
  - id: ukjent
    shows: Uten alder er svaret ukjent.
    case: {on: 2026-03-01}
    expect: {entitlements: {turvenn: {outcome: unknown}}}
"""

DOCUMENTS = {
    "__init__.py": INIT,
    "layers/fjell/layer.yaml": LAYER,
    "layers/fjell/sources.yaml": SOURCES,
    "layers/fjell/words.yaml": WORDS,
    "layers/fjell/services.yaml": SERVICES,
    "layers/fjell/levels.yaml": "kind: coordination\n",
    "cases/turvenn.yaml": CASES,
}
"""The files of a plugin that keeps every law."""


def stranger(folder: Path, package: str, **changed: str) -> Path:
    """Write a stranger's plugin with other texts for some files; `__init__` is `__init__.py`, and so on."""
    for path, text in DOCUMENTS.items():
        target = folder / package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(changed.get(target.stem, text), encoding="utf-8")
    return folder
