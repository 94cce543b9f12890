"""Ørland's rules on coordination, plans and groups, as documents in `layers/` and forms in `forms/`."""

from __future__ import annotations

from laget import FolderPlugin

plugin = FolderPlugin(__name__)
