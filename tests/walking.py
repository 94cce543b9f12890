"""A page that is a walk: its files are written and its commands run in an empty folder, in its order.

A block of `console` holds `$ …` commands with what they print, where `...` stands for what is left out.
A block after a comment `file: PATH` is written to PATH.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<printed>(?:(?!\$ ).*\n)*)", re.MULTILINE)


class Step(NamedTuple):
    """A file to write, or a command to run with what it prints."""

    file: str | None
    text: str
    printed: str = ""

    @property
    def program(self) -> str | None:
        """The program that a command runs."""
        return None if self.file else self.text.split()[0]


def steps(page: Path) -> Iterator[Step]:
    """Give the steps of a page; a block that is neither a file nor a command is an error."""
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["file"]:
            yield Step(block["file"], block["text"])
            continue
        assert block["kind"] == "console", f"this block is not run:\n{block['text']}"
        for command in _COMMAND.finditer(block["text"]):
            yield Step(None, command["command"], command["printed"])


def take(step: Step, folder: Path, programs: Path, **settings: str) -> str | None:
    """Take a step in a folder, with the programs of another; give what differs from the page."""
    if step.file:
        (folder / step.file).write_text(step.text, encoding="utf-8")
        return None
    program, *arguments = shlex.split(step.text)
    done = subprocess.run(
        [str(programs / program), *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **settings},
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if program == "laget" else subprocess.PIPE,  # what pip warns of varies
        encoding="utf-8",
    )
    as_said = doctest.OutputChecker().check_output(step.printed, done.stdout, doctest.ELLIPSIS)
    if as_said and done.returncode == 0:
        return None
    printed = f"{done.stdout}{done.stderr or ''}"
    return f"$ {step.text}\nexpected:\n{step.printed}\nprinted ({done.returncode}):\n{printed}"
