"""Descriptions: what the docstrings of the model's classes say about classes and keys.

Python keeps no docstring for an attribute, so they are read from the source of the class.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from laget.errors import LagetError


class UndescribedError(LagetError):
    """A key of a class that has no docstring, so that no editor could explain it."""

    def __init__(self, cls: type, key: str) -> None:
        self.cls = cls
        self.key = key
        super().__init__(cls, key)

    def __str__(self) -> str:
        """Name the class and the key."""
        return f"«{self.key}» of {self.cls.__qualname__} has no docstring below it"


def title_of(cls: type) -> str:
    """Give the name of a class in words.

    >>> class RouteLine: ...
    >>> title_of(RouteLine)
    'route line'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).lower()


def class_description(cls: type) -> str:
    """Give the docstring of a class on one line."""
    return _on_one_line(inspect.getdoc(cls) or "")


def key_description(cls: type, key: str) -> str:
    """Give the docstring below an attribute, wherever it is inherited from; raises `UndescribedError`."""
    for ancestor in cls.__mro__[:-1]:
        if key in (found := _attribute_docstrings(ancestor)):
            return found[key]
    raise UndescribedError(cls, key)


@cache
def _attribute_docstrings(cls: type) -> dict[str, str]:
    return dict(_pairs(_definition(cls).body))


def _definition(cls: type) -> ast.ClassDef:
    module = _module(inspect.getsource(_module_of(cls)))
    return next(
        node for node in ast.walk(module) if isinstance(node, ast.ClassDef) and node.name == cls.__name__
    )


def _module_of(cls: type) -> Any:
    return inspect.getmodule(cls)


@cache
def _module(source: str) -> ast.Module:
    return ast.parse(source)


def _pairs(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Give each annotated name that is followed by a text, with that text."""
    for statement, following in pairwise(body):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=key)), ast.Expr(value=ast.Constant(value=str(text))):
                yield key, _on_one_line(text)
            case _:
                continue


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
