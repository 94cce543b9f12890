"""What tests of the past share: a small plugin in a git repository of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

LAYER = """\
kind: layer
layer: {id: %s, name: %s, kind: %s, extends: [%s], valid: {first: 2020-01-01}}
"""
FACTS = """\
kind: vocabulary
facts:
  - {id: alder, label: alder, question: Hvor gammelt?, type: integer, minimum: 0}
  - {id: syk, label: sykdom, question: Er barnet sykt?, type: boolean}
events:
  - {id: sokt, label: mottatt søknad}
"""
SERVICES = """\
kind: services
entitlements:
  - id: folge
    name: Følge
    description: Noen følger barnet.
    grounds:
      - id: egen
        name: Egen
        strength: may
        criteria:
          - {id: alder, text: Barnet er minst 8 år., when: alder >= 8}
          - {id: behov, text: Barnet er sykt., when: syk}
    limits:
      - {id: timer, text: Inntil 10 timer i måneden., max: 10, unit: hours, per: month}
"""
REPORTING = """\
kind: reporting
duties:
  - {id: svar, text: Søkeren får svar., after: sokt, within: P1M, owner: teamet}
"""
ROUTING = """\
kind: routing
offices:
  - {id: teamet, name: Teamet}
  - {id: kontoret, name: Kontoret}
routes:
  - {id: contact, name: Kontakt, position: 1, lines: [{id: alle, to: {office: teamet}}]}
"""

Edit = Callable[[str, str, str], None]


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as somebody."""
    who = ("-c", "user.name=Noen", "-c", "user.email=noen@lia.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


def commit(repository: Path, tag: str) -> None:
    """Commit everything, with a tag."""
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", tag)
    git(repository, "tag", tag)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository with a plugin of a nation and a town, tagged `v1`."""
    top = tmp_path / "repo"
    texts = {
        "landet/layer.yaml": LAYER % ("landet", "Landet", "nation", ""),
        "landet/facts.yaml": FACTS,
        "byen/layer.yaml": LAYER % ("byen", "Byen", "municipality", "landet"),
        "byen/services.yaml": SERVICES,
        "byen/reporting.yaml": REPORTING,
        "byen/routing.yaml": ROUTING,
    }
    for name, text in texts.items():
        path = top / "src" / "laget_byen" / "layers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(tmp_path, "init", "--quiet", str(top))
    commit(top, "v1")
    return top


@pytest.fixture
def package(repository: Path) -> Path:
    """Give the folder of the plugin."""
    return repository / "src" / "laget_byen"


@pytest.fixture
def edit(package: Path) -> Edit:
    """Give a function that replaces a text in a document of a layer."""

    def replace(name: str, old: str, new: str) -> None:
        path = package / "layers" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace
