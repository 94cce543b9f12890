"""The conformance kit, tried on a stranger's plugin that keeps every law, and on some that break one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laget import LayerDeclaration, hookimpl
from laget.testing import conformance
from laget.testing.laws import LAWS, Laws
from laget.testing.subject import Subject

from .strangers import CASES, INIT, SERVICES, WORDS, stranger

Broken = Callable[..., dict[str, list[str]]]

IN_PROCESS = [law for law in LAWS if law not in ("importing-does-no-work", "no-network-and-no-writes")]
"""The laws that need no process of their own."""


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Broken:
    """Give a function that writes a stranger's plugin and gives what breaks each of some laws."""
    package = "laget_" + re.sub(r"\W", "_", request.node.name)

    def run(*laws: str, **changed: str) -> dict[str, list[str]]:
        monkeypatch.syspath_prepend(str(stranger(tmp_path, package, **changed)))
        held = Laws(Subject(package))
        found = {law: list(LAWS[law](held)) for law in laws or IN_PROCESS}
        return {law: breaches for law, breaches in found.items() if breaches}

    return run


def test_strangers_plugin_keeps_the_laws(broken: Broken) -> None:
    """A plugin that is only importable keeps every law."""
    assert {} == broken(*LAWS)


@pytest.mark.parametrize(
    ("law", "changed", "said"),
    [
        ("documents-pass", {"services": SERVICES.replace("alder >= 8", "aldr >= 8")}, "did you mean «alder»"),
        (
            "expressions-agree",
            {"services": SERVICES.replace("alder >= 8", "aldr >= 8")},
            "what is no fact: aldr",
        ),
        ("values-have-sources", {"words": re.sub(r"    sources.*\n", "", WORDS)}, "facts.alder rests on no"),
        ("cases-pass", {"turvenn": CASES.replace("outcome: met", "outcome: not_met")}, "got 'met'"),
        ("cases-pass", {"turvenn": CASES[: CASES.index("cases:\n")] + "cases: []\n"}, "it ships no cases"),
        (
            "rules-are-covered",
            {"turvenn": CASES[: CASES.index("  - id: yngre")]},
            "33 % is covered, and 100 %",
        ),
    ],
)
def test_a_broken_law_says_what_breaks_it(
    broken: Broken, law: str, changed: dict[str, str], said: str
) -> None:
    """What breaks a law is told."""
    assert said in "\n".join(broken(law, **changed)[law])


LADDER = """\
kind: coordination
ladders:
  - id: trinn
    name: Trinn
    description: En skala.
    sources: [{document: heftet, section: "3"}]
    levels:
      - {id: liten, name: Liten, text: Under seks., when: alder < 6}
      - {id: stor, name: Stor, text: Fra sju., when: alder FROM}
"""


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("> 6", ["ladders.trinn: no line holds where alder is 6; declare the source's own «hole»"]),
        (">= 6", []),
        (">= 5", ["ladders.trinn: liten and stor hold where alder is 5; declare the source's own «overlap»"]),
    ],
)
def test_holes_and_overlaps_are_found_at_the_border(broken: Broken, bound: str, said: list[str]) -> None:
    """A hole or an overlap one year wide is found; lines that meet have neither."""
    law = "choices-are-settled-or-declared"
    assert said == broken(law, levels=LADDER.replace("FROM", bound)).get(law, [])


WAYS = """\
kind: routing
offices: [{id: kontoret, name: Kontoret, kind: office, sources: [{document: heftet, section: "3"}]}]
routes:
  - id: contact
    name: Kontakt
    position: 1
    lines:
      - id: barn
        to: {office: kontoret}
        when: has(turvenn)
        sources: [{document: heftet, section: "3"}]
"""


def test_routes_are_tried_with_what_the_child_has(broken: Broken) -> None:
    """A route that depends on what the child has is tried with it and without it."""
    law = "choices-are-settled-or-declared"
    said = ["routes.contact: no line holds where the child has nothing; declare the source's own «hole»"]
    assert said == broken(law, levels=WAYS)[law]


