"""Every example in the documentation runs and prints what it says.

Blocks of `python` run in order and share their names within a page. Blocks of `console` hold
`$ laget …` commands with what they print (errors included) after each; `...` stands for
whatever is left out, and `$ echo $?` shows the exit code where it is not 0. Blocks of `sh` are
for reading: they are not run.
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
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    page
    for pattern in ("*.md", "core/*.md", "plugins/*/*.md", "examples/*.md", "docs/**/*.md")
    for page in ROOT.glob(pattern)
    if page.name != "first-municipality.md"  # a walk in an empty folder: test_first_municipality.py
)
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)


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
