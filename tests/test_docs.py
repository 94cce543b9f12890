"""Every example in the documentation runs and prints what it says.

Blocks of `python` run in order and share their names within a page. Blocks of `console` hold
`$ laget …` commands with what they print (errors included) after each; `...` stands for
whatever is left out, and `$ echo $?` shows the exit code where it is not 0. Blocks of `yaml` that
are whole documents or cases are held against the schema of their kind. Blocks of `sh` are for
reading: they are not run.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from laget.documents.tree import plain
from laget.documents.yaml_reader import read_yaml
from laget.plain import to_plain
from laget.schema import schemas

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    page
    for pattern in ("*.md", "core/*.md", "plugins/*/*.md", "examples/*.md", "docs/**/*.md")
    for page in ROOT.glob(pattern)
    if page.name != "first-municipality.md"  # a walk in an empty folder: test_first_municipality.py
)
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def check_yaml(example: Example) -> str | None:
    """Hold a document or a case against its schema; give what is wrong, or `None`."""
    return yaml_errors(str(example.parsed))


def yaml_errors(block: str) -> str | None:
    """Give what is wrong with a block of YAML, or `None`. One that begins otherwise is a part, not read."""
    first = re.match(r"(?:#.*\n)*(?P<key>kind|on|facts|group): *(?P<value>\w*)", block)
    if first is None:
        return None
    node = read_yaml(block.encode(), "block").node
    if node is None:
        return "this is no YAML"
    kind = first["value"] if first["key"] == "kind" else "case"
    validator = Draft202012Validator(schemas()[f"{kind}.schema.json"])
    errors = [error.message for error in validator.iter_errors(to_plain(plain(node)))]
    return "\n".join(errors) or None


def run_console(example: Example) -> str | None:
    """Run the commands of a `console` block; give what differs from the page, or `None`."""
    return console(str(example.parsed), ROOT)


def console(block: str, folder: Path) -> str | None:
    """Run `$ laget …` commands in a folder; give what differs from the block, or `None`."""
    if not block.startswith("$ laget"):
        return "a block of console starts with `$ laget …`; use a block of sh for what is not to be run"
    exit_code = "0\n"
    for step in COMMAND.finditer(block):
        if step["command"] == "echo $?":
            printed, exit_code = exit_code, "0\n"
        elif exit_code != "0\n":
            return f"exit code {exit_code.strip()} before `$ {step['command']}`: show it with `$ echo $?`"
        else:
            printed, exit_code = _laget(step["command"], folder)
        if not doctest.OutputChecker().check_output(step["printed"], printed, doctest.ELLIPSIS):
            return f"$ {step['command']}\nexpected:\n{step['printed']}\nprinted:\n{printed}"
    return None if exit_code == "0\n" else f"exit code {exit_code.strip()}: show it with `$ echo $?`"


def _laget(command: str, folder: Path) -> tuple[str, str]:
    """Run laget as installed beside this interpreter, as a pipe of 80 columns; give output and exit code."""
    program, *arguments = shlex.split(command)
    if program != "laget":
        return f"only laget runs here, not {program}\n", "0\n"
    done = subprocess.run(
        [str(Path(sys.executable).parent / "laget"), *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout, f"{done.returncode}\n"


@pytest.mark.docs
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_examples_hold(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example on the page runs and prints what it says."""
    monkeypatch.chdir(ROOT)
    sybil = Sybil(
        [
            PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
            CodeBlockParser("console", run_console),
            CodeBlockParser("yaml", check_yaml),
        ]
    )
    for example in sybil.parse(page).examples():
        example.evaluate()


@pytest.mark.docs
@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("$ tox\n", "starts with"),
        ("$ laget --no-such-option\n...\n", "exit code 2"),
        ("$ laget --help\nsomething else\n", "expected"),
        ("$ laget --help\n...\n$ rm x\n", "only laget runs here"),
    ],
)
def test_console_blocks_complain(block: str, complaint: str) -> None:
    """A block that is wrong is told apart from one that is right."""
    assert complaint in (console(block, ROOT) or "")


@pytest.mark.docs
@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("kind: services\nentitlments: []\n", "entitlments"),
        ("on: 2026-03-01\nfact: {}\n", "fact"),
        ("on: [2026-03-01\n", "no YAML"),
        ("when: alder > 3\n", ""),
    ],
)
def test_yaml_blocks_complain(block: str, complaint: str) -> None:
    """A document or a case that its schema would refuse is told apart; a part of one is not read."""
    assert complaint in (yaml_errors(block) or "")
