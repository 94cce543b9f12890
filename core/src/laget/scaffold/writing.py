"""Writing a plan to disk: it adds, and never overwrites. What can't be done is said before anything is."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from laget.scaffold.entries import with_entries
from laget.scaffold.pages import Passage
from laget.scaffold.planning import Plan
from laget.scaffold.refusals import CannotFoundError

PROJECT = "pyproject.toml"


@frozen
class Written:
    """What became of each file of a plan, by path from the plugin's folder."""

    wrote: tuple[str, ...]
    """Files that are new."""
    added: tuple[str, ...]
    """Files that were there, and got lines."""
    kept: tuple[str, ...]
    """Files that were there, and are as they were."""


def write(plan: Plan, folder: Path) -> Written:
    """Write a plan into a folder, which is made if it is not there.

    Every line of every file that is there stays. Raises `CannotFoundError` when a file stands
    where a folder should be, when a folder can't be written to, and when a file that has to get
    lines can't get them.
    """
    names = dict.fromkeys([PROJECT, *plan.files])
    before = {name: _before(folder, name) for name in names}
    after = {name: _after(plan, name, text) for name, text in before.items()}
    new = tuple(name for name in names if before[name] is None)
    changed = tuple(name for name in names if before[name] is not None and before[name] != after[name])
    for name in (*new, *changed):
        _put(folder / name, after[name], new=name in new)
    kept = tuple(name for name in names if name not in {*new, *changed})
    return Written(new, changed, kept)


def _before(folder: Path, name: str) -> str | None:
    """Give the text of a file that is there; `None` when there is none."""
    path = folder / name
    for place in path.parents:
        if place.exists() and not place.is_dir():
            advice = "move it, or choose another folder with --to"
            raise CannotFoundError(f"{place} is a file where a folder should be", advice)
    if path.is_dir():
        raise CannotFoundError(f"{path} is a folder where a file should be", "move it")
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError):
        raise CannotFoundError(f"{path} can't be read as text", "move it, or save it as UTF-8") from None


def _after(plan: Plan, name: str, before: str | None) -> str:
    """Give what a file is to hold."""
    text = plan.files.get(name, "") if before is None else before
    if name == PROJECT:
        return with_entries(text, plan.entries)
    for passage in plan.passages.get(name, ()):
        text = _with_passage(text, passage)
    return text


def _with_passage(text: str, passage: Passage) -> str:
    if passage.heading in text.splitlines():
        return text
    return f"{text if text.endswith(chr(10)) or not text else text + chr(10)}\n{passage}"


def _put(path: Path, text: str, *, new: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb" if new else "wb") as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "it is closed").lower()
        advice = "choose a folder that you can write to with --to"
        raise CannotFoundError(f"{path} can't be written, {reason}", advice) from None
