"""Running the examples on the pages of codes: each block is a file, laid over a small rule book."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen

from laget.deprecations import Deprecation, Deprecations, Promised
from laget.documents.identity import is_identity_number
from laget.errors import InvalidCaseError, InvalidDocumentsError
from laget.findings import Finding
from laget.linting import lint
from laget.plugins import FolderPlugin, Provider
from laget.registry import Registry
from laget.testing import examples
from laget.testing.inspecting import Inspector

TODAY = date(2026, 3, 1)
"""The day on which the examples are looked at."""

_BLOCK = re.compile(r"^```(?P<language>\w+) ?(?P<info>.*)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
_MARK = re.compile(r"\s*(?:#|//) ← here$")


@frozen
class Block:
    """A file of an example, and the lines that are marked."""

    language: str
    name: str
    options: tuple[str, ...]
    lines: tuple[str, ...]
    marked: frozenset[int]
    """From 1, as the page shows them: a line that is repeated is one."""

    def data(self) -> bytes:
        """Give the bytes of the file."""
        settings = dict(option.partition("=")[::2] for option in self.options)
        lines = [*self.lines, *self.lines[-1:] * (int(settings.get("repeat", 1)) - 1)]
        text = "\n".join(lines) + "\n"
        if "number" in settings:
            text = text.replace("XXXXXXXXXXX", identity_number())
        bom = b"\xef\xbb\xbf" if "bom" in settings else b""
        return bom + text.encode("latin-1" if "latin-1" in settings else "utf-8")


def identity_number() -> str:
    """Make a valid synthetic identity number, which no person has: its month is 80 too large."""
    numbers = (_with_check_digits(f"018115{tail}") for tail in range(100, 1000))
    return next(filter(is_identity_number, numbers))


def _with_check_digits(text: str) -> str:
    """Add both check digits; where one of them would be ten, the number is not valid."""
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        text += str(-sum(weight * int(digit) for weight, digit in zip(weights, text, strict=False)) % 11)[-1]
    return text


def blocks(markdown: str) -> tuple[Block, ...]:
    """Give the files in a part of a page."""
    return tuple(_block(match) for match in _BLOCK.finditer(markdown))


def _block(match: re.Match[str]) -> Block:
    name, *options = match["info"].split() or [""]
    lines = match["text"].splitlines()
    marked = frozenset(number for number, line in enumerate(lines, start=1) if _MARK.search(line))
    return Block(
        match["language"], name, tuple(options), tuple(_MARK.sub("", line) for line in lines), marked
    )


def base() -> tuple[Block, ...]:
    """Give the rule book that every example lies over."""
    return blocks(files("laget.explanations").joinpath("head.md").read_text(encoding="utf-8"))


def found_in(example: Iterable[Block], folder: Path) -> tuple[Finding, ...]:
    """Lay an example over the rule book inside a folder, and give everything that is wrong with it."""
    chosen = {block.name: block for block in (*base(), *example)}
    for block in chosen.values():
        if block.name:
            path = folder / _path(block.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(block.data())
    registry = _registry(folder, chosen)
    report = lint(registry, tuple(registry), own=Inspector(TODAY))
    return (*report.findings, *_wrong_cases(registry, folder, chosen))


def _path(name: str) -> str:
    top = name.split("/", maxsplit=1)[0]
    if name in ("case.yaml", "case.json", "pyproject.toml", "plugin.py"):
        return name
    return f"plugin/{name}" if top in ("ignore.yaml", "forms", "cases") else f"plugin/layers/{name}"


def _registry(folder: Path, chosen: dict[str, Block]) -> Registry:
    plugin = _plugin(chosen)(folder / "plugin")
    provider = Provider("laget-lia", "1", lambda: plugin, _deprecations(chosen))
    settings = tomllib.loads(chosen["pyproject.toml"].data().decode()) if "pyproject.toml" in chosen else {}
    points = settings.get("project", {}).get("entry-points", {})
    return Registry(dict.fromkeys(provider.layers(), (provider,)), points.get("laget.numbers", {}))


def _plugin(chosen: dict[str, Block]) -> type[FolderPlugin]:
    """Give the class of the example's plugin, which it may bring itself."""
    if "plugin.py" not in chosen:
        return FolderPlugin
    made: dict[str, Any] = {}
    exec("\n".join(chosen["plugin.py"].lines), made)  # noqa: S102 - an example of our own pages
    found: type[FolderPlugin] = made["Plugin"]
    return found


def _deprecations(chosen: dict[str, Block]) -> Deprecations:
    """Give what an example takes to be on its way out, written as `deprecated=KIND:NAME`."""
    options = [option for block in chosen.values() for option in block.options]
    named = [option.partition("=")[2].split(":") for option in options if option.startswith("deprecated=")]
    until = TODAY.replace(year=TODAY.year + 1)
    return Deprecations(
        Deprecation(kind=Promised(kind), name=name, since=TODAY, until=until, instead="use another")
        for kind, name in named
    )


def _wrong_cases(registry: Registry, folder: Path, chosen: dict[str, Block]) -> tuple[Finding, ...]:
    """Assess the example's case, if it has one, and read the cases that its plugin ships."""
    try:
        for name in ("case.yaml", "case.json"):
            if name in chosen:
                registry["lia"].assess(folder / name)
            if name in chosen and "timeline" in chosen[name].options:
                registry["lia"].timeline(folder / name)
        if "" in chosen:
            made: dict[str, Any] = {}
            exec("\n".join(chosen[""].lines), made)  # noqa: S102 - an example of our own pages
            registry["lia"].assess(made["case"])
        if any(name.startswith("cases/") for name in chosen):
            examples(registry["lia"])
    except (InvalidCaseError, InvalidDocumentsError) as error:
        return error.findings
    return ()


def marks(example: Iterable[Block]) -> set[tuple[str, int]]:
    """Give the marked lines, each with the end of its file's path."""
    return {(block.name, number) for block in example for number in block.marked}


def shown_at(finding: Finding, example: Iterable[Block]) -> tuple[str, int] | None:
    """Give the line of an example that a finding points at, as the page shows it; none without a line."""
    for block in example:
        if finding.place.line and block.name and finding.place.file.endswith(_path(block.name)):
            return block.name, min(finding.place.line, len(block.lines))
    return None
