"""The hooks: each is documented so that one can answer it without reading anything else."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Callable

import pluggy
import pytest

from laget import hookspecs
from laget.model.sections import HOOK_KINDS, KINDS, SECTIONS

HOOKS: dict[str, Callable[..., object]] = {
    name: found for name, found in vars(hookspecs).items() if name.startswith("laget_")
}


def test_all_hooks_have_kinds() -> None:
    """Every hook gives documents of some kinds, and every kind of document is given by exactly one hook."""
    assert HOOK_KINDS.keys() == HOOKS.keys()
    assert sorted(KINDS) == sorted(kind for kinds in HOOK_KINDS.values() for kind in kinds)
    assert SECTIONS.keys() == {section for sections in KINDS.values() for section in sections}


@pytest.mark.parametrize("name", HOOKS)
def test_documented(name: str) -> None:
    """A hook says when it is called, what `None` and an exception mean, and how results combine."""
    text = inspect.getdoc(HOOKS[name]) or ""
    for said in ("Called once", "`None`", "exception", "put together"):
        assert said in text


@pytest.mark.parametrize("name", HOOKS)
def test_example_runs(name: str) -> None:
    """Each hook has an example, which runs and is taken for an answer to that very hook."""
    (example,) = [found for found in doctest.DocTestFinder().find(HOOKS[name], name) if found.examples]
    names = {**example.globs}
    for line in example.examples:
        exec(compile(line.source, f"<{name}>", "exec"), names)  # noqa: S102 - an example of our own
    manager = pluggy.PluginManager("laget")
    manager.add_hookspecs(hookspecs)
    manager.register(names["Plugin"]())
    manager.check_pending()
    arguments = {} if name == "laget_layers" else {"layer": "lia"}
    (result,) = getattr(manager.hook, name)(**arguments)
    assert 1 == len(result)
