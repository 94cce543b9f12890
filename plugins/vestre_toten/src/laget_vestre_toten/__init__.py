"""Vestre Toten's rules on coordinators, plans and groups around children, as documents in `layers/`."""

from __future__ import annotations

from laget import FolderPlugin

plugin = FolderPlugin(__name__)
