"""The page of hooks: each with its exact signature, its docstring and its example."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from laget import hookspecs
from laget.schema.descriptions import class_description, key_description

HEAD: Final = """\
# Hooks: everything that a plugin can answer

Made by `python -m docs.generating` from `laget.hookspecs`; a change there is a change here.
"""

GIVEN: Final = """\
## What hooks give

A `Contribution` is a [`DocumentText`](#documenttext), or a document as plain data made in code. What
documents hold, [every kind and every key](documents.md), is the same in both.
"""


def hooks() -> dict[str, Callable[..., object]]:
    """Give every hook by its name, in the order of the module."""
    return {name: found for name, found in vars(hookspecs).items() if name.startswith("laget_")}


def hooks_page() -> str:
    """Give the page."""
    about = inspect.cleandoc(hookspecs.__doc__ or "").split("\n\n", 1)[1]
    parts = [HEAD, f"{about}\n", "## The hooks\n", *map(_hook, hooks().values()), GIVEN]
    parts += [_given(cls) for cls in (hookspecs.DocumentText, hookspecs.LayerDeclaration)]
    return "\n".join(parts)


def _hook(found: Callable[..., object]) -> str:
    signature = str(inspect.signature(found)).replace("'", "")
    return f"### `{found.__name__}{signature}`\n\n{''.join(_blocks(inspect.getdoc(found) or ''))}"


def _blocks(doc: str) -> Iterator[str]:
    """Give the paragraphs of a docstring, an example as a block that runs."""
    for paragraph in doc.split("\n\n"):
        if paragraph.startswith(">>>"):
            yield f"```python\n{paragraph}\n```\n"
        else:
            yield f"{paragraph}\n\n"


def _given(cls: type[attrs.AttrsInstance]) -> str:
    rows = "".join(
        f"| `{field.name}` | `{str(field.type).replace('|', 'or')}` | {key_description(cls, field.name)} |\n"
        for field in attrs.fields(cls)
    )
    head = "| key | type | meaning |\n| --- | --- | --- |\n"
    return f"### `{cls.__name__}`\n\n{class_description(cls)}\n\n{head}{rows}"
