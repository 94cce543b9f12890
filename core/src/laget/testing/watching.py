"""What a plugin does while it is imported, and while it answers, watched in a process of its own.

    python -m laget.testing.watching MODULE:NAME

Prints one JSON object: `importing` and `answering`, each a list of what must not happen. What would
write or reach the network is stopped. The core itself is imported before anything is watched.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import PurePath
from typing import Any, Final

from attrs import define, field

from laget.errors import LagetError
from laget.municipality import Municipality
from laget.testing.examples import examples
from laget.testing.subject import Subject

CODE: Final = frozenset({".py", ".pyc", ".so", ".pyd", ".dll", ".dylib", ".zip", ".pth"})
"""What Python itself reads when something is imported."""
NETWORK: Final = (
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "urllib.Request",
)
"""The events of reaching the network."""
PROCESSES: Final = ("os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen")
"""The events of starting a program."""
CHANGES: Final = (
    "os.chmod",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "sqlite3.connect",
)
"""The events of changing files otherwise than by opening them."""
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
"""The flags of a file that is opened for writing."""


@define
class Watch:
    """Hears what the interpreter does, while it is on."""

    is_on: bool = False
    reads_count: bool = False
    """Whether reading a file, other than code, is noted too."""
    seen: list[str] = field(factory=list)

    def hear(self, event: str, details: tuple[Any, ...]) -> None:
        """Note what must not happen; stop what would write, reach the network or start a program."""
        if not self.is_on:
            return
        if event in (*NETWORK, *PROCESSES, *CHANGES):
            self._stop(f"{event}{_short(details)}")
        elif event == "open" and not isinstance(details[0], int):
            self._opened(str(details[0]), details[1], details[2])

    def _opened(self, path: str, mode: str | None, flags: int) -> None:
        if set(mode or "") & set("wax+") or (mode is None and flags & WRITING):
            self._stop(f"opens {path} for writing")
        elif self.reads_count and PurePath(path).suffix not in CODE:
            self.seen.append(f"reads {path}")

    def _stop(self, what: str) -> None:
        self.seen.append(what)
        raise PermissionError(f"a plugin must not do this: {what}")

    @contextmanager
    def on(self, *, reads_count: bool = False) -> Iterator[list[str]]:
        """Watch what happens inside, and give what must not; what is printed is noted too."""
        said = io.StringIO()
        self.seen, self.reads_count, self.is_on = [], reads_count, True
        found = self.seen
        try:
            with redirect_stdout(said), redirect_stderr(said):
                yield found
        except Exception as error:  # noqa: BLE001 - whatever a plugin does, it is told and not raised
            found.append(f"{type(error).__name__}: {error}")
        finally:
            self.is_on = False
        if said.getvalue():
            found.append(f"prints {said.getvalue().strip().splitlines()[0]!r}")


def _short(details: tuple[Any, ...]) -> str:
    shown = ", ".join(str(detail) for detail in details if isinstance(detail, str | int | tuple))
    return f" ({shown})" if shown else ""


def watched(subject: Subject) -> dict[str, list[str]]:
    """Import a plugin, load it and let it answer; give what must not happen, by what it was doing."""
    watch = Watch()
    sys.addaudithook(watch.hear)
    before = set(sys.modules)
    with watch.on(reads_count=True) as importing:
        _ = subject.plugin
    own = {*sys.stdlib_module_names, "laget", subject.module.partition(".")[0]}
    others = {name.partition(".")[0] for name in sys.modules if name not in before} - own
    importing += [f"imports {name}" for name in sorted(others) if not name.startswith("_")]
    with watch.on() as answering:
        for name in subject.layers:
            _answer(subject.together[name])
    return {"importing": list(dict.fromkeys(importing)), "answering": list(dict.fromkeys(answering))}


def _answer(asked: Municipality) -> None:
    """Ask a layer for everything once: its cases, its findings, and an answer on each of its first days."""
    try:
        found = examples(asked)
        for day in asked.days():
            asked.assess({}, day)
        for example in found[:1]:
            asked.assess(example.draft)
    except LagetError as error:
        if isinstance(error.__cause__, PermissionError):
            raise
        # Documents that do not hold together are what another law is about.


if __name__ == "__main__":
    module, _, name = sys.argv[1].partition(":")
    json.dump(watched(Subject(module, name)), sys.stdout)
