"""Templates: files of the package with `{{gaps}}`, and how the gaps are filled.

Their names end with `.txt`, so that no tool takes a document or a module with gaps for a whole one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files

_GAP = re.compile(r"\{\{(\w+)\}\}")


def filled(template: str, values: Mapping[str, str]) -> str:
    """Give a template with every gap filled; a line that is one gap, filled with nothing, is left out."""
    text = files("laget.scaffold").joinpath("templates", *f"{template}.txt".split("/")).read_text("utf-8")
    lines = text.splitlines()
    kept = [line for line in lines if not ((gap := _GAP.fullmatch(line)) and not values[gap[1]])]
    return "".join(_GAP.sub(lambda gap: values[gap[1]], line).rstrip() + "\n" for line in kept)


def quoted(text: str) -> str:
    r"""Quote a text so that YAML, TOML and JSON all read it as it is.

    >>> quoted('Plan «A»: "hjelp"')
    '"Plan «A»: \\"hjelp\\""'
    """
    return json.dumps(text, ensure_ascii=False)
