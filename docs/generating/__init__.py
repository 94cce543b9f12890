"""The pages and pictures of the documentation that are made, never written by hand.

Reads the hooks, the commands and the installed municipalities. Gives `docs/reference/` and
`docs/pictures/`, which are committed so that they can be read without building anything; a test
compares. Run it from the top of the repository after a change of any of them:

    python -m docs.generating

It writes what `python -m laget.schema` writes too.
"""

from __future__ import annotations

from docs.generating.files import generated

__all__ = ["generated"]