EAGER = """
print("hei")
open(__file__.replace("__init__.py", "cases/turvenn.yaml")).close()
import pytest
open("x.txt", "w")
"""


def test_what_is_done_while_importing_is_told(broken: Broken) -> None:
    """Printing, reading a file, importing something heavy and writing are told; the writing is stopped."""
    law = "importing-does-no-work"
    said = broken(law, __init__=INIT + EAGER)[law]
    for what in ("prints 'hei'", "cases/turvenn.yaml", "imports pytest", "opens x.txt for writing"):
        assert any(what in found for found in said), said
    assert not Path("x.txt").exists()


WRITING = """
import socket
from contextlib import suppress

def cases():
    with suppress(PermissionError):
        open("x.txt", "w")
    with suppress(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    return []

plugin.cases = cases
"""


def test_what_is_done_while_answering_is_told(broken: Broken) -> None:
    """Writing and reaching the network while a layer is used are told and stopped, even if no error shows."""
    laws = ("importing-does-no-work", "no-network-and-no-writes")
    found = broken(*laws, __init__=INIT + WRITING)
    assert [laws[1]] == [*found]
    for what in ("opens x.txt for writing", "socket.getaddrinfo (127.0.0.1, 9"):
        assert any(what in said for said in found[laws[1]]), found
    assert not Path("x.txt").exists()


class Neighbour:
    """A plugin that adds an office to the stranger's layer."""

    @hookimpl
    def laget_layers(self) -> list[LayerDeclaration]:
        """Say that it adds to the layer."""
        return [LayerDeclaration("fjell", [])]

    @hookimpl
    def laget_routing(self, layer: str) -> list[dict[str, object]]:
        """Add an office."""
        return [
            {"kind": "routing", "offices": [{"id": f"kontor_i_{layer}", "name": "Kontor", "kind": "office"}]}
        ]


def test_neighbour_that_adds_to_the_layer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layer that another plugin adds to has another handbook together than alone."""
    monkeypatch.syspath_prepend(str(stranger(tmp_path, "laget_with_neighbour")))
    alone = Laws(Subject("laget_with_neighbour"))
    beside = Laws(Subject("laget_with_neighbour", beside=(Neighbour(),)))
    told = "fjell has another handbook on 2024-01-01 when other plugins are installed"
    assert ([], [told]) == (list(alone.alone_and_together()), list(beside.alone_and_together()))


def test_unknown_exemption_is_refused() -> None:
    """An exemption from a law that there is not names the nearest."""
    with pytest.raises(ValueError, match="there is no law «cases-pas»: did you mean «cases-pass»"):
        conformance("laget_x", exempt={"cases-pas": "Fordi."})


LINES = """\
from laget.testing import conformance

test_all = conformance("laget_stranger")
test_empty = conformance("laget_stranger", exempt={"cases-pass": " "})
test_needless = conformance("laget_stranger", exempt={"cases-pass": "Skrives i mai."})
test_exempt = conformance("laget_stranger:other", exempt=dict.fromkeys(
    [LAWS], "Skrives i mai."))
"""


def test_each_law_is_a_test_by_name(tmp_path: Path) -> None:
    """One line gives a test for each law; exemptions need a reason, and something that they exempt."""
    stranger(tmp_path, "laget_stranger")
    lines = LINES.replace("LAWS", ", ".join(repr(law) for law in LAWS))
    (tmp_path / "test_lines.py").write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "test_lines.py"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False, encoding="utf-8")
    said = done.stdout
    assert all(f"PASSED test_lines.py::test_all[{law}]" in said for law in LAWS), said
    assert "the exemption from «cases-pass» has no reason: say why the law cannot hold" in said
    assert "the exemption from «cases-pass» exempts nothing: the law holds; remove it" in said
    assert "XFAIL test_lines.py::test_exempt[cases-pass] - Skrives i mai." in said
