"""Commits: the folders of a git repository as they were, read with `git` into memory.

Nothing is written, and no shell is used.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Final

from attrs import frozen

from laget.errors import NoPastError

_REF: Final = re.compile(r"[\w.@{}~^+/][\w.@{}~^+/:-]*")
"""What can name a commit. A dash in front would be an option."""

ELSEWHERE: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Variables that would make git look in another repository, as they do while it runs a hook."""


@frozen
class Commit:
    """A commit of a repository."""

    repository: Path
    """The top folder of the repository."""
    ref: str
    """What it was asked for by."""
    name: str
    """Its full name."""
    committed: date
    """The day on which it was committed."""

    def has(self, folder: Path) -> bool:
        """Tell whether the commit has anything in a folder; never for a folder outside the repository."""
        if not folder.resolve().is_relative_to(self.repository):
            return False
        return bool(_line(self.repository, "ls-tree", self.name, "--", self._inside(folder)))

    def folder(self, folder: Path) -> zipfile.Path:
        """Give a folder as it was, in memory; it must be one that the commit has."""
        inside = self._inside(folder)
        command = ("archive", "--format=zip", self.name, "--", inside)
        packed = zipfile.ZipFile(io.BytesIO(_git(self.repository, *command)))
        return zipfile.Path(packed, at="" if inside == "./" else inside)

    def _inside(self, folder: Path) -> str:
        return f"{folder.resolve().relative_to(self.repository).as_posix()}/"


def commit_of(folder: Path, ref: str) -> Commit:
    """Find a commit of the repository that a folder lies in; raises `NoPastError`."""
    if not _REF.fullmatch(ref):
        hint = "name a tag, a branch or a commit, such as HEAD~1"
        raise NoPastError(ref, "that cannot be the name of a commit", hint)
    try:
        top = _line(folder, "rev-parse", "--show-toplevel")
    except subprocess.CalledProcessError as error:
        cause = f"{folder} lies in no git repository ({_said(error)})"
        hint = "where the plugin is installed from a wheel, name its folder in a repository with --plugin DIR"
        raise NoPastError(ref, cause, hint) from None
    repository = Path(top).resolve()
    try:
        name = _line(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except subprocess.CalledProcessError:
        hint = "`git tag` and `git log --oneline` show those that there are; a shallow clone lacks most"
        raise NoPastError(ref, f"the repository {repository} has no such commit", hint) from None
    day = _line(repository, "show", "--no-patch", "--format=%cs", name)
    return Commit(repository, ref, name, date.fromisoformat(day))


def _said(error: subprocess.CalledProcessError) -> str:
    """Give the first line of what git said."""
    lines = bytes(error.stderr).decode(errors="replace").splitlines()
    return lines[0] if lines else "git did not say why"


def _line(folder: Path, *arguments: str) -> str:
    return _git(folder, *arguments).decode().strip()


def _git(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder; raises `CalledProcessError` when it fails, `NoPastError` when there is none."""
    settings = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, check=True, capture_output=True, env={**settings, "LC_ALL": "C"})  # noqa: S603
    except FileNotFoundError:
        raise NoPastError(None, "git was not found", "install git, and see that PATH has it") from None
    return done.stdout
