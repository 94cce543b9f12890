"""The JSON Schemas of every document, the case file and the answer, made from the model's classes.

Reads `laget.model`: fields, types, defaults, and the docstrings below the fields. Gives the files in
`laget/schemas/` and the reference in `docs/reference/documents.md`; both are committed, and
tests compare. Run it from the top of the repository after a change of the model:

    python -m laget.schema

Nothing imports this package to answer a question, and nothing here validates.
"""

from __future__ import annotations

from laget.schema.files import schemas
from laget.schema.reference import reference
from laget.schema.writing import generated

__all__ = ["generated", "reference", "schemas"]
