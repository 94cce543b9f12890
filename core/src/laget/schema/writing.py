"""Writing: schemas, reference and pages of codes as files of a repository, the same bytes every time."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from laget.deprecations import DEPRECATIONS
from laget.explanations import codes, explanation, index
from laget.schema.files import schemas
from laget.schema.promises import PROMISES, current, kept, promises_text, read
from laget.schema.reference import reference

SCHEMAS = Path("core/src/laget/schemas")
REFERENCE = Path("docs/reference/documents.md")
CHECKS = Path("docs/checks")


def generated() -> dict[Path, str]:
    """Give the text of every generated file, by its path from the top of the repository."""
    written = {SCHEMAS / name: as_text(schema) for name, schema in schemas().items()}
    pages = {CHECKS / f"{code}.md": explanation(code).page for code in codes()}
    return {**written, REFERENCE: reference(), CHECKS / "README.md": index(), **pages}


def as_text(schema: object) -> str:
    """Write a schema the same way every time."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(root: Path, on: date) -> int:
    """Write every generated file below a root; give 1 when the folder is no repository of laget.

    `on` is the day on which a promise may have run out: what is promised longer stays in its file.
    """
    if not (root / SCHEMAS).is_dir():
        sys.stderr.write(f"there is no folder {SCHEMAS} here: run this from the top of the repository\n")
        return 1
    made = generated()
    for page in set((root / CHECKS).glob("*.md")) - {root / path for path in made}:
        page.unlink()
    for path, text in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    names = kept(read(root), current(), DEPRECATIONS, on)
    (root / PROMISES).write_text(promises_text(names), encoding="utf-8", newline="\n")
    return 0
