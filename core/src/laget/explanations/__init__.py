"""Explanations: a page for every code that a finding can have.

The pages are the registry of codes: what has no page is no code, and what is no code has no page.
They are Markdown beside this module, with the parts Problem, Why, Bad and Good; tests run the last two.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from laget.findings import Severity

_FOLDER: Final = "pages"
_FIRST: Final = re.compile(r"# `([a-z0-9-]+)`\n\n\*\*(Error|Warning|Note)\.\*\* ((?:.+\n)+)")
_PART: Final = re.compile(r"^## (\w+)\n\n", re.MULTILINE)

PARTS: Final = ("Problem", "Why", "Bad", "Good")
"""The parts of a page, in their order."""


@frozen(kw_only=True)
class Explanation:
    """What a code means."""

    code: str
    severity: Severity
    summary: str
    """What is wrong, in one sentence."""
    problem: str
    why: str
    bad: str
    """Documents that have it, as fenced blocks of Markdown."""
    good: str
    """The same without it."""
    page: str
    """The whole page, as Markdown."""


@cache
def codes() -> tuple[str, ...]:
    """Give every code, sorted."""
    names = (entry.name for entry in files(__name__).joinpath(_FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


@cache
def explanation(code: str) -> Explanation:
    """Give what a code means; raises `KeyError` for what is no code."""
    if code not in codes():
        raise KeyError(code)
    page = files(__name__).joinpath(_FOLDER, f"{code}.md").read_text(encoding="utf-8")
    return explained(page)


def explained(page: str) -> Explanation:
    """Read a page; raises `ValueError` for one that has not all its parts, in their order."""
    first = _FIRST.match(page)
    heads = tuple(_PART.findall(page))
    if first is None or heads != PARTS:
        raise ValueError(f"a page begins with its code and severity, and has {', '.join(PARTS)}: {page[:40]}")
    texts = [text.strip() for text in _PART.split(page)[2::2]]
    problem, why, bad, good = texts
    return Explanation(
        code=first[1],
        severity=Severity(first[2].lower()),
        summary=" ".join(first[3].split()),
        problem=" ".join(problem.split()),
        why=" ".join(why.split()),
        bad=bad,
        good=good,
        page=page,
    )


def index() -> str:
    """Give the page that lists all codes."""
    head = files(__name__).joinpath("head.md").read_text(encoding="utf-8")
    found = [explanation(code) for code in codes()]
    parts = [_table(severity, [each for each in found if each.severity is severity]) for severity in Severity]
    return "\n".join([head, *parts])


def _table(severity: Severity, found: list[Explanation]) -> str:
    rows = [f"| [`{each.code}`]({each.code}.md) | {each.summary} |" for each in found]
    return "\n".join(
        [f"## {severity.value.capitalize()}s\n", "| code | what is wrong |", "| --- | --- |", *rows, ""]
    )
